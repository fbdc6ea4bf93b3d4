"""What a site says of a practitioner without anybody's opinion."""

from ..explainer_shape import Explainer
from ..taxonomy import Label
from .sentences import DATA

LISTING = (
    Explainer(
        slug="donnees-personnelles",
        name="Fiche créée sans vous",
        labels=(Label.RGPD,),
        means="Un site a publié une fiche ou des informations à votre nom sans vous le demander.",
        signs=("vos données, sur une page que vous n’avez pas demandée",),
        actions=(DATA, "Si le site refuse, nous vous disons comment saisir la CNIL."),
        follows="Vous pouvez vous opposer à cette fiche ou en demander la correction. Les "
        "décisions de justice ne vont pas toutes dans le même sens.",
        term="En principe, le site a un mois pour répondre à votre demande. Nous le vérifions.",
    ),
    Explainer(
        slug="erreur-de-fiche",
        name="Erreur de fiche",
        labels=(Label.FACTUAL_ERROR,),
        means="La fiche se trompe\u00a0: une adresse fausse, un confrère confondu avec vous.",
        signs=("une information fausse, sans intention de nuire",),
        example="L’avis parle d’un autre praticien, qui porte le même nom.",
        actions=("Nous préparons avec vous la demande de correction à la plateforme.",),
        follows="Nous demandons la correction avec vous. Il n’y a rien d’autre à engager.",
        term="Nous ne connaissons pas de délai pour demander une correction.",
    ),
)
