from django.db import migrations

from apps.incidents.fingerprints import author_key


def fill(apps, _schema_editor):
    Review = apps.get_model("incidents", "Review")
    for review in Review.objects.exclude(author_pseudonym="").only("author_pseudonym").iterator():
        review.author_key = author_key(review.author_pseudonym)
        review.save(update_fields=["author_key"])


class Migration(migrations.Migration):
    dependencies = [("incidents", "0011_merges")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
