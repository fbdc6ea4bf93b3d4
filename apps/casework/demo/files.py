"""The demonstration files: the seed's surgeon first, then one file in each state."""

from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import fontpkg_source_sans_3
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.text import slugify
from django.utils.timezone import localdate
from PIL import Image, ImageDraw, ImageFont

from apps.accounts.models import User
from apps.assignments.models import Assignment
from apps.correspondence.models import InformationRequest
from apps.correspondence.ready_questions import READY_QUESTIONS
from apps.directory.models import Partner, Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.circumstances import Audience, FacilityPage, PracticeMode
from apps.incidents.models import Declaration, Incident
from apps.incidents.status import Outcome
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from apps.remedies.models import Presence

from ..accept import accept
from ..assign import assign
from ..attach import attach_to_declaration
from ..close import Ending, close
from ..compile import compile
from ..declare import Circumstances, DeclaredReview, declare
from ..qualify import qualify
from ..record_online_check import record_online_check
from ..remind import remind
from ..report_to_platform import report_to_platform
from ..request_information import Item, request_information
from ..take import take
from ..write_message import write_message
from ..write_note import write_note

FONT = Path(fontpkg_source_sans_3.__file__).parent / "files" / "SourceSans3[wght].ttf"


def make_files(*, now: datetime) -> None:
    """Declare and work the demonstration files; every date is relative to `now`."""
    sofia = User.objects.get(email="sofia@vigie.example")
    _surgeon(now - timedelta(hours=2))
    _dermatologist(sofia, now - timedelta(days=3))
    _unknown_date(now - timedelta(hours=5))
    _with_the_bailiff(sofia, now - timedelta(days=6))
    _closed(sofia, now - timedelta(days=30))
    remind(at=now)


def _surgeon(at: datetime) -> None:
    """The hospital surgeon of the interview: a group of 5,000 members, a report already made."""
    posted = localdate(at) - timedelta(days=70)
    _declare(
        "max@vigie.example",
        Circumstances(
            practice_mode=PracticeMode.HOSPITAL,
            facility_page=FacilityPage.UNKNOWN,
            bailiff_report_on=localdate(at) - timedelta(days=2),
            bailiff_report_was_urgent=True,
        ),
        [
            DeclaredReview(
                words="Ce chirurgien a falsifié ses comptes rendus pour cacher ses erreurs.",
                window=Window.on_day(posted),
                audience=Audience.PUBLIC,
                url="https://www.facebook.com/groups/avis-hopital/posts/1001",
                author_pseudonym="Lulu du 12",
                members=5000,
                read_on=localdate(at) - timedelta(days=3),
            ),
            DeclaredReview(
                words="Un incapable. N’allez jamais dans ce service.",
                window=Window.relative("il y a 2 mois", seen_on=localdate(at)),
                audience=Audience.PUBLIC,
                url="https://www.facebook.com/groups/avis-hopital/posts/1002",
                author_pseudonym="Anonyme",
                members=5000,
            ),
        ],
        captures=["Groupe public – 5 000 membres", "Discussion, deuxième page"],
        at=at,
    )


def _dermatologist(sofia: User, at: datetime) -> None:
    incident = _declare(
        "lea@vigie.example",
        Circumstances(practice_mode=PracticeMode.LIBERAL, already_reported=True),
        [
            DeclaredReview(
                words="Rendez-vous expédié en dix minutes, accueil glacial. Très déçue.",
                window=Window.relative("il y a 3 semaines", seen_on=localdate(at)),
                audience=Audience.PUBLIC,
                url="https://www.google.com/maps/reviews/data=1",
                author_pseudonym="Clara B.",
            )
        ],
        at=at,
    )
    take(incident, by=sofia, at=at + timedelta(hours=1))
    write_message(
        incident,
        body="Bonjour Docteur, merci de ne pas répondre à cet avis pour le moment.",
        by=sofia,
        at=at + timedelta(hours=1),
    )
    request_information(
        incident,
        items=[
            Item(
                kind=InformationRequest.Kind.FILE,
                question=READY_QUESTIONS["capture_with_url"].question,
                review=incident.reviews.get(),
            ),
            Item(
                kind=InformationRequest.Kind.INFORMATION,
                question=READY_QUESTIONS["publication_date"].question,
                review=incident.reviews.get(),
            ),
        ],
        due_on=localdate(at) + timedelta(days=7),
        by=sofia,
        at=at + timedelta(hours=1),
    )
    write_note(
        incident,
        body="Critique du service, sans fait précis. Proposer une réponse mesurée.",
        by=sofia,
        at=at + timedelta(hours=2),
    )


def _unknown_date(at: datetime) -> None:
    _declare(
        "anne@vigie.example",
        Circumstances(practice_mode=PracticeMode.LIBERAL),
        [
            DeclaredReview(
                words="Charlatan, elle vous prend votre argent.",
                window=Window.unknown(),
                audience=Audience.CLOSED_GROUP,
                members=240,
            )
        ],
        at=at,
    )


def _with_the_bailiff(sofia: User, at: datetime) -> None:
    incident = _declare(
        "hugo@vigie.example",
        Circumstances(practice_mode=PracticeMode.LIBERAL),
        [
            DeclaredReview(
                words="Il facture des actes qu’il ne fait pas. Un escroc.",
                window=Window.on_day(localdate(at) - timedelta(days=40)),
                audience=Audience.PUBLIC,
                url="https://www.trustpilot.com/reviews/2002",
                author_pseudonym="Jojo974",
            )
        ],
        captures=["Trustpilot – une étoile"],
        at=at,
    )
    review = incident.reviews.get()
    take(incident, by=sofia, at=at + timedelta(hours=1))
    qualify(
        review,
        start=0,
        end=review.words.index(".") + 1,
        label=Label.DIFF_PUB,
        reason="Fait précis et vérifiable, imputé à la personne.",
        by=sofia,
        at=at + timedelta(hours=2),
    )
    assignment = _entrust(incident, Partner.Kind.BAILIFF, sofia, at + timedelta(hours=3))
    compile(assignment, by=sofia, at=at + timedelta(hours=3))
    accept(assignment, by=assignment.partner.members.get(), at=at + timedelta(hours=5))
    report_to_platform(
        review, reported_on=localdate(at), by=incident.practitioner.user, at=at + timedelta(days=1)
    )
    record_online_check(review, presence=Presence.ONLINE, by=sofia, at=at + timedelta(days=2))


def _entrust(incident: Incident, kind: Partner.Kind, by: User, at: datetime) -> Assignment:
    return assign(
        incident,
        partner=Partner.objects.get(kind=kind),
        instructions="Constater l’avis et le profil de son auteur, mot pour mot.",
        reply_by=localdate(at) + timedelta(days=2),
        visible_until=localdate(at) + timedelta(days=120),
        reviews=incident.reviews.all(),
        exhibits=incident.exhibits.all(),
        by=by,
        at=at,
    )


def _closed(sofia: User, at: datetime) -> None:
    incident = _declare(
        "lea@vigie.example",
        Circumstances(practice_mode=PracticeMode.LIBERAL),
        [
            DeclaredReview(
                words="Docteur franchement antipathique.",
                window=Window.on_day(localdate(at) - timedelta(days=4)),
                audience=Audience.PUBLIC,
                url="https://www.google.com/maps/reviews/data=2",
            )
        ],
        at=at,
    )
    review = incident.reviews.get()
    take(incident, by=sofia, at=at + timedelta(hours=1))
    qualify(
        review,
        start=0,
        end=len(review.words),
        label=Label.OPINION,
        reason="Jugement de valeur, sans fait précis, en termes mesurés.",
        by=sofia,
        at=at + timedelta(hours=1),
    )
    close(
        incident,
        endings=[Ending(review, Outcome.LAWFUL, reason="Jugement de valeur mesuré.")],
        words="Cet avis est désagréable, mais permis par la loi. Nous restons à vos côtés.",
        by=sofia,
        at=at + timedelta(days=2),
    )


def _declare(
    email: str,
    circumstances: Circumstances,
    reviews: list[DeclaredReview],
    *,
    at: datetime,
    captures: tuple[str, ...] | list[str] = (),
) -> Incident:
    practitioner = Practitioner.objects.get(user__email=email)
    declaration = Declaration.objects.create(
        practitioner=practitioner, prepared_by=practitioner.user, started_at=at, saved_at=at
    )
    for title in captures:
        attach_to_declaration(
            declaration,
            upload=_capture(title),
            kind=Exhibit.Kind.CAPTURE,
            by=practitioner.user,
            at=at,
        )
    return declare(
        declaration, circumstances=circumstances, reviews=reviews, by=practitioner.user, at=at
    )


def _capture(title: str) -> SimpleUploadedFile:
    """A picture that looks like a screenshot taken on a phone."""
    image = Image.new("RGB", (780, 1200), "#f0f2f5")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 780, 110), fill="#28465a")
    pen.text((40, 35), title, fill="white", font=ImageFont.truetype(FONT, 32))
    for top in range(160, 1100, 240):
        pen.rounded_rectangle((40, top, 740, top + 200), 16, fill="white")
        for line in range(3):
            pen.rectangle(
                (80, top + 40 + 45 * line, 640 - 90 * line, top + 60 + 45 * line), "#c8d0d8"
            )
    content = BytesIO()
    image.save(content, "PNG")
    return SimpleUploadedFile(f"{slugify(title)}.png", content.getvalue(), content_type="image/png")
