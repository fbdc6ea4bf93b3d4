from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.template import Context, Template

from apps.legal.clock_words import clock_words
from apps.legal.interruption import Doubt
from apps.legal.republication import Grade
from apps.ui.meanings import read_clock, read_day

TODAY = date(2026, 11, 1)
STILL_TODAY = "peut-être dépassé\u00a0; encore possible jusqu’au dimanche 1er novembre 2026"
LAST_DAY_UNDER_CONDITION = (
    "dernier jour légal\u00a0: aujourd’hui\u00a0; sous condition\u00a0: consignation attendue"
)


@dataclass
class Deadline:
    """What the clock asks of a deadline, and nothing more. The law leaves two days after `act_by`,
    and no reading leaves a later one unless `later` says so."""

    act_by: date | None
    doubt: str = ""
    later: int | None = 0
    rule_label: str = "Diffamation publique – 3 mois"
    is_validated: bool = True
    explanation: list[str] = field(default_factory=lambda: ["Le délai court de la publication."])

    @property
    def is_unknown(self) -> bool:
        return self.act_by is None

    @property
    def prudent_day(self) -> date | None:
        return self.act_by and self.act_by + timedelta(1)

    @property
    def legal_last_day(self) -> date | None:
        return self.act_by and self.act_by + timedelta(2)

    @property
    def last_service_day(self) -> date | None:
        return self.act_by

    @property
    def possible_until(self) -> date | None:
        if self.legal_last_day is None or self.later is None:
            return None
        return self.legal_last_day + timedelta(self.later)

    @property
    def is_certain(self) -> bool:
        return self.act_by is not None and not self.doubt

    def words(self, today: date) -> str:
        said = clock_words(
            act_by=self.act_by,
            legal_last_day=self.legal_last_day,
            possible_until=self.possible_until,
            doubt=self.doubt,
            today=today,
        )
        return said or Grade.CERTAIN.label


def clock(deadline: Deadline, options: str = "") -> str:
    page = Template(f"{{% load ui %}}{{% clock deadline today {options} %}}")
    return page.render(Context({"deadline": deadline, "today": TODAY}))


def clock_tag(deadline: Deadline) -> str:
    page = Template("{% load ui %}{% clock_tag deadline today %}")
    return page.render(Context({"deadline": deadline, "today": TODAY}))


def ago(days: int, **fields: Any) -> Deadline:
    """A deadline to be acted on so many days ago: the last day of the law is two days later."""
    return Deadline(TODAY - timedelta(days), **fields)


def spaced(html: str) -> str:
    return html.replace("&nbsp;", "\u00a0")


@pytest.mark.parametrize(
    ("days", "meaning", "word"),
    [
        (0, "urgent", "Urgent"),
        (7, "urgent", "Urgent"),
        (8, "attention", "Bientôt"),
        (21, "attention", "Bientôt"),
        (22, "calm", "Dans les temps"),
    ],
)
def test_red_is_kept_for_the_last_week_and_amber_for_the_last_three(
    days: int, meaning: str, word: str
) -> None:
    day = TODAY + timedelta(days)
    for reading in (read_clock(Deadline(day), TODAY), read_day(day, TODAY)):
        assert (reading.meaning, reading.word) == (meaning, word)


@pytest.mark.parametrize(
    ("deadline", "word", "distance"),
    [
        (ago(1), "Urgent", "dernier jour légal\u00a0: lundi 2\u00a0novembre\u00a02026"),
        (ago(2), "Dernier jour", "dernier jour légal\u00a0: aujourd’hui"),
        (ago(3), "Dépassée", "délai dépassé depuis 1\u00a0jour"),
        (ago(9), "Dépassée", "délai dépassé depuis 7\u00a0jours"),
        (ago(3, doubt=Doubt.LATEST_DAY, later=1), "Peut-être dépassée", STILL_TODAY),
        (ago(3, doubt=Doubt.SUSPENSION, later=1), "Peut-être dépassée", STILL_TODAY),
        (
            ago(3, doubt=Doubt.DELIBERATION, later=None),
            "Peut-être dépassée",
            "peut-être dépassé\u00a0: à vérifier par l’avocat",
        ),
        (
            ago(3, doubt=Doubt.DEPOSIT, later=None),
            "Sous condition",
            "suspendu sous condition\u00a0: consignation attendue",
        ),
    ],
)
def test_once_its_day_has_passed_a_term_says_what_the_law_still_leaves(
    deadline: Deadline, word: str, distance: str
) -> None:
    reading = read_clock(deadline, TODAY)
    assert (reading.word, reading.distance) == (word, distance)
    for html in (clock(deadline), clock_tag(deadline)):
        assert distance.lower() in spaced(html).lower()
        is_over = "délai dépassé" in distance
        assert ("dépassé depuis" in html.lower()) is is_over
        assert "dépassée depuis" not in html.lower()


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (Deadline(TODAY + timedelta(9), Doubt.PENDING_ACT, 30), "acte à vérifier"),
        (
            Deadline(TODAY + timedelta(9), Doubt.DEPOSIT, None),
            "sous condition\u00a0: consignation attendue",
        ),
        (
            Deadline(TODAY + timedelta(90), Doubt.LATEST_DAY),
            "peut-être dépassé\u00a0; encore possible jusqu’au lundi 1er février 2027",
        ),
        (
            ago(3, doubt=Doubt.SUSPENSION, later=9),
            "discutée\u00a0: suspension à confirmer par l’avocat",
        ),
    ],
)
def test_what_is_in_doubt_is_said_beside_the_date(deadline: Deadline, words: str) -> None:
    for html in (clock(deadline), clock(deadline, "gentle=True"), clock_tag(deadline)):
        assert words in spaced(html).lower()
        assert "délai certain" not in html


def test_a_day_that_another_reading_gives_is_never_called_in_time() -> None:
    reading = read_clock(Deadline(TODAY + timedelta(90), Doubt.LATEST_DAY), TODAY)
    assert (reading.meaning, reading.word) == ("attention", "Peut-être dépassée")


def test_a_certain_date_needs_no_words() -> None:
    assert "clock-tag__words" not in clock_tag(Deadline(TODAY + timedelta(30)))


def test_a_practitioner_is_told_that_the_term_is_over_only_once_no_reading_leaves_a_day() -> None:
    over = clock(ago(3), "gentle=True")
    assert "semble dépassé depuis le" in over
    assert "samedi 31\u00a0octobre\u00a02026" in over
    assert "D’autres démarches restent possibles." in over
    open_still = spaced(clock(ago(3, doubt=Doubt.LATEST_DAY, later=1), "gentle=True"))
    assert "semble dépassé" not in open_still
    assert STILL_TODAY.capitalize() in open_still
    assert "envoyez votre déclaration aujourd’hui" in open_still


@pytest.mark.parametrize("days", [1, 2])
def test_when_time_presses_one_is_called_rather_than_written_to(days: int) -> None:
    assert "appelez" in clock(ago(days))
    gentle = clock(ago(days), "gentle=True call_url='/rappel/'")
    assert '<a href="/rappel/">demandez à être rappelé aujourd’hui</a>' in gentle
    assert "rappelé" not in clock(Deadline(TODAY), "gentle=True call_url='/rappel/'")


@pytest.mark.parametrize(
    ("deadline", "state"),
    [
        (Deadline(TODAY + timedelta(30)), ""),
        (Deadline(None), "date inconnue"),
        (ago(2), "dernier jour légal\u00a0: aujourd’hui"),
        (ago(2, doubt=Doubt.DEPOSIT), LAST_DAY_UNDER_CONDITION),
        (Deadline(TODAY + timedelta(9), Doubt.PENDING_ACT), "acte à vérifier"),
    ],
)
def test_the_state_fits_in_one_phrase(deadline: Deadline, state: str) -> None:
    assert read_clock(deadline, TODAY).state == state


def test_an_unknown_date_is_treated_as_almost_over() -> None:
    card, tag = clock(Deadline(None)), clock_tag(Deadline(None))
    for html in (card, tag):
        assert "urgent" in html
        assert "Date inconnue" in html
        assert "traiter comme presque finie" in html
    assert "Date théorique" not in card
    assert "délai certain" not in card + tag


def test_the_card_shows_the_driving_date_in_full_and_how_far_it_is() -> None:
    html = clock(Deadline(date(2026, 11, 13)))
    assert '<time datetime="2026-11-13">vendredi 13\u00a0novembre\u00a02026</time>' in html
    assert "dans 12\u00a0jours" in html


def test_the_card_shows_every_date_and_how_it_was_found() -> None:
    html = clock(Deadline(date(2026, 11, 13)))
    for words in (
        "Date théorique",
        "dimanche 15\u00a0novembre\u00a02026",
        "Date prudente",
        "Date opérationnelle",
        "Dernier jour de signification",
        "Comment cette date est calculée",
        "Le délai court de la publication.",
    ):
        assert words in html


def test_a_brief_card_folds_the_other_dates_away() -> None:
    html = clock(Deadline(date(2026, 11, 13)), "brief=True")
    assert html.index("<details>") < html.index("Date théorique")


def test_the_card_says_when_no_lawyer_has_validated_the_rule() -> None:
    assert "pas encore validée" in clock(Deadline(TODAY, is_validated=False))
    assert "pas encore validée" not in clock(Deadline(TODAY))


@pytest.mark.parametrize(("days", "bars"), [(30, 21), (21, 21), (12, 12), (0, 0), (-9, 0)])
def test_the_bars_count_the_days_still_to_come_in_the_last_three_weeks(
    days: int, bars: int
) -> None:
    assert clock(Deadline(TODAY + timedelta(days))).count("is-left") == bars


def test_a_meaning_is_a_word_and_an_icon_before_it_is_a_colour() -> None:
    html = clock_tag(Deadline(TODAY + timedelta(5)))
    assert "<svg" in html
    assert "Urgent\u00a0:" in html.replace("&nbsp;", "\u00a0")
    assert "Dans 5\u00a0jours" in html


def test_no_icon_brings_an_inline_style() -> None:
    assert "style=" not in clock(Deadline(TODAY)) + clock_tag(Deadline(TODAY))
