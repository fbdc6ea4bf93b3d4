from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from apps.incidents.status import NEXT, Status

PAGE: Path = settings.BASE_DIR / "docs" / "states.md"


def states_page() -> str:
    """The table of moves as a Markdown page, with its picture."""
    moves = [(status, following) for status in Status for following in sorted(NEXT[status])]
    picture = "\n".join(f"    {status} --> {following}" for status, following in moves)
    rows = "\n".join(
        f"| `{status}` | {status.label} | {', '.join(f'`{n}`' for n in sorted(NEXT[status]))} |"
        for status in Status
    )
    return (
        "# The states of a file\n\n"
        "Generated from `apps/incidents/status.py` by `manage.py write_states`; "
        "a test fails when it is stale.\n\n"
        f"```mermaid\nstateDiagram-v2\n    [*] --> {Status.RECEIVED}\n{picture}\n```\n\n"
        f"| state | what users read | may become |\n|---|---|---|\n{rows}\n\n"
        "A move changes no legal date. `waiting_on` says, beside the state, whose turn it is.\n"
    )


class Command(BaseCommand):
    help = "Write docs/states.md from the table of moves."

    def handle(self, *args: object, **options: object) -> None:
        PAGE.write_text(states_page(), encoding="utf-8")
