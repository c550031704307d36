"""The button names what it compares with as what it is."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.domain.periods import Comparison, Period
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
