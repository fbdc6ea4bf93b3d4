import pytest

from apps.casework.exhibits.describe_exhibit import describe_exhibit
from apps.exhibits.models import Exhibit
from tests.factories import (
    PractitionerFactory,
    captured,
    declared_incident,
    started_declaration,
)

pytestmark = pytest.mark.django_db
URL = "https://www.facebook.com/groups/primalien/posts/1"
SAID = {"kind": Exhibit.Kind.OTHER, "declared_url": URL, "contents": [2, 1]}


def test_a_file_of_a_draft_says_what_it_shows() -> None:
    exhibit = captured(started_declaration(PractitionerFactory()))
    describe_exhibit(exhibit, **SAID)
    exhibit.refresh_from_db()
    assert (exhibit.kind, exhibit.declared_url, exhibit.contents) == ("other", URL, [1, 2])


def test_what_was_sent_is_no_longer_a_draft() -> None:
    exhibit = declared_incident(exhibits=1).exhibits.get()
    describe_exhibit(exhibit, **SAID)
    exhibit.refresh_from_db()
    assert (exhibit.kind, exhibit.declared_url) == ("capture", "")
