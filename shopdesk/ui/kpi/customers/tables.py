"""The tables of the customers view: classes with their moves, and personas with their drift."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from shopdesk.domain.kpi.customers.persona import Cut, PersonaRow
from shopdesk.domain.kpi.customers.rfm import ClassRow
from shopdesk.ui.grid import Column, GridFrame, Kind, Row
from shopdesk.ui.grid.columns import Text
from shopdesk.ui.kpi.customers import words

Behind = Callable[[Row], str]
PLACES = (Cut.CLASS, Cut.ITEM, Cut.REGION, Cut.BAND)


class ClassTable(QObject):
    """Columns and rows of the classes; ``behind`` says what stands behind a row."""

    behind: Behind | None = None

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        return (
            Column(
                name="name",
                title=lambda: self.tr("Class"),
                width=126,
                emphasis=True,
                tooltip=self._tip,
            ),
            Column(name="count", tooltip=self._tip, title=lambda: self.tr("Buyers"), kind=Kind.INT, width=60),
            Column(
                name="share",
                tooltip=self._tip,
                title=lambda: self.tr("Share"),
                unit=lambda: "%",
                kind=Kind.PERCENT,
                decimals=1,
                width=66,
            ),
            Column(name="yuan", tooltip=self._tip, title=lambda: self.tr("Sales"), kind=Kind.FLOAT, width=92),
            _share("yuan_share", lambda: self.tr("of sales"), width=78, tooltip=self._tip),
            Column(
                name="change", tooltip=self._tip, title=lambda: self.tr("Change"), kind=Kind.INT, signed=True, width=72
            ),
            Column(name="came", tooltip=self._tip, title=lambda: self.tr("Came from"), width=130, grow=1),
            Column(name="went", tooltip=self._tip, title=lambda: self.tr("Went to"), width=130, grow=1),
            Column(
                name="recency",
                tooltip=self._tip,
                title=lambda: self.tr("Days since"),
                kind=Kind.INT,
                width=72,
                additive=False,
                visible=False,
            ),
            Column(
                name="frequency",
                tooltip=self._tip,
                title=lambda: self.tr("Purchases"),
                kind=Kind.FLOAT,
                width=72,
                additive=False,
                visible=False,
            ),
        )

    def _tip(self, row: Row) -> str:
        return self.behind(row) if self.behind is not None else ""

    def frame(self, rows: Sequence[ClassRow], classes: words.Classes, *, has_before: bool) -> GridFrame:
        """Return the rows of a quarter."""
        return GridFrame(
            {
                "name": [words.class_name(row.key, classes) for row in rows],
                "count": [row.count for row in rows],
                "share": [row.share for row in rows],
                "yuan": [row.yuan for row in rows],
                "yuan_share": [row.yuan_share for row in rows],
                "change": [row.count - row.before if has_before else None for row in rows],
                "came": [words.moves_text(row.came, classes, came=True) for row in rows],
                "went": [words.moves_text(row.went, classes, came=False) for row in rows],
                "recency": [round(row.mean_recency) if row.count else None for row in rows],
                "frequency": [row.mean_frequency if row.count else None for row in rows],
            },
            keys=[row.key for row in rows],
        )


class PersonaTable(QObject):
    """Columns and rows of the personas; ``behind`` says what stands behind a row."""

    behind: Behind | None = None

    def columns(self) -> tuple[Column, ...]:
        """Return the columns."""
        return (
            Column(name="group", tooltip=self._tip, title=lambda: self.tr("Group"), width=420, grow=1, emphasis=True),
            Column(name="buyers", tooltip=self._tip, title=lambda: self.tr("Buyers"), kind=Kind.INT, width=72),
            Column(
                name="share",
                tooltip=self._tip,
                title=lambda: self.tr("Share"),
                unit=lambda: "%",
                kind=Kind.PERCENT,
                decimals=1,
                width=78,
            ),
            _share("before", lambda: self.tr("Quarter before"), width=120, tooltip=self._tip),
            Column(
                name="drift",
                tooltip=self._tip,
                title=lambda: self.tr("Change"),
                unit=lambda: self.tr("pp"),
                kind=Kind.PERCENT,
                decimals=1,
                signed=True,
                width=96,
            ),
            Column(name="chance", tooltip=self._tip, title=lambda: self.tr("More than chance?"), width=170),
            Column(
                name="yuan",
                tooltip=self._tip,
                title=lambda: self.tr("Sales"),
                unit=lambda: self.tr("yuan"),
                kind=Kind.FLOAT,
                width=110,
            ),
        )

    def frame(
        self, rows: Sequence[PersonaRow], cut: Cut, limits: tuple[float, float], classes: words.Classes
    ) -> GridFrame:
        """Return the groups of a cut."""
        places = PLACES if cut is Cut.ALL else (cut,)
        return GridFrame(
            {
                "group": [
                    " · ".join(
                        words.label_text(one, place, limits, classes)
                        for one, place in zip(row.labels, places, strict=True)
                    )
                    for row in rows
                ],
                "buyers": [row.buyers for row in rows],
                "share": [row.share for row in rows],
                "before": [row.share_before for row in rows],
                "drift": [None if row.share_before is None else row.share - row.share_before for row in rows],
                "chance": [self._chance(row) for row in rows],
                "yuan": [row.yuan for row in rows],
            },
            keys=[row.labels for row in rows],
        )

    def _tip(self, row: Row) -> str:
        return self.behind(row) if self.behind is not None else ""

    def _chance(self, row: PersonaRow) -> str | None:
        if row.p is None:
            return None
        return self.tr("yes, more than chance") if row.is_beyond_chance else self.tr("may be chance")


def _share(name: str, title: Text, *, width: int, tooltip: Behind) -> Column:
    return Column(name=name, tooltip=tooltip, title=title, unit=lambda: "%", kind=Kind.PERCENT, decimals=1, width=width)
