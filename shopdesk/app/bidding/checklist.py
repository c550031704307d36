"""Settled plans for people: one sheet for each dialog of a console, in the order in which they are worked through.

Our own reader takes the sheets back, so that what was typed can be held against what was meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isfinite
from typing import TypeAlias

from shopdesk.app.bidding.checklist_words import Words, region_action, words_for
from shopdesk.app.bidding.exporting import PlanOrder, WordPlace
from shopdesk.app.services import CellKind, ExportColumn, ExportSheet
from shopdesk.domain.bidding.forms.change import Block, Change, Lever
from shopdesk.domain.bidding.forms.clones import Clone
from shopdesk.domain.bidding.profiles import DAYS, UNCHANGED_PERCENT
from shopdesk.domain.bidding.week import clock, to_text

Cell: TypeAlias = str | int | float | None
_UNKNOWN_MONEY = "—"


def checklist_sheets(plans: Sequence[PlanOrder], language: str) -> tuple[ExportSheet, ...]:
    """Return the sheets of one workbook: the plans, then what changes of each kind; empty kinds have no sheet.

    Rows name campaigns, so that ``plans`` must be ``told_apart``.
    """
    words = words_for((order.plan.platform for order in plans), language)
    made = (
        _plans(plans, words),
        _budgets(plans, words),
        _bids(plans, words),
        _hours(plans, words),
        _regions(plans, words),
        _clones(plans, words),
        _audiences(plans, words),
    )
    return tuple(sheet for sheet in made if sheet.rows)


def told_apart(plans: Sequence[PlanOrder]) -> list[PlanOrder]:
    """Return the plans with their ids behind the names of campaigns that several share."""
    names = Counter(order.campaign for order in plans)
    return [
        replace(order, campaign=f"{order.campaign} ({order.campaign_id or order.plan.plan_id})")
        if names[order.campaign] > 1
        else order
        for order in plans
    ]


def block_text(block: Block, words: Words) -> tuple[str, str]:
    """Return a block's days and times: 周五–周日, 20:00–22:00."""
    if (block.first_day, block.last_day) == (0, DAYS - 1):
        days = words.every_day
    elif block.first_day == block.last_day:
        days = words.weekdays[block.first_day]
    else:
        days = f"{words.weekdays[block.first_day]}{words.to}{words.weekdays[block.last_day]}"
    return days, f"{clock(block.start)}{words.to}{clock(block.end)}"


def money_text(change: Change) -> str:
    """Return what a change alone should bring, yuan with its 80 % interval; a dash where nobody can say."""
    if change.money is None or not isfinite(change.money.profit.median):
        return _UNKNOWN_MONEY
    profit = change.money.profit
    return f"{_signed(profit.median)} ({_signed(profit.low)} … {_signed(profit.high)})"


def _signed(fen: float) -> str:
    """Return whole yuan with their sign; nothing has none."""
    yuan = round(fen / 100)
    return f"{yuan:+,d}".replace("-", "−") if yuan else "0"


def _plans(plans: Sequence[PlanOrder], words: Words) -> ExportSheet:
    heads = _heads(
        words, ("plan", "text", 24), ("plan_id", "text", 18), ("platform", "text", 12), ("rows", "integer", 8),
        ("week", "text", 60), ("off_regions", "text", 30), ("check", "text", 48),
    )  # fmt: skip
    rows = [
        [
            order.campaign,
            order.campaign_id,
            order.profile.zh if words.plan == "计划" else order.profile.en,
            len(order.changes),
            to_text(order.levers.hours) if order.levers.hours else "",
            words.list_separator.join(name for name, percent in order.levers.regions.items() if percent == 0),
            _to_check(order, words),
        ]
        for order in plans
    ]
    return ExportSheet(words.plans, heads, rows, notes=(words.text_note,))


def _hours(plans: Sequence[PlanOrder], words: Words) -> ExportSheet:
    heads = _heads(words, *_FRONT, ("days", "text", 14), ("times", "text", 16), *_PERCENTS, *_BACK)
    rows = [
        [*_front(order), *block_text(one.block, words), one.old, one.new, *_back(order, one)]
        for order, one in _changes(plans, Lever.HOURS)
        if one.block is not None
    ]
    return ExportSheet(words.hours, heads, rows)


def _regions(plans: Sequence[PlanOrder], words: Words) -> ExportSheet:
    heads = _heads(words, *_FRONT, ("region", "text", 16), ("action", "text", 12), *_PERCENTS, *_BACK)
    rows = []
    for order, one in _changes(plans, Lever.REGIONS):
        if one.group is None:
            action = region_action(one.new or 0, order.profile.regions.lever, words)
            rows.append([*_front(order), one.name, action, one.old, one.new, *_back(order, one)])
    return ExportSheet(words.regions, heads, rows)


def _clones(plans: Sequence[PlanOrder], words: Words) -> ExportSheet:
    heads = _heads(
        words, *_FRONT, ("new_plan", "text", 30), ("region_list", "text", 40), ("bid_percent", "integer", 16),
        ("daily_budget", "money", 14), ("reason", "text", 30), ("check", "text", 30),
    )  # fmt: skip
    rows = [
        [
            *_front(order),
            words.clone_name.format(plan=order.campaign, regions=_short(clone, words)),
            words.list_separator.join(clone.regions),
            clone.percent,
            _yuan(clone.daily_budget),
            words.clone_reason,
            "" if clone.problem is None else words.budget_small.format(low=f"{clone.problem.low / 100:.0f}"),
        ]
        for order in plans
        for clone in order.clones
    ]
    return ExportSheet(words.clones, heads, rows)


def _bids(plans: Sequence[PlanOrder], words: Words) -> ExportSheet:
    heads = _heads(
        words, *_FRONT, ("adgroup", "text", 24), ("keyword", "text", 24), ("match_type", "text", 12),
        ("now_yuan", "money", 12), ("new_yuan", "money", 12), ("bid_step", "text", 18), *_BACK,
        ("adgroup_id", "text", 18), ("keyword_id", "text", 18),
    )  # fmt: skip
    rows, guessed = [], False
    for order, one in _changes(plans, Lever.WORDS):
        word = word_of(order, one)
        names = (word.adgroup, word.keyword, word.match_type)
        money = (None, None, step_text(one)) if one.is_stand_in else (_yuan(one.old), _yuan(one.new), "")
        guessed = guessed or one.is_stand_in
        rows.append([*_front(order), *names, *money, *_back(order, one), word.adgroup_id, word.keyword_id])
    return ExportSheet(words.bids, heads, rows, notes=(words.step_note,) if guessed else ())


def step_text(change: Change) -> str:
    """Return by how many percent a bid changes: +10%."""
    return "" if change.step is None else f"{change.step * 100:+.0f}%".replace("-", "−")


def word_of(order: PlanOrder, change: Change) -> WordPlace:
    """Return where a word stands; of one that no report names, what its key says."""
    known = order.words.get(change.name)
    if known is not None:
        return known
    group, word, match = (*change.name.split("\t"), "", "")[:3]
    return WordPlace(change.name, order.campaign_id, order.campaign, "", group, "", word, match)


def _audiences(plans: Sequence[PlanOrder], words: Words) -> ExportSheet:
    heads = _heads(
        words, *_FRONT, ("audience", "text", 24), ("now_premium", "integer", 14), ("new_premium", "integer", 14), *_BACK
    )
    rows = [
        [*_front(order), one.name, _premium(one.old), _premium(one.new), *_back(order, one)]
        for order, one in _changes(plans, Lever.AUDIENCES)
    ]
    return ExportSheet(words.audiences, heads, rows)


def _budgets(plans: Sequence[PlanOrder], words: Words) -> ExportSheet:
    heads = _heads(words, *_FRONT, ("now_yuan", "money", 12), ("new_yuan", "money", 12), *_BACK)
    rows = [
        [*_front(order), _yuan(one.old), _yuan(order.levers.daily_budget), *_back(order, one)]
        for order, one in _changes(plans, Lever.BUDGET)
    ]
    return ExportSheet(words.budgets, heads, rows)


_FRONT: tuple[tuple[str, CellKind, int], ...] = (("done", "text", 6), ("plan", "text", 24))
_PERCENTS: tuple[tuple[str, CellKind, int], ...] = (("now_percent", "integer", 10), ("new_percent", "integer", 10))
_BACK: tuple[tuple[str, CellKind, int], ...] = (("money", "text", 24), ("reason", "text", 48))


def _heads(words: Words, *columns: tuple[str, CellKind, int]) -> tuple[ExportColumn, ...]:
    return tuple(ExportColumn(str(getattr(words, name)), kind, width) for name, kind, width in columns)


def _front(order: PlanOrder) -> tuple[Cell, ...]:
    return (None, order.campaign)


def _back(order: PlanOrder, change: Change) -> tuple[Cell, ...]:
    return (money_text(change), order.reasons.get(change.key, ""))


def _changes(plans: Sequence[PlanOrder], lever: Lever) -> Iterator[tuple[PlanOrder, Change]]:
    return ((order, one) for order in plans for one in order.changes if one.lever is lever)


def _premium(percent: int | None) -> int | None:
    return None if percent is None else percent - UNCHANGED_PERCENT


def _yuan(fen: int | None) -> float | None:
    return None if fen is None else fen / 100


def _short(clone: Clone, words: Words) -> str:
    """Return the first regions of a clone for its name: a console takes no list there."""
    return words.list_separator.join(clone.regions[:3])


def _to_check(order: PlanOrder, words: Words) -> str:
    """Name the limits behind a plan that nobody has checked at the platform itself."""
    profile, turned = order.profile, {one.lever for one in order.changes}
    names = words.limit_names
    found = []
    if Lever.HOURS in turned and not profile.hours.evidence.is_verified:
        found.append(_limit(words, names["hours"], f"{profile.hours.low}", f"{profile.hours.high} %"))
    if Lever.WORDS in turned and not profile.bids.evidence.is_verified:
        low, high = profile.bids.least / 100, profile.bids.most / 100
        found.append(_limit(words, names["bids"], f"{low:.2f}", f"{high:.2f}"))
    if Lever.AUDIENCES in turned and not profile.audiences.evidence.is_verified and profile.audiences.high:
        found.append(_limit(words, names["audiences"], f"{profile.audiences.low}", f"{profile.audiences.high} %"))
    if Lever.REGIONS in turned and not profile.regions.evidence.is_verified:
        found.append(_limit(words, names["regions"], f"{profile.regions.low}", f"{profile.regions.high} %"))
    if Lever.BUDGET in turned and profile.least_budget is None:
        found.append(words.no_budget_limit)
    elif Lever.BUDGET in turned and not profile.budget_evidence.is_verified and profile.least_budget is not None:
        found.append(_limit(words, names["budget"], f"{profile.least_budget / 100:.0f}", ""))
    return "；".join(found) if words.list_separator == "、" else "; ".join(found)


def _limit(words: Words, name: str, low: str, high: str) -> str:
    return words.limits.format(name=name, low=low, high=high)
