import pytest

from apps.casework.files.dismiss_author import dismiss_author
from apps.casework.files.link_author import CannotLink
from apps.casework.files.same_author import same_author
from apps.incidents.models import AuthorLink
from apps.journal.kinds import Kind
from tests.factories import MONDAY_MORNING, PlatformFactory, declared_review, taken_incident

pytestmark = pytest.mark.django_db


def dismissed(reason: str = "Prénom courant.") -> AuthorLink:
    PlatformFactory()
    mine, other = (
        taken_incident(reviews=[declared_review(author_pseudonym="Lulu")]) for _ in range(2)
    )
    return dismiss_author(mine, other, reason=reason, by=mine.handler, at=MONDAY_MORNING)


def test_what_was_dismissed_is_no_longer_suggested_and_says_why() -> None:
    link = dismissed()
    for incident in (link.first, link.second):
        told = same_author(incident.handler, incident, at=MONDAY_MORNING)
        assert told.suggested == []
        assert [one.link.reason for one in told.dismissed] == ["Prénom courant."]


def test_the_reason_is_needed_and_stays_out_of_the_history() -> None:
    with pytest.raises(CannotLink, match="Dites pourquoi"):
        dismissed("  ")
    link = dismissed("canariraison")
    event = link.first.events.get(kind=Kind.AUTHOR_DISMISSED)
    assert event.data == {"file": link.second.reference}


def test_dismissed_twice_the_first_reason_stands() -> None:
    link = dismissed()
    again = dismiss_author(link.second, link.first, reason="Autre.", by=link.by, at=MONDAY_MORNING)
    assert again == link
    assert again.reason == "Prénom courant."
