"""What a receipt prints, as plain data: what was declared and what we make of it on that day."""

from typing import Any

from django.utils.timezone import localdate

from apps.casework.letters.promise import first_answer, is_pressing
from apps.deadlines.models import Deadline
from apps.deadlines.printed import printed_clock, printed_day, printed_window
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Review

Content = dict[str, Any]


def receipt_content(incident: Incident) -> Content:
    """Everything the receipt says, frozen: ISO dates and moments, numbers and words."""
    practitioner = incident.practitioner
    return {
        "reference": incident.reference,
        "declared_at": incident.declared_at.isoformat(),
        "declared_on": localdate(incident.declared_at).isoformat(),
        "practitioner": practitioner.user.name,
        "profession": practitioner.get_profession_display(),
        "contract": incident.contract.number if incident.contract else "",
        "situation": incident.get_situation_display(),
        "practice_mode": incident.get_practice_mode_display(),
        "already_replied": incident.already_replied,
        "already_reported": incident.already_reported,
        "bailiff_report_on": printed_day(incident.bailiff_report_on),
        "reviews": [_review(review) for review in incident.reviews.order_by("number")],
        "exhibits": [
            _exhibit(exhibit) for exhibit in incident.exhibits.current().order_by("number")
        ],
        "clock": _clock(incident),
        "answer_by": first_answer(incident).isoformat(),
        "is_pressing": is_pressing(incident),
    }


def _review(review: Review) -> Content:
    return {
        "number": review.number,
        "platform": review.platform.name if review.platform else "",
        "url": review.url,
        "words": review.words,
        "author_pseudonym": review.author_pseudonym,
        "read_on": printed_day(review.read_on),
        "publications": [
            {**printed_window(publication.window), "origin": publication.window.origin}
            for publication in review.publications.open().order_by("number")
        ],
    }


def _clock(incident: Incident) -> Content | None:
    declared_on = localdate(incident.declared_at)
    deadline = Deadline.objects.driving(incident, today=declared_on)
    if deadline is None:
        return None
    return {
        **printed_clock(deadline, today=declared_on),
        "is_over": deadline.is_over(declared_on),
        "review": deadline.review.number,
    }


def _exhibit(exhibit: Exhibit) -> Content:
    return {
        "number": exhibit.number,
        "name": exhibit.name,
        "kind": exhibit.get_kind_display(),
        "size": exhibit.size,
        "sha256": exhibit.sha256,
        "received_at": exhibit.received_at.isoformat(),
    }
