"""Make ``resources/fonts/ShopDeskReport-*.otf``: the font of printed reports, cut down from Noto Sans CJK SC.

Run with an interpreter that has fonttools, and the folder with ``NotoSansCJK-Regular.ttc`` and ``NotoSansCJK-Bold.ttc``
(Debian: package ``fonts-noto-cjk``) as the one argument. Kept are GB 2312 (all 6,763 common characters and signs),
Latin 1 and the signs that reports print; other characters come from a font of the system. The font is under the SIL
Open Font License 1.1 (``resources/licences/noto-sans-cjk.txt``) and says so within; it may be embedded (``fsType`` 0).
It gets a name of its own so that it can't be mixed up with an installed one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = ("Regular", "Bold")
FAMILY = "ShopDesk Report"
SOURCE_FAMILY = "Noto Sans CJK SC"
SIGNS = "•—–−‘’“”…·×÷±≤≥≈→←↑↓▲▼＝●○◆◇■□△▽√％‰￥€²³½ 　\N{THIN SPACE}"
INSTALLABLE = 0
TAB = 0x09
UNUSED_SPACE = 0x2003  # em space: no report writes one


def characters() -> set[int]:
    """Return the code points that are kept."""
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    common = {ord(text) for pair in rows if (text := pair.decode("gb2312", errors="ignore"))}
    return common | set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | {ord(sign) for sign in SIGNS} | {UNUSED_SPACE}


def chosen(collection: TTCollection) -> TTFont:
    """Return the font for simplified Chinese."""
    return next(font for font in collection.fonts if font["name"].getDebugName(1) == SOURCE_FAMILY)


def rename(font: TTFont, weight: str) -> None:
    """Give the font its own name and drop names in other languages."""
    names, plain = font["name"], f"ShopDeskReport-{weight}"
    names.names = [one for one in names.names if one.langID == 0x409]
    for number, text in ((1, FAMILY), (3, f"{FAMILY} {weight}"), (4, f"{FAMILY} {weight}"), (6, plain)):
        names.setName(text, number, 3, 1, 0x409)
    table = font["CFF "].cff
    table.fontNames = [plain]
    table.topDictIndex[0].FamilyName = FAMILY
    table.topDictIndex[0].FullName = f"{FAMILY} {weight}"


def tell_space_from_tab(font: TTFont) -> None:
    """Give the tab a glyph of its own: Qt would else say that every space of a PDF is a tab."""
    for table in font["cmap"].tables:
        if table.isUnicode() and UNUSED_SPACE in table.cmap:
            table.cmap[TAB] = table.cmap[UNUSED_SPACE]


def make(source: Path, weight: str) -> None:
    """Write one weight."""
    font = chosen(TTCollection(source / f"NotoSansCJK-{weight}.ttc"))
    if font["OS/2"].fsType != INSTALLABLE:
        raise SystemExit("this font may not be embedded")
    options = subset.Options(layout_features=["kern"], hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 13, 14])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    tell_space_from_tab(font)
    rename(font, weight)
    target = FOLDER / f"ShopDeskReport-{weight}.otf"
    FOLDER.mkdir(parents=True, exist_ok=True)
    font.save(target)
    print(f"{target.name}: {target.stat().st_size / 1e6:.2f} MB, {len(font.getGlyphOrder())} glyphs")


def main(arguments: list[str]) -> int:
    for weight in WEIGHTS:
        make(Path(arguments[0]), weight)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
