"""The parts of a replay behind one switch, each a table that copies, filters and exports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.app.services import ExportSheet
from shopdesk.ui.cards import Card, ElidedLabel, Segmented, button
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import Column, GridFrame, GridPanel, SettingsLayout
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.promotions.replay import frames
from shopdesk.ui.promotions.replay.columns import ReplayColumns
from shopdesk.ui.promotions.replay.frames import Shown
from shopdesk.ui.promotions.replay.weeks_chart import WeeksChart

OFFERS: Final = "offers"
WEEKS: Final = "weeks"
CUSTOMERS: Final = "customers"
TIERS: Final = "tiers"
THIN: Final = "thin"
REFUNDS: Final = "refunds"
LEFT_OUT: Final = "left_out"
PARTS: Final = (OFFERS, WEEKS, CUSTOMERS, TIERS, THIN, REFUNDS, LEFT_OUT)
Key = tuple[str, bool, bool, bool]
"""A part, whether a candidate stands in it, margins are known, and gifts are given: each has columns of its own."""
_FRAMES: Final[dict[str, Callable[[Shown], GridFrame]]] = {
    OFFERS: frames.offers_frame,
    WEEKS: frames.weeks_frame,
    CUSTOMERS: frames.customers_frame,
    TIERS: frames.tiers_frame,
    THIN: frames.thin_frame,
    REFUNDS: frames.refunds_frame,
    LEFT_OUT: frames.left_out_frame,
}


class ReplayTables(QWidget):
    """Only the part in front is filled. ``opened`` asks to try an order in the cart: its position in the book."""

    opened = Signal(int)
    export_asked = Signal()

    def __init__(self, context: UiContext, columns: ReplayColumns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._columns = context, columns
        self._shown: Shown | None = None
        self._panels: dict[Key, GridPanel] = {}
        self._filled: set[Key] = set()
        self.switch = Segmented()
        self.open = button(small=True)
        self.note = ElidedLabel()
        self.note.setProperty("role", "caption")
        self.stack = QStackedWidget()
        self.chart = WeeksChart()
        self._weeks = QSplitter(Qt.Orientation.Horizontal)
        self._weeks.setChildrenCollapsible(False)
        card = Card()
        card.body.addWidget(self.chart)
        self._weeks.addWidget(card)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.switch)
        head.addWidget(self.note, 1)
        head.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self.stack.addWidget(self._weeks)
        self.switch.chosen.connect(lambda _key: self._draw())
        self.open.clicked.connect(self._open_current)
        self._write()

    def show_study(self, shown: Shown) -> None:
        """Show the parts of a study."""
        self._shown = shown
        self._filled.clear()
        self._draw()

    def show_part(self, part: str) -> None:
        """Bring a part to the front."""
        self.switch.choose(part)
        self._draw()

    def panel(self) -> GridPanel | None:
        """Return the table in front."""
        return self._panels.get(self._key(self.switch.key())) if self._shown is not None else None

    def sheets(self) -> list[ExportSheet]:
        """Return all parts as sheets."""
        names = self._names()
        return [sheet_of(self._filled_panel(part).view, name=names[part]) for part in PARTS]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.chart.draw()
            self._write_note()
        super().changeEvent(event)

    def _names(self) -> dict[str, str]:
        return {
            OFFERS: self.tr("By offer"),
            WEEKS: self.tr("By week"),
            CUSTOMERS: self.tr("By customer"),
            TIERS: self.tr("Steps reached"),
            THIN: self.tr("Thinnest orders"),
            REFUNDS: self.tr("Refunds"),
            LEFT_OUT: self.tr("What is left out"),
        }

    def _title(self, part: str) -> str:
        return self._names()[part] if part == LEFT_OUT else self.tr("{part} · yuan").format(part=self._names()[part])

    def _write(self) -> None:
        self.switch.set_items(list(self._names().items()))
        self.open.setText(self.tr("Try in the cart"))
        self.open.setToolTip(self.tr("Put this order into the test cart of Design: it shows step by step what applies"))

    def _key(self, part: str) -> Key:
        shown = self._shown
        if shown is None:
            return part, False, False, False
        return part, shown.has_candidate, shown.has_margin, part == OFFERS and shown.has_gifts

    def _draw(self) -> None:
        shown, part = self._shown, self.switch.key()
        if shown is None or not part:
            return
        panel = self._filled_panel(part)
        if part == WEEKS:
            self.chart.show_weeks(shown)
            if self._weeks.indexOf(panel) < 0:
                while self._weeks.count() > 1:
                    other = self._weeks.widget(1)
                    other.setParent(None)
                self._weeks.addWidget(panel)
                self._weeks.setSizes([440, 880])
            panel.show()
            self.stack.setCurrentWidget(self._weeks)
        else:
            self.stack.setCurrentWidget(panel)
        self.open.setVisible(part in (THIN, REFUNDS))
        self.open.setEnabled(len(panel.model.frame) > 0)
        self._write_note()

    def _write_note(self) -> None:
        shown, part = self._shown, self.switch.key()
        self.note.setText(self._note(part, shown) if shown is not None and part else "")

    def _note(self, part: str, shown: Shown) -> str:
        match part:
            case "offers":
                if not shown.last.costs:
                    return self.tr("No offer is in use and no candidate is chosen: there is nothing to add up yet.")
                return self.tr("What happened isn't here: order files don't tell which offer gave what.")
            case "tiers":
                if not shown.last.reach:
                    return self.tr("None of these offers has a step or a threshold.")
                return self.tr("Orders that reached a step and no higher one.")
            case "thin":
                if not shown.last.thinnest:
                    return self.tr("Without costs no margin is known: import a cost list.")
                return self.tr("The orders that leave least; those with a refund and without a cost aren't here.")
            case "refunds":
                if not (shown.book.refunded > 0).any():
                    return self.tr("No refunds of these orders are in the files.")
                return self.tr("The same share of an order would go back; offers are never counted anew on the rest.")
            case _:
                return ""

    def _filled_panel(self, part: str) -> GridPanel:
        key = self._key(part)
        panel = self._panels.get(key)
        if panel is None:
            panel = self._panels[key] = self._made(part, key)
        if key not in self._filled and self._shown is not None:
            panel.set_frame(_FRAMES[part](self._shown))
            self._filled.add(key)
        return panel

    def _made(self, part: str, key: Key) -> GridPanel:
        columns: dict[str, Callable[[], tuple[Column, ...]]] = {
            OFFERS: self._columns.offers,
            WEEKS: self._columns.weeks,
            CUSTOMERS: self._columns.customers,
            TIERS: self._columns.tiers,
            THIN: self._columns.thin,
            REFUNDS: self._columns.refunds,
            LEFT_OUT: self._columns.left_out,
        }
        _, two, margin, gifts = key
        signs = ("" if two else ".alone", "" if margin else ".revenue", ".gifts" if gifts else "")
        panel = GridPanel(
            columns[part](),
            title=lambda: self._title(part),
            store=SettingsLayout(self._context.settings, f"replay.{part}{''.join(signs)}"),
            read_only=True,
            small=True,
        )
        panel.stats_changed.connect(self._context.selection_stats)
        panel.export_asked.connect(self.export_asked)
        if part in (THIN, REFUNDS):
            panel.view.doubleClicked.connect(lambda _index: self._open_current())
        if part != WEEKS:
            self.stack.addWidget(panel)
        return panel

    def _open_current(self) -> None:
        panel = self.panel()
        if panel is None:
            return
        cell = panel.view.current_cell()
        if len(panel.model.frame):
            self.opened.emit(int(str(panel.model.key(cell[0] if cell is not None else 0))))
