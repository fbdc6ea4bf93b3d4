import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import settings

from apps.accounts.models import Role
from apps.mailbox.kinds import KINDS
from apps.mailbox.models import Letter
from apps.mailbox.render import write
from tests.factories import MONDAY_MORNING

from .samples import OF_NO_FILE, SAMPLES, letter

pytestmark = pytest.mark.django_db
REFERENCE = "ER-2026-000001"
MISSION = "M-000012"
PREFERENCES = f"{settings.SITE_URL}/mes-preferences/"
LEGAL = {"inaction_notice", "complaint_received", "complaint_answered"}
# What no mailbox should learn: that care was given, or what somebody is accused of.
FORBIDDEN = re.compile(
    r"patient|m[ée]dec|m[ée]dic|chirurg|dentist|soign|\bsoins?\b|malad|traitement|diagnos|h[ôo]pital"
    r"|hospital|cliniqu|ordonnance|\bopération\b|diffam|injur|dénigr|insult|harc[eè]l|victim"
    r"|agress|faux avis",
    re.IGNORECASE,
)


@pytest.fixture(autouse=True)
def at_one_moment(time_machine) -> None:
    """The key of a link is of its second, and both versions of a letter bear the same."""
    time_machine.move_to(MONDAY_MORNING, tick=False)


def written(kind: str, **changes: Any) -> Letter:
    sample = letter(kind, **changes)
    write(sample)
    return sample


def subject(kind: str, **changes: Any) -> str:
    return written(kind, **changes).subject


def test_there_is_a_sample_of_every_kind() -> None:
    assert set(SAMPLES) == set(KINDS)
    for kind, (role, data) in SAMPLES.items():
        assert role in KINDS[kind].to, kind
        assert set(data) == KINDS[kind].data, kind


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_subject_is_one_short_line_with_the_number(kind: str) -> None:
    template = settings.BASE_DIR / f"templates/letters/{kind}/subject.txt"
    assert template.read_text().count("\n") == 1
    said = subject(kind)
    assert REFERENCE in said or MISSION in said or kind in OF_NO_FILE
    assert len(said) <= 100


@pytest.mark.parametrize("kind", SAMPLES)
def test_it_has_one_button_and_perhaps_the_preferences_the_same_in_both_versions(
    kind: str,
) -> None:
    sample = written(kind)
    link, *others = re.findall(r"https?://\S+", sample.body_text)
    assert re.findall(r'href="([^"]*)"', sample.body_html) == [link, *others]
    assert link.startswith(f"{settings.SITE_URL}/")
    assert set(others) <= {PREFERENCES}


@pytest.mark.parametrize("kind", SAMPLES)
def test_only_practitioners_choose_and_never_what_the_law_has_us_write(kind: str) -> None:
    offered = PREFERENCES in written(kind).body_text
    assert offered == (SAMPLES[kind][0] == Role.PRACTITIONER and kind not in LEGAL)


@pytest.mark.parametrize("kind", SAMPLES)
def test_it_is_short_and_says_why_it_is_received(kind: str) -> None:
    sample = written(kind)
    assert len(sample.body_text.split()) <= 110
    assert "Vous recevez ce message parce que" in sample.body_text
    assert "Vous recevez ce message parce que" in sample.body_html


@pytest.mark.parametrize("kind", SAMPLES)
def test_it_says_nothing_that_a_mailbox_should_not_learn(kind: str) -> None:
    sample = written(kind)
    for part in (sample.subject, sample.body_text, sample.body_html):
        assert not FORBIDDEN.findall(part)


@pytest.mark.parametrize("kind", SAMPLES)
def test_both_versions_say_the_same(kind: str) -> None:
    sample = written(kind)
    html = re.sub(r"<style.*?</style>|<[^>]+>", " ", sample.body_html, flags=re.DOTALL)
    words = re.findall(r"\w+", html)
    for paragraph in sample.body_text.split("-- \n")[0].split("\n\n")[1:]:
        sentence = re.findall(r"\w+", re.sub(r"https?://\S+", "", paragraph))
        assert " ".join(sentence) in " ".join(words)


@pytest.mark.parametrize("kind", SAMPLES)
def test_french_spaces_do_not_break(kind: str) -> None:
    sample = written(kind)
    main = sample.body_text.split("\n\n", 1)[1].split("-- \n")[0]
    assert not re.findall(r"« | »| [;?!]", main)


# --- Where the link goes --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "role", "path"),
    [
        ("incident_declared", Role.PRACTITIONER, f"/mes-dossiers/{REFERENCE}/"),
        ("new_message", Role.PRACTITIONER, f"/mes-dossiers/{REFERENCE}/messages/"),
        ("new_message", Role.HANDLER, f"/bureau/dossiers/{REFERENCE}/"),
        ("deadline_reminder", Role.SUPERVISOR, f"/bureau/dossiers/{REFERENCE}/"),
        ("assignment_proposed", Role.PARTNER, "/partenaire/missions/12/"),
        ("dossier_ready", Role.PARTNER, "/partenaire/missions/12/"),
        ("next_act_due", Role.PARTNER, "/partenaire/"),
        ("date_moved", Role.PARTNER, "/partenaire/"),
        ("date_moved", Role.PRACTITIONER, f"/mes-dossiers/{REFERENCE}/"),
        ("date_moved", Role.HANDLER, f"/bureau/dossiers/{REFERENCE}/echeances/"),
        ("date_held", Role.PARTNER, "/partenaire/"),
        ("date_held", Role.PRACTITIONER, f"/mes-dossiers/{REFERENCE}/"),
        ("act_to_check", Role.SUPERVISOR, f"/bureau/dossiers/{REFERENCE}/actes/8/verifier/"),
        ("act_unchecked", Role.LEGAL_LEAD, f"/bureau/dossiers/{REFERENCE}/actes/8/verifier/"),
        ("next_act_due", Role.HANDLER, f"/bureau/dossiers/{REFERENCE}/"),
    ],
)
def test_the_link_opens_the_reader_s_own_page(kind: str, role: Role, path: str) -> None:
    assert f'href="{settings.SITE_URL}{path}"' in written(kind, role=role).body_html


# --- Reminders ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rung", "expected"),
    [
        (60, f"Échéance J-60 – dossier {REFERENCE}"),
        (7, f"Échéance J-7 – dossier {REFERENCE}"),
        (5, f"URGENT J-5 – dossier {REFERENCE} – date opérationnelle lundi 7 décembre 2026"),
        (0, f"URGENT J0 – dossier {REFERENCE} – date opérationnelle lundi 7 décembre 2026"),
        (-1, f"ALERTE : échéance dépassée sans décision – dossier {REFERENCE}"),
    ],
)
def test_the_subject_of_a_reminder_rises_with_the_urgency(rung: int, expected: str) -> None:
    assert subject("deadline_reminder", rung=rung) == expected


def test_a_reminder_says_how_many_days_are_left_when_it_leaves() -> None:
    late = letter("deadline_reminder")
    late.claimed_at = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # past midnight in Paris
    write(late)
    assert "lundi 7\u00a0décembre\u00a02026 (dans 12\u00a0jours)" in late.body_text


def test_a_reminder_asks_to_be_acknowledged_and_a_passed_date_for_a_decision() -> None:
    assert "accusez-le dans le dossier" in written("deadline_reminder").body_text
    passed = written("deadline_reminder", rung=-1).body_text
    assert "est passée sans décision" in passed
    assert "accusez" not in passed


@pytest.mark.parametrize(("rung", "word"), [(14, "J-14"), (0, "J0"), (-1, "dépassée")])
def test_an_unacknowledged_rung_is_named(rung: int, word: str) -> None:
    expected = f"Non accusé : échéance {word} – dossier {REFERENCE}"
    assert subject("reminder_unacknowledged", rung=rung) == expected


# --- Dates that move ------------------------------------------------------------------------------


def test_a_date_that_moved_says_both_dates_and_one_that_is_lost_how_to_take_it() -> None:
    told = written("date_moved")
    assert "Ancienne date opérationnelle : mardi 19\u00a0janvier\u00a02027." in told.body_text
    assert "lundi 7\u00a0décembre\u00a02026 (dans 14\u00a0jours)" in told.body_text
    assert told.subject == f"Nouvelle échéance lundi 7 décembre 2026 – dossier {REFERENCE}"
    lost = written("date_moved", act_by=None)
    assert lost.subject == f"Date de publication inconnue – dossier {REFERENCE}"
    assert "presque fini" in lost.body_text
    found = written("date_moved", former_act_by=None)
    assert "Ancienne date" not in found.body_text


def test_a_date_that_drives_once_the_first_has_passed_says_until_when_it_may_be_time() -> None:
    told = written("date_moved", possible_until="2026-12-08").body_text
    assert "Le premier jour possible est passé" in told
    assert "jusqu’au mardi 8\u00a0décembre\u00a02026" in told


def test_a_later_date_that_waits_counts_for_nothing_until_it_is_confirmed() -> None:
    told = written("date_held").body_text
    assert "Elle ne compte pas tant qu’une seconde personne ne l’a pas confirmée." in told
    assert "la date opérationnelle reste lundi 7\u00a0décembre\u00a02026" in told
    assert "presque fini" in written("date_held", act_by=None).body_text


@pytest.mark.parametrize("kind", ["act_to_check", "act_unchecked"])
def test_an_act_to_check_says_the_date_that_drives_until_then_in_its_own_paragraph(
    kind: str,
) -> None:
    words = "\n\nD’ici là, la date opérationnelle reste lundi 7\u00a0décembre\u00a02026"
    assert words in written(kind).body_text
    assert "D’ici là" not in written(kind, act_by=None).body_text


# --- Complaints -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("portal", "R-000006, le 23\u00a0novembre\u00a02026 à"),
        ("post", "R-000006, faite par courrier le lundi 23\u00a0novembre\u00a02026."),
        ("phone", "R-000006, faite par téléphone le lundi 23\u00a0novembre\u00a02026."),
        ("email", "R-000006, faite par e-mail le lundi 23\u00a0novembre\u00a02026."),
    ],
)
def test_a_receipt_says_how_the_complaint_was_made(channel: str, words: str) -> None:
    assert words in written("complaint_received", channel=channel).body_text


def test_a_receipt_that_was_posted_before_ways_were_told_can_still_be_written() -> None:
    waiting = letter("complaint_received")
    del waiting.data["channel"], waiting.data["sent_on"]
    write(waiting)
    assert "le 23\u00a0novembre\u00a02026 à" in waiting.body_text


def test_a_receipt_promises_no_day_that_is_past() -> None:
    assert "au plus tard le samedi 23" in written("complaint_received").body_text
    late = written("complaint_received", answer_by="2026-11-20").body_text
    assert "était due le vendredi 20\u00a0novembre\u00a02026" in late
    assert "au plus tard" not in late


@pytest.mark.parametrize(
    ("rung", "expected"),
    [
        (15, "J-15 – réclamation R-000006 – réponse avant la fin du lundi 7 décembre 2026"),
        (3, "URGENT J-3 – réclamation R-000006 – réponse avant la fin du lundi 7 décembre 2026"),
        (0, "URGENT J0 – réclamation R-000006 – réponse avant la fin du lundi 7 décembre 2026"),
        (-4, "ALERTE : réclamation R-000006 sans réponse, dernier jour dépassé"),
    ],
)
def test_the_reminder_of_a_complaint_rises_with_the_urgency(rung: int, expected: str) -> None:
    assert subject("complaint_reminder", rung=rung) == expected


def test_a_complaint_without_its_answer_may_go_to_the_mediator() -> None:
    assert "médiateur" in written("complaint_reminder", rung=-1).body_text
    near = written("complaint_reminder").body_text
    assert "lundi 7\u00a0décembre\u00a02026 (dans 14\u00a0jours)" in near
    assert "médiateur" not in near


# --- Partners and choices -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("partner_kind", "words"),
    [
        ("lawyer", "Mandat proposé"),
        ("bailiff", "Demande de constat internet"),
        ("technical", "Mission de retrait"),
    ],
)
def test_each_trade_is_asked_in_its_own_words(partner_kind: str, words: str) -> None:
    said = subject("assignment_proposed", partner_kind=partner_kind)
    assert said == f"{words} – réponse avant le vendredi 27 novembre 2026 – {MISSION}"


@pytest.mark.parametrize(
    ("partner_kind", "who"),
    [
        ("lawyer", "L’avocat"),
        ("bailiff", "Le commissaire de justice"),
        ("technical", "Le prestataire technique"),
    ],
)
def test_a_refusal_says_which_trade_said_no(partner_kind: str, who: str) -> None:
    expected = f"{who} n’a pas accepté – dossier {REFERENCE}"
    assert subject("assignment_declined", partner_kind=partner_kind) == expected


def test_a_second_version_says_that_it_replaces_the_first() -> None:
    assert subject("dossier_ready") == f"Dossier prêt – {MISSION} (version 1)"
    second = written("dossier_ready", version=2)
    assert second.subject == f"Pièces mises à jour – {MISSION} (version 2)"
    assert "remplace la précédente" in second.body_text
    assert "remplace" not in written("dossier_ready").body_text


def test_a_practitioner_may_still_act_until_a_day_that_is_not_past() -> None:
    words = "vous pouvez encore agir jusqu’au lundi 7 décembre 2026"
    assert words in subject("inaction_notice")
    for nothing_left in ("2026-11-20", None):
        sample = written("inaction_notice", act_by=nothing_left)
        assert sample.subject == f"Dossier {REFERENCE} : notre décision"
        assert "D’autres démarches restent possibles" in sample.body_text


@pytest.mark.parametrize("kind", ["inaction_notice", "incident_closed"])
def test_once_the_first_day_has_passed_a_practitioner_reads_until_when_it_may_be_time(
    kind: str,
) -> None:
    told = written(kind, act_by=None, possible_until="2026-12-08").body_text
    assert "est peut-être dépassé\u00a0; encore possible jusqu’au mardi 8" in told
    assert "vous pouvez encore agir" not in told


@pytest.mark.parametrize(
    ("act_by", "possible_until", "words"),
    [
        ("2026-12-07", "2026-12-08", "il faut agir, par prudence, avant le lundi 7"),
        ("2026-11-20", "2026-12-08", "est peut-être dépassé\u00a0; encore possible"),
        ("2026-11-20", "2026-11-21", "semble dépassé depuis le samedi 21"),
        (None, None, "comme s’il était presque fini"),
    ],
)
def test_the_clock_of_a_draft_says_over_once_no_reading_leaves_a_day(
    act_by: str | None, possible_until: str | None, words: str
) -> None:
    told = written("draft_clock", act_by=act_by, possible_until=possible_until)
    assert words in told.body_text
    assert ("Le délai court" in told.subject) == ("semble dépassé" not in words)


def test_a_reading_is_told_as_help_or_as_what_may_follow() -> None:
    lawful, unlawful, still_open = (
        written("review_qualified", orientation=each) for each in ("lawful", "unlawful", "open")
    )
    assert lawful.subject == f"Dossier {REFERENCE} : notre analyse et nos propositions"
    assert unlawful.subject == f"Dossier {REFERENCE} : les suites que nous proposons"
    assert still_open.subject == lawful.subject
    assert "Désagréable ne veut pas dire illégal" in lawful.body_text
    assert "Des suites sont possibles." in unlawful.body_text
    assert "permis par la loi" not in unlawful.body_text + still_open.body_text
    for told in (lawful, unlawful, still_open):
        assert "seul un juge peut trancher" in told.body_text


def test_a_lawful_content_ends_with_help_and_not_with_a_refusal() -> None:
    told = written("incident_closed", contents=[[1, "lawful"]])
    assert "Contenu n°\u00a01\u00a0: accompagné, propos permis par la loi." in told.body_text
    assert "Désagréable ne veut pas dire illégal." in told.body_text
    removed = written("incident_closed", contents=[[1, "removed_by_author"]])
    assert "Désagréable" not in removed.body_text
