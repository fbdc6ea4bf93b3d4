"""The queue of the embedded engines: messages are files in a folder, and appear there whole.

kombu opens a message's file in the folder and then writes it; a worker that looks in between takes
an empty message and stops (celery/kombu#1551).
"""

import uuid
from pathlib import Path
from time import monotonic
from typing import Any

from kombu.transport import filesystem
from kombu.utils.json import dumps


def options_in(folder: Path) -> dict[str, Any]:
    """Celery's options for a queue kept in this folder, which is made if it is not there."""
    places = {name: folder / name for name in ("in", "processed", "control")}
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True)
    return {
        "data_folder_in": str(places["in"]),
        "data_folder_out": str(places["in"]),
        "processed_folder": str(places["processed"]),
        "control_folder": str(places["control"]),
        "store_processed": False,
        "polling_interval": 0.2,
    }


class Channel(filesystem.Channel):
    def _put(self, queue: str, payload: dict[str, Any], **_options: object) -> None:
        """Written beside the folder, then moved into it in one step."""
        name = f"{round(monotonic() * 1000)}_{uuid.uuid4()}.{queue}.msg"
        written = Path(self.control_folder) / name
        written.write_text(dumps(payload))
        written.replace(Path(self.data_folder_out) / name)


class Transport(filesystem.Transport):
    Channel = Channel
