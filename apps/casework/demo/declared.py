"""How the file of a case is declared: what the practitioner sends, from the rows of the case."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from hashlib import sha256

from apps.casework.declarations.declare import Circumstances, DeclaredAgain, DeclaredReview, declare
from apps.casework.declarations.hand_over_declaration import hand_over_declaration
from apps.casework.declarations.make_receipt import make_receipt
from apps.casework.declarations.start_declaration import start_declaration
from apps.casework.exhibits.attach import attach_to_declaration
from apps.directory.models import Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.models import ReferenceCounter

from . import pdfs
from .desk import Desk, days_of
from .pictures import capture
from .rows import Case, Content, Days

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
SITES = {
    "google": "https://www.google.com/maps/reviews/",
    "facebook": "https://www.facebook.com/groups/",
    "instagram": "https://www.instagram.com/p/",
    "trustpilot": "https://fr.trustpilot.com/reviews/",
    "pagesjaunes": "https://www.pagesjaunes.fr/pros/avis/",
    "x": "https://x.com/i/status/",
    "bing": "https://www.bing.com/maps/avis/",
    "doctissimo": "https://forum.doctissimo.fr/sante/",
    "blog": "https://blog-des-patients.example/",
    "": "",
}


def declare_case(case: Case, desk: Desk, *, at: datetime) -> None:
    """Declare the file of a case under the reference kept for it, and make its receipt."""
    practitioner = Practitioner.objects.select_related("user").get(user=desk.people[case.who])
    typist, insured = desk.people[case.typed_by or case.who], practitioner.user
    declaration = start_declaration(practitioner, by=typist, at=at - HOUR / 2)
    for title in case.captures:
        attach_to_declaration(
            declaration, upload=capture(title), kind=Exhibit.Kind.CAPTURE, by=typist, at=at
        )
    if typist.is_delegate:
        hand_over_declaration(declaration, prudent_day=None, at=at - HOUR / 4)
    days = days_of(case, practitioner.department, today=desk.today)
    with _referred_to_as(desk.references[case.name]):
        incident = declare(
            declaration,
            circumstances=_circumstances(case, days),
            reviews=[
                _declared(content, days, page=f"{case.name}-{number}")
                for number, content in enumerate(case.contents, start=1)
            ],
            by=typist if typist.is_insurer else insured,
            at=at,
        )
    if pdfs.can_be_made():
        make_receipt(incident.receipt, at=at + MINUTE)


@contextmanager
def _referred_to_as(reference: str) -> Iterator[None]:
    """Have the next file take this reference, which the counter of its year has already passed.

    Inside a transaction: whoever declares at the same moment waits, and draws the next one."""
    _, year, number = reference.split("-")
    counter = ReferenceCounter.objects.select_for_update().get(year=year)
    ReferenceCounter.objects.filter(pk=counter.pk).update(last=int(number) - 1)
    yield
    ReferenceCounter.objects.filter(pk=counter.pk).update(last=counter.last)


def _circumstances(case: Case, days: Days) -> Circumstances:
    def back(ago: int | None) -> date | None:
        return None if ago is None else days.declared - timedelta(days=ago)

    return Circumstances(
        situation=case.situation,
        practice_mode=case.mode,
        facility_page=case.facility_page,
        facility_contact=case.facility_contact,
        already_replied=case.replied is not None,
        replied_on=back(case.replied),
        already_reported=case.reported is not None,
        reported_on=back(case.reported),
        bailiff_report_on=back(case.bailiff),
        bailiff_report_was_urgent=case.bailiff is not None,
        wishes=case.wishes,
    )


def _declared(content: Content, days: Days, *, page: str) -> DeclaredReview:
    site = SITES[content.on]
    return DeclaredReview(
        words=content.words,
        window=content.posted(days),
        audience=content.audience,
        url=f"{site}{sha256(page.encode()).hexdigest()[:12]}" if site else "",
        rating=content.rating,
        persons=content.persons,
        author_pseudonym=content.author,
        author_kind=content.author_kind,
        natures=content.natures,
        members=content.members,
        read_on=None if content.read is None else days.declared - timedelta(days=content.read),
        again=[DeclaredAgain(kind, posted(days)) for kind, posted in content.again],
    )
