"""The words between braces of a saved answer. None of them is ever sent as it stands."""

import re
from collections.abc import Mapping

from apps.refusals import Refused

VARIABLES = {
    "reference": "le numéro du dossier",
    "praticien": "le nom du sociétaire",
    "gestionnaire": "le nom de qui suit le dossier",
    "date_prudente": "le dernier jour prudent pour agir",
}
BRACES = re.compile(r"\{([^{}]*)\}")


class UnknownVariable(Refused):
    """A word between braces stands for nothing, or a brace is alone."""


class UnfilledVariable(Refused):
    """Words about to be sent still hold a brace."""


def check_known(text: str) -> None:
    """Raise `UnknownVariable` unless every brace of the text encloses a variable."""
    for name in BRACES.findall(text):
        if name not in VARIABLES:
            possible = ", ".join(f"{{{known}}}" for known in VARIABLES)
            raise UnknownVariable(
                f"{{{name}}} n’est pas une variable. Celles qui existent\u00a0: {possible}."
            )
    if "{" in (rest := BRACES.sub("", text)) or "}" in rest:
        raise UnknownVariable("Une accolade est ouverte ou fermée seule\u00a0: retirez-la.")


def check_filled(text: str) -> None:
    """Raise `UnfilledVariable` when a brace is left in words that are about to leave."""
    for name in BRACES.findall(text):
        meaning = VARIABLES.get(name, "")
        named = f"{{{name}}} ({meaning})" if meaning else f"{{{name}}}"
        raise UnfilledVariable(
            f"{named} n’est pas rempli\u00a0: écrivez les mots à sa place, ou retirez-le. "
            "Rien n’a été envoyé."
        )
    if "{" in text or "}" in text:
        raise UnfilledVariable("Il reste une accolade dans le texte. Rien n’a été envoyé.")


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put its value in the place of each variable; one without a value stays between braces."""
    return BRACES.sub(lambda found: values.get(found[1]) or found[0], text)


def unfilled(text: str) -> list[str]:
    """What the variables left in this text stand for, each once."""
    return [VARIABLES[name] for name in dict.fromkeys(BRACES.findall(text)) if name in VARIABLES]
