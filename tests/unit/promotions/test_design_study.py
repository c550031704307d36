"""Candidates on the same orders: forecasts set right by exact replay, rivals that never count together, honest gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from shopdesk.app.changes import Change
from shopdesk.app.documents import Collection, Key, RowEdit
from shopdesk.app.jobs import SILENT
from shopdesk.app.promotions.aims import LADDER_AIMS, LadderAim, ladder_aim, set_aim
from shopdesk.app.promotions.candidates import (
    MOST_CANDIDATES,
    add_candidate,
    adopt,
    chosen_candidate,
    give_up,
    letter,
    remember_choice,
    rivals,
)
from shopdesk.app.promotions.design_study import DesignStudy, Unguessed, design_question, study_design, unguessed
from shopdesk.app.promotions.documents import OFFERS, put_offer
from shopdesk.app.promotions.stacking import stacking_of
from shopdesk.domain.promotions.compared import NONE, Compared, Drawn, Row, Verdict, chances, given, judge
from shopdesk.domain.promotions.design import LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.domain.promotions.ladders.terms import Wish


class Shop:
    """Stands in for a workspace: frames as given, documents that really change."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames, self._nothing = frames, pd.DataFrame()
        self._rows: dict[str, dict[Key, Any]] = {}
        self._settings: dict[str, str] = {}
        self._undone: list[Change] = []
        self.store = SimpleNamespace(setting=self._settings.get, set_setting=self._settings.__setitem__)

    def frame(self, name: str) -> pd.DataFrame:
        return self._frames.get(name, self._nothing)

    def rows(self, collection: Collection[Any]) -> Mapping[Key, Any]:
        return self._rows.setdefault(collection.name, {})

    def row(self, collection: Collection[Any], key: Key) -> Any:
        return self.rows(collection).get(key)

    def write(self, edits: Iterable[RowEdit]) -> None:
        for edit in edits:
            rows = self._rows.setdefault(edit.collection.name, {})
            if edit.row is None:
                rows.pop(edit.key, None)
            else:
                rows[edit.key] = edit.row

    def push(self, change: Change) -> None:
        self._undone.append(change.apply(self))  # type: ignore[arg-type]

    def undo(self) -> None:
        self._undone.pop().apply(self)  # type: ignore[arg-type]


LADDER = OfferDesign("a", OfferKind.THRESHOLD_OFF, "满减", steps=(LadderStep(12_900, 500), LadderStep(19_900, 1_200)))
ITEM = OfferDesign("i", OfferKind.ITEM_OFF, "直降", value=300, skus=("A",), status=Status.ACTIVE)


def frames(count: int = 400, *, cost: bool = True) -> dict[str, pd.DataFrame]:
    dice = np.random.default_rng(5)
    prices = np.round(np.exp(dice.normal(9.1, 0.5, count)) / 100).astype(int) * 100
    ids = [str(n) for n in range(count)]
    lines = pd.DataFrame(
        {
            "order_id": ids,
            "line_id": "1",
            "item_id": ["1" if n % 3 else "2" for n in range(count)],
            "sku": ["A" if n % 3 else "B" for n in range(count)],
            "title": ["坚果" if n % 3 else "松子" for n in range(count)],
            "unit_price": prices,
            "quantity": 1,
        }
    )
    orders = pd.DataFrame(
        {"order_id": ids, "paid_at": pd.date_range("2026-05-01", periods=count, freq="2h"), "paid": prices}
    )
    costs = pd.DataFrame(
        {"sku": ["A", "B"], "item_id": ["1", "2"], "unit_cost": [3_000, 2_500], "title": ["坚果", "松子"]}
    )
    return {"orders": orders, "order_lines": lines, "costs": costs if cost else costs.iloc[:1]}


def shop_with(*offers: OfferDesign, **made: object) -> Shop:
    shop = Shop(frames(**made))  # type: ignore[arg-type]
    for offer in offers:
        shop.push(put_offer(offer))
    return shop


def studied(shop: Shop, offer: OfferDesign, known: DesignStudy | None = None) -> DesignStudy:
    question = design_question(shop, stacking_of("taobao"), offer=offer, period=None, known=known)  # type: ignore[arg-type]
    return study_design(question, shop, SILENT)  # type: ignore[arg-type]


def row(rows: tuple[Compared, ...], name: Row) -> Compared:
    return next(one for one in rows if one.row is name)


def test_that_the_parts_of_a_change_sum_to_it_and_the_discount_is_that_of_the_replay() -> None:
    study = studied(shop_with(LADDER, ITEM), LADDER)
    one = study.candidates["a"]
    margin = row(one.rows, Row.MARGIN)
    assert one.sources is not None
    assert margin.change is not None
    parts = one.sources
    total = parts.windfall + parts.top_up + parts.trade_down + parts.returns + parts.lift
    assert total == pytest.approx(margin.change.median)
    taken = next(cost for cost in one.replay.costs if cost.offer_id == "a").shop_off
    assert parts.windfall == pytest.approx(-taken)
    assert margin.change.low < margin.change.median < margin.change.high


def test_that_chances_of_all_candidates_and_none_sum_to_one() -> None:
    shop = shop_with(LADDER)
    change, added = add_candidate(
        tuple(shop.rows(OFFERS).values()), LADDER, "满减 B", steps=(LadderStep(15_900, 1_000),)
    )
    shop.push(change)
    study = studied(shop, added)
    assert set(study.chances) == {NONE, "a", added.offer_id}
    assert sum(study.chances.values()) == pytest.approx(1.0)


def test_that_a_missing_cost_hides_the_margin_but_not_what_an_exact_offer_costs() -> None:
    shop = shop_with(LADDER, ITEM, cost=False)
    study = studied(shop, ITEM)
    margin = row(study.candidates["i"].rows, Row.MARGIN)
    assert margin.before is None
    assert margin.change is not None
    assert margin.change.median < 0
    assert study.without_cost == ("B",)
    ladder = studied(shop, LADDER)
    assert ladder.chances == {}
    assert ladder.candidates["a"].verdict is Verdict.UNKNOWN


def test_that_an_offer_in_use_is_held_against_going_without_it() -> None:
    study = studied(shop_with(ITEM), ITEM)
    assert study.question.is_in_use
    assert study.base.totals.shop_off == 0
    assert study.candidates["i"].replay.totals.shop_off > 0
    to_pay = study.candidates["i"].to_pay
    assert to_pay is not None
    each = (row(study.candidates["i"].rows, Row.MARGIN).after or 0) / study.base.totals.orders
    assert to_pay * each == pytest.approx(study.candidates["i"].replay.totals.shop_off)


@pytest.mark.parametrize(
    ("offer", "why"),
    [
        (ITEM, Unguessed.KIND),
        (replace(LADDER, skus=("A",)), Unguessed.GOODS),
        (replace(LADDER, per_buyer=1), Unguessed.LIMITS),
        (replace(LADDER, kind=OfferKind.THRESHOLD_PERCENT), Unguessed.KIND),
        (LADDER, None),
    ],
)
def test_that_only_ladders_of_the_whole_shop_are_foretold(offer: OfferDesign, why: Unguessed | None) -> None:
    assert unguessed(offer, 400) is why


def test_that_few_or_no_orders_are_no_forecast() -> None:
    assert unguessed(LADDER, 29) is Unguessed.FEW_ORDERS
    study = studied(Shop({}), LADDER)
    assert study.values.count == 0
    assert study.chances == {}


def test_that_a_second_study_takes_over_what_still_holds() -> None:
    shop = shop_with(LADDER)
    first = studied(shop, LADDER)
    second = studied(shop, replace(LADDER, steps=(LadderStep(9_900, 300),)), known=first)
    assert second.book is first.book
    assert second.ladders is first.ladders
    assert second.question.known is None


def test_that_rivals_are_named_in_the_order_made_and_one_is_adopted() -> None:
    shop = shop_with(LADDER)
    for number in range(1, MOST_CANDIDATES):
        change, _added = add_candidate(tuple(shop.rows(OFFERS).values()), shop.row(OFFERS, ("a",)), f"满减 {number}")
        shop.push(change)
    members = rivals(shop.rows(OFFERS).values(), shop.row(OFFERS, ("a",)))
    assert [letter(place) for place in range(len(members))] == ["A", "B", "C", "D"]
    assert members[0].offer_id == "a"
    with pytest.raises(ValueError, match="four"):
        add_candidate(members, members[0], "满减 5")
    shop.push(adopt(members, members[2]))
    states = [member.status for member in rivals(shop.rows(OFFERS).values(), members[0])]
    assert states == [Status.OFF, Status.OFF, Status.ACTIVE, Status.OFF]
    shop.push(give_up(members, members[0]))
    assert {member.status for member in shop.rows(OFFERS).values()} == {Status.OFF}
    shop.undo()
    shop.undo()
    assert {member.status for member in shop.rows(OFFERS).values()} == {Status.DRAFT}


def test_that_the_choice_between_candidates_is_remembered() -> None:
    shop = shop_with(LADDER)
    assert chosen_candidate(shop) is None  # type: ignore[arg-type]
    remember_choice(shop, "a")  # type: ignore[arg-type]
    assert chosen_candidate(shop) == LADDER  # type: ignore[arg-type]
    remember_choice(shop, "a", counts=False)  # type: ignore[arg-type]
    assert chosen_candidate(shop) is None  # type: ignore[arg-type]


def test_that_an_aim_like_the_shipped_one_needs_no_document() -> None:
    shop = Shop({})
    aim = LadderAim(objective=Objective.REVENUE, margin_floor=380)
    shop.push(set_aim(aim))
    assert ladder_aim(shop).wish(most_steps=2).margin_floor == pytest.approx(0.38)  # type: ignore[arg-type]
    assert ladder_aim(shop).wish(most_steps=2).most_tiers == 2  # type: ignore[arg-type]
    shop.push(set_aim(LadderAim()))
    assert not shop.rows(LADDER_AIMS)


def test_that_what_a_ladder_gives_counts_the_highest_step_met() -> None:
    assert given(np.array([12_899, 12_900, 19_900, 50_000]), ((12_900, 500), (19_900, 1_200))) == 500 + 2 * 1_200


def drawn(gain: list[float], *, rate: float | None = 0.4, before: float = 0.45) -> Drawn:
    """One candidate whose margin and revenue change by the same, at a steady margin rate."""
    change = np.array(gain)
    none = np.zeros(len(gain))
    rates = None if rate is None else np.full(len(gain), rate)
    return Drawn(none, change, none, None if rate is None else change, change, rates, before)


def test_that_nine_of_ten_is_sure() -> None:
    profit = Wish()
    for better, expected in ((1, Verdict.WORSE), (10, Verdict.OPEN), (19, Verdict.BETTER)):
        one = drawn([1.0] * better + [-1.0] * (20 - better))
        assert judge(one, profit, is_taught=True) is expected
    assert judge(drawn([1.0] * 20, rate=None), profit, is_taught=True) is Verdict.UNKNOWN


def test_that_what_the_search_would_advise_is_never_called_too_close_to_tell() -> None:
    revenue = Wish(Objective.REVENUE)
    one = drawn([2.0] * 17 + [-1.0] * 3)
    assert judge(one, revenue, is_taught=False) is Verdict.LIKELY
    assert judge(one, Wish(), is_taught=False) is Verdict.OPEN
    assert judge(drawn([2.0] * 14 + [-1.0] * 6), revenue, is_taught=False) is Verdict.OPEN


def test_that_more_revenue_below_the_margin_wanted_breaks_the_floor_and_is_never_best() -> None:
    floor = Wish(Objective.REVENUE, 0.42)
    thin, kept = drawn([5.0] * 20, rate=0.40), drawn([1.0] * 20, rate=0.43)
    assert judge(thin, floor, is_taught=True) is Verdict.BREAKS_FLOOR
    assert judge(kept, floor, is_taught=True) is Verdict.BETTER
    assert chances({"thin": thin, "kept": kept}, floor) == {NONE: 0.0, "thin": 0.0, "kept": 1.0}
    assert thin.floor_chance(0.42) == 0.0
    unknown = drawn([5.0] * 20, rate=None)
    assert judge(unknown, floor, is_taught=True) is Verdict.UNKNOWN
    assert chances({"a": unknown}, floor) == {}


def test_that_twins_share_their_chance_and_none_counts_first_of_equals() -> None:
    twin = drawn([1.0, 1.0, -1.0, 0.0])
    assert chances({"a": twin, "b": twin}, Wish()) == {NONE: 0.5, "a": 0.25, "b": 0.25}


def test_that_an_offer_that_is_over_counts_no_more_in_use_or_not() -> None:
    past = replace(LADDER, offer_id="p", name="过去的满减", status=Status.ACTIVE, end=date(2026, 5, 20))
    alone = studied(shop_with(LADDER), LADDER)
    beside_past = studied(shop_with(LADDER, past), LADDER)
    assert beside_past.candidates["a"].rows == alone.candidates["a"].rows
    assert beside_past.base.totals == alone.base.totals
    looked_at = studied(shop_with(past), past)
    assert looked_at.candidates["p"].replay.totals.shop_off > 0
