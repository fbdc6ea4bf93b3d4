"""Questions in plain data: what is understood, and what is refused in one French line."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.legal.acts import ACTS
from apps.legal.enquiry import BadQuestion, answer

TODAY = date(2026, 11, 23)
KEYS = {
    *("rule", "window", "legal_last_day", "prudent_day", "act_by", "last_service_day"),
    *("possible_until", "state", "acts", "explanation"),
}


def ask(**question: Any) -> dict[str, Any]:
    return answer(question, today=TODAY)


def test_an_answer_has_exactly_the_promised_keys() -> None:
    result = ask(published="2026-08-15")

    assert set(result) == KEYS
    assert result["rule"] == "PRESS_3M"
    assert result["window"] == {"earliest": "2026-08-15", "latest": "2026-08-15"}
    assert result["legal_last_day"] == "2026-11-15"
    assert result["prudent_day"] == "2026-11-14"
    assert result["act_by"] == "2026-11-13"
    assert result["last_service_day"] == "2026-11-14"
    assert result["possible_until"] == "2026-11-15"
    assert result["state"] == "over"
    assert result["acts"] == []
    assert all(isinstance(line, str) for line in result["explanation"])


def test_nothing_given_is_an_unknown_date_without_any_deadline() -> None:
    for question in ({}, {"seen": "2026-11-23"}, {"published": None}):
        result = answer(question, today=TODAY)
        assert result["window"] == {"earliest": None, "latest": None}
        assert result["legal_last_day"] is result["act_by"] is result["possible_until"] is None
        assert result["state"] == "unknown"
        assert any("urgence" in line for line in result["explanation"])


def test_a_period_runs_from_its_first_day() -> None:
    result = ask(published="2026-08-15", until="2026-08-20")

    assert result["window"] == {"earliest": "2026-08-15", "latest": "2026-08-20"}
    assert result["legal_last_day"] == "2026-11-15"
    assert result["possible_until"] == "2026-11-20"


def test_a_relative_date_runs_from_the_oldest_day_it_can_mean() -> None:
    result = ask(relative="il y a 2 mois", seen="2026-11-23")

    assert result["window"] == {"earliest": "2026-08-23", "latest": "2026-09-23"}
    assert result["legal_last_day"] == "2026-11-23"


def test_two_ways_of_dating_keep_the_widest_window() -> None:
    result = ask(published="2026-08-30", relative="il y a 2 mois", seen="2026-11-23")

    assert result["window"] == {"earliest": "2026-08-23", "latest": "2026-09-23"}


@given(st.dates(date(2026, 8, 20), TODAY))
def test_the_day_of_discovery_changes_nothing(seen: date) -> None:
    question = {"published": "2026-08-15", "until": "2026-08-20"}

    assert answer(question | {"seen": seen.isoformat()}, today=TODAY) == answer(
        question, today=TODAY
    )


@pytest.mark.parametrize(
    "instant",
    [
        "2026-08-15T22:30:00Z",
        "2026-08-15T22:30Z",
        "2026-08-15 22:30:00.123456789Z",
        "2026-08-16T00:30:00+02:00",
        "2026-08-15t12:30:00-10:00",
    ],
)
def test_an_instant_is_read_with_its_offset(instant: str) -> None:
    assert ask(published=instant)["window"]["earliest"] == "2026-08-16"
    assert ask(published=instant, territory="987")["window"]["earliest"] == "2026-08-15"


def test_the_explanation_says_how_many_days_remain_and_what_may_be_left() -> None:
    def last_lines(published: str, **more: str) -> str:
        return "\n".join(ask(published=published, **more)["explanation"][-2:])

    assert last_lines("2026-08-15").endswith(
        "lundi 23 novembre 2026\u00a0: passée depuis 10 jours.\nÉtat\u00a0: délai dépassé."
    )
    assert last_lines("2026-08-25").endswith("il reste 1 jour.")
    assert last_lines("2026-08-24").endswith("il reste 0 jour.")
    assert last_lines("2026-08-23").endswith("État\u00a0: dernier jour légal\u00a0: aujourd’hui.")
    assert last_lines("2026-08-15", until="2026-10-01").endswith(
        "encore possible jusqu’au vendredi 1er janvier 2027."
    )


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ({"published": "2026-02-30"}, "n’existe pas"),
        ({"published": "2026-13-01"}, "n’existe pas"),
        ({"published": "2025-02-29"}, "n’existe pas"),
        ({"published": "0000-01-01"}, "n’existe pas"),
        ({"published": "0226-08-15"}, "vraisemblable"),
        ({"published": "15/08/2026"}, "AAAA-MM-JJ"),
        ({"published": "20260815"}, "AAAA-MM-JJ"),
        ({"published": "2026-W33-6"}, "AAAA-MM-JJ"),
        ({"published": "2026-8-15"}, "AAAA-MM-JJ"),
        ({"published": " 2026-08-15"}, "AAAA-MM-JJ"),
        ({"published": "٢٠٢٦-٠٨-١٥"}, "AAAA-MM-JJ"),
        ({"published": ""}, "AAAA-MM-JJ"),
        ({"published": "hier"}, "AAAA-MM-JJ"),
        ({"published": "2026-08-15T22:30:00"}, "décalage"),
        ({"published": "2026-08-15T25:30:00Z"}, "Instant illisible"),
        ({"published": "2026-08-15T22:30:00+25:00"}, "Instant illisible"),
        ({"published": "2026-08-15Tmidi"}, "Instant illisible"),
        ({"published": "2026-02-30T10:00:00Z"}, "n’existe pas"),
        ({"published": "0001-01-01T00:00:00+14:00"}, "calendrier"),
        ({"published": "2026-08-20", "until": "2026-08-15"}, "précède son début"),
        ({"published": "2026-08-20", "until": "2026-08-32"}, "n’existe pas"),
        ({"until": "2026-08-20"}, "demande un début"),
        ({"published": "2026-08-20", "seen": "2026-08-19"}, "ne peut pas suivre"),
        ({"published": "2026-08-20", "seen": "demain"}, "AAAA-MM-JJ"),
        ({"relative": "il y a 2 mois"}, "le jour où elle a été vue"),
        ({"relative": "naguère", "seen": "2026-11-23"}, "illisible"),
        ({"published": "2026-08-15", "rule": "PRESS_4M"}, "Règle inconnue"),
        ({"published": "2026-08-15", "rule": "press_3m"}, "Règle inconnue"),
        ({"published": "2026-08-15", "territory": "99"}, "Territoire inconnu"),
        ({"published": "2026-08-15", "territory": ""}, "Territoire inconnu"),
        ({"territory": "99"}, "Territoire inconnu"),
        ({"published": "2026-08-15", "acts": ["2026-09-01:PIGEON"]}, "Acte inconnu"),
        ({"acts": ["2026-09-01:PIGEON"]}, "Acte inconnu"),
        ({"published": "2026-08-15", "acts": ["2026-09-31:ASSIGNATION"]}, "n’existe pas"),
        ({"published": "2026-11-24"}, "postérieur à aujourd’hui"),
        ({"published": "2026-11-23T23:30:00Z"}, "postérieur à aujourd’hui"),
        ({"published": "2026-08-15", "until": "2026-11-24"}, "postérieur à aujourd’hui"),
        ({"published": "2026-08-15", "seen": "2026-11-24"}, "postérieur à aujourd’hui"),
        ({"relative": "hier", "seen": "2026-11-24"}, "postérieur à aujourd’hui"),
        ({"published": "2026-08-15", "acts": ["2026-11-24:ASSIGNATION"]}, "postérieur à"),
        ({"acts": ["2026-11-24:ASSIGNATION"]}, "postérieur à aujourd’hui"),
        ({"acts": ["2026-09-01:PLAINTE_CPC:consignation=2026-11-24"]}, "postérieur à"),
        ({"published": "2026-08-15", "acts": ["ASSIGNATION"]}, "Acte illisible"),
        ({"published": "2026-08-15", "acts": ["2026-09-01"]}, "Acte illisible"),
        ({"published": "2026-08-15", "acts": ["2026-09-01:"]}, "Acte inconnu"),
        ({"published": "2026-08-15", "acts": [":ASSIGNATION"]}, "Date illisible"),
        ({"published": "2026-08-15", "acts": "2026-09-01:ASSIGNATION"}, "liste de textes"),
        ({"published": "2026-08-15", "acts": [{"date": "2026-09-01"}]}, "liste de textes"),
        ({"acts": ["2026-09-01:ASSIGNATION:autorisé"]}, "Option d’acte inconnue"),
        ({"acts": ["2026-09-01:ASSIGNATION:autorise=oui"]}, "Option d’acte inconnue"),
        ({"acts": ["2026-09-01:ASSIGNATION:procedure"]}, "Option d’acte inconnue"),
        ({"acts": ["2026-09-01:ASSIGNATION:procedure="]}, "Option d’acte inconnue"),
        ({"acts": ["2026-09-01:PLAINTE_CPC:consignation"]}, "Option d’acte inconnue"),
        ({"acts": ["2026-09-01:PLAINTE_CPC:consignation=mai"]}, "Date illisible"),
        ({"acts": ["2026-09-01:PLAINTE_CPC:consignation=2026-09-31"]}, "n’existe pas"),
        ({"acts": ["2026-09-01:PLAINTE_CPC:consignation=2026-08-31"]}, "avant le dépôt"),
        ({"acts": ["2026-09-01:PLAINTE_CPC:delai=2026-08-31"]}, "avant le dépôt"),
        ({"acts": ["2026-09-01:ASSIGNATION:dispense"]}, "Seule une plainte"),
        ({"acts": ["2026-09-02:PLAINTE_CPC:dispense,consignation=2026-09-03"]}, "choisir"),
        (
            {"published": "2026-08-15", "acts": ["2026-09-01:ASSIGNATION:lieu=99"]},
            "Territoire inconnu",
        ),
        ({"published": "2026-08-15", "route": "x"}, "civil ou criminal"),
        ({"published": "2026-08-15", "route": "CIVIL"}, "civil ou criminal"),
        ({"published": "2003-08-15", "rule": "PRESS_1Y"}, "de leur temps"),
        ({"published": 20260815}, "texte entre guillemets"),
        ({"published": True}, "texte entre guillemets"),
        ({"published": ["2026-08-15"]}, "texte entre guillemets"),
        ({"published": "2026-08-15", "territory": 974}, "texte entre guillemets"),
        ({"publised": "2026-08-15"}, "Champ inconnu"),
        ([], "objet JSON"),
        ("2026-08-15", "objet JSON"),
        (None, "objet JSON"),
    ],
)
def test_a_bad_question_gets_one_line_in_french(question: object, message: str) -> None:
    with pytest.raises(BadQuestion, match=message) as caught:
        answer(question, today=TODAY)
    assert len(str(caught.value).splitlines()) == 1


def test_a_message_stays_on_one_line_whatever_was_typed() -> None:
    for question in ({"relative": "il y a\n2\u2028lunes", "seen": "2026-11-23"}, {"a\nb": "c"}):
        with pytest.raises(BadQuestion) as caught:
            answer(question, today=TODAY)
        assert len(str(caught.value).splitlines()) == 1


plain_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
fields = st.dictionaries(
    st.sampled_from(
        ["published", "until", "seen", "relative", "territory", "rule", "route", "acts"]
    ),
    plain_data | st.dates().map(str) | st.datetimes().map(str) | st.lists(st.text()),
)


typed_acts = st.builds(
    "{}:{}:{}".format,
    st.dates(date(2026, 1, 1), TODAY),
    st.sampled_from([row.code for row in ACTS]),
    st.sampled_from(["", "autorise", "dispense", "irregulier", "procedure=B", "consignation=x"]),
)


@given(plain_data | fields)
def test_no_question_whatever_raises_anything_else(question: object) -> None:
    with suppress(BadQuestion):
        assert set(answer(question, today=TODAY)) == KEYS


@given(st.lists(typed_acts, max_size=4), st.sampled_from(["civil", "criminal"]))
def test_no_act_whatever_raises_anything_else(acts: list[str], route: str) -> None:
    question = {"published": "2026-01-20", "acts": acts, "route": route}
    with suppress(BadQuestion):
        told = answer(question, today=TODAY)
        assert [one["on"] for one in told["acts"]] == sorted(text[:10] for text in acts)
        assert set(answer({"acts": acts}, today=TODAY)) == KEYS
