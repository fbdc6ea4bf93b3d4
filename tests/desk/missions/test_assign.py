from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.assignments.models import Assignment, LawyerRequest
from apps.casework.missions.request_lawyer import request_lawyer
from apps.directory.models import Partner
from apps.incidents.models import Incident
from tests.factories import (
    MONDAY_MORNING,
    ContractFactory,
    PartnerFactory,
    PractitionerFactory,
    assigned,
    declared_review,
    qualified_incident,
)


def url(incident: Incident, kind: str = "bailiff") -> str:
    return reverse("desk:assign", args=[incident.reference, kind])


def answers(incident: Incident, partner: Partner, **changes: Any) -> dict[str, Any]:
    given = {
        "partner": partner.pk,
        "instructions": "Constater les propos.",
        "reviews": [review.pk for review in incident.reviews.all()],
        "exhibits": [exhibit.pk for exhibit in incident.exhibits.all()],
        **day("reply_by", 25, 11, 2026),
        **day("visible_until", 23, 3, 2027),
    }
    return given | changes


def day(name: str, *parts: int) -> dict[str, int]:
    return {f"{name}_{place}": part for place, part in enumerate(parts)}


def ask_for_a_lawyer(incident: Incident, choice: LawyerRequest.Choice, **named: str) -> None:
    request_lawyer(
        incident, choice=choice, by=incident.practitioner.user, at=MONDAY_MORNING, **named
    )


@pytest.fixture
def incident(sofia: User) -> Incident:
    return qualified_incident(sofia, exhibits=2, reviews=[declared_review(), declared_review()])


def test_a_mission_is_proposed_on_what_was_ticked_only(desk: Client, incident: Incident) -> None:
    partner, exhibit = PartnerFactory(), incident.exhibits.get(number=2)
    sent = answers(incident, partner, reviews=[incident.reviews.get(number=1).pk])
    desk.post(url(incident), sent | {"exhibits": [exhibit.pk]})
    mission = Assignment.objects.get()
    assert mission.partner == partner
    assert [review.number for review in mission.reviews.all()] == [1]
    assert list(mission.exhibits.all()) == [exhibit]


def test_only_partners_of_the_trade_that_are_listed_can_be_chosen(
    desk: Client, incident: Incident
) -> None:
    PartnerFactory(name="Étude Retirée", is_active=False)
    PartnerFactory(name="Netclair", kind=Partner.Kind.TECHNICAL)
    PartnerFactory(name="Étude Garnier")
    page = desk.get(url(incident)).content.decode()
    assert "Étude Garnier" in page
    assert "Étude Retirée" not in page
    assert "Netclair" not in page


def test_nothing_filled_in_keeps_the_page_and_says_what_is_missing(
    desk: Client, incident: Incident
) -> None:
    page = desk.post(url(incident), {"instructions": ""}).content.decode()
    for sentence in (
        "Choisissez à qui confier la mission.",
        "Dites au partenaire ce que vous lui demandez.",
        "Cochez au moins un contenu.",
        "Indiquez le jour, le mois et l’année.",
    ):
        assert sentence in page
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    ("reply_by", "sentence"),
    [
        ((23, 11, 2026), "Choisissez un jour à venir pour la réponse."),
        ((2, 2, 2027), "Demandez une réponse avant la date opérationnelle du dossier"),
        ((31, 11, 2026), "n’existe pas"),
    ],
)
def test_the_answer_is_due_in_the_future_and_in_time(
    desk: Client, incident: Incident, reply_by: tuple[int, int, int], sentence: str
) -> None:
    sent = answers(incident, PartnerFactory(), **day("reply_by", *reply_by))
    page = desk.post(url(incident), sent).content.decode()
    assert sentence in page
    assert "Constater les propos." in page
    assert not Assignment.objects.exists()


def test_access_lasts_at_least_until_the_answer(desk: Client, incident: Incident) -> None:
    sent = answers(incident, PartnerFactory(), **day("visible_until", 24, 11, 2026))
    page = desk.post(url(incident), sent).content.decode()
    assert "L’accès doit durer au moins jusqu’au jour de la réponse." in page


def test_contents_of_another_file_cannot_be_entrusted(desk: Client, incident: Incident) -> None:
    foreign = qualified_incident().reviews.get()
    desk.post(url(incident), answers(incident, PartnerFactory(), reviews=[foreign.pk]))
    assert not Assignment.objects.exists()


def test_a_second_mission_of_the_same_trade_is_refused(desk: Client, incident: Incident) -> None:
    assigned(incident=incident)
    page = desk.post(url(incident), answers(incident, PartnerFactory())).content.decode()
    assert "Une mission est déjà ouverte sur ce dossier\u00a0: commissaire de justice." in page
    assert Assignment.objects.count() == 1


def test_a_colleagues_file_is_not_entrusted(desk: Client) -> None:
    incident = qualified_incident()
    assert "Proposer la mission" not in desk.get(url(incident)).content.decode()
    desk.post(url(incident), answers(incident, PartnerFactory()))
    assert not Assignment.objects.exists()


def test_an_unknown_trade_is_not_found(desk: Client, incident: Incident) -> None:
    assert desk.get(url(incident, "notaire")).status_code == 404


# --- The lawyer: C. assur. L. 127-3 ---------------------------------------------------------------


def test_without_a_written_request_no_lawyer_is_named(desk: Client, incident: Incident) -> None:
    partner = PartnerFactory(kind=Partner.Kind.LAWYER, name="Cabinet Aubry")
    for response in (
        desk.get(url(incident, "lawyer")),
        desk.post(url(incident, "lawyer"), answers(incident, partner)),
    ):
        page = response.content.decode()
        assert "article L. 127-3 du code des assurances" in page
        assert "Cabinet Aubry" not in page
    assert not Assignment.objects.exists()


def test_after_a_written_request_lawyers_are_named(desk: Client, incident: Incident) -> None:
    partner = PartnerFactory(kind=Partner.Kind.LAWYER, name="Cabinet Aubry")
    ask_for_a_lawyer(incident, LawyerRequest.Choice.PROPOSAL)
    assert "Cabinet Aubry" in desk.get(url(incident, "lawyer")).content.decode()
    desk.post(url(incident, "lawyer"), answers(incident, partner))
    assert Assignment.objects.get().kind == Partner.Kind.LAWYER


def test_who_has_a_lawyer_is_offered_no_other(desk: Client, incident: Incident) -> None:
    PartnerFactory(kind=Partner.Kind.LAWYER, name="Cabinet Aubry")
    ask_for_a_lawyer(incident, LawyerRequest.Choice.OWN, lawyer_name="Me Choisi")
    page = desk.get(url(incident, "lawyer")).content.decode()
    assert "Me Choisi" in page
    assert "Cabinet Aubry" not in page


# --- The technical provider -----------------------------------------------------------------------


@pytest.fixture
def uninsured(sofia: User) -> Incident:
    practitioner = PractitionerFactory(contract=None)
    ContractFactory(practitioner=practitioner, has_ereputation_assistance=False)
    return qualified_incident(sofia, practitioner=practitioner)


def test_without_the_option_no_technical_provider(desk: Client, uninsured: Incident) -> None:
    partner = PartnerFactory(kind=Partner.Kind.TECHNICAL, name="Netclair")
    page = desk.get(url(uninsured, "technical")).content.decode()
    assert "Le contrat n’a pas l’option assistance e-réputation" in page
    assert "Netclair" not in page
    desk.post(url(uninsured, "technical"), answers(uninsured, partner))
    assert not Assignment.objects.exists()


def test_a_technical_provider_is_given_no_exhibit(desk: Client, incident: Incident) -> None:
    partner = PartnerFactory(kind=Partner.Kind.TECHNICAL)
    assert "Pièces confiées" not in desk.get(url(incident, "technical")).content.decode()
    desk.post(url(incident, "technical"), answers(incident, partner))
    assert not Assignment.objects.get().exhibits.exists()


def test_the_legal_date_does_not_bind_a_technical_provider(
    desk: Client, incident: Incident
) -> None:
    partner = PartnerFactory(kind=Partner.Kind.TECHNICAL)
    sent = answers(incident, partner, **day("reply_by", 2, 2, 2027))
    desk.post(url(incident, "technical"), sent)
    assert Assignment.objects.exists()
