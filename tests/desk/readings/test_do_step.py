from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.readings.skip_step import skip_step
from apps.legal.playbook import LadderStep
from apps.legal.taxonomy import Label
from apps.remedies.models import PlaybookStep
from tests.factories import MONDAY_MORNING, handler, qualified_incident


def advice(by: User) -> PlaybookStep:
    incident = qualified_incident(by, label=Label.OPINION)
    return PlaybookStep.objects.get(review__incident=incident, code=LadderStep.ADVICE)


def tick(desk: Client, step: PlaybookStep) -> str:
    address = reverse("desk:do_step", args=[step.review.incident.reference, step.pk])
    page = desk.post(address, follow=True).content.decode()
    step.refresh_from_db()
    return page


def test_a_step_is_ticked_from_the_ladder(desk: Client, sofia: User) -> None:
    step = advice(sofia)
    page = tick(desk, step)
    assert "Démarche faite\xa0: Envoyer le conseil" in page
    assert "Faite par Sofia Renard" in page
    assert step.state == "done"


def test_what_a_colleague_has_set_aside_meanwhile_is_said(desk: Client, sofia: User) -> None:
    step = advice(sofia)
    skip_step(step, reason="Non.", by=handler(name="Karim Lefèvre"), at=MONDAY_MORNING)
    assert "déjà écartée, par Karim Lefèvre" in tick(desk, step)
    assert step.state == "skipped"


def test_a_step_ticked_by_mistake_is_put_back(desk: Client, sofia: User) -> None:
    step = advice(sofia)
    page = tick(desk, step)
    assert "Remettre à faire" in page
    address = reverse("desk:redo_step", args=[step.review.incident.reference, step.pk])
    page = desk.post(address, follow=True).content.decode()
    assert "Démarche remise à faire\xa0: Envoyer le conseil" in page
    assert "Faite par Sofia Renard" not in page


def test_on_a_colleagues_file_nothing_is_ticked(desk: Client) -> None:
    step = advice(handler(name="Karim Lefèvre"))
    assert "Ce dossier est suivi par Karim Lefèvre." in tick(desk, step)
    assert step.state == "to_do"


def test_the_step_of_another_file_is_not_found_there(desk: Client, sofia: User) -> None:
    step, other = advice(sofia), advice(sofia)
    address = reverse("desk:do_step", args=[other.review.incident.reference, step.pk])
    assert desk.post(address).status_code == 404
