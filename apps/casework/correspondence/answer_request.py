from collections.abc import Sequence
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.exhibits.attach import attach
from apps.casework.letters.recipients import followers
from apps.correspondence.models import InformationRequest
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post
from apps.refusals import RefusedOpenly


class NothingGiven(RefusedOpenly):
    """The answer is empty, or is not what was asked."""


@transaction.atomic
def answer_request(
    request: InformationRequest,
    *,
    by: User,
    at: datetime,
    text: str = "",
    agreed: bool | None = None,
    uploads: Sequence[UploadedFile] = (),
    kind: Exhibit.Kind = Exhibit.Kind.OTHER,
) -> InformationRequest:
    """Give what was asked for. Files become exhibits of the file; with a refused one nothing is
    kept, so that the same answer can be sent again.

    When nothing else is awaited, it is the handler's turn and they hear of it. Raises
    `AlreadySettled`, `NothingGiven`, `RefusedFile`, `IllegalMove`.
    """
    incident = Incident.objects.locked_open(request.incident_id)
    request = InformationRequest.objects.select_for_update().get(pk=request.pk)
    request.check_pending()
    _check_given(request, text, agreed, uploads)
    request.answer, request.agreed = text, agreed
    request.answered_by, request.answered_at = by, at
    request.save(update_fields=["answer", "agreed", "answered_by", "answered_at"])
    for upload in uploads:
        exhibit = attach(incident, upload=upload, kind=kind, by=by, at=at)
        if request.review:
            exhibit.reviews.add(request.review)
        request.exhibits.add(exhibit)
    record(Kind.REQUEST_ANSWERED, incident=incident, actor=by, at=at, request=request.pk)
    if not incident.information_requests.pending().exists():
        _tell_handler(request, incident, at=at)
    return request


def _check_given(
    request: InformationRequest, text: str, agreed: bool | None, uploads: Sequence[UploadedFile]
) -> None:
    if request.kind == InformationRequest.Kind.DECISION and agreed is None:
        raise NothingGiven("Dites si vous êtes d’accord.")
    if request.kind == InformationRequest.Kind.INFORMATION and not text.strip():
        raise NothingGiven("Écrivez votre réponse.")
    if request.kind == InformationRequest.Kind.FILE and not (uploads or text.strip()):
        raise NothingGiven("Choisissez un fichier, ou dites pourquoi vous n’en avez pas.")


def _tell_handler(request: InformationRequest, incident: Incident, *, at: datetime) -> None:
    incident.waiting_on = WaitingOn.HANDLER
    incident.save(update_fields=["waiting_on"])
    for person in followers(incident, today=localdate(at)):
        post(
            "request_answered",
            to=person,
            key=f"request-{request.pk}-answered-user-{person.pk}",
            at=at,
            incident=incident,
        )
