"""Who may still read some words blind is shown the same, whatever label they already bear.

A file of which every page has something to show is read in one way, then in another, all else being
equal. Whoever may be the second reader opens every address, every tab, every filter and every
export: nothing may differ. The author of the reading, who knows it, sees the difference.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import zip_longest

import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponseBase
from django.urls import reverse

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.casework.deadlines.open_feed import open_feed
from apps.casework.missions.compile import compile
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.readings.do_step import do_step
from apps.casework.readings.ladder import to_do
from apps.casework.readings.qualify import qualify
from apps.casework.tasks import render_dossiers
from apps.desk.deadlines.board import TABS
from apps.desk.queue.shelves import SHELVES
from apps.directory.models import Partner
from apps.legal.taxonomy import Label
from apps.remedies.models import PlaybookStep
from tests.dossiers.reading import text_of
from tests.suite.worlds import in_world

from .addresses import addresses
from .factories import MONDAY_MORNING, assigned, handler, supervisor
from .test_canary import signed_in
from .worlds import busy_mission

# Each has consequences of its own: nothing to do; a clock of press law; civil and penal ones.
LABELS = (Label.OPINION, Label.INJ_PUB_AGG, Label.FAUX_AVIS)
THEIRS = ("desk:", "api:", "files:")
ATTEMPTS = {
    "close": (
        lambda incident: reverse("desk:close", args=[incident.reference]),
        {"outcome_1": "lawful", "reason_1": "Permis.", "words": "Fin.", "step": "close"},
    ),
    "let lapse": (
        lambda incident: reverse("desk:decide_not_to_act", args=[incident.reference, 1]),
        {"reason": "prospects", "words": "Preuve trop faible."},
    ),
}
TELLING = {
    "desk:qualify",
    "desk:file_readings",
    "desk:file_deadlines",
    "desk:file_steps",
    "desk:file_history",
    "desk:close",
    "desk:queue, FAUX_AVIS",
    "desk:queue_csv, FAUX_AVIS",
    "desk:choose_bulk, FAUX_AVIS",
    "in bulk, FAUX_AVIS",
    "tab 21-jours",
    "export 21-jours",
    "api:incident-detail",
    "api:incident-list",
    "their calendar",
    "its dossier",
    "attempt to close",
    "attempt to let lapse",
}
BULK = {"kind": "tag", "tag": "À revoir", "tous": "on"}


def theirs(mission: Assignment) -> dict[str, str]:
    """All that the insurer's people may open, and the lists in all their states."""
    found = {name: url for name, url in addresses(mission).items() if name.startswith(THEIRS)}
    for page in ("desk:queue", "desk:queue_csv", "desk:queue_counts", "desk:choose_bulk"):
        for label in LABELS:
            found[f"{page}, {label}"] = f"{reverse(page)}?qualification={label.value}"
    for shelf in SHELVES:
        found[f"shelf {shelf}"] = f"{reverse('desk:queue')}?vue={shelf}"
    for tab in TABS:
        found[f"tab {tab}"] = f"{reverse('desk:prescription')}?vue={tab}"
        found[f"export {tab}"] = f"{reverse('desk:prescription_csv')}?vue={tab}"
    return found


@dataclass(frozen=True)
class House:
    """The file, its lawyer's mission, and the senior who asks for the second reading."""

    mission: Assignment
    lawyers: Assignment
    senior: User

    @contextmanager
    def reads(self, label: Label) -> Iterator[dict[str, str]]:
        """The file while it is read so and waits to be read again blind, and the addresses that
        this opens; afterwards, it is as before."""
        before = transaction.savepoint()
        incident, at = self.mission.incident, MONDAY_MORNING
        by, review = incident.handler, incident.reviews.get(number=1)
        reading = qualify(review, start=0, end=50, label=label, reason="Motif.", by=by, at=at)
        do_step(to_do(PlaybookStep.objects.filter(review=review))[0], by=by, at=at)
        dossier = compile(self.lawyers, by=by, at=at)
        render_dossiers()
        ask_second_reading(reading, is_blind=True, by=self.senior, at=at)
        args = [incident.reference, 1, reading.pk]
        yield {
            "its second reading": reverse("desk:second_reading", args=args),
            "its dossier": reverse("files:dossier", args=[dossier.pk]),
        }
        transaction.savepoint_rollback(before)


# Two weeks before the three months are over: the file is on the boards.
two_weeks_before = time_machine.travel(MONDAY_MORNING + timedelta(days=56), tick=False)


@two_weeks_before
def house_with_a_lawyer() -> House:
    mission = busy_mission()
    lawyers = assigned(Partner.Kind.LAWYER, incident=mission.incident)
    return House(mission, lawyers, supervisor(name="Claire Vidal"))


pytestmark = in_world(house_with_a_lawyer)


@pytest.fixture
def house(db: None, world: House) -> Iterator[House]:
    with two_weeks_before:
        yield world


def same_but_for_keys(response: HttpResponseBase) -> str:
    """What an answer says, without what is drawn anew each time."""
    body = b"".join(response)
    text = text_of(body) if body.startswith(b"%PDF") else body.decode(errors="replace")
    text = re.sub(r"nonce=\S+|recherche=[\w-]+|\b[A-Za-z0-9]{64}\b|<code>\w{12}<", "", text)
    text = re.sub(r'="[^"]*"', lambda attribute: re.sub(r"\d+", "", attribute[0]), text)
    return f"{response.status_code} {text}"


def shown_to(user: User, house: House, where: dict[str, str], label: Label) -> dict[str, str]:
    """All that this person is shown of the file, read so."""
    client = signed_in(user)
    with house.reads(label) as more:
        shown = {name: same_but_for_keys(client.get(each)) for name, each in (where | more).items()}
        for other in LABELS:
            bulk = f"{reverse('desk:choose_bulk')}?qualification={other.value}"
            shown[f"in bulk, {other}"] = same_but_for_keys(client.post(bulk, BULK, follow=True))
            words = {"mots": other.label}
            found = client.post(reverse("desk:search"), words, follow=True)
            shown[f"search, {other}"] = same_but_for_keys(found)
        for verb, (address_of, given) in ATTEMPTS.items():
            answer = client.post(address_of(house.mission.incident), given, follow=True)
            shown[f"attempt to {verb}"] = same_but_for_keys(answer)
    return shown


def differences(
    user: User, house: House, labels: Sequence[Label], *, among: Collection[str] = ()
) -> dict[str, object]:
    """Where this person is not shown the same under two labels, and the first line that differs;
    of all that is theirs, or `among` some of it."""
    where = theirs(house.mission)
    if among:
        where = {name: url for name, url in where.items() if name in among}
    token = open_feed(by=user, at=MONDAY_MORNING).token
    where["their calendar"] = reverse("calendar_feed", args=[token])
    first, *others = (shown_to(user, house, where, label) for label in labels)
    return {
        name: first_difference(said, other[name])
        for other in others
        for name, said in first.items()
        if said != other[name]
    }


def first_difference(one: str, other: str) -> tuple[str, str]:
    lines = zip_longest(one.split("\n"), other.split("\n"), fillvalue="")
    return next(pair for pair in lines if pair[0] != pair[1])


def test_a_senior_who_may_read_it_blind_is_shown_the_same(house: House) -> None:
    assert differences(supervisor(name="Karim Lefèvre"), house, LABELS) == {}


def test_so_is_a_colleague_who_may(house: House) -> None:
    """What is aggravated is for seniors to read: of the other labels, nothing is told."""
    labels = (Label.OPINION, Label.FAUX_AVIS)
    assert differences(handler(name="Nadia Colas"), house, labels) == {}


def test_the_author_is_shown_the_difference_everywhere(house: House) -> None:
    """The tests above can fail, on each of these."""
    author, labels = house.mission.incident.handler, (Label.OPINION, Label.FAUX_AVIS)
    assert differences(author, house, labels, among=TELLING).keys() >= TELLING
