"""Where allauth's ways are not ours."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import timezone

from apps.accounts.models import User
from apps.casework.letters.send_password_link import send_password_link


class AccountAdapter(DefaultAccountAdapter):
    """People are invited by the insurer: nobody opens an account alone. The one mail that allauth
    would send itself is a letter, which waits when the mail server is away."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_password_reset_mail(self, user: User, *args: object) -> None:
        send_password_link(user, at=timezone.now())
