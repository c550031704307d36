"""The words of reports in the language of the report, which need not be that of the window."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from typing import Any

from shopdesk import assets
from shopdesk.app.kpi.reports.model import Kind, Value
from shopdesk.domain.periods import Period

UNKNOWN = "—"
MINUS = "−"
_DECIMALS = {Kind.INTEGER: 0, Kind.NUMBER: 2, Kind.MONEY: 2, Kind.PERCENT: 2, Kind.TIMES: 2, Kind.POINTS: 2}


@cache
def texts() -> dict[str, dict[str, str]]:
    """Return all words by name, each with ``zh`` and ``en``."""
    loaded: dict[str, dict[str, str]] = tomllib.loads(assets.path("messages", "reports.toml").read_text("utf-8"))
    return loaded


class Words:
    """The words of one language; called with a name and the values of its placeholders."""

    def __init__(self, language: str) -> None:
        self.language = "zh_CN" if language.startswith("zh") else "en"
        self._of = "zh" if self.chinese else "en"

    @property
    def chinese(self) -> bool:
        """Whether the language is Chinese."""
        return self.language == "zh_CN"

    def __call__(self, name: str, /, **values: Any) -> str:
        """Return a text; KeyError for a name that has none."""
        return texts()[name][self._of].format(**values)

    def has(self, name: str) -> bool:
        """Return whether a text of that name is there."""
        return name in texts()

    def pair(self, zh: str, en: str) -> str:
        """Return the one of two texts that is in this language."""
        return zh if self.chinese else en

    def listed(self, names: list[str]) -> str:
        """Return several names as one text."""
        return ("、" if self.chinese else ", ").join(names)

    def day(self, day: date) -> str:
        """Return a day with its weekday: 2026-06-22 周一."""
        return f"{day:%Y-%m-%d} {self(f'weekday_{day.weekday()}')}"

    def span(self, period: Period) -> str:
        """Return a period with full dates."""
        if period.days == 1:
            return self.day(period.start)
        return f"{period.start:%Y-%m-%d} – {period.end:%Y-%m-%d}"

    def value(self, value: Value, kind: Kind, *, signed: bool = False, decimals: int | None = None) -> str:
        """Return a value as it is printed; "—" where unknown. Minus is U+2212 so that signed figures align."""
        if value is None or isinstance(value, str):
            return UNKNOWN if value is None else value
        if isinstance(value, date):
            return f"{value:%Y-%m-%d}"
        places = _DECIMALS.get(kind, 2) if decimals is None else decimals
        shown = value * 100 if kind is Kind.PERCENT else value
        text = f"{abs(shown):,.{places}f}"
        is_zero = not any(digit in text for digit in "123456789")
        sign = "" if is_zero else MINUS if shown < 0 else "+" if signed else ""
        unit = {Kind.PERCENT: " %", Kind.POINTS: f" {self('points')}"}.get(kind, "")
        return f"{sign}{text}{unit}"
