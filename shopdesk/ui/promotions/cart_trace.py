"""How the price of the test cart came about, offer by offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.result import PricedCart, Step, StepCode
from shopdesk.ui import formats
from shopdesk.ui.cards import label
from shopdesk.ui.promotions import trace_words
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX

_LEAST_TRACE_PX = 250
_OUT_OF_DAYS = frozenset({StepCode.NOT_STARTED, StepCode.ENDED})


class Trace(QScrollArea):
    """The steps, numbered; offers that did not apply in grey with the reason or what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(_LEAST_TRACE_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines: list[str] = []

    def show_trace(
        self, priced: PricedCart, designs: Mapping[str, OfferDesign], *, has_goods: bool, notes: Sequence[str] = ()
    ) -> None:
        """Write the trace of a priced cart under offers by their ids; ``notes`` come last, in grey."""
        content = QWidget()
        content.setObjectName("scrolled")
        grid = QGridLayout(content)
        grid.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        self.lines = []
        if not has_goods:
            grid.addWidget(
                label(self.tr("Add goods, or take a real order, to see what a customer pays."), "caption", wrap=True),
                0,
                0,
                1,
                4,
            )
        else:
            self._fill(grid, priced, designs)
            for text in notes:
                row = grid.rowCount()
                mark = label("–", "caption")
                mark.setFixedWidth(14)
                grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(small(label(text, "caption", wrap=True)), row, 1)
                self.lines.append(text)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(content)
        self.setAccessibleName(self.tr("How the price came about"))
        self.setAccessibleDescription("\n".join(self.lines))

    def _fill(self, grid: QGridLayout, priced: PricedCart, designs: Mapping[str, OfferDesign]) -> None:
        number = 0
        for row, step in enumerate(sorted(priced.steps, key=lambda step: step.code in _OUT_OF_DAYS)):
            number += step.is_applied
            self._add(grid, row, step, number, designs)
        if not priced.steps:
            grid.addWidget(label(self.tr("No offer is ready to be priced yet."), "caption", wrap=True), 0, 0, 1, 4)

    def _add(self, grid: QGridLayout, row: int, step: Step, number: int, designs: Mapping[str, OfferDesign]) -> None:
        text = trace_words.step_text(step, designs)
        if step.is_applied and step.missing:
            text = self.tr("{text}; {missing} more to the next step").format(
                text=text, missing=trace_words.missing_text(step)
            )
        role = "" if step.is_applied else "caption"
        mark = label(str(number) if step.is_applied else "–", "caption")
        mark.setFixedWidth(14)
        words_label = small(label(text, role, wrap=True))
        grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words_label, row, 1)
        self.lines.append(text)
        if step.is_applied:
            grid.addWidget(_right(formats.money_fen(-step.taken) if step.taken else "0.00"), row, 2)
            grid.addWidget(_right(formats.money_fen(step.after)), row, 3)


def small(widget: QLabel) -> QLabel:
    """Give a label the size of captions, whatever its colour."""
    widget.setFont(body_font(pixels=CAPTION_PT_PX))
    return widget


def _right(text: str) -> QLabel:
    result = small(label(text))
    result.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return result
