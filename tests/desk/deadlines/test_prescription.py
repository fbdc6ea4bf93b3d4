from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.deadlines.acknowledge import acknowledge
from apps.casework.deadlines.add_publication import add_publication
from apps.casework.deadlines.change_publication import change_publication
from apps.casework.deadlines.remind import JOB, remind
from apps.casework.missions.accept import accept
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.deadlines.models import Heartbeat, InactionDecision
from apps.directory.models import Partner
from apps.incidents.models import Incident, Qualification
from apps.legal.republication import PublicationKind
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    acted,
    assigned,
    checked_act,
    declared_incident,
    declared_review,
    handler,
    qualified_incident,
    supervisor,
    taken_incident,
)

URL = reverse("desk:prescription")
CSV = reverse("desk:prescription_csv")

# Published that day, so many days are left on Monday 23 November 2026.
SIX_LEFT, FOURTEEN_LEFT, FORTY_LEFT = date(2026, 8, 31), date(2026, 9, 8), date(2026, 10, 4)
PASSED_BUT_IN_TIME = date(2026, 8, 23)  # act_by was Friday, the law still gives today
TIME_BARRED = date(2026, 8, 1)


@pytest.fixture(autouse=True)
def engine_at_work(db: None) -> None:
    Heartbeat.objects.create(job=JOB, beat_at=MONDAY_MORNING - timedelta(minutes=30))


def published(day: date | None, by: User | None = None, **fields) -> Incident:
    window = Window.on_day(day) if day else Window.unknown()
    return qualified_incident(by, reviews=[declared_review(window=window)], **fields)


def shown(client: Client, tab: str) -> list[str]:
    response = client.get(URL, {"vue": tab})
    assert response.status_code == 200
    return [row.deadline.incident.reference for row in response.context["rows"]]


def figures(client: Client) -> dict[str, int]:
    return {label: value for value, label, _, _ in client.get(URL).context["figures"]}


def row(client: Client, tab: str = "45-jours"):
    (only,) = client.get(URL, {"vue": tab}).context["rows"]
    return only


# --- Tabs -----------------------------------------------------------------------------------------


def test_each_horizon_holds_what_is_nearer_the_nearest_first(desk: Client) -> None:
    forty, six, fourteen = map(published, (FORTY_LEFT, SIX_LEFT, FOURTEEN_LEFT))
    published(date(2026, 11, 2))
    assert shown(desk, "7-jours") == [six.reference]
    assert shown(desk, "21-jours") == [six.reference, fourteen.reference]
    assert shown(desk, "45-jours") == [six.reference, fourteen.reference, forty.reference]


def test_a_passed_date_that_the_law_still_forgives_stays_in_sight(desk: Client) -> None:
    incident = published(PASSED_BUT_IN_TIME)
    assert shown(desk, "7-jours") == shown(desk, "passees") == [incident.reference]


def test_what_is_over_is_listed_until_somebody_decides(desk: Client, sofia: User) -> None:
    incident = published(TIME_BARRED, sofia, label=Label.OPINION)
    assert shown(desk, "7-jours") == []
    assert shown(desk, "passees") == [incident.reference]
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.TIME_BARRED,
        words="Trop tard.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    assert shown(desk, "passees") == []


def test_a_decision_that_awaits_its_second_signature_hides_nothing(
    desk: Client, sofia: User
) -> None:
    incident = published(TIME_BARRED, sofia, label=Label.INJ_PUB)
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.TIME_BARRED,
        words="Trop tard.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    assert shown(desk, "passees") == [incident.reference]


def test_a_clock_opened_after_the_decision_is_news(desk: Client, sofia: User) -> None:
    incident = published(TIME_BARRED, sofia, label=Label.OPINION)
    decide_not_to_act(
        incident.reviews.get(),
        reason=InactionDecision.Reason.TIME_BARRED,
        words="Trop tard.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    add_publication(
        incident.reviews.get(),
        kind=PublicationKind.REPOST,
        window=Window.on_day(FOURTEEN_LEFT),
        reason="Capture.",
        by=sofia,
        at=MONDAY_MORNING + timedelta(minutes=1),
    )
    assert shown(desk, "21-jours") == [incident.reference]


def test_after_a_summons_the_rolling_term_has_its_tab(desk: Client, sofia: User) -> None:
    sued, complained, void = published(FORTY_LEFT), published(FORTY_LEFT), published(FORTY_LEFT)
    checked_act(sued.reviews.get(), by=sofia)
    acted(complained.reviews.get(), "PLAINTE_SIMPLE", by=sofia)
    acted(void.reviews.get(), by=sofia, is_regular=False)
    assert shown(desk, "apres-assignation") == [sued.reference]
    assert row(desk, "apres-assignation").mandate == "acte du 20/11/2026"


def test_a_summons_since_annulled_starts_nothing_anew(desk: Client, sofia: User) -> None:
    incident = published(FORTY_LEFT)
    checked_act(incident.reviews.get(), by=sofia)
    acted(incident.reviews.get(), by=sofia, is_regular=False)
    assert shown(desk, "apres-assignation") == []
    assert row(desk).mandate == "aucun avocat"


def test_an_act_done_too_late_starts_nothing_anew(desk: Client, sofia: User) -> None:
    incident = published(TIME_BARRED)
    checked_act(incident.reviews.get(), by=sofia)
    assert shown(desk, "apres-assignation") == []
    assert shown(desk, "passees") == [incident.reference]


def test_what_waits_for_a_second_person_is_among_what_is_disputed(
    desk: Client, sofia: User
) -> None:
    to_check, held = published(FORTY_LEFT), published(FORTY_LEFT)
    acted(to_check.reviews.get(), by=sofia)
    change_publication(
        held.reviews.get().publications.get(),
        window=Window.on_day(date(2026, 10, 20)),
        reason="Capture.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    assert set(shown(desk, "discutees")) == {to_check.reference, held.reference}
    assert shown(desk, "apres-assignation") == []


def test_a_deposit_that_is_owed_is_on_the_board(desk: Client, sofia: User) -> None:
    incident = published(FORTY_LEFT)
    acted(incident.reviews.get(), "PLAINTE_CPC", by=sofia, deposit_due_on=date(2026, 11, 27))
    assert shown(desk, "7-jours") == [incident.reference]


def test_a_disputed_republication_has_its_tab(desk: Client, sofia: User) -> None:
    incident = published(TIME_BARRED)
    for kind in (PublicationKind.EDIT, PublicationKind.REPOST):
        add_publication(
            incident.reviews.get(),
            kind=kind,
            window=Window.on_day(FOURTEEN_LEFT),
            reason="Capture.",
            by=sofia,
            at=MONDAY_MORNING,
        )
    assert shown(desk, "discutees") == [incident.reference]


def test_an_unknown_date_counts_once_whatever_the_rules(desk: Client) -> None:
    incident = published(None, label=Label.FAUX_AVIS)
    assert incident.deadlines.open().count() == 3
    assert shown(desk, "date-inconnue") == [incident.reference]


def test_without_a_lawyer_means_without_an_accepted_mandate_on_that_content(
    desk: Client, sofia: User
) -> None:
    lawful = published(SIX_LEFT, label=Label.OPINION)
    unread = taken_incident(reviews=[declared_review(window=Window.on_day(SIX_LEFT))])
    unknown = published(None)
    proposed, accepted = published(SIX_LEFT), published(SIX_LEFT)
    assigned(Partner.Kind.LAWYER, incident=proposed)
    mission = assigned(Partner.Kind.LAWYER, incident=accepted)
    accept(mission, by=mission.partner.members.get(), at=MONDAY_MORNING)
    assert lawful.reference not in shown(desk, "sans-avocat")
    assert set(shown(desk, "sans-avocat")) == {
        unread.reference,
        unknown.reference,
        proposed.reference,
    }


def test_a_mandate_on_another_content_is_not_a_mandate(desk: Client) -> None:
    windows = [Window.on_day(SIX_LEFT)] * 2
    incident = qualified_incident(reviews=[declared_review(window=window) for window in windows])
    mission = assigned(Partner.Kind.LAWYER, incident=incident)
    mission.reviews.remove(incident.reviews.get(number=2))
    accept(mission, by=mission.partner.members.get(), at=MONDAY_MORNING)
    found = desk.get(URL, {"vue": "sans-avocat"}).context["rows"]
    assert [row.deadline.review.number for row in found] == [2]


def test_an_unknown_tab_shows_the_week(desk: Client) -> None:
    incident = published(SIX_LEFT)
    assert shown(desk, "n’importe quoi") == [incident.reference]


# --- Rows and figures -----------------------------------------------------------------------------


def test_a_row_says_what_a_supervisor_needs(desk: Client, sofia: User) -> None:
    incident = published(SIX_LEFT, sofia)
    remind(at=MONDAY_MORNING)
    acknowledge(incident.deadlines.get(), by=sofia, at=MONDAY_MORNING)
    page = desk.get(URL).content.decode()
    for words in (
        incident.reference,
        "Diffamation publique envers un particulier",
        "30/11/2026",
        "29/11/2026",
        "27/11/2026",
        "Jour exact",
        "aucun avocat",
        "Sofia Renard",
        "Point de départ",
    ):
        assert words in page


def test_the_mandate_is_said_however_far_it_is(desk: Client) -> None:
    incident = published(SIX_LEFT)
    assert row(desk).mandate == "aucun avocat"
    mission = assigned(Partner.Kind.LAWYER, incident=incident)
    assert row(desk).mandate == f"proposée ({mission.partner.name})"
    accept(mission, by=mission.partner.members.get(), at=MONDAY_MORNING)
    assert row(desk).mandate == f"acceptée ({mission.partner.name})"


def test_the_figures_sum_the_board_up(desk: Client, sofia: User) -> None:
    published(SIX_LEFT, sofia)
    answered = published(SIX_LEFT, sofia)
    published(None)
    published(TIME_BARRED)
    remind(at=MONDAY_MORNING)
    acknowledge(answered.deadlines.get(), by=sofia, at=MONDAY_MORNING)
    assert figures(desk) == {
        "cette semaine (7 jours)": 2,
        "dont sans avocat": 2,
        "dont sans accusé": 1,
        "de date inconnue": 1,
        "passées sans décision": 1,
    }


def test_the_number_of_queries_does_not_grow_with_the_board(desk: Client, sofia: User) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(URL)
        return len(queries)

    def add_one() -> None:
        mission = assigned(Partner.Kind.LAWYER, incident=published(SIX_LEFT, sofia))
        remind(at=MONDAY_MORNING)
        acknowledge(mission.incident.deadlines.get(), by=sofia, at=MONDAY_MORNING)

    add_one()
    alone = count()
    add_one()
    add_one()
    assert count() == alone


# --- The engine -----------------------------------------------------------------------------------


def test_an_empty_board_says_when_the_engine_last_looked(desk: Client) -> None:
    page = desk.get(URL).content.decode()
    assert "Aucune échéance légale cette semaine" in page
    assert ">09:00</time> (moteur actif)" in page


def test_an_engine_that_stopped_is_shown_in_red(desk: Client) -> None:
    Heartbeat.objects.update(beat_at=MONDAY_MORNING - timedelta(hours=2, minutes=10))
    page = desk.get(URL).content.decode()
    assert "banner--urgent" in page
    assert "Le moteur n’a pas tourné depuis le 23\xa0novembre\xa02026 à\xa07\xa0h\xa020." in page
    assert "moteur actif" not in page


def test_an_engine_that_never_ran_is_shown_in_red(desk: Client) -> None:
    Heartbeat.objects.all().delete()
    assert "Le moteur n’a pas encore tourné." in desk.get(URL).content.decode()


# --- The export -----------------------------------------------------------------------------------


def lines(client: Client, tab: str = "7-jours") -> list[list[str]]:
    response = client.get(CSV, {"vue": tab})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    text = response.getvalue().decode()
    assert text.startswith("\ufeff")
    return [line.split(";") for line in text.removeprefix("\ufeff").splitlines()]


def test_the_export_is_the_tab_with_dates_that_a_machine_reads(desk: Client, sofia: User) -> None:
    incident = published(SIX_LEFT, sofia)
    published(FORTY_LEFT)
    headings, line = lines(desk)
    cells = dict(zip(headings, line, strict=True))
    assert cells["dossier"] == incident.reference
    assert cells["date opérationnelle"] == "2026-11-27"
    assert cells["publié au plus tôt le"] == "2026-08-31"
    assert cells["gestionnaire"] == "Sofia Renard"
    name = desk.get(CSV)["Content-Disposition"]
    assert name == 'attachment; filename="prescription-7-jours-2026-11-23.csv"'


def test_the_export_gives_no_word_and_no_author_of_a_review(desk: Client) -> None:
    review = declared_review(window=Window.on_day(SIX_LEFT), author_pseudonym="Lulu")
    declared_incident(reviews=[review])
    text = desk.get(CSV).getvalue().decode()
    for secret in ("chirurgien", "Lulu", "facebook", "Dr Martin"):
        assert secret not in text


def test_a_name_that_looks_like_a_formula_stays_a_name(desk: Client, sofia: User) -> None:
    published(SIX_LEFT, sofia)
    User.objects.filter(pk=sofia.pk).update(name="=HYPERLINK(1)")
    assert lines(desk)[1][-1] == "'=HYPERLINK(1)"


def test_an_unknown_date_leaves_its_cells_empty(desk: Client) -> None:
    published(None)
    headings, line = lines(desk, "date-inconnue")
    assert dict(zip(headings, line, strict=True))["date opérationnelle"] == ""


def test_a_reading_asked_blind_is_hidden_on_the_board_from_all_but_its_author(
    desk: Client, sofia: User
) -> None:
    published(FORTY_LEFT, sofia)
    first = Qualification.objects.get()
    ask_second_reading(first, is_blind=True, by=supervisor(), at=MONDAY_MORNING)
    assert row(desk).labels == [first.legal.label]
    desk.force_login(handler())
    assert row(desk).labels == ["masquée jusqu’à la seconde lecture"]
    lines = b"".join(desk.get(CSV, {"vue": "45-jours"}).streaming_content).decode()
    assert first.legal.label not in lines
