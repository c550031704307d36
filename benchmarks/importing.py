"""The whole import of a 200,000 × 18 keyword report against bare parsers, in one run.

Measured: from the path to the current figures as a DataFrame, through the use case of the window: read in the worker
process, recognised, typed, checked for repeated keys, stored durably, merged. The shop is open and the worker waits, as
in the window some seconds after its start; the files are in the system's cache. Alternatives: ``fastexcel`` reading all
cells as text; ``pyarrow.csv.read_csv`` of a UTF-8 twin with default options; ``pandas.read_excel(engine="openpyxl")``;
LibreOffice Calc converting to CSV. Medians, but one run of the slow last two.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from benchmarks.keyword_report import NAME, rows, write_csv, write_xlsx
from benchmarks.measuring import Line, median_s, seconds

ROWS = 200_000
XLSX_RATIO = 1.5
CSV_RATIO = 2.5
PANDAS_RATIO = 8


def measure(*, quick: bool = False) -> Iterator[Line]:
    """Yield a line for each alternative; ``quick`` leaves out the slow ones."""
    rounds = 3 if quick else 7
    with tempfile.TemporaryDirectory(prefix="shopdesk-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        workbook, chinese, twin = folder / f"{NAME}.xlsx", folder / f"{NAME}.csv", folder / "utf8.csv"
        write_xlsx(workbook, rows(ROWS))
        write_csv(chinese, rows(ROWS), "gb18030")
        write_csv(twin, rows(ROWS), "utf-8")
        importing = WholeImport(folder)
        try:
            yield from _csv(importing, chinese, twin, rounds)
            yield from _xlsx(importing, workbook, folder, rounds=3, quick=quick)
        finally:
            importing.close()


class WholeImport:
    """Imports into a new shop each time; making the shop isn't timed."""

    def __init__(self, folder: Path, *, rows: int = ROWS) -> None:
        from shopdesk import bootstrap

        self._bootstrap = bootstrap
        self._folder = folder
        self._rows = rows
        self._numbers = count()
        self._use_case = bootstrap.importing()

    def seconds(self, path: Path) -> float:
        """Return the seconds from the path to the current figures."""
        from shopdesk.app.jobs import SILENT

        workspace = self._bootstrap.open_workspace(self._folder / f"{next(self._numbers)}.shopdesk", create=True)

        def work() -> None:
            prepared = self._use_case.prepare([path], workspace, SILENT)
            committed = self._use_case.commit(prepared, workspace, SILENT)
            workspace.apply(committed.change)
            if len(workspace.frame("ad_keyword")) != self._rows:
                raise RuntimeError(f"rows are missing: {committed.outcomes}")

        try:
            return seconds(work)
        finally:
            workspace.close()

    def close(self) -> None:
        """End the worker."""
        self._bootstrap.close_reader()


def _csv(importing: WholeImport, path: Path, twin: Path, rounds: int) -> Iterator[Line]:
    import pyarrow.csv as arrow_csv

    importing.seconds(path)
    arrow_csv.read_csv(twin)
    ours, bare = [], []
    for _ in range(rounds):  # in turn, so that both meet the same disturbances
        bare.append(seconds(lambda: arrow_csv.read_csv(twin)))
        ours.append(importing.seconds(path))
    yield Line(
        "import GB18030 .csv, 200,000 × 18", _middle(ours), "s", "pyarrow.csv of UTF-8 twin", _middle(bare), CSV_RATIO
    )


def _xlsx(importing: WholeImport, path: Path, folder: Path, *, rounds: int, quick: bool) -> Iterator[Line]:
    import fastexcel

    def bare() -> object:
        return fastexcel.read_excel(path).load_sheet(0, header_row=None, dtypes="string").to_arrow()

    importing.seconds(path)
    read = median_s(bare, rounds)
    ours = _middle([importing.seconds(path) for _ in range(rounds)])
    yield Line("import .xlsx, 200,000 × 18", ours, "s", "fastexcel as text", read, XLSX_RATIO)
    if quick:
        return
    yield Line(
        "import .xlsx, 200,000 × 18", ours, "s", "pandas with openpyxl", seconds(_pandas(path)), PANDAS_RATIO, True
    )
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office:
        command = [office, "--headless", "--convert-to", "csv", "--outdir", str(folder / "office"), str(path)]
        took = seconds(lambda: subprocess.run(command, check=True, capture_output=True))
        yield Line("import .xlsx, 200,000 × 18", ours, "s", "LibreOffice Calc to CSV", took, 1, True)


def _pandas(path: Path) -> Callable[[], object]:
    def work() -> object:
        import pandas as pd

        return pd.read_excel(path, engine="openpyxl")

    return work


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
