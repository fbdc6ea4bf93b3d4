"""What somebody sent after their session was lost: carried through the sign-in, stored nowhere.

The fields travel in the sign-in page itself, signed. Once signed in, the same person gets a page
that sends them again to where they were going; another person gets nothing of them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from .models import User

SALT = "carried"
LIFE = 60 * 60  # seconds between what was sent and the sign-in
MOST = 150_000  # characters, all fields together
OWNER_COOKIE = "__Host-owner" if settings.SESSION_COOKIE_SECURE else "owner"


@dataclass(frozen=True)
class Carried:
    """What was sent: where to, each field with its values, by whom (0 when nobody can tell), and
    whether files were left behind."""

    path: str
    fields: list[tuple[str, list[str]]]
    owner: int
    had_files: bool

    @classmethod
    def of(cls, request: HttpRequest) -> Carried | None:
        """What this request sent, if there is anything to carry and it is not too long."""
        fields = [
            (name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"
        ]
        length = sum(len(value) for _, values in fields for value in values)
        if not fields or length > MOST:
            return None
        owner = owner_of(request)
        return cls(request.get_full_path(), fields, owner, bool(request.FILES))

    @classmethod
    def read(cls, seal: str) -> Carried | None:
        """What a sign-in page carried; None if it was changed on the way or is too old."""
        try:
            return cls(**signing.loads(seal, salt=SALT, max_age=LIFE))
        except signing.BadSignature:
            return None

    @property
    def seal(self) -> str:
        return signing.dumps(asdict(self), salt=SALT, compress=True)

    def is_for(self, user: User) -> bool:
        """Is this the person who sent it? Where nobody can tell, the page itself decides."""
        return self.owner in {0, user.pk}


def owner_of(request: HttpRequest) -> int:
    """Who was signed in last in this browser; 0 when it does not say."""
    try:
        sealed = request.COOKIES.get(OWNER_COOKIE, "")
        return int(signing.loads(sealed, salt=OWNER_COOKIE)) if sealed else 0
    except signing.BadSignature:
        return 0


def remember_owner(request: HttpRequest, response: HttpResponse) -> None:
    """Let this browser tell, after the session, whose it was; a sign-out forgets it."""
    match = request.resolver_match
    if not request.user.is_authenticated:
        if match and match.url_name == "account_logout":
            response.delete_cookie(OWNER_COOKIE, samesite="Lax")
        return
    if owner_of(request) != request.user.pk:
        response.set_cookie(
            OWNER_COOKIE,
            signing.dumps(request.user.pk, salt=OWNER_COOKIE),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
