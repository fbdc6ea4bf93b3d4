"""`make reset`: delete the embedded database and its files, and nothing that stands elsewhere."""

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

from django.conf import settings


def main() -> None:
    var = settings.VAR_DIR
    if "DATABASE_URL" in os.environ:  # the settings have read .env
        sys.exit("DATABASE_URL is set: its data is not ours to delete. Nothing was done.")
    if not var.exists():
        return
    if not (var / "vigie.sqlite3").exists():
        sys.exit(f"{var} does not look like the data of Vigie. Nothing was done.")
    shutil.rmtree(var)
    print(f"{var} deleted.")


if __name__ == "__main__":
    main()
