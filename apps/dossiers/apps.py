from django.apps import AppConfig
from django.core.checks import register

from .libraries import check_pdf_libraries


class DossiersConfig(AppConfig):
    name = "apps.dossiers"
    verbose_name = "dossiers PDF"

    def ready(self) -> None:
        register(check_pdf_libraries, "pdf", deploy=True)
