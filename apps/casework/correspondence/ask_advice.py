from datetime import datetime

from django.db import transaction

from apps.accounts.models import Role, User
from apps.correspondence.models import AdviceRequest
from apps.directory.models import Practitioner
from apps.mailbox.post import post


@transaction.atomic
def ask_advice(
    practitioner: Practitioner, *, question: str, at: datetime, url: str = ""
) -> AdviceRequest:
    """Ask the insurer a question without opening a file: no clock starts."""
    request = AdviceRequest.objects.create(
        practitioner=practitioner, question=question, url=url, asked_at=at
    )
    for supervisor in User.objects.filter(role=Role.SUPERVISOR, is_active=True):
        post(
            "advice_asked",
            to=supervisor,
            key=f"advice-{request.pk}-asked-user-{supervisor.pk}",
            at=at,
            advice=request.pk,
        )
    return request
