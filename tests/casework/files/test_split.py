from datetime import date, timedelta

import pytest

from apps.assignments.models import LawyerRequest
from apps.casework.exhibits.link_exhibit import link_exhibit
from apps.casework.exhibits.replace_exhibit import replace_exhibit
from apps.casework.files.merge import merge
from apps.casework.files.split import CannotSplit, split
from apps.casework.missions.request_lawyer import request_lawyer
from apps.deadlines.models import Deadline
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Merge, Qualification
from apps.incidents.status import IllegalMove, Status
from apps.journal.kinds import Kind
from apps.journal.models import broken_links
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    acted,
    assigned,
    attached,
    closed_incident,
    declared_incident,
    declared_review,
    handler,
    png,
    qualified_incident,
    requested_information,
    taken_incident,
)

pytestmark = pytest.mark.django_db
EARLY = Window.on_day(date(2026, 9, 20))


@pytest.fixture
def incident() -> Incident:
    return qualified_incident(reviews=[declared_review(), declared_review(url="", window=EARLY)])


def parted(incident: Incident, *numbers: int) -> Incident:
    reviews = list(incident.reviews.filter(number__in=numbers))
    return split(incident, reviews=reviews, by=incident.handler, at=MONDAY_MORNING)


def test_the_contents_chosen_stand_in_a_new_file_of_the_same_people(incident: Incident) -> None:
    opened = parted(incident, 2)
    assert opened.reference != incident.reference
    assert opened.practitioner == incident.practitioner
    assert opened.handler == incident.handler
    assert opened.declared_at == incident.declared_at
    assert [each.number for each in opened.reviews.all()] == [1]
    assert [each.number for each in incident.reviews.all()] == [1]


def test_each_file_stands_where_its_readings_say(incident: Incident) -> None:
    assert parted(incident, 2).status == Status.UNDER_REVIEW
    both = qualified_incident(reviews=[declared_review(), declared_review(url="")])
    opened = parted(both, 1)
    assert opened.status == Status.QUALIFIED
    assert Qualification.objects.open().get(passage__review__incident=opened)


def test_the_clocks_go_with_their_contents_and_no_date_moves(incident: Incident) -> None:
    before = set(Deadline.objects.values_list("pk", "act_by", "legal_last_day", "closed_at"))
    opened = parted(incident, 2)
    after = set(Deadline.objects.values_list("pk", "act_by", "legal_last_day", "closed_at"))
    assert after == before
    opened.refresh_from_db()
    incident.refresh_from_db()
    assert opened.act_by < incident.act_by


def test_the_exhibits_that_show_only_what_goes_go_too(incident: Incident) -> None:
    first, second = incident.reviews.order_by("number")
    stays, goes = (
        attached(incident, upload=png(size=(60 + n, 40)), reviews=[review])
        for n, review in enumerate((first, second))
    )
    opened = parted(incident, 2)
    assert list(incident.exhibits.all()) == [stays]
    assert list(opened.exhibits.all()) == [goes]


def test_an_exhibit_that_shows_both_is_in_both_files_with_the_same_bytes(
    incident: Incident,
) -> None:
    exhibit = attached(incident, reviews=incident.reviews.all())
    passage = incident.reviews.get(number=1).passages.get()
    link_exhibit(
        exhibit,
        reviews=incident.reviews.all(),
        passages=[passage],
        by=incident.handler,
        at=MONDAY_MORNING,
    )
    opened = parted(incident, 1)
    [twin] = opened.exhibits.all()
    assert (twin.sha256, twin.original.name) == (exhibit.sha256, exhibit.original.name)
    assert twin.received_at == exhibit.received_at
    assert [review.number for review in twin.reviews.all()] == [1]
    assert list(twin.passages.all()) == [passage]
    assert [review.number for review in exhibit.reviews.all()] == [2]
    assert not exhibit.passages.exists()


def test_an_exhibit_goes_with_what_it_has_replaced(incident: Incident) -> None:
    review = incident.reviews.get(number=2)
    old = attached(incident, upload=png(size=(70, 40)), reviews=[review])
    new = replace_exhibit(old, upload=png(size=(71, 40)), by=incident.handler, at=MONDAY_MORNING)
    opened = parted(incident, 2)
    assert set(opened.exhibits.all()) == {old, new}


def test_the_proof_of_an_act_goes_with_its_content(incident: Incident) -> None:
    proof = attached(incident, kind=Exhibit.Kind.OTHER)
    act = acted(incident.reviews.get(number=2), done_by="Me Blanc", exhibit=proof)
    opened = parted(incident, 2)
    act.refresh_from_db()
    assert act.exhibit.incident == opened


def test_what_was_asked_about_a_content_goes_with_it(incident: Incident) -> None:
    [about_file] = requested_information(incident)
    about_content = incident.information_requests.create(
        review=incident.reviews.get(number=2),
        kind="information",
        question="Quand ?",
        due_on=date(2026, 11, 30),
        asked_by=incident.handler,
        asked_at=MONDAY_MORNING,
    )
    opened = parted(incident, 2)
    assert list(opened.information_requests.all()) == [about_content]
    assert list(incident.information_requests.all()) == [about_file]


def test_the_written_choice_of_a_lawyer_holds_for_both_files(incident: Incident) -> None:
    person, own = incident.practitioner.user, LawyerRequest.Choice.OWN
    chosen = request_lawyer(
        incident, choice=own, lawyer_name="Me Blanc", by=person, at=MONDAY_MORNING
    )
    opened = parted(incident, 2)
    again = opened.lawyer_request
    for name in ("choice", "lawyer_name", "lawyer_contact", "wording", "made_by", "made_at"):
        assert getattr(again, name) == getattr(chosen, name)
    assert LawyerRequest.objects.get(incident=incident) == chosen
    assert Letter.objects.get(kind="file_split").data["lawyer_chosen"]


def test_a_lawyer_is_named_in_the_new_file_without_asking_again(incident: Incident) -> None:
    request_lawyer(
        incident,
        choice=LawyerRequest.Choice.PROPOSAL,
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    opened = parted(incident, 1)
    assert assigned(Partner.Kind.LAWYER, incident=opened).reviews.get().incident == opened


def test_where_nothing_was_written_nothing_is(incident: Incident) -> None:
    parted(incident, 2)
    assert not LawyerRequest.objects.exists()
    assert not Letter.objects.get(kind="file_split").data["lawyer_chosen"]


def test_two_parts_of_a_file_that_had_chosen_a_lawyer_are_joined_again(incident: Incident) -> None:
    request_lawyer(
        incident,
        choice=LawyerRequest.Choice.PROPOSAL,
        by=incident.practitioner.user,
        at=MONDAY_MORNING,
    )
    opened = parted(incident, 2)
    reason = Merge.Reason.SAME_MATTER
    merge(opened, into=incident, reason=reason, by=incident.handler, at=MONDAY_MORNING)
    assert incident.reviews.count() == 2


def test_both_histories_and_the_practitioner_are_told(incident: Incident) -> None:
    opened = parted(incident, 2)
    assert opened.reference in incident.events.get(kind=Kind.INCIDENT_SPLIT).plain_sentence
    assert incident.reference in opened.events.get(kind=Kind.INCIDENT_SPLIT_OFF).plain_sentence
    left = incident.events.get(kind=Kind.REVIEW_LEFT)
    assert left.data == {"review": 2, "file": opened.reference, "new_number": 1}
    letter = Letter.objects.get(kind="file_split")
    assert (letter.recipient, letter.incident) == (incident.practitioner.user, opened)
    assert broken_links(opened) == broken_links(incident) == []


def test_one_content_at_least_stays(incident: Incident) -> None:
    with pytest.raises(CannotSplit, match="au moins reste"):
        parted(incident, 1, 2)
    with pytest.raises(CannotSplit, match="au moins un contenu"):
        parted(incident)
    assert Incident.objects.count() == 1


def test_sent_twice_it_is_one_split(incident: Incident) -> None:
    review = incident.reviews.get(number=2)
    parted(incident, 2)
    with pytest.raises(CannotSplit, match="n’est plus dans ce dossier"):
        split(incident, reviews=[review], by=incident.handler, at=MONDAY_MORNING)
    assert Incident.objects.count() == 2


def test_what_a_partner_holds_does_not_move(incident: Incident) -> None:
    mission = assigned(incident=incident)
    with pytest.raises(CannotSplit, match=mission.reference):
        parted(incident, 2)


def test_a_file_that_is_over_or_that_nobody_follows_is_not_split() -> None:
    contents = [declared_review(), declared_review(url="")]
    with pytest.raises(IllegalMove, match="est terminé"):
        parted(closed_incident(reviews=contents), 2)
    new = declared_incident(reviews=contents)
    with pytest.raises(CannotSplit, match="prenez-le en charge"):
        split(new, reviews=[new.reviews.get(number=2)], by=handler(), at=MONDAY_MORNING)


def test_a_verb_that_read_the_content_before_it_left_is_refused(incident: Incident) -> None:
    review = incident.reviews.get(number=2)
    stale = incident.reviews.select_related("incident").get(pk=review.pk)
    parted(incident, 2)
    with pytest.raises(IllegalMove, match="passé dans un autre dossier"):
        acted(
            stale, done_by="Me Blanc", by=incident.handler, at=MONDAY_MORNING + timedelta(hours=1)
        )


def test_a_content_of_another_file_is_not_taken(incident: Incident) -> None:
    stranger = taken_incident().reviews.get()
    with pytest.raises(CannotSplit, match="n’est plus dans ce dossier"):
        split(incident, reviews=[stranger], by=incident.handler, at=MONDAY_MORNING)
