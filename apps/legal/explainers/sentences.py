"""What several pages say in the same words: what we do, and until when a court may be asked."""

PROOF = (
    "Nous faisons garder la preuve, au besoin par un commissaire de justice (ex-huissier), avant "
    "toute autre démarche."
)
REPORT = (
    "Nous préparons avec vous le signalement à la plateforme, une fois la preuve gardée. C’est "
    "elle qui décide."
)
CLOCK = "Nous surveillons la date limite pour agir, affichée sur la page de votre dossier."
LAWYER = (
    "Si vous souhaitez aller en justice, vous choisissez librement votre avocat. Nous regardons "
    "avec vous si cela en vaut la peine\u00a0: c’est long, et le résultat n’est jamais certain."
)
ANSWER = (
    "Nous vous disons s’il vaut mieux répondre ou se taire, et nous relisons votre réponse avec "
    "vous."
)
POLICE = (
    "Si vous êtes en danger, appelez le 17 ou le 112. Nous vous aidons ensuite à porter plainte et "
    "à signaler le contenu aux autorités."
)
SECOND = "Deux personnes de notre équipe lisent ces mots avant de retenir une lecture aussi grave."
AUTHOR = "Nous réunissons ce qui se lit de l’auteur\u00a0: sa page, ses autres avis, leurs dates."
DATA = (
    "Nous préparons avec vous la demande au site (opposition, correction ou effacement). Elle part "
    "de vous, car ce sont vos données."
)

SHORT = (
    "Le délai pour saisir le tribunal peut être de trois mois à partir de la publication, même si "
    "vous la découvrez plus tard."
)
LONGER = (
    "Le délai peut être plus long pour des propos publics. Par prudence, nous travaillons sur "
    "trois mois à partir de la publication tant qu’un avocat n’a rien confirmé d’autre."
)
OTHERS = (
    "D’autres délais, plus longs, peuvent s’appliquer. Par prudence, nous travaillons d’abord sur "
    "trois mois à partir de la publication."
)
