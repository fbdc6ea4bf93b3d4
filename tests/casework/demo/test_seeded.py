"""The whole demonstration, lived through once, on an awkward day: a bank holiday after midnight."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import localdate

from apps.accounts.models import Role, SavedView, User
from apps.assignments.models import Assignment
from apps.casework.access import incidents_for
from apps.casework.declarations.duplicates import same_contents
from apps.casework.demo import declared
from apps.casework.demo.cases import CASES
from apps.casework.demo.cases_of_the_interview import INTERVIEW
from apps.casework.demo.cases_of_the_law import LAW
from apps.casework.demo.desk import Desk
from apps.casework.demo.stories import begin, live_piece
from apps.casework.team.load import loads
from apps.correspondence.models import AdviceRequest, Call, CallBack, Complaint, SavedAnswerVersion
from apps.deadlines.models import Deadline
from apps.desk.queue.shelves import SHELVES, counts
from apps.dossiers.models import Dossier
from apps.incidents.models import (
    BulkAction,
    BulkItem,
    Declaration,
    Incident,
    Qualification,
    SecondReading,
)
from apps.incidents.status import Outcome, Status, WaitingOn
from apps.legal.rulings import RULINGS
from apps.legal.taxonomy import Label
from tests.suite.worlds import in_world

NOW = datetime(2026, 12, 31, 23, 40, tzinfo=UTC)  # 1 January 2027, twenty to one in the morning


def demonstration() -> Desk:
    with pytest.MonkeyPatch.context() as without:
        without.setattr(declared, "make_receipt", lambda _receipt, at: None)  # half of the time
        begin(now=NOW)
        live_piece(CASES)  # test_stories.py: piece by piece, the files are the same
        return Desk(now=NOW)


pytestmark = [pytest.mark.django_db, in_world(demonstration)]


@pytest.fixture
def desk(world: Desk) -> Desk:
    return world


# Each case: where it stands, what was held, which clocks are open and what became of them.
TABLE = {
    # The interview.
    "page-de-5000-membres": ("in_action", "DIFF_PUB INJ_PUB", "PRESS_3M court", ""),
    "site-responsable": ("in_action", "INJ_PUB", "PRESS_3M court", ""),
    "fiche-non-demandee": ("in_action", "RGPD", "PRESS_3M court", ""),
    "fiche-impossible-a-supprimer": ("closed", "RGPD", "", "refused"),
    "repondre-sur-google": ("closed", "OPINION", "", "answered"),
    "cinq-minutes-d-attente": ("closed", "OPINION", "", "lawful"),
    "droit-a-l-oubli": ("closed", "OPINION", "", "refused"),
    "commentaire-faux-de-trois-ans": (
        "in_action",
        "FAUX_AVIS",
        "PRESS_3M dépassé, CIVIL_5Y court, DELIT_6Y court",
        "",
    ),
    "levee-d-anonymat": ("in_action", "DIFF_PUB", "PRESS_3M court", ""),
    "indemnisation-d-un-auteur-connu": ("qualified", "DIFF_PUB", "PRESS_3M court", ""),
    "prestataire-technique": (
        "in_action",
        "DENIGREMENT",
        "PRESS_3M court, CIVIL_5Y court",
        "",
    ),
    # The case law.
    "hautain-et-antipathique": ("closed", "OPINION", "", "lawful"),
    "absorbe-par-son-telephone": ("qualified", "OPINION", "PRESS_3M court", ""),
    "franchement-antipathique": ("closed", "OPINION", "", "lawful"),
    "menteur-incompetent": ("closed", "DIFF_PUB", "", "court_decision"),
    "abdominoplastie-ratee": ("qualified", "DIFF_PUB", "PRESS_3M court", ""),
    "charcute-et-a-radier": ("in_action", "DIFF_PUB", "PRESS_3M court", ""),
    "des-voleurs-a-fuir": ("qualified", "INJ_PUB", "PRESS_3M court", ""),
    "nul-incompetent-charlatan": ("qualified", "INJ_PUB", "PRESS_3M court", ""),
    "un-escroc": ("in_action", "INJ_PUB", "PRESS_3M court", ""),
    "groupe-de-douze-personnes": ("qualified", "INJ_NP", "PRESS_3M court", ""),
    "un-onlay-sur-deux-sites": (
        "in_action",
        "DENIGREMENT",
        "PRESS_3M court, CIVIL_5Y court",
        "",
    ),
    "patients-inventes": (
        "in_action",
        "CYBERHARC FAUX_AVIS",
        "PRESS_3M court, CIVIL_5Y court, DELIT_6Y court",
        "",
    ),
    "cinq-avis-sous-pseudonyme": ("closed", "DENIGREMENT", "", "refused"),
}


def test_each_question_and_each_ruling_is_in_the_table() -> None:
    assert set(TABLE) == {case.name for case in (*INTERVIEW, *LAW)}
    assert all(case.question for case in INTERVIEW)


@pytest.mark.parametrize("name", TABLE)
def test_a_case_ends_as_the_answer_or_the_ruling_has_it(desk: Desk, name: str) -> None:
    incident = desk.file(name)
    readings = Qualification.objects.open().filter(passage__review__incident=incident)
    held = " ".join(sorted(set(readings.values_list("label", flat=True))))
    assert (incident.status, held, clocks(incident, desk), incident.outcome) == TABLE[name]


def clocks(incident: Incident, desk: Desk) -> str:
    """« PRESS_3M court, CIVIL_5Y court », in the order of their last days."""
    running = Deadline.objects.open().filter(incident=incident).order_by("legal_last_day", "pk")
    said = (
        f"{one.rule_code} {'dépassé' if one.legal_last_day < desk.today else 'court'}"
        for one in running
    )
    return ", ".join(dict.fromkeys(said))


@pytest.mark.parametrize("case", LAW, ids=lambda case: case.name)
def test_a_case_of_the_law_is_read_as_its_ruling(case) -> None:
    (ruling,) = (one for one in RULINGS if one.words.startswith(case.ruling))
    assert {Label(code) for code in TABLE[case.name][1].split()} <= set(ruling.labels)


def test_no_shelf_of_the_queue_is_empty(desk: Desk) -> None:
    sofia = desk.people["sofia"]
    held = counts(incidents_for(sofia), user=sofia, today=desk.today)
    assert set(held) == set(SHELVES)
    assert {name for name in SHELVES if not held[name]} == {
        "non_remis",  # letters leave after the seed
        "remplacement",  # the one who stands in for Thomas is Élodie
    }
    assert Incident.objects.count() == len(CASES)


def test_who_stands_in_for_a_colleague_finds_their_files(desk: Desk) -> None:
    elodie, thomas = desk.people["elodie"], desk.people["thomas"]
    standing_in = SHELVES["remplacement"].holds(elodie, desk.today)
    assert set(incidents_for(elodie).filter(standing_in).values_list("handler", flat=True)) == {
        thomas.pk
    }


def test_files_are_in_every_state_and_wait_for_everybody(desk: Desk) -> None:
    files = Incident.objects.all()
    assert set(files.values_list("status", flat=True)) == set(Status)
    assert set(files.values_list("waiting_on", flat=True)) == set(WaitingOn)
    assert set(files.values_list("outcome", flat=True)) == {*Outcome, ""}


def test_dates_come_near_and_pass(desk: Desk) -> None:
    running = Deadline.objects.open().exclude(incident__status=Status.CLOSED)
    left = [one.days_left(desk.today) for one in running]
    for most in (3, 7, 21):
        assert any(days is not None and 0 <= days <= most for days in left), most
    late = running.passed(today=desk.today).filter(legal_last_day__gte=desk.today)
    assert late.exists(), "passed, while the law still leaves a day"
    assert running.filter(legal_last_day__lt=desk.today).exists(), "over"
    assert running.undated().exists()
    assert running.interrupted().exists()
    assert running.disputed().exists()


def test_the_desk_has_work_of_every_kind(desk: Desk) -> None:
    assert set(Assignment.objects.values_list("state", flat=True)) == set(Assignment.State)
    overdue = Assignment.objects.open().filter(state="proposed", reply_by__lt=desk.today)
    assert overdue.exists()
    assert set(Dossier.objects.values_list("state", flat=True)) == {Dossier.State.READY}
    assert CallBack.objects.filter(closed_at=None).exists()
    assert Call.objects.exists()
    assert {bool(one.answered_at) for one in Complaint.objects.all()} == {True, False}
    by_phone = Complaint.objects.get(channel=Complaint.Channel.PHONE)
    assert by_phone.incident == desk.file("proces-en-cours")
    assert desk.today < by_phone.answer_by <= desk.today + timedelta(days=21)
    assert AdviceRequest.objects.filter(answered_at=None).exists()
    assert AdviceRequest.objects.exclude(answered_at=None).exists()
    assert SavedAnswerVersion.objects.filter(approved_at=None).exists()
    assert BulkAction.objects.exclude(run_at=None).exists()
    assert set(BulkItem.objects.values_list("state", flat=True)) == {BulkItem.State.DONE}
    assert SavedView.objects.exists()
    assert any(not second.agrees for second in SecondReading.objects.exclude(read_at=None))
    drafts = Declaration.objects.filter(incident=None)
    assert drafts.filter(handed_at=None).exists()
    assert drafts.exclude(handed_at=None).exists()


def test_the_team_shares_the_work_and_one_of_it_is_away(desk: Desk) -> None:
    carried = {load.person.email: load for load in loads(today=desk.today)}
    handlers = User.objects.filter(role=Role.HANDLER)
    assert all(carried[one.email].files for one in handlers)
    assert not carried["thomas@vigie.example"].is_present


def test_the_same_words_were_declared_by_two_insured(desk: Desk) -> None:
    (twin,) = same_contents(desk.file("vaccins-second-cabinet"))
    assert twin.incident == desk.file("vaccins-premier-cabinet")


def test_references_follow_the_days(desk: Desk) -> None:
    files = Incident.objects.order_by("declared_at", "pk")
    references = [one.reference for one in files]
    assert references == sorted(references)
    for one in files:
        assert one.declared_at <= NOW
        assert one.reference.startswith(f"ER-{localdate(one.declared_at).year}-")
