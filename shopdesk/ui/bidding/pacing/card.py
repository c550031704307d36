"""花费节奏: whether the money lasts the day, what running out cost, and the bid that would have lasted."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from shopdesk.app.bidding.pacing import PacingAnswer
from shopdesk.domain.bidding.forecast.model import Range
from shopdesk.domain.bidding.pacing import LEAST_CLICKS, Course, Pacing, PacingOutcome
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.plain import plain_tip

_DAYS_IN_TIP = 14


class PacingCard(Card):
    """A few sentences; the days stand in the tip."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self._context = context
        self._answer: PacingAnswer | None = None
        self.headline = label("", "title", wrap=True)
        self.lines = label("", "", wrap=True)
        self.note = label("", "caption", wrap=True)
        self.body.setSpacing(4)
        for part in (self.headline, self.lines, self.note):
            self.body.addWidget(part)
        self.show_answer(None)

    def show_answer(self, answer: PacingAnswer | None) -> None:
        """Show an answer; None while it is worked out."""
        self._answer = answer
        self.set_title(self.tr("Spend pacing"), self._subtitle(answer))
        found = answer.pacing if answer is not None else None
        self.headline.setText(self._headline(found) if found is not None else self.tr("Working it out…"))
        lines = self._lines(found) if found is not None else []
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))
        note = self._note(found) if found is not None else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        tip = plain_tip(self._days(found)) if found is not None else ""
        self.headline.setToolTip(tip)
        self.lines.setToolTip(tip)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_answer(self._answer)
        super().changeEvent(event)

    def _subtitle(self, answer: PacingAnswer | None) -> str:
        days = answer.pacing.days if answer is not None else 0
        return self.tr("last {days} days").format(days=days) if days else ""

    def _headline(self, found: Pacing) -> str:
        match found.outcome:
            case PacingOutcome.RUNS_OUT:
                return self.tr("Ran out on {count} of {days} days, mostly by {hour}:00").format(
                    count=len(found.ends), days=found.days, hour=found.median_hour
                )
            case PacingOutcome.LASTS:
                return self.tr("The money lasts the day")
            case PacingOutcome.FADES:
                return self.tr("Evenings are thin: the money may run out")
            case PacingOutcome.TOO_FEW:
                return self.tr("Too few clicks, no judgement")
            case PacingOutcome.NO_COURSE:
                return self.tr("Every day ends early: can't tell why")
            case _:
                return self.tr("Can't tell when the money ends")

    def _lines(self, found: Pacing) -> list[str]:
        match found.outcome:
            case PacingOutcome.RUNS_OUT:
                return [*self._cost_lines(found), *self._bid_lines(found)]
            case PacingOutcome.FADES:
                return [
                    self.tr(
                        "From 18:00 on come {own} of the plan's clicks, but {usual} of {course}. Import the hourly "
                        "report by day to see which days ran out."
                    ).format(
                        own=formats.percent(found.late_share, decimals=0),
                        usual=formats.percent(found.usual_late_share, decimals=0),
                        course=self._course(found.course),
                    )
                ]
            case PacingOutcome.NO_REPORT:
                return [self.tr("Import the report by hour of this plan, of single days (up to 90 days back).")]
            case PacingOutcome.NO_DAYS:
                return [self.tr("The hourly report is a total: import single days, or the shop's report by hour.")]
            case PacingOutcome.NO_COURSE:
                return [
                    self.tr(
                        "No day of this plan goes on into the evening. Import the shop's report by hour or its orders: "
                        "they show how a day goes on."
                    )
                ]
            case PacingOutcome.TOO_FEW:
                return [self.tr("{least} clicks by hour are needed.").format(least=LEAST_CLICKS)]
            case _:
                return []

    def _cost_lines(self, found: Pacing) -> list[str]:
        lines = []
        if found.missed_clicks is not None and found.missed_orders is not None:
            lines.append(
                self.tr("Missed on these days: {clicks} clicks, {orders} orders.").format(
                    clicks=_span(found.missed_clicks), orders=_span(found.missed_orders)
                )
            )
        if found.missed_profit is not None:
            low, high = (
                formats.signed(round(end / 100)) for end in (found.missed_profit.low, found.missed_profit.high)
            )
            lines.append(
                self.tr("At today's bids they would have brought {low} … {high} yuan after spend.").format(
                    low=low, high=high
                )
            )
        if found.needed_budget is not None:
            lines.append(
                self.tr("Lasting at today's bids takes about {budget} yuan a day.").format(
                    budget=formats.money_fen(found.needed_budget, decimals=0)
                )
            )
        return lines

    def _bid_lines(self, found: Pacing) -> list[str]:
        if found.bid is None or found.more_clicks is None:
            return []
        return [
            self.tr(
                "Or lower all bids to about {bid} ({low}–{high}): the same money lasts and buys {more} more clicks."
            ).format(
                bid=formats.percent(found.bid.median, decimals=0),
                low=formats.percent(found.bid.low, decimals=0),
                high=formats.percent(found.bid.high, decimals=0),
                more=_span(found.more_clicks),
            )
        ]

    def _note(self, found: Pacing) -> str:
        if found.course is None:
            return ""
        parts = [self.tr("Usual course of a day: {course}").format(course=self._course(found.course))]
        if found.outcome is PacingOutcome.RUNS_OUT:
            if not found.is_budget_known:
                parts.append(self.tr("budget not set, read from the days that stopped"))
            parts.append(self.tr("80 % intervals; how spend follows bids is assumed, please check"))
        return " · ".join(parts)

    def _course(self, course: Course | None) -> str:
        names = {
            Course.OWN: self.tr("this plan's days that lasted"),
            Course.OTHERS: self.tr("the other plans"),
            Course.SHOP: self.tr("the shop's visitors"),
            Course.ORDERS: self.tr("the shop's order times"),
        }
        return names[course] if course is not None else formats.UNKNOWN

    def _days(self, found: Pacing) -> str:
        lines = [
            self.tr("{day}: silent from {hour}:00, {spend} yuan spent").format(
                day=formats.full_day(end.day), hour=end.hour, spend=formats.money_fen(end.cost, decimals=0)
            )
            for end in found.ends[-_DAYS_IN_TIP:]
        ]
        return "\n".join(lines)


def _span(span: Range) -> str:
    low, middle, high = (formats.full(value) for value in (span.low, span.median, span.high))
    return f"{middle} ({low}–{high})"
