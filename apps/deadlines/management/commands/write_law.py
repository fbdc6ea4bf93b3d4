"""`manage.py write_law`: write docs/law.md again after a change of the tables."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from apps.legal.handbook import handbook


class Command(BaseCommand):
    help = "Écrit docs/law.md à partir des tables de apps/legal."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        page = Path(settings.BASE_DIR) / "docs" / "law.md"
        page.write_text(handbook(), encoding="utf-8")
        self.stdout.write(f"{page} est à jour.")
