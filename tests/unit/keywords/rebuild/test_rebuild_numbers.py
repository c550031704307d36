"""The numbers of a rebuild hold up: chance alone moves little, money is kept, bids are found."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.lexicon import Lexicon, TermKind
from shopdesk.domain.keywords.library import library, study
from shopdesk.domain.keywords.rebuild.best_place import best_place
from shopdesk.domain.keywords.rebuild.budgets import MOST_STEP, QuadrantReturn, shares
from shopdesk.domain.keywords.rebuild.grounds import grounds
from shopdesk.domain.keywords.rebuild.model import Bought, Match, Place
from shopdesk.domain.keywords.rebuild.structure import structure
from shopdesk.domain.keywords.rebuild.verdicts import Decision
from shopdesk.domain.keywords.sums import CutUsed
from tests.unit.keywords.rebuild.rebuild_shop import PERIOD, At, frames, rules
from tests.unit.keywords.rebuild.verdict_of import verdict

LEXICON = Lexicon.of({TermKind.OWN: ["果山里"]})
WORTH = verdict("坚果", value=3.0, cvr=0.03)


def at(campaign: str, *, clicks: float, orders: float, price: float = 1.0) -> Bought:
    place = Place(platform="taobao", campaign=campaign)
    return Bought(word="坚果", shown="坚果", place=place, clicks=clicks, cost=clicks * price, orders=orders)


def switched(*, better: float, clicks: tuple[int, int], rounds: int = 400) -> float:
    """Share of simulated words that leave the place with most clicks for the other, ``better`` times as good."""
    dice = np.random.default_rng(7)
    base = 0.03
    first, second = (dice.poisson(n * rate, rounds) for n, rate in zip(clicks, (base, base * better), strict=True))
    kept = [
        best_place([at("一", clicks=clicks[0], orders=a), at("二", clicks=clicks[1], orders=b)], WORTH, margin=0.4)
        for a, b in zip(first, second, strict=True)
    ]
    return float(np.mean([one.bought.place.campaign == "二" for one in kept]))


def test_that_chance_alone_hardly_ever_moves_a_word_and_a_real_difference_does() -> None:
    assert switched(better=1.0, clicks=(120, 100)) <= 0.10
    assert switched(better=3.0, clicks=(1200, 1000)) >= 0.95


def test_that_without_a_margin_a_word_stays_where_most_clicks_are() -> None:
    places = [at("一", clicks=100, orders=0), at("二", clicks=90, orders=50)]
    assert best_place(places, WORTH, margin=None).bought is places[0]


returns = st.dictionaries(
    st.sampled_from(["brand", "category", "competitor", "long_tail"]),
    st.tuples(st.floats(0, 500), st.floats(0, 8), st.floats(0, 1), st.floats(0, 1)).map(
        lambda v: QuadrantReturn(v[0], v[1], v[1] * (1 - v[2]), v[1] * (1 + v[3]))
    ),
)


@settings(deadline=None)
@given(returns)
def test_that_budgets_move_money_and_never_make_or_lose_any(found: dict[str, QuadrantReturn]) -> None:
    factors = shares(found)
    before = sum(one.spend for one in found.values())
    assert sum(factors[name] * one.spend for name, one in found.items()) == pytest.approx(before)
    assert all(abs(factor - 1) <= MOST_STEP + 1e-9 for factor in factors.values())


def test_that_money_stays_where_the_returns_cannot_be_told_apart() -> None:
    same = {"brand": QuadrantReturn(50, 4.0, 2.0, 6.5), "category": QuadrantReturn(90, 2.5, 2.2, 3.4)}
    assert set(shares(same).values()) == {1.0}
    apart = {"brand": QuadrantReturn(50, 6.0, 5.0, 7.0), "category": QuadrantReturn(90, 1.5, 1.2, 1.8)}
    assert shares(apart)["brand"] == pytest.approx(1.2)
    assert shares(apart)["category"] == pytest.approx(1 - 10 / 90)


def daily(words: list[At]) -> pd.DataFrame:
    last = pd.Timestamp(PERIOD.end)
    return frames(words)["ad_keyword"].assign(date=last, date_end=last)


def test_that_days_without_a_report_do_not_thin_out_what_is_spent_a_day() -> None:
    used = (CutUsed("ad_keyword", "taobao", (), 1, False),)
    assert structure({"ad_keyword": daily([At("坚果", "一")])}, used, PERIOD).days == 1
    assert structure(frames([At("坚果", "一")]), used, PERIOD).days == PERIOD.days
    assert structure({}, used, PERIOD).days == PERIOD.days


def bids(frame: pd.DataFrame, extra: dict[str, pd.DataFrame]) -> list[int | None]:
    used = (CutUsed("ad_keyword", "taobao", (), 1, False),)
    return [one.bid_fen for one in structure({"ad_keyword": frame, **extra}, used, PERIOD).bought]


def test_that_todays_bid_comes_from_a_bulk_file_however_it_writes_the_match_type_else_from_the_report() -> None:
    frame = daily([At("坚果", "一", match_type="Exact match")])
    assert bids(frame, {}) == [None]
    earlier = frame.assign(date=frame["date"] - pd.Timedelta(days=3), date_end=frame["date"] - pd.Timedelta(days=3))
    both = pd.concat([frame.assign(**{"Max. CPC": 1.5}), earlier.assign(**{"Max. CPC": 1.2})])
    assert bids(both, {}) == [150]
    bulk = pd.DataFrame(
        {"platform": ["taobao"], "shop": [""], "entity": ["Keyword"], "campaign": ["一"], "adgroup": ["单元1"],
         "keyword": ["坚果"], "match_type": ["Exact"], "bid": [130]}
    )  # fmt: skip
    assert bids(both, {"ad_entity": bulk}) == [130]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Exact match", Match.EXACT), ("精确匹配", Match.EXACT), ("精准", Match.EXACT), ("广泛匹配", Match.BROAD),
     ("Phrase", Match.PHRASE), ("", Match.UNKNOWN), ("自动", Match.UNKNOWN)],
)  # fmt: skip
def test_that_match_types_are_understood_as_consoles_write_them(written: str, meant: Match) -> None:
    assert rules().match_of(written) is meant


def test_that_a_word_that_nobody_bought_is_labelled_and_priced_like_its_quadrant() -> None:
    known = study(frames([At("坚果", "一", clicks=900, orders=30), At("坚果礼盒", "一")]), LEXICON)
    found = library(known, period=PERIOD, hand={})
    on = grounds(known, found, {"果山里坚果": Decision(Action.EXPAND), "坚果小包": Decision(Action.EXPAND)})
    assert on.verdicts["果山里坚果"].quadrant == "brand"
    assert on.verdicts["果山里坚果"].value is None  # no brand word was bought, so that nobody knows
    values = [found.words.loc[word, "value"] for word in ("坚果", "坚果礼盒")]
    assert min(values) <= (on.verdicts["坚果小包"].value or 0) <= max(values)
