from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from apps.casework.declarations.dismiss_delegate import dismiss_delegate
from apps.casework.declarations.start_declaration import start_declaration
from tests.factories import MONDAY_MORNING, DelegateFactory

pytestmark = pytest.mark.django_db
LATER = MONDAY_MORNING + timedelta(hours=1)


def test_what_they_were_preparing_goes_to_the_practitioner() -> None:
    julie = DelegateFactory()
    draft = start_declaration(julie.practitioner, by=julie.user, at=MONDAY_MORNING)
    theirs = start_declaration(DelegateFactory().practitioner, by=julie.user, at=MONDAY_MORNING)
    dismiss_delegate(julie, at=LATER)
    for row in (julie, draft, theirs):
        row.refresh_from_db()
    assert julie.closed_at == draft.handed_at == LATER
    assert theirs.handed_at is None


def test_dismissed_twice_keeps_the_first_moment() -> None:
    julie = DelegateFactory()
    dismiss_delegate(julie, at=MONDAY_MORNING)
    dismiss_delegate(julie, at=LATER)
    julie.refresh_from_db()
    assert julie.closed_at == MONDAY_MORNING


def test_the_database_refuses_two_open_namings_of_one_person() -> None:
    julie = DelegateFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        DelegateFactory(practitioner=julie.practitioner, user=julie.user)
