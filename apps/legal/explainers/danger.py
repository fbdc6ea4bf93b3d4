"""What frightens or endangers: others are told before any court is."""

from ..explainer_shape import Explainer
from ..taxonomy import Label
from .sentences import AUTHOR, DATA, LAWYER, OTHERS, POLICE, PROOF, REPORT

DANGER = (
    Explainer(
        slug="chantage",
        name="Chantage",
        labels=(Label.CHANTAGE,),
        means="L’auteur met son avis dans la balance\u00a0: il demande quelque chose en échange de "
        "son retrait.",
        signs=("une demande, d’argent le plus souvent", "une menace de publier, ou de laisser"),
        example="Je retire mon avis si vous me remboursez.",
        actions=(
            "Ne payez pas et ne négociez pas seul\u00a0: gardez ses messages.",
            PROOF,
            "Nous vous aidons à porter plainte.",
            LAWYER,
        ),
        follows="Un chantage peut être puni par un juge. Ne payez pas\u00a0: nous gardons la "
        "preuve et nous vous aidons à porter plainte.",
        term=OTHERS,
    ),
    Explainer(
        slug="harcelement-en-ligne",
        name="Harcèlement en ligne",
        labels=(Label.CYBERHARC,),
        means="Des messages se répètent, ou plusieurs auteurs s’y mettent ensemble, au point "
        "d’abîmer votre santé ou vos conditions de vie.",
        signs=(
            "plusieurs messages, ou plusieurs auteurs liés",
            "leurs effets sur vous, sur votre équipe, sur votre travail",
        ),
        actions=(POLICE, PROOF, AUTHOR, REPORT, LAWYER),
        follows="La loi punit ces messages répétés. Nous réunissons les preuves de l’ensemble et "
        "nous vous aidons à porter plainte.",
        term=OTHERS,
    ),
    Explainer(
        slug="adresse-divulguee",
        name="Divulgation qui met en danger",
        labels=(Label.DOXING,),
        means="L’auteur publie de quoi vous trouver, vous ou vos proches, et vous expose à un "
        "danger.",
        signs=(
            "une adresse, un trajet, une école, une plaque",
            "publiés pour que quelqu’un s’en serve contre vous",
        ),
        example="Voici son adresse, allez lui dire ce que vous en pensez.",
        actions=(POLICE, PROOF, REPORT, DATA, LAWYER),
        follows="Votre sécurité d’abord\u00a0: la police peut être prévenue, et nous préparons "
        "avec vous le signalement au site, qui décide du retrait.",
        term=OTHERS,
    ),
    Explainer(
        slug="menaces",
        name="Menaces",
        labels=(Label.MENACES,),
        means="L’auteur annonce un mal qu’il vous ferait, ou pousse d’autres à s’en prendre à "
        "vous.",
        signs=(
            "l’annonce d’une violence, ou d’un dommage",
            "contre vous, vos proches, votre équipe ou vos biens",
        ),
        example="Je vous attendrai à la sortie du cabinet.",
        actions=(POLICE, PROOF, REPORT, LAWYER),
        follows="Votre sécurité d’abord\u00a0: la police peut être prévenue dès maintenant, et "
        "nous vous aidons à porter plainte.",
        term=OTHERS,
    ),
)
