"""What each qualification means for a practitioner, in plain words: one page each (QUAL-11).

The conditions are those of legal.md §2.1 and §2.5; what follows from them, product.md §3.3.
`tests/legal/test_explainers.py` holds that every label has one page and that none promises a
removal.
"""

from .explainer_shape import Explainer
from .taxonomy import Label


def explainer_of(label: Label) -> Explainer:
    """The page that speaks of this label."""
    return next(one for one in EXPLAINERS if label in one.labels)


def explainer_at(slug: str) -> Explainer | None:
    """The page that bears this name in its address, if there is one."""
    return next((one for one in EXPLAINERS if one.slug == slug), None)


_PROOF = (
    "Nous faisons garder la preuve, au besoin par un commissaire de justice (ex-huissier), avant "
    "toute autre démarche."
)
_REPORT = (
    "Nous préparons avec vous le signalement à la plateforme, une fois la preuve gardée. C’est "
    "elle qui décide."
)
_CLOCK = "Nous surveillons la date limite pour agir, affichée sur la page de votre dossier."
_LAWYER = (
    "Si vous souhaitez aller en justice, vous choisissez librement votre avocat. Nous regardons "
    "avec vous si cela en vaut la peine\u00a0: c’est long, et le résultat n’est jamais certain."
)
_ANSWER = (
    "Nous vous disons s’il vaut mieux répondre ou se taire, et nous relisons votre réponse avec "
    "vous."
)
_POLICE = (
    "Si vous êtes en danger, appelez le 17 ou le 112. Nous vous aidons ensuite à porter plainte et "
    "à signaler le contenu aux autorités."
)
_SECOND = "Deux personnes de notre équipe lisent ces mots avant de retenir une lecture aussi grave."
_AUTHOR = "Nous réunissons ce qui se lit de l’auteur\u00a0: sa page, ses autres avis, leurs dates."
_DATA = (
    "Nous préparons avec vous la demande au site (opposition, correction ou effacement). Elle part "
    "de vous, car ce sont vos données."
)

_SHORT = (
    "Le délai pour saisir le tribunal peut être de trois mois à partir de la publication, même si "
    "vous la découvrez plus tard."
)
_LONGER = (
    "Le délai peut être plus long pour des propos publics. Par prudence, nous travaillons sur "
    "trois mois à partir de la publication tant qu’un avocat n’a rien confirmé d’autre."
)
_OTHERS = (
    "D’autres délais, plus longs, peuvent s’appliquer. Par prudence, nous travaillons d’abord sur "
    "trois mois à partir de la publication."
)

# The first ones go from the lightest to the gravest; the others stand beside them.
SCALED = 3
EXPLAINERS = (
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
            _ANSWER,
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
        actions=(_PROOF, _REPORT, _CLOCK, _LAWYER),
        follows="La plateforme peut retirer ces mots, et un juge peut les sanctionner. Nous "
        "gardons la preuve et surveillons le délai pour agir.",
        term=_SHORT,
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
        actions=(_PROOF, _REPORT, _CLOCK, _LAWYER),
        follows="La plateforme peut retirer ces mots, et un juge peut les sanctionner. Nous "
        "gardons la preuve et surveillons le délai pour agir.",
        term=_SHORT,
    ),
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
        actions=(_SECOND, _PROOF, _REPORT, _CLOCK, _LAWYER),
        follows="La loi est plus sévère pour ces mots. Une seconde personne les relit, nous "
        "gardons la preuve et surveillons le délai pour agir.",
        term=_LONGER,
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
        actions=(_SECOND, _PROOF, _REPORT, _CLOCK, _LAWYER),
        follows="La loi est plus sévère pour ces mots. Une seconde personne les relit, nous "
        "gardons la preuve et surveillons le délai pour agir.",
        term=_LONGER,
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
        actions=(_POLICE, _SECOND, _PROOF, _REPORT, _CLOCK, _LAWYER),
        follows="Ces mots peuvent être signalés aux autorités et sanctionnés par un juge. Une "
        "seconde personne les relit et nous gardons la preuve.",
        term=_LONGER,
    ),
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
        actions=(_PROOF, _REPORT, _ANSWER, _CLOCK, _LAWYER),
        follows="La plateforme peut retirer ces mots, et un juge peut accorder une réparation. "
        "Nous gardons la preuve et préparons le signalement.",
        term=_OTHERS,
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
        actions=(_PROOF, _AUTHOR, _REPORT, _CLOCK, _LAWYER),
        follows="Les règles des plateformes interdisent les faux avis. Nous gardons la preuve, "
        "puis nous préparons le signalement avec vous.",
        term=_OTHERS,
    ),
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
        actions=(_PROOF, _DATA, _REPORT, _CLOCK, _LAWYER),
        follows="Vous pouvez demander l’effacement au site, et un juge peut l’ordonner. Nous "
        "gardons la preuve et préparons la demande avec vous.",
        term=_OTHERS,
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
        actions=(_PROOF, _REPORT, _CLOCK, _LAWYER),
        follows="Un juge peut faire cesser cette présentation. Nous gardons la preuve et "
        "surveillons le délai pour agir, qui est court.",
        term=_SHORT,
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
            _LAWYER,
        ),
        follows="La loi punit les outrages envers les soignants. Nous gardons la preuve et nous "
        "vous aidons à préparer une plainte, si vous le souhaitez.",
        term=_OTHERS,
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
        actions=(_PROOF, _REPORT, "Nous vous aidons à porter plainte.", _LAWYER),
        follows="Les plateformes ont une démarche pour les faux profils. Nous gardons la preuve et "
        "nous vous aidons à porter plainte.",
        term=_OTHERS,
    ),
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
            _PROOF,
            "Nous vous aidons à porter plainte.",
            _LAWYER,
        ),
        follows="La loi punit le chantage. Ne payez pas\u00a0: nous gardons la preuve et nous vous "
        "aidons à porter plainte.",
        term=_OTHERS,
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
        actions=(_POLICE, _PROOF, _AUTHOR, _REPORT, _LAWYER),
        follows="La loi punit ces messages répétés. Nous réunissons les preuves de l’ensemble et "
        "nous vous aidons à porter plainte.",
        term=_OTHERS,
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
        actions=(_POLICE, _PROOF, _REPORT, _DATA, _LAWYER),
        follows="Votre sécurité d’abord\u00a0: la police peut être prévenue, et le site doit "
        "retirer vite un contenu dangereux qu’on lui signale.",
        term=_OTHERS,
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
        actions=(_POLICE, _PROOF, _REPORT, _LAWYER),
        follows="Votre sécurité d’abord\u00a0: la police peut être prévenue dès maintenant, et "
        "nous vous aidons à porter plainte.",
        term=_OTHERS,
    ),
    Explainer(
        slug="donnees-personnelles",
        name="Fiche créée sans vous",
        labels=(Label.RGPD,),
        means="Un site a publié une fiche ou des informations à votre nom sans vous le demander.",
        signs=("vos données, sur une page que vous n’avez pas demandée",),
        example="Une fiche à votre nom, avec une note et des avis, sur un annuaire inconnu de "
        "vous.",
        actions=(_DATA, "Si le site refuse, nous vous disons comment saisir la CNIL."),
        follows="Vous pouvez vous opposer à cette fiche ou en demander la correction. Les "
        "décisions de justice ne vont pas toutes dans le même sens.",
        term="Le site a un mois pour répondre à votre demande.",
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
        term="Il n’y a pas de délai pour demander une correction.",
    ),
    Explainer(
        slug="a-examiner",
        name="Pas encore tranché",
        labels=(Label.UNDETERMINED,),
        means="Nous n’avons pas fini de lire ces mots, ou il nous manque un élément.",
        signs=("ce que vous nous avez confié, et ce qu’il reste à vérifier",),
        example="Un avis dont la date ou l’auteur reste à établir.",
        actions=("Nous gardons la date la plus courte en vue, par prudence.", _PROOF),
        follows="Nous poursuivons l’examen. En attendant, nous comptons le délai le plus court.",
        term=_SHORT,
    ),
)
