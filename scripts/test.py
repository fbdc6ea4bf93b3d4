"""`make test`: choose the engines, say which, run pytest on them.

PostgreSQL and Redis: those of `DATABASE_URL` and `REDIS_URL`, else local ones on their default
ports, else none (SQLite, the file system, memory). With `CI=true` an engine or a browser that is
absent is a failure. Everything after `--embedded` goes to pytest, which runs on every core unless
a file is named; if nothing does, the whole suite runs. On SQLite that is what touches the engine:
tests/suite/engine.py.
"""

import getpass
import os
import sys
import zlib
from pathlib import Path
from urllib.parse import urlsplit

import environ
import psycopg
import redis

ROOT = Path(__file__).resolve().parents[1]
# Two Redis databases of sixteen for each process; one that has finished takes tests of another.
IN_PARALLEL = ["--numprocesses=auto", "--maxprocesses=8", "--dist=worksteal"]
# The same engine; without a window, a gpu and an interface it takes a third less of the machine.
BROWSERS = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
EMBEDDED = {
    # Never opened, the suite makes its own file; but all threads of the live server would share one
    # connection to memory, and one that closes it while another reads kills the process.
    "DATABASE_URL": f"sqlite:///{ROOT}/.pytest_cache/embedded.sqlite3",
    "CELERY_BROKER_URL": "filesystem://",
    "CACHE_URL": "locmemcache://",
}


def main(arguments: list[str]) -> None:
    environ.Env.read_env(ROOT / ".env")
    os.environ.pop("VAR_DIR", None)  # the suite empties its folder: never a real one
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        # Elsewhere than beside the sources, then: without it each process compiles Django again.
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / ".pytest_cache" / "bytecode"))
    missing = []
    if "--embedded" in arguments:
        arguments.remove("--embedded")
        os.environ.update(EMBEDDED)
        arguments = arguments or ["-m", "engine"]
        print("Database, broker and cache: SQLite, the file system and memory, as asked")
    else:
        missing += [choose_database(), choose_redis()]
    missing.append(choose_browser())
    if os.environ.get("CI") == "true" and any(missing):
        sys.exit("With CI=true nothing may be absent: " + "; ".join(filter(None, missing)) + ".")
    sys.stdout.flush()
    os.chdir(ROOT)
    # What a file holds is over before other processes are ready.
    parallel = [] if any(".py" in argument for argument in arguments) else IN_PARALLEL
    os.execv(sys.executable, [sys.executable, "-m", "pytest", *parallel, *arguments])


# Each of these sets what the settings read, says so, and returns what is missing, if anything.


def choose_database() -> str:
    if "DATABASE_URL" in os.environ:
        print("Database: the one of DATABASE_URL")
        return ""
    # A name of this folder's own: two working copies can be tested at the same time.
    name = f"vigie_{zlib.crc32(bytes(ROOT)):08x}"
    for role in dict.fromkeys((getpass.getuser(), "postgres")):
        if may_create_databases(role):
            os.environ["DATABASE_URL"] = f"postgres://{role}@127.0.0.1:5432/{name}"
            print(f"Database: PostgreSQL on 127.0.0.1:5432, role {role}")
            return ""
    missing = "no PostgreSQL on 127.0.0.1:5432 where we may create a database"
    os.environ["DATABASE_URL"] = EMBEDDED["DATABASE_URL"]
    print(f"Database: SQLite ({missing}; DATABASE_URL names another)")
    return missing


def may_create_databases(role: str) -> bool:
    question = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    where = {"host": "127.0.0.1", "dbname": "postgres", "connect_timeout": 2}
    try:
        with psycopg.connect(user=role, **where) as connection:
            return connection.execute(question).fetchone() == (True,)
    except psycopg.Error:
        return False


def choose_redis() -> str:
    url = os.environ.get("REDIS_URL", "")
    if not url and not redis_answers():
        missing = "no Redis on 127.0.0.1:6379"
        os.environ.setdefault("CELERY_BROKER_URL", EMBEDDED["CELERY_BROKER_URL"])
        os.environ.setdefault("CACHE_URL", EMBEDDED["CACHE_URL"])
        print(f"Broker and cache: the file system and memory ({missing}; REDIS_URL names another)")
        return missing
    # The suite empties its cache: two databases that hardly anybody uses.
    server = urlsplit(url or "redis://127.0.0.1:6379")
    os.environ.setdefault("CELERY_BROKER_URL", server._replace(path="/14").geturl())
    os.environ.setdefault("CACHE_URL", server._replace(path="/15").geturl())
    print("Broker and cache: Redis", "of REDIS_URL" if url else "on 127.0.0.1:6379")
    return ""


def redis_answers() -> bool:
    try:
        return bool(redis.Redis("127.0.0.1", socket_connect_timeout=2).ping())
    except redis.RedisError:
        return False


def choose_browser() -> str:
    installed = [browser for browser in BROWSERS if Path(browser).exists()]
    browser = os.environ.setdefault("CHROMIUM", [*installed, *BROWSERS][0])
    if Path(browser).exists():
        print(f"Browser: {browser}")
        return ""
    missing = f"no Chromium at {browser}"
    print(f"Browser: {missing}, its tests are skipped (CHROMIUM names another)")
    return missing


if __name__ == "__main__":
    main(sys.argv[1:])
