from django.apps import AppConfig


class RemediesConfig(AppConfig):
    name = "apps.remedies"
    verbose_name = "démarches"
