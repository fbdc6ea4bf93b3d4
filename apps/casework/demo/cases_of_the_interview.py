"""The live chat of the « Quotidien » with the insurer's medical director: each question that
describes a situation is a file, with the outcome that the answer leads to."""

from apps.deadlines.models import InactionDecision
from apps.incidents.circumstances import (
    AuthorKind,
    FacilityPage,
    PracticeMode,
    Situation,
    Wish,
)
from apps.incidents.models import Assessment
from apps.incidents.status import Outcome
from apps.legal.qualification import Answers, Practice
from apps.legal.taxonomy import Label
from apps.vocabulary.presence import Presence

from .rows import Case, Content, act_within, before, on, shown
from .steps import (
    accepted,
    assessed,
    checked,
    closed,
    countersigned,
    decided_not_to_act,
    labelled,
    lawyer_wanted,
    mission,
    read,
    reported,
    taken,
    told,
    wrote,
)
from .steps_of_dates import act_done
from .voices import complained, complaint_answered, distress, phoned

FACT_IN_HOSPITAL = Answers(
    identifiable=True,
    threat=False,
    exposure=False,
    ground=False,
    precise_fact=True,
    practice=Practice.HOSPITAL,
)
REFUSAL_EXPLAINED = (
    "Votre déception est légitime. La plateforme a refusé deux fois ; un juge pourrait en décider "
    "autrement, et votre contrat couvre ce procès si vous le souhaitez."
)
HOSPITAL_SURGEON = {
    "standing": Assessment.Standing.HOSPITAL,
    "target": Assessment.Target.PERSON,
    "provoked": Assessment.Known.NO,
    "provable": Assessment.Known.NO,
    "confidence": Assessment.Confidence.HIGH,
}

INTERVIEW = (
    Case(
        name="page-de-5000-membres",
        question="Max : une page Facebook publique de 5 000 membres, un constat déjà fait",
        who="max",
        declared=9,
        situation=Situation.POST,
        mode=PracticeMode.HOSPITAL,
        facility_page=FacilityPage.UNKNOWN,
        bailiff=2,
        wishes=(Wish.REMOVAL, Wish.COMPENSATION),
        captures=("Groupe public – 5 000 membres", "Discussion, deuxième page"),
        contents=(
            Content(
                words="Ce chirurgien a falsifié ses comptes rendus pour cacher ses erreurs. Fuyez.",
                posted=act_within(16),
                on="facebook",
                author="Lulu du 12",
                members=5000,
                read=3,
            ),
            Content(
                words="Bien d’accord, un charlatan en blouse blanche.",
                posted=shown("il y a un mois"),
                on="facebook",
                author="Anonyme 75",
                author_kind=AuthorKind.ANONYMOUS,
                members=5000,
                read=3,
            ),
        ),
        story=(
            on(9, taken, greets=False),
            on(
                9,
                told,
                "Bonjour Docteur, vous avez bien fait de faire constater cette discussion. Ne "
                "répondez pas sur cette page : nous regardons d’abord si elle est à l’hôpital.",
            ),
            on(8, wrote, "Le service de communication me dit que cette page n’est pas la sienne."),
            on(8, read),
            on(
                8,
                labelled,
                Label.DIFF_PUB,
                "Une fraude précise et vérifiable, imputée à la personne.",
                words="Ce chirurgien a falsifié ses comptes rendus pour cacher ses erreurs.",
                answers=FACT_IN_HOSPITAL,
            ),
            on(8, labelled, Label.INJ_PUB, "Terme méprisant, sans aucun fait.", content=2),
            on(8, assessed, HOSPITAL_SURGEON),
            on(7, lawyer_wanted),
            on(7, mission, "Cabinet Aubry", is_compiled=True),
            on(6, accepted, by="avocat"),
        ),
    ),
    Case(
        name="site-responsable",
        question="emodet : un avis injurieux ; le site qui le publie est-il responsable ?",
        who="yann",
        declared=13,
        wishes=(Wish.REMOVAL,),
        captures=("Trustpilot – une étoile",),
        contents=(
            Content(
                words="Un boucher et un menteur, une honte pour la profession.",
                posted=before(9),
                on="trustpilot",
                author="Breizh_29",
                rating=1,
            ),
        ),
        story=(
            on(13, taken),
            on(12, labelled, Label.INJ_PUB, "Invectives sans aucun fait précis."),
            on(12, reported, reference="TP-77120"),
            on(
                12,
                told,
                "Bonjour Docteur, un site qui héberge des avis répond de ce qu’il laisse en ligne "
                "une fois prévenu. C’est fait : il doit maintenant se prononcer.",
            ),
        ),
    ),
    Case(
        name="fiche-non-demandee",
        question="JPH : « Je n’ai rien demandé pour avoir une fiche de notation sur Google »",
        who="gilles",
        handler="amine",
        declared=24,
        situation=Situation.LISTING,
        wishes=(Wish.LISTING_REMOVAL,),
        captures=("Fiche Google du cabinet",),
        contents=(
            Content(
                words="Cabinet médical, médecin généraliste. 2,9 étoiles, 14 avis.",
                posted=before(35),
            ),
        ),
        story=(
            on(24, taken),
            on(23, labelled, Label.RGPD, "Fiche créée sans l’informer : droit d’opposition."),
            on(22, reported, reference="OPP-55120"),
        ),
    ),
    Case(
        name="fiche-impossible-a-supprimer",
        question="BATGIRL : « Supprimer un compte Google : impossible… comment faire ? »",
        who="anne",
        handler="elodie",
        declared=58,
        situation=Situation.LISTING,
        wishes=(Wish.LISTING_REMOVAL,),
        captures=("Fiche Google du cabinet",),
        contents=(
            Content(words="Masseur-kinésithérapeute. 3,1 étoiles, 9 avis.", posted=before(20)),
        ),
        story=(
            on(57, taken),
            on(56, labelled, Label.RGPD, "Fiche ouverte par un tiers, qui l’a complétée."),
            on(55, reported, reference="OPP-48816"),
            on(
                52,
                decided_not_to_act,
                InactionDecision.Reason.PROSPECTS,
                "La plateforme refuse. Un procès serait long et son issue très incertaine.",
            ),
            on(51, countersigned),
            on(
                49,
                closed,
                Outcome.REFUSED,
                reason="Refus écrit de la plateforme.",
                words="La plateforme a refusé de supprimer votre fiche. Un juge peut l’ordonner, "
                "au terme d’une procédure longue : votre choix reste ouvert.",
            ),
            on(40, complained, "Je paie une assurance et la fiche est toujours là. À quoi bon ?"),
            on(36, complaint_answered, REFUSAL_EXPLAINED),
        ),
    ),
    Case(
        name="repondre-sur-google",
        question="Vina : « Comment répondre lorsque l’avis est sur Google ? »",
        who="oceane",
        declared=33,
        wishes=(Wish.ANSWER,),
        captures=("Avis Google – deux étoiles",),
        contents=(
            Content(
                words="Impossible d’avoir un rendez-vous avant trois semaines, standard débordé.",
                posted=before(6),
                author="Nono Brest",
                rating=2,
            ),
        ),
        story=(
            on(33, taken),
            on(32, labelled, Label.OPINION, "Critique de l’organisation, en termes mesurés."),
            on(
                32,
                told,
                "Bonjour Docteur, si vous répondez, restez courtoise, ne dites rien de médical et "
                "proposez de vous appeler. Prenez d’abord possession de votre fiche.",
            ),
            on(30, wrote, "C’est publié, en trois lignes. Merci de votre relecture."),
            on(30, read),
            on(
                28,
                closed,
                Outcome.ANSWERED,
                reason="Réponse relue, publiée le jour même.",
                words="Votre réponse est en ligne sous l’avis, courtoise et sans rien de médical. "
                "Nous restons à vos côtés si l’auteur insiste.",
            ),
        ),
    ),
    Case(
        name="cinq-minutes-d-attente",
        question="marlis : « Ils ont attendu 5 minutes de trop… ça me donne envie d’arrêter »",
        who="mireille",
        declared=21,
        wishes=(Wish.ADVICE,),
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Un quart d’heure de retard et pas un mot d’excuse. On n’est pas du bétail.",
                posted=before(4),
                author="Gigi34",
                rating=1,
            ),
        ),
        story=(
            on(21, distress),
            on(21, taken),
            on(
                21,
                phoned,
                "Très affectée, parle de cesser d’exercer. Ligne d’écoute donnée.",
                minutes=20,
            ),
            on(20, labelled, Label.OPINION, "Vécu d’une attente, sans fait imputé à la personne."),
            on(
                14,
                closed,
                Outcome.LAWFUL,
                reason="Libre critique de l’accueil.",
                words="Cet avis est blessant, mais la loi le permet. Il ne dit rien de vos soins. "
                "Vous pouvez nous rappeler à tout moment.",
            ),
        ),
    ),
    Case(
        name="droit-a-l-oubli",
        question="Michelb : des commentaires devenus obsolètes, un droit à l’oubli ?",
        who="victor",
        handler="amine",
        declared=47,
        wishes=(Wish.REMOVAL,),
        captures=("Pages Jaunes – avis anciens",),
        contents=(
            Content(
                words="Cabinet vétuste, salle d’attente sans chauffage.",
                posted=before(6 * 365),
                on="pagesjaunes",
                author="un patient rouennais",
                rating=2,
            ),
        ),
        story=(
            on(46, taken),
            on(45, labelled, Label.OPINION, "Critique ancienne des locaux, permise par la loi."),
            on(45, reported, reference="PJ-30022"),
            on(38, checked, Presence.ONLINE),
            on(
                37,
                closed,
                Outcome.REFUSED,
                words="Le site a gardé cet avis ancien : la liberté d’expression l’emporte. "
                "Aucun délai n’empêche de le signaler de nouveau plus tard.",
            ),
        ),
    ),
    Case(
        name="commentaire-faux-de-trois-ans",
        question="framboise : « Comment effacer un commentaire faux qui date de 3 ans ? »",
        who="agnes",
        declared=16,
        wishes=(Wish.REMOVAL,),
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="M’a refusé un médicament que j’avais sur ordonnance. Jamais venu ? Si, si.",
                posted=before(3 * 365),
                author="Dijonnais21",
                rating=1,
            ),
        ),
        story=(
            on(16, taken),
            on(15, labelled, Label.FAUX_AVIS, "Personne de ce nom, aucun passage à cette date."),
            on(15, reported, reference="G-2219-004"),
            on(8, checked, Presence.ONLINE),
        ),
    ),
    Case(
        name="levee-d-anonymat",
        question="Soubelet Avocat : la levée de l’anonymat, y avez-vous souvent recours ?",
        who="lucie",
        handler="elodie",
        declared=20,
        wishes=(Wish.REMOVAL, Wish.COMPENSATION),
        captures=("Forum – page de l’auteur",),
        contents=(
            Content(
                words="Elle vend ses consultations deux fois : une à la Sécu, une en liquide.",
                posted=before(18),
                on="doctissimo",
                author="Vérité972",
                author_kind=AuthorKind.PSEUDONYM,
            ),
        ),
        story=(
            on(20, taken),
            on(19, labelled, Label.DIFF_PUB, "Double facturation : un fait précis, un délit."),
            on(18, lawyer_wanted),
            on(17, mission, "Cabinet Lenoir", reply_in=4),
            on(15, accepted, by="avocat2"),
        ),
    ),
    Case(
        name="indemnisation-d-un-auteur-connu",
        question="Dr Wang M : « Peut-on obtenir une indemnisation d’un auteur connu ? »",
        who="raphael",
        declared=70,
        wishes=(Wish.REMOVAL, Wish.COMPENSATION),
        captures=("Publication d’un ancien salarié",),
        contents=(
            Content(
                words="Mon ancien patron fait payer des appareils qu’il ne pose pas.",
                posted=before(10),
                on="facebook",
                author="Ex-assistante",
                author_kind=AuthorKind.FORMER_EMPLOYEE,
            ),
        ),
        story=(
            on(70, taken),
            on(69, labelled, Label.DIFF_PUB, "Un fait précis imputé à la personne."),
            on(68, lawyer_wanted, own="Me Yvon Castel", contact="Barreau de Nanterre"),
            on(29, act_done, "ASSIGNATION", done_by="Me Yvon Castel"),
            on(22, act_done, "PLACEMENT", done_by="Me Yvon Castel"),
            on(
                21,
                told,
                "Bonjour Docteur, l’assignation est délivrée et enregistrée. Un nouveau délai de "
                "trois mois court : votre avocat connaît la date du prochain acte.",
            ),
        ),
    ),
    Case(
        name="prestataire-technique",
        question="marlis : « Où trouver ces prestataires spécialisés ? »",
        who="paola",
        handler="elodie",
        declared=17,
        wishes=(Wish.REMOVAL,),
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Injections coupées à l’eau, tout le monde le sait dans le quartier.",
                posted=before(12),
                author="Corsica girl",
                rating=1,
            ),
        ),
        story=(
            on(17, taken),
            on(16, labelled, Label.DENIGREMENT, "Attaque des prestations, sans aucune base."),
            on(15, mission, "Netclair", reply_in=5),
            on(14, accepted, by="technique"),
        ),
    ),
)
