"""What strikes at origin, religion, sex, disability: read by two people."""

from ..explainer_shape import Explainer
from ..taxonomy import Label
from .sentences import CLOCK, LAWYER, LONGER, POLICE, PROOF, REPORT, SECOND

AGGRAVATED = (
    Explainer(
        slug="injure-aggravee",
        name="Injure aggravée",
        labels=(Label.INJ_PUB_AGG, Label.INJ_NP_AGG),
        means="Une injure qui vise l’origine, la religion, le sexe, l’orientation sexuelle, "
        "l’identité de genre ou le handicap.",
        signs=(
            "un mot outrageant ou méprisant, sans fait précis",
            "il vise la personne en raison de ce qu’elle est",
        ),
        example="Qu’elle retourne dans son pays, cette bonne à rien.",
        actions=(SECOND, PROOF, REPORT, CLOCK, LAWYER),
        follows="La loi est plus sévère pour ces mots. Une seconde personne les relit, nous "
        "gardons la preuve et surveillons le délai pour agir.",
        term=LONGER,
    ),
    Explainer(
        slug="diffamation-aggravee",
        name="Diffamation aggravée",
        labels=(Label.DIFF_PUB_AGG, Label.DIFF_NP_AGG),
        means="Un fait précis vous est reproché en raison de votre origine, de votre religion, de "
        "votre sexe, de votre orientation, de votre identité de genre ou d’un handicap.",
        signs=(
            "un fait précis, que l’on pourrait vérifier",
            "il est reproché en raison de ce qu’est la personne",
        ),
        example="Comme tous ceux de sa religion, il a falsifié ses factures en mars.",
        actions=(SECOND, PROOF, REPORT, CLOCK, LAWYER),
        follows="La loi est plus sévère pour ces mots. Une seconde personne les relit, nous "
        "gardons la preuve et surveillons le délai pour agir.",
        term=LONGER,
    ),
    Explainer(
        slug="provocation-a-la-haine",
        name="Provocation à la haine",
        labels=(Label.PROVOC,),
        means="L’auteur appelle les autres à la haine, à la discrimination ou à la violence.",
        signs=(
            "un appel, et pas seulement une opinion",
            "contre des personnes, en raison de ce qu’elles sont",
        ),
        example="Il ne faut plus consulter ces gens-là, il faut les chasser.",
        actions=(POLICE, SECOND, PROOF, REPORT, CLOCK, LAWYER),
        follows="Ces mots peuvent être signalés aux autorités et sanctionnés par un juge. Une "
        "seconde personne les relit et nous gardons la preuve.",
        term=LONGER,
    ),
)
