"""A sweep in a process of its own that is killed when it is about to insert for the Nth time.

python -m tests.casework.deadlines.dying_sweep DATABASE INSERTION MOMENT
"""

import os
import signal
import sys
from datetime import datetime
from typing import Any

import django
from django.conf import settings

if __name__ == "__main__":
    database, insertion, moment = sys.argv[1:]
    settings.DATABASES["default"]["NAME"] = database
    django.setup()

    from apps.casework.deadlines import remind

    inserted = 0
    insert_from = remind.insert_from

    def insert_or_die(*args: Any, **columns: Any) -> int:
        global inserted  # noqa: PLW0603 - a process that is about to die
        inserted += 1
        if inserted == int(insertion):
            os.kill(os.getpid(), signal.SIGKILL)
        return insert_from(*args, **columns)

    remind.insert_from = insert_or_die
    remind.BATCH = 2
    remind.remind(at=datetime.fromisoformat(moment))
