"""Whose rules hold for a shop: chosen, else those of the platform that its newest orders come from."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from shopdesk.app.promotions.stacking import GENERAL, choose_platform, platform_of, shop_stacking
from shopdesk.app.promotions.standpoint import next_day, standpoint
from tests.ui.fake_shop import FakeShop

TODAY = date(2026, 6, 25)


@pytest.mark.parametrize(
    ("platforms", "expected"),
    [
        (["jd"] * 3 + ["taobao"], "jd"),
        (["taobao"] * 900 + ["pdd"] * 1000, "pdd"),
        ([None, None], GENERAL),
        ([], GENERAL),
    ],
)
def test_that_a_shop_that_chose_nothing_follows_its_newest_orders(platforms: list[str | None], expected: str) -> None:
    shop = FakeShop({"orders": pd.DataFrame({"platform": pd.Series(platforms, dtype=object)})})
    assert platform_of(shop) == expected  # type: ignore[arg-type]


def test_that_what_was_chosen_holds_whatever_the_orders_say() -> None:
    shop = FakeShop({"orders": pd.DataFrame({"platform": ["taobao"] * 5})})
    undo = choose_platform("jd").apply(shop)  # type: ignore[arg-type]
    assert shop_stacking(shop).platform == "jd"  # type: ignore[arg-type]
    undo.apply(shop)  # type: ignore[arg-type]
    assert shop_stacking(shop).platform == "taobao"  # type: ignore[arg-type]


def test_that_the_choice_of_an_older_file_still_holds() -> None:
    shop = FakeShop({})
    shop.store.set_setting("promotions.platform", "pdd")
    assert platform_of(shop) == "pdd"  # type: ignore[arg-type]


def test_that_old_figures_are_looked_at_from_their_end() -> None:
    recent, old = TODAY - timedelta(days=7), TODAY - timedelta(days=8)
    assert (standpoint(TODAY, recent), next_day(TODAY, recent)) == (TODAY, TODAY)
    assert (standpoint(TODAY, old), next_day(TODAY, old)) == (old, old + timedelta(days=1))
    assert (standpoint(TODAY, None), next_day(TODAY, None)) == (TODAY, TODAY)
