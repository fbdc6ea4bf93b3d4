#!/bin/sh
# WeasyPrint needs Pango, which pip cannot bring; without HarfBuzz's subsetter (4.1) PDFs are slow
# and have other bytes. The site runs without both. Succeeds when WeasyPrint finds them, at last.
set -eu
python=$1
packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core fonts-noto-color-emoji"

ready() {
    "$python" -W ignore >/dev/null 2>&1 <<'PYTHON'
from weasyprint.text.ffi import harfbuzz, harfbuzz_subset
raise SystemExit(not (harfbuzz_subset and harfbuzz.hb_version_atleast(4, 1, 0)))
PYTHON
}

ready && exit
if command -v apt-get >/dev/null; then
    if [ "$(id -u)" = 0 ]; then root=; elif sudo -n true 2>/dev/null; then root="sudo -n"; else root=no; fi
    if [ "$root" != no ]; then
        echo "Installing Pango and HarfBuzz for the PDFs…"
        # shellcheck disable=SC2086  # a list of words
        { $root apt-get update -qq && $root apt-get install -qq -y --no-install-recommends $packages; } \
            >/dev/null 2>&1 && ready && exit
    fi
    advice="sudo apt-get install $packages"
elif [ "$(uname)" = Darwin ]; then
    advice="brew install pango"
else
    advice="install Pango (1.44 or newer) and libharfbuzz-subset (4.1 or newer) with your system's package manager"
fi
echo "PDFs cannot be made as they must yet: Pango or libharfbuzz-subset is not found. To mend it: $advice" >&2
exit 1
