"""The button names what it compares with as what it is."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.kpi.calendar import shipped
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.period_picker import ComparisonPicker

END = date(2026, 6, 22)


@pytest.mark.parametrize(
    ("days", "name", "start"),
    [(1, "same weekdays before", 15), (7, "same weekdays before", 9), (42, "the 6 weeks before", 31)],
)
def test_that_a_comparison_by_whole_weeks_says_how_many(qtbot: QtBot, days: int, name: str, start: int) -> None:
    picker = ComparisonPicker()
    qtbot.addWidget(picker)
    picker.set_state(Comparison.SAME_WEEKDAY, Period.last(days=days, until=END))
    assert picker.text().startswith(f"Against {name}")
    assert f"{start:02d}" in picker.text()


def test_that_a_campaign_is_compared_by_name_and_a_day_without_one_says_what_is_compared_instead(qtbot: QtBot) -> None:
    formats.set_language("en")
    picker = ComparisonPicker()
    qtbot.addWidget(picker)
    singles = date(2026, 11, 11)
    picker.set_state(Comparison.CAMPAIGN_LAST_YEAR, Period(singles, singles), shipped)
    assert picker.text() == "Against 11.11 a year before  11-11"
    picker.set_state(Comparison.CAMPAIGN_LAST_YEAR, Period(END, END), shipped)
    assert picker.text() == "Against same weekdays a year before  06-23"
