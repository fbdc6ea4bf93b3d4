from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from apps.accounts.models import User
from apps.assignments.models import LawyerRequest
from apps.casework.letters.recipients import followers
from apps.incidents.models import Incident
from apps.incidents.status import WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post

WORDING = (
    "Je sais que je choisis librement mon avocat (article L. 127-3 du code des assurances). "
    "Je demande par écrit à mon assureur de me proposer le nom d’un avocat."
)
OWN_WORDING = (
    "Je sais que je choisis librement mon avocat (article L. 127-3 du code des assurances). "
    "Je désigne l’avocat dont j’indique le nom."
)


@transaction.atomic
def request_lawyer(
    incident: Incident,
    *,
    choice: LawyerRequest.Choice,
    by: User,
    at: datetime,
    lawyer_name: str = "",
    lawyer_contact: str = "",
) -> LawyerRequest:
    """Keep the practitioner's written choice of a lawyer; the first one made stands.

    Law: C. assur. art. L. 127-3: the insurer proposes no name without a written request.
    """
    incident = Incident.objects.locked_open(incident.pk)
    made = LawyerRequest.objects.filter(incident=incident).first()
    if made:
        return made
    incident.waiting_on = WaitingOn.HANDLER
    incident.save(update_fields=["waiting_on"])
    written = LawyerRequest.objects.create(
        incident=incident,
        choice=choice,
        lawyer_name=lawyer_name,
        lawyer_contact=lawyer_contact,
        wording=OWN_WORDING if choice == LawyerRequest.Choice.OWN else WORDING,
        made_by=by,
        made_at=at,
    )
    record(Kind.LAWYER_REQUESTED, incident=incident, actor=by, at=at, choice=written.choice)
    for person in followers(incident, today=localdate(at)):
        post(
            "lawyer_requested",
            to=person,
            key=f"lawyer-request-{written.pk}-user-{person.pk}",
            at=at,
            incident=incident,
        )
    return written
