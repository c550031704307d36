"""Beside the tree: the largest line, what happened at the same time, and where to go on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from shopdesk.domain.kpi.attribution.explanation import Explanation
from shopdesk.domain.kpi.attribution.shown import Shown, ShownPart
from shopdesk.ui.cards import button, label, scrolled, set_tab_order
from shopdesk.ui.kpi.cause import remarks, wording
from shopdesk.ui.kpi.cause.next_steps import NextStep, Place, largest_factor

MOST_LINES: Final = 4
WIDTH_PX: Final = 232
COMPACT_LINES: Final = 2
COMPACT_WIDTH_PX: Final = 184


class SidePanel(QWidget):
    """``place_wanted`` carries a ``NextStep``; ``action_wanted`` asks for an action on the metric."""

    place_wanted = Signal(object)
    action_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        """``compact``: the places to go on are left to the cause view."""
        super().__init__(parent)
        self._is_compact = compact
        self.setFixedWidth(COMPACT_WIDTH_PX if compact else WIDTH_PX)
        self._found: Explanation | None = None
        self._shown: Shown | None = None
        self._steps: tuple[NextStep, ...] = ()
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.largest = label("", wrap=True)
        self.beside_title = label("", "caption")
        self.beside = label("", "secondary", wrap=True)
        texts = (self.largest, self.beside_title, self.beside)
        if compact:
            column.addWidget(scrolled(*texts, spacing=4), 1)
        else:
            for widget in texts:
                column.addWidget(widget)
            column.addSpacing(4)
        self._places = QVBoxLayout()
        self._places.setSpacing(4)
        column.addLayout(self._places)
        self.act = button(small=True, primary=not compact)
        self.act.clicked.connect(self.action_wanted)
        column.addWidget(self.act)
        column.addStretch(0 if compact else 1)
        self._write()

    def show_parts(self, found: Explanation | None, on_screen: Shown | None, steps: Sequence[NextStep]) -> None:
        """Show what belongs to an explanation; None leaves only what can always be done."""
        self._found, self._shown, self._steps = found, on_screen, tuple(steps)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        found, on_screen = self._found, self._shown
        self.largest.setText(self._largest_text() if found is not None and on_screen is not None else "")
        coincidences = found.coincidences if found is not None else ()
        lines = [f"· {remarks.coincidence_text(one)}" for one in coincidences]
        title = self.tr("At the same time (no proof of a cause)")
        nothing = self.tr("Nothing known: campaigns, offers, notes")
        self.beside_title.setText(title)
        shown_lines = lines[: COMPACT_LINES if self._is_compact else MOST_LINES]
        self.beside.setText("\n".join(shown_lines) if lines else nothing)
        self.beside.setToolTip("\n".join([title, *(lines or [nothing])]))
        self.beside_title.setVisible(found is not None and not self._is_compact)
        self.beside.setVisible(found is not None and (bool(lines) or not self._is_compact))
        for old in self._buttons:
            self._places.removeWidget(old)
            old.hide()
            old.deleteLater()
        steps = () if self._is_compact else self._steps
        self._buttons = [button(self._step_text(step), small=True) for step in steps]
        for go, step in zip(self._buttons, steps, strict=True):
            go.clicked.connect(partial(self.place_wanted.emit, step))
            self._places.addWidget(go)
            go.show()  # at once: a layout shows what is added to it only when the event loop turns
        set_tab_order(*self._buttons, self.act)
        self.act.setText(self.tr("Full analysis…") if self._is_compact else self.tr("Turn into an action…"))
        self.act.setVisible(found is not None)
        for widget in (self.largest, self.beside):  # a column with a stretch takes wrapped lines for one
            widget.setMinimumHeight(0)
            widget.setMinimumHeight(max(0, widget.heightForWidth(self.width())))

    def _largest_text(self) -> str:
        found, on_screen = self._found, self._shown
        if found is None or on_screen is None:
            return ""
        factor = largest_factor(on_screen)
        if factor is None or not factor.steps:
            return self.tr("No factor stands out.")
        named = [one for one in factor.parts if not one.is_rest and not one.joined]
        leaf = max(named, key=lambda one: abs(one.steps), default=None)
        steps = leaf.steps if leaf is not None else factor.steps
        unit = wording.unit_text(found.metric)
        effect = f"{wording.effect_text(found.metric, steps, on_screen.step)} {unit}".rstrip()
        name = wording.link_name(factor.factor.link)
        text = f"{name} {effect}"
        if leaf is not None and factor.split is not None:
            segment = wording.segment_name(factor.split, leaf)
            text = self.tr("{segment}: {factor} {effect}").format(segment=segment, factor=name, effect=effect)
        return f"{text} ({wording.within_text()})" if self._is_chance(leaf, factor.factor.part.is_chance) else text

    def _is_chance(self, leaf: ShownPart | None, factor: bool) -> bool:
        return leaf.part.is_chance if leaf is not None else factor

    def _step_text(self, step: NextStep) -> str:
        match step.place:
            case Place.PROMOTIONS if step.name:
                return self.tr("See the offer {name}").format(name=step.name)
            case Place.PROMOTIONS:
                return self.tr("To the offers")
            case Place.BIDDING:
                return self.tr("To the bid plans")
            case _:
                return self.tr("To the keywords")
