from django.apps import AppConfig


class ExtranetConfig(AppConfig):
    name = "apps.extranet"
    verbose_name = "espace partenaire"
