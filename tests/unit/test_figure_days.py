"""Up to which day a shop has figures: the same for the window and for commands."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from shopdesk.app.figure_days import figure_days
from shopdesk.app.ports import ImportRecord

TODAY = date(2026, 6, 25)


def record(table: str, first: date | None, last: date | None, **rest: Any) -> ImportRecord:
    told = {"active": True, "sample": False, **rest}
    return ImportRecord(
        table, "1", "x.csv", "", "kind", "taobao", table, datetime(2026, 6, 25), 1, 0, first, last, **told
    )


def test_that_refunds_and_reviews_that_run_on_and_imports_taken_back_do_not_count() -> None:
    records = [
        record("orders", date(2026, 6, 1), date(2026, 6, 20)),
        record("refunds", date(2026, 6, 1), date(2026, 6, 24)),
        record("shop_daily", date(2026, 5, 1), date(2026, 6, 23), active=False),
        record("costs", None, None),
    ]
    assert figure_days(records, today=TODAY) == (date(2026, 6, 1), date(2026, 6, 20))
    assert figure_days(records[1:2], today=TODAY) == (date(2026, 6, 1), date(2026, 6, 24))
    assert figure_days((), today=TODAY) == (None, None)


def test_that_a_slip_into_the_future_ends_today_but_a_sample_keeps_its_days() -> None:
    slip = record("orders", date(2026, 6, 1), date(2062, 6, 1))
    assert figure_days([slip], today=TODAY) == (date(2026, 6, 1), TODAY)
    sample = record("orders", date(2026, 6, 1), date(2026, 7, 1), sample=True)
    assert figure_days([sample], today=TODAY) == (date(2026, 6, 1), date(2026, 7, 1))
