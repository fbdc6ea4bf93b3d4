"""Words that were judged, or that counsel gave as examples, beside the label they illustrate.

Sources: legal.md §2.2 and §18.5 (case law, and who told of it when the decision itself was not
read), and the insurer's own guide. Read by people, never by the tree.
"""

from dataclasses import dataclass

from .taxonomy import Label


@dataclass(frozen=True)
class Ruling:
    """Words close to those of the case, who judged them, and what was held.

    `plain` is what a practitioner reads of it; empty when it would teach them nothing.
    """

    labels: tuple[Label, ...]
    words: str
    source: str
    held: str
    plain: str = ""


def rulings_on(label: Label) -> list[Ruling]:
    """The examples that illustrate one label."""
    return [ruling for ruling in RULINGS if label in ruling.labels]


def examples_for(label: Label) -> list[Ruling]:
    """What stands beside the questions: the label's own, or the scale before any."""
    if label is not Label.UNDETERMINED:
        return rulings_on(label)
    return [ruling for step in SCALE_IN_BRIEF for ruling in rulings_on(step)[:2]]


# Criticism, insult, defamation: what has to be told apart first.
SCALE_IN_BRIEF = (Label.OPINION, Label.INJ_PUB, Label.DIFF_PUB)
RULINGS = (
    Ruling(
        (Label.OPINION,),
        "Homme désagréable, hautain, antipathique, pas à l’écoute… envie qu’on lui donne son "
        "argent",
        "CA Paris, 22 mars 2019, n° 18/17204",
        "Libre critique\u00a0: ni diffamation, ni injure, ni dénigrement.",
        "Le juge y a vu une critique permise\u00a0: dure, mais sans fait précis ni insulte.",
    ),
    Ruling(
        (Label.OPINION,),
        "Plus absorbé par son téléphone que par son patient… on paie le dépassement d’honoraires",
        "TGI Metz, 16 juillet 2019",
        "Liberté d’expression\u00a0: le praticien est condamné à payer 2\u00a0000 €.",
        "Le juge y a vu une critique permise. Le praticien, qui avait fait un procès, a dû payer "
        "2\u00a0000 €.",
    ),
    Ruling(
        (Label.OPINION,),
        "Docteur franchement antipathique",
        "exemple de presse",
        "Une opinion, même avec une seule étoile.",
        "Une impression, même avec une seule étoile.",
    ),
    Ruling(
        (Label.DIFF_PUB,),
        "impute des acouphènes et des séquelles au traitement, «\u00a0menteur incompétent\u00a0»",
        "CA Aix-en-Provence, 22 février 2018",
        "Diffamation\u00a0: suppression ordonnée en référé.",
        "Des faits précis étaient reprochés au praticien\u00a0: le juge a ordonné le retrait.",
    ),
    Ruling(
        (Label.DIFF_PUB,),
        "Mon intervention d’abdominoplastie a été complètement ratée, tel jour dans telle clinique",
        "guide de l’assureur",
        "Un fait précis, situé et vérifiable\u00a0: diffamation, d’après le guide\u00a0; un juge "
        "peut n’y voir qu’une critique des prestations. À confirmer par l’avocat.",
        "Un fait situé, que l’on peut vérifier. Un juge pourrait aussi n’y voir qu’une critique "
        "des soins.",
    ),
    Ruling(
        (Label.DIFF_PUB,),
        "m’a charcuté… mérite d’être radié de l’Ordre",
        "exemple d’avocat",
        "Présenté comme illicite\u00a0: un fait est imputé à la personne.",
        "Un fait grave est reproché à la personne.",
    ),
    Ruling(
        (Label.DIFF_PUB, Label.INJ_PUB),
        "des voleurs à fuir, pas dignes d’un médecin",
        "Cass. ass. plén., 15 février 2013, n° 11-14.637",
        "L’assignation qui donne aux mêmes mots les deux qualifications est nulle en entier.",
    ),
    Ruling(
        (Label.INJ_PUB,),
        "nul, incompétent, charlatan",
        "guide de l’assureur",
        "Aucun fait précis\u00a0: injure, d’après le guide, si le terme est outrageant ou "
        "méprisant\u00a0; tout dépend de la phrase. À confirmer par l’avocat.",
        "Aucun fait précis. Tout dépend de la phrase\u00a0: le même mot peut n’être qu’une "
        "opinion.",
    ),
    Ruling(
        (Label.INJ_PUB,),
        "le docteur X est un escroc",
        "exemple d’avocat",
        "Présenté comme illicite\u00a0; sans fait précis à l’appui, comparer avec la diffamation.",
        "Un mot outrageant, sans fait raconté.",
    ),
    Ruling(
        (Label.DIFF_FONC, Label.INJ_FONC),
        "propos visant un chirurgien, praticien hospitalier",
        "Cass. crim., 11 mars 2014",
        "Ni fonctionnaire ni chargé d’un service public\u00a0: viser l’art. 32. Le recours à "
        "l’art. 31 a tout fait perdre.",
    ),
    Ruling(
        (Label.DIFF_NP, Label.INJ_NP),
        "messages visibles de personnes agréées, en nombre très restreint",
        "Cass. 1re civ., 10 avril 2013, n° 11-19.530",
        "Pas de publicité\u00a0: examiner la contravention non publique.",
    ),
    Ruling(
        (Label.DENIGREMENT,),
        "plainte mesurée mais sans base sur un onlay, publiée sur deux sites",
        "TJ Dijon, 19 février 2025, RG 24/00565, d’après un commentaire",
        "Jugé sur l’art. 1240\u00a0: abus de la libre critique des prestations.",
        "Rien n’appuyait cette critique des soins\u00a0: le juge y a vu un abus.",
    ),
    Ruling(
        (Label.FAUX_AVIS, Label.CYBERHARC),
        "environ 150 messages de patients inventés, organisés par une société",
        "CA Aix-en-Provence, 29 septembre 2022, n° 21/08377",
        "Faux profils\u00a0: provision accordée.",
        "De faux profils\u00a0: le juge a accordé une première somme.",
    ),
    Ruling(
        (Label.DENIGREMENT, Label.FAUX_AVIS),
        "cinq mauvais avis sous pseudonyme, «\u00a0dénigrants, mensongers\u00a0»",
        "CA Paris, 27 avril 2022, n° 21/14958",
        "Pas d’identification des auteurs\u00a0: aucun indice sérieux d’une infraction pénale.",
        "Le juge n’a pas ordonné de rechercher les auteurs\u00a0: les indices étaient trop minces.",
    ),
    Ruling(
        (Label.RGPD,),
        "fiche d’un praticien créée sans son accord, ouverte à une note et à des avis",
        "CA Chambéry, 22 mai 2025, n° 22/01814, d’après la presse et des notes de cabinet",
        "Suppression de la fiche et 10\u00a0000 € de réparation, avec 40\u00a0000 € de frais de "
        "procès d’après une seule page. À Paris, le TGI (12 avril 2019) et le TJ (9 mars 2021) "
        "l’avaient refusée.",
        "Une cour d’appel a fait supprimer la fiche\u00a0; à Paris, des juges l’avaient refusé.",
    ),
    Ruling(
        (Label.DIFF_PUB, Label.DENIGREMENT),
        "avis dont un médecin demandait à Google le retrait, et le nom des auteurs",
        "TJ Paris, 10 octobre 2025, n° 25/52961, d’après une note de cabinet",
        "LCEN art. 6-3\u00a0: le médecin perd, les identités lui sont refusées et il paie "
        "6\u00a0000 €.",
        "Le médecin a perdu\u00a0: il n’a pas obtenu les noms et a dû payer 6\u00a0000 €.",
    ),
    Ruling(
        (Label.INJ_PUB,),
        "six avis sur une dentiste, dont un seul injurieux",
        "TGI Paris, référé, 11 juillet 2019, d’après une note de cabinet",
        "CPC art. 145\u00a0: Google doit donner ce qui identifie les six auteurs, ce que CA Paris, "
        "27 avril 2022, a refusé depuis. Par prudence, une telle demande n’interrompt rien.",
        "Google a dû donner ce qu’il savait des six auteurs\u00a0; d’autres juges l’ont refusé "
        "depuis.",
    ),
    Ruling(
        (Label.OPINION,),
        "éloges de patients, publiés par un praticien sur son propre site",
        "CE, 25 novembre 2019, d’après des commentaires",
        "Contraire au secret et au code de déontologie.",
    ),
)
