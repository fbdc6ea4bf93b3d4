from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.readings.do_step import do_step
from apps.legal.playbook import LadderStep
from apps.legal.taxonomy import Label
from apps.remedies.models import PlaybookStep
from tests.factories import MONDAY_MORNING, ended, handler, qualified_incident


def threat(by: User) -> PlaybookStep:
    incident = qualified_incident(by, label=Label.MENACES)
    return PlaybookStep.objects.get(review__incident=incident, code=LadderStep.POLICE)


def url(step: PlaybookStep) -> str:
    return reverse("desk:skip_step", args=[step.review.incident.reference, step.pk])


def test_the_page_says_what_is_set_aside_and_offers_to_do_it_instead(
    desk: Client, sofia: User
) -> None:
    page = desk.get(url(threat(sofia))).content.decode()
    assert "Conseiller de prévenir la police" in page
    assert "Un danger ne s’attend pas" in page
    assert "Faire plutôt cette démarche" in page
    assert "Ce motif reste interne" in page


def test_a_step_is_set_aside_with_its_reason(desk: Client, sofia: User) -> None:
    step = threat(sofia)
    page = desk.post(url(step), {"reason": "Plainte déjà déposée."}, follow=True).content.decode()
    assert "Démarche écartée\xa0: Conseiller de prévenir la police." in page
    assert "Plainte déjà déposée." in page
    step.refresh_from_db()
    assert (step.state, step.settled_by) == ("skipped", sofia)


def test_without_a_reason_the_page_says_what_to_do_beside_the_field_and_above(
    desk: Client, sofia: User
) -> None:
    step = threat(sofia)
    page = desk.post(url(step), {"reason": " "}).content.decode()
    assert page.count("Dites pourquoi cette démarche est écartée.") == 2
    assert "Erreur\xa0:" in page
    step.refresh_from_db()
    assert step.state == "to_do"


def test_a_reason_that_is_too_long_is_kept_and_refused(desk: Client, sofia: User) -> None:
    step = threat(sofia)
    page = desk.post(url(step), {"reason": "a" * 1001}).content.decode()
    assert "Ce motif dépasse 1\xa0000 caractères." in page
    assert "a" * 1001 in page


def test_what_a_colleague_has_done_meanwhile_is_said_and_what_was_typed_stays(
    desk: Client, sofia: User
) -> None:
    step = threat(sofia)
    do_step(step, by=handler(name="Karim Lefèvre"), at=MONDAY_MORNING)
    page = desk.post(url(step), {"reason": "Sans objet."}).content.decode()
    assert "déjà faite, par Karim Lefèvre" in page
    assert "Sans objet." in page
    step.refresh_from_db()
    assert step.state == "done"


def test_on_a_colleagues_file_and_on_a_closed_one_nothing_is_set_aside(
    desk: Client, sofia: User
) -> None:
    theirs = threat(handler(name="Karim Lefèvre"))
    page = desk.post(url(theirs), {"reason": "Non."}).content.decode()
    assert "Ce dossier est suivi par Karim Lefèvre." in page
    over = threat(sofia)
    ended(over.review.incident)
    assert "Ce dossier est terminé" in desk.post(url(over), {"reason": "Non."}).content.decode()
    assert not PlaybookStep.objects.filter(state="skipped").exists()


def test_the_step_of_another_file_is_not_found_there(desk: Client, sofia: User) -> None:
    step, other = threat(sofia), threat(sofia)
    address = reverse("desk:skip_step", args=[other.review.incident.reference, step.pk])
    assert desk.get(address).status_code == 404
