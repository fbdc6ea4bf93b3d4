from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import Role, User
from apps.casework.deadlines.remind import JOB
from apps.casework.exhibits.replace_exhibit import replace_exhibit
from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.deadlines.clock import stop_clocks
from apps.deadlines.models import Heartbeat
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Qualification
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import (
    MONDAY_MORNING,
    PlatformFactory,
    PractitionerFactory,
    UserFactory,
    declared_incident,
    declared_review,
    ended,
    png,
    qualified_incident,
    supervisor,
    taken_incident,
)

URL = reverse("desk:queue")
COUNTS = reverse("desk:queue_counts")


def published(day: date | None) -> Incident:
    window = Window.on_day(day) if day else Window.unknown()
    return declared_incident(reviews=[declared_review(window=window)])


def references(response) -> list[str]:
    return [line.incident.reference for line in response.context["lines"]]


def test_unknown_dates_come_first_then_what_expires_first(desk: Client) -> None:
    later = published(date(2026, 11, 20))
    sooner = published(date(2026, 9, 10))
    unknown = published(None)
    expected = [incident.reference for incident in (unknown, sooner, later)]
    assert references(desk.get(URL)) == expected


def test_a_file_whose_clocks_have_ended_comes_last(db: None) -> None:
    ended, running = published(None), published(date(2026, 11, 20))
    stop_clocks(ended.reviews.all(), at=MONDAY_MORNING)
    assert list(Incident.objects.in_queue_order()) == [running, ended]


def test_a_file_is_driven_by_the_nearest_of_its_dates(db: None) -> None:
    windows = [Window.on_day(date(2026, 11, 20)), Window.on_day(date(2026, 9, 10))]
    declared_incident(reviews=[declared_review(window=window) for window in windows])
    assert Incident.objects.get().act_by == date(2026, 12, 9)


def test_a_row_says_what_a_handler_needs_to_choose(desk: Client) -> None:
    PlatformFactory()
    declared_incident(reviews=[declared_review(), declared_review(url="")])
    page = desk.get(URL).content.decode()
    for words in ("01/02/2027", "Dr Martin", "chirurgie", "Facebook, non reconnue", "Reçu"):
        assert words in page


def test_the_views_count_their_files(desk: Client, sofia: User) -> None:
    declared_incident()
    taken_incident(sofia)
    taken_incident()
    closed = taken_incident(sofia)
    ended(closed)
    counts = {key: count for key, _, count in desk.get(COUNTS).context["shelves"] if count != "0"}
    assert counts == {"ouverts": "3", "a_trier": "1", "miens": "1", "clos": "1"}


def test_counting_takes_one_query_whatever_the_files(
    desk: Client, django_assert_num_queries
) -> None:
    for _ in range(3):
        declared_incident()
    with django_assert_num_queries(3):  # the session, the person, the counts
        desk.get(COUNTS)


def test_each_view_lists_its_own_files(desk: Client, sofia: User) -> None:
    free, mine = declared_incident(), taken_incident(sofia)
    assert references(desk.get(URL, {"vue": "a_trier"})) == [free.reference]
    assert references(desk.get(URL, {"vue": "miens"})) == [mine.reference]
    assert references(desk.get(URL, {"vue": "clos"})) == []


def test_an_aggravated_reading_waits_for_a_second_person(desk: Client) -> None:
    qualified_incident()
    aggravated = qualified_incident(label=Label.DIFF_PUB_AGG)
    assert references(desk.get(URL, {"vue": "a_relire"})) == [aggravated.reference]


def test_an_unknown_view_shows_every_open_file(desk: Client) -> None:
    incident = declared_incident()
    assert references(desk.get(URL, {"vue": "n’importe quoi"})) == [incident.reference]


def test_only_a_file_that_nobody_has_can_be_taken_from_its_row(desk: Client) -> None:
    free, taken = declared_incident(), taken_incident()
    page = desk.get(URL).content.decode()
    assert reverse("desk:take", args=[free.reference]) in page
    assert reverse("desk:take", args=[taken.reference]) not in page


def test_the_number_of_queries_does_not_grow_with_the_rows(desk: Client) -> None:
    PlatformFactory()
    declared_incident(exhibits=1)
    with CaptureQueriesContext(
        connection,
    ) as one_row:
        desk.get(URL)
    for _ in range(19):
        taken_incident(reviews=[declared_review(), declared_review()])
    with CaptureQueriesContext(connection) as twenty_rows:
        response = desk.get(URL)
    assert len(response.context["lines"]) == 20
    assert len(twenty_rows) == len(one_row)


@pytest.mark.usefixtures("pages_of_three")
def test_a_long_queue_is_cut_into_pages_that_keep_the_view(desk: Client) -> None:
    every = [declared_incident().reference for _ in range(8)]
    first = desk.get(URL, {"vue": "a_trier"})
    assert references(first) == every[:3]
    mark = first.context["page"].next
    assert f"?vue=a_trier&amp;apres={mark}" in first.content.decode()
    second = desk.get(URL, {"vue": "a_trier", "apres": mark})
    assert references(second) == every[3:6]
    third = desk.get(URL, {"vue": "a_trier", "apres": second.context["page"].next})
    assert references(third) == every[6:]
    assert third.context["page"].next == ""
    back = desk.get(URL, {"vue": "a_trier", "avant": third.context["page"].previous})
    assert references(back) == every[3:6]
    start = desk.get(URL, {"vue": "a_trier", "avant": second.context["page"].previous})
    assert references(start) == every[:3]
    assert start.context["page"].previous == ""


@pytest.mark.usefixtures("pages_of_three")
def test_a_file_that_arrives_meanwhile_hides_no_other_one(desk: Client) -> None:
    every = [declared_incident().reference for _ in range(4)]
    mark = desk.get(URL).context["page"].next
    published(None)  # unknown date: on top of everything
    assert references(desk.get(URL, {"apres": mark})) == every[3:]


@pytest.mark.parametrize("mark", ["", "~", "x~y", "1-2026-12-01", "~5", "é~²"])
def test_an_address_that_means_nothing_gives_the_first_page(desk: Client, mark: str) -> None:
    incident = declared_incident()
    assert references(desk.get(URL, {"apres": mark})) in ([incident.reference], [])
    assert desk.get(URL, {"vue": "clos", "apres": "pas-une-date~3"}).status_code == 200


@pytest.mark.usefixtures("pages_of_three")
def test_closed_files_are_paged_the_last_closed_one_first(desk: Client, sofia: User) -> None:
    files = [taken_incident(sofia) for _ in range(5)]
    for minutes, incident in enumerate(files):
        at = MONDAY_MORNING + timedelta(minutes=minutes)
        ended(incident, at=at)
    expected = [incident.reference for incident in reversed(files)]
    first = desk.get(URL, {"vue": "clos"})
    rest = desk.get(URL, {"vue": "clos", "apres": first.context["page"].next})
    assert references(first) + references(rest) == expected


FILTERS = {
    "etat": "under_review",
    "attente": "handler",
    "situation": "post",
    "departement": "69",
    "couverture": "oui",
    "preuve": "oui",
    "origine": "portal",
    "depuis": "2026-11-23",
}


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_leaves_what_answers_to_it(desk: Client, sofia: User, name: str) -> None:
    lyon = PractitionerFactory(department="69")
    wanted = taken_incident(sofia, practitioner=lyon, exhibits=1, situation="post")
    other = declared_incident(
        PractitionerFactory(contract__has_ereputation_assistance=False),
        at=MONDAY_MORNING - timedelta(days=3),
    )
    Incident.objects.filter(pk=other.pk).update(waiting_on="practitioner", source="phone")
    assert references(desk.get(URL, {name: FILTERS[name]})) == [wanted.reference]


def test_what_was_replaced_proves_nothing_once_its_successor_is_withdrawn(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia, exhibits=1)
    first = incident.exhibits.get()
    new = replace_exhibit(first, upload=png(size=(99, 40)), by=sofia, at=MONDAY_MORNING)
    assert references(desk.get(URL, {"preuve": "oui"})) == [incident.reference]
    withdraw_exhibit(new, reason=Exhibit.Withdrawal.WRONG_FILE, by=sofia, at=MONDAY_MORNING)
    assert references(desk.get(URL, {"preuve": "oui"})) == []
    (line,) = desk.get(URL, {"preuve": "non"}).context["lines"]
    assert not line.is_proved


def test_files_declared_until_a_day(desk: Client) -> None:
    before = declared_incident(at=MONDAY_MORNING - timedelta(days=3))
    declared_incident()
    assert references(desk.get(URL, {"jusqua": "2026-11-22"})) == [before.reference]


def test_filters_add_up_and_can_be_shared_by_address(desk: Client, sofia: User) -> None:
    wanted = taken_incident(sofia)
    declared_incident()
    asked = {"gestionnaire": sofia.pk, "etat": "under_review"}
    assert references(desk.get(URL, asked)) == [wanted.reference]
    assert references(desk.get(URL, {**asked, "etat": "received"})) == []


def test_a_filter_that_means_nothing_is_said_to_be_so_and_hides_nothing(desk: Client) -> None:
    incident = declared_incident()
    response = desk.get(URL, {"depuis": "2026-02-31"})
    assert references(response) == [incident.reference]
    assert "Il y a un problème" in response.content.decode()


def test_a_file_put_to_sleep_leaves_the_working_views_until_its_day(
    desk: Client, sofia: User, time_machine
) -> None:
    incident = taken_incident(sofia)
    Incident.objects.update(snoozed_until=date(2026, 12, 1))
    time_machine.move_to(MONDAY_MORNING)
    desk.force_login(sofia)
    assert references(desk.get(URL, {"vue": "miens"})) == []
    assert references(desk.get(URL, {"vue": "en_sommeil"})) == [incident.reference]
    assert references(desk.get(URL)) == [incident.reference]
    time_machine.move_to(datetime(2026, 12, 1, 8, tzinfo=UTC))
    desk.force_login(sofia)
    assert references(desk.get(URL, {"vue": "miens"})) == [incident.reference]


def test_the_first_words_show_nothing_of_anybody_s_health(desk: Client) -> None:
    declared_incident(reviews=[declared_review(words="Après ma chimiothérapie, accueil odieux.")])
    page = desk.get(URL).content.decode()
    assert "accueil odieux" in page
    assert "chimioth" not in page


def test_the_list_leaves_as_a_file_for_a_spreadsheet(desk: Client, sofia: User) -> None:
    wanted = taken_incident(sofia, exhibits=1)
    declared_incident()
    response = desk.get(reverse("desk:queue_csv"), {"vue": "miens"})
    heading, line, end = response.getvalue().decode().split("\r\n")
    assert heading.startswith("\ufeffdossier;agir avant;délai;possible jusqu’au;état;")
    assert line.startswith(
        f"{wanted.reference};2027-02-01;;2027-02-02;En cours d’analyse;;gestionnaire;"
    )
    assert end == ""
    assert wanted.reviews.get().words not in line


def test_a_name_that_looks_like_a_formula_leaves_as_a_name(desk: Client) -> None:
    declared_incident(PractitionerFactory(user__name="=1+1"))
    assert ";'=1+1;" in desk.get(reverse("desk:queue_csv")).getvalue().decode()


def test_only_the_chosen_columns_are_shown(desk: Client) -> None:
    incident = declared_incident()
    page = desk.get(URL, {"colonnes": ["etat"]}).content.decode()
    assert incident.reference in page
    assert ">État</th>" in page
    assert ">Couverture</th>" not in page


def test_a_view_is_saved_for_oneself_or_for_the_team(desk: Client, sofia: User) -> None:
    save = reverse("desk:save_view") + "?vue=miens&etat=received&apres=1-2026-12-01~5"
    assert desk.post(save, {"name": "Mes reçus"}).url == f"{URL}?vue=miens&etat=received"
    desk.post(save, {"name": "Pour tous", "is_shared": "on"})
    assert "Mes reçus" in desk.get(URL).content.decode()
    desk.force_login(UserFactory(name="Karim"))
    page = desk.get(URL).content.decode()
    assert "Pour tous" in page
    assert str(sofia) in page
    assert "Mes reçus" not in page


def test_a_view_that_bears_the_name_of_another_is_refused(desk: Client) -> None:
    save = reverse("desk:save_view")
    desk.post(save, {"name": "Lyon"})
    assert "Vous avez déjà une vue de ce nom" in desk.post(save, {"name": "Lyon"}).content.decode()


def test_only_its_owner_deletes_a_view(desk: Client, sofia: User) -> None:
    desk.post(reverse("desk:save_view"), {"name": "Lyon", "is_shared": "on"})
    view = sofia.saved_views.get()
    delete = reverse("desk:delete_view", args=[view.pk])
    desk.force_login(UserFactory())
    assert desk.post(delete).status_code == 404
    desk.force_login(sofia)
    assert desk.post(delete).url == URL
    assert not sofia.saved_views.exists()


def test_a_count_stops_where_it_would_cost_too_much(desk: Client, monkeypatch) -> None:
    monkeypatch.setattr("apps.desk.queue.shelves.COUNTED", 2)
    monkeypatch.setattr("apps.desk.views.queue.queue_counts.COUNTED", 2)
    for _ in range(4):
        declared_incident()
    assert "plus de 2" in desk.get(COUNTS).content.decode()


def test_an_empty_queue_says_when_the_engine_last_looked(desk: Client) -> None:
    Heartbeat.objects.create(job=JOB, beat_at=MONDAY_MORNING - timedelta(hours=2))
    page = desk.get(URL).content.decode()
    assert "Aucun dossier ouvert" in page
    assert (
        'Vérifié à <time datetime="2026-11-23T07:30:00+01:00">07:30</time> (moteur actif).' in page
    )


def test_an_engine_that_never_ran_is_not_hidden(desk: Client) -> None:
    assert "Le moteur n’a pas encore tourné." in desk.get(URL).content.decode()


def test_letters_that_did_not_arrive_are_announced(desk: Client) -> None:
    declared_incident()
    Letter.objects.update(status=LetterStatus.FAILED, error="refused-550")
    assert "1 courrier non remis" in desk.get(URL).content.decode()


def test_a_letter_that_tells_of_a_hidden_reading_is_announced_to_its_reader_alone(
    desk: Client,
) -> None:
    incident = qualified_incident(label=Label.FAUX_AVIS)
    reading = Qualification.objects.get(passage__review__incident=incident)
    ask_second_reading(reading, is_blind=True, by=supervisor(), at=MONDAY_MORNING)
    told = Letter.objects.filter(kind="review_qualified")
    assert told.update(status=LetterStatus.FAILED, error="refused-550") == 1
    assert "courrier non remis" not in desk.get(URL).content.decode()
    desk.force_login(incident.handler)
    assert "1 courrier non remis" in desk.get(URL).content.decode()


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.PARTNER, Role.ADMIN])
def test_the_queue_does_not_exist_for_others(client: Client, db: None, role: Role) -> None:
    client.force_login(UserFactory(role=role))
    assert client.get(URL).status_code == 404


def test_the_queue_is_only_read(desk: Client) -> None:
    assert desk.post(URL).status_code == 405


def test_files_ticked_in_the_list_come_ticked_to_the_page_of_actions(desk: Client) -> None:
    chosen, other = declared_incident(), declared_incident()
    page = desk.get(reverse("desk:choose_bulk"), {"vue": "a_trier", "dossier": chosen.reference})
    assert [each.reference for each in page.context["files"]] == [chosen.reference]
    assert page.context["chosen"] == [chosen.reference]
    html = page.content.decode()
    assert "Choisir dans toute la liste" in html
    assert other.reference not in html


@pytest.mark.usefixtures("pages_of_three")
def test_the_list_says_how_many_files_it_holds(desk: Client) -> None:
    for _ in range(4):
        declared_incident()
    page = desk.get(URL, {"vue": "a_trier"}).content.decode()
    assert "4 dossiers," in page


def test_an_empty_file_of_new_files_says_when_we_look_next(desk: Client) -> None:
    Heartbeat.objects.create(job=JOB, beat_at=MONDAY_MORNING - timedelta(minutes=5))
    page = desk.get(URL, {"vue": "a_trier"}).content.decode()
    assert "File vide" in page
    assert "Prochaine relève à 09:40." in page
