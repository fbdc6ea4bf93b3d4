"""Files that nobody has taken yet: the urgent and the undated, the doubles, the series."""

from apps.incidents.circumstances import (
    Audience,
    AuthorKind,
    FacilityPage,
    Nature,
    PracticeMode,
    Situation,
    Wish,
)

from .rows import Case, Content, act_within, before, between, last_month, on, shown, unknown
from .steps import brought
from .voices import distress

SERIES = (
    "Deux heures d’attente, aucune excuse.",
    "Secrétariat odieux, je déconseille.",
    "Ordonnance fausse, opticien furieux.",
    "Il reçoit des laboratoires pendant les consultations.",
    "Cinquième avis puisqu’on efface les autres : une arnaque.",
)
COPIED = "Vaccins périmés dans le frigo du cabinet, je les ai vus. Ne confiez pas vos enfants."

NEW = (
    Case(
        name="trois-jours-pour-agir",
        who="farida",
        declared=0,
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Elle a fait disparaître mon dossier après une erreur. J’ai les preuves.",
                posted=act_within(3),
                author="Nina B.",
                rating=1,
                read=1,
            ),
        ),
    ),
    Case(
        name="groupe-de-quartier",
        who="anne",
        declared=0,
        contents=(
            Content(
                words="Charlatan, elle vous prend votre argent.",
                posted=unknown,
                on="",
                audience=Audience.CLOSED_GROUP,
                members=240,
            ),
        ),
    ),
    Case(
        name="message-menacant",
        who="theo",
        declared=0,
        situation=Situation.PRIVATE,
        contents=(
            Content(
                words="On sait où tu gares ta voiture. Change d’avis ou ça finira mal.",
                posted=before(1),
                on="",
                author_kind=AuthorKind.ANONYMOUS,
                audience=Audience.PRIVATE_MESSAGE,
                natures=(Nature.THREAT,),
            ),
        ),
        story=(on(0, distress),),
    ),
    Case(
        name="vu-ce-matin",
        who="lucie",
        declared=0,
        captures=("Avis Google – deux étoiles",),
        contents=(
            Content(
                words="Deux mois d’attente pour trois minutes. Le laser, 200 euros, sans résultat.",
                posted=shown("il y a 3 jours"),
                author="Fort-de-France",
                rating=2,
            ),
        ),
    ),
    Case(
        name="une-semaine-pour-agir",
        who="gael",
        declared=1,
        mode=PracticeMode.CLINIC,
        captures=("Trustpilot – une étoile",),
        contents=(
            Content(
                words="Opéré du mauvais côté, il a maquillé le compte rendu.",
                posted=act_within(7),
                on="trustpilot",
                author="Vannetais",
                rating=1,
                read=2,
            ),
        ),
    ),
    Case(
        name="cinq-fois-le-meme-pseudonyme",
        who="mireille",
        declared=1,
        wishes=(Wish.REMOVAL,),
        captures=("Avis Google – une étoile",),
        contents=tuple(
            Content(words=words, posted=before(50 - 9 * number), author="Gribouille34", rating=1)
            for number, words in enumerate(SERIES)
        ),
    ),
    Case(
        name="deux-professionnels-de-la-clinique",
        who="clinique",
        declared=1,
        mode=PracticeMode.CLINIC,
        facility_page=FacilityPage.YES,
        facility_contact="communication@tilleuls.example",
        captures=("Page de la clinique",),
        contents=(
            Content(
                words="Le docteur R. et la sage-femme L. ont menti sur la dose, tout est consigné.",
                posted=between(12, 4),
                on="facebook",
                author="Bordeaux rive droite",
                persons=("Dr R.", "Mme L."),
                members=1800,
            ),
        ),
    ),
    Case(
        name="vaccins-premier-cabinet",
        who="estelle",
        declared=3,
        contents=(
            Content(words=COPIED, posted=before(9), on="facebook", author="Parents en colère"),
        ),
    ),
    Case(
        name="vaccins-second-cabinet",
        who="gilles",
        declared=1,
        captures=("Groupe public – 5 000 membres",),
        contents=(
            Content(words=COPIED, posted=before(6), on="facebook", author="Parents en colère"),
        ),
    ),
    Case(
        name="deja-prescrit",
        who="yann",
        declared=2,
        contents=(
            Content(
                words="Il m’a arraché la mauvaise dent et a facturé les deux.",
                posted=before(140),
                on="pagesjaunes",
                author="Rennes35",
                rating=1,
                read=3,
            ),
        ),
    ),
    Case(
        name="prepare-par-la-secretaire",
        who="max",
        typed_by="secretaire",
        declared=3,
        mode=PracticeMode.HOSPITAL,
        facility_page=FacilityPage.NO,
        captures=("Avis Google – une étoile",),
        contents=(
            Content(
                words="Opération repoussée trois fois, personne ne rappelle.",
                posted=before(8),
                author="Patiente du lundi",
                rating=1,
            ),
        ),
        story=(on(2, brought, "Avis Google – page entière"),),
    ),
    Case(
        name="au-telephone",
        who="emma",
        typed_by="elodie",
        declared=1,
        contents=(
            Content(
                words="Infirmière agressive, elle a secoué ma mère.",
                posted=last_month,
                author="Savoie73",
                rating=1,
            ),
        ),
    ),
)
