"""How causes are said: effects in the metric's unit, the sentence, the sum written out, notes and coincidences."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.kpi.attribution.chains import Link
from shopdesk.domain.kpi.attribution.explanation import Explanation, Split
from shopdesk.domain.kpi.attribution.method import Method
from shopdesk.domain.kpi.attribution.shown import Division, Shown, ShownFactor, ShownPart, shown
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.segments.sums import (
    AD_REGION,
    BUYER,
    CAMPAIGN,
    ITEM,
    KEYWORD,
    NEW_BUYERS,
    PLATFORM,
    QUADRANT,
    REGION,
    SOURCE,
    SOURCE_1,
)
from shopdesk.domain.metrics import Unit
from shopdesk.ui import formats
from shopdesk.ui.kpi.wording import metric_name, span_text

WHOLE_FROM: Final = 1000.0
"""Yuan from which a sentence leaves out the fen."""
NAMED_SHARE: Final = 0.4
"""Share of its factor from which a segment is named in the sentence."""
MAIN_SHARE: Final = 0.2
"""Share of the largest effect from which a factor's segment is named."""
MOST_SEGMENTS: Final = 3


def link_name(link: Link) -> str:
    """Return the name of a factor in the language in force."""
    return link.zh if formats.language() == "zh_CN" else link.en


def figure_text(link: Link, value: float | None) -> str:
    """Return a factor's own figure in its unit; "—" where unknown."""
    if link.unit is Unit.NUMBER:
        return formats.full(value, decimals=2)
    if link.unit in (Unit.COUNT, Unit.PEOPLE) and value is not None and not float(value).is_integer():
        return formats.full(value, decimals=0 if abs(value) >= WHOLE_FROM else 1)
    return formats.by_unit(value, link.unit.value)


def unit_text(metric: BoardMetric) -> str:
    """Return the unit of effects: 元, 百分点, 人; empty where there is none."""
    if metric.unit is Unit.RATIO:
        return QCoreApplication.translate("KpiCause", "points")
    return formats.unit_name(metric.unit.value)


def _decimals(metric: BoardMetric, step: float) -> int:
    shown_as = step * 100 if metric.unit is Unit.RATIO else step
    return max(0, -math.floor(math.log10(shown_as) + 1e-9))


def level_text(metric: BoardMetric, steps: int, step: float) -> str:
    """Return a value of the metric given in steps, without unit but for percent."""
    value = steps * step
    decimals = _decimals(metric, step)
    if metric.unit is Unit.RATIO:
        return formats.percent(value, decimals=decimals)
    return formats.full(value, decimals=decimals)


def effect_text(metric: BoardMetric, steps: int, step: float) -> str:
    """Return an effect given in steps with its sign, without unit (percentage points for rates)."""
    value = steps * step * (100 if metric.unit is Unit.RATIO else 1)
    return formats.signed(value, decimals=_decimals(metric, step))


def rounded_text(metric: BoardMetric, steps: int, step: float) -> str:
    """Return an effect with its sign as short as it still says something: whole from ten on."""
    value = steps * step * (100 if metric.unit is Unit.RATIO else 1)
    return formats.signed(value, decimals=0 if abs(value) >= 10 else _decimals(metric, step))


def amount_text(metric: BoardMetric, value: float) -> str:
    """Return an amount in the unit of the metric's effects, for intervals."""
    scaled = value * (100 if metric.unit is Unit.RATIO else 1)
    decimals = 0 if metric.unit in (Unit.COUNT, Unit.PEOPLE) or abs(scaled) >= WHOLE_FROM else 2
    return formats.signed(scaled, decimals=decimals)


def title_text(found: Explanation, on_screen: Shown) -> str:
    """Return 支付金额 6-22 对 6-15：3,381.80 → 1,860.60 ▼1,521.20 元."""
    metric = found.metric
    change = effect_text(metric, abs(on_screen.total), on_screen.step).lstrip("+")
    text = QCoreApplication.translate("KpiCause", "{name} {after} against {before}: {start} → {end} {change}").format(
        name=metric_name(metric),
        after=span_text(found.after.period),
        before=span_text(found.before.period),
        start=level_text(metric, on_screen.before, on_screen.step),
        end=level_text(metric, on_screen.after, on_screen.step),
        change=f"{formats.arrow(on_screen.total)}{change} {unit_text(metric)}".rstrip(),
    )
    return text + (QCoreApplication.translate("KpiCause", " (a day)") if found.per_day else "")


def method_name(method: Method) -> str:
    """Return what a method is called."""
    match method:
        case Method.LMDI:
            return QCoreApplication.translate("KpiCause", "LMDI, additive")
        case Method.SHAPLEY:
            return QCoreApplication.translate("KpiCause", "Shapley")
        case Method.SUBSTITUTION:
            return QCoreApplication.translate("KpiCause", "Chain substitution")
        case Method.MIX_RATE:
            return QCoreApplication.translate("KpiCause", "Mix and rate")
        case _:
            return QCoreApplication.translate("KpiCause", "Differences")


def dimension_name(dimension: str) -> str:
    """Return what segments are called: 来源, 商品, 地域."""
    names = {
        SOURCE: QCoreApplication.translate("KpiCause", "source"),
        ITEM: QCoreApplication.translate("KpiCause", "item"),
        REGION: QCoreApplication.translate("KpiCause", "region"),
        AD_REGION: QCoreApplication.translate("KpiCause", "region of ads"),
        CAMPAIGN: QCoreApplication.translate("KpiCause", "plan"),
        KEYWORD: QCoreApplication.translate("KpiCause", "keyword"),
        BUYER: QCoreApplication.translate("KpiCause", "new or old buyer"),
        PLATFORM: QCoreApplication.translate("KpiCause", "platform"),
        QUADRANT: QCoreApplication.translate("KpiCause", "quadrant"),
        SOURCE_1: QCoreApplication.translate("KpiCause", "kind of source"),
    }
    return names.get(dimension, dimension)


def segment_name(split: Split, part: ShownPart) -> str:
    """Return the name of a segment's line."""
    if part.is_rest:
        return QCoreApplication.translate("KpiCause", "not told by the report")
    if part.joined:
        return QCoreApplication.translate("KpiCause", "{count} others").format(count=formats.full(part.joined))
    if split.dimension == BUYER:
        is_new = part.part.label == NEW_BUYERS
        new, old = (
            QCoreApplication.translate("KpiCause", "new buyers"),
            QCoreApplication.translate("KpiCause", "old buyers"),
        )
        return new if is_new else old
    if split.dimension == QUADRANT and part.part.label:
        from shopdesk.domain.keywords.classify import Quadrant
        from shopdesk.ui.keywords.wording import quadrant_name

        return quadrant_name(Quadrant(part.part.label))
    return part.part.label or QCoreApplication.translate("KpiCause", "without a name")


def sum_text(found: Explanation, on_screen: Shown) -> str:
    """Return the sum written out: −320.11 −1,121.83 −79.26 = −1,521.20 元，与差额一致."""
    metric, step = found.metric, on_screen.step
    terms = " ".join(effect_text(metric, one.steps, step) for one in on_screen.terms)
    total = f"{effect_text(metric, on_screen.total, step)} {unit_text(metric)}".rstrip()
    return QCoreApplication.translate("KpiCause", "{terms} = {total}, the difference").format(terms=terms, total=total)


def sentence(found: Explanation, *, division: Division | None = None) -> str:
    """Return 支付金额 −3,240 元：访客 −2,100（手淘搜索 −1,900），转化 −1,500，客单价 +360."""
    metric = found.metric
    is_large = metric.unit is Unit.MONEY and max(abs(found.value_before), abs(found.value_after)) >= WHOLE_FROM
    on_screen = shown(found, step=1.0 if is_large else None, division=division)
    step = on_screen.step
    head = f"{metric_name(metric)} {effect_text(metric, on_screen.total, step)} {unit_text(metric)}".rstrip()
    ordered = sorted(on_screen.factors, key=lambda one: -abs(one.steps))
    if len(ordered) == 1:
        return _joined(head, _segment_words(metric, ordered[0], step)) if ordered[0].split is not None else head
    least = MAIN_SHARE * abs(ordered[0].steps)
    text = _joined(head, [_factor_words(metric, one, step, named=abs(one.steps) >= least) for one in ordered])
    chance = [link_name(one.factor.link) for one in ordered if one.factor.part.is_chance]
    if not chance or len(chance) == len(ordered):
        return text
    return QCoreApplication.translate("KpiCause", "{text}; {names} within chance").format(
        text=text, names=formats.listed(chance)
    )


def _segment_words(metric: BoardMetric, one: ShownFactor, step: float) -> list[str]:
    """Return the three largest segments of the only factor."""
    largest = sorted(one.parts, key=lambda part: -abs(part.steps))[:MOST_SEGMENTS]
    return [
        f"{segment_name(one.split, part)} {effect_text(metric, part.steps, step)}"
        for part in largest
        if one.split is not None
    ]


def _factor_words(metric: BoardMetric, one: ShownFactor, step: float, *, named: bool) -> str:
    text = f"{link_name(one.factor.link)} {effect_text(metric, one.steps, step)}"
    if one.split is None or not named:
        return text
    segments = [part for part in one.parts if not part.is_rest and not part.joined]
    largest = max(segments, key=lambda part: part.steps * (1 if one.steps >= 0 else -1), default=None)
    if largest is None or abs(largest.steps) < NAMED_SHARE * abs(one.steps) or not largest.steps:
        return text
    return QCoreApplication.translate("KpiCause", "{text} ({segment})").format(
        text=text, segment=f"{segment_name(one.split, largest)} {effect_text(metric, largest.steps, step)}"
    )


def _joined(head: str, parts: list[str]) -> str:
    comma = QCoreApplication.translate("KpiCause", ", ")
    return QCoreApplication.translate("KpiCause", "{head}: {parts}").format(head=head, parts=comma.join(parts))


def verdict_text(found: Explanation) -> tuple[str, str, str]:
    """Return the words of the chip, its tone, and what it rests on."""
    chance = found.whole.part.chance
    if not found.change:
        return QCoreApplication.translate("KpiCause", "no difference"), "", ""
    if found.is_thin and found.events is not None:
        reason = QCoreApplication.translate(
            "KpiCause",
            "Only {before} and {after} events stand behind the two values: the parts are arithmetic, no finding.",
        ).format(before=formats.full(found.events[0]), after=formats.full(found.events[1]))
        return QCoreApplication.translate("KpiCause", "too few to say"), "warn", reason
    if chance is None:
        reason = QCoreApplication.translate(
            "KpiCause",
            "How much chance is in this figure is not known, so that nobody can say whether it really moved.",
        )
        return QCoreApplication.translate("KpiCause", "chance unknown"), "", reason
    reason = QCoreApplication.translate(
        "KpiCause", "80 % interval of the difference {low} … {high}; within ±{reach} it may be chance (95 %)."
    ).format(
        low=amount_text(found.metric, chance.low80(found.change)),
        high=amount_text(found.metric, chance.high80(found.change)),
        reach=amount_text(found.metric, 1.96 * chance.sd).lstrip("+"),
    )
    if not found.learnt_days:
        reason += " " + QCoreApplication.translate(
            "KpiCause", "Reckoned from counts alone: the ten weeks before hold too few days to learn how days vary."
        )
    if found.is_chance:
        return QCoreApplication.translate("KpiCause", "can't tell yet"), "warn", reason
    return QCoreApplication.translate("KpiCause", "difference beyond chance"), "info", reason


def chance_words(factor_part: ShownPart | ShownFactor, metric: BoardMetric) -> str:
    """Return the interval of a part in words, empty where its chance isn't known."""
    part = factor_part.part if isinstance(factor_part, ShownPart) else factor_part.factor.part
    if part.chance is None:
        return ""
    words = QCoreApplication.translate("KpiCause", "80 % interval {low} … {high}").format(
        low=amount_text(metric, part.chance.low80(part.effect)),
        high=amount_text(metric, part.chance.high80(part.effect)),
    )
    return f"{words}, {within_text()}" if part.is_chance else words


def within_text() -> str:
    """Return what stands at an effect that chance alone could make."""
    return QCoreApplication.translate("KpiCause", "within chance")


def mix_words(metric: BoardMetric, part: ShownPart) -> str:
    """Return how much of a segment's effect is its own rate and how much its weight."""
    if part.part.mix is None or part.part.rate is None:
        return ""
    return QCoreApplication.translate("KpiCause", "own rate {rate}, weight {mix}").format(
        rate=amount_text(metric, part.part.rate), mix=amount_text(metric, part.part.mix)
    )
