"""Files joined and parted at the desk, and what becomes of the links to the old one."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.files.merge import merge
from apps.incidents.models import Incident, Merge
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    assigned,
    declared_incident,
    declared_review,
    handler,
    taken_incident,
)

DUPLICATE = {"kept": "this", "reason": "duplicate", "words": ""}


def url(verb: str, incident: Incident, *others: object) -> str:
    return reverse(f"desk:{verb}", args=[incident.reference, *others])


@pytest.fixture
def kept(sofia: User) -> Incident:
    return taken_incident(sofia)


@pytest.fixture
def other(kept: Incident) -> Incident:
    """A second file of the same practitioner, that nobody has taken."""
    return declared_incident(kept.practitioner)


@pytest.fixture
def merged(kept: Incident, other: Incident) -> Merge:
    return merge(
        other, into=kept, reason=Merge.Reason.DUPLICATE, by=kept.handler, at=MONDAY_MORNING
    )


def test_another_file_of_the_practitioner_is_joined_to_this_one(
    desk: Client, kept: Incident, other: Incident
) -> None:
    assert other.reference in desk.get(url("merge", kept)).text
    sent = {**DUPLICATE, "other": other.reference}
    page = desk.post(url("merge", kept), sent, follow=True).text
    assert f"Les deux dossiers n’en font plus qu’un\xa0: {kept}." in page
    assert "Dossiers réunis à celui-ci" in page
    assert Merge.objects.get().kept == kept


def test_this_file_may_be_the_duplicate(desk: Client, kept: Incident) -> None:
    mine = taken_incident(kept.handler, practitioner=kept.practitioner)
    sent = {**DUPLICATE, "other": mine.reference, "kept": "other"}
    assert desk.post(url("merge", kept), sent).url == url("incident", mine)
    assert Merge.objects.get().absorbed == kept


def test_a_refusal_says_what_to_do_and_keeps_what_was_typed(
    desk: Client, kept: Incident, other: Incident
) -> None:
    mission = assigned(
        incident=taken_incident(kept.handler, practitioner=kept.practitioner, exhibits=1)
    )
    sent = {
        "other": mission.incident.reference,
        "kept": "this",
        "reason": "other",
        "words": "Déclarés le même soir.",
    }
    page = desk.post(url("merge", kept), sent).text
    assert f"mission {mission.reference}" in page
    assert "Déclarés le même soir." in page
    assert not Merge.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"other": ""}, "Choisissez l’autre dossier."),
        ({"other": "ER-2026-999999"}, "Choisissez un des dossiers de la liste."),
        ({"reason": "other"}, "Dites ce motif en quelques mots."),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    desk: Client, kept: Incident, other: Incident, changed: dict[str, str], said: str
) -> None:
    sent = {**DUPLICATE, "other": other.reference, **changed}
    assert said in desk.post(url("merge", kept), sent).text
    assert not Merge.objects.exists()


def test_neither_a_stranger_s_file_nor_a_colleague_s_is_offered(
    desk: Client, kept: Incident
) -> None:
    theirs = taken_incident(handler(), practitioner=kept.practitioner)
    stranger = declared_incident(
        reviews=[declared_review(url="", words="Tout à fait autre chose.")]
    )
    page = desk.get(url("merge", kept)).text
    assert "Aucun dossier à réunir à celui-ci" in page
    for file in (theirs, stranger):
        assert file.reference not in page
        desk.post(url("merge", kept), {**DUPLICATE, "other": file.reference})
    assert not Merge.objects.exists()


def test_a_colleague_s_file_is_read_and_not_joined(
    client: Client, kept: Incident, other: Incident
) -> None:
    client.force_login(handler())
    sent = {**DUPLICATE, "other": other.reference}
    assert "Ce dossier est suivi par Sofia Renard." in client.get(url("merge", kept)).text
    client.post(url("merge", kept), sent)
    assert not Merge.objects.exists()


@pytest.mark.parametrize("verb", ["incident", "file_exhibits", "write_message", "qualify"])
def test_the_old_file_leads_to_the_kept_one(desk: Client, merged: Merge, verb: str) -> None:
    arguments = [1] if verb == "qualify" else []
    page = desk.get(url(verb, merged.absorbed, *arguments), follow=True)
    target = "incident" if verb == "qualify" else verb
    assert page.redirect_chain == [(url(target, merged.kept), 302)]
    assert f"Le dossier {merged.absorbed} est réuni au dossier {merged.kept}" in page.text


@pytest.mark.parametrize("verb", ["file_history", "file_missions", "file_cover", "custody"])
def test_its_own_pages_stay_readable(desk: Client, merged: Merge, verb: str) -> None:
    page = desk.get(url(verb, merged.absorbed))
    assert page.status_code == 200
    if verb != "custody":
        assert "Dossier réuni à un autre" in page.text


def test_what_is_sent_to_the_old_file_is_refused_with_the_way_to_the_new_one(
    desk: Client, merged: Merge
) -> None:
    sent = {"until_0": "24", "until_1": "11", "until_2": "2026", "awaited": ""}
    page = desk.post(url("snooze", merged.absorbed), sent).text
    assert f"Ce dossier est réuni au dossier {merged.kept}" in page
    page = desk.post(url("take", merged.absorbed), follow=True).text
    assert f"a été réuni au dossier {merged.kept}" in page


def test_an_absorbed_file_is_in_no_list(desk: Client, merged: Merge) -> None:
    absorbed = url("incident", merged.absorbed)
    for shelf in ("ouverts", "a_trier", "miens", "clos"):
        assert absorbed not in desk.get(reverse("desk:queue"), {"vue": shelf}).text
    known = desk.post(reverse("desk:search"), {"mots": merged.absorbed.reference}, follow=True)
    assert known.redirect_chain[-1][0] == url("incident", merged.kept)


def test_a_merge_is_undone_from_the_kept_file(desk: Client, merged: Merge) -> None:
    undo = url("undo_merge", merged.kept, merged.pk)
    assert undo in desk.get(url("incident", merged.kept)).text
    assert "Annuler la réunion" in desk.get(undo).text
    page = desk.post(undo, follow=True)
    assert f"Le dossier {merged.absorbed} est de nouveau suivi à part." in page.text
    assert page.redirect_chain == [(url("incident", merged.absorbed), 302)]
    assert desk.post(undo).status_code == 404


def test_after_thirty_days_the_page_says_what_to_do_instead(
    desk: Client, merged: Merge, time_machine
) -> None:
    time_machine.move_to(MONDAY_MORNING + timedelta(days=31))
    desk.force_login(merged.kept.handler)
    assert "Annuler cette réunion" not in desk.get(url("incident", merged.kept)).text
    page = desk.post(url("undo_merge", merged.kept, merged.pk)).text
    assert "Une réunion de dossiers s’annule pendant 30 jours." in page


def test_the_letter_tells_the_references_and_nothing_else(merged: Merge) -> None:
    letter = Letter.objects.get(kind="files_merged")
    assert letter.data == {"absorbed": merged.absorbed.reference}
