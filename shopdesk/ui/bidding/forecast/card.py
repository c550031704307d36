"""The forecast at the right: the answer in one sentence, the figures behind it, why, and what would be if."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.domain.bidding.forecast.model import Answer, Curve, Forecast
from shopdesk.ui import formats
from shopdesk.ui.bidding.forecast import words
from shopdesk.ui.bidding.forecast.alone import alone_text
from shopdesk.ui.bidding.forecast.curve_chart import CurveChart, Shown
from shopdesk.ui.bidding.forecast.rows import ForecastRows
from shopdesk.ui.bidding.forecast.sliders import WhatIfSliders
from shopdesk.ui.bidding.forecast.state import ForecastState, WhatIf
from shopdesk.ui.cards import ElidedLabel, LinkButton, Segmented, button, label, restyle, rule
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import CAPTION_PT_PX, PADDING_PX

_ANSWER_PX = 14
_LINES = 3
_REACH = 1.5
_LEAST_POINTS = 5


class ForecastPanel(QWidget):
    """The forecast without a card around it; the verbs at its foot are those of the plan.

    ``take_wanted`` asks for the menu of the proposal beneath a button, ``export_wanted`` for the changes,
    ``restore_wanted`` for what runs now, ``assumptions_wanted`` for the dialog.
    """

    take_wanted = Signal(object)
    export_wanted = Signal()
    restore_wanted = Signal()
    assumptions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ForecastState()
        self.answer = QFrame()
        self.answer.setProperty("role", "band")
        self.lines = [label("", "caption" if place else "", wrap=True) for place in range(_LINES)]
        self.lines[0].setFont(body_font(pixels=_ANSWER_PX, medium=True))
        self.alone = label("", "caption", wrap=True)
        self.rows = ForecastRows()
        self.why = label("", "", wrap=True)
        self.why.setFont(body_font(pixels=CAPTION_PT_PX))
        self.reasons, self.notes = label("", "secondary", wrap=True), label("", "caption", wrap=True)
        self.figure = Segmented([(Shown.PROFIT, ""), (Shown.ROI, "")])
        self.best = ElidedLabel()
        self.best.setProperty("role", "caption")
        self.best.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.best.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.curve = CurveChart()
        self.sliders = WhatIfSliders()
        self.guard = label("", "caption", wrap=True)
        self.assumptions = LinkButton()
        self.take, self.restore = LinkButton(), button()
        self.export = button(primary=True)
        self._lay_out()
        self._connect()
        self._write()

    def show_state(self, state: ForecastState) -> None:
        """Show a forecast, or why there is none."""
        self._state = state
        self._show_answer()
        forecast = state.forecast
        self.rows.show_forecast(forecast, state.compared, state.behind)
        known = forecast is not None and bool(forecast.new)
        self.rows.setVisible(known)
        why = words.why_text(forecast.drivers) if forecast is not None else ""
        self.why.setText(self.tr("Why: {reasons}").format(reasons=why))
        self.why.setToolTip(plain_tip(words.driver_tip(forecast.drivers)) if forecast is not None else "")
        self.why.setVisible(bool(why))
        self._show_notes(known=known)
        self._show_curve(forecast, state.curve)
        self.sliders.show_settings(state.what_if)
        self._show_guard(forecast)
        self._show_take()
        for part in (self.sliders, self.assumptions, self.export, self.restore):
            part.setVisible(state.has_plan)

    def _show_take(self) -> None:
        """Offer a proposal that its own forecast doesn't praise as what it is, with the part that would be better."""
        state = self._state
        doubtful = state.can_take and state.is_doubtful
        self.take.setVisible(state.can_take)
        self.take.setText(self.tr("Take anyway ▾") if doubtful else self.tr("Take ▾"))
        self.take.setToolTip(
            self.tr("The proposal's own forecast doesn't say that it is better than leaving everything as it is.")
            if doubtful
            else ""
        )
        text = alone_text(state.alone) if doubtful else ""
        self.alone.setText(text)
        self.alone.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.show_state(self._state)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        band = QVBoxLayout(self.answer)
        band.setContentsMargins(10, 4, 10, 5)
        band.setSpacing(0)
        for line in self.lines[:-1]:
            band.addWidget(line)
        last = QHBoxLayout()
        last.addWidget(self.lines[-1], 1)
        last.addWidget(self.take, 0, Qt.AlignmentFlag.AlignRight)
        band.addLayout(last)
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(PADDING_PX, 8, PADDING_PX, 4)
        column.setSpacing(4)
        column.addWidget(self.answer)
        column.addWidget(self.alone)
        column.addWidget(self.rows)
        column.addWidget(self.why)
        column.addWidget(self.reasons)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.figure)
        head.addWidget(self.best, 1)
        column.addWidget(rule())
        column.addLayout(head)
        column.addWidget(self.curve)
        column.addWidget(self.sliders)
        column.addWidget(self.guard)
        column.addWidget(self.notes)
        column.addWidget(self.assumptions)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(PADDING_PX, 8, PADDING_PX, 10)
        foot.setSpacing(8)
        foot.addWidget(self.export, 1)
        foot.addWidget(self.restore)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addWidget(rule())
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.figure.chosen.connect(lambda key: self.curve.show_metric(Shown(key)))
        self.take.clicked.connect(lambda: self.take_wanted.emit(self.take))
        self.export.clicked.connect(self.export_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self.assumptions.clicked.connect(self.assumptions_wanted)

    def _show_answer(self) -> None:
        state, forecast = self._state, self._state.forecast
        texts: tuple[str, ...]
        if forecast is None:
            texts = (self._waiting_text(),)
            tone = ""
        else:
            texts = words.answer_lines(forecast, state.compared)
            tone = "" if forecast.answer is Answer.BETTER else "plain"
        for place, line in enumerate(self.lines):
            line.setText(texts[place] if place < len(texts) else "")
            line.setVisible(place < len(texts))
        self.answer.setProperty("tone", tone)
        restyle(self.answer)
        self.answer.setToolTip(plain_tip("\n".join((self._meaning(), *state.behind))))
        self.answer.setAccessibleName("; ".join(texts))

    def _waiting_text(self) -> str:
        if not self._state.has_plan:
            return self.tr("Make a plan at the left: here stands what it should bring.")
        return self.tr("Working it out…") if self._state.is_busy else self.tr("No forecast yet.")

    def _show_notes(self, *, known: bool) -> None:
        """Without a forecast the notes are the answer; below one they come last, under what they limit."""
        notes = self._state.notes
        text = "\n".join(f"· {note}" for note in notes)
        self.reasons.setText(text)
        self.reasons.setVisible(bool(notes) and not known)
        self.notes.setText(text)
        self.notes.setVisible(bool(notes) and known)

    def _meaning(self) -> str:
        chance = self.tr(
            "The chance is the share of possible worlds, given the reports, in which what is set brings more profit "
            "after spend than leaving everything as it is."
        )
        return f"{chance}\n{words.medians_text()}"

    def _show_curve(self, forecast: Forecast | None, curve: Curve | None) -> None:
        known = curve is not None and len(curve.points) > 1
        for widget in (self.figure, self.best, self.curve):
            widget.setVisible(known)
        if curve is None or not known:
            return
        days = forecast.days if forecast is not None else 14
        if not any(math.isfinite(point.profit.median) for point in curve.points):  # nobody said the margin
            self.figure.choose(Shown.ROI)
            self.curve.show_metric(Shown.ROI)
        self.curve.show_curve(
            _turning(_near(curve, self._state.what_if)), budget=self._state.what_if.daily_budget, days=days
        )
        self.best.setText(self._best_text(curve))
        tip = self.tr(
            "The budget at which profit − spend is largest, with its 80 % range: from there another yuan brings less "
            "than a yuan (amber line)."
        )
        self.best.setToolTip(tip)

    def _best_text(self, curve: Curve) -> str:
        if curve.best is None:
            return self.tr("best: outside")
        low, median, high = (
            formats.money_fen(value, decimals=0) for value in (curve.best.low, curve.best.median, curve.best.high)
        )
        return self.tr("best {median} ({low}–{high})").format(median=median, low=low, high=high)

    def _show_guard(self, forecast: Forecast | None) -> None:
        price = forecast.cpc_price if forecast is not None else None
        self.guard.setVisible(price is not None)
        if price is not None and forecast is not None:
            self.guard.setText(
                self.tr("The price limit costs about {cost} yuan of profit in {days} days.").format(
                    cost=formats.money_fen(abs(price), decimals=0), days=forecast.days
                )
            )

    def _write(self) -> None:
        self.figure.set_items([(Shown.PROFIT, self.tr("Profit")), (Shown.ROI, self.tr("ROI"))])
        self.restore.setText(self.tr("Reset"))
        self.restore.setToolTip(self.tr("Back to what runs now: the version exported last, else all at 100 %"))
        self.export.setText(self.tr("See changes and export…"))
        self.assumptions.setText(self.tr("What the forecast assumes…"))


def _turning(curve: Curve) -> Curve:
    """Return the curve with its turning point at the best budget that is said: both are where profit is largest."""
    return curve if curve.best is None else replace(curve, diminishing=round(curve.best.median))


def _near(curve: Curve, what_if: WhatIf) -> Curve:
    """Return the part of a curve around what is spent, set and best: far beyond it losses would flatten the rest."""
    marks = [what_if.usual_spend, what_if.daily_budget, curve.best.high if curve.best is not None else None]
    reach = _REACH * max((mark for mark in marks if mark is not None), default=math.inf)
    points = tuple(point for point in curve.points if point.daily_budget <= reach)
    return replace(curve, points=points) if len(points) >= _LEAST_POINTS else curve
