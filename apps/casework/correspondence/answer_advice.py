from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.correspondence.models import AdviceRequest
from apps.mailbox.post import post
from apps.refusals import Refused


class AdviceAlreadyAnswered(Refused):
    """A colleague was quicker. The sentence says who."""


@transaction.atomic
def answer_advice(request: AdviceRequest, *, answer: str, by: User, at: datetime) -> AdviceRequest:
    """Answer a question asked without a file. Raises `AdviceAlreadyAnswered`."""
    request = AdviceRequest.objects.select_for_update().get(pk=request.pk)
    if request.answered_by:
        raise AdviceAlreadyAnswered(f"{request.answered_by} a déjà répondu à cette demande.")
    request.answer, request.answered_by, request.answered_at = answer, by, at
    request.save(update_fields=["answer", "answered_by", "answered_at"])
    post(
        "advice_answered",
        to=request.practitioner.user,
        key=f"advice-{request.pk}-answered",
        at=at,
        advice=request.pk,
    )
    return request
