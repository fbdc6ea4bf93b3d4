"""Who may see and do what. Views and the API start from these, never from a manager.

What one may not see does not exist for them: the query is empty and the page is a 404.
"""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from apps.accounts.models import Absence, Role, SavedView, User
from apps.assignments.models import Assignment, AssignmentQuerySet
from apps.correspondence.models import (
    AdviceRequest,
    Call,
    CallBack,
    CallQuerySet,
    Complaint,
    ComplaintQuerySet,
    InformationRequest,
    InformationRequestQuerySet,
    Message,
    Note,
    NoteFile,
    SavedAnswerVersion,
    SavedAnswerVersionQuerySet,
)
from apps.deadlines.models import Deadline, DeadlineQuerySet
from apps.directory.models import Delegate, DelegateQuerySet, Partner, Practitioner
from apps.dossiers.models import Dossier, DossierQuerySet, Receipt, ReceiptQuerySet
from apps.exhibits.models import Exhibit, ExhibitQuerySet, ReceivedQuerySet, Upload
from apps.incidents.models import (
    BulkAction,
    Declaration,
    Incident,
    IncidentQuerySet,
    Merge,
    OpenRows,
    Qualification,
    QualificationRows,
)
from apps.incidents.status import Status
from apps.journal.models import Event, EventQuerySet
from apps.mailbox.models import Letter, LetterQuerySet
from apps.remedies.models import (
    OnlineCheck,
    OnlineCheckQuerySet,
    PlatformReport,
    PlaybookStep,
    PlaybookStepRows,
)
from apps.search.models import SearchEntry
from apps.search.query import Query

from .blind import hidden_readings_for, is_added_by_hidden, is_told_of_hidden
from .recipients import substituted_by

INSURERS = (Role.HANDLER, Role.SUPERVISOR, Role.LEGAL_LEAD)


def incidents_for(user: User) -> IncidentQuerySet:
    """Files: the practitioner's own; all of them for the insurer's people; none for partners."""
    if user.is_insurer:
        return Incident.objects.all()
    if user.is_practitioner:
        return Incident.objects.for_practitioner(user)
    return Incident.objects.none()


def merged_for(user: User, reference: str) -> Incident | None:
    """The file of this reference, among those one may see, if another has absorbed it."""
    return incidents_for(user).filter(reference=reference, status=Status.MERGED).first()


def merges_for(user: User) -> OpenRows[Merge]:
    """The merges in force of the files one may see."""
    return Merge.objects.open().filter(kept__in=incidents_for(user))


def absorbed_by(user: User, incident: Incident) -> list[Merge]:
    """The files that this one has absorbed, and those that these had absorbed before."""
    merges = merges_for(user).select_related("absorbed", "absorbed__contract", "by")
    level = list(merges.filter(kept=incident).order_by("opened_at", "pk"))
    return level + [before for merge in level for before in absorbed_by(user, merge.absorbed)]


def found_for(user: User, query: Query, *, nearly: bool = False) -> IncidentQuerySet:
    """The files one may see, of the insurer's people only, that hold what is looked for.

    `nearly`: inside a name, a pseudonym, a number or an address, or spelt almost so.
    """
    if not user.is_insurer:
        return Incident.objects.none()
    entries = SearchEntry.objects.near(query) if nearly else SearchEntry.objects.matching(query)
    return incidents_for(user).filter(pk__in=entries.values("pk"))


def declarations_for(user: User) -> QuerySet[Declaration]:
    """Drafts not yet sent, to be read and written.

    A practitioner's are those they write, and those their delegates have handed over; a
    delegate's are those they prepare while they are named; a handler's, those taken by telephone.
    """
    drafts = Declaration.objects.filter(incident=None)
    if user.is_practitioner:
        handed = Q(prepared_by=user) | Q(handed_at__isnull=False)
        return drafts.filter(handed, practitioner__user=user)
    if user.is_delegate:
        return drafts.filter(
            prepared_by=user, handed_at=None, practitioner__in=practitioners_for(user)
        )
    return drafts.filter(prepared_by=user) if user.is_insurer else drafts.none()


def handed_declarations_for(user: User) -> QuerySet[Declaration]:
    """What a delegate has handed over, while they are named: that it was, and when, no more."""
    return Declaration.objects.filter(
        prepared_by=user, handed_at__isnull=False, practitioner__in=practitioners_for(user)
    )


def practitioners_for(user: User) -> QuerySet[Practitioner]:
    """Those for whom a declaration may be begun: oneself, who named one as delegate, or anyone."""
    if user.is_insurer:
        return Practitioner.objects.all()
    if user.is_delegate:
        named = Delegate.objects.open().filter(user=user)
        return Practitioner.objects.filter(pk__in=named.values("practitioner"))
    return Practitioner.objects.filter(user=user)


def delegates_for(user: User) -> DelegateQuerySet:
    """The delegates that a practitioner has named, while they are."""
    return Delegate.objects.open().filter(practitioner__user=user)


def advice_requests_for(user: User) -> QuerySet[AdviceRequest]:
    """Questions asked without a file: one's own; all of them for the insurer's people."""
    if user.is_insurer:
        return AdviceRequest.objects.all()
    return AdviceRequest.objects.filter(practitioner__user=user)


def call_backs_for(user: User) -> QuerySet[CallBack]:
    """Calls that somebody still waits for: all for the insurer; else those one may ask for."""
    waiting = CallBack.objects.filter(closed_at=None)
    if user.is_insurer:
        return waiting
    return waiting.filter(practitioner__in=practitioners_for(user))


def readings_for(user: User) -> QualificationRows:
    """How passages were read, with the reasons: the insurer's people."""
    return Qualification.objects.all() if user.is_insurer else Qualification.objects.none()


def calls_for(user: User) -> CallQuerySet:
    """The call log: the insurer's people, nobody else, ever."""
    return Call.objects.all() if user.is_insurer else Call.objects.none()


def complaints_for(user: User) -> ComplaintQuerySet:
    """Complaints: one's own; all of them for those who may answer."""
    if user.is_senior:
        return Complaint.objects.all()
    return Complaint.objects.filter(practitioner__user=user)


def known_complaints_for(user: User) -> ComplaintQuerySet:
    """That there is a complaint, and its days, but not its words: the insurer's people."""
    known = Complaint.objects.defer("words", "answer")
    return known if user.is_insurer else known.none()


def assignments_for(user: User, *, today: date) -> AssignmentQuerySet:
    """Missions: all for the insurer's people; a partner's own while they are open."""
    if user.is_insurer:
        return Assignment.objects.all()
    if user.is_partner:
        return Assignment.objects.for_partner(user, today=today)
    return Assignment.objects.none()


def exhibits_for(user: User, *, today: date) -> ExhibitQuerySet:
    """Exhibits: of one's files and drafts; for a partner, those of the frozen selection that the
    antivirus, if there is one, has cleared."""
    if user.is_partner:
        entrusted = assignments_for(user, today=today)
        current = Exhibit.objects.current().safe_for_partners()
        return current.filter(assignments__in=entrusted).distinct()
    return Exhibit.objects.filter(
        Q(incident__in=incidents_for(user)) | Q(declaration__in=declarations_for(user))
    )


def readable_exhibits_for(user: User, *, today: date) -> ExhibitQuerySet:
    """Exhibits whose bytes may be fetched: nobody is given a virus, and outside the insurer
    nobody is given what was withdrawn."""
    visible = exhibits_for(user, today=today).downloadable()
    return visible if user.is_insurer else visible.filter(withdrawn_at=None)


def uploads_for(user: User) -> QuerySet[Upload]:
    """Files on their way: only who sends one goes on with it, also once the draft is sent."""
    return Upload.objects.filter(
        Q(incident__in=incidents_for(user))
        | Q(declaration__in=declarations_for(user))
        | Q(declaration__incident__in=incidents_for(user)),
        uploaded_by=user,
    )


def dossiers_for(user: User, *, today: date) -> DossierQuerySet:
    """Dossiers: all for the insurer; for a partner those made for them, while entrusted."""
    if user.is_insurer:
        return Dossier.objects.all()
    entrusted = assignments_for(user, today=today).filter(
        incident=OuterRef("incident"), partner=OuterRef("partner")
    )
    return Dossier.objects.ready().filter(Exists(entrusted))


def readable_dossiers_for(user: User, *, today: date) -> DossierQuerySet:
    """Dossiers whose PDF may be fetched: a lawyer's prints the labels, and one of these may still
    be hidden from this person."""
    hidden = hidden_readings_for(user).values("passage__review__incident")
    ready = dossiers_for(user, today=today).ready()
    return ready.exclude(partner__kind=Partner.Kind.LAWYER, incident__in=hidden)


def receipts_for(user: User) -> ReceiptQuerySet:
    """Receipts: of the files one may see."""
    return Receipt.objects.filter(incident__in=incidents_for(user))


def messages_for(user: User) -> QuerySet[Message]:
    return Message.objects.filter(incident__in=incidents_for(user))


def information_requests_for(user: User) -> InformationRequestQuerySet:
    """What the practitioner is asked: their own; all for the insurer's people."""
    return InformationRequest.objects.filter(incident__in=incidents_for(user))


def online_checks_for(user: User) -> OnlineCheckQuerySet:
    return OnlineCheck.objects.filter(review__incident__in=incidents_for(user))


def platform_reports_for(user: User) -> QuerySet[PlatformReport]:
    return PlatformReport.objects.filter(review__incident__in=incidents_for(user))


def steps_for(user: User) -> PlaybookStepRows:
    """Steps of playbooks: the insurer's people, nobody else, ever.

    They tell the label: a content that one may still have to read blind shows none.
    """
    if not user.is_insurer:
        return PlaybookStep.objects.none()
    hidden = hidden_readings_for(user).values("passage__review")
    return PlaybookStep.objects.exclude(review__in=hidden)


def notes_for(user: User) -> QuerySet[Note]:
    """Internal notes: the insurer's people, nobody else, ever."""
    return Note.objects.all() if user.is_insurer else Note.objects.none()


def note_files_for(user: User) -> ReceivedQuerySet[NoteFile]:
    """What came with internal notes, but for what holds a virus: for those who read the notes."""
    return NoteFile.objects.downloadable().filter(note__in=notes_for(user))


def saved_answers_for(user: User) -> SavedAnswerVersionQuerySet:
    """What is often written to practitioners: the insurer's people."""
    answers = SavedAnswerVersion.objects.select_related("answer", "author", "approved_by")
    return answers if user.is_insurer else answers.none()


def deadlines_for(user: User, *, today: date) -> DeadlineQuerySet:
    """Deadlines of the files one may see, but for those that would tell a hidden label."""
    visible = Deadline.objects.filter(incident__in=incidents_for(user))
    return visible.exclude(is_added_by_hidden(user, today=today))


def events_for(user: User) -> EventQuerySet:
    """History: whole for the insurer's people; what is told to them for practitioners."""
    events = Event.objects.filter(incident__in=incidents_for(user))
    return events if user.is_insurer else events.for_practitioner()


def saved_views_for(user: User) -> QuerySet[SavedView]:
    """Ways of looking at the queue: one's own, and those of colleagues who share them."""
    if not user.is_insurer:
        return SavedView.objects.none()
    return SavedView.objects.filter(Q(owner=user) | Q(is_shared=True)).select_related("owner")


def colleagues_for(user: User) -> QuerySet[User]:
    """The other people of the insurer who work on files, by name."""
    if not user.is_insurer:
        return User.objects.none()
    insurers = User.objects.filter(role__in=INSURERS, is_active=True)
    return insurers.exclude(pk=user.pk).order_by("name", "pk")


def letters_for(user: User) -> LetterQuerySet:
    """The delivery ledger: the insurer's people, but for what would tell a hidden label."""
    letters = Letter.objects.exclude(is_told_of_hidden(user))
    return letters if user.is_insurer else letters.none()


def can_take(user: User, incident: Incident) -> bool:
    return user.is_insurer and incident.handler_id is None and incident.is_open


def can_work(user: User, incident: Incident, *, today: date) -> bool:
    """May decide on this file once it is taken: its handler, who stands in for them while they
    are absent, supervisors, the legal lead."""
    if not incident.is_open or incident.status == Status.RECEIVED or not user.is_insurer:
        return False
    return _answers_for(user, incident, today=today)


def mergeable_for(user: User, incident: Incident, *, today: date) -> list[Incident]:
    """The other open files of the same practitioner which this person may join to it: those on
    which they may work, and those that nobody has taken."""
    others = incidents_for(user).open().filter(practitioner=incident.practitioner_id)
    return [
        other
        for other in others.exclude(pk=incident.pk).select_related("handler").order_by("-pk")
        if can_take(user, other) or can_work(user, other, today=today)
    ]


def absences_for(user: User) -> QuerySet[Absence]:
    """Absences of the team: those who answer for it."""
    return Absence.objects.all() if user.is_senior else Absence.objects.none()


def bulk_actions_for(user: User) -> QuerySet[BulkAction]:
    """What one has prepared oneself for many files at once."""
    return BulkAction.objects.filter(by=user) if user.is_insurer else BulkAction.objects.none()


def can_reopen(user: User, incident: Incident, *, today: date) -> bool:
    """May take a closing back, or open the file again: those who may close it."""
    if incident.is_open or not user.is_insurer:
        return False
    return _answers_for(user, incident, today=today)


def can_answer(user: User, assignment: Assignment) -> bool:
    """May accept or decline: a member of the partner, while the mission is proposed."""
    return (
        assignment.is_proposed
        and user.is_partner
        and assignment.partner.members.filter(pk=user.pk).exists()
    )


def _answers_for(user: User, incident: Incident, *, today: date) -> bool:
    if user.is_senior or incident.handler_id == user.pk:
        return True
    return incident.handler in substituted_by(user, today=today)
