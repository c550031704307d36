"""The words that an entry or a rule would move: from which quadrant to which, with what they cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from shopdesk.app.keywords.teaching import Moved
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import Library
from shopdesk.ui import formats
from shopdesk.ui.grid.columns import Column, Kind
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.painting import CellPaint, draw_swatch
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.value_columns import yuan
from shopdesk.ui.plain import plain_tip


def costs_of(library: Library | None) -> dict[str, float]:
    """Return what words cost in the period, in yuan; a word without a known cost is left out."""
    if library is None:
        return {}
    pairs = zip(library.words.index.tolist(), library.words["cost"].tolist(), strict=True)
    return {str(word): float(cost) for word, cost in pairs if cost is not None and cost == cost}


def moved_frame(moved: Sequence[Moved], costs: Mapping[str, float]) -> GridFrame:
    """Return moved words as rows, dearest first."""
    ordered = sorted(moved, key=lambda one: (-costs.get(one.word, 0.0), one.word))
    return GridFrame(
        {
            "word": [one.word for one in ordered],
            "before": [one.before.value for one in ordered],
            "after": [one.after.value for one in ordered],
            "why": [wording.reason(one.label) for one in ordered],
            "cost": [costs.get(one.word) for one in ordered],
        },
        keys=[one.word for one in ordered],
    )


def moved_columns() -> tuple[Column, ...]:
    """Return the columns of moved words."""
    return (
        Column(
            name="word",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Word"),
            width=160,
            grow=3,
            emphasis=True,
            tooltip=lambda row: plain_tip(str(row["word"] or "")),
        ),
        _quadrant_column("before", before=True),
        _quadrant_column("after", before=False),
        Column(
            name="why",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Because"),
            width=140,
            grow=2,
            tooltip=lambda row: plain_tip(str(row["why"] or "")),
        ),
        yuan("cost", lambda: QCoreApplication.translate("Keywords", "Spend"), width=92, additive=True),
    )


def moved_text(moved: Sequence[Moved], costs: Mapping[str, float]) -> str:
    """Return in a sentence how many words move, and what they cost in the period."""
    if not moved:
        return QCoreApplication.translate(
            "KeywordDictionary", "No word of the imported reports changes; later imports follow it."
        )
    spent = [costs[one.word] for one in moved if one.word in costs]
    text = QCoreApplication.translate(
        "KeywordDictionary", "{count} {count:word changes its|words change their} quadrant"
    ).format(count=formats.full(len(moved)))
    if not spent:
        return text
    return QCoreApplication.translate("KeywordDictionary", "{text}: {cost} yuan of this period's spend").format(
        text=text, cost=formats.money(sum(spent))
    )


def _quadrant_column(name: str, *, before: bool) -> Column:
    def title() -> str:
        if before:
            return QCoreApplication.translate("KeywordDictionary", "Now")
        return QCoreApplication.translate("KeywordDictionary", "Then")

    def paint(cell: CellPaint) -> None:
        quadrant = Quadrant(cell.value)
        draw_swatch(cell, color=wording.quadrant_colour(quadrant, cell.tokens), text=wording.quadrant_name(quadrant))

    return Column(
        name=name,
        title=title,
        kind=Kind.TEXT,
        width=104,
        text=lambda row: wording.quadrant_name(Quadrant(row[name])),
        paint=paint,
    )
