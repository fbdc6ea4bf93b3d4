from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from time_machine import TimeMachineFixture

from apps.casework.declarations.declare import DeclaredAgain
from apps.directory.models import Platform, Practitioner
from apps.incidents.models import Declaration
from apps.legal.republication import PublicationKind
from apps.legal.windows import DateSource, Window
from apps.portal.date_places import BY_KIND, date_place
from apps.portal.forms.dates import DatesForm
from apps.portal.steps import DeclarationStep
from tests.factories import PlatformFactory
from tests.portal.slips import check_slip
from tests.portal.typed import ANSWER_DATES, DISCUSSION_DATES, day, draft_at, page_of

TODAY = date(2026, 11, 23)


@pytest.fixture
def declaration(surgeon: Practitioner) -> Declaration:
    return draft_at(surgeon, DeclarationStep.DATES)


EDITED = ANSWER_DATES | {"shown_words": "il y a 2 semaines (modifié)"}
EDIT = Window(date(2026, 11, 2), date(2026, 11, 9), DateSource.RELATIVE)
RELATIVE = DISCUSSION_DATES | {"dating": "relative"}
BETWEEN = DISCUSSION_DATES | {"dating": "between"}
BAD = {
    "no date": (
        DISCUSSION_DATES | {"dating": ""},
        "Indiquez la date de publication, ou choisissez «\u00a0Je ne sais pas\u00a0».",
    ),
    "no day": (
        DISCUSSION_DATES | {"published_on_0": "", "published_on_1": "", "published_on_2": ""},
        "Indiquez la date de publication, ou choisissez «\u00a0Je ne sais pas\u00a0».",
    ),
    "no such day": (
        DISCUSSION_DATES | day("published_on", date(2026, 2, 28)) | {"published_on_0": "31"},
        "Le 31 février 2026 n’existe pas.",
    ),
    "published in the future": (
        DISCUSSION_DATES | day("published_on", date(2026, 11, 24)),
        "La date de publication est dans le futur.",
    ),
    "read in the future": (
        DISCUSSION_DATES | day("read_on", date(2026, 11, 24)),
        "La date de lecture est dans le futur.",
    ),
    "read before it was published": (
        DISCUSSION_DATES | day("read_on", date(2026, 11, 1)),
        "Cette date de lecture précède la publication.",
    ),
    "unreadable words": (
        RELATIVE | {"shown_words": "récemment"} | day("seen_on", TODAY),
        "Mention illisible\u00a0: «\u00a0récemment\u00a0».",
    ),
    "a day of visit": (
        RELATIVE | {"shown_words": "Visité en mars"} | day("seen_on", TODAY),
        "Une date de visite ou d’expérience n’est pas une date de publication.",
    ),
    "a day that may be read in two ways": (
        RELATIVE | {"shown_words": "03/04/2026"} | day("seen_on", TODAY),
        "Choisissez «\u00a0Le site donne le jour exact\u00a0»",
    ),
    "a day that follows its reading": (
        RELATIVE | {"shown_words": "24 novembre 2026"} | day("seen_on", TODAY),
        "Cette date suit le jour où vous l’avez relevée",
    ),
    "no words shown": (
        RELATIVE | day("seen_on", TODAY),
        "Recopiez la mention affichée par le site",
    ),
    "seen in the future": (
        RELATIVE | {"shown_words": "hier"} | day("seen_on", date(2026, 12, 1)),
        "Le jour où vous avez relevé cette mention est dans le futur.",
    ),
    "end before start": (
        BETWEEN | day("earliest", date(2026, 11, 9)) | day("latest", date(2026, 11, 2)),
        "Le dernier jour possible précède le premier.",
    ),
    "end in the future": (
        BETWEEN | day("earliest", date(2026, 11, 9)) | day("latest", date(2026, 12, 2)),
        "Le dernier jour possible est dans le futur.",
    ),
    "no end": (BETWEEN | day("earliest", TODAY), "Indiquez le dernier jour possible."),
    "a year of long ago": (
        DISCUSSION_DATES | {"published_on_2": "1899"},
        "Vérifiez l’année\u00a0: 1899 est trop loin d’aujourd’hui.",
    ),
    "changed, without a date": (
        DISCUSSION_DATES | {"republished": "edited"},
        "Indiquez la date de la modification, du partage ou de la remise en ligne",
    ),
    "shared in the future": (
        DISCUSSION_DATES
        | {"republished": "shared", "again-dating": "day"}
        | day("again-published_on", date(2026, 11, 24)),
        "La date de publication est dans le futur.",
    ),
    "put back before it was published": (
        DISCUSSION_DATES
        | {"republished": "republished", "again-dating": "day"}
        | day("again-published_on", date(2026, 11, 1)),
        "Cette date précède la première publication. Vérifiez les deux dates.",
    ),
    "no month": (DISCUSSION_DATES | {"dating": "month"}, "Choisissez le mois de publication."),
}


@pytest.mark.parametrize(("typed", "sentence"), BAD.values(), ids=BAD)
def test_each_slip_has_its_own_sentence_keeps_what_was_typed_and_changes_nothing(
    phone: Client, declaration: Declaration, typed: dict[str, str], sentence: str
) -> None:
    check_slip(phone, declaration, page_of(declaration, "declare_date", 1), typed, sentence)


@pytest.mark.parametrize(
    ("typed", "earliest", "latest"),
    [
        (DISCUSSION_DATES, date(2026, 11, 2), date(2026, 11, 2)),
        (ANSWER_DATES, date(2026, 8, 23), date(2026, 9, 23)),
        (ANSWER_DATES | day("seen_on", date(2026, 11, 13)), date(2026, 8, 13), date(2026, 9, 13)),
        (
            BETWEEN | day("earliest", date(2026, 11, 1)) | day("latest", date(2026, 11, 9)),
            date(2026, 11, 1),
            date(2026, 11, 9),
        ),
        (
            ANSWER_DATES | {"dating": "month", "published_month": "2026-10"},
            date(2026, 10, 1),
            date(2026, 10, 31),
        ),
        (ANSWER_DATES | {"dating": "unknown"}, None, None),
    ],
    ids=["day", "relative", "relative on an older capture", "between", "month", "unknown"],
)
def test_each_way_of_dating_gives_its_window(
    typed: dict[str, str], earliest: date | None, latest: date | None
) -> None:
    form = DatesForm(typed, today=TODAY)
    assert form.is_valid(), form.errors
    window = form.facts["window"]
    assert (window.earliest, window.latest) == (earliest, latest)


def test_what_is_typed_in_a_question_that_is_not_asked_does_no_harm() -> None:
    typed = ANSWER_DATES | {"dating": "unknown", "published_on_0": "45"}
    form = DatesForm(typed, today=TODAY)
    assert form.is_valid(), form.errors
    assert form.facts["window"].is_unknown


def test_a_relative_date_keeps_the_day_on_which_it_was_noted(
    phone: Client, declaration: Declaration
) -> None:
    """The draft is taken up ten days later: « il y a 2 mois » still counts from the first day."""
    phone.post(page_of(declaration, "declare_date", 1), ANSWER_DATES)
    declaration.refresh_from_db()
    later = DatesForm(declaration.answers["dates"]["1"], today=date(2026, 12, 3))
    assert later.is_valid()
    assert later.facts["window"].earliest == date(2026, 8, 23)


def test_the_dates_of_a_content_that_is_not_there_do_not_exist(
    phone: Client, declaration: Declaration
) -> None:
    page = page_of(declaration, "declare_date", 2)
    assert phone.get(page).status_code == 404
    assert phone.post(page, DISCUSSION_DATES).status_code == 404


AGAIN = DISCUSSION_DATES | {"again-dating": "day"} | day("again-published_on", date(2026, 11, 9))


@pytest.mark.parametrize(
    ("republished", "kind"),
    [
        ("edited", PublicationKind.EDIT),
        ("shared", PublicationKind.THIRD_PARTY_SHARE),
        ("republished", PublicationKind.REPOST),
    ],
)
def test_what_came_again_has_its_own_window(republished: str, kind: PublicationKind) -> None:
    form = DatesForm(AGAIN | {"republished": republished}, today=TODAY)
    assert form.is_valid(), form.again.errors
    assert form.facts["again"] == [DeclaredAgain(kind, Window.on_day(date(2026, 11, 9)))]
    assert form.facts["window"] == Window.on_day(date(2026, 11, 2))


@pytest.mark.parametrize("republished", ["", "no", "unknown"])
def test_what_did_not_come_again_leaves_nothing_behind(republished: str) -> None:
    form = DatesForm(AGAIN | {"republished": republished}, today=TODAY)
    assert form.is_valid()
    assert form.facts["again"] == []


def test_a_later_posting_whose_day_is_unknown_came_at_any_time_since_the_first() -> None:
    typed = DISCUSSION_DATES | {"republished": "shared", "again-dating": "unknown"}
    form = DatesForm(typed, today=TODAY)
    assert form.is_valid(), form.again.errors
    assert form.facts["again"][0].window == Window.between(date(2026, 11, 2), TODAY)


def test_a_mention_that_dates_an_edit_leaves_the_first_posting_unknown() -> None:
    """« il y a 2 semaines (modifié) »: the first posting is earlier, nobody knows by how much."""
    form = DatesForm(EDITED, today=TODAY)
    assert form.is_valid(), form.errors
    assert form.facts["window"] == Window(None, date(2026, 11, 9), DateSource.UNKNOWN)
    assert form.facts["again"] == [DeclaredAgain(PublicationKind.EDIT, EDIT)]


@pytest.mark.parametrize(
    ("answers", "kinds"),
    [
        ({"republished": "edited", "again-dating": "unknown"}, [PublicationKind.EDIT]),
        (
            {"republished": "shared", "again-dating": "unknown"},
            [PublicationKind.EDIT, PublicationKind.THIRD_PARTY_SHARE],
        ),
    ],
)
def test_the_edit_that_a_site_dates_stays_beside_what_is_declared(
    answers: dict[str, str], kinds: list[PublicationKind]
) -> None:
    form = DatesForm(EDITED | answers, today=TODAY)
    assert form.is_valid(), form.again.errors
    assert [again.kind for again in form.facts["again"]] == kinds
    assert form.facts["again"][0].window == EDIT


def test_a_mention_of_an_edit_dates_the_edit_that_is_asked_about() -> None:
    shown = {"again-shown_words": "modifié il y a 2 semaines", **day("again-seen_on", TODAY)}
    typed = DISCUSSION_DATES | {"republished": "edited", "again-dating": "relative", **shown}
    form = DatesForm(typed, today=TODAY)
    assert form.is_valid(), form.again.errors
    assert form.facts["again"] == [DeclaredAgain(PublicationKind.EDIT, EDIT)]


def test_a_first_day_that_is_unknown_is_said_with_the_last_one(
    phone: Client, declaration: Declaration
) -> None:
    last = "au plus tard le lundi 9\u00a0novembre\u00a02026, premier jour inconnu"
    assert last in phone.post(page_of(declaration, "date_clock"), EDITED).text
    phone.post(page_of(declaration, "declare_date", 1), EDITED)
    assert last in phone.get(page_of(declaration, "declare_dates")).text


def test_a_private_message_is_received_not_published(
    phone: Client, declaration: Declaration
) -> None:
    """Non-public words run from their reception (Cass. civ. 16 Dec 2010)."""
    question = "Quand ce message a-t-il été reçu\u00a0?"
    page = page_of(declaration, "declare_date", 1)
    assert question not in phone.get(page).text
    declaration.answers["reviews"]["1"]["audience"] = "private_message"
    declaration.save()
    asked = phone.get(page).text
    assert question in asked
    assert "C’est le jour où le message a été reçu" in asked
    assert "Jour de réception" in asked
    assert "Indiquez la date de réception" in phone.post(page, {"dating": ""}).text


# Seven in the morning in Nouméa, ten hours before in Paris: it is still the day before there.
IN_NOUMEA = {"today": TODAY, "territory": "988", "at": datetime(2026, 11, 23, 20, tzinfo=UTC)}


def test_a_day_is_to_come_once_it_is_later_than_that_of_both_clocks() -> None:
    for last, is_valid in ((TODAY + timedelta(days=1), True), (TODAY + timedelta(days=2), False)):
        for typed in (
            DISCUSSION_DATES | day("published_on", last) | day("read_on", last),
            ANSWER_DATES | day("seen_on", last),
            ANSWER_DATES | day("read_on", last),
        ):
            assert DatesForm(typed, **IN_NOUMEA).is_valid() is is_valid
            assert not DatesForm(typed, today=TODAY).is_valid()


def test_a_mention_is_read_from_the_earlier_of_both_days() -> None:
    form = DatesForm(**IN_NOUMEA)
    assert form["seen_on"].value() == form.again["seen_on"].value() == TODAY
    form = DatesForm(ANSWER_DATES | {"shown_words": "hier"}, **IN_NOUMEA)
    assert form.is_valid(), form.errors
    assert form.facts["window"].earliest == TODAY - timedelta(days=2)


@given(
    st.sampled_from(["edited", "shared", "republished"]),
    st.dates(date(2026, 1, 1), TODAY),
    st.dates(date(2026, 1, 1), TODAY),
)
def test_whatever_came_again_never_moves_the_clock_of_the_first_posting(
    republished: str, first: date, later: date
) -> None:
    typed = {"dating": "day", **day("published_on", first), "republished": republished}
    typed |= {"again-dating": "day", **day("again-published_on", later)}
    form = DatesForm(typed, today=TODAY)
    assert form.is_valid() is (later >= first)
    alone = DatesForm({"dating": "day", **day("published_on", first)}, today=TODAY)
    assert alone.is_valid()
    if form.is_valid():
        assert form.facts["window"] == alone.facts["window"]


def test_what_was_typed_about_a_later_posting_is_given_back(
    phone: Client, declaration: Declaration
) -> None:
    phone.post(page_of(declaration, "declare_date", 1), AGAIN | {"republished": "edited"})
    declaration.refresh_from_db()
    kept = DatesForm(declaration.answers["dates"]["1"], today=TODAY)
    assert kept.is_valid()
    assert kept.facts["again"][0].kind is PublicationKind.EDIT


def test_the_clock_is_shown_while_the_dates_are_typed(
    phone: Client, declaration: Declaration
) -> None:
    box = phone.post(page_of(declaration, "date_clock"), ANSWER_DATES | {"read_on_0": "45"}).text
    assert (
        "entre le dimanche 23\u00a0août\u00a02026 et le mercredi 23\u00a0septembre\u00a02026" in box
    )
    assert "dernier jour légal\u00a0: aujourd’hui" in box  # of the earliest posting
    certain = phone.post(page_of(declaration, "date_clock"), DISCUSSION_DATES).text
    assert "lundi 1er\u00a0février\u00a02027" in certain
    assert "C’est la veille du jour anniversaire" in certain
    unknown = phone.post(page_of(declaration, "date_clock"), {"dating": "unknown"}).text
    assert "comme si le délai était presque fini" in unknown
    assert phone.post(page_of(declaration, "date_clock"), {"dating": "day"}).text.strip() == ""
    declaration.refresh_from_db()
    assert "dates" not in declaration.answers


def test_where_the_site_shows_its_dates_is_said(phone: Client, declaration: Declaration) -> None:
    PlatformFactory()
    assert (
        "Sur Facebook, sous le nom de l’auteur"
        in phone.get(page_of(declaration, "declare_date", 1)).text
    )


def test_every_kind_of_site_has_its_word_on_dates() -> None:
    assert set(BY_KIND) == set(Platform.Kind)
    assert date_place(None) == ""
    assert date_place(Platform(kind="press", domain="example.org")) == BY_KIND[Platform.Kind.PRESS]


PASSED = {"dating": "day", **day("published_on", date(2026, 5, 4))}


def test_too_late_for_the_court_is_said_softly_and_one_goes_on(
    phone: Client, declaration: Declaration
) -> None:
    sent = phone.post(page_of(declaration, "declare_date", 1), PASSED)
    assert sent.url == page_of(declaration, "too_late", 1)
    page = phone.get(sent.url).text
    assert "Peut-être trop tard pour le tribunal, pas pour le site" in page
    assert "semble dépassé depuis le mardi 4\u00a0août\u00a02026" in page
    assert "Signaler à l’hébergeur" in page
    assert page_of(declaration, "declare_exhibits") in page


LAST_OF_NOVEMBER = datetime(2026, 11, 30, 9, tzinfo=UTC)
LAST_DAY_TODAY = "dernier jour légal\u00a0: aujourd’hui"
TWO_ENDS = {
    "two days": (
        BETWEEN
        | day("earliest", date(2026, 8, 25))
        | day("latest", date(2026, 11, 20))
        | {"read_on_0": "", "read_on_1": "", "read_on_2": ""},
        "peut-être dépassé\u00a0; encore possible jusqu’au samedi 20 février 2027",
    ),
    "a month": ({"dating": "month", "published_month": "2026-08"}, LAST_DAY_TODAY),
    "a mention": (
        {"dating": "relative", "shown_words": "il y a 3 mois"}
        | day("seen_on", LAST_OF_NOVEMBER.date()),
        LAST_DAY_TODAY,
    ),
    "the last day": ({"dating": "day", **day("published_on", date(2026, 8, 30))}, LAST_DAY_TODAY),
}


@pytest.mark.parametrize(("typed", "state"), TWO_ENDS.values(), ids=TWO_ENDS)
def test_it_is_not_too_late_while_the_last_posting_possible_is_in_time(
    phone: Client,
    surgeon: Practitioner,
    time_machine: TimeMachineFixture,
    typed: dict[str, str],
    state: str,
) -> None:
    time_machine.move_to(LAST_OF_NOVEMBER, tick=False)
    phone.force_login(surgeon.user)
    declaration = draft_at(surgeon, DeclarationStep.DATES)
    box = phone.post(page_of(declaration, "date_clock"), typed).text
    assert state in box
    assert "semble dépassé" not in box
    sent = phone.post(page_of(declaration, "declare_date", 1), typed)
    assert sent.status_code == 302
    assert sent.url != page_of(declaration, "too_late", 1)


def test_it_is_too_late_once_the_last_posting_possible_is_out_of_time(
    phone: Client, declaration: Declaration
) -> None:
    typed = BETWEEN | day("earliest", date(2026, 5, 4)) | day("latest", date(2026, 8, 22))
    sent = phone.post(page_of(declaration, "declare_date", 1), typed)
    assert sent.url == page_of(declaration, "too_late", 1)
    assert (
        "semble dépassé depuis le dimanche 22\u00a0novembre\u00a02026" in phone.get(sent.url).text
    )


def test_a_later_posting_still_in_time_is_not_too_late(
    phone: Client, declaration: Declaration
) -> None:
    typed = PASSED | {"republished": "republished", "again-dating": "day"}
    typed |= day("again-published_on", date(2026, 11, 2))
    sent = phone.post(page_of(declaration, "declare_date", 1), typed)
    assert sent.url != page_of(declaration, "too_late", 1)


def test_an_unknown_date_is_never_said_to_be_too_late(
    phone: Client, declaration: Declaration
) -> None:
    sent = phone.post(page_of(declaration, "declare_date", 1), {"dating": "unknown"})
    assert sent.url != page_of(declaration, "too_late", 1)


def test_the_screen_of_a_content_without_dates_does_not_exist(
    phone: Client, declaration: Declaration
) -> None:
    assert phone.get(page_of(declaration, "too_late", 1)).status_code == 404
    assert phone.get(page_of(declaration, "too_late", 9)).status_code == 404
