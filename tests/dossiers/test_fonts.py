"""The typeface of the PDFs: three weights that `scripts/fonts.py` cuts from the font package.

`make check` compares them, byte for byte, with what the script builds.
"""

from io import BytesIO
from pathlib import Path

import fontpkg_source_sans_3
import pikepdf
import pytest
from fontTools.ttLib import TTFont

from apps.dossiers.pdf import FONTS

from .samples import lawyer_content, made

PACKAGE = Path(fontpkg_source_sans_3.__file__).parent
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}
RESERVED = "Source"  # by the licence: a modified font may not bear this name
FAMILY, FULL, POSTSCRIPT, TYPOGRAPHIC_FAMILY = 1, 4, 6, 16


def font(style: str) -> TTFont:
    return TTFont(FONTS / f"VigieSans-{style}.ttf")


@pytest.mark.parametrize("style", WEIGHTS)
def test_no_character_is_lost(style: str) -> None:
    """Names come from everywhere: Łódź, Őrsi, Țăran, Şahin, Nguyễn, Αθηνά, Юлия."""
    variable = TTFont(PACKAGE / "files" / "SourceSans3[wght].ttf")
    assert set(font(style).getBestCmap()) == set(variable.getBestCmap())
    assert not {ord(sign) for sign in "ŁźŐȚăŞễΑάЮ«»œŒ’…№€"} - set(font(style).getBestCmap())


@pytest.mark.parametrize(("style", "weight"), WEIGHTS.items())
def test_it_bears_a_name_of_its_own_and_keeps_its_licence(style: str, weight: int) -> None:
    instance = font(style)
    assert "fvar" not in instance
    assert instance["OS/2"].usWeightClass == weight
    names = {name.nameID: str(name) for name in instance["name"].names}
    for identifier in (FAMILY, FULL, POSTSCRIPT, TYPOGRAPHIC_FAMILY):
        assert "Vigie" in names[identifier]
        assert RESERVED not in names[identifier]
    assert "SIL Open Font License" in "".join(names.values())


def test_a_dossier_embeds_the_three_and_says_what_each_glyph_reads() -> None:
    with pikepdf.open(BytesIO(made(lawyer_content()))) as document:
        fonts = [item for item in document.objects if is_font(item)]
        assert {str(item.BaseFont).split("+")[1] for item in fonts} == {
            "Vigie-Sans",
            "Vigie-Sans-Semi-Bold",
            "Vigie-Sans-Bold",
        }
        for item in fonts:
            assert "/ToUnicode" in item
            assert "/FontFile2" in item.DescendantFonts[0].FontDescriptor


def is_font(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type0"
