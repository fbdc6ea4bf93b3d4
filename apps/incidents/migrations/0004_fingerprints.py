from django.db import migrations

from apps.incidents.fingerprints import url_key, words_key


def fill(apps, _schema_editor):
    Review = apps.get_model("incidents", "Review")
    for review in Review.objects.only("url", "words").iterator():
        review.url_key, review.words_key = url_key(review.url), words_key(review.words)
        review.save(update_fields=["url_key", "words_key"])


class Migration(migrations.Migration):
    dependencies = [("incidents", "0003_place_in_queue")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
