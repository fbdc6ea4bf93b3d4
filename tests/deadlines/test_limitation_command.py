"""`manage.py limitation` as counsel and support type it: dates, reasons, refusals."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

KEYS = {
    *("rule", "window", "legal_last_day", "prudent_day", "act_by", "last_service_day"),
    *("possible_until", "state", "acts", "explanation"),
}
STATES = {"running", "disputed", "suspended", "unknown", "over"}


def typed(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as from a terminal, where no database answers."""
    return subprocess.run(
        [sys.executable, "manage.py", "limitation", *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def answered(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    asked = () if "--today" in arguments else ("--today", "2026-11-30")
    call_command("limitation", *arguments, *asked, "--json")
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def refused(*arguments: str) -> str:
    with pytest.raises(SystemExit) as leaving:
        call_command("limitation", *arguments)
    message = leaving.value.code
    assert isinstance(message, str), "a text makes the interpreter leave with status 1"
    assert len(message.splitlines()) == 1
    return message


def test_one_object_is_printed_without_any_database() -> None:
    ran = typed("--published", "2026-08-15", "--json")
    answer = json.loads(ran.stdout)

    assert ran.returncode == 0
    assert ran.stderr == ""
    assert set(answer) == KEYS
    assert answer["legal_last_day"] == "2026-11-15"
    assert answer["act_by"] == "2026-11-13"
    assert answer["state"] in STATES


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_bad_input_leaves_with_one_line_in_french_on_the_error_output(form: list[str]) -> None:
    ran = typed("--published", "2026-02-30", *form)

    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr == "Cette date n’existe pas\u00a0: «\u00a02026-02-30\u00a0».\n"


def test_without_any_date_it_ends_well_and_asks_for_haste() -> None:
    ran = typed("--json")
    answer = json.loads(ran.stdout)

    assert (ran.returncode, ran.stderr) == (0, "")
    assert {answer[name] for name in ("legal_last_day", "act_by", "possible_until")} == {None}
    assert answer["state"] == "unknown"
    assert any("traiter en urgence" in line for line in answer["explanation"])


def test_the_whole_line_of_the_issue_is_understood(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = "--published 2026-08-15 --until 2026-08-20 --territory 974 --rule PRESS_3M"
    acts = "--act 2026-11-02:ASSIGNATION --act 2026-10-01:PLAINTE_SIMPLE"

    answer = answered(capsys, *arguments.split(), *acts.split())

    assert answer["window"] == {"earliest": "2026-08-15", "latest": "2026-08-20"}
    assert answer["legal_last_day"] == "2027-02-02"


def test_a_relative_date_is_read_with_the_day_it_was_seen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = answered(capsys, "--seen", "2026-11-23", "--relative", "il y a 2 mois")

    assert answer["window"] == {"earliest": "2026-08-23", "latest": "2026-09-23"}
    assert answer["act_by"] == "2026-11-20"
    assert answer["possible_until"] == "2026-12-23"


def test_an_instant_is_read_in_the_territory(capsys: pytest.CaptureFixture[str]) -> None:
    answer = answered(capsys, "--published", "2026-08-16T08:00:00Z", "--territory", "987")

    assert answer["window"]["earliest"] == "2026-08-15"


def test_nothing_given_prints_no_date(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("limitation")
    page = capsys.readouterr().out

    assert "Date opérationnelle     inconnue" in page
    assert "État                    date inconnue" in page


def test_today_moves_the_day_on_which_it_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    window = ("--published", "2026-08-25", "--until", "2026-11-20")

    assert answered(capsys, *window, "--today", "2026-11-25")["state"] == "running"
    assert answered(capsys, *window, "--today", "2026-11-26")["state"] == "disputed"
    assert answered(capsys, *window, "--today", "2027-02-21")["state"] == "over"
    assert "postérieur" in refused(*window, "--today", "2026-11-19")


@pytest.mark.parametrize(
    ("act", "last_day"),
    [
        ("2026-04-19:ASSIGNATION", "2026-04-20"),
        ("2026-04-19:ASSIGNATION:autorise", "2026-07-19"),
        ("2026-04-15:ASSIGNATION:irregulier", "2026-04-20"),
        ("2026-04-15:PLAINTE_CPC", "2026-04-20"),
        ("2026-04-15:PLAINTE_CPC:consignation=2026-05-04", "2026-08-04"),
        ("2026-04-15:PLAINTE_CPC:dispense", "2026-07-15"),
    ],
)
def test_what_an_act_was_is_told_after_its_code(
    act: str, last_day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = answered(capsys, "--published", "2026-01-20", "--act", act)

    assert answer["legal_last_day"] == last_day
    (told,) = answer["acts"]
    assert set(told) == {"on", "code", "interrupts", "reason"}
    assert told["interrupts"] == (last_day != "2026-04-20")


def test_a_step_goes_to_the_suit_that_is_named_or_to_the_latest_of_its_route(
    capsys: pytest.CaptureFixture[str],
) -> None:
    good, void = (
        "2026-04-13:ASSIGNATION:procedure=A",
        "2026-04-14:ASSIGNATION:irregulier,procedure=B",
    )
    asked = ("--published", "2026-01-20", "--act", good, "--act", void, "--act")

    assert answered(capsys, *asked, "2026-04-17:PLACEMENT")["legal_last_day"] == "2026-07-13"
    named = answered(capsys, *asked, "2026-04-17:PLACEMENT:procedure=A")
    assert named["legal_last_day"] == "2026-07-17"


def test_the_route_says_before_which_judge(capsys: pytest.CaptureFixture[str]) -> None:
    suits = ("--act", "2026-04-13:CITATION_DIRECTE", "--act", "2026-04-15:ASSIGNATION")
    asked = ("--published", "2026-01-20", *suits, "--act", "2026-07-06:RENVOI")

    assert answered(capsys, *asked)["legal_last_day"] == "2026-10-06"
    assert answered(capsys, *asked, "--route", "criminal")["legal_last_day"] == "2026-10-06"
    assert answered(capsys, *asked, "--route", "civil")["legal_last_day"] == "2026-07-15"


def test_without_json_people_read_full_dates_and_reasons(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("limitation", "--published", "2026-08-15", "--today", "2026-11-30")
    page = capsys.readouterr().out

    assert "Date opérationnelle     vendredi 13 novembre 2026" in page
    assert "le délai n’en est pas prolongé" in page
    assert "État                    dépassé" in page


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--published 2026-08-20 --until 2026-08-15", "précède son début"),
        ("--published 2026-08-20 --rule NOPE", "Règle inconnue"),
        ("--published 2026-08-20 --territory 99", "Territoire inconnu"),
        ("--published 2026-08-20 --act 2026-09-01:NOPE", "Acte inconnu"),
        ("--seen 2026-11-23 --relative naguère", "illisible"),
        ("--relative hier", "le jour où elle a été vue"),
        ("--published 2026-12-01", "postérieur à aujourd’hui (lundi 30 novembre 2026)"),
        ("--published 2026-08-20 --until 2026-12-01", "postérieur à aujourd’hui"),
        ("--published 2026-08-20 --seen 2026-12-01", "postérieur à aujourd’hui"),
        ("--published 2026-08-20 --seen 2026-08-19", "ne peut pas suivre"),
        ("--published 2026-08-20 --act 2026-12-01:ASSIGNATION", "postérieur à aujourd’hui"),
        ("--published 2026-08-20 --act 2026-09-01:ASSIGNATION:nul", "Option d’acte inconnue"),
        ("--published 2026-08-20 --act 2026-09-01:ASSIGNATION:procedure", "Option d’acte inconnue"),
        ("--published 2026-08-20 --act 2026-09-31:ASSIGNATION", "n’existe pas"),
        (
            "--published 2026-08-20 --act 2026-09-02:PLAINTE_CPC:consignation=2026-09-01",
            "avant le dépôt de la plainte",
        ),
        ("--published 2026-08-20 --act 2026-09-02:PLAINTE_CPC:consignation=mai", "Date illisible"),
        ("--published 2026-08-20 --route x", "civil ou criminal"),
        ("--published 2026-08-20 --today demain", "Jour illisible"),
        ("--published 2026-08-20 --today 2026-02-30", "Jour illisible"),
        ("--published", "Option inconnue ou incomplète"),
        ("--publication 2026-08-20", "Option inconnue ou incomplète"),
        ("2026-08-20", "Option inconnue ou incomplète"),
        ("--batch /nowhere/questions.jsonl", "Fichier illisible"),
        ("--batch questions.jsonl --published 2026-08-20", "ne se combine"),
    ],
)
def test_a_refusal_says_what_is_wrong(arguments: str, message: str) -> None:
    today = [] if "--today" in arguments else ["--today", "2026-11-30"]

    assert message in refused(*today, *arguments.split())


def test_a_batch_answers_every_line_in_order_and_stops_at_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "questions.jsonl"
    lines = (
        b'\xef\xbb\xbf{"published": "2026-08-15"}',
        b"",
        b"not json",
        b'{"published": "2026-02-30"}',
        b"[1, 2]",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"relative": "\\ud800", "seen": "2026-11-23"}\r',
        b'{"published": "2026-01-20", "until": null, "acts": ["2026-04-15:ASSIGNATION"]}',
    )
    questions.write_bytes(b"\n".join(lines))

    call_command("limitation", "--batch", str(questions), "--today", "2026-11-30")
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert [list(answer) == ["error"] for answer in answers] == [False, *[True] * 7, False]
    assert answers[0]["legal_last_day"] == "2026-11-15"
    assert answers[3] == {"error": "Cette date n’existe pas\u00a0: «\u00a02026-02-30\u00a0»."}
    assert answers[8]["legal_last_day"] == "2026-07-15"


def test_today_moves_a_whole_batch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"published": "2026-08-15"}\n{"published": "2026-11-20"}\n')

    call_command("limitation", "--batch", str(questions), "--today", "2026-11-15")
    first, second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert first["state"] == "running"
    assert "postérieur à aujourd’hui (dimanche 15 novembre 2026)" in second["error"]


def test_a_batch_line_is_answered_like_the_same_options(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"published": "2026-08-15", "until": "2026-08-20", "territory": "67"}\n')

    call_command("limitation", "--batch", str(questions), "--json", "--today", "2026-11-30")
    from_batch = json.loads(capsys.readouterr().out)

    options = "--published 2026-08-15 --until 2026-08-20 --territory 67"
    assert from_batch == answered(capsys, *options.split())
