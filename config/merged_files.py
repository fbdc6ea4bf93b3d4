"""Who opens a file that was merged is led to the one that has absorbed it, at the same page."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from apps.accounts.models import User
from apps.casework.access import merged_for
from apps.incidents.models import Incident
from apps.incidents.status import MergedAway

# The pages of a file, and who enters them.
AUDIENCES: dict[str, Callable[[User], bool]] = {
    "desk": lambda user: user.is_insurer,
    "portal": lambda user: user.is_practitioner,
}
# What an absorbed file keeps for itself, and shows.
ITS_OWN = {
    "desk:custody",
    "desk:file_cover",
    "desk:file_history",
    "desk:file_missions",
}
SENTENCES = {
    "desk": "Le dossier {absorbed} est réuni au dossier {kept}\u00a0: vous êtes dans celui-ci.",
    "portal": "Votre dossier {absorbed} est réuni au dossier {kept}\u00a0: tout s’y trouve.",
}


class MergedFilesMiddleware:
    """Old links and old mails go on working. What is sent to an absorbed file reaches the verbs,
    which refuse it with a sentence, or know where it belongs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """Lead a reader on; the numbers of contents and exhibits have changed, no id has."""
        match = request.resolver_match
        if request.method not in {"GET", "HEAD"} or match is None:
            return None
        absorbed = _absorbed(request)
        if absorbed is None or match.view_name in ITS_OWN:
            return None
        kept = absorbed.followed()
        if not request.htmx:
            said = SENTENCES[match.namespace].format(absorbed=absorbed, kept=kept)
            messages.info(request, said)
        if "number" in kwargs:
            return redirect(f"{match.namespace}:incident", kept.reference)
        return redirect(match.view_name, **kwargs | {"reference": kept.reference})

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A verb refused what was sent and no form could say so: say it on the other file."""
        absorbed = _absorbed(request) if isinstance(exception, MergedAway) else None
        match = request.resolver_match
        if absorbed is None or match is None:
            return None
        if request.htmx:
            return HttpResponse(str(exception), status=HTTPStatus.CONFLICT)
        messages.error(request, str(exception))
        return redirect(f"{match.namespace}:incident", absorbed.followed().reference)


def _absorbed(request: HttpRequest) -> Incident | None:
    """The merged file whose page is asked, if it is one and this person enters there."""
    match = request.resolver_match
    if match is None or match.namespace not in AUDIENCES or "reference" not in match.kwargs:
        return None
    user = request.user
    if not user.is_authenticated or not AUDIENCES[match.namespace](user):
        return None
    return merged_for(user, match.kwargs["reference"])
