"""Who may see and do what. Views and the API start from these, never from a manager.

What one may not see does not exist for them: the query is empty and the page is a 404.
"""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from apps.accounts.models import CalendarFeed, User
from apps.assignments.models import Assignment, AssignmentQuerySet
from apps.correspondence.models import Message, Note
from apps.deadlines.models import Deadline, DeadlineQuerySet
from apps.directory.models import Partner
from apps.dossiers.models import Dossier, DossierQuerySet
from apps.exhibits.models import Exhibit
from apps.incidents.models import Declaration, Incident, IncidentQuerySet
from apps.incidents.status import Status
from apps.journal.models import Event, EventQuerySet
from apps.mailbox.models import Letter, LetterQuerySet

CALENDAR_HORIZON = timedelta(days=45)


def incidents_for(user: User) -> IncidentQuerySet:
    """Files: the practitioner's own; all of them for the insurer's people; none for partners."""
    if user.is_insurer:
        return Incident.objects.all()
    if user.is_practitioner:
        return Incident.objects.for_practitioner(user)
    return Incident.objects.none()


def declarations_for(user: User) -> QuerySet[Declaration]:
    """Drafts not yet sent: their author's only."""
    return Declaration.objects.filter(practitioner__user=user, incident=None)


def assignments_for(user: User, *, today: date) -> AssignmentQuerySet:
    """Missions: all for the insurer's people; a partner's own while they are open."""
    if user.is_insurer:
        return Assignment.objects.all()
    if user.is_partner:
        return Assignment.objects.for_partner(user, today=today)
    return Assignment.objects.none()


def exhibits_for(user: User, *, today: date) -> QuerySet[Exhibit]:
    """Exhibits: of one's files and drafts; for a partner, those of the frozen selection."""
    if user.is_partner:
        entrusted = assignments_for(user, today=today)
        return Exhibit.objects.filter(assignments__in=entrusted).distinct()
    return Exhibit.objects.filter(
        Q(incident__in=incidents_for(user)) | Q(declaration__in=declarations_for(user))
    )


def dossiers_for(user: User, *, today: date) -> DossierQuerySet:
    """Dossiers: all for the insurer; for a partner those made for them, while entrusted."""
    if user.is_insurer:
        return Dossier.objects.all()
    entrusted = assignments_for(user, today=today).filter(
        incident=OuterRef("incident"), partner=OuterRef("partner")
    )
    return Dossier.objects.ready().filter(Exists(entrusted))


def messages_for(user: User) -> QuerySet[Message]:
    return Message.objects.filter(incident__in=incidents_for(user))


def notes_for(user: User) -> QuerySet[Note]:
    """Internal notes: the insurer's people, nobody else, ever."""
    return Note.objects.all() if user.is_insurer else Note.objects.none()


def deadlines_for(user: User) -> DeadlineQuerySet:
    return Deadline.objects.filter(incident__in=incidents_for(user))


def calendar_feeds_for(user: User) -> QuerySet[CalendarFeed]:
    """The person's own address in force, at most one."""
    return CalendarFeed.objects.filter(user=user, closed_at=None)


def calendar_feeds_at(token: str) -> QuerySet[CalendarFeed]:
    """The address that bears this token, while it is in force and its person may sign in."""
    return CalendarFeed.objects.filter(token=token, closed_at=None, user__is_active=True)


def calendar_deadlines_for(user: User, *, today: date) -> DeadlineQuerySet:
    """What stands in a person's calendar: the dated deadlines that are theirs to keep.

    A handler's are those of their files; a supervisor and the legal lead add all those of the
    coming weeks; a lawyer's are those of the contents of the missions they have accepted.
    """
    dated = Deadline.objects.open().undecided().exclude(act_by=None)
    if user.is_insurer:
        theirs = Q(incident__handler=user)
        if user.is_senior:
            theirs |= Q(act_by__lte=today + CALENDAR_HORIZON)
        return dated.filter(theirs)
    mandates = assignments_for(user, today=today).filter(
        kind=Partner.Kind.LAWYER, state=Assignment.State.ACCEPTED
    )
    return dated.filter(
        Exists(mandates.filter(incident=OuterRef("incident"), reviews=OuterRef("review")))
    )


def events_for(user: User) -> EventQuerySet:
    """History: whole for the insurer's people; what is told to them for practitioners."""
    events = Event.objects.filter(incident__in=incidents_for(user))
    return events if user.is_insurer else events.for_practitioner()


def letters_for(user: User) -> LetterQuerySet:
    """The delivery ledger: the insurer's people."""
    return Letter.objects.all() if user.is_insurer else Letter.objects.none()


def can_keep_calendar(user: User) -> bool:
    """Those whom a legal date binds: the insurer's people, and lawyers."""
    if user.is_partner:
        return user.partners.filter(kind=Partner.Kind.LAWYER).exists()
    return user.is_authenticated and user.is_insurer


def can_take(user: User, incident: Incident) -> bool:
    return user.is_insurer and incident.handler_id is None and incident.is_open


def can_work(user: User, incident: Incident) -> bool:
    """May decide on this file once it is taken: its handler, supervisors, the legal lead."""
    if not incident.is_open or incident.status == Status.RECEIVED:
        return False
    return user.is_senior or (user.is_insurer and incident.handler_id == user.pk)


def can_answer(user: User, assignment: Assignment) -> bool:
    """May accept or decline: a member of the partner, while the mission is proposed."""
    return (
        assignment.is_proposed
        and user.is_partner
        and assignment.partner.members.filter(pk=user.pk).exists()
    )
