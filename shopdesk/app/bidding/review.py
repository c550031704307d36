"""From a workspace to the review of a plan: every version that went to the console, what it promised, what happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from shopdesk.app.bidding.assumptions import BIDDING_ASSUMPTIONS, BiddingAssumptions, bidding_assumptions
from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.bidding.limits import profile_in
from shopdesk.app.bidding.outlook import live_levers, look_ahead
from shopdesk.app.bidding.versions import PLAN_VERSIONS, promise_of
from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.own_days import OWN_DAYS, calendar_of
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.review.change import ReviewMetric
from shopdesk.domain.bidding.review.days import DayRows, Pairs
from shopdesk.domain.bidding.review.live import LiveAnswer, went_live
from shopdesk.domain.bidding.review.reports import TABLES, cuts_of, review_days
from shopdesk.domain.bidding.review.review import Review, Verdict, review, with_live
from shopdesk.domain.bidding.versions import PlanVersion
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import pandas as pd

    from shopdesk.app.bidding.study import PlanStudy
    from shopdesk.domain.bidding.profiles import PlatformProfile
    from shopdesk.domain.kpi.calendar import CampaignCalendar

READ: Final = frozenset({*TABLES, PLAN_VERSIONS.name, BID_PLANS.name, BIDDING_ASSUMPTIONS.name, OWN_DAYS.name})
"""What a review rests on beside the study of its plan."""
_OVERLAP: Final = timedelta(days=28)
"""A plan that was changed so near to a review's day is no control."""


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """What the reviews of one plan rest on; ``others`` are taken versions of the other plans with their campaign."""

    plan: BidPlan
    taken: tuple[PlanVersion, ...]
    others: tuple[tuple[date, tuple[str, ...]], ...]
    bidding: BiddingAssumptions
    calendar: CampaignCalendar
    study: PlanStudy
    profile: PlatformProfile

    @property
    def margin(self) -> float | None:
        """The contribution margin, None where it isn't known."""
        return self.study.margin.share if self.study.margin is not None else None


@dataclass(frozen=True, slots=True)
class VersionReview:
    """One taken version and its review."""

    version: PlanVersion
    review: Review


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """All taken versions of a plan, the newest first.

    ``cpc_price`` is what holding the price of a click at its target would cost over the days of a forecast, fen
    (None: can't be foreseen); ``table`` the report behind the days, empty where none tells this plan's.
    """

    plan: BidPlan
    reviews: tuple[VersionReview, ...]
    table: str
    margin: float | None
    targets: Mapping[ReviewMetric, float]
    cpc_price: float | None
    last_day: date | None


def review_question(workspace: Workspace, study: PlanStudy) -> ReviewQuestion:
    """Return a snapshot of the documents, for ``review_plan``; ``study`` is that of the plan."""
    plan = study.plan
    versions = list(workspace.rows(PLAN_VERSIONS).values())
    plans = {one.plan_id: one for one in workspace.rows(BID_PLANS).values()}
    own = sorted((one for one in versions if one.plan_id == plan.plan_id and one.taken_on), key=_when)
    others = tuple(
        (one.taken_on, (plans[one.plan_id].campaign_id, plans[one.plan_id].name))
        for one in versions
        if one.taken_on is not None and one.plan_id != plan.plan_id and one.plan_id in plans
    )
    return ReviewQuestion(
        plan,
        tuple(own),
        others,
        bidding_assumptions(workspace),
        calendar_of(workspace),
        study,
        profile_in(workspace, plan.platform),
    )


def review_plan(question: ReviewQuestion, workspace: Workspace, context: JobContext) -> ReviewAnswer:
    """Review every version that was taken; a job's work."""
    context.report(None, "")
    frames = {}
    for name in TABLES:
        context.check()
        frames[name] = workspace.frame(name)
    found = []
    table, last = "", None
    for place, version in enumerate(question.taken):
        context.check()
        changed = _changed_near(question, version)
        days = review_days(frames, question.plan, changed=changed)
        table = days.table
        last = days.own.days[-1] if days.own is not None else None
        made = _reviewed(question, version, days.own, days.controls)
        live = _live(question, place, made, frames)
        found.append(VersionReview(version, with_live(made, live)))
    context.check()
    return ReviewAnswer(
        question.plan,
        tuple(reversed(found)),
        table,
        question.margin,
        targets_of(question.bidding),
        _price_of_cpc(question),
        last,
    )


def _reviewed(
    question: ReviewQuestion, version: PlanVersion, own: DayRows | None, controls: Iterable[DayRows]
) -> Review:
    taken_on = version.taken_on or version.made_on
    if own is None:
        return Review(Verdict.NO_REPORT, taken_on, Pairs((), ()))
    return review(
        own,
        list(controls),
        taken_on=taken_on,
        mature_until=own.days[-1] - timedelta(days=question.bidding.maturity_days),
        margin=question.margin,
        promised=promise_of(version),
        promised_days=version.forecast_days,
        targets=targets_of(question.bidding),
        other_changes=[one.taken_on for one in question.taken if one.taken_on and one is not version],
        left_out=_campaign_days(question.calendar, own, taken_on),
    )


def _live(question: ReviewQuestion, place: int, made: Review, frames: Mapping[str, pd.DataFrame]) -> LiveAnswer | None:
    """Return whether the version went to the console, None where no days after it are known."""
    if not made.pairs:
        return None
    version = question.taken[place]
    before = question.taken[place - 1].levers if place else Levers(hours=(100,) * len(version.hours))
    old = replace(before, bids={**question.study.now.bids, **before.bids}) if place else before
    cuts = cuts_of(frames, question.plan, made.pairs, old=old, new=version.levers)
    is_changed = (old.hours, dict(old.regions), dict(old.audiences)) != (
        version.hours,
        dict(version.regions),
        dict(version.audiences),
    ) or any(old.bids.get(key) != fen for key, fen in version.bids.items())
    return went_live(cuts, is_changed=is_changed)


def _changed_near(question: ReviewQuestion, version: PlanVersion) -> set[str]:
    at = version.taken_on or version.made_on
    return {name for day, names in question.others if abs(day - at) <= _OVERLAP for name in names if name}


def _campaign_days(calendar: CampaignCalendar, own: DayRows, taken_on: date) -> list[date]:
    """Return the days of big campaigns around a version: no ordinary day may be held against them."""
    span = Period(taken_on - timedelta(days=120), max(own.days[-1], taken_on + timedelta(days=14)))
    mask = calendar.mask(span)
    return [span.start + timedelta(days=int(place)) for place in mask.nonzero()[0]]


def targets_of(bidding: BiddingAssumptions) -> dict[ReviewMetric, float]:
    """Return what a review is judged by; the targets pull against one another: dearer clicks are often better."""
    return {
        ReviewMetric.CPC: bidding.target_cpc,
        ReviewMetric.CTR: bidding.target_ctr,
        ReviewMetric.ROI: bidding.target_roi,
    }


def _price_of_cpc(question: ReviewQuestion) -> float | None:
    """Return what a limit on the price of a click at its target would cost, fen over the days of a forecast."""
    study, days = question.study, question.study.record.days
    if study.ground is None or study.margin is None or days is None or question.bidding.target_cpc >= 0:
        return None
    clicks, cost = float(days.clicks.sum()), float(days.cost.sum())
    if clicks <= 0:
        return None
    limit = round((1 + question.bidding.target_cpc) * cost / clicks)
    limited = replace(study.plan, most_cpc=max(1, limit), bids={}, hours=(), regions={}, audiences={})
    live = live_levers(study, study.plan, question.taken)
    forecast = look_ahead(study, limited, live, question.profile).forecast
    return None if forecast is None else forecast.cpc_price


def _when(version: PlanVersion) -> tuple[date, int]:
    return version.taken_on or version.made_on, version.number
