from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from apps.accounts.models import Role
from apps.casework.access import found_for
from apps.casework.correspondence.write_note import write_note
from apps.casework.exhibits.read_exhibits import read_exhibits
from apps.casework.search.index_file import index_file
from apps.incidents.models import Incident
from apps.search.models import SearchEntry, StaleFile
from apps.search.query import Query
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    UserFactory,
    attached,
    declared_incident,
    declared_review,
    handler,
)

MAIL = (
    b"From: Jean <jean@example.org>\r\nSubject: Menaces\r\n\r\nJe reviendrai avec mes cousins.\r\n"
)


def indexed(incident: Incident) -> Incident:
    index_file(incident, at=MONDAY_MORNING)
    return incident


def found(typed: str, *, nearly: bool = False) -> list[Incident]:
    return list(found_for(UserFactory(role=Role.HANDLER), Query.read(typed), nearly=nearly))


def test_a_file_is_found_by_its_words_its_names_and_its_numbers(db: None) -> None:
    review = declared_review(
        words="Accueil glacial, très déçue.",
        url="https://www.facebook.com/avis/123",
        author_pseudonym="Loulou69",
    )
    incident = indexed(
        declared_incident(PractitionerFactory(user__name="Dr Nguyễn"), reviews=[review])
    )
    indexed(declared_incident(reviews=[declared_review(words="Bon médecin.")]))
    contract = incident.practitioner.contracts.get().number
    for typed in (
        "DECUE",
        "déçu",
        "glacial accueil",
        '"accueil glacial"',
        "nguyen",
        contract,
        "facebook.com/avis",
        "https://www.facebook.com/avis/123",
        "loulou",
        incident.reference,
        "glac",
    ):
        assert found(typed) == [incident], typed


def test_every_word_is_needed_and_a_quote_is_exact(db: None) -> None:
    indexed(declared_incident(reviews=[declared_review(words="Accueil glacial.")]))
    assert found("accueil chaleureux") == []
    assert found('"glacial accueil"') == []


def test_other_endings_are_found_on_postgresql(db: None) -> None:
    incident = indexed(declared_incident(reviews=[declared_review(words="Ils ont mentis.")]))
    plural = found("menti")
    assert plural == [incident]
    if connection.vendor == "postgresql":
        assert found("mentie") == [incident]


def test_a_part_of_a_pseudonym_is_found_nearly(db: None) -> None:
    review = declared_review(author_pseudonym="SuperLoulou")
    incident = indexed(declared_incident(reviews=[review]))
    assert found("loulou") == []
    assert found("loulou", nearly=True) == [incident]
    if connection.vendor == "postgresql":
        assert found("superlulou", nearly=True) == [incident]


def test_the_text_of_a_mail_is_read(db: None) -> None:
    incident = declared_incident()
    attached(incident, upload=SimpleUploadedFile("menaces.eml", MAIL))
    read_exhibits()
    indexed(incident)
    assert found("cousins") == [incident]
    assert found("jean@example.org") == [incident]


def test_a_file_that_changes_is_stale_until_it_is_indexed_again(db: None) -> None:
    sofia = handler()
    incident = indexed(declared_incident())
    assert not StaleFile.objects.exists()
    write_note(incident, body="canarinote", by=sofia, at=MONDAY_MORNING)
    assert StaleFile.objects.get().pk == incident.pk
    assert found("canarinote") == []
    indexed(incident)
    assert found("canarinote") == [incident]
    assert not StaleFile.objects.exists()


def test_indexing_twice_says_the_same(db: None) -> None:
    incident = indexed(declared_incident())
    before = SearchEntry.objects.values().get()
    indexed(incident)
    assert SearchEntry.objects.values().get() == before


def test_nobody_but_the_insurer_finds_anything(db: None) -> None:
    incident = indexed(declared_incident())
    query = Query.read(incident.reference)
    for person in (
        incident.practitioner.user,
        *(UserFactory(role=role) for role in (Role.PARTNER, Role.DELEGATE, Role.ADMIN)),
    ):
        for nearly in (False, True):
            assert not found_for(person, query, nearly=nearly).exists()
