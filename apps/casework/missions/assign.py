from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from apps.accounts.models import User
from apps.assignments.models import Assignment, LawyerRequest
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Review
from apps.incidents.status import Status, WaitingOn
from apps.journal.kinds import Kind
from apps.journal.models import record
from apps.mailbox.post import post
from apps.refusals import Refused


class NotAllowed(Refused):
    """The law, the contract or an open mission forbids it."""


@transaction.atomic
def assign(
    incident: Incident,
    *,
    partner: Partner,
    instructions: str,
    reply_by: date,
    visible_until: date,
    reviews: Iterable[Review],
    exhibits: Iterable[Exhibit],
    by: User,
    at: datetime,
) -> Assignment:
    """Entrust a partner with a selection of the file, frozen from now on.

    Raises `NotAllowed` when the practitioner has made no written request for a lawyer
    (C. assur. L. 127-3), when the contract lacks the option that pays a technical provider, when
    a mission of the same kind is still open, or when the antivirus has not cleared an exhibit.
    """
    incident, exhibits = Incident.objects.locked(incident.pk), list(exhibits)
    _check(incident, partner)
    _check_exhibits(exhibits)
    incident.move_to(Status.IN_ACTION, waiting_on=WaitingOn.PARTNER)
    incident.save(update_fields=["status", "waiting_on"])
    assignment = Assignment.objects.create(
        incident=incident,
        partner=partner,
        kind=partner.kind,
        instructions=instructions,
        reply_by=reply_by,
        visible_until=visible_until,
        assigned_by=by,
        assigned_at=at,
    )
    assignment.reviews.set(reviews)
    assignment.exhibits.set(exhibits)
    record(
        Kind.ASSIGNMENT_PROPOSED,
        incident=incident,
        actor=by,
        at=at,
        assignment=assignment.reference,
        partner_kind=partner.kind,
    )
    for member in partner.members.filter(is_active=True):
        post(
            "assignment_proposed",
            to=member,
            key=f"assignment-{assignment.pk}-proposed-user-{member.pk}",
            at=at,
            incident=incident,
            assignment=assignment.pk,
            reference=assignment.reference,
            partner_kind=partner.kind,
            reply_by=reply_by.isoformat(),
        )
    return assignment


def _check(incident: Incident, partner: Partner) -> None:
    if incident.assignments.open().filter(kind=partner.kind).exists():
        raise NotAllowed(
            f"Une mission est déjà ouverte sur ce dossier\u00a0: {partner.get_kind_display()}."
        )
    if partner.kind == Partner.Kind.LAWYER and not _may_name(partner, incident):
        raise NotAllowed(
            "Le sociétaire n’a pas demandé d’avocat par écrit. Sans cette demande, l’assureur ne "
            "peut proposer aucun nom (article L. 127-3 du code des assurances)."
        )
    if partner.kind == Partner.Kind.TECHNICAL and not _covers_technical_help(incident):
        raise NotAllowed(
            "Le contrat n’a pas l’option assistance e-réputation : l’intervention d’un "
            "prestataire technique n’est pas prise en charge."
        )


def _check_exhibits(exhibits: list[Exhibit]) -> None:
    chosen = Exhibit.objects.filter(pk__in=[exhibit.pk for exhibit in exhibits])
    if chosen.safe_for_partners().count() < chosen.count():
        raise NotAllowed(
            "L’antivirus n’a pas encore vérifié toutes les pièces choisies. Retirez celles qui "
            "attendent, ou confiez la mission un peu plus tard."
        )


def _may_name(lawyer: Partner, incident: Incident) -> bool:
    """Any lawyer once the practitioner has asked for a proposal; else the one they named."""
    request = LawyerRequest.objects.filter(incident=incident).first()
    if request is None:
        return False
    return request.choice == LawyerRequest.Choice.PROPOSAL or request.lawyer_name == lawyer.name


def _covers_technical_help(incident: Incident) -> bool:
    return incident.contract is not None and incident.contract.has_ereputation_assistance
