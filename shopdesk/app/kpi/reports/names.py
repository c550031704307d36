"""The names by which the operator's own Excel template asks for figures, and what stands in each cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from shopdesk.app.kpi.reports.model import HeadFigure, Report, Waterfall
from shopdesk.app.kpi.reports.words import Words
from shopdesk.domain.kpi.catalogue import BOARD, Catalogue


class TemplateRefused(ValueError):
    """A file can't be filled; ``code`` says why: ``no_workbook`` or ``no_names``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of a template's names: those filled, those unknown, those that are no single cell.

    ``empty`` are names that are known, but of which the shop has no figure: their cells are left empty.
    """

    names: tuple[str, ...]
    unknown: tuple[str, ...]
    misplaced: tuple[str, ...]
    empty: tuple[str, ...]


PREFIX: Final = "shopdesk_"
OF_REPORT: Final = ("title", "shop", "period", "period_start", "period_end", "as_of", "missing", "made_at", "causes")
"""Names that belong to the report as a whole; the period's ends are real dates."""
OF_FIGURE: Final = ("", "_change", "_before", "_base", "_verdict")
"""Endings after the name of a metric: the value, its change, the value before, what that is, the verdict."""


def known_names(metrics: Catalogue = BOARD) -> tuple[str, ...]:
    """Return every name that a template may use; ``metrics`` are those in force in the shop."""
    figures = [f"{PREFIX}{metric}{ending}" for metric in metrics for ending in OF_FIGURE]
    return (*(f"{PREFIX}{name}" for name in OF_REPORT), *figures)


def named_values(report: Report) -> dict[str, str | float | date | None]:
    """Return what each name stands for: numbers as numbers, rates as fractions, None where it isn't known."""
    causes = [block.sentence for block in report.blocks() if isinstance(block, Waterfall)]
    own: dict[str, str | float | date | None] = {
        "title": report.title,
        "shop": report.shop,
        "period": report.when,
        "period_start": report.period.start,
        "period_end": report.period.end,
        "as_of": report.as_of,
        "missing": "\n".join(one.text for one in report.missing),
        "made_at": f"{report.made_at:%Y-%m-%d %H:%M}",
        "causes": "\n".join(causes),
    }
    values = dict.fromkeys(known_names()) | {f"{PREFIX}{name}": value for name, value in own.items()}
    for figure in report.figures:
        for ending, value in zip(OF_FIGURE, _figure(figure), strict=True):
            values[f"{PREFIX}{figure.metric}{ending}"] = value
    return values


def _figure(figure: HeadFigure) -> tuple[str | float | date | None, ...]:
    return (figure.value, figure.change, figure.before, figure.base, figure.verdict)


def meaning(words: Words, name: str, metrics: Catalogue = BOARD) -> str:
    """Return what a name stands for, in words."""
    plain = name.removeprefix(PREFIX)
    if plain in OF_REPORT:
        return words(f"name_{plain}")
    for ending in sorted(OF_FIGURE, key=len, reverse=True):
        metric = metrics.get(plain.removesuffix(ending)) if plain.endswith(ending) else None
        if metric is not None:
            own = words.pair(metric.zh, metric.en)
            return words(f"name_of_figure{ending}", name=own)
    return ""
