"""The second person reads an act and confirms it, or takes the confirmation back."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.deadlines.add_publication import add_publication
from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.record_act import Subject
from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit
from apps.deadlines.models import ActCheck, InterruptingAct
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    acted,
    declared_review,
    ended,
    handler,
    qualified_incident,
    supervisor,
    taken_incident,
)

LATER = MONDAY_MORNING + timedelta(hours=1)
MONDAY = date(2026, 11, 23)


@pytest.fixture
def karim(db: None) -> User:
    return supervisor(name="Karim Lefèvre")


@pytest.fixture
def boss(client: Client, karim: User) -> Client:
    """Karim, who may check what others record."""
    client.force_login(karim)
    return client


@pytest.fixture
def incident(sofia: User) -> Incident:
    return qualified_incident(sofia)


def url(act: InterruptingAct, page: str = "check_act") -> str:
    return reverse(f"desk:{page}", args=[act.review.incident.reference, act.pk])


def last_day(incident: Incident) -> date:
    return incident.deadlines.open().get().legal_last_day


# --- Reading and confirming -----------------------------------------------------------------------


def test_the_page_shows_all_that_a_second_person_must_read(boss: Client, incident) -> None:
    first = incident.reviews.get().passages.get()
    facts = {"done_on": MONDAY, "passages": (first,), "served_in": "69", "court": "TJ de Lyon"}
    act = acted(incident.reviews.get(), **facts)
    page = boss.get(url(act)).content.decode()
    for words in (
        "Assignation au fond",
        "Lundi 23\xa0novembre\xa02026",
        "Me Garnier",
        "TJ de Lyon",
        "Sofia Renard",
        "confirmé par qui l’a enregistré",
        first.words,
        reverse("files:exhibit", args=[act.exhibit.pk]),
        "lundi 1er\xa0février\xa02027",
        "Si l’acte est confirmé",
        "Confirmer l’acte",
        reverse("desk:record_act", args=[incident.reference, 1], query={"acte": act.pk}),
    ):
        assert words in page


def test_the_page_names_every_putting_on_line_that_the_act_is_about(
    boss: Client, sofia: User
) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(), declared_review()])
    first, second = incident.reviews.order_by("number")
    add_publication(
        second,
        kind=PublicationKind.REPOST,
        window=Window.on_day(date(2026, 11, 10)),
        reason="Copie.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    act = acted(first, subjects=[Subject(first), Subject(second, (2,))])
    page = boss.get(url(act)).text
    assert "n°\xa01\xa0: première mise en ligne" in page
    assert "n°\xa02\xa0: remise en ligne" in page


@pytest.mark.parametrize(
    ("code", "fields", "words"),
    [
        ("PLAINTE_CPC", {"deposit_due_on": date(2026, 12, 20)}, "dimanche 20\xa0décembre\xa02026"),
        ("PLAINTE_CPC", {"deposit_waived": True}, "Dispensé de consignation"),
        ("ASSIGNATION", {"judge_allowed": True}, "Autorisation du juge (art. 664 CPC)"),
        ("JUGEMENT", {"in_presence": True}, "Rendu en présence des parties"),
        ("ASSIGNATION", {"conditions": ()}, "non confirmé"),
        ("ASSIGNATION", {"exhibit": None}, "l’acte ne peut pas être confirmé"),
        ("PLACEMENT", {}, "Aucune procédure"),
    ],
)
def test_what_matters_to_each_kind_of_act_is_told(
    boss: Client, incident, code: str, fields: dict, words: str
) -> None:
    assert words in boss.get(url(acted(incident.reviews.get(), code, **fields))).text


def test_a_confirmed_act_moves_the_date_and_the_page_says_who_confirmed_it(
    boss: Client, incident, karim: User
) -> None:
    act = acted(incident.reviews.get(), done_on=MONDAY)
    page = boss.post(url(act), follow=True).content.decode()
    assert "Acte confirmé\xa0: ses délais suivent." in page
    assert last_day(incident) == date(2027, 2, 23)
    assert act.checks.get().checked_by == karim
    page = boss.get(url(act)).text
    assert "Karim Lefèvre a confirmé cet acte" in page
    assert "Confirmer l’acte" not in page


def test_sent_twice_it_is_one_check(boss: Client, incident) -> None:
    act = acted(incident.reviews.get())
    for _ in range(2):
        assert boss.post(url(act)).status_code == 302
    assert ActCheck.objects.count() == 1


def test_the_deadlines_lead_to_the_page_of_an_act_that_waits(boss: Client, incident) -> None:
    act = acted(incident.reviews.get())
    page = boss.get(reverse("desk:file_deadlines", args=[incident.reference])).text
    assert url(act) in page
    assert ">Vérifier<" in page


# --- What keeps one from confirming ---------------------------------------------------------------


def test_who_recorded_it_reads_it_and_is_not_offered_to_confirm(desk: Client, incident) -> None:
    act = acted(incident.reviews.get())
    page = desk.get(url(act)).content.decode()
    assert "Un acte est confirmé par une autre personne" in page
    assert "Confirmer l’acte" not in page
    page = desk.post(url(act), follow=True).content.decode()
    assert "Un acte est confirmé par une autre personne" in page
    assert not ActCheck.objects.exists()


def test_a_supervisor_does_not_confirm_what_they_recorded(
    boss: Client, incident, karim: User
) -> None:
    act = acted(incident.reviews.get(), by=karim)
    assert "Confirmer l’acte" not in boss.get(url(act)).text
    assert "une autre personne" in boss.post(url(act), follow=True).text
    assert not ActCheck.objects.exists()


def test_without_its_document_it_is_refused_with_the_reason(boss: Client, incident) -> None:
    act = acted(incident.reviews.get())
    wrong = Exhibit.Withdrawal.WRONG_FILE
    withdraw_exhibit(act.exhibit, reason=wrong, by=incident.handler, at=MONDAY_MORNING)
    assert "(retirée)" in boss.get(url(act)).text
    page = boss.post(url(act), follow=True).text
    assert "Joignez d’abord à l’acte la pièce qui le prouve." in page
    assert last_day(incident) == date(2027, 2, 2)


def test_on_a_closed_file_the_page_is_read_and_nothing_is_confirmed(boss: Client, incident) -> None:
    act = acted(incident.reviews.get())
    ended(incident)
    assert "Confirmer l’acte" not in boss.get(url(act)).text
    assert "Ce dossier est terminé" in boss.post(url(act), follow=True).text
    assert not ActCheck.objects.exists()


def test_an_act_of_another_file_is_not_found_and_one_corrected_since_says_so(
    boss: Client, incident
) -> None:
    act = acted(incident.reviews.get())
    other = taken_incident(handler())
    elsewhere = reverse("desk:check_act", args=[other.reference, act.pk])
    assert boss.get(elsewhere).status_code == boss.post(elsewhere).status_code == 404
    acted(incident.reviews.get(), done_by="Me Blanc", at=LATER)
    assert "a été corrigé depuis" in boss.get(url(act), follow=True).text
    assert "vient d’être modifié" in boss.post(url(act), follow=True).text


# --- Taking it back -------------------------------------------------------------------------------


@pytest.fixture
def checked(incident: Incident) -> InterruptingAct:
    act = acted(incident.reviews.get(), done_on=MONDAY)
    check_act(act, by=supervisor(), at=MONDAY_MORNING)
    return act


def test_a_check_is_taken_back_with_its_reason(boss: Client, incident, checked, karim) -> None:
    page = boss.get(url(checked, "undo_check")).text
    assert "les dates d’avant commandent aussitôt" in page
    page = boss.post(url(checked, "undo_check"), {"reason": "Mauvaise pièce."}, follow=True).text
    assert "Vérification reprise\xa0: les dates d’avant commandent." in page
    assert last_day(incident) == date(2027, 2, 2)
    check = checked.checks.get()
    assert (check.closed_by, check.reason) == (karim, "Mauvaise pièce.")


def test_the_deadlines_lead_to_it(boss: Client, incident, checked) -> None:
    page = boss.get(reverse("desk:file_deadlines", args=[incident.reference])).text
    assert url(checked, "undo_check") in page
    assert "vérifié" in page


def test_a_reason_is_owed(boss: Client, incident, checked) -> None:
    page = boss.post(url(checked, "undo_check"), {"reason": ""}).text
    assert page.count("Dites ce qui fait douter de l’acte.") == 2
    assert last_day(incident) == date(2027, 2, 23)


def test_a_handler_does_not_take_it_back(desk: Client, incident, checked) -> None:
    listed = desk.get(reverse("desk:file_deadlines", args=[incident.reference])).text
    assert url(checked, "undo_check") not in listed
    page = desk.post(url(checked, "undo_check"), {"reason": "Doute."}).text
    assert "reprise par un responsable" in page
    assert "Doute." in page
    assert last_day(incident) == date(2027, 2, 23)


def test_taken_back_twice_says_that_it_is_over(boss: Client, checked) -> None:
    boss.post(url(checked, "undo_check"), {"reason": "Doute."})
    page = boss.post(url(checked, "undo_check"), {"reason": "Encore."}).text
    assert "plus en vigueur" in page
