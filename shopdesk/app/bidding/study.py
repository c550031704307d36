"""From a workspace to one plan's study: documents as an immutable snapshot, figures read and learnt from in a job."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import pandas as pd

from shopdesk.app.bidding.assumptions import (
    BIDDING_ASSUMPTIONS,
    NOTHING_OWN,
    BiddingAssumptions,
    bidding_assumptions,
)
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.assumptions import ASSUMPTIONS, ShopAssumptions, assumptions, shop_assumptions
from shopdesk.app.keywords.documents import (
    DICTIONARY,
    HAND_LABELS,
    REFUSED,
    RULES,
    DictionaryTerm,
    hand_labels,
    is_compatible,
)
from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.estimate.history import History
from shopdesk.domain.bidding.estimate.model import ValueModel
from shopdesk.domain.bidding.figures import PlanFigures, plan_figures
from shopdesk.domain.bidding.forecast.elasticity import Elasticity, learn
from shopdesk.domain.bidding.forecast.ground import Ground, Volume, prepare
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import PlatformProfile, RegionLever
from shopdesk.domain.bidding.propose.settings import Settings
from shopdesk.domain.bidding.record.notes import Note, NoteCode
from shopdesk.domain.bidding.record.past import past_changes
from shopdesk.domain.bidding.record.record import TABLES, Record, record
from shopdesk.domain.bidding.record.remarks import remarks
from shopdesk.domain.bidding.record.rows import of_platform
from shopdesk.domain.bidding.versions import PlanVersion
from shopdesk.domain.bidding.week import flat_week
from shopdesk.domain.currencies import billed_abroad
from shopdesk.domain.keywords.classify import Quadrant, label_all
from shopdesk.domain.keywords.library import Study, study
from shopdesk.domain.keywords.margin import Margin, stated_margin
from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.keywords.sums import TABLES as WORD_TABLES
from shopdesk.domain.periods import Period

LABELLED: Final = frozenset({*WORD_TABLES, DICTIONARY.name, REFUSED.name, RULES.name})
"""What the labels and the margin rest on: while none of these changes, ``known`` may be handed in again."""
_PARTS: Final = {"words": "ad_keyword", "hours": "ad_hour", "regions": "ad_region", "audiences": "ad_audience"}
_PRICED_CLICKS: Final = 10
"""A word needs so many clicks before what it pays says something of its bid."""
READ: Final = LABELLED | {*TABLES, HAND_LABELS.name, ASSUMPTIONS.name, BIDDING_ASSUMPTIONS.name}
"""All tables and documents that a study rests on, beside the plan and its versions."""


@dataclass(frozen=True, slots=True)
class PlanQuestion:
    """What one study rests on; ``known`` is the library's study of an earlier answer.

    ``versions`` are those of the plan: the last one that was taken to the console is what runs now.
    """

    plan: BidPlan
    period: Period | None
    versions: tuple[PlanVersion, ...]
    known: Study | None
    entries: tuple[DictionaryTerm, ...]
    refused: tuple[str, ...]
    compatible: bool
    hand: Mapping[str, Quadrant]
    assumed: ShopAssumptions
    bidding: BiddingAssumptions = NOTHING_OWN


@dataclass(frozen=True, slots=True)
class PlanStudy:
    """Everything that the tab draws, proposes and foresees from, for one plan.

    ``now`` is what runs today: a forecast's "unchanged". ``model`` None: no report tells enough. ``margin`` None:
    unknown, so that no profit can be said. ``ground`` is what ``foresee`` and ``curve`` take; None: nothing can be
    foreseen. ``elasticity`` says what is believed of bids and what it rests on. ``abroad``: platforms whose money is
    in the account's own currency. ``library`` is to be handed in as ``known`` of the next question.
    """

    plan: BidPlan
    happened: PlanFigures
    record: Record
    model: ValueModel | None
    margin: Margin | None
    now: Levers
    notes: tuple[Note, ...]
    bidding: BiddingAssumptions
    ground: Ground | None
    elasticity: Elasticity
    abroad: tuple[str, ...]
    library: Study = field(repr=False)

    @property
    def history(self) -> History:
        """What the reports say, as arrays."""
        return self.record.history

    def settings(self, plan: BidPlan | None = None) -> Settings:
        """Return what a proposal of the plan, as it is edited now, has to keep to."""
        plan = self.plan if plan is None else plan
        return Settings(
            margin=self.margin.share if self.margin is not None else float("nan"),
            daily_budget=plan.daily_budget,
            most_cpc=plan.most_cpc,
            strength=plan.strength,
            unlocked=plan.unlocked,
            highest_premium=self.bidding.highest_premium,
        )


def plan_question(
    workspace: Workspace,
    plan: BidPlan,
    *,
    period: Period | None,
    versions: Iterable[PlanVersion] = (),
    known: Study | None = None,
) -> PlanQuestion:
    """Return a snapshot of the documents, for ``study_plan``."""
    return PlanQuestion(
        plan=plan,
        period=period,
        versions=tuple(version for version in versions if version.plan_id == plan.plan_id),
        known=known,
        entries=tuple(workspace.rows(DICTIONARY).values()),
        refused=tuple(row.term for row in workspace.rows(REFUSED).values()),
        compatible=is_compatible(workspace),
        hand=hand_labels(workspace),
        assumed=shop_assumptions(workspace),
        bidding=bidding_assumptions(workspace),
    )


def study_plan(question: PlanQuestion, workspace: Workspace, context: JobContext) -> PlanStudy:
    """Read the reports of a plan and learn from them; a job's work, since reading never changes a workspace."""
    frames = {}
    for name in dict.fromkeys((*TABLES, *WORD_TABLES)):
        context.check()
        frames[name] = workspace.frame(name)
    library = question.known or _library(question, frames, context)
    context.check()
    plan = question.plan
    found = record(
        frames,
        plan,
        period=question.period,
        quadrant=_quadrants(library, question.hand),
        maturity_days=question.bidding.maturity_days,
    )
    found = with_today(found, plan.today)
    context.check()
    margin = _margin(library, question.assumed)
    model = _model(found.history, question.assumed)
    now = baseline(found, plan, question.versions)
    elasticity = _elasticity(question, frames, found)
    own = {name: of_platform(frames[name], plan.platform) for name in TABLES}
    return PlanStudy(
        plan=plan,
        happened=plan_figures(own, question.period, plan.campaign_id),
        record=found,
        model=model,
        margin=margin,
        now=now,
        notes=_worth_saying(
            remarks(
                found,
                margin=margin.share if margin is not None else None,
                taken=max((one.taken_on for one in question.versions if one.taken_on is not None), default=None),
            ),
            profile_of(plan.platform),
        ),
        bidding=question.bidding,
        ground=_ground(found, model, elasticity, _reference(found, plan, question.versions, now)),
        elasticity=elasticity,
        abroad=billed_abroad((plan.platform,)),
        library=library,
    )


def baseline(found: Record, plan: BidPlan, versions: Iterable[PlanVersion]) -> Levers:
    """Return what runs today: the version taken last, on today's bids where it sets none; else nothing changed.

    A bid that rested on the price of a click counts no longer once the true one is known.
    """
    words = found.history.words
    bids = {}
    if words is not None:
        bids = {key: round(bid) for key, bid in zip(words.cells.names, words.bids, strict=True) if bid > 0}
    taken = [version for version in versions if version.taken_on is not None]
    if not taken:
        return Levers(bids=bids, hours=flat_week(plan.slots_per_hour), daily_budget=plan.daily_budget)
    last = max(taken, key=lambda version: (version.taken_on or version.made_on, version.number))
    own = {key: fen for key, fen in last.bids.items() if key not in last.bases or key in found.from_cpc}
    return replace(last.levers, bids={**bids, **own})


def with_today(found: Record, today: Mapping[str, int]) -> Record:
    """Return the record with the bids of now that the operator typed for words of which no report tells any."""
    words = found.history.words
    typed = {key: fen for key, fen in today.items() if key in found.from_cpc and fen > 0}
    if words is None or not typed:
        return found
    bids = np.array([typed.get(key, bid) for key, bid in zip(words.cells.names, words.bids, strict=True)], dtype=float)
    history = replace(found.history, words=replace(words, bids=bids))
    return replace(found, history=history, from_cpc=found.from_cpc - typed.keys())


def _worth_saying(notes: tuple[Note, ...], profile: PlatformProfile) -> tuple[Note, ...]:
    """Return the notes without those that ask for a report of what the platform doesn't have."""
    idle = set()
    if profile.regions.lever is RegionLever.NONE:
        idle |= {NoteCode.NO_REGIONS, NoteCode.ONE_REGION}
    if profile.audiences.high is None:
        idle.add(NoteCode.NO_AUDIENCES)
    return tuple(note for note in notes if note.code not in idle)


def _library(question: PlanQuestion, frames: Mapping[str, pd.DataFrame], context: JobContext) -> Study:
    known_words = lexicon(frames, question.entries, refused=question.refused, compatible=question.compatible)
    words = {name: frames[name] for name in WORD_TABLES}
    return study(words, known_words, progress=lambda share: context.report(share, ""))


def _quadrants(library: Study, hand: Mapping[str, Quadrant]) -> Callable[[str], str]:
    """Return what labels a word: a hand, then the library, then its rules for a word that it doesn't hold."""
    asked: dict[str, str] = {}

    def quadrant(shown: str) -> str:
        word = normalise(shown)
        if word in hand:
            return hand[word].value
        if word in library.labels:
            return library.labels[word].quadrant.value
        if word not in asked:
            asked[word] = label_all([word], library.lexicon, library.vocabulary)[0].quadrant.value
        return asked[word]

    return quadrant


def _margin(library: Study, assumed: ShopAssumptions) -> Margin | None:
    stated = assumptions(assumed).margin
    return library.margin if stated is None else stated_margin(stated)


def _model(history: History, assumed: ShopAssumptions) -> ValueModel | None:
    if all(part is None for part in (history.words, history.hours, history.regions, history.audiences)):
        return None
    from shopdesk.domain.bidding.estimate.fit import estimate

    return estimate(history, usual=assumptions(assumed).usual)


def _elasticity(question: PlanQuestion, frames: Mapping[str, pd.DataFrame], found: Record) -> Elasticity:
    """Return what is believed of bids: what the shop assumes, then what its own figures say."""
    prior = assumptions(question.assumed)
    changes = past_changes(frames, question.plan, question.versions)
    words = found.history.words
    bids = prices = spend = None
    if words is not None:
        told = np.array([name not in found.from_cpc for name in words.cells.names])
        clicks = np.nan_to_num(words.cells.clicks)
        price = np.divide(words.cells.cost, clicks, out=np.full(clicks.size, np.nan), where=clicks >= _PRICED_CLICKS)
        bids, prices, spend = np.where(told, words.bids, np.nan), price, words.cells.cost
    return learn(Elasticity(prior.spend, prior.spend_sd, prior.cpc), changes, bids=bids, prices=prices, spend=spend)


def _reference(found: Record, plan: BidPlan, versions: Iterable[PlanVersion], now: Levers) -> Levers:
    """Return the levers under which most of the history came about: those before a version that is younger."""
    if found.learnt is None:
        return now
    middle = found.learnt.start + (found.learnt.end - found.learnt.start) / 2
    older = [version for version in versions if version.taken_on is not None and version.taken_on <= middle]
    return replace(baseline(found, plan, older), daily_budget=now.daily_budget)


def _ground(found: Record, model: ValueModel | None, elasticity: Elasticity, reference: Levers) -> Ground | None:
    days = found.days
    if model is None or days is None:
        return None
    weeks = found.spans[days.table]
    known = len(days.days) or 7.0 * weeks
    cost, clicks = (
        float(daily.sum()) if days.days else days.weekly[name] * known / 7
        for name, daily in (("cost", days.cost), ("clicks", days.clicks))
    )
    spans = {name: found.spans[table] for name, table in _PARTS.items() if table in found.spans}
    volume = Volume(
        cost=cost,
        clicks=clicks,
        days=known,
        daily_cost=days.cost,
        daily_clicks=days.clicks,
        last=days.days[-1] if days.days else None,
    )
    return prepare(model, found.history, reference=reference, elasticity=elasticity, volume=volume, spans=spans)
