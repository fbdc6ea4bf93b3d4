from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from apps.casework.correspondence.answer_complaint import answer_complaint
from apps.casework.correspondence.complain import complain
from apps.correspondence.models import Complaint
from apps.directory.models import Practitioner
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    closed_incident,
    declared_incident,
    handler,
    supervisor,
)

FORM = reverse("portal:complain")


def page_of(complaint: Complaint) -> str:
    return reverse("portal:complaint", args=[complaint.pk])


def phoned(surgeon: Practitioner, *, sent_on: date = date(2026, 11, 20)) -> Complaint:
    """What a colleague of the desk wrote down after a call."""
    return complain(
        surgeon,
        words="Personne ne rappelle.",
        channel=Complaint.Channel.PHONE,
        sent_on=sent_on,
        by=handler(name="Sofia Canari"),
        at=MONDAY_MORNING,
    )


def test_the_form_says_what_happens_next_and_by_when(phone: Client) -> None:
    page = phone.get(FORM).text
    assert "vendredi 4\u00a0décembre\u00a02026" in page
    assert "samedi 23\u00a0janvier\u00a02027" in page
    assert settings.MEDIATOR in page
    assert "2024-R-02" in page
    assert "n’arrête aucun délai pour agir en justice" in page


def test_a_complaint_about_a_file_is_sent_and_followed(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = declared_incident(surgeon)
    response = phone.post(FORM, {"incident": incident.reference, "words": "Trop lent."})
    complaint = surgeon.complaints.get()
    assert complaint.incident == incident
    assert response.url == page_of(complaint)
    page = phone.get(response.url).text
    assert "Trop lent." in page
    assert "au plus tard le <strong>samedi 23\u00a0janvier\u00a02027</strong>" in page
    assert page_of(complaint) in phone.get(FORM).text


def test_a_complaint_needs_no_file(phone: Client, surgeon: Practitioner) -> None:
    phone.post(FORM, {"words": "Personne ne répond au téléphone."})
    assert surgeon.complaints.get().incident is None


def test_the_file_one_comes_from_is_already_chosen(phone: Client, surgeon: Practitioner) -> None:
    incident = closed_incident(practitioner=surgeon)
    link = f"{FORM}?dossier={incident.reference}"
    assert link in phone.get(reverse("portal:incident", args=[incident.reference])).text
    assert f'value="{incident.reference}" selected' in phone.get(link).text


def test_the_link_is_at_the_foot_of_every_page(phone: Client) -> None:
    assert FORM in phone.get(reverse("portal:incidents")).text


def test_a_complaint_without_words_is_asked_for_again(phone: Client) -> None:
    assert phone.post(FORM, {"words": " "}).text.count("Écrivez ce que vous nous reprochez.") == 2
    assert not Complaint.objects.exists()


def test_one_too_long_keeps_its_text(phone: Client) -> None:
    words = "a" * 10_001
    page = phone.post(FORM, {"words": words}).text
    assert "dépasse 10\u00a0000 caractères" in page
    assert words in page
    assert not Complaint.objects.exists()


def test_the_file_of_a_colleague_cannot_be_complained_about(
    phone: Client, surgeon: Practitioner
) -> None:
    declared_incident(surgeon)
    theirs = declared_incident()
    page = phone.post(FORM, {"incident": theirs.reference, "words": "Trop lent."}).text
    assert "Choisissez l’un de vos dossiers, ou aucun." in page
    assert not Complaint.objects.exists()


def test_words_about_health_are_warned_about_once(phone: Client, surgeon: Practitioner) -> None:
    typed = {"words": "Vous avez lu le dossier de cette dame diabétique."}
    assert "aucune information médicale sur cette personne" in phone.post(FORM, typed).text
    phone.post(FORM, typed | {"health_words_seen": "yes"})
    assert surgeon.complaints.count() == 1


def test_the_answer_is_read_here_with_the_way_to_the_mediator(
    phone: Client, surgeon: Practitioner
) -> None:
    complaint = complain(surgeon, words="Trop lent.", at=MONDAY_MORNING)
    answer_complaint(complaint, answer="Nous reprenons.", by=supervisor(), at=MONDAY_MORNING)
    page = phone.get(page_of(complaint)).text
    assert "Nous reprenons." in page
    assert settings.MEDIATOR in page
    assert "Un responsable vous répond" not in page


@pytest.mark.parametrize("method", ["get", "head"])
def test_the_complaint_of_a_colleague_is_not_there(phone: Client, method: str) -> None:
    theirs = complain(PractitionerFactory(), words="canari", at=MONDAY_MORNING)
    assert getattr(phone, method)(page_of(theirs)).status_code == 404


def test_one_that_was_made_by_telephone_is_read_as_the_others(
    phone: Client, surgeon: Practitioner
) -> None:
    complaint = phoned(surgeon)
    assert "Faite par téléphone le vendredi 20\u00a0novembre\u00a02026" in phone.get(FORM).text
    page = phone.get(page_of(complaint)).text
    assert "faite par téléphone le vendredi 20\u00a0novembre\u00a02026" in page
    assert "Personne ne rappelle." in page
    assert "au plus tard le <strong>mercredi 20\u00a0janvier\u00a02027</strong>" in page
    assert "Canari" not in page


def test_one_whose_last_day_is_over_does_not_promise_a_day_that_is_past(
    phone: Client, surgeon: Practitioner
) -> None:
    complaint = phoned(surgeon, sent_on=MONDAY_MORNING.date() - timedelta(days=90))
    page = phone.get(page_of(complaint)).text
    assert "Notre réponse était due le" in page
    assert "au plus tard le" not in page
