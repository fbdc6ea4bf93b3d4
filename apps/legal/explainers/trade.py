"""What strikes at the practice rather than at the person."""

from ..explainer_shape import Explainer
from ..taxonomy import Label
from .sentences import ANSWER, AUTHOR, CLOCK, LAWYER, OTHERS, PROOF, REPORT

TRADE = (
    Explainer(
        slug="denigrement",
        name="Dénigrement",
        labels=(Label.DENIGREMENT,),
        means="L’attaque porte sur vos soins ou votre cabinet plutôt que sur vous, avec un propos "
        "faux, malveillant ou que rien n’appuie.",
        signs=(
            "ce qui est visé\u00a0: les soins, les prix, l’accueil, et non votre honneur",
            "un propos que rien n’appuie, ou qui veut nuire",
        ),
        actions=(PROOF, REPORT, ANSWER, CLOCK, LAWYER),
        follows="La plateforme peut retirer ces mots, et un juge peut accorder une réparation. "
        "Nous gardons la preuve et préparons le signalement.",
        term=OTHERS,
    ),
    Explainer(
        slug="faux-avis",
        name="Faux avis",
        labels=(Label.FAUX_AVIS,),
        means="L’avis est inventé\u00a0: l’auteur n’a sans doute jamais eu affaire à vous, ou il a "
        "été payé pour écrire.",
        signs=(
            "un profil sans passé, ou une série d’avis le même jour",
            "des détails qui ne correspondent à rien de votre exercice",
            "un intérêt à vous nuire, un concurrent par exemple",
        ),
        actions=(PROOF, AUTHOR, REPORT, CLOCK, LAWYER),
        follows="Les règles des plateformes interdisent les faux avis. Nous gardons la preuve, "
        "puis nous préparons le signalement avec vous.",
        term=OTHERS,
    ),
)
