import pytest

from apps.accounts.models import Role, User
from apps.casework.declarations.name_delegate import NotADelegate, name_delegate
from apps.directory.models import Delegate, Practitioner
from apps.mailbox.models import Letter
from tests.factories import MONDAY_MORNING, PractitionerFactory, UserFactory, handler

pytestmark = pytest.mark.django_db


def name(practitioner: Practitioner, email: str = "julie@example.org") -> Delegate:
    return name_delegate(
        practitioner,
        name="Julie Masson",
        email=email,
        relation=Delegate.Relation.SECRETARY,
        at=MONDAY_MORNING,
    )


def test_a_delegate_gets_an_account_that_opens_nothing_until_they_choose_a_password() -> None:
    delegate = name(PractitionerFactory())
    assert delegate.user.role == Role.DELEGATE
    assert not delegate.user.has_usable_password()
    letter = Letter.objects.get(kind="delegate_named")
    assert letter.recipient == delegate.user
    assert letter.data == {"is_new": True}


def test_somebody_named_by_two_practitioners_has_one_account() -> None:
    first = name(PractitionerFactory())
    second = name(PractitionerFactory(), email="JULIE@example.org")
    assert first.user == second.user
    assert [letter.data["is_new"] for letter in Letter.objects.order_by("pk")] == [True, False]


def test_named_twice_is_named_once() -> None:
    surgeon = PractitionerFactory()
    assert name(surgeon) == name(surgeon)
    assert Letter.objects.count() == 1


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.HANDLER, Role.PARTNER, Role.ADMIN])
def test_the_account_of_somebody_else_never_becomes_a_delegate(role: Role) -> None:
    UserFactory(email="julie@example.org", role=role)
    with pytest.raises(NotADelegate, match="Indiquez-en une autre"):
        name(PractitionerFactory())
    assert User.objects.get(email="julie@example.org").role == role


def test_a_closed_account_is_not_opened_again() -> None:
    UserFactory(email="julie@example.org", role=Role.DELEGATE, is_active=False)
    with pytest.raises(NotADelegate):
        name(PractitionerFactory())


def test_the_letter_bears_no_name() -> None:
    handler()
    name(PractitionerFactory())
    assert "Julie" not in str(list(Letter.objects.values()))
