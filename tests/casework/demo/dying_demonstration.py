"""`seed_demo` in a process of its own that gets a signal when it is about to do something for the
Nth time.

python -m tests.casework.demo.dying_demonstration DATABASE SIGNAL MODULE FUNCTION TIME
"""

import os
import signal
import sys
from importlib import import_module
from typing import Any

import django
from django.conf import settings

if __name__ == "__main__":
    database, signal_name, module_name, function, nth = sys.argv[1:]
    settings.DATABASES["default"]["NAME"] = database
    django.setup()

    from django.core.management import call_command

    module = import_module(f"apps.casework.demo.{module_name}")
    do, times = getattr(module, function), 0

    def do_or_die(*args: Any, **named: Any) -> Any:
        global times  # noqa: PLW0603 - a process that is about to die
        times += 1
        if times == int(nth):
            os.kill(os.getpid(), signal.Signals[signal_name])
        return do(*args, **named)

    setattr(module, function, do_or_die)
    call_command("seed_demo")
