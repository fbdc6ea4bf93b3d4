#!/bin/sh
# Install a lock file into .venv: with uv, four times quicker than pip; with pip where uv is not to
# be had. Both refuse a package whose hash is not in the file, and compile what they install, on every
# core: the first start would do it on one.
set -eu
lock=$1

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# Distributions compile their Python with every optimization, version managers theirs without: the
# suite takes a third longer.
distributed=/usr/bin/python3
if [ -z "${PYTHON:-}" ]; then
    PYTHON=python3
    if is_recent $distributed && $distributed -c 'import ensurepip' 2>/dev/null; then
        PYTHON=$distributed
    fi
fi

if ! is_recent "$PYTHON"; then
    found=$("$PYTHON" --version 2>&1) || found="no $PYTHON"
    echo "Vigie needs Python 3.11 or newer; found: $found." >&2
    echo "If another one is installed, name it: make run PYTHON=python3.12" >&2
    exit 1
fi

echo "Installing $lock…"
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then # absent, or moved since
    if ! said=$("$PYTHON" -m venv --clear .venv 2>&1); then
        rm -rf .venv
        echo "$said" >&2
        echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2
        exit 1
    fi
fi

# pip's errors, without its warnings about the machine's own configuration.
pip() { .venv/bin/python -m pip install -qq --disable-pip-version-check "$@"; }

if [ -x .venv/bin/uv ] || pip "uv==$UV"; then
    .venv/bin/uv pip install -q --compile-bytecode --python .venv/bin/python --require-hashes -r "$lock" && exit
fi
echo "Installing with pip, which takes longer…" >&2
pip --require-hashes -r "$lock"
