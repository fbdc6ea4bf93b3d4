from django.apps import AppConfig


class DevMailboxConfig(AppConfig):
    name = "apps.devmailbox"
    verbose_name = "boîte de développement"
