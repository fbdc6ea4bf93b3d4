from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.deadlines.models import Deadline
from apps.directory.models import Practitioner
from apps.incidents.models import Declaration, Incident
from apps.mailbox.models import Letter
from apps.portal.draft import Draft
from tests.factories import DelegateFactory, PractitionerFactory
from tests.portal.typed import complete_draft, day, page_of
from tests.race import race

SENDING = {"is_accurate": "on"}


def check(declaration: Declaration) -> str:
    return page_of(declaration, "check_answers")


def test_every_answer_is_shown_with_the_way_to_change_it(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = complete_draft(surgeon)
    page = phone.get(check(declaration)).text
    answers = (
        "Hôpital public",
        "Lulu du 12",
        "1\u00a0250,50\u00a0€",
        "samedi 21\u00a0novembre\u00a02026",
    )
    assert all(answer in page for answer in answers)
    for step in ("practice", "exhibits", "context"):
        assert page_of(declaration, f"declare_{step}") in page
    assert page_of(declaration, "declare_review", 1) in page


def test_the_clock_shown_is_the_one_the_file_will_have(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = complete_draft(surgeon)
    shown = phone.get(check(declaration)).context["outlooks"][0].deadline
    phone.post(check(declaration), SENDING)
    opened = Deadline.objects.get()
    for name in ("rule_code", "legal_last_day", "prudent_day", "act_by", "last_service_day"):
        assert getattr(shown, name) == getattr(opened, name)
    assert shown.explanation == opened.explanation


def test_the_clock_follows_the_holidays_of_the_practitioner(client: Client, db: None) -> None:
    strasbourg = PractitionerFactory(department="67")
    declaration = complete_draft(strasbourg, **day("published_on", date(2026, 9, 27)))
    client.force_login(strasbourg.user)
    deadline = client.get(check(declaration)).context["outlooks"][0].deadline
    assert deadline.last_service_day == date(2026, 12, 24), "the 26th is Saint-Étienne"


def test_the_declaration_of_accuracy_is_asked_for(phone: Client, surgeon: Practitioner) -> None:
    declaration = complete_draft(surgeon)
    page = phone.post(check(declaration), {"is_accurate": ""}).text
    assert page.count("Cochez la case pour confirmer") == 2
    assert not Incident.objects.exists()


@pytest.mark.parametrize("times", [2, 3])
def test_sent_several_times_it_is_one_file(
    phone: Client, surgeon: Practitioner, times: int
) -> None:
    declaration = complete_draft(surgeon)
    urls = {phone.post(check(declaration), SENDING).url for _ in range(times)}
    assert urls == {reverse("portal:confirmation", args=["ER-2026-000001"])}
    assert Incident.objects.count() == 1
    assert Letter.objects.filter(kind="incident_declared").count() == 1


@pytest.mark.django_db(transaction=True)
def test_taps_at_the_same_moment_make_one_file() -> None:
    """A double tap, or a retry while the first sending is still being answered."""
    declaration = complete_draft(PractitionerFactory())
    url, clients = check(declaration), [Client() for _ in range(4)]
    for client in clients:
        client.force_login(declaration.practitioner.user)

    answers = race(*(lambda client=client: client.post(url, SENDING).url for client in clients))
    assert set(answers) == {reverse("portal:confirmation", args=["ER-2026-000001"])}
    assert Incident.objects.count() == 1
    assert Letter.objects.filter(kind="incident_declared").count() == 1


def test_a_draft_sent_between_the_two_looks_leads_to_its_file(
    phone: Client, surgeon: Practitioner, monkeypatch: pytest.MonkeyPatch
) -> None:
    declaration = complete_draft(surgeon)
    find = Draft.at

    def sent_meanwhile(*args, **kwargs) -> Draft:
        monkeypatch.setattr(Draft, "at", find)
        other_tab = Client()
        other_tab.force_login(surgeon.user)
        other_tab.post(check(declaration), SENDING)
        return find(*args, **kwargs)

    monkeypatch.setattr(Draft, "at", sent_meanwhile)
    assert phone.post(check(declaration), SENDING).url.endswith("/ER-2026-000001/")
    assert Incident.objects.count() == 1


def test_handed_over_twice_it_leads_to_the_same_page(client: Client, db: None) -> None:
    delegate = DelegateFactory()
    declaration = complete_draft(delegate.practitioner)
    declaration.prepared_by = delegate.user
    declaration.save()
    client.force_login(delegate.user)
    answers = {client.post(check(declaration), SENDING).url for _ in range(2)}
    assert answers == {page_of(declaration, "handed_over")}


def test_an_old_page_sent_again_leaves_the_next_draft_alone(
    phone: Client, surgeon: Practitioner
) -> None:
    first = complete_draft(surgeon)
    phone.post(check(first), SENDING)
    complete_draft(surgeon)
    assert phone.post(check(first), SENDING).url.endswith("/ER-2026-000001/")
    assert Incident.objects.count() == 1


def test_the_key_of_someone_else_opens_nothing(phone: Client, surgeon: Practitioner) -> None:
    theirs = complete_draft(PractitionerFactory())
    assert phone.post(check(theirs), SENDING).status_code == 404
    assert not Incident.objects.exists()


def test_an_unknown_date_is_said_to_be_almost_over(phone: Client, surgeon: Practitioner) -> None:
    declaration = complete_draft(surgeon, dating="unknown")
    assert "comme si le délai était presque fini" in phone.get(check(declaration)).text


def test_too_late_for_the_court_is_not_too_late_for_the_site(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = complete_draft(surgeon, **day("published_on", date(2026, 5, 4)))
    page = phone.get(check(declaration)).text
    assert "semble dépassé depuis le mardi 4\u00a0août\u00a02026" in page
    assert phone.post(check(declaration), SENDING).status_code == 302


def test_a_date_that_may_still_be_kept_is_sent_today(phone: Client, surgeon: Practitioner) -> None:
    window = {"dating": "between"}
    window |= day("earliest", date(2026, 8, 20)) | day("latest", date(2026, 11, 10))
    page = phone.get(check(complete_draft(surgeon, **window))).text
    assert "encore possible jusqu’au mercredi 10 février 2027" in page
    assert "envoyez votre déclaration aujourd’hui" in page
    assert "rop tard pour le tribunal" not in page


def test_wishes_and_serious_words_are_read_again_before_sending(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = complete_draft(surgeon)
    declaration.answers["context"] |= {"wishes": ["compensation"], "natures_1": ["sexist"]}
    declaration.save()
    page = phone.get(check(declaration)).text
    assert "Propos sexistes" in page
    assert "si l’auteur est connu et le préjudice prouvé" in page
    phone.post(check(declaration), SENDING)
    assert Incident.objects.get().wishes == ["compensation"]
    assert Incident.objects.get().reviews.get().natures == ["sexist"]


def test_without_a_proof_one_is_warned_and_goes_on(phone: Client, surgeon: Practitioner) -> None:
    declaration = complete_draft(surgeon)
    assert "ne la signalez pas avant qu’une preuve soit faite" in phone.get(check(declaration)).text
    assert phone.post(check(declaration), SENDING).status_code == 302


def test_a_later_posting_is_read_again_and_gets_its_clock(
    phone: Client, surgeon: Practitioner
) -> None:
    declaration = complete_draft(
        surgeon,
        republished="shared",
        **{"again-dating": "day"},
        **day("again-published_on", date(2026, 11, 9)),
    )
    assert "Partage par un tiers" in phone.get(check(declaration)).text
    phone.post(check(declaration), SENDING)
    assert Deadline.objects.count() == 2
