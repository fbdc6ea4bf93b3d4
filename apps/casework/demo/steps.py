"""What the stories are made of: each step is one verb, told in the words of a row.

`by` is who does it, by the first part of their address, else the file's handler; `content` is the
number of a content.
"""

from collections.abc import Mapping
from datetime import timedelta

from apps.assignments.models import Assignment, LawyerRequest
from apps.casework.correspondence.answer_request import answer_request
from apps.casework.correspondence.read_messages import read_messages
from apps.casework.correspondence.request_information import Item, request_information
from apps.casework.correspondence.see_request import see_request
from apps.casework.correspondence.write_message import write_message
from apps.casework.correspondence.write_note import write_note
from apps.casework.declarations.confirm_declaration import confirm_declaration
from apps.casework.exhibits.hand_in import hand_in
from apps.casework.files.close import Ending, close
from apps.casework.files.hand_over import hand_over
from apps.casework.files.merge import merge
from apps.casework.files.reopen import reopen
from apps.casework.files.snooze import snooze
from apps.casework.files.take import take
from apps.casework.missions.accept import accept
from apps.casework.missions.assign import assign
from apps.casework.missions.compile import compile
from apps.casework.missions.decline import decline
from apps.casework.missions.render import render
from apps.casework.missions.request_lawyer import request_lawyer
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.readings.assess import assess
from apps.casework.readings.decide_not_to_act import decide_not_to_act
from apps.casework.readings.qualify import qualify
from apps.casework.readings.record_online_check import record_online_check
from apps.casework.readings.report_to_platform import report_to_platform
from apps.casework.readings.second_inaction import second_inaction
from apps.casework.readings.second_reading import second_reading
from apps.correspondence.models import InformationRequest
from apps.correspondence.ready_questions import READY_QUESTIONS
from apps.deadlines.models import InactionDecision
from apps.directory.models import Partner
from apps.exhibits.models import Exhibit
from apps.incidents.models import Merge, Qualification, Review
from apps.incidents.status import Outcome, WaitingOn
from apps.legal.qualification import Answers
from apps.legal.taxonomy import Label
from apps.vocabulary.presence import Presence

from . import pdfs
from .desk import Moment
from .pictures import capture
from .words_of_the_desk import GREETINGS

INSTRUCTIONS = {
    Partner.Kind.LAWYER: "Donner votre avis sur les suites possibles avant la date indiquée, et "
    "préparer l’acte si vous conseillez d’agir.",
    Partner.Kind.BAILIFF: "Constater l’avis et le profil de son auteur, mot pour mot.",
    Partner.Kind.TECHNICAL: "Contester l’avis auprès de la plateforme, puis veiller sur la fiche "
    "pendant trois mois.",
}


def taken(moment: Moment, by: str = "", greets: bool = True) -> None:
    """The handler takes the file and, unless told otherwise, writes the first answer promised."""
    take(moment.incident, by=moment.person(by), at=moment.at)
    if greets:
        body = GREETINGS[len(moment.case.name) % len(GREETINGS)]
        later = moment.at + timedelta(minutes=6)
        write_message(moment.incident, body=body, by=moment.person(by), at=later)


def handed_over(moment: Moment, to: str, note: str, by: str = "") -> None:
    to_whom, by_whom = moment.person(to), moment.person(by)
    hand_over(moment.incident, to=to_whom, note=note, by=by_whom, at=moment.at)


def joined(moment: Moment, into: str, words: str, by: str = "") -> None:
    """The file goes on in the one of another case."""
    merge(
        moment.incident,
        into=moment.desk.file(into),
        reason=Merge.Reason.SAME_MATTER,
        words=words,
        by=moment.person(by),
        at=moment.at,
    )


def confirmed(moment: Moment) -> None:
    confirm_declaration(moment.incident, by=moment.practitioner, at=moment.at)


def labelled(
    moment: Moment,
    label: Label,
    reason: str,
    words: str = "",
    by: str = "",
    content: int = 1,
    answers: Answers | None = None,
) -> None:
    """Without `words`, the whole content."""
    review = moment.review(content)
    start = review.words.index(words)
    qualify(
        review,
        start=start,
        end=start + len(words or review.words),
        label=label,
        reason=reason,
        answers=answers,
        by=moment.person(by),
        at=moment.at,
    )


def assessed(moment: Moment, facts: Mapping[str, str], by: str = "", content: int = 1) -> None:
    assess(moment.review(content), facts=facts, by=moment.person(by), at=moment.at)


def read_again(moment: Moment, label: Label, reason: str, by: str = "juriste") -> None:
    """A second person's reading of the last passage read."""
    reading = _last_reading(moment)
    second_reading(reading, label=label, reason=reason, by=moment.person(by), at=moment.at)


def second_reading_wanted(moment: Moment, is_blind: bool = False, by: str = "karim") -> None:
    reading = _last_reading(moment)
    ask_second_reading(reading, is_blind=is_blind, by=moment.person(by), at=moment.at)


def _last_reading(moment: Moment) -> Qualification:
    readings = Qualification.objects.open().filter(passage__review__incident=moment.incident)
    return readings.order_by("opened_at", "pk").last() or Qualification()


def asked(moment: Moment, *questions: str, due: int = 7, by: str = "", content: int = 1) -> None:
    """Ready questions, by their codes; `due` in days."""
    items = [
        Item(kind=ready.kind, question=ready.question, review=moment.review(content))
        for ready in (READY_QUESTIONS[code] for code in questions)
    ]
    due_on = moment.day + timedelta(days=due)
    request_information(
        moment.incident, items=items, due_on=due_on, by=moment.person(by), at=moment.at
    )


def seen(moment: Moment) -> None:
    """The practitioner opens what they are asked."""
    for request in moment.incident.information_requests.pending():
        see_request(request, at=moment.at)


def answered(moment: Moment, text: str) -> None:
    """The practitioner answers everything that was asked: a file, their agreement, these words."""
    kinds = InformationRequest.Kind
    for request in moment.incident.information_requests.pending():
        files = [capture("Capture envoyée par le sociétaire")] if request.kind == kinds.FILE else []
        answer_request(
            request,
            text=text,
            agreed=True if request.kind == kinds.DECISION else None,
            uploads=files,
            kind=Exhibit.Kind.CAPTURE,
            by=moment.practitioner,
            at=moment.at,
        )


def brought(moment: Moment, title: str) -> None:
    """The practitioner adds a picture by themselves."""
    upload, kind = capture(title), Exhibit.Kind.CAPTURE
    hand_in(moment.incident, upload=upload, kind=kind, by=moment.practitioner, at=moment.at)


def wrote(moment: Moment, body: str) -> None:
    """The practitioner writes to the insurer."""
    write_message(moment.incident, body=body, by=moment.practitioner, at=moment.at)


def told(moment: Moment, body: str, by: str = "") -> None:
    """The insurer writes to the practitioner."""
    write_message(moment.incident, body=body, by=moment.person(by), at=moment.at)


def read(moment: Moment, by: str = "") -> None:
    read_messages(moment.incident, by=moment.person(by), at=moment.at)


def noted(moment: Moment, body: str, by: str = "") -> None:
    write_note(moment.incident, body=body, by=moment.person(by), at=moment.at)


def reported(
    moment: Moment,
    by: str = "",
    content: int = 1,
    reference: str = "",
    without_proof: str = "",
) -> None:
    report_to_platform(
        moment.review(content),
        reported_on=moment.day,
        reference=reference,
        reason_without_proof=without_proof,
        by=moment.person(by),
        at=moment.at,
    )


def checked(moment: Moment, presence: Presence, by: str = "", content: int = 1) -> None:
    review, person = moment.review(content), moment.person(by)
    record_online_check(review, presence=presence, by=person, at=moment.at)


def lawyer_wanted(moment: Moment, own: str = "", contact: str = "") -> None:
    """In writing: the practitioner's `own` lawyer, else one that we propose."""
    choices = LawyerRequest.Choice
    request_lawyer(
        moment.incident,
        choice=choices.OWN if own else choices.PROPOSAL,
        lawyer_name=own,
        lawyer_contact=contact,
        by=moment.practitioner,
        at=moment.at,
    )


def mission(
    moment: Moment,
    office: str,
    by: str = "",
    reply_in: int = 3,
    is_compiled: bool = False,
) -> None:
    """To the office of this name, with everything; `is_compiled` makes the PDF too."""
    partner = Partner.objects.get(name=office)
    assignment = assign(
        moment.incident,
        partner=partner,
        instructions=INSTRUCTIONS[Partner.Kind(partner.kind)],
        reply_by=moment.day + timedelta(days=reply_in),
        visible_until=moment.day + timedelta(days=180),
        reviews=moment.incident.reviews.all(),
        exhibits=moment.incident.exhibits.current(),
        by=moment.person(by),
        at=moment.at,
    )
    if is_compiled:
        at = moment.at + timedelta(minutes=4)
        dossier = compile(assignment, by=moment.person(by), at=at)
        if pdfs.can_be_made():
            render(dossier, at=at + timedelta(minutes=1))


def accepted(moment: Moment, by: str) -> None:
    accept(_mission_of(moment, by), by=moment.person(by), at=moment.at)


def declined(moment: Moment, by: str, reason: str) -> None:
    decline(_mission_of(moment, by), reason=reason, by=moment.person(by), at=moment.at)


def _mission_of(moment: Moment, member: str) -> Assignment:
    return moment.incident.assignments.open().get(partner__members=moment.person(member))


def decided_not_to_act(
    moment: Moment,
    reason: InactionDecision.Reason,
    words: str,
    by: str = "",
    content: int = 1,
) -> None:
    review, person = moment.review(content), moment.person(by)
    decide_not_to_act(review, reason=reason, words=words, by=person, at=moment.at)


def countersigned(moment: Moment, by: str = "karim", content: int = 1) -> None:
    decision = moment.review(content).inaction_decisions.get(closed_at=None)
    second_inaction(decision, by=moment.person(by), at=moment.at)


def put_aside(moment: Moment, days: int, awaited: WaitingOn | None = None, by: str = "") -> None:
    """Until so many days after the day on which the demonstration is looked at."""
    until = moment.desk.today + timedelta(days=days)
    snooze(moment.incident, until=until, awaited=awaited, by=moment.person(by), at=moment.at)


def closed(
    moment: Moment,
    *outcomes: Outcome,
    words: str,
    reason: str = "",
    hold: str = "",
    by: str = "",
) -> None:
    """One outcome for each content in order, or one for all; proved by the last check online,
    else by the first exhibit, unless a `reason` is given."""
    reviews = moment.incident.reviews.order_by("number")
    each = outcomes if len(outcomes) > 1 else outcomes * len(reviews)
    close(
        moment.incident,
        endings=[
            _ending(moment, review, outcome, reason)
            for review, outcome in zip(reviews, each, strict=True)
        ],
        words=words,
        hold_reason=hold,
        by=moment.person(by),
        at=moment.at,
    )


def _ending(moment: Moment, review: Review, outcome: Outcome, reason: str) -> Ending:
    check = None if reason else review.online_checks.answered().last()
    exhibit = None if reason or check else moment.incident.exhibits.current().first()
    return Ending(review, outcome, exhibit=exhibit, online_check=check, reason=reason)


def reopened(moment: Moment, reason: str, by: str = "") -> None:
    reopen(moment.incident, reason=reason, by=moment.person(by), at=moment.at)
