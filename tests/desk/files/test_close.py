from datetime import timedelta

from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.files.close import Ending
from apps.casework.files.close import close as close_file
from apps.casework.readings.skip_step import skip_step
from apps.incidents.models import Incident
from apps.incidents.status import Outcome, Status
from apps.legal.playbook import LadderStep
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import (
    MONDAY_MORNING,
    assigned,
    declared_incident,
    declared_review,
    ended,
    handler,
    qualified_incident,
    requested_information,
    supervisor,
    taken_incident,
)

ANSWERS = {
    "outcome_1": Outcome.REMOVED_BY_PLATFORM.value,
    "reason_1": "Constaté en ligne.",
    "words": "Google a retiré l’avis.",
}
CHECK, CLOSE, EDIT = ({"step": step} for step in ("check", "close", "edit"))


def url(incident: Incident, page: str = "close") -> str:
    return reverse(f"desk:{page}", args=[incident.reference])


def test_the_letter_shown_before_closing_is_the_one_that_leaves(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia)
    page = desk.post(url(incident), ANSWERS | CHECK).content.decode()
    incident.refresh_from_db()
    assert incident.is_open
    desk.post(url(incident), ANSWERS | CLOSE)
    letter = Letter.objects.get(kind="incident_closed")
    letter.claimed_at = MONDAY_MORNING
    write(letter)
    assert letter.subject in page
    for line in letter.body_text.split("-- ")[0].split("\n\n"):
        assert line.strip().split("\n")[0] in page


def test_a_file_ends_with_an_outcome_and_a_summary(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), ANSWERS | CLOSE, follow=True).content.decode()
    incident.refresh_from_db()
    assert (incident.status, incident.outcome) == (Status.CLOSED, "removed_by_platform")
    assert "Retiré par la plateforme" in page
    assert "Clôture en attente d’envoi" in page
    assert "Annuler la clôture" in page


def test_once_the_letter_has_left_nothing_is_awaited(desk: Client, sofia: User) -> None:
    incident = ended(taken_incident(sofia))
    Letter.objects.filter(kind="incident_closed").update(status="sent", sent_at=MONDAY_MORNING)
    assert "en attente d’envoi" not in desk.get(url(incident, "closed")).content.decode()


def test_the_consequences_are_said_before(desk: Client, sofia: User) -> None:
    mission = assigned(incident=qualified_incident(sofia))
    requested_information(mission.incident)
    page = desk.get(url(mission.incident)).content.decode()
    assert f"{mission.incident.practitioner} reçoit un courrier" in page
    assert f"La mission {mission.reference} prend fin" in page
    assert "lundi 1er\xa0février\xa02027" in page
    assert "Ce que vous attendez encore du sociétaire (1) est retiré" in page


def test_steps_neither_done_nor_set_aside_are_listed_and_keep_no_file_open(
    desk: Client, sofia: User
) -> None:
    incident = qualified_incident(sofia, exhibits=1)
    step = incident.reviews.get().playbook_steps.get(code=LadderStep.ASSESSMENT)
    skip_step(step, reason="Retiré depuis.", by=sofia, at=MONDAY_MORNING)
    page = desk.get(url(incident)).content.decode()
    left = page.split("démarches ni faites ni écartées")[1]
    assert "Contenu n° 1&nbsp;: Signaler le contenu à la plateforme" in left
    assert "Remplir l’appréciation" not in left
    assert "Obtenir une capture" not in left
    desk.post(url(incident), ANSWERS | CLOSE)
    incident.refresh_from_db()
    assert not incident.is_open
    assert "ni écartée" not in desk.get(url(taken_incident(sofia))).content.decode()


def test_how_long_it_is_kept_is_shown_before(desk: Client, sofia: User) -> None:
    answers = ANSWERS | CHECK | {"hold_reason": "Procédure pendante."}
    page = desk.post(url(taken_incident(sofia)), answers).content.decode()
    assert "dimanche 23\xa0novembre\xa02031" in page
    assert "Procédure pendante." in page


def test_each_thing_missing_is_said(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(), declared_review()])
    page = desk.post(url(incident), {**CHECK, "outcome_1": "advised"}).content.decode()
    assert "Contenu n°\xa01\xa0: joignez une preuve ou donnez un motif." in page
    assert "Contenu n°\xa02\xa0: choisissez son issue." in page
    assert "Écrivez au sociétaire ce qui a été fait." in page
    incident.refresh_from_db()
    assert incident.is_open


def test_one_may_go_back_and_change_an_answer(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), ANSWERS | EDIT).content.decode()
    assert "Google a retiré l’avis." in page
    assert "Voir le courrier avant de clore" in page
    incident.refresh_from_db()
    assert incident.is_open


def test_a_running_clock_is_said_and_keeps_the_file_open(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia)
    answers = ANSWERS | CLOSE | {"outcome_1": "refused"}
    page = desk.post(url(incident), answers).content.decode()
    assert "Signez d’abord la décision de ne pas agir" in page


def test_a_file_closed_meanwhile_says_by_whom_and_keeps_what_was_typed(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    close_file(
        incident,
        endings=[Ending(incident.reviews.get(), Outcome.REMOVED_BY_AUTHOR, reason="Vu.")],
        words="Fin.",
        by=supervisor(name="Nadia Cheffe"),
        at=MONDAY_MORNING,
    )
    answers = ANSWERS | CLOSE | {"words": "Autre bilan."}
    page = desk.post(url(incident), answers).content.decode()
    assert "Nadia Cheffe a déjà clos ce dossier" in page
    assert "Autre bilan." in page


def test_a_file_that_nobody_has_taken_is_not_closed(desk: Client) -> None:
    incident = declared_incident()
    page = desk.post(url(incident), ANSWERS | CLOSE).content.decode()
    assert "Personne ne suit encore ce dossier." in page
    incident.refresh_from_db()
    assert incident.status == Status.RECEIVED


def test_a_closing_is_taken_back_with_one_button(desk: Client, sofia: User) -> None:
    incident = ended(taken_incident(sofia))
    page = desk.post(url(incident, "undo_close"), follow=True).content.decode()
    assert "Clôture annulée." in page
    incident.refresh_from_db()
    assert incident.is_open


def test_after_a_day_only_reopening_is_left(desk: Client, sofia: User) -> None:
    incident = ended(taken_incident(sofia), at=MONDAY_MORNING - timedelta(hours=25))
    page = desk.get(url(incident, "closed")).content.decode()
    assert "Annuler la clôture" not in page
    page = desk.post(url(incident, "undo_close"), follow=True).content.decode()
    assert "24 heures" in page
    page = desk.post(url(incident, "reopen"), {"reason": ""}).content.decode()
    assert "Dites pourquoi ce dossier est rouvert." in page
    page = desk.post(url(incident, "reopen"), {"reason": "Revenu."}, follow=True).content.decode()
    assert f"Dossier {incident.reference} rouvert." in page


def test_a_colleague_neither_takes_back_nor_reopens(desk: Client) -> None:
    incident = ended(taken_incident(handler()))
    desk.post(url(incident, "undo_close"))
    page = desk.post(url(incident, "reopen"), {"reason": "Revenu."}).content.decode()
    assert "Seuls son gestionnaire et les responsables" in page
    incident.refresh_from_db()
    assert not incident.is_open
