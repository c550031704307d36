"""Candidates side by side with all their figures; the best of a row is marked only where that is sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from shopdesk.domain.promotions.compared import NONE, Row, surely_best
from shopdesk.ui import formats
from shopdesk.ui.cards import button, label, rule, scrolled
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.promotions.finder.aim_fields import aim_text, floor_text
from shopdesk.ui.promotions.result.answer import chance_texts, row_of
from shopdesk.ui.promotions.result.state import ResultState
from shopdesk.ui.promotions.result.table import change_text, row_name, span_text, value_text
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import Candidate, DesignStudy

_BEST = "★"
_WIDTH_PX, _HEIGHT_PX = 800, 600
_NAMES_PX, _COLUMN_PX = 320, 128


class CompareDialog(DialogShell):
    """A column each for none of them and for every candidate; ``text()`` is the table for a spreadsheet."""

    def __init__(self, state: ResultState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setWindowTitle(self.tr("Candidates side by side"))
        count = 0 if state.study is None else len(state.study.candidates)
        self.setMinimumSize(max(_WIDTH_PX, _NAMES_PX + (count + 1) * _COLUMN_PX), _HEIGHT_PX)
        self.judged_by = label("", "caption")
        self.column.addWidget(self.judged_by)
        self.cells: list[list[str]] = []
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        if state.study is not None:
            self._fill(state.study)
        self.column.addWidget(scrolled(body), 1)
        note = self.tr(
            "★ best in nine of ten draws. Changes are against none of them, with the 80 % interval of the model; "
            "without an interval they are exact for the same orders."
        )
        self.column.addWidget(label(note, "caption", wrap=True))
        self.copy = button(self.tr("Copy the table"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.add_close(self.tr("Close"), beside=(self.copy,))

    def text(self) -> str:
        """Return the table with tabs, as spreadsheets take it."""
        rows = ["\t".join(cell.replace("\n", " ") for cell in row) for row in self.cells]
        return "\n".join([self.judged_by.text(), *rows])

    def _fill(self, study: DesignStudy) -> None:
        found = list(study.candidates.values())
        none = self.tr("Without it") if study.question.is_in_use else self.tr("None (today)")
        self._line(
            [self.tr("Figure"), none, *(self._state.names.get(one.design.offer_id, "") for one in found)], head=True
        )
        self.judged_by.setText(self.tr("Judged by {aim}").format(aim=aim_text(study.question.aim)))
        if study.chances:
            texts = chance_texts(study.chances)
            names = [NONE, *(one.design.offer_id for one in found)]
            self._line([self.tr("Chance of being best"), *(texts[name] for name in names)])
        for row in Row:
            self._figure(study, found, row)
        self._sources(found)
        self._line([self.tr("Top up to a step, orders"), formats.UNKNOWN, *(self._topped(one) for one in found)])
        floor = study.question.aim.margin_floor
        if floor is not None:
            kept = [_kept(study, one, floor / 1000) for one in found]
            text = self.tr("Chance to keep {floor} margin").format(floor=floor_text(floor))
            self._line([text, formats.UNKNOWN, *kept])

    def _figure(self, study: DesignStudy, found: list[Candidate], row: Row) -> None:
        complete = len(study.drawn) == len(found)
        best = surely_best(study.drawn, row) if complete else None
        rows = [row_of(one, row) for one in found]
        cells = [value_text(row, rows[0].before) if rows else formats.UNKNOWN]
        for one in rows:
            cell = value_text(row, one.after)
            if one.change is not None:
                cell += f"\n{change_text(row, one.change.median)}"
                if one.change.low != one.change.high:
                    cell += f"\n{span_text(one)}"
            cells.append(cell)
        names = [NONE, *(one.design.offer_id for one in found)]
        if best is not None:
            at = names.index(best)
            cells[at] = f"{_BEST} {cells[at]}"
        self._line([row_name(row), *cells])

    def _sources(self, found: list[Candidate]) -> None:
        if not any(one.sources is not None for one in found):
            return
        names = {
            "windfall": self.tr("Given away (were there anyway)"),
            "top_up": self.tr("Topped up"),
            "trade_down": self.tr("Fell back to a step"),
            "returns": self.tr("Returned"),
            "lift": self.tr("Further orders"),
        }
        for key, name in names.items():
            cells = [
                formats.UNKNOWN if one.sources is None else formats.signed(getattr(one.sources, key) / 100)
                for one in found
            ]
            self._line([self.tr("Margin · {part}, yuan").format(part=name), "0", *cells])

    def _topped(self, one: Candidate) -> str:
        if one.forecast is None:
            return formats.UNKNOWN
        return " + ".join(formats.full(moved.orders.median) for moved in one.forecast.moved) or "0"

    def _line(self, cells: list[str], *, head: bool = False) -> None:
        line = 2 * len(self.cells)
        self.cells.append(cells)
        for place, text in enumerate(cells):
            cell: QLabel = label(text, "caption" if head or not place else "")
            cell.setFont(body_font(pixels=CAPTION_PT_PX, medium=head or text.startswith(_BEST)))
            side = Qt.AlignmentFlag.AlignRight if place else Qt.AlignmentFlag.AlignLeft
            cell.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(cell, line, place)
            self._grid.setColumnStretch(place, 1)
        self._grid.addWidget(rule(), line + 1, 0, 1, len(cells))


def _kept(study: DesignStudy, one: Candidate, floor: float) -> str:
    """Return how likely a candidate keeps the margin rate; of one without a forecast whether it does."""
    drawn = study.drawn.get(one.design.offer_id)
    if drawn is not None:
        return formats.percent(drawn.floor_chance(floor), decimals=0)
    rate = row_of(one, Row.MARGIN_RATE).after
    if rate is None:
        return formats.UNKNOWN
    if rate >= floor:
        return QCoreApplication.translate("CompareDialog", "kept on the same orders")
    return QCoreApplication.translate("CompareDialog", "not kept on the same orders")
