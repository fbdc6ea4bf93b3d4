from datetime import UTC, date, datetime

import pytest

from apps.accounts.models import Role
from apps.casework.declarations.declare import Circumstances, DeclaredAgain, declare
from apps.deadlines.models import Deadline
from apps.exhibits.models import Exhibit
from apps.incidents.circumstances import AuthorKind, Nature, Situation, Source, Wish
from apps.incidents.models import Declaration, Incident
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    ContractFactory,
    PlatformFactory,
    PractitionerFactory,
    UserFactory,
    captured,
    declared_incident,
    declared_review,
    handler,
    started_declaration,
)

pytestmark = pytest.mark.django_db


def test_the_first_file_of_the_year_bears_number_one() -> None:
    assert declared_incident().reference == "ER-2026-000001"
    assert declared_incident().reference == "ER-2026-000002"


def test_the_year_of_a_reference_is_that_of_paris() -> None:
    new_year_in_paris = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert declared_incident(at=new_year_in_paris).reference == "ER-2027-000001"


def test_a_press_deadline_exists_from_the_declaration_on_before_any_qualification() -> None:
    incident = declared_incident(reviews=[declared_review(window=Window.on_day(date(2026, 8, 15)))])
    deadline = Deadline.objects.driving(incident)
    assert deadline.rule_code == "PRESS_3M"
    assert deadline.legal_last_day == date(2026, 11, 15)
    assert deadline.prudent_day == date(2026, 11, 14)
    assert deadline.act_by == date(2026, 11, 13)
    assert deadline.last_service_day == date(2026, 11, 14)
    assert any("13 novembre 2026" in step for step in deadline.explanation)


def test_each_content_has_its_own_clock_and_the_nearest_one_drives_the_file() -> None:
    incident = declared_incident(
        reviews=[
            declared_review(window=Window.on_day(date(2026, 11, 2))),
            declared_review(window=Window.on_day(date(2026, 10, 1))),
        ]
    )
    assert incident.deadlines.open().count() == 2
    assert Deadline.objects.driving(incident).review.number == 2


def test_an_unknown_date_of_publication_drives_the_file_before_any_known_one() -> None:
    incident = declared_incident(
        reviews=[declared_review(), declared_review(window=Window.unknown())]
    )
    assert Deadline.objects.driving(incident).is_unknown


def test_the_reading_date_changes_no_deadline() -> None:
    early = declared_incident(reviews=[declared_review(read_on=date(2026, 11, 3))])
    late = declared_incident(reviews=[declared_review(read_on=date(2026, 11, 22))])
    assert Deadline.objects.driving(early).act_by == Deadline.objects.driving(late).act_by


def test_the_holidays_of_the_practitioner_s_department_move_act_by_back() -> None:
    review = declared_review(window=Window.on_day(date(2026, 9, 27)))
    in_paris = declared_incident(PractitionerFactory(department="75"), reviews=[review])
    in_alsace = declared_incident(PractitionerFactory(department="67"), reviews=[review])
    assert Deadline.objects.driving(in_paris).act_by == date(2026, 12, 24)
    assert Deadline.objects.driving(in_alsace).act_by == date(2026, 12, 24)
    assert Deadline.objects.driving(in_alsace).last_service_day == date(2026, 12, 24)
    assert Deadline.objects.driving(in_paris).last_service_day == date(2026, 12, 26)


def test_a_draft_sent_twice_makes_one_file() -> None:
    incident = declared_incident(exhibits=1)
    declaration = incident.declaration
    again = declare_again(declaration)
    assert again == incident
    assert Incident.objects.count() == 1
    assert Letter.objects.filter(kind="incident_declared").count() == 1


def declare_again(declaration: Declaration) -> Incident:
    return declare(
        declaration,
        circumstances=Circumstances(practice_mode="hospital"),
        reviews=[declared_review()],
        by=declaration.practitioner.user,
        at=MONDAY_MORNING,
    )


def test_exhibits_of_the_draft_are_numbered_in_the_order_they_were_received() -> None:
    incident = declared_incident(exhibits=2)
    assert [exhibit.number for exhibit in incident.exhibits.all()] == [1, 2]
    assert all(len(exhibit.sha256) == 64 for exhibit in Exhibit.objects.all())


def test_the_platform_is_recognised_from_the_link_whatever_the_sub_domain() -> None:
    facebook = PlatformFactory()
    incident = declared_incident(reviews=[declared_review(url="https://m.facebook.com/p/1")])
    assert incident.reviews.get().platform == facebook


def test_a_look_alike_domain_is_not_the_platform() -> None:
    PlatformFactory()
    incident = declared_incident(reviews=[declared_review(url="https://notfacebook.com/p/1")])
    assert incident.reviews.get().platform is None


def test_the_contract_in_force_on_the_day_is_kept_with_the_file() -> None:
    practitioner = PractitionerFactory(contract=None)
    ContractFactory(
        practitioner=practitioner, starts_on=date(2019, 1, 1), ends_on=date(2019, 12, 31)
    )
    current = ContractFactory(practitioner=practitioner, starts_on=date(2026, 1, 1))
    assert declared_incident(practitioner).contract == current


def test_a_declaration_waits_for_a_handler_and_tells_its_author_once() -> None:
    incident = declared_incident()
    assert (incident.status, incident.waiting_on) == (Status.RECEIVED, WaitingOn.HANDLER)
    assert [event.kind for event in incident.events.all()] == [
        Kind.INCIDENT_DECLARED,
        Kind.DEADLINE_OPENED,
    ]
    letter = Letter.objects.get()
    assert (letter.kind, letter.recipient) == ("incident_declared", incident.practitioner.user)


def test_each_person_targeted_by_a_content_has_a_row_and_a_clock() -> None:
    incident = declared_incident(
        reviews=[declared_review(persons=["Dr Lenoir", "Dr Petit"]), declared_review()]
    )
    rows = incident.reviews.order_by("number")
    assert [(row.number, row.person) for row in rows] == [
        (1, "Dr Lenoir"),
        (2, "Dr Petit"),
        (3, ""),
    ]
    assert incident.deadlines.open().count() == 3


def test_what_the_practitioner_says_of_a_content_is_kept() -> None:
    incident = declared_incident(
        reviews=[
            declared_review(
                rating=1,
                author_kind=AuthorKind.FORMER_EMPLOYEE,
                natures=[Nature.SEXIST],
            )
        ],
        situation=Situation.REVIEW,
        wishes=[Wish.REMOVAL, Wish.ADVICE],
        already_replied=True,
        replied_on=date(2026, 11, 20),
    )
    review = incident.reviews.get()
    assert (review.rating, review.author_kind, review.declared_natures) == (
        1,
        AuthorKind.FORMER_EMPLOYEE,
        [Nature.SEXIST],
    )
    assert incident.wished == [Wish.REMOVAL, Wish.ADVICE]
    assert incident.replied_on == date(2026, 11, 20)


def test_a_discriminatory_nature_that_is_only_declared_leaves_the_strictest_clock() -> None:
    incident = declared_incident(reviews=[declared_review(natures=[Nature.RACIST])])
    assert [deadline.rule_code for deadline in incident.deadlines.open()] == ["PRESS_3M"]


def test_a_later_posting_has_its_own_clock_and_leaves_the_first_one_alone() -> None:
    later = DeclaredAgain(PublicationKind.EDIT, Window.on_day(date(2026, 11, 20)))
    incident = declared_incident(reviews=[declared_review(again=[later])])
    publications = incident.reviews.get().publications.order_by("number")
    assert [(p.number, p.kind) for p in publications] == [(1, "FIRST"), (2, "EDIT")]
    assert incident.deadlines.open().count() == 2
    alone = declared_incident()
    assert Deadline.objects.driving(incident).act_by == Deadline.objects.driving(alone).act_by


def test_a_file_of_proof_is_tied_to_the_contents_it_was_said_to_show() -> None:
    practitioner = PractitionerFactory()
    declaration = started_declaration(practitioner)
    exhibit = captured(declaration)
    exhibit.contents = [4]
    exhibit.save()
    incident = declare(
        declaration,
        circumstances=Circumstances(practice_mode="hospital"),
        reviews=[declared_review(number=2), declared_review(number=4, persons=["A", "B"])],
        by=practitioner.user,
        at=MONDAY_MORNING,
    )
    exhibit.refresh_from_db()
    assert [review.number for review in exhibit.reviews.order_by("number")] == [2, 3]
    assert incident.exhibits.get() == exhibit


def test_who_typed_it_is_kept_and_a_telephone_call_waits_to_be_confirmed() -> None:
    practitioner, delegate = PractitionerFactory(), UserFactory(role=Role.DELEGATE)
    for prepared_by, source, is_confirmed in (
        (practitioner.user, Source.PORTAL, True),
        (delegate, Source.DELEGATE, True),
        (handler(), Source.PHONE, False),
    ):
        incident = declare(
            started_declaration(practitioner, prepared_by=prepared_by),
            circumstances=Circumstances(practice_mode="hospital"),
            reviews=[declared_review()],
            by=practitioner.user,
            at=MONDAY_MORNING,
        )
        assert incident.source == source
        assert (incident.confirmed_at == MONDAY_MORNING) is is_confirmed


def test_the_journal_holds_codes_and_numbers_only() -> None:
    incident = declared_incident(
        reviews=[declared_review(persons=["Dr Lenoir"], author_pseudonym="Lulu du 12")]
    )
    written = " ".join(str(event.data) for event in incident.events.all())
    assert not any(word in written for word in ("Lenoir", "Lulu", "chirurgien", "facebook"))
