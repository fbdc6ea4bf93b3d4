"""What each partner may read of a file, as plain data: screens, PDF and hash read the same.

Field by field: a bailiff records what is online and gets no debate on its meaning, which the name
of a rule, or the very existence of a second one, would betray; a lawyer gets the reading of each
passage as well. Nobody gets internal notes, messages or contract figures.
"""

from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from apps.assignments.models import Assignment, LawyerRequest
from apps.deadlines.clock import STRICTEST_RULE, acts_of
from apps.deadlines.discreet import without_acts
from apps.deadlines.effects import effects_of
from apps.deadlines.models import Deadline, DeadlineQuerySet, InterruptingAct
from apps.deadlines.printed import printed_clock, printed_day, printed_window
from apps.deadlines.reckoning import labelled_passages
from apps.directory.models import Partner, Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.circumstances import PracticeMode
from apps.incidents.models import Incident, Passage, Review

Content = dict[str, Any]


def dossier_content(assignment: Assignment, *, version: int, at: datetime) -> Content:
    """Everything the dossier of this mission prints, frozen: ISO dates, numbers and words."""
    incident = assignment.incident
    for_lawyer = assignment.kind == Partner.Kind.LAWYER
    running = Deadline.objects.open().filter(review__in=assignment.reviews.all())
    content = {
        "reference": incident.reference,
        "assignment": assignment.reference,
        "version": version,
        "compiled_on": localdate(at).isoformat(),
        "declared_on": localdate(incident.declared_at).isoformat(),
        "partner": {
            "kind": assignment.kind,
            "name": assignment.partner.name,
            "town": assignment.partner.town,
        },
        "handler": incident.handler.name if incident.handler else "",
        "handler_email": incident.handler.email if incident.handler else "",
        "practitioner": _practitioner(incident.practitioner),
        "practice_mode": incident.get_practice_mode_display(),
        "instructions": assignment.instructions,
        "reply_by": assignment.reply_by.isoformat(),
        "clock": next(iter(_clocks(running, with_reading=for_lawyer, today=localdate(at))), None),
        "reviews": [
            _review(review, with_reading=for_lawyer, today=localdate(at))
            for review in assignment.reviews.order_by("number")
        ],
        "exhibits": [
            _exhibit(exhibit)
            for exhibit in Exhibit.objects.current()
            .safe_for_partners()
            .filter(assignments=assignment)
            .order_by("number")
        ],
        "bailiff_report_on": printed_day(incident.bailiff_report_on),
    }
    if for_lawyer:
        content |= {
            "is_hospital": incident.practice_mode == PracticeMode.HOSPITAL,
            "already_replied": incident.already_replied,
            "already_reported": incident.already_reported,
            "free_choice": _free_choice(incident),
        }
    return content


def _practitioner(practitioner: Practitioner) -> Content:
    return {
        "name": practitioner.user.name,
        "profession": practitioner.get_profession_display(),
        "specialty": practitioner.specialty,
        "department": practitioner.department,
        "phone": practitioner.phone,
        "email": practitioner.user.email,
    }


def _review(review: Review, *, with_reading: bool, today: date) -> Content:
    content = {
        "number": review.number,
        "platform": review.platform.name if review.platform else "",
        "url": review.url,
        "words": review.words,
        "author_pseudonym": review.author_pseudonym,
        "audience": review.get_audience_display(),
        "members": review.members,
        "read_on": printed_day(review.read_on),
        "publications": [
            {
                "kind": publication.get_kind_display(),
                **printed_window(publication.window),
                "origin": publication.origin,
            }
            for publication in review.publications.open().order_by("number")
        ],
        "clocks": _clocks(review.deadlines.open(), with_reading=with_reading, today=today),
    }
    if with_reading:
        content["passages"] = [_reading(passage) for passage in review.passages.all()]
        content["assessment"] = _assessment(review)
        content["acts"] = _acts(review, today=today)
    return content


def _reading(passage: Passage) -> Content:
    reading = passage.qualifications.open().get()
    return {
        "words": passage.words,
        "label": reading.legal.label,
        "articles": reading.legal.articles,
        "reason": reading.reason,
    }


def _assessment(review: Review) -> list[Content]:
    """What the handler holds of the circumstances, row by row; nothing when nobody has said."""
    held = review.assessments.open().first()
    if held is None:
        return []
    rows = {
        "Statut du praticien (art. 31 ou 32)": held.get_standing_display(),
        "Ce qui est visé": held.get_target_display(),
        "Provocation préalable (art. 33 al. 2)": held.get_provoked_display(),
        "Faits que l’auteur pourrait prouver (art. 35 et 55)": held.get_provable_display(),
        "Ces faits, et les pièces qui existent": held.facts,
        "Confiance du gestionnaire": held.get_confidence_display(),
    }
    return [{"name": name, "words": words} for name, words in rows.items() if words]


def _acts(review: Review, *, today: date) -> list[Content]:
    told = effects_of(
        acts_of(review),
        list(review.publications.open().order_by("number")),
        passages=labelled_passages(review),
        territory=review.incident.practitioner.department,
        today=today,
    )
    return [_act(act, effect) for act, effect in told]


def _act(act: InterruptingAct, effect: str) -> Content:
    """An act, what it did to the dates, its proceeding and who has checked it."""
    check = act.check_in_force
    return {
        "label": act.get_code_display(),
        "done_on": act.done_on.isoformat(),
        "done_by": act.done_by,
        "is_regular": act.is_regular,
        "effect": effect,
        "is_pending": act.is_pending,
        "checked_by": check.checked_by.name if check else "",
        "checked_on": localdate(check.checked_at).isoformat() if check else None,
        "proceeding": str(act.proceeding) if act.proceeding else "",
    }


def _clocks(running: DeadlineQuerySet, *, with_reading: bool, today: date) -> list[Content]:
    """The most urgent first; without the reading, the one that always runs, with nothing of what is
    done in court."""
    running = running.by_urgency(today=today).select_related("publication")
    if with_reading:
        return [
            {"rule_label": one.rule_label, **printed_clock(one, today=today)} for one in running
        ]
    strictest = running.filter(rule_code=STRICTEST_RULE)
    return [
        {"rule_label": one.rule.articles, **printed_clock(without_acts(one), today=today)}
        for one in strictest
    ]


def _exhibit(exhibit: Exhibit) -> Content:
    return {
        "id": exhibit.pk,
        "number": exhibit.number,
        "name": exhibit.name,
        "kind": exhibit.get_kind_display(),
        "is_image": exhibit.is_printable,
        "media_type": exhibit.media_type,
        "size": exhibit.size,
        "sha256": exhibit.sha256,
        "received_on": localdate(exhibit.received_at).isoformat(),
    }


def _free_choice(incident: Incident) -> Content | None:
    request = LawyerRequest.objects.filter(incident=incident).first()
    if request is None:
        return None
    return {
        "choice": request.get_choice_display(),
        "wording": request.wording,
        "lawyer_name": request.lawyer_name,
        "lawyer_contact": request.lawyer_contact,
        "made_on": localdate(request.made_at).isoformat(),
    }
