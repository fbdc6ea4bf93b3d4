"""What a blind second reading keeps from who may still give it, and what it never hides."""

from datetime import date

import pytest

from apps.accounts.models import User
from apps.casework.access import deadlines_for
from apps.casework.access.blind import BlindReadingAwaited
from apps.casework.deadlines.prescription import without_lawyer
from apps.casework.files.close import Ending, close
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.casework.readings.qualify import IdenticalPassages, qualify
from apps.casework.readings.second_reading import second_reading
from apps.deadlines.models import Deadline, InactionDecision
from apps.incidents.models import Incident, Qualification
from apps.incidents.status import Outcome
from apps.legal.taxonomy import Label
from tests.factories import MONDAY_MORNING, declared_review, handler, qualified_incident, supervisor

pytestmark = pytest.mark.django_db
TWICE = "Un charlatan, voilà. Un charlatan, voilà."


def to_read_blind(label: Label = Label.FAUX_AVIS, **fields: object) -> Incident:
    """A file whose only reading waits for a second person, who must not see it."""
    incident = qualified_incident(label=label, **fields)
    reading = Qualification.objects.get(passage__review__incident=incident)
    ask_second_reading(reading, is_blind=True, by=supervisor(), at=MONDAY_MORNING)
    return incident


def end(incident: Incident, *, by: User) -> None:
    endings = [Ending(incident.reviews.get(), Outcome.REMOVED_BY_AUTHOR, reason="Constaté.")]
    close(incident, endings=endings, words="Fin.", by=by, at=MONDAY_MORNING)


def let_lapse(incident: Incident, *, by: User) -> InactionDecision:
    review, reason = incident.reviews.get(), InactionDecision.Reason.PROSPECTS
    return decide_not_to_act(review, reason=reason, words="Non.", by=by, at=MONDAY_MORNING)


def rules_shown_to(user: User, incident: Incident, *, today: date) -> set[str]:
    shown = deadlines_for(user, today=today).open().filter(incident=incident)
    return set(shown.values_list("rule_code", flat=True))


def test_a_clock_that_a_hidden_label_adds_is_hidden_with_it() -> None:
    incident, today = to_read_blind(), MONDAY_MORNING.date()
    assert rules_shown_to(handler(), incident, today=today) == {"PRESS_3M"}
    everything = {"PRESS_3M", "CIVIL_5Y", "DELIT_6Y"}
    assert rules_shown_to(incident.handler, incident, today=today) == everything


def test_once_the_three_months_are_over_no_date_is_hidden() -> None:
    incident = to_read_blind()
    after = date(2027, 2, 3)
    assert rules_shown_to(handler(), incident, today=after) == {"PRESS_3M", "CIVIL_5Y", "DELIT_6Y"}


@pytest.mark.parametrize("act", [end, let_lapse])
def test_what_the_label_decides_waits_for_the_blind_reading(act) -> None:
    incident, karim = to_read_blind(), supervisor()
    with pytest.raises(BlindReadingAwaited, match="contenu n°\u00a01 attend une seconde lecture"):
        act(incident, by=karim)
    reading = Qualification.objects.get()
    second_reading(reading, label=Label.DIFF_PUB, reason="Non.", by=karim, at=MONDAY_MORNING)
    act(incident, by=karim)


@pytest.mark.parametrize("act", [end, let_lapse])
def test_the_author_of_the_reading_who_knows_it_does_not_wait(act) -> None:
    incident = to_read_blind()
    act(incident, by=incident.handler)


def test_the_refusal_of_identical_words_does_not_name_a_hidden_label() -> None:
    incident = to_read_blind(reviews=[declared_review(words=f"{TWICE:50}{TWICE:50}")])
    again = {"start": 50, "end": 100, "label": Label.OPINION, "reason": "Autre."}
    with pytest.raises(IdenticalPassages, match="déjà qualifiés autrement"):
        qualify(incident.reviews.get(), **again, by=supervisor(), at=MONDAY_MORNING)
    with pytest.raises(IdenticalPassages, match="déjà qualifiés «\u00a0Faux avis"):
        qualify(incident.reviews.get(), **again, by=incident.handler, at=MONDAY_MORNING)


@pytest.mark.parametrize("label", [Label.OPINION, Label.DIFF_PUB])
def test_without_a_lawyer_what_waits_to_be_read_blind_counts_as_unread(label: Label) -> None:
    incident = to_read_blind(label)
    assert without_lawyer(Deadline.objects.filter(incident=incident)).exists()
