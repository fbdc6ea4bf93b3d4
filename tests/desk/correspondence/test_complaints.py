from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.answer_complaint import answer_complaint
from apps.casework.correspondence.complain import complain
from apps.correspondence.models import Complaint
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    handler,
    supervisor,
    taken_incident,
)

LIST = reverse("desk:complaints")


@pytest.fixture
def paula(db: None) -> User:
    return supervisor(name="Paula Roy")


@pytest.fixture
def office(client: Client, paula: User) -> Client:
    """Paula, who answers complaints."""
    client.force_login(paula)
    return client


@pytest.fixture
def complaint(paula: User) -> Complaint:
    incident = taken_incident()
    return complain(incident.practitioner, words="Trop lent.", incident=incident, at=MONDAY_MORNING)


def page_of(complaint: Complaint) -> str:
    return reverse("desk:answer_complaint", args=[complaint.pk])


def leave(complaint: Complaint, at: datetime = MONDAY_MORNING) -> None:
    """The receipt is taken by the mail server."""
    Letter.objects.filter(kind="complaint_received", data__complaint=complaint.pk).update(
        status=LetterStatus.SENT, sent_at=at
    )


def phoned(*, sent_on: date = date(2026, 11, 20)) -> Complaint:
    """Noted by Sofia after a call."""
    return complain(
        PractitionerFactory(),
        words="Personne ne rappelle.",
        channel=Complaint.Channel.PHONE,
        sent_on=sent_on,
        by=handler(name="Sofia Renard"),
        at=MONDAY_MORNING,
    )


def test_both_last_days_are_on_the_list(office: Client, complaint: Complaint) -> None:
    page = office.get(LIST).text
    assert "Pas encore parti, au plus tard le vendredi 4\u00a0décembre\u00a02026" in page
    assert "samedi 23\u00a0janvier\u00a02027" in page
    leave(complaint)
    assert "Parti le 23\u00a0novembre\u00a02026" in office.get(LIST).text


def test_the_most_pressing_is_on_top_and_what_is_late_says_so(
    office: Client, complaint: Complaint
) -> None:
    older = complain(PractitionerFactory(), words="Oublié.", at=MONDAY_MORNING - timedelta(days=70))
    page = office.get(LIST).text
    assert page.index(older.reference) < page.index(complaint.reference)
    assert "Dépassée" in page


def test_the_list_and_the_page_say_how_it_came_and_who_wrote_it_down(
    office: Client, complaint: Complaint
) -> None:
    assert "depuis Vigie" in office.get(LIST).text
    noted = phoned()
    for page in (office.get(LIST).text, office.get(page_of(noted)).text):
        assert "vendredi 20\u00a0novembre\u00a02026" in page
        assert "par téléphone, notée par Sofia Renard le 23\u00a0novembre\u00a02026" in page


def test_a_receipt_that_left_late_says_so(office: Client, complaint: Complaint) -> None:
    late = phoned(sent_on=date(2026, 11, 2))
    page = office.get(page_of(late)).text
    assert "Pas encore parti, au plus tard le samedi 14\u00a0novembre\u00a02026" in page
    assert "Dépassée" in page
    leave(late)
    page = office.get(page_of(late)).text
    assert "En retard" in page
    assert "dû le samedi 14\u00a0novembre\u00a02026" in page
    leave(complaint)
    assert "En retard" not in office.get(page_of(complaint)).text


def test_a_receipt_that_the_mail_refused_leads_to_what_was_not_delivered(
    office: Client, complaint: Complaint
) -> None:
    Letter.objects.filter(kind="complaint_received").update(
        status=LetterStatus.FAILED, error="refused-550"
    )
    link = f'<a href="{reverse("desk:letters")}">Non remis</a>'
    assert link in office.get(LIST).text
    assert link in office.get(page_of(complaint)).text


def test_it_is_read_and_answered_once(office: Client, complaint: Complaint, paula: User) -> None:
    assert "Trop lent." in office.get(page_of(complaint)).text
    page = office.post(page_of(complaint), {"answer": "Nous reprenons."}, follow=True).text
    assert f"Réponse envoyée à la réclamation {complaint.reference}." in page
    complaint.refresh_from_db()
    assert (complaint.answer, complaint.answered_by) == ("Nous reprenons.", paula)


def test_an_empty_answer_is_sent_back(office: Client, complaint: Complaint) -> None:
    page = office.post(page_of(complaint), {"answer": " "}).text
    assert page.count("Écrivez votre réponse.") == 2
    complaint.refresh_from_db()
    assert complaint.is_open


def test_a_colleague_who_was_quicker_is_named_and_the_text_stays(
    office: Client, complaint: Complaint
) -> None:
    quick = supervisor(name="Nadia Quick")
    answer_complaint(complaint, answer="Déjà.", by=quick, at=MONDAY_MORNING)
    page = office.post(page_of(complaint), {"answer": "Trop tard."}).text
    assert "Nadia Quick a déjà répondu à cette réclamation." in page
    assert "Trop tard." in page


def test_the_list_costs_the_same_however_long(office: Client, paula: User) -> None:
    def fill(times: int) -> None:
        for n in range(times):
            one = complain(PractitionerFactory(), words=f"Motif {n}.", at=MONDAY_MORNING)
            complain(PractitionerFactory(), words=f"Motif {n}.", at=MONDAY_MORNING)
            phoned()
            answer_complaint(one, answer="Voici.", by=paula, at=MONDAY_MORNING)

    fill(1)
    with CaptureQueriesContext(connection) as short:
        office.get(LIST)
    fill(4)
    with CaptureQueriesContext(connection) as long:
        office.get(LIST)
    assert len(long) == len(short)


def test_complaints_are_in_the_day_of_those_who_answer_and_receipts_in_danger_say_so(
    office: Client, complaint: Complaint, paula: User
) -> None:
    def tasks(days: int) -> list[str]:
        with time_machine.travel(MONDAY_MORNING + timedelta(days=days), tick=False):
            office.force_login(paula)  # a session lasts half a day
            groups = office.get(reverse("desk:my_day")).context["day"].groups
        complaints = [group for group in groups if group.label == "Réclamations à répondre"]
        return [task.words for group in complaints for task in group.tasks]

    who = str(complaint.practitioner)
    assert tasks(0) == tasks(7) == [who]
    assert tasks(8) == tasks(70) == [f"{who}, accusé de réception pas encore parti"]  # 3 days left
    leave(complaint)
    assert tasks(8) == [who]
    answer_complaint(complaint, answer="Voici.", by=paula, at=MONDAY_MORNING)
    assert tasks(70) == []


@pytest.mark.parametrize(
    ("days", "nearness"), [(0, "Dans les temps"), (50, "Bientôt"), (60, "Urgent"), (62, "Dépassée")]
)
def test_the_day_says_how_near_the_last_day_is(
    office: Client, complaint: Complaint, paula: User, days: int, nearness: str
) -> None:
    leave(complaint)
    with time_machine.travel(MONDAY_MORNING + timedelta(days=days), tick=False):
        office.force_login(paula)
        page = office.get(reverse("desk:my_day")).text
    (item,) = [part for part in page.split("<li>") if page_of(complaint) in part]
    assert nearness in item


def test_a_handler_has_no_complaint_in_their_day(desk: Client, complaint: Complaint) -> None:
    groups = desk.get(reverse("desk:my_day")).context["day"].groups
    assert "Réclamations à répondre" not in [group.label for group in groups]
    assert desk.get(LIST).status_code == 404
    assert desk.get(page_of(complaint)).status_code == 404


def test_the_closing_page_says_why_the_file_stays_open(
    office: Client, complaint: Complaint
) -> None:
    typed = {"outcome_1": "removed_by_author", "reason_1": "Vu en ligne.", "words": "Fin."}
    where = reverse("desk:close", args=[complaint.incident.reference])
    page = office.post(where, typed).text
    assert f"La réclamation {complaint.reference} sur ce dossier attend sa réponse" in page
    complaint.incident.refresh_from_db()
    assert complaint.incident.is_open
