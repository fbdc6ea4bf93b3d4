"""Two files of a practitioner become one: everything is there, and no date has moved."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from apps.assignments.models import LawyerRequest
from apps.casework.correspondence.remind_requests import remind_requests
from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from apps.casework.deadlines.remind import remind
from apps.casework.files.dismiss_author import dismiss_author
from apps.casework.files.link_author import link_author
from apps.casework.files.merge import CannotMerge, merge
from apps.casework.files.same_author import SameAuthor, same_author
from apps.casework.files.snooze import snooze
from apps.casework.files.split import split
from apps.casework.files.take import take
from apps.casework.files.undo_merge import undo_merge
from apps.casework.letters.daily_digest import daily_digest
from apps.casework.missions.request_lawyer import request_lawyer
from apps.casework.search.index_file import index_file
from apps.deadlines.models import Deadline
from apps.directory.models import Practitioner
from apps.incidents.models import Incident, Merge, Tag
from apps.incidents.status import IllegalMove, MergedAway, Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import broken_links
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from apps.search.models import SearchEntry
from apps.search.query import plain
from tests.factories import (
    MONDAY_MORNING,
    ContractFactory,
    PlatformFactory,
    PractitionerFactory,
    assigned,
    closed_incident,
    declared_incident,
    declared_review,
    handler,
    qualified_incident,
    read_as,
    requested_information,
    taken_incident,
)

LATER = MONDAY_MORNING + timedelta(hours=1)


def two_files(practitioner: Practitioner | None = None, **fields: Any) -> tuple[Incident, Incident]:
    """One to be absorbed, just declared, and the one to be kept, followed by somebody."""
    practitioner = practitioner or PractitionerFactory()
    kept = taken_incident(practitioner=practitioner)
    return declared_incident(practitioner, **fields), kept


def joined(absorbed: Incident, kept: Incident, **fields: Any) -> Merge:
    facts = {"reason": Merge.Reason.DUPLICATE, "by": kept.handler or handler(), "at": LATER}
    merged = merge(absorbed, into=kept, **{**facts, **fields})
    absorbed.refresh_from_db()
    kept.refresh_from_db()
    return merged


def four_files_of_one_author() -> tuple[Incident, Incident, Incident, Incident]:
    """One to be absorbed, the one to be kept, and two of other insured persons."""
    PlatformFactory()
    reviews = [declared_review(author_pseudonym="Lulu")]
    practitioner = PractitionerFactory()
    absorbed, kept = (taken_incident(practitioner=practitioner, reviews=reviews) for _ in range(2))
    return absorbed, kept, taken_incident(reviews=reviews), taken_incident(reviews=reviews)


def authors(incident: Incident) -> SameAuthor:
    return same_author(incident.handler, incident, at=LATER)


def dates() -> dict[int, tuple[object, ...]]:
    """Every deadline with all that a person or a reminder reads of it."""
    rows = Deadline.objects.values_list(
        "pk",
        "legal_last_day",
        "prudent_day",
        "act_by",
        "last_service_day",
        "has_reminders",
        "opened_at",
        "closed_at",
    )
    return {row[0]: row[1:] for row in rows}


@pytest.mark.django_db
class TestMerging:
    def test_contents_and_exhibits_follow_those_of_the_kept_file(self) -> None:
        absorbed, kept = two_files(reviews=[declared_review(), declared_review(url="")], exhibits=1)
        joined(absorbed, kept)
        assert list(kept.reviews.order_by("number").values_list("number", flat=True)) == [1, 2, 3]
        assert not absorbed.reviews.exists()
        assert list(kept.exhibits.values_list("number", flat=True)) == [1]
        assert absorbed.status == Status.MERGED
        assert absorbed.followed() == kept

    def test_the_earliest_clock_drives_the_kept_file(self) -> None:
        absorbed, kept = two_files(
            reviews=[declared_review(window=Window.on_day(date(2026, 9, 10)))]
        )
        absorbed.refresh_from_db()
        nearest = absorbed.act_by
        before = dates()
        joined(absorbed, kept)
        assert kept.act_by == nearest
        assert absorbed.act_by is None
        assert dates() == before
        assert not Deadline.objects.filter(incident=absorbed).exists()

    def test_an_unknown_date_still_puts_the_kept_file_on_top(self) -> None:
        absorbed, kept = two_files(reviews=[declared_review(window=Window.unknown())])
        joined(absorbed, kept)
        assert kept.queue_key == "0"

    def test_what_was_written_is_read_in_the_kept_file(self) -> None:
        absorbed, kept = two_files()
        practitioner = absorbed.practitioner.user
        message = write_message(absorbed, body="Bonjour", by=practitioner, at=MONDAY_MORNING)
        note = write_note(absorbed, body="Vu", by=handler(), at=MONDAY_MORNING)
        [request] = requested_information(absorbed)
        joined(absorbed, kept)
        assert list(kept.messages.all()) == [message]
        assert list(kept.notes.all()) == [note]
        assert list(kept.information_requests.pending()) == [request]

    def test_a_message_to_the_old_file_goes_to_the_new_one(self) -> None:
        absorbed, kept = two_files()
        joined(absorbed, kept)
        message = write_message(absorbed, body="Bonjour", by=kept.practitioner.user, at=LATER)
        assert message.incident == kept

    def test_the_kept_file_stands_as_far_on_as_the_further_of_the_two_and_is_awake(self) -> None:
        practitioner, sofia = PractitionerFactory(), handler()
        absorbed = qualified_incident(sofia, practitioner=practitioner)
        kept = taken_incident(sofia, practitioner=practitioner)
        snooze(
            kept,
            until=date(2026, 11, 25),
            awaited=WaitingOn.PRACTITIONER,
            by=sofia,
            at=MONDAY_MORNING,
        )
        joined(absorbed, kept)
        assert kept.status == Status.QUALIFIED
        assert kept.waiting_on == WaitingOn.HANDLER
        assert kept.snoozed_until is None

    def test_the_practitioner_is_told_by_a_letter_and_by_both_histories(self) -> None:
        absorbed, kept = two_files()
        joined(absorbed, kept)
        letter = Letter.objects.get(kind="files_merged")
        assert letter.recipient == kept.practitioner.user
        assert letter.incident == kept
        told = kept.events.get(kind=Kind.INCIDENT_MERGED)
        assert absorbed.reference in told.plain_sentence
        assert kept.reference in absorbed.events.get(kind=Kind.INCIDENT_ABSORBED).plain_sentence
        moved = kept.events.get(kind=Kind.REVIEW_CAME)
        assert moved.data == {"review": 2, "file": absorbed.reference, "old_number": 1}
        assert broken_links(absorbed) == broken_links(kept) == []

    def test_merged_twice_it_is_one_merge_and_one_letter(self) -> None:
        absorbed, kept = two_files()
        assert joined(absorbed, kept) == joined(absorbed, kept)
        assert Letter.objects.filter(kind="files_merged").count() == 1

    def test_a_deadline_is_reminded_once_however_often_its_file_changes(self) -> None:
        absorbed, kept = two_files(
            reviews=[declared_review(window=Window.on_day(date(2026, 9, 10)))]
        )
        take(absorbed, by=kept.handler, at=MONDAY_MORNING)
        remind(at=MONDAY_MORNING)
        told = Letter.objects.filter(kind="deadline_reminder").count()
        assert told
        merged = joined(absorbed, kept)
        remind(at=LATER)
        undo_merge(merged, by=kept.handler, at=LATER)
        remind(at=LATER + timedelta(hours=1))
        assert Letter.objects.filter(kind="deadline_reminder").count() == told

    def test_after_the_merge_its_reminder_is_written_to_who_follows_the_kept_file(self) -> None:
        absorbed, kept = two_files(
            reviews=[declared_review(window=Window.on_day(date(2026, 9, 10)))]
        )
        joined(absorbed, kept)
        remind(at=LATER)
        letters = Letter.objects.filter(kind="deadline_reminder", recipient=kept.handler)
        assert [letter.incident for letter in letters] == [kept]

    def test_a_request_is_not_reminded_again_because_its_file_was_merged(self) -> None:
        absorbed, kept = two_files()
        requested_information(absorbed)
        monday = MONDAY_MORNING + timedelta(days=7)
        assert remind_requests(at=monday) == 1
        joined(absorbed, kept)
        assert remind_requests(at=monday + timedelta(hours=1)) == 0

    def test_the_day_of_the_handler_counts_one_file(self) -> None:
        absorbed, kept = two_files()
        joined(absorbed, kept)
        daily_digest(at=MONDAY_MORNING)
        [letter] = Letter.objects.filter(kind="daily_digest", recipient=kept.handler)
        assert (letter.data["answers"], letter.data["new"]) == (1, 0)

    def test_the_old_reference_finds_the_kept_file(self) -> None:
        absorbed, kept = two_files()
        joined(absorbed, kept)
        index_file(kept, at=LATER)
        assert plain(absorbed.reference) in SearchEntry.objects.get(pk=kept.pk).names

    def test_what_was_said_of_its_author_is_said_of_the_kept_file(self) -> None:
        absorbed, kept, same, other = four_files_of_one_author()
        link_author(same, absorbed, by=same.handler, at=MONDAY_MORNING)
        dismiss_author(other, absorbed, reason="Homonyme.", by=other.handler, at=MONDAY_MORNING)
        joined(absorbed, kept)
        said = authors(kept)
        assert [one.incident for one in said.linked] == [same]
        assert [one.incident for one in said.dismissed] == [other]
        assert said.suggested == []
        assert [one.incident for one in authors(same).linked] == [kept]

    def test_what_the_kept_file_already_says_stands_and_the_two_are_no_longer_compared(
        self,
    ) -> None:
        absorbed, kept, same, _ = four_files_of_one_author()
        link_author(same, absorbed, by=same.handler, at=MONDAY_MORNING)
        dismiss_author(same, kept, reason="Homonyme.", by=same.handler, at=MONDAY_MORNING)
        link_author(kept, absorbed, by=kept.handler, at=MONDAY_MORNING)
        joined(absorbed, kept)
        assert authors(kept).linked == []
        assert [one.incident for one in authors(kept).dismissed] == [same]
        assert [one.incident for one in authors(same).dismissed] == [kept]
        assert authors(same).linked == []

    def test_its_tags_are_those_of_the_kept_file_too(self) -> None:
        absorbed, kept = two_files()
        Tag.objects.create(name="Groupe A").incidents.add(absorbed, kept)
        Tag.objects.create(name="Groupe B").incidents.add(absorbed)
        joined(absorbed, kept)
        assert [tag.name for tag in kept.tags.all()] == ["Groupe A", "Groupe B"]

    def test_the_written_choice_of_a_lawyer_goes_with_the_file(self) -> None:
        absorbed, kept = two_files()
        chosen = request_lawyer(
            absorbed,
            choice=LawyerRequest.Choice.PROPOSAL,
            by=absorbed.practitioner.user,
            at=MONDAY_MORNING,
        )
        merged = joined(absorbed, kept)
        chosen.refresh_from_db()
        assert chosen.incident == kept
        undo_merge(merged, by=kept.handler, at=LATER)
        chosen.refresh_from_db()
        assert chosen.incident == absorbed

    def test_a_file_absorbed_by_one_that_is_absorbed_leads_to_the_last(self) -> None:
        practitioner = PractitionerFactory()
        first, second = two_files(practitioner)
        third = taken_incident(practitioner=practitioner)
        early = joined(first, second)
        joined(second, third)
        first.refresh_from_db()
        assert first.followed() == third
        assert third.reviews.count() == 3
        with pytest.raises(MergedAway, match=third.reference):
            undo_merge(early, by=second.handler, at=LATER)


@pytest.mark.django_db
class TestRefusing:
    def test_files_of_two_practitioners_are_never_merged(self) -> None:
        absorbed, kept = declared_incident(), taken_incident()
        with pytest.raises(CannotMerge, match="pas du même sociétaire"):
            joined(absorbed, kept)
        assert not Merge.objects.exists()

    def test_a_file_is_not_merged_into_itself(self) -> None:
        incident = taken_incident()
        with pytest.raises(CannotMerge, match="à lui-même"):
            joined(incident, incident)

    def test_a_closed_file_is_reopened_first(self) -> None:
        absorbed = closed_incident()
        kept = taken_incident(practitioner=absorbed.practitioner)
        with pytest.raises(CannotMerge, match="rouvrez-le"):
            joined(absorbed, kept)
        with pytest.raises(CannotMerge, match="rouvrez-le"):
            joined(kept, absorbed)

    def test_a_file_that_a_partner_works_on_is_the_one_to_keep(self) -> None:
        mission = assigned()
        entrusted = mission.incident
        other = taken_incident(practitioner=entrusted.practitioner)
        with pytest.raises(CannotMerge, match=f"mission {mission.reference}"):
            joined(entrusted, other)
        joined(other, entrusted)
        assert list(mission.reviews.values_list("number", flat=True)) == [1]
        assert list(mission.exhibits.values_list("number", flat=True)) == [1]

    def test_nobody_s_file_is_not_kept(self) -> None:
        absorbed, kept = two_files()
        with pytest.raises(CannotMerge, match="prenez-le en charge"):
            joined(kept, absorbed)

    def test_contracts_are_not_mixed(self) -> None:
        absorbed, kept = two_files()
        other = ContractFactory(practitioner=kept.practitioner)
        Incident.objects.filter(pk=absorbed.pk).update(contract=other)
        with pytest.raises(CannotMerge, match="même contrat"):
            joined(absorbed, kept)

    def test_two_choices_of_lawyer_are_settled_first(self) -> None:
        absorbed, kept = two_files()
        person = kept.practitioner.user
        own, proposal = LawyerRequest.Choice.OWN, LawyerRequest.Choice.PROPOSAL
        request_lawyer(absorbed, choice=proposal, by=person, at=MONDAY_MORNING)
        request_lawyer(kept, choice=own, lawyer_name="Me Blanc", by=person, at=MONDAY_MORNING)
        with pytest.raises(CannotMerge, match="choix d’avocat"):
            joined(absorbed, kept)

    def test_an_unconfirmed_call_is_confirmed_first(self) -> None:
        absorbed, kept = two_files()
        Incident.objects.filter(pk=absorbed.pk).update(confirmed_at=None)
        with pytest.raises(CannotMerge, match="pas encore confirmé"):
            joined(absorbed, kept)

    def test_nothing_is_done_to_an_absorbed_file_any_more(self) -> None:
        absorbed, kept = two_files()
        review = absorbed.reviews.get()
        joined(absorbed, kept)
        with pytest.raises(IllegalMove):
            read_as(review, Label.OPINION, end=5, by=handler(), at=LATER)
        with pytest.raises(MergedAway, match=kept.reference):
            take(absorbed, by=handler(), at=LATER)
        with pytest.raises(MergedAway, match=kept.reference):
            write_note(absorbed, body="Note", by=handler(), at=LATER)
        with pytest.raises(CannotMerge, match="déjà réuni"):
            joined(absorbed, taken_incident(practitioner=kept.practitioner))


ONE_FILE = st.lists(
    st.one_of(st.none(), st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 11, 20))),
    min_size=1,
    max_size=3,
)


class TestDates(TestCase):
    """Whatever is merged, taken apart and merged again, every date is where it was."""

    @given(kept_days=ONE_FILE, absorbed_days=ONE_FILE, data=st.data())
    @settings(max_examples=8)
    def test_no_date_ever_moves_and_the_nearest_always_drives(
        self, kept_days: list[date | None], absorbed_days: list[date | None], data: st.DataObject
    ) -> None:
        practitioner, sofia = PractitionerFactory(), handler()
        files = [
            taken_incident(sofia, practitioner=practitioner, reviews=[_of(day) for day in days])
            for days in (kept_days, absorbed_days)
        ]
        before = dates()
        steps = data.draw(st.lists(st.sampled_from(["merge", "undo", "split"]), max_size=5))
        merged: Merge | None = None
        for step in steps:
            kept = Incident.objects.get(pk=files[0].pk)
            if step == "merge" and merged is None:
                merged = joined(files[1], kept)
            elif step == "undo" and merged:
                undo_merge(merged, by=sofia, at=LATER)
                merged = None
            elif step == "split" and merged is None and kept.reviews.count() > 1:
                split(kept, reviews=[kept.reviews.latest("number")], by=sofia, at=LATER)
        assert dates() == before
        for incident in Incident.objects.all():
            driving = Deadline.objects.driving(incident, today=LATER.date())
            assert incident.act_by == (driving and driving.act_by)
            owned = Deadline.objects.filter(incident=incident)
            assert {row.review.incident_id for row in owned} <= {incident.pk}


def _of(day: date | None) -> Any:
    return declared_review(window=Window.on_day(day) if day else Window.unknown())
