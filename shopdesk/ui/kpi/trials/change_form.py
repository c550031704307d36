"""The fields of a change to be judged."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QDoubleSpinBox, QGridLayout, QLineEdit, QWidget

from shopdesk.app.kpi.trials import ShopChange
from shopdesk.domain.kpi.catalogue import BOARD, Catalogue
from shopdesk.domain.kpi.trials.items import ItemFacts, can_judge
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, button, label
from shopdesk.ui.kpi.trials.item_picker import ItemPicker
from shopdesk.ui.kpi.wording import metric_name

MOST_LETTERS = 12


class ChangeForm(QWidget):
    """Edits leave as ``edited(fields, name of the step)``."""

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._change: ShopChange | None = None
        self._items: ItemFacts | None = None
        self._metrics: Catalogue = BOARD
        self.name = QLineEdit()
        self.day, self.end = QDateEdit(), QDateEdit()
        for edit in (self.day, self.end):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat("yyyy-MM-dd")
        self.goes_on = LinkButton()
        self.figure = QComboBox()
        self.lift = QDoubleSpinBox()
        self.lift.setRange(1, 300)
        self.lift.setDecimals(0)
        self.lift.setSuffix(" %")
        self.lift.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.items, self.controls = button(small=True), button(small=True)
        self._fields: tuple[QWidget, ...] = (
            self.name,
            self.day,
            self.end,
            self.figure,
            self.items,
            self.controls,
            self.lift,
        )
        self._labels = [label("", "caption") for _ in self._fields]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(self._fields):
            field.setProperty("small", True)
            self._labels[row].setBuddy(field)
            grid.addWidget(self._labels[row], row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.goes_on, len(self._fields), 1, Qt.AlignmentFlag.AlignLeft)
        self.name.editingFinished.connect(self._send_name)
        self.day.dateChanged.connect(self._send_day)
        self.end.dateChanged.connect(self._send_end)
        self.goes_on.clicked.connect(lambda: self._send("end", "", self.tr("Goes on")))
        self.figure.activated.connect(lambda: self._send("metric", self.figure.currentData(), self.tr("Figure")))
        self.lift.editingFinished.connect(lambda: self._send("lift", self.lift.value() / 100, self.tr("Worth knowing")))
        self.items.clicked.connect(self._pick_items)
        self.controls.clicked.connect(self._pick_controls)
        self._say()

    def set_change(self, change: ShopChange | None, items: ItemFacts | None, metrics: Catalogue) -> None:
        """Show a change; ``items`` are those that can be chosen, None without item data; ``metrics`` those in force."""
        self._change, self._items, self._metrics = change, items, metrics
        if change is None:
            return
        day = date.fromisoformat(change.day)
        with QSignalBlocker(self.day), QSignalBlocker(self.end), QSignalBlocker(self.lift), QSignalBlocker(self.figure):
            self.name.setText(change.name)
            self.day.setDate(QDate(day.year, day.month, day.day))
            self.lift.setValue(change.lift * 100)
            self._show_end(change, day)
            self._fill_metrics(change)
        self.items.setText(self._titles(change.items) or self.tr("Whole shop"))
        self.items.setEnabled(items is not None)
        self.items.setToolTip(
            formats.listed(self._all_titles(change.items)) or self.items.text()
            if items is not None
            else self._no_items()
        )
        self.controls.setText(self._titles(change.controls) or self.tr("Automatic"))
        self.controls.setEnabled(items is not None and bool(change.items))
        self.controls.setToolTip(self.tr("Items that the change doesn't touch; they show what would have been"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.set_change(self._change, self._items, self._metrics)
        super().changeEvent(event)

    def _fill_metrics(self, change: ShopChange) -> None:
        items = self._items if change.items else None
        self.figure.clear()
        for metric in self._metrics.values():
            is_told = can_judge(metric) and (items is None or items.tells(metric))
            if is_told or metric.name == change.metric:
                self.figure.addItem(metric_name(metric), metric.name)
        self.figure.setCurrentIndex(self.figure.findData(change.metric))

    def _titles(self, keys: tuple[str, ...]) -> str:
        if not keys:
            return ""
        known = self._items.items if self._items is not None else {}
        first = known[keys[0]].title if keys[0] in known else keys[0]
        most = MOST_LETTERS if len(keys) == 1 else MOST_LETTERS // 2
        short = first if len(first) <= most else f"{first[: most - 1]}…"
        more = self.tr("{name} and {count} more").format(name=short, count=formats.full(len(keys) - 1))
        return short if len(keys) == 1 else more

    def _all_titles(self, keys: tuple[str, ...]) -> list[str]:
        known = self._items.items if self._items is not None else {}
        return [known[key].title if key in known else key for key in keys]

    def _no_items(self) -> str:
        return self.tr("No items by day are imported: import item reports by day, or orders with their lines.")

    def _pick_items(self) -> None:
        self._pick("items", self.tr("Changed items"), self.tr("None ticked: the whole shop was changed."))

    def _pick_controls(self) -> None:
        self._pick(
            "controls", self.tr("Control items"), self.tr("None ticked: the largest items that nothing happened to.")
        )

    def _pick(self, field: str, title: str, none_text: str) -> None:
        change, facts = self._change, self._items
        if change is None or facts is None:
            return
        hidden = change.items if field == "controls" else ()
        choice = [(key, item.title) for key, item in facts.items.items() if key not in hidden]
        dialog = ItemPicker(choice, getattr(change, field), title=title, none_text=none_text, parent=self)
        dialog.accepted.connect(lambda: self._send(field, dialog.picked(), title))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _send_name(self) -> None:
        if self._change is not None and self.name.text().strip():
            self._send("name", self.name.text().strip(), self.tr("Name"))

    def _send_day(self, day: QDate) -> None:
        first, change = date(day.year(), day.month(), day.day()), self._change
        if change is not None and change.last is not None and first > change.last:
            fields = {"day": first.isoformat(), "end": ""}  # a change can't be over before it began
            self.edited.emit(fields, f"{change.name} · {self.tr('First day')}")
        else:
            self._send("day", first.isoformat(), self.tr("First day"))

    def _show_end(self, change: ShopChange, first: date) -> None:
        """Show the last day; the day before the first stands for none, and is shown in words."""
        last = change.last
        none = first - timedelta(days=1)
        shown = none if last is None else max(last, none)
        self.end.setMinimumDate(QDate(none.year, none.month, none.day))
        self.end.setDate(QDate(shown.year, shown.month, shown.day))
        self.goes_on.setVisible(last is not None)

    def _send_end(self, day: QDate) -> None:
        is_none = day == self.end.minimumDate()
        last = "" if is_none else date(day.year(), day.month(), day.day()).isoformat()
        self._send("end", last, self.tr("Last day"))

    def _send(self, field: str, value: Any, name: str) -> None:
        change = self._change
        if change is not None and getattr(change, field) != value:
            self.edited.emit({field: value}, f"{change.name} · {name}")

    def _say(self) -> None:
        texts = (
            self.tr("Name"),
            self.tr("First day"),
            self.tr("Last day"),
            self.tr("Judged by"),
            self.tr("Changed"),
            self.tr("Controls"),
            self.tr("Worth knowing"),
        )
        for caption, field, text in zip(self._labels, self._fields, texts, strict=True):
            caption.setText(text)
            field.setAccessibleName(text)
        self.end.setSpecialValueText(self.tr("goes on"))
        self.end.setToolTip(self.tr("The last day, if the change was taken back: later days say nothing of it"))
        self.goes_on.setText(self.tr("It goes on"))
        self.lift.setToolTip(self.tr("The smallest effect that you would act on; it settles how many days are needed"))
