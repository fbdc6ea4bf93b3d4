from datetime import datetime

from django.db import transaction

from apps.accounts.models import User
from apps.deadlines.models import InactionDecision

from .decide_not_to_act import NeedsAnotherPerson, check_notice, take_effect


@transaction.atomic
def second_inaction(decision: InactionDecision, *, by: User, at: datetime) -> InactionDecision:
    """Put the second signature under a decision not to act, which then takes effect.

    Raises `NeedsAnotherPerson` unless the signer is another person, a supervisor or the legal lead,
    `TooLateToTell` when the practitioner, who is only told now, would have less than ten days.
    """
    incident = decision.review.locked_incident()
    decision.refresh_from_db()
    if decision.is_effective:
        return decision
    if by == decision.signed_by or not by.is_senior:
        raise NeedsAnotherPerson(
            "La seconde signature est celle d’une autre personne, responsable d’équipe ou "
            "responsable juridique."
        )
    check_notice(decision.review, decision.reason, at=at)
    decision.seconded_by, decision.seconded_at = by, at
    decision.save(update_fields=["seconded_by", "seconded_at"])
    take_effect(decision, incident, by=by, at=at)
    return decision
