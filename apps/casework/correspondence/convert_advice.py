from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.casework.declarations.start_declaration import start_declaration
from apps.correspondence.models import AdviceRequest
from apps.incidents.models import Declaration


@transaction.atomic
def convert_advice(request: AdviceRequest, *, by: User, at: datetime) -> Declaration:
    """Turn a question into a draft, its text and its link in the first content.

    Converted twice, it is the same draft.
    """
    request = AdviceRequest.objects.select_for_update().get(pk=request.pk)
    if request.declaration:
        return request.declaration
    declaration = start_declaration(request.practitioner, by=by, at=at)
    declaration.answers = {"reviews": {"1": {"words": request.question, "url": request.url}}}
    declaration.save(update_fields=["answers"])
    request.declaration = declaration
    request.save(update_fields=["declaration"])
    return declaration
