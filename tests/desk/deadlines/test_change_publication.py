from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.incidents.models import Incident, Publication
from apps.legal.windows import DateSource, Window
from tests.factories import declared_review, handler, taken_incident


def url(incident: Incident, publication: Publication | None = None) -> str:
    publication = publication or incident.reviews.get().publications.get(closed_at=None)
    return reverse("desk:change_publication", args=[incident.reference, 1, publication.pk])


def answers(**changes: str) -> dict[str, str]:
    given = {
        "dating": "day",
        "published_on_0": "20",
        "published_on_1": "10",
        "published_on_2": "2026",
        "reason": "Constat du 20 octobre.",
    }
    return given | changes


RELATIVE = answers(
    dating="relative",
    shown_words="il y a 2 mois",
    seen_on_0="23",
    seen_on_1="11",
    seen_on_2="2026",
)


def in_force(incident: Incident) -> Publication:
    return incident.reviews.get().publications.get(closed_at=None)


def test_the_date_is_corrected_with_its_reason_and_both_dates_are_said(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(), follow=True).content.decode()
    changed = in_force(incident)
    assert (changed.earliest, changed.reason) == (date(2026, 10, 20), "Constat du 20 octobre.")
    assert "lundi 1er février 2027 avant, mardi 19 janvier 2027 maintenant" in page


def test_a_date_that_was_unknown_is_no_longer_so_once_a_second_person_confirms_it(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(window=Window.unknown())])
    page = desk.post(url(incident), answers(), follow=True).content.decode()
    assert "inconnue avant, inconnue maintenant" in page
    assert "elle ne compte pas avant qu’une seconde personne la confirme" in page
    assert "jusqu’au mercredi 20 janvier 2027" in page


def test_a_later_date_is_said_to_wait(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    later = answers(published_on_0="10", published_on_1="11")
    page = desk.post(url(incident), later, follow=True).content.decode()
    assert "lundi 1er février 2027 avant, lundi 1er février 2027 maintenant" in page
    assert "elle ne compte pas avant qu’une seconde personne la confirme" in page


def test_words_that_date_an_edit_leave_the_first_day_unknown_and_add_a_clock(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), RELATIVE | {"shown_words": "modifié il y a 2 mois"})
    first, edit = incident.reviews.get().publications.filter(closed_at=None).order_by("number")
    assert (first.earliest, first.latest) == (None, date(2026, 9, 23))
    assert (edit.kind, edit.earliest) == ("EDIT", date(2026, 8, 23))


@pytest.mark.parametrize(
    ("typed", "source", "earliest"),
    [
        (answers(), DateSource.EXACT_DAY, date(2026, 10, 20)),
        (RELATIVE, DateSource.RELATIVE, date(2026, 8, 23)),
        (
            answers(dating="month", published_month="2026-09"),
            DateSource.MONTH_ONLY,
            date(2026, 9, 1),
        ),
        (answers(dating="unknown"), DateSource.UNKNOWN, None),
    ],
)
def test_a_date_is_told_in_the_same_ways_as_on_the_portal(
    desk: Client, sofia: User, typed: dict[str, str], source: DateSource, earliest: date | None
) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), typed)
    assert (in_force(incident).source, in_force(incident).earliest) == (source, earliest)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (answers(reason=""), "Dites ce qui établit la nouvelle date."),
        (answers(dating=""), "Indiquez la date de publication"),
        (answers(published_on_2="2027"), "La date de publication est dans le futur."),
        (answers(published_on_1="11", published_on_0="2"), "C’est déjà la date retenue"),
        (RELATIVE | {"shown_words": "naguère"}, "Mention illisible\u00a0: «\u00a0naguère\u00a0»."),
    ],
)
def test_what_is_wrong_is_said_and_the_old_date_stays(
    desk: Client, sofia: User, typed: dict[str, str], sentence: str
) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), typed).content.decode()
    assert page.count(sentence) == 2  # in the summary and beside the field
    assert Publication.objects.count() == 1


def test_a_date_already_replaced_is_not_found(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    old = in_force(incident)
    desk.post(url(incident), answers())
    assert desk.post(url(incident, old), RELATIVE).status_code == 404


def test_on_a_colleagues_file_no_date_is_corrected(desk: Client) -> None:
    incident = taken_incident(handler(name="Karim Lefèvre"))
    page = desk.post(url(incident), answers()).content.decode()
    assert "Ce dossier est suivi par Karim Lefèvre." in page
    assert "Constat du 20 octobre." in page
    assert Publication.objects.count() == 1
