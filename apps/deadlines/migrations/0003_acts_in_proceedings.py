"""Acts recorded before proceedings existed: each opening act opens one, its steps join it.

They were said to meet their conditions when they were recorded as regular, and nobody had checked
them: they wait for a second person, so that no date is later than it was. The worker counts every
deadline again (`counted_on` is empty) and tells whose date has moved.
"""

from django.db import migrations
from django.db.models import Max

OPENING = {
    "ASSIGNATION": "CIVIL",
    "ASSIGNATION_REFERE": "SUMMARY",
    "CITATION_DIRECTE": "CRIMINAL",
    "PLAINTE_CPC": "CRIMINAL",
    "ASSIGNATION_NULLE": "CIVIL",
    "ASSIGNATION_1240": "CIVIL",
}
ART_53 = ["DOMICILE", "ONE_LABEL", "PROSECUTOR_TOLD", "PUNISHING_TEXT", "SERVED", "WORDS_QUOTED"]
CONDITIONS = {
    "ASSIGNATION": ART_53,
    "ASSIGNATION_REFERE": ART_53,
    "CITATION_DIRECTE": ART_53,
    "PLAINTE_CPC": ["ARTICULATED_COMPLAINT", "SIGNED", "STAMPED"],
    "REQUISITIONS_ARTICULEES": ["ARTICULATED"],
    "CONCLUSIONS_NOTIFIEES": ["COUNSEL"],
    "CONCLUSIONS": ["COUNSEL"],
    "COMMUNICATION_PIECES_BORDEREAU": ["CERTAIN_DATE"],
    "SIGNIFICATION": ["SERVED"],
}
STEPS = {
    *("PLACEMENT", "CONCLUSIONS_NOTIFIEES", "CONCLUSIONS", "COMMUNICATION_PIECES_BORDEREAU"),
    *("JUGEMENT", "SIGNIFICATION", "NOTIFICATION_ENTRE_AVOCATS", "APPEL", "DELIBERE"),
    *("ORDONNANCE_DE_CLOTURE", "BULLETIN", "RENVOI", "CONFERENCE_MISE_EN_ETAT"),
}


def join_proceedings(apps, _schema_editor):
    act_rows = apps.get_model("deadlines", "InterruptingAct").objects
    proceedings = apps.get_model("deadlines", "Proceeding").objects
    opened = {}  # the suit opened last, for each content
    for act in act_rows.select_related("review").order_by("done_on", "pk"):
        act.publications = [1]
        act.conditions = CONDITIONS.get(act.code, []) if act.is_regular else []
        if act.code in OPENING:
            held = proceedings.filter(incident=act.review.incident_id)
            number = (held.aggregate(last=Max("number"))["last"] or 0) + 1
            opened[act.review_id] = act.proceeding = proceedings.create(
                incident_id=act.review.incident_id,
                number=number,
                route=OPENING[act.code],
                recorded_by_id=act.recorded_by_id,
                recorded_at=act.recorded_at,
            )
        elif act.code in STEPS:
            act.proceeding = opened.get(act.review_id)
        act.save(update_fields=["publications", "conditions", "proceeding"])


class Migration(migrations.Migration):
    dependencies = [("deadlines", "0002_law_second_reading")]
    operations = [migrations.RunPython(join_proceedings, migrations.RunPython.noop)]
