from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.template import Context, Template

from apps.ui.meanings import read_deadline

TODAY = date(2026, 11, 1)


@dataclass
class Deadline:
    """What the clock asks of a deadline, and nothing more."""

    act_by: date | None
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


def clock(deadline: Deadline, options: str = "") -> str:
    page = Template(f"{{% load ui %}}{{% clock deadline today {options} %}}")
    return page.render(Context({"deadline": deadline, "today": TODAY}))


def clock_tag(act_by: date | None) -> str:
    page = Template("{% load ui %}{% clock_tag act_by today %}")
    return page.render(Context({"act_by": act_by, "today": TODAY}))


@pytest.mark.parametrize(
    ("days", "meaning", "word"),
    [
        (-1, "urgent", "Dépassée"),
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
    reading = read_deadline(TODAY + timedelta(days), TODAY)
    assert (reading.meaning, reading.word) == (meaning, word)


def test_an_unknown_date_is_treated_as_almost_over() -> None:
    card, tag = clock(Deadline(None)), clock_tag(None)
    for html in (card, tag):
        assert "urgent" in html
        assert "Date inconnue" in html
        assert "traiter comme presque finie" in html
    assert "Date théorique" not in card


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


@pytest.mark.parametrize(("days", "bars"), [(30, 21), (21, 21), (12, 12), (0, 0), (-3, 0)])
def test_the_bars_count_the_days_still_to_come_in_the_last_three_weeks(
    days: int, bars: int
) -> None:
    assert clock(Deadline(TODAY + timedelta(days))).count("is-left") == bars


def test_a_meaning_is_a_word_and_an_icon_before_it_is_a_colour() -> None:
    html = clock_tag(TODAY + timedelta(5))
    assert "<svg" in html
    assert "Urgent\u00a0:" in html.replace("&nbsp;", "\u00a0")
    assert "Dans 5\u00a0jours" in html


def test_no_icon_brings_an_inline_style() -> None:
    assert "style=" not in clock(Deadline(TODAY)) + clock_tag(TODAY)
