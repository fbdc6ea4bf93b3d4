"""Say in French what each act did to a term, and what another reading of it would give."""

from collections.abc import Mapping
from datetime import date

from .acts import ActDone, Interrupts, act
from .interruption import MAY_STOP, Consequence, Doubt, Effect
from .rule_shape import Rule
from .wording import full_date, quoted

# Completed by `why`, `term`, `since`, `end`, `missing`, `due`, `opening` and `until`.
SENTENCES: Mapping[Effect, str] = {
    Effect.RESTARTS: (
        "interrompt, car {why}. Un nouveau délai de {term} court de {since}, jusqu’au {end}."
    ),
    Effect.VOID: "acte nul ou irrégulier, il n’interrompt pas.",
    Effect.UNCONFIRMED: "n’interrompt pas tant que ceci n’est pas confirmé\u00a0: {missing}.",
    Effect.PENDING: (
        "à vérifier par une seconde personne\u00a0; d’ici là, il ne change aucune date."
    ),
    Effect.NOT_SERVICE_DAY: (
        "signifié un dimanche ou un jour férié (art. 664 CPC), il n’interrompt pas tant qu’une "
        "autorisation du juge n’est pas enregistrée."
    ),
    Effect.DEPOSIT_AWAITED: (
        "sous condition, consignation attendue{due}\u00a0; d’ici là, il ne change aucune date."
    ),
    Effect.DEPOSIT_LATE: (
        "consignation versée après le délai fixé par le juge, il n’interrompt pas."
    ),
    Effect.NO_PROCEEDING: (
        "n’interrompt pas, car cette étape ne suit aucun acte qui ouvre une procédure."
    ),
    Effect.OTHER_ROUTE: "n’interrompt pas, car il est sans effet sur cette voie de procédure.",
    Effect.WAITS: (
        "suit {opening}\u00a0: tant que celui-ci n’est pas confirmé, aucune date ne change."
    ),
    Effect.FALLS: "tombe avec {opening}, il n’interrompt pas.",
    Effect.TOO_EARLY: "antérieur au point de départ, il n’interrompt pas.",
    Effect.TOO_LATE: (
        "attention, acte tardif. Postérieur au dernier jour ({end}), il ne fait pas revivre le "
        "délai."
    ),
    Effect.CONTESTED: (
        "à temps si le délai était suspendu ou interrompu, ou si la publication est plus récente"
        "\u00a0; l’avocat le confirme."
    ),
    Effect.ARGUABLE: (
        "un nouveau délai de {term} est acquis si l’avocat le confirme (art. 65-3 de la loi de "
        "1881, CPP art. 9-2)\u00a0; la date prudente ne bouge pas."
    ),
    Effect.NONE: "n’est pas retenu comme interrompant la règle {rule}.",
}
MAY_BE_STOPPED = "le délai est peut-être suspendu {until}\u00a0; la date prudente ne bouge pas."
WITHOUT_EFFECT = "n’interrompt pas, car {why}."


def act_step(rule: Rule, consequence: Consequence) -> str:
    """What one act did, and why."""
    kind, day = consequence.act, full_date(consequence.done.on)
    return f"{kind.label}, {day}\u00a0: {reason(rule, consequence)}"


def reason(rule: Rule, consequence: Consequence) -> str:
    """Why the act interrupted or not, in a sentence."""
    done, kind, opening = consequence.done, consequence.act, consequence.opening
    paid, due = done.deposit_paid_on, done.deposit_due_on
    return _sentence(rule, consequence).format(
        why=kind.why,
        term=rule.duration,
        rule=rule.code,
        since=f"la consignation, versée le {full_date(paid)}" if paid else "ce jour",
        end=full_date(consequence.last_day),
        missing="\u00a0; ".join(condition.label for condition in done.missing),
        due=f" au plus tard le {full_date(due)}" if due else "",
        opening=opening and named(opening),
        until=kind.suspends and kind.suspends.label,
    )


def _sentence(rule: Rule, consequence: Consequence) -> str:
    effect, kind = consequence.effect, consequence.act
    if effect is Effect.ARGUABLE and kind.suspends:
        return MAY_BE_STOPPED
    if effect is Effect.NONE and kind.interrupts is Interrupts.NO and rule.interruption in MAY_STOP:
        return WITHOUT_EFFECT
    return SENTENCES[effect]


def named(opening: ActDone) -> str:
    """« l’acte « Assignation au fond » du lundi 3 mars 2026 », whatever its gender."""
    return f"l’acte {quoted(act(opening.code).label)} du {full_date(opening.on)}"


def beside_step(doubt: Doubt, end: date | None, latest: date | None) -> str:
    """What another reading would give. Nobody counts on it."""
    until = f"jusqu’au {full_date(end)}" if end else "sans date connue"
    match doubt:
        case Doubt.LATEST_DAY if latest:
            return f"Si la publication date du {full_date(latest)}\u00a0: possible {until}."
        case Doubt.PENDING_ACT if end:
            return f"Si l’acte est confirmé\u00a0: {until}."
        case Doubt.PENDING_ACT:
            return "Si l’acte est confirmé\u00a0: suspendu sous condition."
        case Doubt.DEPOSIT:
            return (
                "Sous condition\u00a0: si la consignation est versée dans le délai du juge, un "
                "nouveau délai court du versement."
            )
        case Doubt.DELIBERATION:
            return (
                "Instance en délibéré\u00a0: le délai est peut-être suspendu jusqu’au jugement. La "
                "date prudente reste comptée du dernier acte."
            )
        case Doubt.INSTRUCTION:
            return (
                "Instruction en cours\u00a0: passé ce jour, le délai est peut-être suspendu tant "
                "que la partie civile ne peut obliger le juge à agir\u00a0; l’avocat le confirme."
            )
        case Doubt.OTHER_PASSAGES:
            return f"Pour les passages que vise un acte\u00a0: {until}."
        case _:
            return f"{doubt.label.capitalize()}\u00a0: {until}, si l’avocat le confirme."


def still_possible(until: date) -> str:
    """What is said once the earliest reading has passed and a later one may be right."""
    return f"peut-être dépassé\u00a0; encore possible jusqu’au {full_date(until)}"
