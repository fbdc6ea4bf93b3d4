"""Write docs/law.md: what the product believes the law to be, for counsel to read and sign."""

import re
from collections.abc import Iterable
from datetime import date

from .acts import ACTS
from .examples import EXAMPLES, Example
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
            row.conditions or "–",
            row.why,
            _labels_of(row.families),
            row.source or "–",
        )
        for row in ACTS
    )
    heads = ("Code", "Acte", "Interrompt", "Conditions", "Raison", "Délais concernés", "Source")
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


INTRODUCTION = """# Le droit et ses délais

Cette page est produite par `python manage.py write_law` à partir des tables de `apps/legal` :
ne pas la modifier à la main. Elle s’adresse au conseil de l’assureur, qui relit et signe chaque
ligne. Tant qu’une règle n’est pas signée, les écrans portent « règle non encore validée ».

Confiance : A, lu sur une source qui cite le texte ; B, lu en partie ; C, de mémoire. Les codes
de source (P1, C5…) sont ceux de la recherche juridique, § 17."""
RULES_NOTE = """Une règle qui change devient une nouvelle ligne datée ; l’ancienne reste telle
quelle. Chaque échéance garde la version qui l’a produite (`PRESS_3M@1881-07-29`)."""
ARITHMETIC = """1. **Date théorique** : même quantième, N mois ou N ans plus tard ; dernier jour du
   mois quand ce quantième n’existe pas. Ce jour compte jusqu’à minuit (Cass. crim. 12 nov. 2014,
   n° 13-84.444). Ni samedi, ni dimanche, ni jour férié ne la repoussent (TGI Paris 8 avr. 1998
   et 29 oct. 2003).
2. Quand le premier jour compte (délai civil de cinq ans), elle tombe la veille de l’anniversaire.
3. **Date prudente** : la veille de la date théorique, pour le juge qui compterait le premier jour.
4. **Date opérationnelle** : dernier jour, au plus tard à la date prudente, qui n’est ni un
   samedi, ni un dimanche, ni un jour férié du territoire. Tout en dépend : tri, rappels, couleurs.
5. **Dernière signification** : dernier jour, au plus tard à la date théorique, qui n’est ni un
   dimanche ni un jour férié (art. 664 CPC).

Un délai en jours court du lendemain ; un délai en jours ouvrés ne compte ni samedi, ni dimanche,
ni jour férié."""
PUBLICATION = """La publication est une fenêtre, du premier au dernier jour possible. Le délai
court du premier. Le jour de la découverte est sans effet. Un instant est lu à Paris et sur le
territoire du praticien : le jour le plus ancien est retenu. Une date inconnue ne donne aucune
échéance : le dossier est traité comme presque expiré. Sources, de la plus sûre à la moins sûre :"""
RELATIVE_DATES = """Une date relative vue le jour J s’entend au plus large :

| Affichage | Premier jour possible | Dernier jour possible |
| --- | --- | --- |
| n minutes ou heures | J − (1 + jours entiers dans n) | J − jours entiers dans n |
| hier | J − 1 | J − 1 |
| n jours | J − n − 1 | J − n |
| n semaines | J − 7n − 6 | J − 7n |
| n mois | le plus ancien de J − (n + 1) mois + 1 jour et de J − n mois − 30 jours | J − n mois |
| n ans | J − (n + 1) ans + 1 jour | J − n ans |"""
REPUBLICATION = """Chaque publication a son propre délai. Il s’ajoute à celui de la première mise en
ligne et ne le remplace jamais."""
INTERRUPTION = """Après un acte interruptif, un délai entier court du jour de l’acte, autant de fois
que nécessaire : pendant tout le procès, le demandeur fait un acte au moins tous les trois mois. Un
acte du dernier jour est à temps ; un acte tardif ne fait rien revivre. Entre le dépôt d’une plainte
avec constitution de partie civile et le versement de la consignation, le délai est suspendu : il
court en entier du versement. Dans le doute, un acte est tenu pour non interruptif."""
QUALIFICATION = """Un passage, une qualification. L’outil propose, une personne décide, seul un juge
peut dire le droit. Les trois mois de la loi de 1881 sont suivis dans tous les cas."""
PLAYBOOK = """La qualification ouvre les démarches du contenu. Chacune est à faire sous quelques
jours ouvrés, comptés de son ouverture, et jamais au-delà de la date opérationnelle : ce sont des
jours de travail, que la loi n’attend pas. Une démarche écartée garde son motif. Les sources
renvoient aux paragraphes de la recherche juridique."""
LADDERS = """Quand les passages d’un contenu portent plusieurs qualifications, leurs démarches
s’ajoutent ; celles de l’avis licite ne s’ouvrent que si tous ses passages le sont."""
HOLIDAYS = (
    "C. trav. art. L. 3133-1 s. Le lundi de Pentecôte compte même travaillé (crim. 10 mai 2006)."
)
EXAMPLES_NOTE = """Les dates attendues sont écrites à la main dans `apps/legal/examples.py` ; les
tests vérifient que le calcul les retrouve toutes."""
OPEN_POINTS = (
    "Contraventions non publiques aggravées : trois mois (Cass. 2006) ou un an (art. 65-4) ?",
    "Alinéas des art. 24, 32 et 33 visés par l’art. 65-3 dans sa version du 26 août 2021.",
    "Délit aggravé : chaque acte interruptif ouvre-t-il bien un nouvel an ?",
    "Fin de mois en matière de presse : la règle suivie est une analogie.",
    "Quantième devant les chambres civiles de la Cour de cassation.",
    (
        "Délai civil de cinq ans : la recherche donnait l’anniversaire pour date théorique et la "
        "veille pour date prudente (exemples D1 et D2) ; la veille est ici la date théorique "
        "(Cass. 12 déc. 2018)."
    ),
    "L’ordonnance de clôture suspend-elle ? Décisions contraires.",
    "Art. 2241 al. 2 et 2242 C. civ. en matière de presse : aucune décision trouvée.",
    "Les trois mois valent-ils pour l’action contre l’hébergeur (LCEN art. 6-3) ? Tenu pour oui.",
    "Requête ou référé de l’art. 145 CPC : aucune décision de la Cour de cassation trouvée.",
    "Fuseau horaire outre-mer : aucune autorité.",
    "Avis modifié : nouvelle publication ? Non en 2006, notion plus large en 2018.",
    (
        "Faut-il compter les jours fériés propres à la Polynésie française, à la "
        "Nouvelle-Calédonie et à Wallis-et-Futuna ? Ils ne le sont pas, et chaque calcul le "
        "signale."
    ),
    (
        "Prescriptions pénales de droit commun : plainte simple et procès-verbaux (CPP art. 9-2) "
        "ne sont pas comptés, par prudence."
    ),
    "Réclamations : les dix jours sont comptés ouvrables, samedi compris ; ouvrés ?",
    "Dates d’entrée en vigueur : plusieurs ont été écrites de mémoire.",
)
