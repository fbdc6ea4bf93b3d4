"""From what one must bear to what a court may punish, the lightest first."""

from ..explainer_shape import Explainer
from ..taxonomy import Label
from .sentences import ANSWER, CLOCK, LAWYER, PROOF, REPORT, SHORT

SCALE = (
    Explainer(
        slug="critique",
        name="Critique",
        labels=(Label.OPINION,),
        means="L’auteur donne son ressenti, même dur, même injuste à vos yeux. La loi protège "
        "cette liberté. Désagréable ne veut pas dire illégal.",
        signs=(
            "un jugement ou une impression («\u00a0froid\u00a0», «\u00a0trop cher\u00a0»)",
            "aucun fait précis et grave reproché à une personne",
            "des mots mesurés, sans insulte",
        ),
        actions=(
            "Nous restons à vos côtés pour y répondre, ou pas.",
            ANSWER,
            "Si l’avis enfreint les règles de la plateforme, nous préparons le signalement.",
            "Nous vous disons quoi surveiller\u00a0: un avis modifié ou republié se relit.",
        ),
        follows="Nous ne vous conseillons pas d’aller en justice\u00a0: nous vous aidons à y "
        "répondre, ou pas.",
        term="Un procès a peu de chances d’aboutir, et il peut vous coûter de l’argent. Vous "
        "restez libre de demander un autre avis.",
    ),
    Explainer(
        slug="injure",
        name="Injure",
        labels=(Label.INJ_PUB, Label.INJ_NP, Label.INJ_FONC),
        means="Un mot outrageant ou méprisant, lancé sans raconter aucun fait précis.",
        signs=(
            "le mot vise une personne que l’on reconnaît",
            "il blesse sans rien raconter que l’on puisse vérifier",
            "vous n’avez pas d’abord écrit avec agressivité",
            "qui a pu le lire\u00a0: tout le monde, ou un petit groupe fermé",
        ),
        actions=(PROOF, REPORT, CLOCK, LAWYER),
        follows="La plateforme peut retirer ces mots, et un juge peut les sanctionner. Nous "
        "gardons la preuve et surveillons le délai pour agir.",
        term=SHORT,
    ),
    Explainer(
        slug="diffamation",
        name="Diffamation",
        labels=(Label.DIFF_PUB, Label.DIFF_NP, Label.DIFF_FONC),
        means="L’auteur vous reproche un fait précis, que l’on pourrait vérifier, et qui atteint "
        "votre honneur.",
        signs=(
            "un fait situé\u00a0: quoi, quand, où, qui",
            "un fait dont on pourrait débattre, preuves à l’appui",
            "une personne visée ou reconnaissable, et non le seul cabinet",
            "ce que l’auteur pourrait prouver, ou sa bonne foi",
        ),
        actions=(PROOF, REPORT, CLOCK, LAWYER),
        follows="La plateforme peut retirer ces mots, et un juge peut les sanctionner. Nous "
        "gardons la preuve et surveillons le délai pour agir.",
        term=SHORT,
    ),
)
