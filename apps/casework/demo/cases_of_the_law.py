"""The texts that were judged, or that counsel gave as examples (legal.md §2.2): each is a file, and
`ruling` names its row in `legal/rulings.py` by its first words."""

from apps.deadlines.models import InactionDecision
from apps.incidents.circumstances import Audience, AuthorKind, Situation, Wish
from apps.incidents.status import Outcome
from apps.legal.rulings import RULINGS
from apps.legal.taxonomy import Label

from .rows import Case, Content, act_within, before, on
from .steps import (
    accepted,
    closed,
    countersigned,
    decided_not_to_act,
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
from .steps_of_dates import act_done

INVENTED = ("Caro du 31", "Mimi Tolosa", "Patiente déçue", "Jean-No", "Lulu Garonne")


def _said(first_words: str) -> str:
    """The words of the ruling that begins so."""
    return next(each.words for each in RULINGS if each.words.startswith(first_words))


LAW = (
    Case(
        name="hautain-et-antipathique",
        ruling="Homme désagréable",
        who="bastien",
        declared=44,
        captures=("Avis Google – une étoile",),
        contents=(Content(words=_said("Homme désagréable"), posted=before(7), rating=1),),
        story=(
            on(43, taken),
            on(42, labelled, Label.OPINION, "Jugement de valeur : même affaire, même sens."),
            on(
                40,
                closed,
                Outcome.LAWFUL,
                reason="CA Paris, 22 mars 2019 : libre critique.",
                words="Cet avis est désagréable, mais permis par la loi : une cour d’appel en a "
                "jugé ainsi dans une affaire semblable. Nous restons à vos côtés.",
            ),
        ),
    ),
    Case(
        name="absorbe-par-son-telephone",
        ruling="Plus absorbé",
        who="simon",
        declared=19,
        contents=(Content(words=_said("Plus absorbé"), posted=before(5), author="Metz57"),),
        story=(
            on(19, taken),
            on(18, labelled, Label.OPINION, "Récit d’une séance, sans fait contraire à l’honneur."),
            on(
                17,
                decided_not_to_act,
                InactionDecision.Reason.LAWFUL,
                "Agir exposerait le praticien à payer : TGI Metz, 16 juillet 2019.",
            ),
        ),
    ),
    Case(
        name="franchement-antipathique",
        ruling="Docteur franchement",
        who="lea",
        declared=36,
        contents=(Content(words=_said("Docteur franchement"), posted=before(4), rating=1),),
        story=(
            on(36, taken),
            on(35, labelled, Label.OPINION, "Jugement de valeur, sans fait précis."),
            on(
                34,
                closed,
                Outcome.LAWFUL,
                reason="Jugement de valeur mesuré.",
                words="Cet avis est désagréable, mais permis par la loi. Nous restons à vos côtés.",
            ),
        ),
    ),
    Case(
        name="menteur-incompetent",
        ruling="impute des acouphènes",
        who="brice",
        declared=84,
        captures=("Avis Google – une étoile", "Ordonnance de référé, première page"),
        contents=(
            Content(
                words="Depuis sa manipulation j’ai des acouphènes et des séquelles. Un menteur "
                "incompétent.",
                posted=before(8),
                author="Var83",
                rating=1,
            ),
        ),
        story=(
            on(84, taken),
            on(83, labelled, Label.DIFF_PUB, "Des séquelles imputées au praticien, un mensonge."),
            on(82, lawyer_wanted),
            on(82, mission, "Cabinet Lenoir"),
            on(80, accepted, by="avocat2"),
            on(62, act_done, "ASSIGNATION_REFERE", done_by="Me Hélène Lenoir"),
            on(
                11,
                closed,
                Outcome.COURT_DECISION,
                words="Le juge des référés a ordonné la suppression de l’avis, comme la cour "
                "d’appel d’Aix-en-Provence en 2018. L’avis n’est plus en ligne.",
                hold="Provision à recouvrer contre l’auteur.",
            ),
        ),
    ),
    Case(
        name="abdominoplastie-ratee",
        ruling="Mon intervention",
        who="nadege",
        declared=6,
        captures=("Avis Google – une étoile",),
        contents=(Content(words=_said("Mon intervention"), posted=before(21), rating=1),),
        story=(
            on(6, taken, greets=False),
            on(5, labelled, Label.DIFF_PUB, "Un fait situé et vérifiable ; la personne est visée."),
            on(4, second_reading_wanted, is_blind=True),
            on(4, noted, "Personne ou prestation ? À relire avant de saisir un avocat."),
        ),
    ),
    Case(
        name="charcute-et-a-radier",
        ruling="m’a charcuté",
        who="ludovic",
        declared=10,
        wishes=(Wish.REMOVAL,),
        captures=("Trustpilot – une étoile",),
        contents=(
            Content(
                words="Il m’a charcuté le genou. Séquelles à vie, il mérite d’être radié de "
                "l’Ordre.",
                posted=before(15),
                on="trustpilot",
                author="Marseille 4e",
                rating=1,
            ),
        ),
        story=(
            on(10, taken),
            on(9, labelled, Label.DIFF_PUB, "Des séquelles imputées à la personne du chirurgien."),
            on(8, mission, "Étude Garnier", is_compiled=True),
            on(7, accepted, by="constat"),
        ),
    ),
    Case(
        name="des-voleurs-a-fuir",
        ruling="des voleurs à fuir",
        who="samira",
        declared=8,
        situation=Situation.POST,
        contents=(
            Content(
                words="Ce sont " + _said("des voleurs à fuir") + ".",
                posted=before(30),
                on="doctissimo",
                author="Isère38",
            ),
        ),
        story=(
            on(8, taken),
            on(
                7,
                labelled,
                Label.INJ_PUB,
                "Invective sans fait précis. Une seule qualification pour ces mots.",
                words="des voleurs à fuir",
            ),
            on(5, read_again, Label.DIFF_PUB, "Le vol est un fait : à trancher avant d’agir."),
        ),
    ),
    Case(
        name="nul-incompetent-charlatan",
        ruling="nul, incompétent",
        who="victor",
        declared=27,
        captures=("Avis Google – une étoile",),
        contents=(Content(words="Nul, incompétent. Un charlatan.", posted=before(9), rating=1),),
        story=(
            on(27, taken),
            on(26, labelled, Label.INJ_PUB, "Termes méprisants, sans aucun fait."),
            on(
                25,
                decided_not_to_act,
                InactionDecision.Reason.REFUSED,
                "Le praticien préfère ne pas donner d’écho à ces trois mots.",
            ),
            on(24, countersigned, by="juriste"),
        ),
    ),
    Case(
        name="un-escroc",
        ruling="le docteur X est un escroc",
        who="hugo",
        declared=12,
        captures=("Trustpilot – une étoile",),
        contents=(
            Content(
                words="Le docteur P. est un escroc.",
                posted=act_within(9),
                on="trustpilot",
                author="Jojo974",
                rating=1,
            ),
        ),
        story=(
            on(12, taken),
            on(11, labelled, Label.INJ_PUB, "Sans fait à l’appui ; comparer avec la diffamation."),
            on(11, lawyer_wanted),
            on(2, mission, "Cabinet Aubry", is_compiled=True),
        ),
    ),
    Case(
        name="groupe-de-douze-personnes",
        ruling="messages visibles de personnes agréées",
        who="coralie",
        handler="elodie",
        declared=14,
        contents=(
            Content(
                words="Une folle dangereuse, ne la laissez jamais approcher de vos bébés.",
                posted=before(6),
                on="facebook",
                author="Maman2B",
                author_kind=AuthorKind.PATIENT,
                audience=Audience.CLOSED_GROUP,
                members=12,
            ),
        ),
        story=(
            on(14, taken),
            on(13, labelled, Label.INJ_NP, "Douze membres agréés : pas de publicité."),
        ),
    ),
    Case(
        name="un-onlay-sur-deux-sites",
        ruling="plainte mesurée",
        who="jonas",
        handler="amine",
        declared=23,
        captures=("Pages Jaunes – deux étoiles",),
        contents=tuple(
            Content(
                words="Un onlay posé à la va-vite, décollé au bout d’une semaine, jamais repris.",
                posted=before(11),
                on=site,
                author="Doubs25",
                rating=2,
            )
            for site in ("pagesjaunes", "google")
        ),
        story=(
            on(23, taken),
            on(22, labelled, Label.DENIGREMENT, "Prestation critiquée sans base."),
            on(22, labelled, Label.DENIGREMENT, "Même texte, autre site.", content=2),
            on(21, reported, reference="PJ-41200"),
        ),
    ),
    Case(
        name="patients-inventes",
        ruling="environ 150 messages",
        who="delphine",
        declared=18,
        wishes=(Wish.REMOVAL, Wish.COMPENSATION),
        captures=("Avis Google – une étoile",),
        contents=tuple(
            Content(
                words=f"{number} injections, {number} hématomes. Jamais plus chez elle.",
                posted=before(20 - number),
                author=author,
                rating=1,
            )
            for number, author in enumerate(INVENTED, start=2)
        ),
        story=(
            on(18, taken),
            on(17, labelled, Label.FAUX_AVIS, "Aucun de ces noms n’est connu du cabinet."),
            on(17, labelled, Label.CYBERHARC, "Cinq profils créés en une semaine.", content=2),
            on(16, mission, "Netclair"),
            on(15, accepted, by="technique"),
            on(
                15,
                told,
                "Bonjour Docteur, la société Netclair conteste les cinq profils auprès de Google. "
                "Gardez vos captures et ne répondez pas.",
            ),
        ),
    ),
    Case(
        name="cinq-avis-sous-pseudonyme",
        ruling="cinq mauvais avis",
        who="bastien",
        declared=63,
        captures=("Avis Google – une étoile",),
        contents=tuple(
            Content(words=words, posted=before(12), author=f"Profil {number}", rating=1)
            for number, words in enumerate(
                ("À éviter.", "Cher et bâclé.", "Jamais rappelée.", "Déçu.", "Fuyez."), start=1
            )
        ),
        story=(
            on(63, taken),
            *(
                on(62, labelled, Label.DENIGREMENT, "Prestations attaquées sans base.", content=n)
                for n in range(1, 6)
            ),
            *(
                on(
                    61,
                    decided_not_to_act,
                    InactionDecision.Reason.PROSPECTS,
                    "Auteurs non identifiables : CA Paris, 27 avril 2022.",
                    content=n,
                )
                for n in range(1, 6)
            ),
            *(on(60, countersigned, content=n) for n in range(1, 6)),
            on(
                55,
                closed,
                Outcome.REFUSED,
                reason="Le juge n’ordonne pas l’identification pour de tels avis.",
                words="Les cinq avis restent en ligne. Un juge ne lèverait pas l’anonymat de leurs "
                "auteurs : la cour d’appel de Paris l’a refusé en 2022.",
            ),
        ),
    ),
)
