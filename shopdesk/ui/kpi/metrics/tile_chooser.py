"""Choose the tiles and their order: all metrics by group with a search, the chosen ones beside them, to drag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shopdesk.app.kpi.documents import TILES, choose_tiles, chosen_tiles
from shopdesk.app.kpi.user_metrics import USER_METRICS, metrics_of
from shopdesk.domain.kpi.catalogue import DEFAULT_TILES
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.ui.cards import button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.kpi.metrics.provenance import lacking_text
from shopdesk.ui.kpi.metrics.words import group_name
from shopdesk.ui.kpi.wording import metric_name
from shopdesk.ui.theme import tokens

MAX_TILES: Final = 8
_NAME: Final = Qt.ItemDataRole.UserRole
_SOUGHT: Final = Qt.ItemDataRole.UserRole + 1


class TileChooser(DialogShell):
    """Every change counts at once, as one undo step; the dialog has nothing to confirm.

    ``dictionary_wanted`` asks for the metrics and what they mean.
    """

    dictionary_wanted = Signal()

    def __init__(self, context: UiContext, *, facts: DailyFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._facts = facts
        self.resize(640, 520)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.all = QTreeWidget()
        self.all.setHeaderHidden(True)
        self.order = QListWidget()
        for box in (self.all, self.order):
            box.setProperty("framed", True)
        self.order.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.order.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.order.installEventFilter(self)
        self.count = label("", "caption", wrap=True)
        self.standard, self.meaning = button(), button()
        self._lay_out()
        self.search.textChanged.connect(self._filter)
        # Both lists are filled anew by the change, which must not happen under the hands of what tells of it.
        self.all.itemChanged.connect(self._ticked, Qt.ConnectionType.QueuedConnection)
        self.order.model().rowsMoved.connect(self._dragged, Qt.ConnectionType.QueuedConnection)
        self.standard.clicked.connect(lambda: self._push(DEFAULT_TILES, self.tr("standard tiles")))
        self.meaning.clicked.connect(self.dictionary_wanted)
        context.changed.connect(self._note_change)
        context.workspace_replaced.connect(self.reject)
        self._write()
        self._fill()
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and look."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._write()
            self._fill()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the chosen tile with Alt and an arrow, take it away with Delete."""
        if watched is self.order and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            step = _STEPS.get(key)
            if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.move_by(step)
                return True
            if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.remove_current()
                return True
        return super().eventFilter(watched, event)

    def names(self) -> tuple[str, ...]:
        """Return the tiles shown, in order."""
        workspace = self._context.workspace
        return chosen_tiles(workspace) if workspace is not None else ()

    def move_by(self, step: int) -> None:
        """Move the current tile by places; beyond the ends nothing happens."""
        row = self.order.currentRow()
        names = list(self.names())
        if not 0 <= row < len(names) or not 0 <= row + step < len(names):
            return
        names.insert(row + step, names.pop(row))
        self._push(names, self.tr("move tile"))
        self.order.setCurrentRow(row + step)

    def remove_current(self) -> None:
        """Take the current tile away; the last one stays."""
        row = self.order.currentRow()
        names = list(self.names())
        if 0 <= row < len(names):
            self.show_tile(names[row], shown=False)
            self.order.setCurrentRow(min(row, self.order.count() - 1))

    def show_tile(self, name: str, *, shown: bool) -> None:
        """Add a tile at the end, or take it away."""
        names = [one for one in self.names() if one != name]
        if shown:
            names.append(name)
        if not names or len(names) > MAX_TILES:
            self._fill()
            return
        title = self.tr("Show tile {name}") if shown else self.tr("Hide tile {name}")
        self._push(names, title.format(name=self._name(name)))

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self._left_title, self._right_title = label("", "title"), label("", "title")
        left.addWidget(self._left_title)
        left.addWidget(self.search)
        left.addWidget(self.all, 1)
        right.addWidget(self._right_title)
        right.addWidget(self.order, 1)
        right.addWidget(self.count)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        lists.addLayout(left, 3)
        lists.addLayout(right, 2)
        self.column.addLayout(lists, 1)
        self.close_button = self.add_close(beside=(self.meaning, self.standard))

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Choose tiles"))
        self._left_title.setText(self.tr("All metrics"))
        self._right_title.setText(self.tr("Shown, in this order"))
        self.search.setPlaceholderText(self.tr("Search metrics"))
        self.search.setAccessibleName(self.tr("Search metrics"))
        self.all.setAccessibleName(self.tr("All metrics"))
        self.order.setAccessibleName(self.tr("Shown, in this order"))
        self.meaning.setText(self.tr("What they mean…"))
        self.standard.setText(self.tr("Standard tiles"))
        self.close_button.setText(self.tr("Close"))

    def _name(self, name: str) -> str:
        metric = metrics_of(self._context.workspace).get(name)
        return metric_name(metric) if metric is not None else name

    # --- lists

    def _fill(self) -> None:
        names, row = self.names(), self.order.currentRow()
        self.order.clear()
        for name in names:
            item = QListWidgetItem(self._name(name))
            item.setData(_NAME, name)
            self.order.addItem(item)
        self.order.setCurrentRow(min(row, len(names) - 1))
        self.count.setText(
            self.tr("{count} of at most {most}. Drag to reorder, or Alt+↑ ↓; Delete takes one away.").format(
                count=len(names), most=MAX_TILES
            )
        )
        self.all.blockSignals(True)
        self._fill_all(names)
        self.all.blockSignals(False)
        self._filter(self.search.text())

    def _fill_all(self, names: Sequence[str]) -> None:
        place = self.all.verticalScrollBar().value()
        self.all.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for metric in metrics_of(self._context.workspace).values():
            group = groups.get(metric.group)
            if group is None:
                group = groups[metric.group] = QTreeWidgetItem([group_name(metric.group)])
                group.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.all.addTopLevelItem(group)
                group.setExpanded(True)
            item = QTreeWidgetItem(group, [metric_name(metric)])
            item.setData(0, _NAME, metric.name)
            item.setData(0, _SOUGHT, f"{metric.zh} {metric.en} {metric.name}".casefold())
            lacking = lacking_text(self._facts, metric)
            item.setToolTip(0, lacking)
            is_chosen = metric.name in names
            may = is_chosen or (not lacking and len(names) < MAX_TILES)
            if not may:
                item.setForeground(0, QColor(tokens().disabled))
            item.setFlags(
                Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
                | (Qt.ItemFlag.ItemIsEnabled if may else Qt.ItemFlag.NoItemFlags)
            )
            item.setCheckState(0, Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self.all.verticalScrollBar().setValue(place)

    def _filter(self, text: str) -> None:
        sought = text.casefold().split()
        for place in range(self.all.topLevelItemCount()):
            group = self.all.topLevelItem(place)
            if group is None:
                continue
            found = 0
            for row in range(group.childCount()):
                item = group.child(row)
                item.setHidden(not all(word in item.data(0, _SOUGHT) for word in sought))
                found += not item.isHidden()
            group.setHidden(not found)

    def _ticked(self, item: QTreeWidgetItem, _column: int) -> None:
        name = item.data(0, _NAME)
        if name:
            self.show_tile(str(name), shown=item.checkState(0) is Qt.CheckState.Checked)

    def _dragged(self) -> None:
        names = [str(self.order.item(row).data(_NAME)) for row in range(self.order.count())]
        self._push(names, self.tr("move tile"))

    def _push(self, names: Sequence[str], title: str) -> None:
        if tuple(names) != self.names():
            self._context.push(choose_tiles(names), title)

    def _note_change(self, names: frozenset[str]) -> None:
        if names & {TILES.name, USER_METRICS.name}:
            self._fill()


_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
