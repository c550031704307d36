"""What the shop keeps week by week: as it happened, under today's offers, and beside the candidate."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from shopdesk.ui.charts.day_chart import DayChart
from shopdesk.ui.charts.day_data import DayChartData, DaySeries, Grain, Style
from shopdesk.ui.promotions.replay.frames import CANDIDATE, HAPPENED, TODAY, Shown, days_of

if TYPE_CHECKING:
    from datetime import date

_ROLES: Final = {
    HAPPENED: ("secondary", Style.DASHED),
    TODAY: ("category", Style.LINE),
    CANDIDATE: ("accent", Style.LINE),
}
_FEN: Final = 100.0


class WeeksChart(DayChart):
    """Margins; where a cost is unknown in any week, what the shop takes in stands instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self.set_grain_switch(visible=False)

    def show_weeks(self, shown: Shown) -> None:
        """Draw the weeks of a study; those without an order are gaps."""
        self._shown = shown
        self.draw()

    def draw(self) -> None:
        """Draw in the language of now."""
        import numpy as np

        shown = self._shown
        if shown is None:
            return
        has_margin = shown.has_margin
        weeks = _weeks(shown)
        series = []
        for scenario, replay in shown.replays.items():
            found = [replay.by_week.get(week) for week in weeks]
            values = [
                None if totals is None else (totals.margin if has_margin else totals.income - totals.refunded)
                for totals in found
            ]
            role, style = _ROLES[scenario]
            series.append(
                DaySeries(
                    self._name_of(scenario),
                    np.array([np.nan if value is None else value / _FEN for value in values]),
                    kind="yuan",
                    role=role,
                    style=style,
                )
            )
        name = self.tr("Margin by week") if has_margin else self.tr("Income by week, costs unknown")
        self.set_name(name)
        self.set_data(
            DayChartData(weeks, tuple(series), grain=Grain.WEEK, until=days_of(shown.book)[1], from_zero=False)
        )

    def _name_of(self, scenario: str) -> str:
        names = {
            HAPPENED: self.tr("Happened"),
            TODAY: self.tr("Offers in use"),
            CANDIDATE: self.tr("With the candidate"),
        }
        return names[scenario]


def _weeks(shown: Shown) -> tuple[date, ...]:
    known = sorted({week for replay in shown.replays.values() for week in replay.by_week})
    if not known:
        return ()
    count = (known[-1] - known[0]).days // 7 + 1
    return tuple(known[0] + timedelta(days=7 * place) for place in range(count))
