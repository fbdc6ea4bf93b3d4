"""Write docs/law.md: what the product believes the law to be, for counsel to read and sign."""

import re
from collections.abc import Iterable
from datetime import date

from .acts import ACTS
from .examples import EXAMPLES, Example
from .handbook_prose import (
    ARITHMETIC,
    EXAMPLES_NOTE,
    HOLIDAYS,
    INTERRUPTION,
    INTRODUCTION,
    LADDERS,
    NOT_LAW,
    OPEN_POINTS,
    PLAYBOOK,
    PUBLICATION,
    QUALIFICATION,
    RELATIVE_DATES,
    REPUBLICATION,
    RULES_NOTE,
)
from .labelled import Labelled
from .limitation import compute
from .playbook import PLAYBOOKS, LadderStep
from .public_holidays import NOT_STATUTORY, public_holidays
from .republication import NOT_A_PUBLICATION, PublicationKind
from .rule_shape import Rule
from .rules import RULES, rule
from .rungs import RUNGS
from .taxonomy import Label
from .territories import ALSACE_MOSELLE, OVERSEAS, Territory, territory
from .windows import DateSource, Window
from .wording import full_date

PRINTED_YEAR = 2027


def handbook() -> str:
    """Return the whole page in Markdown, ending with a line break."""
    sections = (
        INTRODUCTION,
        _section("Règles", _rules(), RULES_NOTE, _notes()),
        _section("Calcul des dates", ARITHMETIC),
        _section("Date de publication", PUBLICATION, _sources(), RELATIVE_DATES),
        _section("Nouvelles publications", REPUBLICATION, _kinds(), _not_publications()),
        _section("Actes de procédure", INTERRUPTION, _acts()),
        _section("Qualifications", QUALIFICATION, _labels()),
        _section("Démarches", PLAYBOOK, _steps(), LADDERS, _ladders()),
        _section("Territoires et jours fériés", HOLIDAYS, _holidays()),
        _section("Rappels", _rungs()),
        _section("Exemples", EXAMPLES_NOTE, _examples()),
        _section("Points à trancher par le conseil", _bullets(OPEN_POINTS)),
        _section("À surveiller, sans valeur de droit", _bullets(NOT_LAW)),
    )
    return _typeset("\n\n".join(sections) + "\n")


def _typeset(text: str) -> str:
    """Put the non-breaking spaces that French wants inside quotes and before high punctuation."""
    return re.sub(r" (?=[:;?!»])|(?<=«) ", "\u00a0", text)


def _section(title: str, *parts: str) -> str:
    return "\n\n".join((f"## {title}", *parts))


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = tuple(heads)
    lines = (heads, ("---",) * len(heads), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _rules() -> str:
    heads = (
        "Code",
        "Objet",
        "Durée",
        "Point de départ",
        "Premier jour compté",
        "Interrompu par",
        "Nature",
        "Textes",
        "En vigueur",
        "Confiance",
        "Validée",
    )
    return _table(heads, (_rule_row(row) for row in RULES))


def _rule_row(row: Rule) -> tuple[str, ...]:
    until = f" au {row.valid_to.isoformat()}" if row.valid_to else ""
    signed = f"{row.reviewed_by}, {full_date(row.reviewed_on)}" if row.reviewed_on else "non"
    return (
        f"`{row.code}`",
        row.label,
        row.duration,
        row.start.label,
        "oui" if row.first_day_counts else "non",
        row.interruption.label,
        row.nature.label,
        row.articles,
        f"{row.valid_from.isoformat()}{until}",
        f"{row.confidence} ({row.source})" if row.source else row.confidence,
        signed,
    )


def _notes() -> str:
    return _bullets(f"`{row.version}` : {row.note}" for row in RULES if row.note)


def _sources() -> str:
    return _bullets(f"`{source}` : {source.label}" for source in DateSource)


def _kinds() -> str:
    rows = ((f"`{kind}`", kind.label, kind.grade.label, kind.source) for kind in PublicationKind)
    return _table(("Code", "Événement", "Délai propre", "Source"), rows)


def _not_publications() -> str:
    return "N’ouvrent aucun délai :\n\n" + _bullets(
        f"{event} ({source})" for event, source in NOT_A_PUBLICATION
    )


def _acts() -> str:
    rows = (
        (
            f"`{row.code}`",
            row.label,
            row.interrupts.label,
            row.standing.label,
            ", ".join(sorted(route.label for route in row.routes)),
            row.conditions or "–",
            row.why,
            _labels_of(row.families),
            _labels_of(row.arguable),
            row.source or "–",
        )
        for row in ACTS
    )
    heads = (
        "Code",
        "Acte",
        "Interrompt",
        "Place",
        "Voie",
        "Conditions",
        "Raison",
        "Délais concernés",
        "Délais discutés",
        "Source",
    )
    return _table(heads, rows)


def _labels_of(families: Iterable[Labelled]) -> str:
    return ", ".join(sorted(f"`{family}`" for family in families)) or "–"


def _labels() -> str:
    rows = (
        (
            f"`{label}`",
            label.label,
            label.articles or "–",
            ", ".join(f"`{code}`" for code in label.rule_codes),
            label.plain_sentence,
        )
        for label in Label
    )
    heads = ("Code", "Qualification", "Textes", "Délais suivis", "Ce que lit le praticien")
    return _table(heads, rows)


def _steps() -> str:
    rows = (
        (
            f"`{step}`",
            step.label,
            step.opens.label,
            f"{step.days} j",
            step.why,
            step.articles,
            step.source,
        )
        for step in LadderStep
    )
    heads = ("Code", "Démarche", "Ouvre", "À faire sous", "Raison", "Textes", "Source")
    return _table(heads, rows)


def _ladders() -> str:
    rows = (
        (
            f"`{label}`",
            ", ".join(f"`{step}`" for step in playbook.steps),
            playbook.since.isoformat(),
            playbook.source,
        )
        for label, playbook in PLAYBOOKS.items()
    )
    return _table(("Qualification", "Démarches, dans l’ordre", "Depuis", "Source"), rows)


def _holidays() -> str:
    places = (territory("75"), *(territory(code) for code in ALSACE_MOSELLE), *OVERSEAS)
    common = public_holidays(None, PRINTED_YEAR)
    rows = (
        (
            place.code,
            place.name,
            str(place.zone),
            _own_holidays(place, common),
            ", ".join(sorted(NOT_STATUTORY.get(place.calendar, ()))) or "–",
        )
        for place in places
    )
    heads = ("N°", "Territoire", "Fuseau", "Jours ajoutés aux onze communs", "Connus, non comptés")
    listed = ", ".join(f"{name} ({day.isoformat()})" for day, name in sorted(common.items()))
    return f"Jours communs en {PRINTED_YEAR} : {listed}.\n\n{_table(heads, rows)}"


def _own_holidays(place: Territory, common: Iterable[date]) -> str:
    own = public_holidays(place.calendar, PRINTED_YEAR)
    return (
        ", ".join(f"{own[day]} ({day.isoformat()})" for day in sorted(set(own) - set(common)))
        or "–"
    )


def _rungs() -> str:
    days = ", ".join(str(rung) for rung in RUNGS)
    return f"Rappels {days} jours avant la date opérationnelle, puis une fois celle-ci passée."


def _examples() -> str:
    heads = (
        "N°",
        "Règle",
        "Publication",
        "Territoire",
        "Actes",
        "Date théorique",
        "Date prudente",
        "Date opérationnelle",
        "Dernière signification",
        "Source",
        "Confirmé par",
    )
    return _table(heads, (_example_row(example) for example in EXAMPLES))


def _example_row(example: Example) -> tuple[str, ...]:
    result = compute(
        rule(example.rule_code), example.window, territory=example.territory, acts=example.acts
    )
    acts = ", ".join(f"{done.on.isoformat()} `{done.code}`" for done in example.acts)
    dates = (result.legal_last_day, result.prudent_day, result.act_by, result.last_service_day)
    return (
        example.id,
        f"`{example.rule_code}`",
        _days(example.window),
        example.territory,
        acts or "–",
        *(_written(day) for day in dates),
        example.source,
        example.confirmed_by or "–",
    )


def _days(window: Window) -> str:
    if window.earliest == window.latest:
        return _written(window.earliest)
    return f"du {_written(window.earliest)} au {_written(window.latest)}"


def _written(day: date | None) -> str:
    return full_date(day) if day else "–"
