"""A summons, from the hand that records it to the one that takes it back: at each step the board,
the queue, the calendar, the partners' dossiers and the letters say one and the same date."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.deadlines.open_feed import open_feed
from apps.casework.missions.accept import accept
from apps.casework.missions.dossier_content import dossier_content
from apps.deadlines.models import InterruptingAct
from apps.directory.models import Partner
from apps.incidents.models import Incident
from apps.legal.acts import ActDone
from apps.legal.limitation import compute
from apps.legal.rules import rule
from apps.legal.territories import territory
from apps.legal.windows import Window
from apps.legal.wording import full_date
from apps.mailbox.models import Letter
from tests.factories import assigned, declared_review, handler, qualified_incident, supervisor

from .conftest import DESKTOP, Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engine]
PRESS = rule("PRESS_3M")


@pytest.fixture
def people(transactional_db: None) -> tuple[User, User]:
    return handler(name="Sofia Renard"), supervisor(name="Karim Benali")


@pytest.fixture
def published() -> date:
    return localdate() - timedelta(days=70)


@pytest.fixture
def served() -> date:
    """The last day on which a bailiff could serve."""
    return territory("75").last_service_day(localdate() - timedelta(days=1))


@pytest.fixture
def incident(people: tuple[User, User], published: date) -> Incident:
    """A file that a lawyer and a bailiff are at work on."""
    now = timezone.now()
    window = Window.on_day(published)
    incident = qualified_incident(
        people[0], at=now, exhibits=1, reviews=[declared_review(window=window)]
    )
    for kind in (Partner.Kind.LAWYER, Partner.Kind.BAILIFF):
        mission = assigned(kind, incident=incident, at=now)
        accept(mission, by=mission.partner.members.get(), at=now)
    return incident


def everywhere(sofia: Visitor, incident: Incident) -> dict[str, date]:
    """The date by which one must act, as each place gives it."""
    incident.refresh_from_db()
    feed = open_feed(by=incident.handler, at=timezone.now())
    calendar = sofia.page.request.get(f"{sofia.site}/calendrier/{feed.token}.ics").text()
    day = calendar.split("DTSTART;VALUE=DATE:")[1][:8]
    found = {
        "queue": incident.act_by,
        "calendar": date(int(day[:4]), int(day[4:6]), int(day[6:])),
    }
    for assignment in incident.assignments.all():
        content = dossier_content(assignment, version=1, at=timezone.now())
        found[assignment.kind] = date.fromisoformat(content["clock"]["act_by"])
    return found


def on_the_board(sofia: Visitor, act_by: date) -> None:
    sofia.open("/bureau/prescription/?vue=45-jours")
    if sofia.page.get_by_text(f"{act_by:%d/%m/%Y}").count() == 0:
        sofia.open("/bureau/prescription/?vue=apres-assignation")
    sofia.sees(f"{act_by:%d/%m/%Y}")


def told(kind: str) -> set[str]:
    letters = Letter.objects.filter(kind=kind).select_related("recipient")
    return {letter.recipient.role for letter in letters}


def test_a_summons_recorded_checked_and_annulled(
    visitor: Callable[..., Visitor],
    people: tuple[User, User],
    incident: Incident,
    published: date,
    served: date,
) -> None:
    first = compute(PRESS, Window.on_day(published)).act_by
    later = compute(PRESS, Window.on_day(published), acts=[ActDone("ASSIGNATION", served)]).act_by
    sofia, karim = visitor("act-sofia", DESKTOP), visitor("act-karim", DESKTOP)
    for screen, person in zip((sofia, karim), people, strict=True):
        screen.sign_in(person)

    sofia.open(f"/bureau/dossiers/{incident.reference}/contenus/1/actes/ajouter/")
    sofia.page.get_by_label("Acte", exact=True).select_option("ASSIGNATION")
    sofia.date("Date de l’acte", served)
    sofia.fill("Accompli par", "Me Garnier")
    for box in sofia.page.locator("[name=summons_conditions]").all():
        box.check(force=True)
    sofia.page.get_by_label("Pièce qui le prouve").select_option(index=1)
    sofia.press("Enregistrer l’acte")
    sofia.sees("à vérifier par une seconde personne")
    assert sofia.page.locator("article").get_by_text("Si l’acte est confirmé").first.is_visible()
    assert set(everywhere(sofia, incident).values()) == {first}
    on_the_board(sofia, first)

    karim.open("/bureau/ma-journee/")
    karim.sees("Actes à vérifier (1)")
    karim.follow(incident.reference)
    karim.press("Confirmer l’acte")
    karim.sees("Acte confirmé")
    assert set(everywhere(sofia, incident).values()) == {later}
    on_the_board(sofia, later)
    assert told("date_moved") >= {"practitioner", "partner", "handler"}

    act = InterruptingAct.objects.open().get()
    karim.open(f"/bureau/dossiers/{incident.reference}/echeances/")
    karim.follow("Reprendre la vérification")
    karim.fill("Motif", "Le domicile n’est pas élu dans la ville du tribunal.")
    karim.press("Reprendre la vérification")
    karim.sees("Vérification reprise")
    assert set(everywhere(sofia, incident).values()) == {first}
    on_the_board(sofia, first)
    earlier = Letter.objects.filter(kind="date_moved", data__act_by=first.isoformat())
    assert {letter.recipient.role for letter in earlier} >= {"practitioner", "partner"}
    assert act.checks.count() == 1, "what was checked, and that it was taken back, are kept"
    assert full_date(later) not in sofia.page.locator("main").inner_text()
