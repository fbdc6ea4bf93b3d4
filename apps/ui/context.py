from django.apps import apps
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse


def site(request: HttpRequest) -> dict[str, object]:
    """What every page may name."""
    return {"product": "Vigie", "dev_mailbox_url": dev_mailbox_url()}


def dev_mailbox_url() -> str:
    """Where the development letters are read; empty wherever that app is not mounted."""
    if not apps.is_installed("apps.devmailbox"):
        return ""
    try:
        return reverse("devmailbox:letters")
    except NoReverseMatch:  # a test with its own URLconf
        return ""
