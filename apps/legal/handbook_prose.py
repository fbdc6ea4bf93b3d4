"""What docs/law.md says around its tables, for counsel: what was decided, and what is open."""

INTRODUCTION = """# Le droit et ses délais

Cette page est produite par `python manage.py write_law` à partir des tables de `apps/legal` :
ne pas la modifier à la main. Elle s’adresse au conseil de l’assureur, qui relit et signe chaque
ligne. Tant qu’une règle n’est pas signée, les écrans portent « règle non encore validée ».

Confiance : A, lu sur une source qui cite le texte ; B, lu en partie ; C, de mémoire. Les codes
de source (P1, C5…) sont ceux de la recherche juridique, § 17."""
RULES_NOTE = """Une règle qui change devient une nouvelle ligne datée ; l’ancienne reste telle
quelle. Chaque échéance garde la version qui l’a produite (`PRESS_3M@1881-07-29`). Des faits
relèvent de la règle de leur temps : avant la première ligne, l’outil ne calcule rien et demande à
l’avocat quelle règle s’applique."""
ARITHMETIC = """1. **Date théorique** : même quantième, N mois ou N ans plus tard ; dernier jour du
   mois quand ce quantième n’existe pas. Ce jour compte jusqu’à minuit (Cass. crim. 12 nov. 2014,
   n° 13-84.444). Ni samedi, ni dimanche, ni jour férié ne la repoussent (TGI Paris 8 avr. 1998
   et 29 oct. 2003).
2. Quand le premier jour compte (délai civil de cinq ans), elle tombe la veille de l’anniversaire.
3. **Date prudente** : la veille de la date théorique, pour le juge qui compterait le premier jour.
4. **Date opérationnelle** : dernier jour, au plus tard à la date prudente, qui n’est ni un
   samedi, ni un dimanche, ni un jour férié du territoire. Tout en dépend : tri, rappels, couleurs.
5. **Dernière signification** : dernier jour, au plus tard à la date théorique, qui n’est ni un
   dimanche ni un jour férié du lieu de signification ; tant que ce lieu est inconnu, ni à Paris ni
   sur le territoire du praticien (art. 664 CPC).

Un délai en jours court du lendemain ; un délai en jours ouvrés ne compte ni samedi, ni dimanche,
ni jour férié."""
PUBLICATION = """La publication est une fenêtre, du premier au dernier jour possible ; son début
peut rester inconnu. Le délai court du premier jour, qui commande tout. Quand la fin ainsi comptée
est passée et que celle du dernier jour possible ne l’est pas, l’échéance se lit « peut-être
dépassé ; encore possible jusqu’au … ». Le jour de la découverte est sans effet. Des propos non
publics courraient de leur réception (abrégés). Un instant est lu à Paris et sur le territoire du
praticien : le jour le plus ancien est retenu, par prudence. Une date inconnue ne donne aucune
échéance : le dossier est traité comme presque expiré. Sources, de la plus sûre à la moins sûre :"""
RELATIVE_DATES = """Une date relative vue le jour J s’entend au plus large, car les plateformes ne
disent pas comment elles arrondissent :

| Affichage | Premier jour possible | Dernier jour possible |
| --- | --- | --- |
| n minutes ou heures | J − (1 + jours entiers dans n) | J − jours entiers dans n |
| hier | J − 1 | J − 1 |
| n jours | J − n − 1 | J − n |
| n semaines | J − 7n − 7 | J − 7n |
| n mois | le plus ancien de J − (n + 1) mois, J − n mois − 31 j, J − 30(n + 1) j | J − n mois |
| n ans | J − (n + 1) ans | J − n ans |

« Environ », « plus de », « presque » et leurs équivalents anglais élargissent la fenêtre d’une
unité entière, du côté qu’ils ouvrent. « Aujourd’hui » et « hier » sont ceux du plus ancien des
deux jours, à Paris et sur le territoire du praticien.

« Modifié il y a… », « edited… » ou « mis à jour… » date une modification : la première mise en
ligne est inconnue, au plus tard ce jour-là. Aucune date certaine n’est promise ; la modification
ouvre son propre délai, discuté. Une date de visite (« Visité en mars ») n’est pas une date de
publication."""
REPUBLICATION = """Chaque publication a son propre délai. Il s’ajoute à celui de la première mise en
ligne et ne le remplace jamais."""
INTERRUPTION = """Après un acte interruptif, un délai entier court du jour de l’acte, autant de
fois que nécessaire : pendant tout le procès, le demandeur fait un acte au moins tous les trois
mois. Un acte du dernier jour est à temps ; un acte tardif ne fait rien revivre.

1. Une étape de procédure n’interrompt qu’après un acte qui ouvre une procédure, régulier et à
   temps, et sur sa voie, civile ou pénale. Quand cet acte tombe, tout ce qui le suit tombe avec
   lui.
2. Un acte ne vaut que pour les publications et les passages qu’il vise (art. 53).
3. Une signification datée d’un dimanche ou d’un jour férié du lieu de signification n’interrompt
   pas tant que l’autorisation du juge n’est pas enregistrée (art. 664 CPC) : choix de prudence.
4. Une plainte avec constitution de partie civile compte une fois la consignation versée dans le
   délai du juge, ou dispensée ; un délai entier court alors du versement. D’ici là, l’échéance
   d’avant commande, « sous condition » ; passée, elle se lit « suspendu sous condition », jamais
   « dépassé ».
5. De la clôture au jugement, et pendant le délibéré, la date prudente reste comptée du dernier
   acte et rappelée, « discutée : instance en délibéré », à côté de l’autre lecture.
6. Dans le doute, un acte est tenu pour non interruptif : choix de prudence, jusqu’à l’avis
   contraire du conseil."""
QUALIFICATION = """Un passage, une qualification. L’outil propose, une personne décide, seul un juge
peut dire le droit. Par prudence, les trois mois de la loi de 1881 sont suivis dans tous les
cas."""
PLAYBOOK = """La qualification ouvre les démarches du contenu. Chacune est à faire sous quelques
jours ouvrés, comptés de son ouverture, et jamais au-delà de la date opérationnelle : ce sont des
jours de travail, que la loi n’attend pas. Une démarche écartée garde son motif. Les sources
renvoient aux paragraphes de la recherche juridique."""
LADDERS = """Quand les passages d’un contenu portent plusieurs qualifications, leurs démarches
s’ajoutent ; celles de l’avis licite ne s’ouvrent que si tous ses passages le sont."""
HOLIDAYS = (
    "C. trav. art. L. 3133-1 s. Le lundi de Pentecôte compte même travaillé (crim. 10 mai 2006). "
    "Saint-Martin : le 27 et le 28 mai sont comptés tous deux, par prudence."
)
EXAMPLES_NOTE = """Les dates attendues sont écrites à la main dans `apps/legal/examples.py` ; les
tests vérifient que le calcul les retrouve toutes."""
OPEN_POINTS = (
    (
        "Contraventions non publiques aggravées : trois mois (Cass. 2006) ou un an (art. 65-4) ? "
        "L’injure non publique en a trois « dans tous les cas » (service-public, F32077)."
    ),
    "Alinéas des art. 24, 32 et 33 visés par l’art. 65-3 dans sa version du 26 août 2021.",
    "Délit aggravé : chaque acte interruptif ouvre-t-il bien un nouvel an ?",
    (
        "Délit aggravé : actes d’enquête interruptifs (art. 65-3, CPP art. 9-2 ; crim. 11 mars "
        "2025, n° 24-80.572) ? La date d’avant commande, l’autre se lit « acquis si confirmé »."
    ),
    (
        "Délit aggravé en raison du sexe, de l’orientation, de l’identité de genre ou du "
        "handicap : un an pour les faits depuis le 29 janvier 2014 (L. n° 2014-56, résumé lu) ?"
    ),
    "Fin de mois en matière de presse : la règle suivie est une analogie.",
    "Quantième devant les chambres civiles de la Cour de cassation.",
    (
        "Délai civil de cinq ans : la recherche donnait l’anniversaire pour date théorique et la "
        "veille pour date prudente (exemples D1 et D2) ; la veille est ici la date théorique "
        "(Cass. 12 déc. 2018)."
    ),
    (
        "Clôture : interrompt (2e civ. 29 avr. 2004, n° 01-14.108), puis suspend jusqu’au "
        "jugement (1re civ. 20 mars 2007, n° 06-10.352), d’après des abrégés ; en sens "
        "contraire, TGI Paris, 10 mars 2003. La date prudente reste comptée du dernier acte."
    ),
    (
        "Art. 2241 al. 2 et 2242 C. civ. en matière de presse : aucune décision trouvée ; par "
        "prudence, l’acte nul n’interrompt pas, et un acte est dû tous les trois mois."
    ),
    (
        "Signification un dimanche ou un jour férié : nulle, sauf autorisation du juge ? De même "
        "pour la citation pénale ?"
    ),
    "Plainte avec partie civile : délai compté du versement de la consignation. À confirmer.",
    (
        "Jugement rendu hors la présence d’une partie : trois mois pour le faire signifier "
        "(crim. 4 sept. 2018, n° 17-85.963, abrégé lu)."
    ),
    (
        "Action en insertion forcée : trois mois du refus ou de la fin du délai pour insérer, "
        "ou, plus tôt, de la demande ou de la publication (résumé de CA Cayenne, 29 avr. 2024) ?"
    ),
    (
        "Propos non publics : réception par le destinataire (Cass. civ. 16 déc. 2010 ; CA Reims, "
        "30 avr. 2003, abrégés lus). Le premier jour possible reste compté."
    ),
    "Les trois mois valent-ils pour l’action contre l’hébergeur (LCEN art. 6-3) ? Tenu pour oui.",
    (
        "Requête ou référé de l’art. 145 CPC : aucune décision de la Cour de cassation trouvée ; "
        "tenu pour non interruptif."
    ),
    "Fuseau horaire outre-mer : aucune autorité ; le jour le plus ancien est retenu.",
    "Avis modifié : nouvelle publication ? Non en 2006, notion plus large en 2018.",
    (
        "Copie du même texte sur un autre site par l’auteur, partage par un tiers : un délai "
        "propre, par raisonnement."
    ),
    (
        "Faut-il compter les jours fériés propres à la Guadeloupe, à la Martinique, à "
        "Saint-Martin, à la Polynésie française, à la Nouvelle-Calédonie et à Wallis-et-Futuna ? "
        "Ils ne le sont pas, et chaque calcul le signale. À Saint-Martin, le 27 mai l’est-il "
        "encore ?"
    ),
    (
        "Prescriptions pénales de droit commun : plainte simple et procès-verbaux (CPP art. 9-2) "
        "ne sont pas comptés, par prudence."
    ),
    "Réclamations : les dix jours sont comptés ouvrables, samedi compris ; ouvrés ?",
    "Dates d’entrée en vigueur : plusieurs ont été écrites de mémoire.",
    (
        "Clos : le délai d’un an pour les attaques contre les élus n’a pas survécu à la commission "
        "mixte paritaire (L. n° 2024-247), d’après une page publique."
    ),
)
NOT_LAW = (
    (
        "Proposition de loi n° 1060 du 11 mars 2025 : elle suspendrait la prescription de presse "
        "dès la plainte, même pour des propos passés. Seulement déposée, autant qu’on ait pu le "
        "lire."
    ),
)
