"""People and partners come from factories; files are built through the verbs, as in life."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from apps.accounts.models import Role, User
from apps.assignments.models import Assignment, LawyerRequest
from apps.casework.correspondence.request_information import Item, request_information
from apps.casework.deadlines.check_act import check_act
from apps.casework.deadlines.record_act import ActFacts, Subject, record_act
from apps.casework.declarations.declare import Circumstances, DeclaredReview, declare
from apps.casework.exhibits.attach import attach, attach_to_declaration
from apps.casework.files.close import Ending, close
from apps.casework.files.take import take
from apps.casework.missions.assign import assign
from apps.casework.missions.request_lawyer import request_lawyer
from apps.casework.readings.qualify import qualify
from apps.correspondence.models import InformationRequest
from apps.deadlines.models import InterruptingAct
from apps.directory.models import Contract, Delegate, Partner, Platform, Practitioner
from apps.exhibits.models import Exhibit
from apps.incidents.circumstances import Audience, PracticeMode
from apps.incidents.models import Declaration, Incident, Qualification, Review
from apps.incidents.status import Outcome
from apps.legal.acts import act as find_act
from apps.legal.taxonomy import Label
from apps.legal.windows import Window

PASSWORD = "un mot de passe de test"
MONDAY_MORNING = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
WORDS = "Ce chirurgien a opéré sans autorisation le 3 mars. Fuyez."


class UserFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"personne{n}@example.org")
    name = factory.Sequence(lambda n: f"Personne {n}")
    role = Role.HANDLER
    password = factory.django.Password(PASSWORD)


class PractitionerFactory(factory.django.DjangoModelFactory[Practitioner]):
    class Meta:
        model = Practitioner
        skip_postgeneration_save = True

    user = factory.SubFactory(
        UserFactory, role=Role.PRACTITIONER, name=factory.Sequence(lambda n: f"Dr Martin {n}")
    )
    profession = "physician"
    specialty = "chirurgie"
    department = "75"
    contract = factory.RelatedFactory(
        "tests.factories.ContractFactory", factory_related_name="practitioner"
    )


class ContractFactory(factory.django.DjangoModelFactory[Contract]):
    class Meta:
        model = Contract

    practitioner = factory.SubFactory(PractitionerFactory, contract=None)
    number = factory.Sequence(lambda n: f"RCP-{n:06}")
    starts_on = date(2020, 1, 1)
    has_ereputation_assistance = True


class DelegateFactory(factory.django.DjangoModelFactory[Delegate]):
    class Meta:
        model = Delegate

    practitioner = factory.SubFactory(PractitionerFactory)
    user = factory.SubFactory(UserFactory, role=Role.DELEGATE)
    relation = Delegate.Relation.SECRETARY
    opened_at = MONDAY_MORNING


class PartnerFactory(factory.django.DjangoModelFactory[Partner]):
    class Meta:
        model = Partner
        skip_postgeneration_save = True

    kind = Partner.Kind.BAILIFF
    name = factory.Sequence(lambda n: f"Étude {n}")
    town = "Lyon"

    @factory.post_generation
    def member(self: Partner, create: bool, extracted: User | None, **fields: Any) -> None:
        """Every office has somebody who signs in: `partner.members.get()`."""
        self.members.add(extracted or UserFactory(role=Role.PARTNER, **fields))


class PlatformFactory(factory.django.DjangoModelFactory[Platform]):
    class Meta:
        model = Platform
        django_get_or_create = ("domain",)

    kind = Platform.Kind.SOCIAL
    name = "Facebook"
    domain = "facebook.com"


def handler(**fields: Any) -> User:
    return UserFactory(role=Role.HANDLER, **fields)


def delegate_of(practitioner: Practitioner, user: User | None = None) -> User:
    """Somebody whom this practitioner has named: their account."""
    named = DelegateFactory(practitioner=practitioner, **({"user": user} if user else {}))
    return named.user


def supervisor(**fields: Any) -> User:
    return UserFactory(role=Role.SUPERVISOR, **fields)


def png(name: str = "capture.png", size: tuple[int, int] = (60, 40)) -> SimpleUploadedFile:
    """A real PNG file, as a browser would send it."""
    content = BytesIO()
    Image.new("RGB", size, "teal").save(content, "PNG")
    return SimpleUploadedFile(name, content.getvalue(), content_type="image/png")


def declared_review(**fields: Any) -> DeclaredReview:
    facts = {
        "words": WORDS,
        "window": Window.on_day(date(2026, 11, 2)),
        "audience": Audience.PUBLIC,
        "url": "https://www.facebook.com/groups/primalien/posts/1",
        "members": 5000,
    }
    return DeclaredReview(**{**facts, **fields})


def started_declaration(
    practitioner: Practitioner, *, at: datetime = MONDAY_MORNING, **fields: Any
) -> Declaration:
    """A draft that the practitioner has just begun."""
    moments = {"started_at": at, "saved_at": at}
    return Declaration.objects.create(
        practitioner=practitioner, **{"prepared_by": practitioner.user, **moments, **fields}
    )


def captured(declaration: Declaration, *, at: datetime = MONDAY_MORNING, **facts: Any) -> Exhibit:
    """A screenshot that the practitioner has added to a draft."""
    return attach_to_declaration(
        declaration,
        upload=facts.pop("upload", None) or png(),
        kind=Exhibit.Kind.CAPTURE,
        by=declaration.practitioner.user,
        at=at,
        **facts,
    )


def declared_incident(
    practitioner: Practitioner | None = None,
    *,
    reviews: list[DeclaredReview] | None = None,
    exhibits: int = 0,
    at: datetime = MONDAY_MORNING,
    **circumstances: Any,
) -> Incident:
    """A file as a practitioner has just declared it."""
    practitioner = practitioner or PractitionerFactory()
    declaration = started_declaration(practitioner, at=at)
    for number in range(exhibits):
        captured(declaration, upload=png(f"capture-{number}.png", size=(60 + number, 40)), at=at)
    facts = {"practice_mode": PracticeMode.HOSPITAL, **circumstances}
    return declare(
        declaration,
        circumstances=Circumstances(**facts),
        reviews=reviews or [declared_review()],
        by=practitioner.user,
        at=at,
    )


def taken_incident(
    by: User | None = None, *, at: datetime = MONDAY_MORNING, **fields: Any
) -> Incident:
    """A file that a handler has taken."""
    return take(declared_incident(at=at, **fields), by=by or handler(), at=at)


def qualified_incident(
    by: User | None = None,
    *,
    label: Label = Label.DIFF_PUB,
    at: datetime = MONDAY_MORNING,
    **fields: Any,
) -> Incident:
    """A file of which the first sentence is qualified."""
    incident = taken_incident(by, at=at, **fields)
    read_as(incident.reviews.get(number=1), label, at=at)
    incident.refresh_from_db()
    return incident


def read_as(
    review: Review, label: Label = Label.DIFF_PUB, *, at: datetime = MONDAY_MORNING, **fields: Any
) -> Qualification:
    """The first words of a content are given a label, by the handler of its file."""
    facts = {"start": 0, "end": 50, "reason": "Fait précis, vérifiable, imputé à la personne."}
    by = fields.pop("by", None) or review.incident.handler
    return qualify(review, label=label, by=by, at=at, **{**facts, **fields})


def acted(
    review: Review, code: str = "ASSIGNATION", *, at: datetime = MONDAY_MORNING, **fields: Any
) -> InterruptingAct:
    """An act of procedure is written down by the handler of the file, its conditions met and an
    exhibit joined; what could put a date off waits for a second person."""
    facts = {
        "done_on": date(2026, 11, 20),
        "done_by": "Me Garnier",
        "conditions": find_act(code).requires,
    }
    by = fields.pop("by", None) or review.incident.handler
    subjects = fields.pop("subjects", None) or [
        Subject(review, fields.pop("publications", (1,)), fields.pop("passages", ()))
    ]
    others = ("proceeding", "court", "case_number", "corrected")
    suit = {name: fields.pop(name) for name in others if name in fields}
    if "exhibit" not in fields:
        held = review.incident.exhibits.current().first()
        fields["exhibit"] = held or attached(review.incident)
    told = ActFacts(**{**facts, "code": code, **fields})
    return record_act(subjects, facts=told, by=by, at=at, **suit)[0]


def checked_act(
    review: Review, code: str = "ASSIGNATION", *, at: datetime = MONDAY_MORNING, **fields: Any
) -> InterruptingAct:
    """An act of procedure that a supervisor has confirmed."""
    act = acted(review, code, at=at, **fields)
    check_act(act, by=supervisor(), at=at)
    return act


def assigned(
    kind: Partner.Kind = Partner.Kind.BAILIFF,
    *,
    incident: Incident | None = None,
    partner: Partner | None = None,
    at: datetime = MONDAY_MORNING,
) -> Assignment:
    """A mission just proposed on everything the file holds."""
    incident = incident or qualified_incident(at=at, exhibits=1)
    if kind == Partner.Kind.LAWYER:
        request_lawyer(
            incident,
            choice=LawyerRequest.Choice.PROPOSAL,
            by=incident.practitioner.user,
            at=at,
        )
    return assign(
        incident,
        partner=partner or PartnerFactory(kind=kind),
        instructions="Constater les propos mot pour mot.",
        reply_by=date(2026, 11, 27),
        visible_until=date(2027, 3, 1),
        reviews=incident.reviews.all(),
        exhibits=incident.exhibits.all(),
        by=incident.handler,
        at=at,
    )


def attached(incident: Incident, **fields: Any) -> Exhibit:
    return attach(
        incident,
        upload=fields.pop("upload", None) or png(),
        kind=fields.pop("kind", Exhibit.Kind.OTHER),
        by=fields.pop("by", incident.practitioner.user),
        at=fields.pop("at", MONDAY_MORNING),
        reviews=fields.pop("reviews", ()),
    )


def requested_information(
    incident: Incident, *kinds: str, at: datetime = MONDAY_MORNING, **fields: Any
) -> list[InformationRequest]:
    """The handler has asked the practitioner for something, of each of these kinds."""
    items = [
        Item(kind=InformationRequest.Kind(kind), question=f"Demande de {kind}")
        for kind in kinds or ["information"]
    ]
    facts = {"items": items, "due_on": date(2026, 11, 30), "by": incident.handler or handler()}
    return request_information(incident, at=at, **{**facts, **fields})


def ended(
    incident: Incident,
    *,
    outcome: Outcome = Outcome.REMOVED_BY_AUTHOR,
    words: str = "Le contenu est retiré.",
    by: User | None = None,
    at: datetime = MONDAY_MORNING,
) -> Incident:
    """The file is closed, each of its contents with the same outcome."""
    endings = [
        Ending(review, outcome, reason="Constaté en ligne.") for review in incident.reviews.all()
    ]
    close(incident, endings=endings, words=words, by=by or incident.handler or handler(), at=at)
    incident.refresh_from_db()
    return incident


def closed_incident(at: datetime = MONDAY_MORNING, **fields: Any) -> Incident:
    """A file that is over: its content was removed."""
    incident = taken_incident(at=at, **fields)
    return ended(incident, at=at)
