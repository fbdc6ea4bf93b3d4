from django.apps import AppConfig


class DemoConfig(AppConfig):
    """In `config.settings.dev` alone: production has neither its commands nor its table."""

    name = "apps.casework.demo"
    verbose_name = "démonstration"
