"""Why a row of a plan changes, in words: what a click is worth there, and how many orders say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Final

from shopdesk.domain.bidding.forms.change import Block, Change, Lever
from shopdesk.domain.bidding.profiles import HOURS_PER_DAY, UNCHANGED_PERCENT

if TYPE_CHECKING:
    from shopdesk.domain.bidding.estimate.model import Dimension, ValueModel, WordValues


@dataclass(frozen=True, slots=True)
class _Sentences:
    one: str
    several: str
    nobody: str
    word: str
    word_margin: str
    back: str


_SENTENCES: Final = {
    "zh_CN": _Sentences(
        one="每次点击的价值约为平均的 {mean} 倍（80% 区间 {low}–{high}，依据 {orders} 单）",
        several="每次点击的价值约为平均的 {span} 倍（依据 {orders} 单）",
        nobody="尚无成交，参照相近的：每次点击的价值约为平均的 {span} 倍",
        word="每次点击约带来 {mean} 元成交（80% 区间 {low}–{high}，依据 {orders} 单）",
        word_margin="，扣除成本后约值 {worth} 元",
        back="恢复 100%",
    ),
    "en": _Sentences(
        one="a click is worth about {mean} times the average (80 % interval {low}–{high}, {orders} orders)",
        several="a click is worth about {span} times the average ({orders} orders)",
        nobody="no order yet, by what is like it: a click is worth about {span} times the average",
        word="a click brings about {mean} yuan of sales (80 % interval {low}–{high}, {orders} orders)",
        word_margin=", worth about {worth} after costs",
        back="back to 100 %",
    ),
}


def reasons_of(
    changes: Iterable[Change], model: ValueModel | None, *, margin: float | None, language: str
) -> dict[str, str]:
    """Return the reason of each row by its key; a row of which no report says anything has none."""
    says = _SENTENCES[language]
    known = {} if model is None or model.words is None else {name: at for at, name in enumerate(model.words.names)}
    found = {}
    for one in changes:
        text = ""
        if one.lever is Lever.WORDS and model is not None and model.words is not None and one.name in known:
            text = _word(known[one.name], model.words, margin, says)
        elif model is not None:
            text = _reason(one, model, says)
        if not text and not one.is_money and one.new == UNCHANGED_PERCENT:
            text = says.back
        if text:
            found[one.key] = text
    return found


def _reason(one: Change, model: ValueModel, says: _Sentences) -> str:
    match one.lever:
        case Lever.HOURS if one.block is not None:
            return _cells(model.hours, _hours_in(one.block), says)
        case Lever.REGIONS:
            return _named(model.regions, one.group.names if one.group is not None else (one.name,), says)
        case Lever.AUDIENCES:
            return _named(model.audiences, (one.name,), says)
        case _:
            return ""


def _hours_in(block: Block) -> list[int]:
    """Return the hours of the week that a block touches, half ones too."""
    days = range(block.first_day, block.last_day + 1)
    return [day * HOURS_PER_DAY + hour for day in days for hour in range(block.start // 60, -(-block.end // 60))]


def _named(dimension: Dimension | None, names: Iterable[str], says: _Sentences) -> str:
    if dimension is None:
        return ""
    index: Mapping[str, int] = {name: at for at, name in enumerate(dimension.factors.names)}
    return _cells(dimension, [index[name] for name in names if name in index], says)


def _cells(dimension: Dimension | None, cells: list[int], says: _Sentences) -> str:
    """Return the sentence of one cell with its interval, of several with the span of their values."""
    if dimension is None or not cells:
        return ""
    factors = dimension.factors
    means = [float(factors.mean[at]) for at in cells if at < len(factors.mean)]
    orders = sum(float(factors.orders[at]) for at in cells if at < len(factors.orders))
    if not means or not all(map(isfinite, [*means, orders])):
        return ""
    lowest, highest = f"{min(means):.2f}", f"{max(means):.2f}"
    span = lowest if lowest == highest else f"{lowest}–{highest}"
    if round(orders) == 0:
        return says.nobody.format(span=span)
    if len(means) > 1:
        return says.several.format(span=span, orders=f"{orders:.0f}")
    low, high = float(factors.low[cells[0]]), float(factors.high[cells[0]])
    return says.one.format(mean=lowest, low=f"{low:.2f}", high=f"{high:.2f}", orders=f"{orders:.0f}")


def _word(at: int, words: WordValues, margin: float | None, says: _Sentences) -> str:
    mean, low, high = (float(values[at]) / 100 for values in (words.mean, words.low, words.high))
    if not isfinite(mean):
        return ""
    orders = f"{float(words.orders[at]):.0f}" if isfinite(float(words.orders[at])) else "0"
    text = says.word.format(mean=f"{mean:.2f}", low=f"{low:.2f}", high=f"{high:.2f}", orders=orders)
    if margin is not None and isfinite(margin) and margin > 0:
        text += says.word_margin.format(worth=f"{mean * margin:.2f}")
    return text
