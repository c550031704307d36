"""Items by day from reports or orders, and which of them may be controls."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from shopdesk.app.kpi.trials import ShopChange, touched
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.trials.items import automatic_controls, item_facts, item_track, yuan_per_unit

START = pd.Timestamp("2026-03-01")


def report(days: int = 40) -> pd.DataFrame:
    rows = [
        {"date": START + pd.Timedelta(days=day), "item_id": str(n), "item": f"坚果{n}", "item_visitors": 100.0}
        | {"pay_buyers": float(2 + n), "pay_amount": 1000 * (2 + n), "platform": "taobao", "shop": "", "kind": "k"}
        for day in range(days)
        if day != 5
        for n in range(3)
    ]
    frame = pd.DataFrame(rows)
    return frame.assign(date_end=frame["date"])


def orders() -> dict[str, pd.DataFrame]:
    paid = [START + pd.Timedelta(days=day, hours=10) for day in (0, 0, 2)]
    heads = pd.DataFrame({"order_id": ["1", "2", "3", "4"], "paid_at": [*paid, pd.NaT], "paid": [5000, 4000, 3000, 0]})
    lines = pd.DataFrame(
        {
            "order_id": ["1", "1", "2", "3", "4"],
            "sku": ["A", "B", "A", "A", "A"],
            "title": ["甲", "乙", "甲", "甲", "甲"],
            "unit_price": [2000, 1000, 4000, 3000, 9000],
            "quantity": [2.0, 1.0, 1.0, 1.0, 1.0],
        }
    )
    return {"orders": heads, "order_lines": lines}


def test_that_a_day_without_any_report_is_unknown_and_not_nothing() -> None:
    facts = item_facts({"item_daily": report()})
    assert facts is not None
    track = item_track(facts, ["0", "1"], BOARD["pay_cvr"])
    assert np.isnan(track.values[5])
    assert (track.values[4], track.base is not None and track.base[4]) == (5.0, 200.0)


def test_that_a_short_item_report_gives_way_to_the_lines_of_paid_orders() -> None:
    facts = item_facts({"item_daily": report(days=3), **orders()})
    assert facts is not None
    assert (facts.table, facts.length) == ("order_lines", 3)
    np.testing.assert_array_equal(facts.items["A"].parts["pay_amount"], [8000, 0, 3000])
    np.testing.assert_array_equal(facts.items["A"].parts["pay_items"], [3, 0, 1])
    np.testing.assert_array_equal(facts.items["A"].parts["pay_orders"], [2, 0, 1])
    assert not facts.tells(BOARD["pay_cvr"])


def test_that_nothing_imported_gives_no_items() -> None:
    assert item_facts({}) is None


def test_that_controls_are_chosen_from_the_time_before_and_never_among_changed_items() -> None:
    facts = item_facts({"item_daily": report()})
    assert facts is not None
    day = date(2026, 4, 1)
    assert automatic_controls(facts, BOARD["pay_buyers"], change=day, without={"2"}) == ("1", "0")
    changes = [
        ShopChange("a", "a", "2026-04-01", items=("1",)),
        ShopChange("b", "b", "2026-04-20", items=("2",)),
        ShopChange("c", "c", "2025-04-20", items=("0",)),
    ]
    assert touched(changes[0], changes[1:]) == {"1", "2"}
    assert automatic_controls(facts, BOARD["pay_buyers"], change=date(2026, 3, 1), without=()) == ()


def test_that_a_unit_is_worth_what_it_brought_in_the_four_weeks_before() -> None:
    facts = item_facts({"item_daily": report()})
    assert facts is not None
    assert yuan_per_unit(facts, ["0"], BOARD["pay_buyers"], date(2026, 4, 5)) == pytest.approx(10)
    assert yuan_per_unit(facts, ["0"], BOARD["pay_amount"], date(2026, 4, 5)) == 1
    assert yuan_per_unit(facts, ["0"], BOARD["pay_buyers"], date(2026, 3, 1) - timedelta(days=60)) is None
