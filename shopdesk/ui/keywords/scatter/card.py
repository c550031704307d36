"""The table's words as a picture: click rate × value of a click, with lines to drag and a loop that selects."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QStackedWidget, QWidget

from shopdesk.app.keywords.scatter_lines import ScatterLines, keep_scatter_lines, scatter_lines
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import Library
from shopdesk.domain.keywords.margin import Margin
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, LinkButton, label
from shopdesk.ui.charts.legend import Legend, LegendEntry, Mark
from shopdesk.ui.charts.scatter import Scatter
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.model import GridModel
from shopdesk.ui.keywords import wording
from shopdesk.ui.keywords.quadrant_card import ROLES
from shopdesk.ui.keywords.scatter.points import NO_LINES, Lines, lines_of, points_of

_SPIN_PX: Final = 84


class ScatterCard(Card):
    """Shows the rows that the table's filters let through.

    ``selected`` tells the keys that were ringed, ``activated`` the word that is to be seen in the table,
    ``only_wanted`` that the table is to show only the selected ones.
    """

    selected = Signal(object)
    activated = Signal(str)
    only_wanted = Signal()

    def __init__(self, context: UiContext, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=8, parent=parent)
        self._context = context
        self._model = model
        self._margin: Margin | None = None
        self._frame = model.frame
        self._order: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._lines: Lines | None = None
        self.chart = Scatter()
        self.chart.set_loops(True)
        self.legend = Legend()
        self.chosen = label("", "caption")
        self.only, self.clear = LinkButton(), LinkButton()
        self.ctr_line, self.value_line = _spin("%", 100.0), _spin("", 1_000_000.0)
        self._ctr_label, self._value_label = label("", "caption"), label("", "caption")
        self.back = LinkButton()
        self._basis = label("", "caption", wrap=True)
        self.nothing = label("", "secondary", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self._write()

    def show_words(self, library: Library) -> None:
        """Draw the words that the table shows now; what was selected stays so."""
        kept = set(self.selected_keys())
        self._margin, self._frame, self._order = library.margin, self._model.frame, self._model.order.copy()
        self._draw(kept)

    def _draw(self, kept: set[Hashable]) -> None:
        workspace = self._context.workspace
        lines = scatter_lines(workspace) if workspace is not None else ScatterLines()
        self._lines = lines_of(self._margin, self._order, self._frame, lines)
        self.chart.set_data(points_of(self._frame, self._order, self._lines))
        self.mark(kept)
        self._tell_nothing()
        self._write_lines()

    def selected_keys(self) -> list[Hashable]:
        """Return the selected words, in the table's order."""
        keys = self._frame.keys
        return [keys[int(self._order[place])] for place in self.chart.selection()]

    def let_go(self) -> None:
        """Drop the words drawn, once the table beside shows others; they come again with ``show_words``."""
        self._frame, self._order, self._lines = GridFrame({}), np.empty(0, dtype=np.int64), None
        self.chart.set_data(points_of(self._frame, self._order, NO_LINES))
        self._write_chosen()

    def mark(self, keys: set[Hashable] | Sequence[Hashable]) -> None:
        """Ring words without telling."""
        known = [place for key in keys if (place := self._frame.place(key)) is not None]
        self.chart.select(tuple(np.flatnonzero(np.isin(self._order, known)).tolist()) if known else ())
        self._write_chosen()

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through below the header, in the order of the eye."""
        return (self.legend, self.ctr_line, self.value_line, self.back, self.chart)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            if self._lines is not None and self.isVisible():
                self._draw(set(self.selected_keys()))
        super().changeEvent(event)

    def _lay_out(self) -> None:
        for verb in (self.chosen, self.only, self.clear):
            self.add_action(verb)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.legend)
        tools.addStretch(1)
        for widget in (self._ctr_label, self.ctr_line, self._value_label, self.value_line, self.back):
            tools.addWidget(widget)
        self.body.addLayout(tools)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.chart)
        self._faces.addWidget(self.nothing)
        self.body.addWidget(self._faces, 1)
        self.body.addWidget(self._basis)

    def _connect(self) -> None:
        self.chart.selected.connect(self._select)
        self.chart.activated.connect(self._activate)
        self.chart.line_released.connect(lambda _name, _value: self._keep_dragged())
        self.legend.toggled.connect(lambda _key, _shown: self._hide_groups())
        self.only.clicked.connect(self.only_wanted)
        self.clear.clicked.connect(self._clear)
        self.back.clicked.connect(lambda: self._keep(ScatterLines()))
        for spin in (self.ctr_line, self.value_line):
            spin.valueChanged.connect(self._keep_typed)

    def _write(self) -> None:
        self.set_title(self.tr("Words"), self.tr("bubble: spend · drag a loop to select"))
        self.chart.set_name(self.tr("Click rate and value of words"))
        self.only.setText(self.tr("Only these"))
        self.clear.setText(self.tr("Select none"))
        self._ctr_label.setText(self.tr("Line of click rate"))
        self._value_label.setText(self.tr("of value"))
        self.ctr_line.setAccessibleName(self.tr("Line of click rate"))
        self.value_line.setAccessibleName(self.tr("Line of the value of a click"))
        self.back.setText(self.tr("Reset lines"))
        self.legend.set_entries(
            [LegendEntry(one.value, wording.quadrant_name(one), ROLES[one], Mark.DOT) for one in Quadrant]
        )
        self._hide_groups()
        self._write_chosen()
        self._write_basis()

    def _tell_nothing(self) -> None:
        """Say why there is no picture, instead of showing empty axes."""
        data = self.chart.data()
        reason = ""
        if not len(data.labels):
            reason = self.tr("No word passes the filters; clear them in the table.")
        elif not np.isfinite(data.y).any():
            reason = self.tr(
                "No word has won an order in this period, so that nobody can say what a click is worth. "
                "Choose a longer period, or import newer keyword reports."
            )
        elif not np.isfinite(data.x).any():
            reason = self.tr(
                "The keyword reports of this period tell no impressions, so that there is no click rate. "
                "Import a report with impressions."
            )
        self.nothing.setText(reason)
        self._faces.setCurrentWidget(self.nothing if reason else self.chart)
        self._basis.setVisible(not reason)

    # --- selection

    def _select(self, _places: object) -> None:
        self._write_chosen()
        self.selected.emit(self.selected_keys())

    def _activate(self, place: int) -> None:
        self.activated.emit(str(self._frame.keys[int(self._order[place])]))

    def _clear(self) -> None:
        self.chart.select(())
        self._select(())

    def _write_chosen(self) -> None:
        count = len(self.chart.selection())
        text = self.tr("{count} {count:word|words} selected").format(count=formats.full(count))
        self.chosen.setText(text if count else "")
        self.only.setVisible(count > 0)
        self.clear.setVisible(count > 0)

    def _hide_groups(self) -> None:
        hidden = frozenset(entry.text for entry in self.legend.entries() if not entry.shown)
        self.chart.set_hidden(hidden)

    # --- lines

    def _keep_dragged(self) -> None:
        data, known = self.chart.data(), self._lines
        if known is None:
            return
        ctr = data.x_axis.line if known.moved_ctr or data.x_axis.line != known.ctr else None
        value = data.y_axis.line if known.moved_value or data.y_axis.line != known.value else None
        self._keep(ScatterLines(ctr, value))

    def _keep_typed(self) -> None:
        known = self._lines
        if known is None:
            return
        ctr = self.ctr_line.value() / 100 if self.sender() is self.ctr_line or known.moved_ctr else None
        value = self.value_line.value() if self.sender() is self.value_line or known.moved_value else None
        self._keep(ScatterLines(ctr, value))

    def _keep(self, lines: ScatterLines) -> None:
        workspace = self._context.workspace
        if workspace is None or self._lines is None:
            return
        keep_scatter_lines(workspace, lines)
        self._lines = lines_of(self._margin, self._order, self._frame, lines)
        self.chart.set_lines(x=self._lines.ctr, y=self._lines.value)
        self._write_lines()

    def _write_lines(self) -> None:
        lines = self._lines
        if lines is None:
            return
        for spin, value in ((self.ctr_line, (lines.ctr or 0.0) * 100), (self.value_line, lines.value or 0.0)):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.setEnabled(value > 0)
            spin.blockSignals(False)
        self.back.setVisible(lines.moved_ctr or lines.moved_value)
        self._write_basis()

    def _write_basis(self) -> None:
        lines = self._lines
        if lines is None:
            return
        left_up, right_up, left_down, right_down = (formats.full(count) for count in self.chart.quadrant_counts())
        counted = self.tr(
            "Upper right {right_up} {right_up:word|words}, upper left {left_up}, lower right {right_down}, "
            "lower left {left_down}."
        ).format(right_up=right_up, left_up=left_up, right_down=right_down, left_down=left_down)
        self._basis.setText(" ".join([self._value_basis(lines), self._ctr_basis(lines), counted]))

    def _value_basis(self, lines: Lines) -> str:
        if lines.value is None:
            return self.tr("No line of value: no word has won an order yet.")
        if lines.moved_value:
            return self.tr("Line across: {value} yuan, set by you.").format(value=formats.money(lines.value))
        if lines.price is None or lines.margin is None:
            return self.tr(
                "Line across: the median of the words. Import orders and a cost list to see what a click must bring."
            )
        return self.tr("Line across: {value} yuan = average click {price} ÷ margin {margin} (break-even).").format(
            value=formats.money(lines.value),
            price=formats.money(lines.price),
            margin=formats.percent(lines.margin, decimals=1),
        )

    def _ctr_basis(self, lines: Lines) -> str:
        if lines.ctr is None:
            return self.tr("No line of click rate: the reports tell no impressions.")
        text = (
            self.tr("Upright line: click rate {ctr}, set by you.")
            if lines.moved_ctr
            else self.tr("Upright line: median click rate {ctr}.")
        )
        return text.format(ctr=formats.percent(lines.ctr, decimals=2))


def _spin(suffix: str, most: float) -> QDoubleSpinBox:
    made = QDoubleSpinBox()
    made.setProperty("small", True)
    made.setRange(0.0, most)
    made.setDecimals(2)
    made.setSingleStep(0.1)
    made.setKeyboardTracking(False)
    made.setFixedWidth(_SPIN_PX)
    made.setSuffix(f" {suffix}" if suffix else "")
    made.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    return made
