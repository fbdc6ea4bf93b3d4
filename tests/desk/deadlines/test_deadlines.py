"""The deadlines of a file: what its page shows of them, and the pages that act on them."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.deadlines.acknowledge import acknowledge
from apps.casework.deadlines.add_publication import add_publication
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.remind import remind
from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.deadlines.models import Deadline, InactionDecision, Reminder
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.legal.republication import PublicationKind
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    acted,
    attached,
    checked_act,
    declared_incident,
    declared_review,
    ended,
    handler,
    qualified_incident,
    read_as,
    taken_incident,
)

SEVEN_DAYS_LEFT = Window.on_day(date(2026, 9, 1))


def read(client: Client, incident: Incident) -> str:
    return client.get(reverse("desk:file_deadlines", args=[incident.reference])).content.decode()


@pytest.fixture
def pressing(sofia: User) -> Incident:
    """Sofia's file, one week before its date, with a reminder just told."""
    incident = taken_incident(sofia, reviews=[declared_review(window=SEVEN_DAYS_LEFT)])
    remind(at=MONDAY_MORNING)
    return incident


def url(incident: Incident, deadline: Deadline | None = None) -> str:
    deadline = deadline or incident.deadlines.get()
    return reverse("desk:acknowledge", args=[incident.reference, deadline.pk])


# --- What the page shows --------------------------------------------------------------------------


def test_reminders_are_listed_as_they_were_told(
    desk: Client, sofia: User, pressing: Incident
) -> None:
    for days in (2, 4, 6):
        remind(at=MONDAY_MORNING + timedelta(days=days))
    told = [str(reminder) for reminder in Reminder.objects.order_by("told_at")]
    assert len(told) == 4
    page = read(desk, pressing)
    places = [page.index(f"Rappel {rung}, annoncé") for rung in told]
    assert places == sorted(places)


def test_each_open_deadline_has_its_three_dates_its_rule_and_its_reasoning(
    desk: Client, sofia: User
) -> None:
    page = read(desk, taken_incident(sofia))
    for words in (
        "mardi 2\xa0février\xa02027",
        "lundi 1er\xa0février\xa02027",
        "PRESS_3M@1881-07-29",
        "délai certain",
        "Comment cette date est calculée",
    ):
        assert words in page


def test_the_driving_deadline_comes_first(desk: Client, sofia: User) -> None:
    windows = [Window.on_day(date(2026, 11, 2)), Window.unknown(), SEVEN_DAYS_LEFT]
    incident = taken_incident(sofia, reviews=[declared_review(window=window) for window in windows])
    response = desk.get(reverse("desk:file_deadlines", args=[incident.reference]))
    assert [deadline.review.number for deadline in response.context["deadlines"]] == [2, 3, 1]


def test_a_disputed_term_says_so(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    add_publication(
        incident.reviews.get(),
        kind=PublicationKind.EDIT,
        window=Window.on_day(date(2026, 11, 20)),
        reason="Mention « modifié ».",
        by=sofia,
        at=MONDAY_MORNING,
    )
    assert "délai discuté, à confirmer par l’avocat" in read(desk, incident)


def test_a_window_that_was_replaced_stays_with_the_reason(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    change_publication(
        incident.reviews.get().publications.get(),
        window=Window.on_day(date(2026, 10, 20)),
        reason="Constat du 20 octobre.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    page = read(desk, incident)
    assert "Dates remplacées (1)" in page
    assert "Lundi 2\xa0novembre\xa02026" in page
    assert "Motif : Constat du 20 octobre." in page


def test_an_act_says_what_it_did_to_the_dates(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    acted(incident.reviews.get(), "PLAINTE_SIMPLE", done_on=date(2026, 11, 23))
    checked_act(incident.reviews.get(), done_on=date(2026, 11, 23))
    page = read(desk, incident)
    assert "interrompt, car elle engage l’instance." in page
    assert "n’interrompt pas, car avant les poursuites" in page
    assert "Par Me Garnier." in page
    assert "Procédure 1 (civile, au fond)" in page


def test_an_act_that_waits_for_its_check_says_so_with_the_date_it_would_give(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    acted(incident.reviews.get(), done_on=date(2026, 11, 23))
    page = read(desk, incident)
    assert "à vérifier par une seconde personne" in page
    assert "Si l’acte est confirmé\xa0: jusqu’au mardi 23 février 2027." in page
    assert "délai certain" not in page


def test_an_act_says_that_its_proof_was_set_aside(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    exhibit = attached(incident)
    acted(incident.reviews.get(), exhibit=exhibit)
    assert "(retirée)" not in read(desk, incident)
    withdraw_exhibit(exhibit, reason=Exhibit.Withdrawal.WRONG_FILE, by=sofia, at=MONDAY_MORNING)
    assert "(retirée)" in read(desk, incident)


def test_the_effect_of_an_act_is_not_promised_without_a_date(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(window=Window.unknown())])
    acted(incident.reviews.get(), done_on=date(2026, 11, 23))
    assert "l’effet de cet acte ne se calcule pas" in read(desk, incident)


def test_a_decision_that_awaits_its_second_signature_says_so(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia)
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.PROSPECTS,
        words="Preuve trop faible.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    page = read(desk, incident)
    assert "sans effet avant une seconde signature" in page
    assert "Preuve trop faible." in page
    assert reverse("desk:second_inaction", args=[incident.reference, 1]) not in page


def test_a_colleagues_deadlines_are_read_but_not_acted_on(desk: Client, pressing: Incident) -> None:
    Incident.objects.update(handler=handler())
    page = read(desk, pressing)
    assert "J-7" in page
    for verb in ("record_act", "add_publication", "decide_not_to_act"):
        assert reverse(f"desk:{verb}", args=[pressing.reference, 1]) not in page
    assert "J’accuse réception" not in page


def test_the_number_of_queries_does_not_grow_with_acts_and_deadlines(
    desk: Client, sofia: User
) -> None:
    def count(incident: Incident) -> int:
        with CaptureQueriesContext(connection) as queries:
            read(desk, incident)
        return len(queries)

    def busy(reviews: int) -> Incident:
        incident = taken_incident(
            sofia, reviews=[declared_review(window=SEVEN_DAYS_LEFT) for _ in range(reviews)]
        )
        for review in incident.reviews.all():
            acted(review, "PLAINTE_SIMPLE", done_by="Le sociétaire", by=sofia)
            checked_act(review, passages=(read_as(review).passage,))
            acted(review, "PLAINTE_CPC", deposit_due_on=date(2026, 12, 14))
            for day in range(1, reviews):
                acted(review, "ASSIGNATION_REFERE", done_on=date(2026, 11, day))
            decide_not_to_act(
                review,
                reason=InactionDecision.Reason.REFUSED,
                words="Refus.",
                by=sofia,
                at=MONDAY_MORNING,
            )
        remind(at=MONDAY_MORNING)
        for deadline in incident.deadlines.all():
            acknowledge(deadline, by=sofia, at=MONDAY_MORNING)
        return incident

    assert count(busy(1)) == count(busy(5))


# --- Acknowledging --------------------------------------------------------------------------------


def test_a_reminder_is_answered_for_in_one_click(
    desk: Client, sofia: User, pressing: Incident
) -> None:
    assert "J’accuse réception de l’échéance" in read(desk, pressing)
    page = desk.post(url(pressing), follow=True).content.decode()
    reminder = Reminder.objects.get()
    assert (reminder.acknowledged_by, reminder.acknowledged_at) == (sofia, MONDAY_MORNING)
    assert "accusé par Sofia Renard" in page
    assert "J’accuse réception de l’échéance" not in page


def test_answering_twice_says_that_nothing_waits(desk: Client, pressing: Incident) -> None:
    desk.post(url(pressing))
    page = desk.post(url(pressing), follow=True).content.decode()
    assert "Aucun rappel de cette échéance n’attend de réponse." in page


def test_far_reminders_ask_for_no_answer(desk: Client, sofia: User) -> None:
    window = Window.on_day(date(2026, 10, 1))
    incident = taken_incident(sofia, reviews=[declared_review(window=window)])
    remind(at=MONDAY_MORNING)
    page = read(desk, incident)
    assert "J-45" in page
    assert "J’accuse réception" not in page


def test_nobody_answers_for_a_colleagues_file(desk: Client, pressing: Incident) -> None:
    Incident.objects.update(handler=handler(name="Karim Lefèvre"))
    page = desk.post(url(pressing), follow=True).content.decode()
    assert "Ce dossier est suivi par Karim Lefèvre." in page
    assert Reminder.objects.get().acknowledged_at is None


def test_a_deadline_of_another_file_is_not_found(
    desk: Client, sofia: User, pressing: Incident
) -> None:
    other = declared_incident().deadlines.get()
    assert desk.post(url(pressing, other)).status_code == 404


def test_a_deadline_that_was_replaced_meanwhile_is_not_found(
    desk: Client, sofia: User, pressing: Incident
) -> None:
    deadline = pressing.deadlines.get()
    ended(pressing, at=MONDAY_MORNING + timedelta(hours=1))
    assert desk.post(url(pressing, deadline)).status_code == 404


def test_lawful_words_have_a_deadline_all_the_same(desk: Client, sofia: User) -> None:
    page = read(desk, qualified_incident(sofia, label=Label.OPINION))
    assert "lundi 1er\xa0février\xa02027" in page
