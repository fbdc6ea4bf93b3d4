from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.casework.letters.recipients import supervisors, with_substitutes
from apps.correspondence.models import CallBack
from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post


@transaction.atomic
def ask_call_back(
    practitioner: Practitioner,
    *,
    phone: str,
    by: User,
    at: datetime,
    incident: Incident | None = None,
) -> CallBack:
    """Have somebody of the insurer call this practitioner, before anything else.

    The supervisors and the handlers of their open files are written to at once, whatever the
    hour. Asked twice, it is one call, to the last number given.
    """
    practitioner = Practitioner.objects.select_for_update().get(pk=practitioner.pk)
    waiting = CallBack.objects.filter(practitioner=practitioner, closed_at=None).first()
    if waiting:
        waiting.phone = phone
        waiting.save(update_fields=["phone"])
        return waiting
    incident = incident and incident.followed()
    call_back = CallBack.objects.create(
        practitioner=practitioner, incident=incident, phone=phone, asked_by=by, asked_at=at
    )
    if incident:
        locked = Incident.objects.locked(incident.pk)
        record(Kind.CALL_BACK_ASKED, incident=locked, actor=by, at=at, call_back=call_back.pk)
    for person in _who_calls(practitioner, today=localdate(at)):
        post(
            "call_back_asked",
            to=person,
            key=f"call-back-{call_back.pk}-user-{person.pk}",
            at=at,
            call_back=call_back.pk,
        )
    return call_back


def _who_calls(practitioner: Practitioner, *, today: date) -> list[User]:
    open_files = Incident.objects.open().filter(practitioner=practitioner)
    handlers = User.objects.filter(handled_incidents__in=open_files, is_active=True).distinct()
    return with_substitutes([*supervisors(), *handlers], today=today)
