"""Files at work whose date is near, passed, or put off by an act."""

from apps.incidents.circumstances import AuthorKind, Nature, Situation, Wish
from apps.legal.republication import PublicationKind
from apps.legal.taxonomy import Label
from apps.vocabulary.presence import Presence

from .rows import Case, Content, act_within, before, last_month, on, unknown
from .steps import (
    accepted,
    asked,
    checked,
    declined,
    handed_over,
    labelled,
    lawyer_wanted,
    mission,
    noted,
    read_again,
    reported,
    second_reading_wanted,
    taken,
    told,
)
from .steps_of_dates import act_done, posted_again, redated
from .voices import complained_by_phone

PRESSING = (
    Case(
        name="date-passee-hier",
        who="coralie",
        handler="thomas",
        declared=30,
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Elle a signé un accouchement auquel elle n’a pas assisté.",
                posted=act_within(-1),
                author="Toulouse Est",
                rating=1,
            ),
        ),
        story=(
            on(30, taken),
            on(28, labelled, Label.DIFF_PUB, "Un faux imputé à la personne."),
            on(27, told, "Bonjour Madame, souhaitez-vous un avocat ? Le délai est court."),
        ),
    ),
    Case(
        name="demain",
        who="hugo",
        declared=26,
        wishes=(Wish.REMOVAL,),
        captures=("Pages Jaunes – une étoile",),
        contents=(
            Content(
                words="Il facture des actes qu’il ne fait pas, ma mutuelle l’a confirmé.",
                posted=act_within(2),
                on="pagesjaunes",
                author="Saint-Denis",
                rating=1,
            ),
        ),
        story=(
            on(26, taken),
            on(25, labelled, Label.DIFF_PUB, "Fait précis et vérifiable, imputé à la personne."),
            on(24, lawyer_wanted),
            on(24, mission, "Cabinet Aubry"),
            on(23, accepted, by="avocat"),
            on(20, checked, Presence.ONLINE),
            on(3, noted, "Assignation prête au cabinet, le commissaire de justice est retenu."),
        ),
    ),
    Case(
        name="sans-avocat-a-trois-jours",
        who="ludovic",
        handler="amine",
        declared=15,
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Il opère après déjeuner, et pas à l’eau. Tout le bloc le sait.",
                posted=act_within(3),
                author="Provence13",
                rating=1,
            ),
        ),
        story=(
            on(15, taken),
            on(14, labelled, Label.DIFF_PUB, "Ivresse au travail : un fait, imputé à la personne."),
            on(13, asked, "go_ahead", due=5),
        ),
    ),
    Case(
        name="six-jours",
        who="farida",
        handler="elodie",
        declared=12,
        contents=(
            Content(
                words="Elle touche une commission sur chaque prothèse.",
                posted=act_within(6),
                on="doctissimo",
                author="Seine93",
            ),
        ),
        story=(
            on(12, taken),
            on(11, labelled, Label.DIFF_PUB, "Corruption imputée à la personne."),
            on(11, lawyer_wanted, own="Me Odile Ferrier", contact="Barreau de Bobigny"),
        ),
    ),
    Case(
        name="constat-en-retard",
        who="oceane",
        declared=11,
        captures=("Page Instagram",),
        contents=(
            Content(
                words="Ne prenez pas cette généraliste, elle vend vos données à un laboratoire.",
                posted=act_within(13),
                on="instagram",
                author="bzh.sante",
            ),
        ),
        story=(
            on(11, taken),
            on(10, labelled, Label.DIFF_PUB, "Un délit précis imputé à la personne."),
            on(9, mission, "Étude Salomon", reply_in=2),
        ),
    ),
    Case(
        name="avocat-indisponible",
        who="simon",
        declared=13,
        contents=(
            Content(
                words="Il répète ce qu’on lui confie à ses amis, j’en ai fait les frais.",
                posted=act_within(20),
                author="Nancy54",
                rating=1,
            ),
        ),
        story=(
            on(13, taken),
            on(12, labelled, Label.DIFF_PUB, "Violation du secret : un fait, un délit."),
            on(12, lawyer_wanted),
            on(11, mission, "Cabinet Aubry"),
            on(8, declined, by="avocat", reason="Conflit d’intérêts avec un autre client."),
        ),
    ),
    Case(
        name="transmis-par-thomas",
        who="agnes",
        handler="thomas",
        declared=22,
        contents=(
            Content(
                words="Elle revend sous le comptoir les médicaments rapportés.",
                posted=act_within(18),
                author="Pieds-nickelés",
                rating=1,
            ),
        ),
        story=(
            on(22, taken),
            on(21, labelled, Label.DIFF_PUB, "Un trafic imputé à la personne."),
            on(
                7,
                handed_over,
                "elodie",
                "Je pars lundi. La pharmacienne hésite à agir : la rappeler avant jeudi.",
            ),
        ),
    ),
    Case(
        name="acte-sans-effet",
        who="gael",
        handler="amine",
        declared=25,
        captures=("Trustpilot – une étoile",),
        contents=(
            Content(
                words="Trois morts dans son service en un mois, et on le laisse opérer.",
                posted=act_within(11),
                on="trustpilot",
                author="Morbihan",
            ),
        ),
        story=(
            on(25, taken),
            on(24, labelled, Label.DIFF_PUB, "Des décès imputés à la personne."),
            on(23, act_done, "PLAINTE_SIMPLE", done_by="le sociétaire"),
            on(
                23,
                told,
                "Bonjour Docteur, votre plainte est utile, mais elle n’arrête pas le délai de "
                "trois mois. Il faut une assignation : voulez-vous un avocat ?",
            ),
        ),
    ),
    Case(
        name="proces-en-cours",
        who="nadege",
        handler="elodie",
        declared=95,
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Elle retouche ses photos avant-après, j’ai travaillé chez elle.",
                posted=before(14),
                author="Côte d’Azur",
                author_kind=AuthorKind.FORMER_EMPLOYEE,
            ),
        ),
        story=(
            on(94, taken),
            on(93, labelled, Label.DIFF_PUB, "Une tromperie imputée à la personne."),
            on(92, lawyer_wanted),
            on(92, mission, "Cabinet Lenoir"),
            on(90, accepted, by="avocat2"),
            on(75, act_done, "ASSIGNATION", done_by="Me Hélène Lenoir"),
            on(68, act_done, "PLACEMENT", done_by="Me Hélène Lenoir"),
            on(
                48,
                complained_by_phone,
                "Elle a laissé deux messages au cabinet de son avocate sans réponse, et nous "
                "reproche de ne pas l’avoir relancé. Elle demande un point par mois.",
            ),
            on(
                1,
                act_done,
                "CONCLUSIONS_NOTIFIEES",
                done_by="Me Hélène Lenoir",
                is_checked=False,
            ),
        ),
    ),
    Case(
        name="remis-en-ligne",
        who="raphael",
        handler="elodie",
        declared=29,
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Bagues posées à l’envers, dents perdues. Il le sait et se tait.",
                posted=before(75),
                author="Maman de Léo",
                rating=1,
            ),
        ),
        story=(
            on(29, taken),
            on(28, labelled, Label.DIFF_PUB, "Une faute dissimulée, imputée à la personne."),
            on(
                27,
                posted_again,
                PublicationKind.REPOST,
                before(10),
                "Même texte, même auteur, publié sur un second site.",
            ),
        ),
    ),
    Case(
        name="partage-par-un-tiers",
        who="samira",
        handler="amine",
        declared=28,
        situation=Situation.POST,
        contents=(
            Content(
                words="Elle pose des stents pour faire tourner la clinique.",
                posted=before(40),
                on="x",
                author="@coeur_en_colere",
                again=((PublicationKind.THIRD_PARTY_SHARE, before(5)),),
            ),
        ),
        story=(
            on(28, taken),
            on(27, labelled, Label.DIFF_PUB, "Des actes inutiles imputés à la personne."),
        ),
    ),
    Case(
        name="injure-raciste",
        who="farida",
        declared=5,
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Retourne exercer dans ton pays, sale voleuse.",
                posted=before(2),
                author="Patriote93",
                rating=1,
                natures=(Nature.RACIST,),
            ),
        ),
        story=(
            on(5, taken),
            on(4, labelled, Label.INJ_PUB_AGG, "Invective visant l’origine. À relire à deux."),
        ),
    ),
    Case(
        name="un-an-confirme",
        who="delphine",
        declared=24,
        situation=Situation.POST,
        contents=(
            Content(
                words="Une femme à ce poste, forcément elle couche avec le chef de clinique.",
                posted=before(75),
                on="x",
                author="@toulouse31",
                natures=(Nature.SEXIST,),
            ),
        ),
        story=(
            on(24, taken),
            on(23, labelled, Label.DIFF_PUB_AGG, "Un fait imputé en raison du sexe."),
            on(22, read_again, Label.DIFF_PUB_AGG, "Même lecture : le motif sexiste est net."),
        ),
    ),
    Case(
        name="date-retrouvee",
        who="olivier",
        declared=9,
        contents=(
            Content(
                words="Il s’endort pendant les anesthésies, une infirmière me l’a dit.",
                posted=unknown,
                author="Limousin",
            ),
        ),
        story=(
            on(9, taken),
            on(8, asked, "publication_date", "capture_with_url"),
            on(6, redated, last_month, "Mois lu sur la capture du praticien."),
            on(6, labelled, Label.DIFF_PUB, "Une faute grave imputée à la personne."),
            on(2, second_reading_wanted),
        ),
    ),
    Case(
        name="adresse-publiee",
        who="estelle",
        handler="karim",
        declared=2,
        situation=Situation.POST,
        contents=(
            Content(
                words="Elle habite la maison bleue derrière l’église, allez lui dire ce que vous "
                "pensez.",
                posted=before(1),
                on="facebook",
                author="Amiens infos",
                members=3200,
                natures=(Nature.PRIVATE_DATA,),
            ),
        ),
        story=(
            on(2, taken),
            on(2, labelled, Label.DOXING, "L’adresse est donnée pour qu’on s’y rende."),
            on(2, reported, without_proof="Danger immédiat : le retrait passe avant la preuve."),
        ),
    ),
)
