from datetime import date

from django.db import migrations
from django.db.models import F


def place_files(apps, _schema_editor):
    """Give the files of before their place; `apps/deadlines/urgency.py` keeps it from now on."""
    Incident = apps.get_model("incidents", "Incident")
    Deadline = apps.get_model("deadlines", "Deadline")
    today = date.today()  # noqa: DTZ011 - the day of the machine is near enough: the night corrects
    for incident in Incident.objects.exclude(status="closed").iterator():
        running = Deadline.objects.filter(incident=incident, closed_at=None).order_by(
            F("act_by").asc(nulls_first=True)
        )
        alive = [each for each in running if each.act_by is None or each.legal_last_day >= today]
        driving = (alive or list(running) or [None])[0]
        if driving is None:
            continue
        incident.act_by = driving.act_by
        rank = "1-" if alive else "2-"
        incident.queue_key = "0" if driving.act_by is None else f"{rank}{driving.act_by}"
        incident.save(update_fields=["act_by", "queue_key"])


class Migration(migrations.Migration):
    dependencies = [
        ("deadlines", "0001_initial"),
        ("incidents", "0003_place_in_queue"),
    ]

    operations = [migrations.RunPython(place_files, migrations.RunPython.noop)]
