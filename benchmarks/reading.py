# ruff: noqa: E501 - XML is easier to read on one line
"""How fast the file reader is beside the bare parsers, as ratios in one run.

``python benchmarks/reading.py [--rows 200000] [--pandas] [--libreoffice] [--largest]``; files go to a temporary folder.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

HEADERS = [
    "日期",
    "场景名字",
    "计划ID",
    "计划名字",
    "单元ID",
    "宝贝ID",
    "词类型",
    "词ID/词包ID",
    "词名字/词包名字",
    "展现量",
    "点击量",
    "花费",
    "点击率",
    "平均点击花费",
    "总成交金额",
    "总成交笔数",
    "投入产出比",
    "平均展现排名",
]
TEXT_COLUMNS = 9
ROUNDS = 3
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def keyword_report(rows: int) -> Iterator[list[str]]:
    """Yield a believable keyword report as text cells, header first."""
    generator = random.Random(20260619)
    words = [f"{style}{thing}{year}" for style in ["夏季", "法式", "显瘦", "大码", "碎花", "复古"] for thing in
             ["连衣裙", "半身裙", "衬衫", "防晒衣", "阔腿裤"] for year in range(100)]  # fmt: skip
    yield list(HEADERS)
    for number in range(rows):
        clicks = int(generator.expovariate(0.05))
        impressions = clicks * generator.randint(10, 60) + generator.randint(0, 50)
        cost = round(clicks * generator.uniform(0.3, 3.0), 2)
        orders = sum(generator.random() < 0.03 for _ in range(min(clicks, 40)))
        sales = round(orders * generator.uniform(39, 299), 2)
        word = generator.randrange(len(words))
        day = number * 90 // rows
        yield [
            f"2026/{4 + day // 30:02d}/{day % 30 + 1:02d}", "关键词推广", f"{73_000_000_000 + word % 12}",
            f"夏季上新计划{word % 12}", f"{84_000_000_000 + word % 80}", f"{650_000_000_000 + word % 60}", "关键词",
            f"{9_100_000_000 + word}", words[word], str(impressions), str(clicks), f"{cost:.2f}",
            f"{clicks / impressions:.5f}" if impressions else "", f"{cost / clicks:.2f}" if clicks else "",
            f"{sales:.2f}", str(orders), f"{sales / cost:.2f}" if cost else "", f"{generator.uniform(1, 20):.1f}",
        ]  # fmt: skip


def write_xlsx(path: Path, table: Iterator[list[str]], text_columns: int = TEXT_COLUMNS) -> None:
    """Write text and number cells with shared strings, as platforms do."""
    strings: dict[str, int] = {}
    letters = [chr(65 + number) if number < 26 else "A" + chr(39 + number) for number in range(52)]
    relation = f'<Relationship Id="rId{{}}" Type="{OFFICE}/{{}}" Target="{{}}"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>')  # fmt: skip
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{relation.format(1, "officeDocument", "xl/workbook.xml")}</Relationships>')  # fmt: skip
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="关键词报表" sheetId="1" r:id="rId1"/></sheets></workbook>')  # fmt: skip
        archive.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relation.format(1, "worksheet", "worksheets/sheet1.xml")}{relation.format(2, "sharedStrings", "sharedStrings.xml")}</Relationships>')  # fmt: skip
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as stream:
            stream.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
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
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}" uniqueCount="{len(strings)}">{items}</sst>')


def write_csv(path: Path, table: Iterator[list[str]], encoding: str) -> None:
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream).writerows(table)


def seconds(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of an action."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def bare_fastexcel(path: Path, *, eager: bool = True) -> None:
    import fastexcel

    sheet = fastexcel.read_excel(path).load_sheet(0, header_row=None, dtypes="string", eager=eager)
    if not eager:
        sheet.to_arrow()


def bare_arrow_csv(path: Path) -> None:
    from pyarrow import csv as arrow_csv

    arrow_csv.read_csv(path)


def largest_sheet(folder: Path) -> None:
    """Read the largest legal sheet of 50 columns and print time and memory."""
    from shopdesk.app.importing.model import SourceFile
    from shopdesk.app.jobs import SILENT
    from shopdesk.io.reading import SafeReader

    path = folder / "largest.xlsx"
    rows = 1_048_576
    row = ["2026/06/19", "连衣裙"] + [f"{number * 1.25:.2f}" for number in range(48)]
    write_xlsx(path, (row for _ in range(rows)), text_columns=2)
    print(f"largest sheet: {path.stat().st_size / 1e6:.0f} MB packed")
    start = time.perf_counter()
    with SafeReader() as reader:
        book = reader.read(SourceFile(path), SILENT)
    cells = [(sheet.cells.num_rows, sheet.cells.num_columns) for sheet in book.sheets]
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    codes = [issue.code for issue in book.issues]
    print(
        f"  {time.perf_counter() - start:.1f} s, sheets {cells}, issues {codes}, peak {own:.0f} MB here, {worker:.0f} MB worker"
    )


def main() -> int:
    """Run the measurements and print one line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--pandas", action="store_true", help="also time pandas with openpyxl (half a minute)")
    parser.add_argument("--libreoffice", action="store_true", help="also time LibreOffice Calc converting to CSV")
    parser.add_argument("--largest", action="store_true", help="only read the largest legal sheet of 50 columns")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="shopdesk-bench-"))
    try:
        if options.largest:
            largest_sheet(folder)
            return 0
        return measure(folder, options)
    finally:
        shutil.rmtree(folder)


def measure(folder: Path, options: argparse.Namespace) -> int:
    """Time the reader beside the bare parsers on one report."""
    from shopdesk.app.importing.model import SourceFile
    from shopdesk.app.jobs import SILENT
    from shopdesk.io.reading import SafeReader

    workbook, chinese, utf8 = folder / "关键词报表.xlsx", folder / "关键词报表.csv", folder / "utf8.csv"
    write_xlsx(workbook, keyword_report(options.rows))
    write_csv(chinese, keyword_report(options.rows), "gb18030")
    write_csv(utf8, keyword_report(options.rows), "utf-8")
    with SafeReader() as reader:
        reader.prewarm()
        reader.read(SourceFile(utf8), SILENT)
        bare_arrow_csv(utf8)
        eager = seconds(lambda: bare_fastexcel(workbook))
        lazy = seconds(lambda: bare_fastexcel(workbook, eager=False), 1)
        safe = seconds(lambda: reader.read(SourceFile(workbook), SILENT))
        print(
            f"xlsx {options.rows} x {len(HEADERS)}: reader {safe:.2f} s, bare fastexcel {eager:.2f} s (lazy {lazy:.2f} s)"
        )
        print(f"  ratio {safe / eager:.2f} to the eager read, {safe / lazy:.2f} to the lazy one")
        bare = seconds(lambda: bare_arrow_csv(utf8), 5)
        safe_csv = seconds(lambda: reader.read(SourceFile(chinese), SILENT), 5)
        print(f"GB18030 csv: reader {safe_csv:.2f} s, bare pyarrow.csv of the UTF-8 twin {bare:.2f} s")
        print(f"  ratio {safe_csv / bare:.2f}")
    if options.pandas:
        import pandas as pd

        slow = seconds(lambda: pd.read_excel(workbook, engine="openpyxl"), 1)
        print(f"pandas with openpyxl: {slow:.1f} s, {slow / safe:.0f} times the reader")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if options.libreoffice and office:
        command = [office, "--headless", "--convert-to", "csv", "--outdir", str(folder / "out"), str(workbook)]
        slow = seconds(lambda: subprocess.run(command, check=True, capture_output=True), 1)
        print(f"LibreOffice to CSV: {slow:.1f} s, {slow / safe:.1f} times the reader")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    sys.exit(main())
