"""Build the typeface of the PDFs from the font package: `python scripts/fonts.py [--check]`.

A PDF made with a variable font pays for three instances of it, each time. These are the same three,
cut once: every character of Source Sans 3, and the OpenType features that a text gets without
asking for them. « Source » is a name that the licence reserves (OFL 1.1, article 3): a modified
font must bear another. The same package gives the same bytes; `--check` says whether what is kept
is what would be built.
"""

import sys
from io import BytesIO
from pathlib import Path

import fontpkg_source_sans_3
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

PACKAGE = Path(fontpkg_source_sans_3.__file__).parent
FOLDER = Path(__file__).resolve().parents[1] / "apps" / "dossiers" / "fonts"
FAMILY = "Vigie Sans"
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}
# Copyright, version, trademark, maker, designer, their address, licence, its address.
KEPT_NAMES = [0, 5, 7, 8, 9, 11, 13, 14]


def main() -> None:
    files = built()
    if "--check" in sys.argv:
        if files != {path.name: path.read_bytes() for path in FOLDER.iterdir()}:
            sys.exit(f"{FOLDER} is not what scripts/fonts.py builds: run it, then look at a PDF.")
        return
    for name, content in files.items():
        (FOLDER / name).write_bytes(content)


def built() -> dict[str, bytes]:
    """The three fonts and their licence, by the names of their files."""
    variable = _reduced()
    fonts = {_file_name(style): _instance(variable, style) for style in WEIGHTS}
    return {**fonts, "OFL.txt": (PACKAGE / "LICENSE").read_bytes()}


def _reduced() -> bytes:
    """The variable font with all its characters, less the shapes that no style sheet asks for."""
    font = _open(PACKAGE / "files" / "SourceSans3[wght].ttf")
    del font["STAT"]
    options = Options(glyph_names=False, hinting=False, notdef_outline=True, name_IDs=KEPT_NAMES)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    return _saved(font)


def _instance(variable: bytes, style: str) -> bytes:
    """Named as a family of its own (1, 2, 3, 4, 6, 16, 17); 10 says what it was made from."""
    font = instantiateVariableFont(_open(BytesIO(variable)), {"wght": WEIGHTS[style]})
    full, postscript = f"{FAMILY} {style}", _file_name(style).removesuffix(".ttf")
    origin = f"Source Sans 3 at weight {WEIGHTS[style]}, with fewer alternative shapes"
    names = {1: full, 2: "Regular", 3: postscript, 4: full, 6: postscript, 10: origin}
    for identifier, name in (names | {16: FAMILY, 17: style}).items():
        font["name"].setName(name, identifier, 3, 1, 0x409)
    return _saved(font)


def _file_name(style: str) -> str:
    return f"{FAMILY.replace(' ', '')}-{style}.ttf"


def _open(file: Path | BytesIO) -> TTFont:
    return TTFont(file, recalcTimestamp=False)  # the hour of the build is not written


def _saved(font: TTFont) -> bytes:
    file = BytesIO()
    font.save(file)
    return file.getvalue()


if __name__ == "__main__":
    main()
