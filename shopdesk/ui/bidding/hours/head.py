"""What stands in the header of the week: its layer, the figure shown, or what is done to the selected cells."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QWidget

from shopdesk.domain.bidding.happened import Source
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.bidding.hours.layers import ACTUAL, EDIT, PROPOSED
from shopdesk.ui.cards import Card, Chip, Segmented, button
from shopdesk.ui.charts.heat_grid import NUDGE

_MOST_PERCENT = 1000
_NOTHING = -1  # what the field holds while nothing is selected
_VALUE_PX = 64


class HourHead(QObject):
    """``changed``: another layer, figure or source; ``layer_chosen``: a layer, by hand.

    ``nudged(step)`` and ``typed(value)`` are for the selected cells; ``taken``: the proposal is wanted;
    ``templates_asked``: the menu of templates is.
    """

    changed = Signal()
    layer_chosen = Signal()
    nudged = Signal(float)
    typed = Signal(float)
    taken = Signal()
    templates_asked = Signal()

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        self.layer = Segmented([(ACTUAL, ACTUAL), (PROPOSED, PROPOSED), (EDIT, EDIT)])
        self.figure, self.source = QComboBox(), QComboBox()
        for box in (self.figure, self.source):
            box.setProperty("small", True)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chip = Chip(tone="info")
        self.less, self.more = button("− 5", small=True), button("+ 5", small=True)
        self.value = QSpinBox()
        self.value.setProperty("small", True)
        self.value.setRange(_NOTHING, _MOST_PERCENT)
        self.value.setSpecialValueText(formats.UNKNOWN)
        self.value.setSuffix(" %")
        self.value.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.value.setFixedWidth(_VALUE_PX)
        self._was_typed = False
        self.take = button(small=True)
        self.templates = button(small=True)
        for widget in self._widgets():
            card.add_action(widget)
        self._connect()

    def metric(self) -> str:
        """Return the figure of what happened that is shown."""
        return str(self.figure.currentData())

    def chosen_source(self) -> Source | None:
        """Return the source of what happened, None for the best there is."""
        key = self.source.currentData()
        return Source(key) if key else None

    def set_sources(self, sources: Iterable[Source]) -> None:
        """Offer the sources that there are."""
        names = {
            Source.ADS: self.tr("ads report"),
            Source.SHOP: self.tr("shop report"),
            Source.ORDERS: self.tr("order times"),
        }
        with QSignalBlocker(self.source):
            chosen = self.source.currentData()
            self.source.clear()
            for source in sources:
                self.source.addItem(names[source], source.value)
            self.source.setCurrentIndex(max(0, self.source.findData(chosen)))

    def arrange(self, *, has_plan: bool, has_proposal: bool, switch_only: bool) -> None:
        """Show what belongs to the layer in front."""
        layer = self.layer.key()
        self.figure.setVisible(layer == ACTUAL)
        self.source.setVisible(layer == ACTUAL and self.source.count() > 1)
        self.take.setVisible(layer == PROPOSED and has_plan and has_proposal)
        for widget in (self.less, self.more, self.value):
            widget.setVisible(layer == EDIT and has_plan)
        self.value.setVisible(layer == EDIT and has_plan and not switch_only)
        self.templates.setVisible(layer == EDIT)
        self.templates.setEnabled(has_plan)
        self.less.setText(self.tr("off") if switch_only else f"− {NUDGE:.0f}")
        self.more.setText(self.tr("on") if switch_only else f"+ {NUDGE:.0f}")

    def show_selection(self, name: str, values: list[float]) -> None:
        """Name the selected cells and show their mean in the field."""
        self.chip.setVisible(bool(name))
        self.chip.set_state(name, "info")
        for widget in (self.less, self.more, self.value):
            widget.setEnabled(bool(values))
        if not self._was_typed:
            with QSignalBlocker(self.value):
                self.value.setValue(round(sum(values) / len(values)) if values else _NOTHING)

    def say(self) -> None:
        """Write all texts in the language in force."""
        self.layer.set_items(
            [(ACTUAL, self.tr("What happened")), (PROPOSED, self.tr("Proposed")), (EDIT, self.tr("Set now"))]
        )
        with QSignalBlocker(self.figure):
            chosen = self.figure.currentData() or "cvr"
            self.figure.clear()
            for metric in words.METRICS:
                self.figure.addItem(f"{words.metric_name(metric)} {words.unit(metric)}".strip(), metric)
            self.figure.setCurrentIndex(max(0, self.figure.findData(chosen)))
        self.templates.setText(self.tr("Templates ▾"))
        self.figure.setAccessibleName(self.tr("Figure shown"))
        self.source.setAccessibleName(self.tr("Source of the figures"))
        self.value.setAccessibleName(self.tr("Percent for the selected cells"))
        self.less.setAccessibleName(self.tr("5 percent less"))
        self.less.setToolTip(self.tr("5 less for the selected cells (−)"))
        self.more.setAccessibleName(self.tr("5 percent more"))
        self.more.setToolTip(self.tr("5 more for the selected cells (+)"))

    def _widgets(self) -> tuple[QWidget, ...]:
        edits: tuple[QPushButton | QSpinBox, ...] = (self.less, self.more, self.value, self.take, self.templates)
        return (self.layer, self.chip, self.figure, self.source, *edits)

    def _connect(self) -> None:
        self.layer.chosen.connect(lambda _key: self.layer_chosen.emit())
        self.layer_chosen.connect(self.changed)
        self.figure.activated.connect(self.changed)
        self.source.activated.connect(self.changed)
        self.less.clicked.connect(lambda: self.nudged.emit(-NUDGE))
        self.more.clicked.connect(lambda: self.nudged.emit(NUDGE))
        self.value.lineEdit().textEdited.connect(self._note_typing)
        self.value.editingFinished.connect(self._finish_typing)
        self.take.clicked.connect(self.taken)
        self.templates.clicked.connect(self.templates_asked)

    def _note_typing(self) -> None:
        self._was_typed = True

    def _finish_typing(self) -> None:
        if self._was_typed:  # leaving the field without typing must not level a mixed selection
            self._was_typed = False
            self.typed.emit(float(self.value.value()))
