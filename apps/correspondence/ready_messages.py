"""What is written when words are lawful: a help that is offered, never a refusal (QUAL-08).

Wording of product.md §5.2; what an answer may not say, of legal.md §9. Between braces, the
variables of variables.py.
"""

LAWFUL_ANSWER = (
    "Bonjour,\n\n"
    "J’ai lu avec attention ce que vous nous avez confié dans le dossier {reference}. Ces mots "
    "sont désagréables, et je comprends qu’ils vous pèsent.\n\n"
    "À ce stade, nous y voyons une critique permise par la loi\u00a0: l’auteur donne son "
    "ressenti, sans fait précis contre vous ni mot outrageant. Désagréable ne veut pas dire "
    "illégal. Seul un juge peut le dire.\n\n"
    "Nous restons à vos côtés pour y répondre, ou pas\u00a0:\n"
    "– ne répondez pas ce soir\u00a0: même si la personne a raconté ses soins, vous restez tenu "
    "au secret\u00a0;\n"
    "– si vous souhaitez répondre, envoyez-moi votre texte\u00a0: je le relis avec vous avant sa "
    "publication\u00a0;\n"
    "– si ces mots enfreignent les règles du site, nous préparons le signalement ensemble, une "
    "fois la preuve gardée.\n\n"
    "La page «\u00a0Ce que nous vous proposons\u00a0» de votre dossier reprend ces "
    "conseils\u00a0; elle s’imprime.\n\n"
    "Si le contenu est modifié, republié, ou si d’autres paraissent, dites-le-nous\u00a0: nous "
    "les lirons.\n\n"
    "{gestionnaire}"
)
LAWFUL_CLOSING = (
    "Nous avons lu ces mots avec vous. À ce stade, nous y voyons une critique permise par la "
    "loi, même désagréable. Seul un juge peut le dire.\n\n"
    "Nous vous avons accompagné\u00a0: pourquoi ces mots semblent permis, comment y répondre ou "
    "choisir de ne pas répondre, comment signaler au site ce qui enfreindrait ses règles.\n\n"
    "Ces conseils restent dans votre dossier, à la page «\u00a0Ce que nous vous "
    "proposons\u00a0».\n\n"
    "Si le contenu est modifié, republié, ou si d’autres paraissent, écrivez-nous\u00a0: nous "
    "rouvrirons votre dossier."
)
LAWFUL_REASON = "Libre critique\u00a0: un ressenti, sans fait précis ni mot outrageant."
