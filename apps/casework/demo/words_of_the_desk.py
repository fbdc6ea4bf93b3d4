"""What the desk writes again and again, and the questions asked without a file: those of the live
chat of the « Quotidien », answered as the insurer's medical director did."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Advice:
    """A question asked so many days ago; without an answer, it waits for one."""

    ago: int
    who: str
    question: str
    answer: str = ""
    url: str = ""
    by: str = "sofia"


ADVICE = (
    Advice(
        ago=41,
        who="clinique",
        question="Comment faire pour augmenter notre note sur Google ? Peut-on demander aux "
        "patients satisfaits d’aller nous noter ?",
        answer="Nous vous le déconseillons : inviter des patients à laisser des avis est "
        "discutable au regard de la déontologie, et c’est accepter que d’autres soient négatifs.",
    ),
    Advice(
        ago=26,
        who="hugo",
        question="Peut-on désactiver la fonction Avis d’un compte Google sans le supprimer ?",
        answer="Non. Google met en avant la liberté d’expression. Vous pouvez en revanche signaler "
        "un avis qui ne respecte pas ses règles, et répondre sur votre fiche.",
        by="amine",
    ),
    Advice(
        ago=18,
        who="simon",
        question="Quand je tape mon nom, je ne trouve qu’une fiche d’annuaire. Qu’est-ce que « "
        "prendre possession de sa fiche Google » ?",
        answer="Tous les médecins n’ont pas de fiche. Quand il y en a une, elle s’affiche à droite "
        "des résultats ; en prendre possession permet de la corriger et d’y répondre.",
        by="elodie",
    ),
    Advice(
        ago=9,
        who="gilles",
        question="Existe-t-il un intérêt à payer une société qui surveille ce qui se dit sur moi ?",
        answer="Il existe beaucoup d’outils, gratuits ou non. Une veille régulière suffit "
        "souvent : l’important est de voir vite, car le délai pour agir est court.",
    ),
    Advice(
        ago=2,
        who="mireille",
        question="Le conseil juridique est-il compris dans mon contrat de responsabilité, ou "
        "faut-il une assurance complémentaire ?",
    ),
    Advice(
        ago=0,
        who="gael",
        question="En quoi consiste la procédure pour obtenir la suppression d’un commentaire ? "
        "Faut-il un avocat ?",
        url="https://fr.trustpilot.com/reviews/question-de-procedure",
    ),
)


# What a handler first writes.
GREETINGS = (
    (
        "Bonjour, je suis votre dossier. Ne répondez pas à ce contenu pour le moment, et gardez "
        "vos captures : je vous écris dès que je l’ai examiné."
    ),
    (
        "Bonjour, votre dossier est entre mes mains. Je regarde d’abord la date de publication, "
        "qui commande tout, puis ce que la loi permet de faire."
    ),
    (
        "Bonjour, j’ai bien reçu votre déclaration. Vous pouvez m’écrire ici à tout moment ; je "
        "vous dirai sous deux jours ce que nous vous conseillons."
    ),
)


@dataclass(frozen=True)
class ReadyWords:
    """A saved answer; without `approver`, it waits for one."""

    title: str
    body: str
    author: str = "sofia"
    approver: str = "juriste"


READY_WORDS = (
    ReadyWords(
        "Ne répondez pas à chaud",
        "Bonjour {praticien}, nous avons bien reçu votre dossier {reference}. Même si cet avis est "
        "blessant, n’y répondez pas pour le moment : ce que vous écririez se lirait longtemps.",
    ),
    ReadyWords(
        "Le délai pour agir",
        "Bonjour {praticien}, le délai pour agir est de trois mois depuis la publication. Par "
        "prudence, nous retenons le {date_prudente}. {gestionnaire}",
        author="elodie",
    ),
    ReadyWords(
        "Un avis que la loi permet",
        "Bonjour {praticien}, cet avis est désagréable, mais la loi le permet : il donne un "
        "ressenti et n’impute aucun fait précis à votre personne. Nous restons à vos côtés.",
    ),
    ReadyWords(
        "Répondre en public",
        "Bonjour {praticien}, restez bref et courtois, ne dites rien de médical, pas même que la "
        "personne a été reçue, et proposez-lui de vous appeler.",
        author="amine",
    ),
    ReadyWords(
        "Demander un avocat",
        "Bonjour {praticien}, vous choisissez librement votre avocat. Pour que nous vous en "
        "proposions un, écrivez-le dans votre espace, page Avocat.",
        author="amine",
        approver="",
    ),
)
NEW_VERSION = ReadyWords(
    "Ne répondez pas à chaud",
    "Bonjour {praticien}, votre dossier {reference} est reçu. N’y répondez pas seul ni à chaud : "
    "appelez-moi d’abord. {gestionnaire}",
    approver="",
)
