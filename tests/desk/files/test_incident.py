from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.assignments.models import LawyerRequest
from apps.casework.deadlines.remind import remind
from apps.casework.missions.accept import accept
from apps.casework.missions.compile import compile
from apps.casework.missions.decline import decline
from apps.casework.missions.request_lawyer import request_lawyer
from apps.casework.readings.do_step import do_step
from apps.casework.readings.ladder import to_do
from apps.casework.readings.skip_step import skip_step
from apps.directory.models import Partner
from apps.dossiers.models import Dossier
from apps.incidents.circumstances import FacilityPage
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.legal.playbook import LadderStep
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.mailbox.models import Letter, LetterStatus
from apps.remedies.models import PlaybookStep
from tests.factories import (
    MONDAY_MORNING,
    ContractFactory,
    PartnerFactory,
    PractitionerFactory,
    assigned,
    declared_incident,
    declared_review,
    ended,
    handler,
    qualified_incident,
    read_as,
    supervisor,
    taken_incident,
)


def read(client: Client, incident: Incident, query: str = "", *, tab: str = "incident") -> str:
    response = client.get(reverse(f"desk:{tab}", args=[incident.reference]) + query)
    assert response.status_code == 200
    return response.content.decode()


def proposed_step(client: Client, incident: Incident) -> str:
    response = client.get(reverse("desk:incident", args=[incident.reference]))
    step = response.context["step"]
    return step.label if step else ""


# --- What the page shows --------------------------------------------------------------------------


def test_on_the_last_legal_day_one_calls(desk: Client, sofia: User) -> None:
    practitioner = PractitionerFactory(phone="01 99 00 11 22")
    last_day = declared_review(window=Window.on_day(date(2026, 8, 23)))
    pressing = qualified_incident(sofia, practitioner=practitioner, reviews=[last_day])
    page = read(desk, pressing)
    assert "Dernier jour légal\u00a0: aujourd’hui" in page
    assert "épassée depuis" not in page
    assert '<a href="tel:01 99 00 11 22">' in page
    calm = qualified_incident(sofia, practitioner=practitioner)
    assert "Appelez aujourd’hui" not in read(desk, calm)


@pytest.mark.parametrize(
    ("window", "state"),
    [
        (Window.on_day(date(2026, 8, 22)), "Délai dépassé depuis 1\u00a0jour"),
        (
            Window.between(date(2026, 8, 20), date(2026, 11, 10)),
            "Peut-être dépassé\u00a0; encore possible jusqu’au mercredi 10 février 2027",
        ),
    ],
)
def test_it_is_over_only_once_no_reading_leaves_a_day(
    desk: Client, sofia: User, window: Window, state: str
) -> None:
    incident = qualified_incident(sofia, reviews=[declared_review(window=window)])
    lists = {
        "queue": reverse("desk:queue"),
        "preview": f"{reverse('desk:queue')}?ouvrir={incident.reference}",
        "bulk": reverse("desk:choose_bulk"),
    }
    for name, address in lists.items():
        assert state in desk.get(address).text, name
    assert state in read(desk, incident)


def test_the_clock_is_shown_with_its_dates_and_its_reasoning(desk: Client) -> None:
    page = read(desk, declared_incident())
    assert "lundi 1er\xa0février\xa02027" in page
    assert "Comment cette date est calculée" in page


def test_labelled_passages_are_marked_and_explained(desk: Client) -> None:
    page = read(desk, qualified_incident())
    assert "<mark>Ce chirurgien a opéré sans autorisation le 3 mars.</mark><sup>1</sup>" in page
    assert "Diffamation publique envers un particulier" in page
    assert "Fait précis, vérifiable, imputé à la personne." in page
    assert "Orientation du gestionnaire, sans valeur de qualification judiciaire." in page


def test_a_reading_that_was_replaced_is_not_shown_as_in_force(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia)
    read_as(
        incident.reviews.get(),
        Label.OPINION,
        reason="Après relecture, jugement de valeur.",
        by=sofia,
    )
    page = read(desk, incident)
    assert "Après relecture, jugement de valeur." in page
    assert "Fait précis, vérifiable" not in page


@pytest.mark.parametrize(
    ("window", "words"),
    [
        (Window.on_day(date(2026, 11, 2)), "Lundi 2\xa0novembre\xa02026"),
        (
            Window.between(date(2026, 10, 1), date(2026, 10, 8)),
            "Entre le jeudi 1er\xa0octobre\xa02026 et le jeudi 8\xa0octobre\xa02026",
        ),
        (Window.unknown(), "Date inconnue"),
    ],
)
def test_the_publication_window_is_said_in_words(desk: Client, window: Window, words: str) -> None:
    assert words in read(desk, declared_incident(reviews=[declared_review(window=window)]))


def test_exhibits_are_shown_with_their_hash_and_their_download(desk: Client) -> None:
    incident = declared_incident(exhibits=1)
    exhibit = incident.exhibits.get()
    page = read(desk, incident, tab="file_exhibits")
    assert exhibit.sha256 in page
    assert reverse("files:exhibit", args=[exhibit.pk]) in page


def test_the_circumstances_are_all_there(desk: Client) -> None:
    incident = declared_incident(
        facility_page=FacilityPage.YES,
        already_reported=True,
        bailiff_report_on=date(2026, 11, 20),
        bailiff_report_was_urgent=True,
        bailiff_report_cost=Decimal(350),
    )
    page = read(desk, incident)
    for words in ("hôpital public", "vendredi 20\xa0novembre\xa02026", "en urgence", "350,00"):
        assert words in page


def test_a_file_without_a_contract_says_so(desk: Client) -> None:
    page = read(desk, declared_incident(PractitionerFactory(contract=None)), tab="file_cover")
    assert "Aucune garantie" in page
    assert "Aucun contrat à la date de déclaration" in page


def test_the_cover_is_read_from_the_contract(desk: Client) -> None:
    practitioner = PractitionerFactory(contract=None)
    ContractFactory(practitioner=practitioner, has_ereputation_assistance=False)
    page = read(desk, declared_incident(practitioner))
    assert "Protection juridique" in page
    assert "Assistance e-réputation" not in page


def test_a_mission_is_shown_with_its_state_and_why_it_was_declined(desk: Client) -> None:
    mission = assigned()
    decline(mission, reason="Hors ressort.", by=mission.partner.members.get(), at=MONDAY_MORNING)
    page = read(desk, mission.incident, tab="file_missions")
    assert "refusée" in page
    assert "Hors ressort." in page


def test_a_dossier_is_downloaded_once_it_is_ready(desk: Client, sofia: User) -> None:
    mission = assigned(incident=qualified_incident(sofia))
    dossier = compile(mission, by=sofia, at=MONDAY_MORNING)
    link = reverse("files:dossier", args=[dossier.pk])
    page = read(desk, mission.incident, tab="file_missions")
    assert "en préparation" in page
    assert link not in page
    dossier.state, dossier.sha256, dossier.file, dossier.size = "ready", "a" * 64, "x.pdf", 1
    dossier.save()
    page = read(desk, mission.incident, tab="file_missions")
    assert link in page
    assert "a" * 64 in page
    assert Dossier.objects.count() == 1


def test_the_written_choice_of_a_lawyer_is_shown(desk: Client) -> None:
    incident = taken_incident()
    assert "n’a pas encore exprimé son choix d’avocat" in read(desk, incident, tab="file_missions")
    request_lawyer(
        incident,
        choice=LawyerRequest.Choice.OWN,
        lawyer_name="Me Choisi",
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    assert "Me Choisi" in read(desk, incident, tab="file_missions")


def test_each_letter_is_shown_with_what_became_of_it(desk: Client) -> None:
    incident = declared_incident()
    Letter.objects.update(status=LetterStatus.FAILED, error="refused-550")
    page = read(desk, incident, tab="file_history")
    assert "Accusé de réception de la déclaration" in page
    assert "Le serveur de courrier a refusé la lettre." in page


def test_a_closed_file_shows_how_it_ended(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    ended(incident, words="Nous avons parlé.")
    page = read(desk, incident)
    assert "Retiré par son auteur" in page
    assert "Nous avons parlé." in page


# --- History, and reading that is recorded --------------------------------------------------------


def test_reading_a_file_is_recorded(desk: Client, sofia: User) -> None:
    incident = declared_incident()
    read(desk, incident)
    assert incident.events.get(kind=Kind.INCIDENT_READ).actor == sofia


def test_our_own_readings_are_shown_on_demand_only(desk: Client) -> None:
    incident = declared_incident()
    read(desk, incident)
    assert "Dossier consulté." not in read(desk, incident, tab="file_history")
    assert "Dossier consulté." in read(desk, incident, "?sujet=consultations", tab="file_history")


def test_history_is_newest_first(desk: Client) -> None:
    page = read(desk, taken_incident(), tab="file_history")
    assert page.index("Dossier pris en charge.") < page.index("Dossier déclaré par le sociétaire")


TABS = (
    "incident",
    "file_readings",
    "file_deadlines",
    "file_steps",
    "file_exhibits",
    "file_missions",
    "file_cover",
    "file_history",
    "write_message",
    "write_note",
)


@pytest.mark.parametrize("tab", TABS)
def test_the_number_of_queries_does_not_grow_with_the_file(
    desk: Client, sofia: User, tab: str
) -> None:
    small = qualified_incident(sofia)
    large = qualified_incident(sofia, reviews=[declared_review()] * 5, exhibits=3)
    for review in large.reviews.filter(number__gt=1):
        read_as(review, Label.OPINION, end=4, by=sofia)
    with CaptureQueriesContext(connection) as for_the_small:
        read(desk, small, tab=tab)
    with CaptureQueriesContext(connection) as for_the_large:
        read(desk, large, tab=tab)
    assert len(for_the_large) == len(for_the_small)


# --- The one thing to do now ----------------------------------------------------------------------


def test_first_take_it(desk: Client) -> None:
    assert proposed_step(desk, declared_incident()) == "Prendre ce dossier"


def test_then_qualify_each_content(desk: Client, sofia: User) -> None:
    reviews = [declared_review(), declared_review()]
    taken = taken_incident(sofia, reviews=reviews)
    assert proposed_step(desk, taken) == "Qualifier le contenu n°\xa01"
    begun = qualified_incident(sofia, reviews=reviews)
    assert proposed_step(desk, begun) == "Qualifier le contenu n°\xa02"


def test_a_reminder_that_is_due_comes_before_everything(desk: Client, sofia: User) -> None:
    near = declared_review(window=Window.on_day(date(2026, 8, 31)))
    incident = taken_incident(sofia, reviews=[near])
    remind(at=MONDAY_MORNING)
    assert proposed_step(desk, incident) == "J’accuse réception de l’échéance"
    deadline = incident.deadlines.get()
    desk.post(reverse("desk:acknowledge", args=[incident.reference, deadline.pk]))
    assert proposed_step(desk, incident) == "Qualifier le contenu n°\xa01"


def test_lawful_words_lead_to_the_advice_then_to_closing(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia, label=Label.OPINION)
    assert proposed_step(desk, incident) == "Envoyer le conseil\xa0: répondre ou non, et comment"
    for step in incident.reviews.get().playbook_steps.exclude(code=LadderStep.CLOSING):
        do_step(step, by=sofia, at=MONDAY_MORNING)
    assert proposed_step(desk, incident) == "Clore le dossier"


def test_proof_comes_before_the_lawyer(desk: Client, sofia: User) -> None:
    assert proposed_step(desk, qualified_incident(sofia)) == "Obtenir une capture entière"
    captured = qualified_incident(sofia, exhibits=1)
    assert proposed_step(desk, captured) == "Confier le constat au commissaire de justice"


def test_no_second_report_when_one_was_made(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia, bailiff_report_on=date(2026, 11, 20), exhibits=1)
    assert proposed_step(desk, incident) == "Recueillir par écrit le choix d’avocat"
    request_lawyer(
        incident,
        choice=LawyerRequest.Choice.PROPOSAL,
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    assert proposed_step(desk, incident) == "Remplir l’appréciation pour l’avocat"


def test_nothing_to_do_while_a_partner_works(desk: Client, sofia: User) -> None:
    mission = assigned(incident=qualified_incident(sofia, exhibits=1))
    assert proposed_step(desk, mission.incident) == "Établir le dossier du commissaire de justice"
    for step in to_do(PlaybookStep.objects.filter(review__incident=mission.incident)):
        skip_step(step, reason="Plus tard.", by=sofia, at=MONDAY_MORNING)
    assert proposed_step(desk, mission.incident) == ""
    accept(mission, by=mission.partner.members.get(), at=MONDAY_MORNING)
    assert "Rien à faire pour l’instant" in read(desk, mission.incident)


def test_a_refusal_brings_the_choice_back(desk: Client, sofia: User) -> None:
    mission = assigned(incident=qualified_incident(sofia, exhibits=1))
    decline(mission, reason="Absent.", by=mission.partner.members.get(), at=MONDAY_MORNING)
    step = "Confier le constat au commissaire de justice"
    assert proposed_step(desk, mission.incident) == step


def test_a_colleagues_file_is_read_but_not_worked_on(desk: Client) -> None:
    incident = taken_incident(handler(name="Karim Lefèvre"))
    page = read(desk, incident)
    assert "Ce dossier est suivi par Karim Lefèvre." in page
    assert reverse("desk:close", args=[incident.reference]) not in page
    assert reverse("desk:qualify", args=[incident.reference, 1]) not in page


def test_a_supervisor_works_on_every_file(client: Client, db: None) -> None:
    client.force_login(supervisor())
    assert proposed_step(client, taken_incident()) == "Qualifier le contenu n°\xa01"


def test_a_file_does_not_exist_for_a_partner(client: Client, db: None) -> None:
    client.force_login(PartnerFactory(kind=Partner.Kind.LAWYER).members.get())
    url = reverse("desk:incident", args=[declared_incident().reference])
    assert client.get(url).status_code == 404
