from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from apps.accounts.models import Role
from apps.casework.files.dismiss_author import dismiss_author
from apps.casework.files.link_author import CannotLink, link_author
from apps.casework.files.same_author import same_author
from apps.incidents.models import AuthorLink, Incident
from apps.incidents.status import IllegalMove
from apps.journal.kinds import Kind
from apps.journal.sentences import told_to_practitioner
from tests.factories import (
    MONDAY_MORNING,
    PlatformFactory,
    PractitionerFactory,
    UserFactory,
    declared_incident,
    declared_review,
    ended,
    handler,
    taken_incident,
)

pytestmark = pytest.mark.django_db


def by_author(pseudonym: str, **fields: object) -> Incident:
    PlatformFactory()
    return taken_incident(reviews=[declared_review(author_pseudonym=pseudonym, **fields)])


def linked(one: Incident, other: Incident) -> AuthorLink:
    return link_author(one, other, by=one.handler, at=MONDAY_MORNING)


def suggested(incident: Incident, **fields: object) -> list[Incident]:
    facts = {"user": incident.handler, "at": MONDAY_MORNING, **fields}
    return same_author(incident=incident, **facts).suggested


@pytest.mark.parametrize("spelt", ["DEDE du 69", "dédé  du 69", "Dédé-du-69", "dedé.du.69"])
def test_case_accents_and_spaces_do_not_hide_a_pseudonym(spelt: str) -> None:
    mine, other = by_author("Dédé du 69"), by_author(spelt)
    assert suggested(mine) == [other]
    assert [review.number for review in suggested(mine)[0].alike] == [1]


def test_another_pseudonym_another_platform_or_none_is_not_suggested() -> None:
    mine = by_author("Dédé du 69")
    by_author("Dédé du 70")
    by_author("Dédé du 69", url="https://exemple.fr/avis")
    by_author("", url="https://www.facebook.com/x")
    assert suggested(mine) == []
    assert suggested(by_author("")) == []


def test_ten_files_at_most_in_as_many_queries_as_one(django_assert_num_queries) -> None:
    mine = by_author("Lulu")
    for _ in range(11):
        declared_incident(reviews=[declared_review(author_pseudonym="lulu")])
    with django_assert_num_queries(3):
        assert len(suggested(mine)) == 10


def test_a_file_closed_a_year_ago_is_compared_no_more() -> None:
    mine, other = by_author("Lulu"), by_author("Lulu")
    ended(other)
    assert suggested(mine) == [other]
    assert suggested(mine, at=MONDAY_MORNING + timedelta(days=366)) == []


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.PARTNER, Role.DELEGATE, Role.ADMIN])
def test_nobody_outside_the_insurer_is_told_of_another_file(role: Role) -> None:
    mine, other = by_author("Lulu"), by_author("Lulu")
    linked(mine, other)
    user = mine.practitioner.user if role == Role.PRACTITIONER else UserFactory(role=role)
    told = same_author(user, mine, at=MONDAY_MORNING)
    assert (told.suggested, told.linked, told.dismissed) == ([], [], [])


def test_two_files_are_linked_once_whichever_side_says_so() -> None:
    mine, other = by_author("Lulu"), by_author("LULU")
    assert linked(mine, other) == linked(other, mine)
    for incident, its_other in ((mine, other), (other, mine)):
        told = same_author(incident.handler, incident, at=MONDAY_MORNING)
        assert [one.incident for one in told.linked] == [its_other]
        assert told.suggested == []
        assert incident.events.get(kind=Kind.AUTHOR_LINKED).data == {"file": its_other.reference}


def test_files_that_nothing_brings_together_are_not_linked() -> None:
    with pytest.raises(CannotLink, match="aucun contenu du même pseudonyme"):
        linked(by_author("Lulu"), by_author("Dédé"))
    with pytest.raises(CannotLink):
        linked(one := by_author("Lulu"), one)


def test_a_file_that_is_over_is_linked_no_more() -> None:
    mine, other = by_author("Lulu"), by_author("Lulu")
    with pytest.raises(IllegalMove, match="plus ouvert"):
        linked(ended(mine), other)


def test_a_suggestion_that_was_dismissed_may_be_linked_after_all() -> None:
    mine, other = by_author("Lulu"), by_author("Lulu")
    dismiss_author(mine, other, reason="Prénom courant.", by=mine.handler, at=MONDAY_MORNING)
    linked(mine, other)
    assert AuthorLink.objects.count() == 2
    assert AuthorLink.objects.open().get().verdict == AuthorLink.Verdict.SAME


def test_the_practitioner_s_history_says_nothing_of_it() -> None:
    mine, other = by_author("Lulu"), by_author("Lulu")
    linked(mine, other)
    kinds = told_to_practitioner()
    assert not {Kind.AUTHOR_LINKED, Kind.AUTHOR_DISMISSED, Kind.AUTHOR_UNLINKED} & set(kinds)


def test_the_database_keeps_one_row_a_pair_and_one_direction() -> None:
    mine, other = by_author("Lulu"), by_author("Lulu")
    link = linked(mine, other)
    for change in ({"first": link.second, "second": link.first}, {}):
        twin = AuthorLink.objects.get(pk=link.pk)
        twin.pk = None
        for name, value in change.items():
            setattr(twin, name, value)
        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save(force_insert=True)


def test_the_files_of_one_insured_are_brought_together_too() -> None:
    practitioner = PractitionerFactory()
    PlatformFactory()
    files = [
        taken_incident(
            handler(),
            practitioner=practitioner,
            reviews=[declared_review(author_pseudonym="Lulu")],
        )
        for _ in range(2)
    ]
    assert suggested(files[0]) == [files[1]]
