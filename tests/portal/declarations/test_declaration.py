"""The whole declaration, as the surgeon of the seed makes it on a phone."""

import re
from datetime import date
from decimal import Decimal

from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.circumstances import Audience
from apps.incidents.models import Declaration, Incident
from apps.legal.windows import DateSource
from tests.factories import PlatformFactory, png
from tests.portal.typed import (
    ANSWER,
    ANSWER_DATES,
    CONTEXT,
    DISCUSSION,
    DISCUSSION_DATES,
    PRACTICE,
    SITUATION,
    page_of,
)


def test_the_surgeon_of_the_seed_declares_from_the_start_page_to_the_reference(
    phone: Client, surgeon: Practitioner
) -> None:
    PlatformFactory()

    def send(url: str, data: dict[str, object]) -> str:
        response = phone.post(url, data)
        assert response.status_code == 302, re.findall(r"Erreur.*", response.text)
        return response.url

    step = send(reverse("portal:start_declaration"), {})
    step = send(step, SITUATION)
    step = send(step, PRACTICE)
    declaration = Declaration.objects.get()
    assert step == page_of(declaration, "declare_reviews")
    step = send(step, {"links": DISCUSSION["url"]})
    assert step == page_of(declaration, "declare_review", 1)
    step = send(step, DISCUSSION)
    assert step == page_of(declaration, "declare_reviews")
    add = page_of(declaration, "declare_review", 2)
    assert add in phone.get(step).text
    send(add, ANSWER)
    step = page_of(declaration, "declare_dates")
    assert step in phone.get(page_of(declaration, "declare_reviews")).text
    step = send(phone.get(step).url, DISCUSSION_DATES)
    step = send(phone.get(step).url, ANSWER_DATES)
    assert step == page_of(declaration, "declare_exhibits")
    step = send(step, {"kind": "capture", "files": [png()]})
    step = send(step, CONTEXT)
    assert step == page_of(declaration, "check_answers")
    page = phone.get(step).text
    assert "Ce chirurgien a falsifié" in page
    assert "Comment cette date est calculée" in page
    step = send(step, {"is_accurate": "on"})

    incident = Incident.objects.get()
    assert incident.reference == "ER-2026-000001"
    assert step == reverse("portal:confirmation", args=[incident.reference])
    assert incident.practitioner == surgeon
    assert (incident.practice_mode, incident.facility_page) == ("hospital", "unknown")
    assert not incident.already_replied
    assert incident.bailiff_report_on == date(2026, 11, 21)
    assert incident.bailiff_report_cost == Decimal("1250.50")
    assert incident.bailiff_report_was_urgent
    discussion, answer = incident.reviews.order_by("number")
    assert discussion.words == "Ce chirurgien a falsifié ses comptes rendus.\nFuyez."
    assert discussion.platform.name == "Facebook"
    assert (discussion.audience, discussion.members) == (Audience.PUBLIC, 5000)
    assert discussion.read_on == date(2026, 11, 20)
    window = answer.publications.get().window
    assert window.source == DateSource.RELATIVE
    assert (window.earliest, window.latest) == (date(2026, 8, 23), date(2026, 9, 23))
    assert incident.exhibits.get().name == "capture.png"
    assert [d.act_by for d in incident.deadlines.open().by_urgency()] == [
        date(2026, 11, 20),
        date(2027, 2, 1),
    ]
