"""An accepted proposal for people: a worksheet of each plan, and the words to paste into a console.

Headers and words are Chinese, because the consoles are; our own importer reads the worksheets back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shopdesk.app.services import ExportColumn, ExportSheet
from shopdesk.domain.keywords.rebuild.entries import Entity, Entry, Operation
from shopdesk.domain.keywords.rebuild.model import BidBasis, KeywordRules, Limit

_OBJECTS: Final = {
    Entity.CAMPAIGN: "计划",
    Entity.AD_GROUP: "单元",
    Entity.KEYWORD: "关键词",
    Entity.NEGATIVE: "否定词",
}
_OPERATIONS: Final = {Operation.CREATE: "新建", Operation.UPDATE: "修改", Operation.PAUSE: "暂停"}
_BASES: Final = {
    BidBasis.BID: "现在的出价",
    BidBasis.WORTH: "每点击价值 × 毛利率",
    BidBasis.HAND: "手工决定",
    BidBasis.NONE: "",
}
_STEP: Final = "后台现在的出价 × {factor:.2f}（出价未导入）"
_SAME_BID: Final = "沿用后台现在的出价（出价未导入）"
_SEPARATOR: Final = ","
_BIDS: Final = "出价限额 {least:.2f}–{most:.2f}"
_MATCHES: Final = "匹配方式名称“{name}”"
_BUDGET: Final = "最低日预算 {least:.0f}"
_NO_BUDGET: Final = "最低日预算未知"


@dataclass(frozen=True, slots=True)
class PasteForm:
    """Lines to paste into one ad group (word and bid) or, of negatives, into one campaign (word)."""

    title: str
    lines: tuple[str, ...]
    left_out: tuple[str, ...]  # words that hold the separator: the console would split them


def plan_sheets(
    entries: Sequence[Entry], platform_zh: str, reasons: Mapping[str, str], rules: KeywordRules
) -> tuple[ExportSheet, ...]:
    """Return one sheet a plan, in the order in which they must be worked through; ``reasons`` by key of the row.

    Each line names the limits of the platform that it rests on and that nobody has checked at the platform itself.
    """
    by_plan: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        by_plan[one.place.campaign].append(one)
    heads = (
        ExportColumn(f"{platform_zh}操作"),
        ExportColumn("对象"),
        ExportColumn("计划名字", width=24),
        ExportColumn("单元名字", width=24),
        ExportColumn("关键词", width=24),
        ExportColumn("匹配方式"),
        ExportColumn("出价(元)", "money"),
        ExportColumn("日预算(元)", "money"),
        ExportColumn("词ID", width=16),
        ExportColumn("宝贝ID", width=16),
        ExportColumn("宝贝名称", width=24),
        ExportColumn("出价依据", width=20),
        ExportColumn("理由", width=48),
        ExportColumn("请核对", width=40),
    )
    return tuple(
        ExportSheet(plan, heads, [_cells(one, reasons.get(one.row, ""), rules) for one in own])
        for plan, own in by_plan.items()
    )


def _cells(one: Entry, reason: str, rules: KeywordRules) -> list[str | float | None]:
    return [
        _OPERATIONS[one.operation],
        _OBJECTS[one.entity],
        one.place.campaign,
        one.place.adgroup,
        one.keyword,
        one.match_type,
        None if one.bid_fen is None else one.bid_fen / 100,
        one.budget,
        one.keyword_id,
        one.item_id,
        one.item,
        _basis(one),
        reason,
        _to_check(one, rules),
    ]


def _to_check(one: Entry, rules: KeywordRules) -> str:
    """Name the limits behind a line that nobody has checked at the platform itself."""
    parts = []
    if one.bid_fen is not None and Limit.BIDS in rules.unchecked:
        parts.append(_BIDS.format(least=rules.least_bid_fen / 100, most=rules.most_bid_fen / 100))
    if one.match_type and one.operation is Operation.CREATE and Limit.MATCHES in rules.unchecked:
        parts.append(_MATCHES.format(name=one.match_type))
    if one.budget is not None and Limit.BUDGET in rules.unchecked:
        least = rules.least_budget
        parts.append(_NO_BUDGET if least is None else _BUDGET.format(least=least))
    return "；".join(parts)


def _basis(one: Entry) -> str:
    """Say what a bid was reckoned from; one that no file names is told as a factor of the bid in the console."""
    if one.basis is not BidBasis.CPC:
        return _BASES[one.basis]
    return _SAME_BID if one.step is None else _STEP.format(factor=1 + one.step)


def paste_forms(entries: Sequence[Entry]) -> tuple[PasteForm, ...]:
    """Return what is to be pasted, one form for each ad group that gets words and each campaign that gets negatives."""
    by_place: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        if one.operation is not Operation.CREATE:
            continue
        if one.entity is Entity.KEYWORD:
            by_place[f"{one.place.campaign} / {one.place.adgroup}"].append(one)
        elif one.entity is Entity.NEGATIVE:
            by_place[f"{one.place.campaign} · {one.match_type}"].append(one)
    return tuple(_form(title, own) for title, own in by_place.items())


def paste_text(forms: Sequence[PasteForm]) -> str:
    """Return all forms below one another, each under its place."""
    return "\n".join("\n".join((f"# {form.title}", *form.lines, "")) for form in forms)


def _form(title: str, entries: Sequence[Entry]) -> PasteForm:
    fitting = [one for one in entries if _SEPARATOR not in one.keyword]
    lines = [
        _line(one.keyword) + (f"{_SEPARATOR}{one.bid_fen / 100:.2f}" if one.bid_fen is not None else "")
        for one in fitting
    ]
    return PasteForm(title, tuple(lines), tuple(one.keyword for one in entries if _SEPARATOR in one.keyword))


def _line(word: str) -> str:
    return " ".join(word.split())
