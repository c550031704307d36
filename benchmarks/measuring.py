"""What every benchmark shares: timing, one line of the table, the table."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement beside its alternative of the same run; ``target`` is a ratio unless the unit says ms or MB.

    ``reverse`` means that the alternative should take at least ``target`` times as long.
    """

    name: str
    measured: float
    unit: str  # s, ms, MB, %, F1, a month or share
    alternative: str = ""
    beside: float | None = None
    target: float | None = None
    reverse: bool = False

    @property
    def ratio(self) -> float | None:
        """Measured by alternative, or the other way round where the alternative is to be slower."""
        if self.beside is None or not self.measured:
            return None
        return self.beside / self.measured if self.reverse else self.measured / self.beside

    @property
    def is_met(self) -> bool | None:
        """Whether the target holds; None where there is none."""
        value = self.measured if self.beside is None else self.ratio
        if self.target is None or value is None:
            return None
        return value >= self.target if self.reverse else value <= self.target

    def cells(self) -> tuple[str, ...]:
        """Return the texts of the table."""
        sign = "≥" if self.reverse else "≤"
        limit = self.unit if self.beside is None else "×"
        beside = "" if self.beside is None else _number(self.beside, self.unit)
        met = {True: "ok", False: "MISSED", None: ""}[self.is_met]
        return (
            self.name,
            _number(self.measured, self.unit),
            self.alternative,
            beside,
            "" if self.ratio is None else f"{self.ratio:.2f} ×",
            "" if self.target is None else f"{sign} {self.target:g} {limit}",
            met,
        )


def table(lines: Iterable[Line]) -> str:
    """Return the lines as one table of fixed columns."""
    head = ("name", "measured", "alternative", "takes", "ratio", "target", "")
    rows = [head, *(line.cells() for line in lines)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(
        "  ".join(
            _padded(cell, width, right=place in (1, 3, 4))
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def median_s(work: Callable[[], object], rounds: int) -> float:
    """Return the median seconds of several runs."""
    return statistics.median(seconds(work) for _ in range(rounds))


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def fresh_process(code: str, arguments: Iterable[str] = (), **environment: str) -> list[float]:
    """Return the numbers that a fresh Python prints on its last line; ``STARTED`` holds when it was started."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "STARTED": repr(time.time()), **environment}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: modules are compiled once
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=surroundings,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [float(word) for word in done.stdout.splitlines()[-1].split()]


def _number(value: float, unit: str) -> str:
    if unit in ("s", "F1", "a month", "share"):
        return f"{value:.3f} {unit}"
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.1f} {unit}"


def _width(text: str) -> int:
    return len(text)


def _padded(text: str, width: int, *, right: bool) -> str:
    return text.rjust(width) if right else text.ljust(width)
