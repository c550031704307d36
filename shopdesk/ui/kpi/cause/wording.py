"""How causes are said: effects in the metric's unit, the sentence, the sum written out, notes and coincidences."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.app.kpi.cause import MissingReport
from shopdesk.domain.kpi.attribution.chains import Link
from shopdesk.domain.kpi.attribution.coincidences import Coincidence, CoincidenceKind
from shopdesk.domain.kpi.attribution.explanation import Explanation, Factor, Lack, Refused, Split, Unexplained
from shopdesk.domain.kpi.attribution.method import Method
from shopdesk.domain.kpi.attribution.shown import Division, Shown, ShownFactor, ShownPart, shown
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.kpi.figures import Basis
from shopdesk.domain.kpi.segments.sums import (
    AD_REGION,
    BUYER,
    CAMPAIGN,
    ITEM,
    KEYWORD,
    NEW_BUYERS,
    PLATFORM,
    REGION,
    SOURCE,
)
from shopdesk.domain.metrics import Unit
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.wording import metric_name, part_name, span_text, table_name

WHOLE_FROM: Final = 1000.0
"""Yuan from which a sentence leaves out the fen."""
NAMED_SHARE: Final = 0.4
"""Share of its factor from which a segment is named in the sentence."""
MAIN_SHARE: Final = 0.2
"""Share of the largest effect from which a factor's segment is named."""
LEAST_OVERLAP: Final = 0.005
MOST_DAYS: Final = 3
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
    return part.part.label


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


def notes(found: Explanation, *, asked: Method | None) -> list[str]:
    """Return what has to be known to read the figures, one sentence each."""
    lines = []
    alone = [one.zh if formats.language() == "zh_CN" else one.en for one in found.coincidences if one.is_lopsided]
    if alone:
        lines.append(
            QCoreApplication.translate(
                "KpiCause", "Only one side holds {names}: the difference holds the campaign."
            ).format(names=formats.listed(alone[:MOST_DAYS]))
        )
    if found.per_day:
        lines.append(
            QCoreApplication.translate(
                "KpiCause",
                "Compared by the day: {before} {before:day|days} against {after} {after:day|days} with data.",
            ).format(before=formats.full(found.before.days), after=formats.full(found.after.days))
        )
    missing = (*found.before.missing, *found.after.missing)
    if missing:
        days = formats.listed(formats.day(day) for day in missing[:MOST_DAYS])
        more = " …" if len(missing) > MOST_DAYS else ""
        lines.append(
            QCoreApplication.translate("KpiCause", "Left out, since figures are missing: {days}").format(
                days=days + more
            )
        )
    if found.basis is Basis.DAY_SUM:
        lines.append(QCoreApplication.translate("KpiCause", "People are added day by day: an upper bound."))
    if asked in (None, Method.LMDI) and found.method is Method.SHAPLEY and not found.metric.formula:
        lines.append(
            QCoreApplication.translate(
                "KpiCause", "A factor is 0 or less: divided by Shapley, which needs no logarithm."
            )
        )
    if found.method is Method.SUBSTITUTION:
        order = " → ".join(link_name(one.link) for one in found.factors)
        lines.append(
            QCoreApplication.translate("KpiCause", "Order: {order}. Another order gives other parts.").format(
                order=order
            )
        )
    return list(dict.fromkeys([*lines, *_split_notes((*found.factors, found.whole))]))


def _split_notes(factors: tuple[Factor, ...]) -> list[str]:
    """Return one sentence a dimension where its lines hold more than the shop, and what else weakens a split."""
    overlaps: dict[str, tuple[float, bool]] = {}
    lines = []
    for factor in factors:
        for split in factor.splits:
            share = split.overlap or 0.0
            if share > max(LEAST_OVERLAP, overlaps.get(split.dimension, (0.0, False))[0]):
                overlaps[split.dimension] = share, factor.link.counts_people
            if split.days is not None:
                lines.append(_days_note(split.dimension, split.days))
        lines += [_refused_note(one) for one in factor.refused]
    return [_overlap_note(name, share, people=people) for name, (share, people) in overlaps.items()] + lines


def _overlap_note(dimension: str, share: float, *, people: bool) -> str:
    if people:
        text = QCoreApplication.translate(
            "KpiCause",
            "By {dimension}: the same people stand in several lines, up to {share} more than the shop has; "
            "scaled down alike.",
        )
    else:
        text = QCoreApplication.translate(
            "KpiCause", "By {dimension}: the lines add up to {share} more than the shop; scaled down alike."
        )
    return text.format(dimension=dimension_name(dimension), share=formats.percent(share, decimals=0))


def _days_note(dimension: str, days: tuple[int, int]) -> str:
    return QCoreApplication.translate(
        "KpiCause", "By {dimension}: the report has {before} and {after} days, taken to the same number of days."
    ).format(dimension=dimension_name(dimension), before=formats.full(days[0]), after=formats.full(days[1]))


def _refused_note(refused: Refused) -> str:
    return QCoreApplication.translate(
        "KpiCause",
        "Not divided by {dimension}: its report covers {before} before and {after} after, which would look like "
        "a change. Import what is missing.",
    ).format(
        dimension=dimension_name(refused.dimension),
        before=formats.percent(refused.covered[0], decimals=0),
        after=formats.percent(refused.covered[1], decimals=0),
    )


def missing_text(report: MissingReport) -> str:
    """Return which report to import for a further division."""
    days = formats.listed(span_text(period) for period in report.periods)
    return QCoreApplication.translate("KpiCause", "To divide by {dimension}: import “{table}” for {days}").format(
        dimension=dimension_name(report.dimension), table=table_name(report.table), days=days
    )


def coincidence_text(one: Coincidence) -> str:
    """Return one thing that happened at the same time."""
    name = one.zh if formats.language() == "zh_CN" else one.en
    first = formats.day(one.first)
    match one.kind:
        case CoincidenceKind.CAMPAIGN:
            days = formats.span(one.first, one.last)
            if one.in_before and one.in_after:
                return QCoreApplication.translate("KpiCause", "{name} {days}, in both").format(name=name, days=days)
            if one.in_before:
                return QCoreApplication.translate("KpiCause", "{name} {days}, only before").format(name=name, days=days)
            return QCoreApplication.translate("KpiCause", "{name} {days}, only after").format(name=name, days=days)
        case CoincidenceKind.OFFER_BEGINS:
            return QCoreApplication.translate("KpiCause", "offer {name} began on {day}").format(name=name, day=first)
        case CoincidenceKind.OFFER_ENDS:
            return QCoreApplication.translate("KpiCause", "offer {name} ended on {day}").format(name=name, day=first)
        case CoincidenceKind.PLAN_TAKEN:
            return QCoreApplication.translate("KpiCause", "bid plan {name} exported on {day}").format(
                name=name, day=first
            )
        case CoincidenceKind.PRICE:
            return QCoreApplication.translate("KpiCause", "{name}: {before} → {after} yuan a piece").format(
                name=name, before=formats.money(one.before), after=formats.money(one.after)
            )
        case CoincidenceKind.NOT_SOLD:
            return QCoreApplication.translate("KpiCause", "{name}: {before} pieces before, none after").format(
                name=name, before=formats.full(one.before)
            )
        case _:
            return QCoreApplication.translate("KpiCause", "{day} note: {name}").format(name=name, day=first)


def lack_text(found: Unexplained, *, before: Period, after: Period) -> str:
    """Return why nothing can be explained, and what to import."""
    parts = formats.listed(part_name(part) for part in found.parts)
    match found.lack:
        case Lack.NO_BEFORE:
            return QCoreApplication.translate(
                "KpiCause", "No figures for {days}: import the report with {parts}."
            ).format(days=span_text(before), parts=parts)
        case Lack.NO_AFTER:
            return QCoreApplication.translate(
                "KpiCause", "No figures for {days}: import the report with {parts}."
            ).format(days=span_text(after), parts=parts)
        case Lack.JOINED_LATER:
            return QCoreApplication.translate(
                "KpiCause",
                "Another platform's figures begin on {day}: held against days without them, that would look like "
                "growth. Choose days on one side of it.",
            ).format(day=formats.full_day(found.since))
        case _:
            return QCoreApplication.translate(
                "KpiCause", "{name} has no value on one of the two sides, because what it is divided by is 0 there."
            ).format(name=metric_name(found.metric))
