"""The study of a plan: everything the tab needs from a workspace, also from shops that tell next to nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from shopdesk import assets, cli
from shopdesk.app.bidding.assumptions import (
    BIDDING_ASSUMPTIONS,
    NOTHING_OWN,
    BiddingAssumptions,
    assume_bidding,
    bidding_assumptions,
)
from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.bidding.study import PlanStudy, plan_question, study_plan
from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.assumptions import ASSUMPTIONS, ShopAssumptions
from shopdesk.app.keywords.documents import HAND_LABELS, HandLabel
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.audience_kinds import AudienceKind
from shopdesk.domain.bidding.forecast.curve import curve
from shopdesk.domain.bidding.forecast.foresee import foresee
from shopdesk.domain.bidding.forecast.model import Answer, Forecast, Metric
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.record.notes import NoteCode
from shopdesk.domain.bidding.versions import PlanVersion
from shopdesk.io.workspace_file import open_workspace
from tests.unit.bidding.shops import PLAN, Frames, nothing, shop, workspace

STATED = {ASSUMPTIONS.name: [ShopAssumptions(margin=0.4)]}


def study(frames: Frames, *, documents: dict[str, list[object]] | None = None, **extra: object) -> PlanStudy:
    shop_of = workspace(frames, STATED if documents is None else documents)
    return study_plan(plan_question(shop_of, PLAN, period=None, **extra), shop_of, SILENT)  # type: ignore[arg-type]


def forecast(found: PlanStudy, *, percent: int = 110) -> Forecast:
    new = replace(found.now, hours=(percent,) * 168, regions={"浙江": percent})
    return foresee(found.ground, found.settings(), now=found.now, new=new)


def all_finite(found: Forecast) -> bool:
    ranges = [*found.unchanged.values(), *found.new.values(), *([found.gain] if found.gain else [])]
    return all(math.isfinite(value) for one in ranges for value in (one.low, one.median, one.high))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path = tmp_path_factory.mktemp("sample") / "sample.shopdesk"
    assert cli.main(["import", str(assets.path("sample")), "--workspace", str(path), "--sample"]) in (0, 3)
    opened = Workspace(open_workspace(path, clock=lambda: datetime(2026, 6, 23)))
    yield opened
    opened.close()


def test_that_a_plan_takes_what_quadrants_convert_from_the_shops_own_assumptions() -> None:
    def values(**own: float) -> list[float]:
        assumed = {ASSUMPTIONS.name: [ShopAssumptions(margin=0.4, **own)]}  # type: ignore[arg-type]
        labels = {HAND_LABELS.name: [HandLabel("腰果", "competitor")]}
        model = study(shop(), documents={**assumed, **labels}).model
        assert model is not None
        assert model.words is not None
        return model.words.mean.tolist()

    assert values() == values(competitor=0.6)
    assert values() != values(competitor=2.0)


def test_that_the_sample_shops_plans_are_foreseen_from_their_reports(sample: Workspace) -> None:
    plans = list(sample.rows(BID_PLANS).values())
    assert plans
    known = None
    for plan in plans:
        found = study_plan(plan_question(sample, plan, period=None, known=known), sample, SILENT)
        assert known is None or found.library is known
        known = found.library
        assert found.margin is not None
        seen = foresee(found.ground, found.settings(), now=found.now, new=found.now)
        assert all_finite(seen)
        days = found.record.days
        assert days is not None
        recent = float(days.cost[-14:].sum())
        assert 0.6 * recent < seen.unchanged[Metric.SPEND].median < 1.6 * recent
        assert curve(found.ground, found.settings(), new=found.now).points


def test_that_bids_and_places_of_words_have_the_same_keys(sample: Workspace) -> None:
    plan = next(iter(sample.rows(BID_PLANS).values()))
    found = study_plan(plan_question(sample, plan, period=None), sample, SILENT)
    words = found.history.words
    assert words is not None
    assert set(words.cells.names) == set(found.record.places)
    assert set(found.now.bids) <= set(words.cells.names)
    assert found.record.from_cpc <= set(words.cells.names)


def without(*names: str) -> Callable[[Frames], Frames]:
    return lambda frames: {**frames, **{name: pd.DataFrame() for name in names}}


def no_orders(frames: Frames) -> Frames:
    return {
        name: frame.drop(columns=[c for c in ("ad_orders", "ad_gmv") if c in frame]) for name, frame in frames.items()
    }


def only_costs(frames: Frames) -> Frames:
    gone = ("impressions", "clicks", "ad_orders", "ad_gmv", "cart_adds", "item_favs")
    return {name: frame.drop(columns=[c for c in gone if c in frame]) for name, frame in frames.items()}


def undated(frames: Frames) -> Frames:
    return {
        name: frame.assign(date=pd.NaT, date_end=pd.NaT) if "date" in frame else frame for name, frame in frames.items()
    }


def negative(frames: Frames) -> Frames:
    return {
        name: frame.assign(ad_gmv=-frame["ad_gmv"]) if "ad_gmv" in frame else frame for name, frame in frames.items()
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda _frames: nothing(),
        lambda _frames: shop(days=1),
        lambda _frames: shop(rate=0.0),
        lambda _frames: shop(rate=0.0005, days=5),
        no_orders,
        only_costs,
        undated,
        negative,
        without("ad_campaign"),
        without("ad_keyword"),
        without("ad_hour", "ad_region", "ad_audience"),
        without("ad_campaign", "ad_keyword", "ad_hour", "ad_audience"),
        lambda frames: {**frames, "ad_region": frames["ad_region"].query("region == '浙江'")},
        lambda frames: {**frames, "ad_hour": frames["ad_hour"].query("hour > 20")},
        lambda frames: {
            name: frame.assign(clicks=0.0, cost=0) if "clicks" in frame else frame for name, frame in frames.items()
        },
    ],
)
def test_that_odd_shops_are_studied_without_a_figure_that_is_none(change: Callable[[Frames], Frames]) -> None:
    found = study(change(shop()))
    for percent in (100, 80, 0):
        made = forecast(found, percent=percent)
        assert all_finite(made)
        assert made.new or made.answer is Answer.NO_DATA
    assert all(math.isfinite(value) for note in found.notes for value in note.values.values())
    drawn = curve(found.ground, found.settings(), new=found.now)
    assert all(math.isfinite(point.profit.median) for point in drawn.points)


def test_that_an_unknown_margin_leaves_profit_out_and_says_what_to_import() -> None:
    found = study(shop(), documents={})
    assert found.margin is None
    assert [(note.code, note.table) for note in found.notes if note.code is NoteCode.MARGIN_UNKNOWN] == [
        (NoteCode.MARGIN_UNKNOWN, "costs")
    ]
    made = forecast(found)
    assert Metric.PROFIT not in made.new
    assert made.answer is Answer.CANNOT_TELL


@pytest.mark.parametrize("margin", [0.0, -0.2])
def test_that_without_margin_left_every_yuan_is_lost_and_nothing_is_better_than_little(margin: float) -> None:
    found = study(shop(), documents={ASSUMPTIONS.name: [ShopAssumptions(margin=margin)]})
    assert NoteCode.MARGIN_NEGATIVE in {note.code for note in found.notes}
    made = forecast(found, percent=120)
    assert all_finite(made)
    assert made.answer is Answer.KEEP
    assert made.new[Metric.PROFIT].high < 0
    drawn = curve(found.ground, found.settings(), new=found.now)
    assert drawn.best is None  # less is always better, so that no budget within sight is the best


def test_that_a_hands_label_wins() -> None:
    documents = {**STATED, HAND_LABELS.name: [HandLabel("腰果", "competitor")]}
    words = study(shop(), documents=documents).history.words
    assert words is not None
    by_key = dict(zip(words.cells.names, words.quadrants, strict=True))
    assert by_key["7\t14\tbroad"] == "competitor"


def test_that_what_was_taken_to_the_console_last_runs_now() -> None:
    versions = [
        PlanVersion("a", PLAN.plan_id, 1, "一", date(2026, 5, 1), date(2026, 5, 1), {"7\t11\tbroad": 99}, (120,) * 168),
        PlanVersion("b", PLAN.plan_id, 2, "二", date(2026, 5, 9), None, {"7\t11\tbroad": 300}, (80,) * 168),
        PlanVersion("c", "another", 1, "三", date(2026, 5, 9), date(2026, 5, 9), {}, (50,) * 168),
    ]
    found = study(shop(), versions=versions)
    assert set(found.now.hours) == {120}
    assert found.now.bids["7\t11\tbroad"] == 99
    assert len(found.now.bids) == 4
    assert found.ground is not None
    assert set(found.ground.reference.hours) == {100}  # most of the history is older than the version


@pytest.mark.parametrize(("before", "is_said"), [(0, True), (3, True), (20, False)])
def test_that_a_round_without_new_reports_is_said_to_come_too_soon(before: int, is_said: bool) -> None:
    last = study(shop()).record.last
    assert last is not None
    taken = last - timedelta(days=before)
    found = study(shop(), versions=[PlanVersion("a", PLAN.plan_id, 1, "一", taken, taken)])
    assert (NoteCode.SAME_FIGURES in {note.code for note in found.notes}) is is_said


def test_that_past_versions_teach_how_spend_follows_bids() -> None:
    frames = shop(days=42)
    taken = date(2026, 5, 4)
    hours = tuple(140 if 8 <= slot % 24 < 16 else 80 for slot in range(168))
    steep = np.where((frames["ad_hour"]["hour"] >= 8) & (frames["ad_hour"]["hour"] < 16), 1.4, 0.8) ** 3.5
    later = frames["ad_hour"]["date"].dt.date >= taken
    frames["ad_hour"] = frames["ad_hour"].assign(
        cost=np.where(later, frames["ad_hour"]["cost"] * steep, frames["ad_hour"]["cost"]).round(),
        clicks=np.where(later, frames["ad_hour"]["clicks"] * steep, frames["ad_hour"]["clicks"]).round(),
    )
    version = PlanVersion("a", PLAN.plan_id, 1, "一", taken, taken, {}, hours)
    blind, learnt = study(frames).elasticity, study(frames, versions=[version]).elasticity
    assert not blind.is_learnt
    assert learnt.changes == 1
    assert learnt.spend > blind.spend
    assert learnt.spend_sd < blind.spend_sd


def test_that_a_plan_abroad_counts_in_its_own_currency() -> None:
    frames = {
        name: frame.assign(platform="google_ads") if "platform" in frame else frame for name, frame in shop().items()
    }
    shop_of = workspace(frames, STATED)
    plan = BidPlan("google_ads:1", "google_ads", "坚果", campaign_id="1")
    found = study_plan(plan_question(shop_of, plan, period=None), shop_of, SILENT)
    assert found.abroad == ("google_ads",)
    assert found.ground is not None


def test_that_nobody_is_asked_for_reports_of_what_the_platform_does_not_have() -> None:
    codes = {}
    for platform in ("taobao", "amazon"):
        frames = shop()
        bare = {name: frames[name].assign(platform=platform) for name in ("ad_keyword", "ad_hour")}
        shop_of = workspace({**nothing(), **bare}, STATED)
        plan = BidPlan(f"{platform}:1", platform, "坚果", campaign_id="1")
        codes[platform] = {
            note.code for note in study_plan(plan_question(shop_of, plan, period=None), shop_of, SILENT).notes
        }
    asked = {NoteCode.NO_REGIONS, NoteCode.NO_AUDIENCES}
    assert asked <= codes["taobao"]
    assert not asked & codes["amazon"]


def test_that_a_cancelled_job_stops() -> None:
    from shopdesk.app.jobs import Cancelled, JobContext

    def refuse(_done: float | None, _note: str) -> None:
        raise Cancelled

    shop_of = workspace(shop(), STATED)
    stopped = JobContext(report=refuse, is_cancelled=lambda: True)
    with pytest.raises(Cancelled):
        study_plan(plan_question(shop_of, PLAN, period=None), shop_of, stopped)


def test_that_assumptions_are_a_document_that_can_be_taken_back(tmp_path: Path) -> None:
    opened = Workspace(open_workspace(tmp_path / "shop.shopdesk", clock=lambda: datetime(2026, 5, 1)))
    own = BiddingAssumptions(incrementality={"buyers": 0.2}, target_roi=0.1)
    back = opened.apply(assume_bidding(own))
    assert bidding_assumptions(opened) == own
    assert own.increment(AudienceKind.BUYERS) == 0.2
    assert own.increment(AudienceKind.CART) == NOTHING_OWN.increment(AudienceKind.CART)
    opened.apply(assume_bidding(NOTHING_OWN))
    assert not opened.rows(BIDDING_ASSUMPTIONS)
    opened.apply(back)
    assert bidding_assumptions(opened) == NOTHING_OWN
    opened.close()


def test_that_a_plan_without_words_keeps_its_levers() -> None:
    found = study(without("ad_keyword")(shop()))
    assert found.now == Levers(hours=(100,) * 168, daily_budget=None)
