"""What a page of the portal makes of a slip."""

import html

from django.test import Client

from apps.incidents.models import Declaration


def check_slip(
    phone: Client, declaration: Declaration, url: str, typed: dict[str, str], says: str
) -> None:
    """The page comes back, `says` what to mend, keeps what was typed, and changes nothing."""
    before = declaration.answers
    response = phone.post(url, typed)
    page = html.unescape(response.text)
    assert response.status_code == 200
    assert page.count(says) == 2, "in the summary and beside the field"
    assert "".join(page.split("<title>")[1].split()).startswith("Erreur:")
    assert all(value in page for value in typed.values())
    declaration.refresh_from_db()
    assert declaration.answers == before
