from django.apps import AppConfig


class ExhibitsConfig(AppConfig):
    name = "apps.exhibits"
    verbose_name = "pièces"
