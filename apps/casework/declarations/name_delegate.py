from datetime import datetime

from django.db import transaction

from apps.accounts.models import Role, User
from apps.directory.models import Delegate, Practitioner
from apps.mailbox.post import post
from apps.refusals import RefusedOpenly


class NotADelegate(RefusedOpenly):
    """This address is somebody else's. The sentence says what to do."""


@transaction.atomic
def name_delegate(
    practitioner: Practitioner,
    *,
    name: str,
    email: str,
    relation: Delegate.Relation,
    at: datetime,
) -> Delegate:
    """Let somebody prepare this practitioner's declarations. Named twice, they are named once.

    They get an account without a password, and a letter that tells where to choose one. Raises
    `NotADelegate`.
    """
    Practitioner.objects.select_for_update().get(pk=practitioner.pk)
    user, is_new = _account(name, email)
    delegate, is_named = Delegate.objects.open().get_or_create(
        practitioner=practitioner,
        user=user,
        closed_at=None,
        defaults={"relation": relation, "opened_at": at},
    )
    if is_named:
        post("delegate_named", to=user, key=f"delegate-{delegate.pk}", at=at, is_new=is_new)
    return delegate


def _account(name: str, email: str) -> tuple[User, bool]:
    """The delegate's account, and whether it was made for them just now."""
    known = User.objects.filter(email__iexact=email).first()
    if known is None:
        return User.objects.create_user(email, name=name, role=Role.DELEGATE), True
    if known.role != Role.DELEGATE or not known.is_active:
        raise NotADelegate(
            "Cette adresse ne peut pas être celle d’un délégué. Indiquez-en une autre."
        )
    return known, False
