"""`manage.py limitation`: the dates of one publication, or of a file of them, with reasons."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from apps.legal.enquiry import BadQuestion, answer
from apps.legal.enquiry_acts import OPTIONS
from apps.legal.limitation import State
from apps.legal.wording import full_date

TEXT_OPTIONS = {
    "published": "jour (2026-08-15) ou instant avec son décalage (2026-08-15T22:30:00+02:00)",
    "until": "dernier jour possible de la publication",
    "seen": "jour où la date relative a été vue",
    "relative": "date relative affichée, par exemple « il y a 2 mois »",
    "territory": "numéro de département du praticien (75 par défaut)",
    "rule": "code de la règle (PRESS_3M par défaut)",
    "route": "civil ou criminal, pour les étapes qui n’ont pas le même effet sur les deux voies",
}
DATES = {
    "legal_last_day": "Date théorique",
    "prudent_day": "Date prudente",
    "act_by": "Date opérationnelle",
    "last_service_day": "Dernière signification",
}


class Command(BaseCommand):
    help = "Calcule les dates de prescription et les explique. Aucune base de données requise."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.error = _misused  # type: ignore[method-assign]  # one French line
        for name, help_text in TEXT_OPTIONS.items():
            parser.add_argument(f"--{name}", help=help_text)
        parser.add_argument(
            "--act",
            dest="acts",
            action="append",
            metavar="AAAA-MM-JJ:CODE[:OPTION,…]",
            help=f"acte accompli, autant de fois que d’actes ({', '.join(OPTIONS)})",
        )
        parser.add_argument("--today", help="jour auquel la question est posée (AAAA-MM-JJ)")
        parser.add_argument("--json", action="store_true", help="réponse en un objet JSON")
        parser.add_argument("--batch", help="fichier d’une question JSON par ligne")

    def handle(self, **options: Any) -> None:
        today = _today(options["today"])
        question = {
            name: options[name] for name in (*TEXT_OPTIONS, "acts") if options[name] is not None
        }
        if options["batch"] is not None:
            if question:
                sys.exit("L’option --batch ne se combine qu’avec --json et --today.")
            self.answer_file(options["batch"], today)
            return
        try:
            result = answer(question, today=today)
        except BadQuestion as error:
            sys.exit(str(error))
        self.stdout.write(json.dumps(result) if options["json"] else _as_text(result))

    def answer_file(self, path: str, today: date) -> None:
        """Print one JSON object for each line of the file, in order, blank lines included."""
        try:
            with Path(path).open("rb") as lines:
                for line in lines:
                    self.stdout.write(json.dumps(_answer_line(line, today)))
        except OSError:
            sys.exit(f"Fichier illisible\u00a0: {path}.")


def _today(typed: str | None) -> date:
    if typed is None:
        return timezone.localdate()
    try:
        return date.fromisoformat(typed)
    except ValueError:
        sys.exit(f"Jour illisible\u00a0: {typed}. Écrire AAAA-MM-JJ.")


def _answer_line(line: bytes, today: date) -> dict[str, Any]:
    try:
        return answer(json.loads(line), today=today)
    except BadQuestion as error:
        return {"error": str(error)}
    except (ValueError, RecursionError):
        return {"error": "Ligne illisible\u00a0: un objet JSON est attendu."}


def _as_text(result: dict[str, Any]) -> str:
    dates = [
        f"{label:<24}{full_date(date.fromisoformat(result[name])) if result[name] else 'inconnue'}"
        for name, label in DATES.items()
    ]
    return "\n".join(
        [*dates, f"{'État':<24}{State(result['state']).label}", "", *result["explanation"]]
    )


def _misused(_: str) -> NoReturn:
    sys.exit("Option inconnue ou incomplète. Voir\u00a0: python manage.py limitation --help")
