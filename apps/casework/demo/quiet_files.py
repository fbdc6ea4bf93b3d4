"""Files at work that wait for somebody, sleep, or were decided about."""

from apps.deadlines.models import InactionDecision
from apps.incidents.circumstances import Audience, AuthorKind, Nature, Situation, Wish
from apps.incidents.status import WaitingOn
from apps.legal.taxonomy import Label
from apps.vocabulary.presence import Presence

from .rows import Case, Content, act_within, before, on, shown, unknown
from .steps import (
    answered,
    asked,
    checked,
    confirmed,
    decided_not_to_act,
    joined,
    labelled,
    mission,
    noted,
    put_aside,
    read,
    reported,
    seen,
    taken,
    told,
    wrote,
)
from .voices import complained, phoned

QUIET = (
    Case(
        name="attend-une-capture",
        who="lea",
        declared=4,
        reported=1,
        contents=(
            Content(
                words="Rendez-vous expédié en dix minutes, accueil glacial. Très déçue.",
                posted=shown("il y a 3 semaines"),
                author="Clara B.",
                rating=2,
            ),
        ),
        story=(
            on(4, taken, greets=False),
            on(4, told, "Bonjour Docteur, merci de ne pas répondre à cet avis pour le moment."),
            on(4, asked, "capture_with_url", "publication_date", due=10),
            on(3, noted, "Critique du service, sans fait précis. Proposer une réponse mesurée."),
            on(3, seen),
        ),
    ),
    Case(
        name="le-meme-auteur-recommence",
        who="yann",
        declared=11,
        contents=(
            Content(
                words="Je maintiens : un menteur. Qu’il me réponde s’il l’ose.",
                posted=before(1),
                on="trustpilot",
                author="Breizh_29",
                rating=1,
            ),
        ),
        story=(
            on(11, taken),
            on(10, joined, "site-responsable", "Même auteur, même site, une semaine plus tard."),
        ),
    ),
    Case(
        name="sans-reponse-depuis-dix-jours",
        who="mireille",
        handler="elodie",
        declared=19,
        contents=(
            Content(
                words="Lunettes prescrites à la louche, trois paires à ma charge.",
                posted=unknown,
                on="bing",
                author="Hérault",
            ),
        ),
        story=(on(19, taken), on(18, asked, "publication_date", "capture_with_url")),
    ),
    Case(
        name="adresse-qui-ne-repond-plus",
        who="nora",
        handler="amine",
        declared=7,
        contents=(
            Content(
                words="Certificats de complaisance à la chaîne, 30 euros pièce.",
                posted=before(10),
                author="Vieux-Port",
                rating=1,
            ),
        ),
        story=(
            on(7, taken),
            on(6, asked, "go_ahead", due=4),
            on(2, phoned, "Les courriels reviennent.", next_step="Rappeler le cabinet", next_in=4),
        ),
    ),
    Case(
        name="a-repondu-hier",
        who="victor",
        declared=10,
        contents=(
            Content(
                words="Il m’a percé le tympan et a dit que c’était un bouchon.",
                posted=before(13),
                author="Seine-Maritime",
                rating=1,
            ),
        ),
        story=(
            on(10, taken),
            on(9, asked, "capture_with_url", "go_ahead"),
            on(8, seen),
            on(2, answered, "Voici la capture, prise ce matin sur mon ordinateur."),
        ),
    ),
    Case(
        name="message-a-lire",
        who="jonas",
        declared=8,
        contents=(
            Content(
                words="Détartrage facturé deux fois, il se moque du monde.",
                posted=before(16),
                on="pagesjaunes",
                author="Besac",
                rating=2,
            ),
        ),
        story=(
            on(8, taken),
            on(7, told, "Bonjour Docteur, connaissez-vous l’auteur de cet avis ?"),
            on(1, wrote, "Oui, il est venu une fois en mars. Il propose de retirer son avis."),
        ),
    ),
    Case(
        name="faux-profil",
        who="bastien",
        declared=15,
        captures=("Page Instagram",),
        contents=(
            Content(
                words="Compte officiel du Dr L. : promotions sur les implants ce mois-ci.",
                posted=before(20),
                on="instagram",
                author="dr.l.officiel",
            ),
        ),
        story=(
            on(15, taken),
            on(14, labelled, Label.USURPATION, "Un faux profil au nom du praticien."),
            on(14, reported, reference="IG-880-1"),
            on(7, checked, Presence.ONLINE),
        ),
    ),
    Case(
        name="disparu-d-apres-le-praticien",
        who="olivier",
        declared=17,
        captures=("Pages Jaunes – une étoile",),
        contents=(
            Content(
                words="Odieux avec les familles, se prend pour Dieu.",
                posted=before(22),
                on="pagesjaunes",
                author="87000",
                rating=1,
            ),
        ),
        story=(
            on(17, taken),
            on(16, labelled, Label.OPINION, "Ressenti d’une famille, sans fait précis."),
            on(16, reported, reference="PJ-41877"),
            on(2, wrote, "L’avis n’apparaît plus sur mon téléphone. Est-ce définitif ?"),
        ),
    ),
    Case(
        name="photo-sans-accord",
        who="paola",
        handler="amine",
        declared=16,
        captures=("Page Instagram",),
        contents=(
            Content(
                words="La voilà à la plage pendant que ses patientes attendent.",
                posted=before(3),
                on="instagram",
                author="ajaccio.net",
                natures=(Nature.PICTURE,),
            ),
        ),
        story=(
            on(16, taken),
            on(15, labelled, Label.VIE_PRIVEE, "Image prise hors du cabinet, sans accord."),
            on(15, reported, reference="IG-881-4"),
        ),
    ),
    Case(
        name="contre-remboursement",
        who="nadege",
        handler="elodie",
        declared=11,
        situation=Situation.PRIVATE,
        contents=(
            Content(
                words="Remboursez l’intervention ou je laisse vingt avis. Vous avez jusqu’à lundi.",
                posted=before(2),
                on="",
                author_kind=AuthorKind.PATIENT,
                audience=Audience.PRIVATE_MESSAGE,
            ),
        ),
        story=(
            on(11, taken),
            on(10, labelled, Label.CHANTAGE, "Un retrait promis contre de l’argent."),
            on(10, told, "Bonjour Docteur, gardez ce message et ne payez rien avant notre appel."),
        ),
    ),
    Case(
        name="prestataire-pressenti",
        who="brice",
        handler="elodie",
        declared=6,
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="N’est même pas diplômé, le titre au mur est acheté.",
                posted=before(9),
                author="Toulon",
                rating=1,
            ),
        ),
        story=(
            on(6, taken),
            on(5, labelled, Label.FAUX_AVIS, "Auteur sans aucun passage au cabinet."),
            on(3, mission, "Netclair", reply_in=5),
        ),
    ),
    Case(
        name="en-sommeil",
        who="oceane",
        declared=12,
        contents=(
            Content(
                words="Toujours en retard, jamais un sourire.",
                posted=act_within(42),
                author="Finistère",
                rating=3,
            ),
        ),
        story=(
            on(12, taken),
            on(11, labelled, Label.OPINION, "Ressenti, en termes mesurés."),
            on(1, put_aside, 6),
        ),
    ),
    Case(
        name="en-sommeil-jusqu-a-la-plateforme",
        who="yann",
        handler="amine",
        declared=13,
        captures=("Trustpilot – une étoile",),
        contents=(
            Content(
                words="Cabinet sale, matériel douteux.",
                posted=act_within(42),
                on="trustpilot",
                author="Rennais",
                rating=1,
            ),
        ),
        story=(
            on(13, taken),
            on(12, labelled, Label.DENIGREMENT, "Prestations attaquées sans base."),
            on(12, reported, reference="TP-77004"),
            on(1, put_aside, 7, WaitingOn.PLATFORM),
        ),
    ),
    Case(
        name="attend-la-seconde-signature",
        who="lucie",
        handler="elodie",
        declared=14,
        contents=(
            Content(
                words="Une incapable, tout juste bonne à vendre des crèmes.",
                posted=before(7),
                author="Madinina",
                rating=1,
            ),
        ),
        story=(
            on(14, taken),
            on(13, labelled, Label.INJ_PUB, "Terme méprisant, sans aucun fait."),
            on(
                4,
                decided_not_to_act,
                InactionDecision.Reason.PROSPECTS,
                "Auteur anonyme, propos isolé : le procès coûterait plus qu’il ne réparerait.",
            ),
        ),
    ),
    Case(
        name="seize-jours-de-silence",
        who="ludovic",
        handler="thomas",
        declared=21,
        contents=(
            Content(
                words="Prothèse de hanche trop longue, il refuse de le reconnaître.",
                posted=before(12),
                on="doctissimo",
                author="Calanques",
            ),
        ),
        story=(
            on(21, taken, greets=False),
            on(20, told, "Bonjour Docteur, j’étudie votre dossier."),
            on(3, complained, "Dix-sept jours sans aucune nouvelle de mon dossier."),
        ),
    ),
    Case(
        name="fiche-a-corriger",
        who="raphael",
        handler="thomas",
        declared=18,
        situation=Situation.LISTING,
        captures=("Fiche Google du cabinet",),
        contents=(
            Content(
                words="Orthodontiste, définitivement fermé. Adresse : 12 rue des Lilas.",
                posted=before(30),
                on="bing",
            ),
        ),
        story=(
            on(18, taken),
            on(17, labelled, Label.FACTUAL_ERROR, "Le cabinet est ouvert, à une autre adresse."),
            on(17, reported, reference="BG-1190"),
        ),
    ),
    Case(
        name="confirme-apres-l-appel",
        who="theo",
        typed_by="amine",
        handler="amine",
        declared=9,
        wishes=(Wish.APOLOGY,),
        contents=(
            Content(
                words="Il parle mal aux personnes âgées et ne se lave pas les mains.",
                posted=before(12),
                on="facebook",
                author="Quartier Sud Loire",
                members=900,
            ),
        ),
        story=(
            on(8, confirmed),
            on(8, taken),
            on(7, told, "Bonjour Monsieur, votre dossier est complet. Je l’examine demain."),
            on(6, wrote, "Merci. Ma direction est prévenue, elle me soutient."),
            on(6, read),
        ),
    ),
)
