"""What is taken from a person: private life, innocence, dignity, name."""

from ..explainer_shape import Explainer
from ..taxonomy import Label
from .sentences import CLOCK, DATA, LAWYER, OTHERS, PROOF, REPORT, SHORT

PERSON = (
    Explainer(
        slug="vie-privee",
        name="Atteinte à la vie privée",
        labels=(Label.VIE_PRIVEE,),
        means="L’auteur publie ce qui ne regarde que vous\u00a0: votre domicile, vos proches, "
        "votre santé, ou une image prise sans votre accord.",
        signs=(
            "une information ou une image personnelle",
            "publiée sans votre accord",
        ),
        example="Il habite au 12 de ma rue, avec sa nouvelle compagne\u00a0; voici leur photo.",
        actions=(PROOF, DATA, REPORT, CLOCK, LAWYER),
        follows="Vous pouvez demander l’effacement au site, et un juge peut l’ordonner. Nous "
        "gardons la preuve et préparons la demande avec vous.",
        term=OTHERS,
    ),
    Explainer(
        slug="presomption-d-innocence",
        name="Présomption d’innocence",
        labels=(Label.PRES_INNOCENCE,),
        means="L’auteur vous présente comme coupable alors qu’une enquête ou un procès est en "
        "cours, sans décision définitive.",
        signs=(
            "une enquête ou une procédure existe",
            "vous êtes présenté comme coupable, sans réserve",
        ),
        example="Il est coupable, le procès n’y changera rien.",
        actions=(PROOF, REPORT, CLOCK, LAWYER),
        follows="Un juge peut faire cesser cette présentation. Nous gardons la preuve et "
        "surveillons le délai pour agir, qui est court.",
        term=SHORT,
    ),
    Explainer(
        slug="outrage",
        name="Outrage",
        labels=(Label.OUTRAGE_SANTE,),
        means="Des mots outrageants vous sont adressés, à vous ou à votre équipe, sans être rendus "
        "publics\u00a0: un message, un e-mail, un appel.",
        signs=(
            "des mots adressés à vous ou à votre équipe",
            "que le public ne peut pas lire",
        ),
        example="Vous êtes une incapable, vous entendrez parler de moi (message vocal).",
        actions=(
            "Gardez le message tel quel\u00a0: nous vous disons comment en conserver la preuve.",
            "Nous vous aidons à préparer une plainte, si vous le souhaitez.",
            LAWYER,
        ),
        follows="La loi punit les outrages envers les soignants. Nous gardons la preuve et nous "
        "vous aidons à préparer une plainte, si vous le souhaitez.",
        term=OTHERS,
    ),
    Explainer(
        slug="usurpation-d-identite",
        name="Usurpation d’identité",
        labels=(Label.USURPATION,),
        means="Quelqu’un se fait passer pour vous en ligne, avec un faux profil ou un faux site.",
        signs=(
            "votre nom, votre photo ou votre titre sont employés",
            "par quelqu’un d’autre, pour tromper ou pour vous nuire",
        ),
        example="Un faux profil à votre nom répond à des patients.",
        actions=(PROOF, REPORT, "Nous vous aidons à porter plainte.", LAWYER),
        follows="Les plateformes ont une démarche pour les faux profils. Nous gardons la preuve et "
        "nous vous aidons à porter plainte.",
        term=OTHERS,
    ),
)
