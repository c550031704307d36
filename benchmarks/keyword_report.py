"""The keyword report of every benchmark: 18 columns as platforms print them, seeded, in three file forms."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final

HEADERS: Final = (
    "日期", "场景ID", "场景名字", "计划ID", "计划名字", "单元ID", "单元名字", "宝贝ID", "宝贝名称", "词类型",
    "词ID/词包ID", "词名字/词包名字", "展现量", "点击量", "花费", "点击率", "总成交金额", "总成交笔数",
)  # fmt: skip
TEXT_COLUMNS: Final = 12
DAYS: Final = 90
NAME: Final = "关键词报表_20260101_20260331"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"


def rows(count: int) -> Iterator[list[str]]:
    """Yield the header and so many rows as text cells."""
    dice = random.Random(1)
    start = date(2026, 1, 1)
    yield list(HEADERS)
    for number in range(count):
        day, word = start + timedelta(days=number % DAYS), number // DAYS
        shown = dice.randrange(1, 3000)
        clicks = dice.randrange(0, shown // 10 + 1)
        orders = dice.randrange(0, clicks // 8 + 1)
        plan, unit, item = word % 3, word % 40, word % 60
        cost, revenue = round(clicks * dice.uniform(0.3, 2.5), 2), round(orders * dice.uniform(20, 90), 2)
        yield [
            day.isoformat(), "371", "关键词推广", f"7001100{plan}", f"计划 {plan}", f"8100{unit:02d}", f"单元 {unit}",
            f"6281000{item:05d}", f"果山里坚果礼盒 {item} 号", "关键词", f"93{word:08d}", f"坚果 {word}", str(shown),
            str(clicks), str(cost), str(round(clicks / shown, 5)), str(revenue), str(orders),
        ]  # fmt: skip


def write_csv(path: Path, table: Iterator[Sequence[str]], encoding: str) -> None:
    """Write plain CSV with the line ends of Windows."""
    with path.open("w", encoding=encoding, newline="") as stream:
        stream.writelines(",".join(row) + "\r\n" for row in table)


def write_xlsx(path: Path, table: Iterator[Sequence[str]], text_columns: int = TEXT_COLUMNS) -> None:
    """Write text cells as shared strings and the other columns as numbers, as platforms do."""
    strings: dict[str, int] = {}
    letters = [chr(65 + number) if number < 26 else "A" + chr(39 + number) for number in range(52)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for name, text in _frame().items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as stream:
            stream.write(f'<worksheet xmlns="{_MAIN}"><sheetData>'.encode())
            for row, cells in enumerate(table, start=1):
                parts = [
                    f'<c r="{letters[column]}{row}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
                    if row == 1 or column < text_columns
                    else f'<c r="{letters[column]}{row}"><v>{value}</v></c>'
                    for column, value in enumerate(cells)
                    if value
                ]
                stream.write(f'<row r="{row}">{"".join(parts)}</row>'.encode())
            stream.write(b"</sheetData></worksheet>")
        items = "".join(f"<si><t>{text}</t></si>" for text in strings)
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{items}</sst>')


def _frame() -> dict[str, str]:
    """Return the parts of a workbook that don't depend on its cells."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relation = f'<Relationship Id="rId{{}}" Type="{_OFFICE}/{{}}" Target="{{}}"/>'
    overrides = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{kind}.{what}+xml"/>'
        for part, what in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"),
        )
    )
    both = relation.format(1, "worksheet", "worksheets/sheet1.xml") + relation.format(
        2, "sharedStrings", "sharedStrings.xml"
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relation.format(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="关键词报表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{both}</Relationships>',
    }
