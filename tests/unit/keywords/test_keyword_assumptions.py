from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk import bootstrap
from shopdesk.app.keywords.assumptions import ASSUMPTIONS, ShopAssumptions, assume, assumptions, shop_assumptions
from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.domain.keywords.advice import SHIPPED, Assumptions, money_of_step
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.library import library, study
from shopdesk.domain.periods import Period
from tests.unit.keywords.test_keyword_library import keyword_rows

DAY = date(2026, 4, 30)


@given(spend=st.floats(1.2, 3.5), more=st.floats(0.1, 0.5), value=st.floats(0.2, 5.0))
def test_that_a_higher_bid_for_dear_clicks_costs_more_the_more_spend_follows_it(
    spend: float, more: float, value: float
) -> None:
    def lost(elasticity: float) -> float:
        one = np.array([1.0])
        found = money_of_step(
            0.1,
            clicks=100 * one,
            seen=100 * one,
            cpc=10 * one,
            value=value * one,
            shape=9 * one,
            assumed=Assumptions(spend=elasticity, spend_sd=0.1),
        )
        return float(found.mean[0])

    assert lost(spend + more) < lost(spend) < 0


def test_that_a_stated_margin_wins_over_missing_costs_and_makes_prices_break_even() -> None:
    frames = {"ad_keyword": keyword_rows([(DAY, "a", "坚果", 100, 10000, 10, 90000)])}
    known = study(frames, lexicon(frames, []))
    untold = library(known, period=Period(DAY, DAY), hand={})
    stated = library(known, period=Period(DAY, DAY), hand={}, assumed=Assumptions(margin=0.3))
    assert untold.margin is None
    assert stated.margin is not None
    assert stated.margin.stated
    word = stated.words.loc["坚果"]
    assert word["break_even"] == pytest.approx(0.3 * word["value"])
    assert stated.assumed.margin == 0.3


def test_that_a_word_without_orders_starts_from_what_its_quadrant_usually_converts() -> None:
    rows = [(DAY, "a", word, 40, 4000, 0, 0) for word in ("甲", "乙")] + [(DAY, "a", "丙", 40, 4000, 1, 9000)]
    frames = {"ad_keyword": keyword_rows(rows)}
    known = study(frames, lexicon(frames, []))
    hand = {"甲": Quadrant.BRAND, "乙": Quadrant.COMPETITOR, "丙": Quadrant.CATEGORY}

    def apart(assumed: Assumptions) -> float:
        value = library(known, period=Period(DAY, DAY), hand=hand, assumed=assumed).words["value"]
        return float(value["甲"] / value["乙"])

    assert apart(SHIPPED) > 1.5
    assert apart(Assumptions(brand=1.0, competitor=1.0, long_tail=1.0)) == pytest.approx(1.0)


def test_that_what_a_shop_leaves_alone_is_as_shipped_and_nothing_own_leaves_no_document(tmp_path: Path) -> None:
    workspace = bootstrap.create_workspace(tmp_path / "own.shopdesk")
    assert assumptions(shop_assumptions(workspace)) == SHIPPED
    workspace.apply(assume(ShopAssumptions(spend=1.4)))
    own = assumptions(shop_assumptions(workspace))
    assert (own.spend, own.spend_sd, own.are_own) == (1.4, SHIPPED.spend_sd, True)
    workspace.apply(assume(ShopAssumptions()))
    assert not workspace.rows(ASSUMPTIONS)
    workspace.close()
