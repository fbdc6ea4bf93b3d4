"""Files that ended, with each outcome; one since a few hours, one opened again."""

from apps.deadlines.models import InactionDecision
from apps.incidents.circumstances import Situation, Wish
from apps.incidents.status import Outcome
from apps.legal.taxonomy import Label
from apps.vocabulary.presence import Presence

from .rows import Case, Content, before, on
from .steps import (
    checked,
    closed,
    countersigned,
    decided_not_to_act,
    labelled,
    mission,
    reopened,
    reported,
    taken,
    told,
    wrote,
)

ENDED = (
    Case(
        name="retire-par-la-plateforme",
        who="delphine",
        declared=61,
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Une droguée, tout le monde voit bien qu’elle tremble.",
                posted=before(5),
                author="Capitole",
                rating=1,
            ),
        ),
        story=(
            on(61, taken),
            on(60, labelled, Label.DIFF_PUB, "Une addiction imputée à la personne."),
            on(60, reported, reference="G-1180-220"),
            on(49, checked, Presence.REMOVED),
            on(
                48,
                closed,
                Outcome.REMOVED_BY_PLATFORM,
                words="Google a retiré l’avis. Nous l’avons vérifié avant de clore.",
            ),
        ),
    ),
    Case(
        name="retire-par-son-auteur",
        who="jonas",
        handler="elodie",
        declared=52,
        contents=(
            Content(
                words="Devis multiplié par deux en cours de route, méfiance.",
                posted=before(9),
                author="Pontarlier",
                rating=1,
            ),
        ),
        story=(
            on(52, taken),
            on(51, labelled, Label.OPINION, "Récit d’un devis, en termes mesurés."),
            on(50, told, "Bonjour Docteur, proposez-lui de vous appeler, sans parler de soins."),
            on(45, wrote, "Nous nous sommes expliqués, il a retiré son avis hier."),
            on(44, checked, Presence.REMOVED),
            on(
                44,
                closed,
                Outcome.REMOVED_BY_AUTHOR,
                words="L’auteur a retiré son avis après votre appel.",
            ),
        ),
    ),
    Case(
        name="fiche-supprimee",
        who="olivier",
        handler="amine",
        declared=75,
        situation=Situation.LISTING,
        wishes=(Wish.LISTING_REMOVAL,),
        captures=("Fiche Google du cabinet",),
        contents=(Content(words="Anesthésiste. 1,8 étoile, 6 avis.", posted=before(3), on="bing"),),
        story=(
            on(75, taken),
            on(74, labelled, Label.RGPD, "Fiche créée sans accord, données inexactes."),
            on(74, mission, "Netclair"),
            on(50, checked, Presence.REMOVED),
            on(49, closed, Outcome.PAGE_DELETED, words="La fiche à votre nom n’existe plus."),
        ),
    ),
    Case(
        name="dereference",
        who="anne",
        handler="elodie",
        declared=66,
        contents=(
            Content(
                words="Le blog qui raconte sa garde à vue de 2009, classée sans suite.",
                posted=before(400),
                on="bing",
            ),
        ),
        story=(
            on(66, taken),
            on(65, labelled, Label.RGPD, "Données anciennes, sans intérêt pour le public."),
            on(65, reported, reference="BG-0907", without_proof="Résultat de recherche."),
            on(
                44,
                decided_not_to_act,
                InactionDecision.Reason.OTHER,
                "Le moteur accepte le déréférencement : un procès serait sans objet.",
            ),
            on(43, countersigned),
            on(
                41,
                closed,
                Outcome.DELISTED,
                reason="Réponse du moteur, reçue par courriel.",
                words="La page n’apparaît plus quand on cherche votre nom.",
            ),
        ),
    ),
    Case(
        name="delai-depasse",
        who="emma",
        declared=32,
        contents=(
            Content(
                words="Elle a volé les bijoux de mon père.",
                posted=before(130),
                on="pagesjaunes",
                author="Chambéry",
                rating=1,
            ),
        ),
        story=(
            on(32, taken),
            on(31, labelled, Label.DIFF_PUB, "Un vol imputé à la personne."),
            on(
                30,
                decided_not_to_act,
                InactionDecision.Reason.TIME_BARRED,
                "Publié plus de quatre mois avant la déclaration.",
            ),
            on(29, countersigned),
            on(
                28,
                closed,
                Outcome.TIME_BARRED,
                reason="Délai de trois mois dépassé avant la déclaration.",
                words="Le délai pour agir était dépassé quand vous nous avez écrit. Une demande "
                "au site reste possible : nous l’avons préparée avec vous.",
            ),
        ),
    ),
    Case(
        name="conseil-donne",
        who="clinique",
        handler="amine",
        declared=40,
        wishes=(Wish.ADVICE,),
        contents=(
            Content(
                words="Parking payant, cafétéria fermée, chambre double imposée.",
                posted=before(6),
                persons=("Dr B.",),
                rating=2,
            ),
        ),
        story=(
            on(40, taken),
            on(39, labelled, Label.OPINION, "Critique de l’hôtellerie."),
            on(
                37,
                closed,
                Outcome.ADVISED,
                reason="Conseil écrit remis à la direction.",
                words="Nous vous avons conseillé de répondre sur l’hôtellerie seulement, sans "
                "inviter vos patients à déposer des avis.",
            ),
        ),
    ),
    Case(
        name="clos-aujourd-hui",
        who="coralie",
        declared=15,
        contents=(
            Content(
                words="Salle de naissance froide, équipe pressée. Sage-femme correcte.",
                posted=before(3),
                author="Balma",
                rating=3,
            ),
        ),
        story=(
            on(15, taken),
            on(14, labelled, Label.OPINION, "Récit mesuré, plutôt favorable à la personne."),
            on(
                0,
                closed,
                Outcome.LAWFUL,
                reason="Aucun reproche fait à la sage-femme.",
                words="Cet avis est mesuré et vous épargne. La loi le permet.",
            ),
        ),
    ),
    Case(
        name="rouvert",
        who="gilles",
        declared=38,
        contents=(
            Content(
                words="Il prescrit sans examiner, dix patients à l’heure.",
                posted=before(8),
                author="Flandres",
                rating=2,
            ),
        ),
        story=(
            on(38, taken),
            on(37, labelled, Label.OPINION, "Critique du rythme, sans fait précis."),
            on(
                35,
                closed,
                Outcome.LAWFUL,
                reason="Libre critique.",
                words="Cet avis est permis par la loi. Écrivez-nous s’il change.",
            ),
            on(5, wrote, "L’auteur a ajouté que je falsifie des arrêts de travail."),
            on(4, reopened, "L’auteur a modifié son avis et impute maintenant un délit."),
            on(4, told, "Bonjour Docteur, votre dossier est rouvert sous le même numéro."),
        ),
    ),
    Case(
        name="accompagne-jusqu-au-bout",
        who="estelle",
        handler="elodie",
        declared=50,
        contents=(
            Content(
                words="Consultation bâclée, je n’ai pas pu poser mes questions.",
                posted=before(2),
                author="Somme80",
                rating=2,
            ),
        ),
        story=(
            on(50, taken),
            on(
                49,
                labelled,
                Label.OPINION,
                "Ressenti d’un parent, sans fait précis.",
            ),
            on(
                46,
                closed,
                Outcome.LAWFUL,
                reason="Libre critique.",
                words="La loi permet cet avis. Nous avons préparé avec vous une réponse courte, "
                "que vous avez choisi de ne pas publier.",
            ),
        ),
    ),
)
