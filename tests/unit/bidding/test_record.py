"""What the reports say of one plan: the same sums as plain pandas, nothing of others, and what is missing said."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.bidding.audience_kinds import AudienceKind, audience_kind
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.record.notes import NoteCode
from shopdesk.domain.bidding.record.record import LOOKBACK_DAYS, Record, record
from shopdesk.domain.bidding.record.remarks import remarks
from shopdesk.domain.periods import Period
from tests.unit.bidding.shops import PLAN, Frames, nothing, rows, shop, sums


def read(frames: Frames, *, plan: BidPlan = PLAN, period: Period | None = None, maturity_days: int = 0) -> Record:
    return record(frames, plan, period=period, quadrant=lambda _word: "category", maturity_days=maturity_days)


def codes(found: Record, *, margin: float | None = 0.4) -> set[NoteCode]:
    return {note.code for note in remarks(found, margin=margin)}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 60))
def test_that_sums_agree_with_plain_pandas(seed: int, days: int) -> None:
    frames = shop(seed=seed, days=days)
    found = read(frames).history
    own = {name: frame[frame["campaign_id"] == "1"] for name, frame in frames.items() if "campaign_id" in frame}
    assert found.words is not None
    assert found.hours is not None
    assert found.regions is not None
    by_word = own["ad_keyword"].groupby("keyword_id")
    for name, column in (("clicks", "clicks"), ("cost", "cost"), ("orders", "ad_orders"), ("revenue", "ad_gmv")):
        plain = by_word[column].sum()
        ids = [key.split("\t")[1] for key in found.words.cells.names]
        assert getattr(found.words.cells, name).tolist() == plain.loc[ids].tolist()
        regions = own["ad_region"].groupby("region")[column].sum()
        assert getattr(found.regions, name).tolist() == regions.loc[list(found.regions.names)].tolist()
        hours = own["ad_hour"].assign(slot=own["ad_hour"]["date"].dt.day_of_week * 24 + own["ad_hour"]["hour"])
        slots = hours.groupby("slot")[column].sum().reindex(range(168)).fillna(0)
        assert getattr(found.hours, name).tolist() == slots.tolist()
    carts = (own["ad_region"]["cart_adds"] + own["ad_region"]["item_favs"]).sum()
    assert found.regions.carts.sum() == carts
    assert found.weeks == pytest.approx(days / 7)


def test_that_days_are_those_of_the_campaign_report_and_none_is_lost() -> None:
    frames = shop(days=30)
    gap = frames["ad_campaign"]
    gap = gap[~((gap["campaign_id"] == "1") & (gap["date"] == "2026-04-20"))]
    found = read({**frames, "ad_campaign": gap}).days
    assert found is not None
    assert found.table == "ad_campaign"
    assert len(found.days) == 30
    assert found.cost[14] == 0  # the report covers the day: the plan spent nothing on it
    assert found.cost.sum() == gap.loc[gap["campaign_id"] == "1", "cost"].sum()


def test_that_the_last_days_are_left_out_of_values_but_not_of_the_spend() -> None:
    frames = shop(days=40)
    found = read(frames, maturity_days=3)
    assert found.left_out == 3
    assert found.history.words is not None
    early = frames["ad_keyword"]
    early = early[(early["campaign_id"] == "1") & (early["date"] < "2026-05-13")]
    assert found.history.words.cells.clicks.sum() == early["clicks"].sum()
    assert found.history.weeks == pytest.approx(37 / 7)
    assert found.days is not None
    assert len(found.days.days) == 40
    assert NoteCode.IMMATURE in codes(found)


def test_that_values_look_further_back_than_the_board() -> None:
    week = Period(date(2026, 5, 11), date(2026, 5, 17))
    found = read(shop(days=42), period=week)
    assert found.learnt == Period.last(days=LOOKBACK_DAYS, until=week.end)
    assert found.history.weeks == pytest.approx(6)


def test_that_a_period_without_figures_takes_the_newest() -> None:
    found = read(shop(days=42), period=Period(date(2025, 1, 1), date(2025, 1, 31)))
    assert found.learnt is not None
    assert found.learnt.end == date(2026, 5, 17)
    assert found.history.words is not None


def test_that_words_of_other_campaigns_are_never_this_plans() -> None:
    frames = shop()
    frames["ad_keyword"] = frames["ad_keyword"][frames["ad_keyword"]["campaign_id"] == "2"]
    found = read(frames)
    assert found.history.words is None
    assert NoteCode.NO_WORDS not in codes(found)  # the report is there, the plan just buys none


def test_that_spend_of_other_campaigns_is_no_measure_of_a_plan_that_no_report_names() -> None:
    stranger = BidPlan("taobao:9", "taobao", "新计划", campaign_id="9")
    found = read(shop(), plan=stranger)
    assert found.days is None
    assert found.history.words is None
    assert found.history.hours is not None  # when people buy is known of the account
    assert remarks(found, margin=0.4)[0].code is NoteCode.NO_REPORTS


def test_that_a_report_without_campaigns_stands_for_the_account_and_says_so() -> None:
    frames = shop()
    frames["ad_hour"] = frames["ad_hour"].drop(columns=["campaign_id", "campaign"])
    found = read(frames)
    assert found.stand_in == {"ad_hour"}
    assert found.history.hours is not None
    assert found.history.hours.clicks.sum() == frames["ad_hour"]["clicks"].sum()
    assert NoteCode.WHOLE_ACCOUNT in codes(found)


def test_that_another_platform_is_another_account() -> None:
    frames = shop()
    abroad = frames["ad_keyword"].assign(platform="google_ads", cost=10**9)
    frames["ad_keyword"] = pd.concat([frames["ad_keyword"], abroad], ignore_index=True)
    found = read(frames).history
    assert found.words is not None
    assert found.words.cells.cost.max() < 10**9
    assert read(frames, plan=BidPlan("google_ads:1", "google_ads", "坚果", campaign_id="1")).history.words is not None


def test_that_a_month_beside_its_days_is_the_same_spend() -> None:
    frames = shop(days=30)
    total = frames["ad_region"].groupby(["region", "campaign_id"], as_index=False)[["clicks", "cost"]].sum()
    total = total.assign(
        date=pd.Timestamp("2026-04-06"), date_end=pd.Timestamp("2026-05-05"), platform="taobao", shop="店"
    )
    both = pd.concat([frames["ad_region"], total], ignore_index=True)
    found, alone = read({**frames, "ad_region": both}).history, read(frames).history
    assert found.regions is not None
    assert alone.regions is not None
    assert found.regions.clicks.tolist() == alone.regions.clicks.tolist()


def test_that_bids_come_from_the_report_the_bulk_file_or_else_the_price_of_a_click() -> None:
    frames = shop()
    words = frames["ad_keyword"]
    day = words["date"] == words["date"].max()
    frames["ad_keyword"] = words.assign(bid=np.where((words["keyword_id"] == "11") & day, 155.0, np.nan))
    listed = {"adgroup": "单元", "keyword": "夏威夷果 奶油味", "match_type": "broad", "bid": 140, "platform": "taobao"}
    frames["ad_entity"] = pd.DataFrame([{**listed, "campaign": "坚果", "entity": "keyword"}])
    found = read(frames)
    assert found.history.words is not None
    bids = dict(zip(found.history.words.cells.names, found.history.words.bids, strict=True))
    assert bids["7\t11\tbroad"] == 155
    assert bids["7\t12\tbroad"] == 140
    cells = found.history.words.cells
    place = cells.names.index("7\t13\tbroad")
    assert bids["7\t13\tbroad"] == pytest.approx(cells.cost[place] / cells.clicks[place])
    assert found.from_cpc == {"7\t13\tbroad", "7\t14\tbroad"}


def test_that_clicks_of_a_report_without_orders_are_not_clicks_without_orders() -> None:
    frames = shop()
    silent = frames["ad_region"].assign(kind="silent", ad_orders=np.nan, ad_gmv=np.nan, shop="店二", clicks=10**6)
    found = read({**frames, "ad_region": pd.concat([frames["ad_region"], silent], ignore_index=True)}).history
    assert found.regions is not None
    assert found.regions.clicks.max() < 10**6


def test_that_what_no_report_tells_is_nan_and_never_nothing() -> None:
    frames = shop()
    frames["ad_region"] = frames["ad_region"].drop(columns=["ad_orders", "ad_gmv", "cart_adds", "item_favs"])
    found = read(frames).history
    assert found.regions is not None
    assert np.isnan(found.regions.orders).all()
    assert np.isnan(found.regions.carts).all()


def test_that_nothing_imported_asks_for_a_report() -> None:
    found = read(nothing())
    assert codes(found, margin=None) == {NoteCode.NO_REPORTS}
    assert found.history.words is None
    assert found.days is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda frames: {**frames, **{name: frames[name].iloc[:0] for name in ("ad_hour",)}}, NoteCode.NO_HOURS),
        (lambda _frames: shop(rate=0.0), NoteCode.NO_ORDERS),
        (lambda frames: {name: frame.assign(cost=0) for name, frame in frames.items()}, NoteCode.NO_COSTS),
        (lambda _frames: shop(days=1), NoteCode.ONE_DAY),
        (lambda _frames: shop(days=9), NoteCode.FEW_DAYS),
        (lambda frames: {**frames, "ad_region": frames["ad_region"].query("region == '浙江'")}, NoteCode.ONE_REGION),
        (lambda frames: {**frames, "ad_hour": frames["ad_hour"].query("hour > 7")}, NoteCode.MISSING_HOURS),
    ],
)
def test_that_what_is_missing_is_said(change: object, code: NoteCode) -> None:
    assert callable(change)
    assert code in codes(read(change(shop())))


def test_that_only_costs_are_said_to_be_only_costs() -> None:
    bare = {
        name: frame.drop(
            columns=[column for column in ("impressions", "clicks", "ad_orders", "ad_gmv") if column in frame]
        )
        for name, frame in shop().items()
    }
    found = read(bare)
    assert NoteCode.ONLY_COSTS in codes(found)


def test_that_hours_of_a_total_have_no_weekdays() -> None:
    total = sums(rows(1, {"hour": list(range(24))}), np.random.default_rng(1), clicks=40)
    total["date_end"] = total["date"] + pd.Timedelta(days=27)
    found = read({**shop(days=28), "ad_hour": total})
    assert found.history.hours is not None
    assert len(found.history.hours) == 24
    assert NoteCode.NO_WEEKDAYS in codes(found)


def test_that_a_clock_that_changes_loses_no_click() -> None:
    frames = shop(days=28)
    hours = frames["ad_hour"]
    spring = hours[~((hours["date"] == "2026-04-12") & (hours["hour"] == 2))]  # the hour that isn't
    twice = spring[(spring["date"] == "2026-04-19") & (spring["hour"] == 1)]
    autumn = pd.concat([spring, twice], ignore_index=True)
    found = read({**frames, "ad_hour": autumn}).history
    assert found.hours is not None
    assert found.hours.clicks.sum() == autumn.loc[autumn["campaign_id"] == "1", "clicks"].sum()


def test_that_margins_that_are_unknown_or_gone_are_said() -> None:
    found = read(shop())
    assert NoteCode.MARGIN_UNKNOWN in codes(found, margin=None)
    assert NoteCode.MARGIN_NEGATIVE in codes(found, margin=-0.1)
    assert not codes(found) & {NoteCode.MARGIN_UNKNOWN, NoteCode.MARGIN_NEGATIVE}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("浏览未购7天", AudienceKind.VISITORS),
        ("加购未购15天", AudienceKind.CART),
        ("店铺老客", AudienceKind.BUYERS),
        ("店铺新客", AudienceKind.NEW),
        ("智能拉新", AudienceKind.NEW),
        ("收藏宝贝未成交人群", AudienceKind.CART),
        ("Past purchasers", AudienceKind.BUYERS),
        ("全部人群", AudienceKind.NEW),
    ],
)
def test_that_a_name_tells_how_close_an_audience_is(name: str, kind: AudienceKind) -> None:
    assert audience_kind(name) is kind
