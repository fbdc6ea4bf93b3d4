"""What letters say in words and keep as codes."""

from collections.abc import Iterable

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django import template
from django.urls import reverse

from apps.accounts.models import User
from apps.incidents.status import Outcome

register = template.Library()


@register.filter
def has_outcome(contents: Iterable[tuple[int, str]], code: str) -> bool:
    """Did one of these contents end so?"""
    return any(outcome == code for _, outcome in contents)


@register.filter
def outcome_name(code: str) -> str:
    """How a content ended, as the practitioner reads it."""
    return str(Outcome(code).label)


@register.filter
def password_page(user: User) -> str:
    """Where this person chooses a new password, under a key that is made now."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return reverse("account_reset_password_from_key", kwargs=key)
