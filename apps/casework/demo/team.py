"""What happens beside the files: absences, sharing out, saved answers, advice, drafts."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from apps.casework.correspondence.answer_advice import answer_advice
from apps.casework.correspondence.approve_answer import approve_answer
from apps.casework.correspondence.ask_advice import ask_advice
from apps.casework.correspondence.save_answer import save_answer
from apps.casework.declarations.hand_over_declaration import hand_over_declaration
from apps.casework.declarations.keep_answers import keep_answers
from apps.casework.declarations.start_declaration import start_declaration
from apps.casework.queue.prepare_bulk import Wanted, prepare_bulk
from apps.casework.queue.run_bulk import run_bulk
from apps.casework.queue.save_view import save_view
from apps.casework.team.declare_absence import declare_absence
from apps.correspondence.models import SavedAnswer
from apps.directory.models import Practitioner
from apps.incidents.models import BulkAction

from .desk import Desk
from .words_of_the_desk import ADVICE, NEW_VERSION, READY_WORDS, Advice, ReadyWords

Happens = Callable[[Desk, datetime], object]


def _absence(who: str, substitute: str, starts: int, ends: int) -> Happens:
    """Days are counted from today."""

    def happens(desk: Desk, at: datetime) -> None:
        declare_absence(
            desk.people[who],
            substitute=desk.people[substitute],
            starts_on=desk.today + timedelta(days=starts),
            ends_on=desk.today + timedelta(days=ends),
            by=desk.people[who],
            at=at,
        )

    return happens


def _words(ready: ReadyWords) -> Happens:
    def happens(desk: Desk, at: datetime) -> None:
        known = SavedAnswer.objects.filter(title=ready.title).first()
        author = desk.people[ready.author]
        version = save_answer(known, title=ready.title, body=ready.body, by=author, at=at)
        if ready.approver:
            approve_answer(version, by=desk.people[ready.approver], at=at)

    return happens


def _question(advice: Advice) -> Happens:
    def happens(desk: Desk, at: datetime) -> None:
        asker = Practitioner.objects.get(user=desk.people[advice.who])
        asked = ask_advice(asker, question=advice.question, url=advice.url, at=at)
        if advice.answer:
            later = at + timedelta(hours=2)
            answer_advice(asked, answer=advice.answer, by=desk.people[advice.by], at=later)

    return happens


def _bulk(wanted: Wanted, by: str, names: Iterable[str], to: str = "") -> Happens:
    def happens(desk: Desk, at: datetime) -> None:
        whole = Wanted(**vars(wanted) | {"to": desk.people[to] if to else None})
        person = desk.people[by]
        action = prepare_bulk(desk.files(names), wanted=whole, by=person, at=at)
        run_bulk(action, by=person, at=at)

    return happens


def _view(owner: str, name: str, query: str, is_shared: bool = False) -> Happens:
    def happens(desk: Desk, at: datetime) -> None:
        person = desk.people[owner]
        save_view(name=name, query=query, is_shared=is_shared, by=person, at=at)

    return happens


def _draft(who: str, typed_by: str, answers: dict[str, object], posted: int = 0) -> Happens:
    """A draft left open. `posted` days ago: the only content was published then, and the draft,
    which a delegate typed, is handed over."""

    def happens(desk: Desk, at: datetime) -> None:
        insured = Practitioner.objects.get(user=desk.people[who])
        draft = start_declaration(insured, by=desk.people[typed_by], at=at)
        with keep_answers(draft, page=None, at=at) as kept:
            kept.update(answers)
            if posted:
                day = desk.today - timedelta(days=posted)
                kept["dates"] = {"1": {"dating": "day", **_boxes("published_on", day)}}
        if posted:
            hand_over_declaration(draft, prudent_day=None, at=at + timedelta(minutes=5))

    return happens


def _boxes(name: str, day: date) -> dict[str, str]:
    """A date as a browser sends its three boxes."""
    return {
        f"{name}_{place}": str(part) for place, part in enumerate((day.day, day.month, day.year))
    }


TAG, ENTRUST, MESSAGE = BulkAction.Kind.TAG, BulkAction.Kind.ENTRUST, BulkAction.Kind.MESSAGE
BESIDE: tuple[tuple[int, Happens], ...] = (
    *((80 - rank, _words(ready)) for rank, ready in enumerate(READY_WORDS)),
    (5, _words(NEW_VERSION)),
    *((advice.ago, _question(advice)) for advice in ADVICE),
    (6, _absence("thomas", "elodie", -2, 5)),
    (3, _absence("sofia", "amine", 20, 27)),
    (
        4,
        _bulk(
            Wanted(kind=TAG, tag="série Facebook"),
            "sofia",
            ("page-de-5000-membres", "prestataire-technique", "des-voleurs-a-fuir"),
        ),
    ),
    (
        4,
        _bulk(
            Wanted(kind=TAG, tag="à voir en réunion"),
            "karim",
            ("site-responsable", "injure-raciste", "abdominoplastie-ratee"),
        ),
    ),
    (
        2,
        _bulk(
            Wanted(kind=ENTRUST),
            "karim",
            ("vaccins-premier-cabinet", "prepare-par-la-secretaire", "injure-raciste"),
            to="amine",
        ),
    ),
    (
        3,
        _bulk(
            Wanted(
                kind=MESSAGE,
                words="Bonjour, Trustpilot répond en ce moment sous dix jours. Inutile de signaler "
                "une seconde fois le même avis.",
            ),
            "sofia",
            ("site-responsable", "charcute-et-a-radier", "un-escroc"),
        ),
    ),
    (12, _view("sofia", "Sans preuve", "vue=ouverts&preuve=non")),
    (12, _view("karim", "Reçus par téléphone", "vue=ouverts&origine=phone", is_shared=True)),
    (
        1,
        _draft(
            "lea",
            "lea",
            {
                "situation": {"situation": "review"},
                "practice": {"practice_mode": "liberal"},
                "reviews": {"1": {"words": "Elle ne regarde même pas le grain de beauté."}},
            },
        ),
    ),
    (
        1,
        _draft(
            "max",
            "secretaire",
            {
                "situation": {"situation": "review"},
                "practice": {"practice_mode": "hospital", "facility_page": "no"},
                "reviews": {
                    "1": {
                        "url": "https://www.google.com/maps/reviews/bloc-en-retard",
                        "words": "Bloc en retard de six heures, à jeun depuis la veille.",
                        "author_kind": "unknown",
                        "audience": "public",
                    }
                },
                "exhibits": {},
                "context": {
                    "already_replied": "no",
                    "already_reported": "no",
                    "bailiff_report": "no",
                },
            },
            posted=11,
        ),
    ),
)
