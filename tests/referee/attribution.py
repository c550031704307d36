"""Attribution cases of every kind, each divided by the domain."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise, permutations, product
from operator import mul
from typing import Any

import numpy as np

from shopdesk.domain.kpi.attribution.additive import additive, signed
from shopdesk.domain.kpi.attribution.lmdi import lmdi, log_mean, log_ratio
from shopdesk.domain.kpi.attribution.method import Method
from shopdesk.domain.kpi.attribution.mix_rate import mix_rate
from shopdesk.domain.kpi.attribution.segmented import SegmentedParts, segmented, volume_mix
from shopdesk.domain.kpi.attribution.shapley import from_subsets, product_shapley, shapley
from shopdesk.domain.kpi.attribution.substitution import one_at_a_time, substitution
from shopdesk.domain.kpi.attribution.surprise import explanatory_power, ratio_power, surprise
from tests.referee.formula import compiled

Case = dict[str, Any]
MOST_ORDERS = 6  # factors up to which all orders are listed: 720
MOST_SIGNS = 12  # terms of a difference up to which signs are sought: 4096


def named(names: Iterable[str], parts: Iterable[float], *, decimals: int | None = None) -> dict[str, float]:
    """Parts by name with their sum; of a printed list the sum of what is printed, each part to its ``decimals``."""
    found = {name: float(part) for name, part in zip(names, parts, strict=True)}
    told = found.values() if decimals is None else [round(part, decimals) for part in found.values()]
    return {**found, "_total": math.fsum(told)}


def printed_decimals(case: Case) -> int | None:
    """Return how many decimals a publication's figures are printed with, None for a case that was computed.

    The tolerance tells it: half of the last digit, as 6e-9 of eight decimals; computed cases have a power of ten.
    Publications print Shapley's parts; what a case tells of LMDI was computed.
    """
    digits, _, exponent = f"{case.get('tolerance', 1.0):.0e}".partition("e")
    return -int(exponent) - 1 if digits in ("5", "6") else None


def unknown(values: Sequence[float | None]) -> list[float]:
    return [math.nan if value is None else float(value) for value in values]


def carried(case: Case, names: Sequence[str]) -> tuple[list[float], list[float]]:
    """Return both sides of a chain; a factor that one side doesn't know carries the other, 0 where neither does."""
    sides = [[case[side].get(name) for name in names] for side in ("before", "after")]
    before, after = (
        [float(next((x for x in (own, other) if x is not None), 0.0)) for own, other in zip(*pair, strict=True)]
        for pair in (sides, sides[::-1])
    )
    return before, after


def shapley_or_none(names: Sequence[str], parts: Callable[[], Sequence[float]], **printed: int | None) -> Case | None:
    """Return the parts by name, None where something over nothing has none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = parts()
    return named(names, found, **printed) if all(math.isfinite(part) for part in found) else None


def without_logarithm(divide: Callable[[], Any]) -> Any:
    """Return LMDI parts, None where a factor changes its sign and has none."""
    try:
        return divide()
    except ValueError:
        return None


def product_chain(case: Case) -> Case:
    names = case["factors"]
    before, after = carried(case, names)
    out: Case = {"shapley": named(names, product_shapley(before, after), decimals=printed_decimals(case))}
    parts = without_logarithm(lambda: lmdi(before, after))
    if parts is not None:
        out["lmdi"] = named(names, parts)
        start = math.prod(before)
        if start:
            out["points_of_total_change_lmdi"] = {n: p / start for n, p in zip(names, parts, strict=True)}
    if all(before):
        out["multiplicative"] = {n: x1 / x0 for n, x0, x1 in zip(names, before, after, strict=True)}
    return out


def mix_and_rate(case: Case) -> Case:
    names = case["segments"]
    found = mix_rate(
        share_before=case["share_before"],
        rate_before=unknown(case["rate_before"]),
        share_after=case["share_after"],
        rate_after=unknown(case["rate_after"]),
    )
    mix, rate = (math.fsum(part) for part in (found.mix, found.rate))
    totals = {"mix": mix, "rate": rate, "_total": mix + rate}
    each = {
        name: {"mix": float(m), "rate": float(r), "_total": float(m + r)}
        for name, m, r in zip(names, found.mix, found.rate, strict=True)
    }
    return {
        "published": totals,
        "mix_rate": totals,
        **totals,
        "by_segment": each,
        "mix_by_segment": {name: one["mix"] for name, one in each.items()},
        "rate_by_segment": {name: one["rate"] for name, one in each.items()},
    }


def segmented_product(case: Case) -> Case:
    names = case["factors"]
    before, after = ([unknown(case[side][name]) for name in names] for side in ("before", "after"))
    parts_by_shapley = segmented(before, after, Method.SHAPLEY).by_factor
    out: Case = {"shapley": named(names, parts_by_shapley, decimals=printed_decimals(case))}
    parts = without_logarithm(lambda: segmented(before, after))
    if parts is not None:
        out["lmdi"] = named(names, parts.by_factor)
        out["lmdi_by_segment"] = parts.leaves.tolist()
    return out


def difference(case: Case) -> Case:
    names = list(case["before"])
    before, after = ([float(case[side][name]) for name in names] for side in ("before", "after"))
    return {"shapley": named(names, signed(before, after, _signs(case, before, after)))}


def _signs(case: Case, before: Sequence[float], after: Sequence[float]) -> tuple[int, ...]:
    """Return what the values of a case say is added and what is taken off; the first less the others where unsaid."""
    usual = (1, *[-1] * (len(before) - 1))
    told = [(case.get("value_before"), before), (case.get("value_after"), after)]
    for signs in (usual, *product((1, -1), repeat=min(len(before), MOST_SIGNS))):
        if len(signs) == len(before) and all(
            whole is None or math.isclose(math.fsum(map(mul, signs, side)), whole, rel_tol=1e-9, abs_tol=1e-9)
            for whole, side in told
        ):
            return signs
    return usual


def general_function(case: Case) -> Case:
    names = case["factors"]
    function = compiled(case["function"])

    def value(given: Sequence[Any]) -> float:
        return function(dict(zip(names, given, strict=True)))

    before, after = ([case[side][name] for name in names] for side in ("before", "after"))
    return {"shapley": shapley_or_none(names, lambda: shapley(value, before, after), decimals=printed_decimals(case))}


def ratio_two_factors(case: Case) -> Case:
    names = list(case["before"])
    function = compiled(case["function"])

    def value(given: Sequence[float]) -> float:
        return function(dict(zip(names, given, strict=True)))

    before, after = (list(case[side].values()) for side in ("before", "after"))
    out: Case = {"shapley": shapley_or_none(names, lambda: shapley(value, before, after))}
    with np.errstate(divide="ignore", invalid="ignore"):
        out["printed_rates"] = [_known(round(value(side), 4)) for side in (before, after)]
    parts = _by_powers(value, before, after)
    if parts is not None:
        out["lmdi"] = named(names, parts)
    return out


def _by_powers(
    value: Callable[[Sequence[float]], float], before: Sequence[float], after: Sequence[float]
) -> list[float] | None:
    """Return LMDI parts of a product of powers (a ratio has the power -1), None of any other formula.

    A factor's power is what doubling it does; a value that comes from or goes to 0 is borne by what is 0 there.
    """
    if any(x0 < 0 or x1 < 0 for x0, x1 in zip(before, after, strict=True)):
        return None
    here = [float(x0 or x1 or 1) for x0, x1 in zip(before, after, strict=True)]
    there = [float(x1 or x0 or 1) for x0, x1 in zip(before, after, strict=True)]
    powers, same = ([_power(value, side, k) for k in range(len(side))] for side in (here, there))
    if not all(math.isclose(one, other, abs_tol=1e-9) for one, other in zip(powers, same, strict=True)):
        return None
    if any(power < 0 and not (x0 and x1) for power, x0, x1 in zip(powers, before, after, strict=True)):
        return None
    start, end = value(before), value(after)
    if start and end:
        mean = log_mean(end, start)
        return [mean * power * log_ratio(x1, x0) for power, x0, x1 in zip(powers, before, after, strict=True)]
    shares = [0.0 if x0 and x1 else power for power, x0, x1 in zip(powers, before, after, strict=True)]
    whole = math.fsum(shares)
    return [(end - start) * share / whole if whole else 0.0 for share in shares]


def _power(value: Callable[[Sequence[float]], float], at: Sequence[float], place: int) -> float:
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = value([2 * x if k == place else x for k, x in enumerate(at)]) / value(at)
    return math.log2(ratio) if ratio > 0 and math.isfinite(ratio) else math.nan


def _volume(case: Case, volume: str, rates: Sequence[str]) -> SegmentedParts:
    return volume_mix(
        unknown(case[f"{volume}_before"]),
        unknown(case[f"{volume}_after"]),
        [unknown(case[f"{rate}_before"]) for rate in rates],
        [unknown(case[f"{rate}_after"]) for rate in rates],
    )


def volume_mix_intensity(case: Case) -> Case:
    intensity = {
        side: [
            value / volume if volume else math.nan
            for value, volume in zip(case[f"seg_value_{side}"], case[f"volume_{side}"], strict=True)
        ]
        for side in ("before", "after")
    }
    parts = volume_mix(
        unknown(case["volume_before"]), unknown(case["volume_after"]), [intensity["before"]], [intensity["after"]]
    )
    return {
        "lmdi": named(("volume", "mix", "intensity"), parts.by_factor),
        "lmdi_by_segment": parts.leaves.tolist(),
        "by_segment_total": parts.by_segment.tolist(),
    }


def gmv_channels(case: Case) -> Case:
    channels = case["channels"]
    parts = _volume(case, "visitors", ("cvr", "aov"))
    return {
        "lmdi": named(("volume", "mix", "cvr", "aov"), parts.by_factor),
        "lmdi_by_channel": dict(zip(channels, parts.leaves.tolist(), strict=True)),
        "by_channel_total": dict(zip(channels, parts.by_segment.tolist(), strict=True)),
    }


def additive_segments(case: Case) -> Case:
    names = list(dict.fromkeys((*case["before"], *case["after"])))
    before, after = ([case[side].get(name) or 0 for name in names] for side in ("before", "after"))
    found = additive(before, after)
    change = math.fsum(found.parts)  # the board says no shares of a change of next to nothing; a case may
    return {
        "parts": named(names, found.parts),
        "growth_points": None if found.growth is None else dict(zip(names, found.growth.tolist(), strict=True)),
        "explanatory_power": dict(zip(names, (found.parts / change).tolist(), strict=True)) if change else None,
    }


def adtributor(case: Case) -> Case:
    by_element: dict[str, dict[str, dict[str, float]]] = {}
    for dimension, elements in case["forecast_actual"].items():
        expected, actual = ([pair[side] for pair in elements.values()] for side in (0, 1))
        nats = surprise(expected, actual)
        by_element[dimension] = {
            name: {"ep": _known(ep), "surprise_ln": float(one), "surprise_log10": float(one) / math.log(10)}
            for name, ep, one in zip(elements, explanatory_power(expected, actual), nats, strict=True)
        }
    whole = {name: sum(one["surprise_ln"] for one in elements.values()) for name, elements in by_element.items()}
    return {"by_element": by_element, "dimension_surprise_order": sorted(whole, key=lambda name: -whole[name])}


def _known(value: float) -> float | None:
    """Return a figure, None where nothing over nothing leaves none."""
    return float(value) if math.isfinite(value) else None


def ratio_segments(case: Case) -> Case:
    names = list(case["data"])
    above, below = next(iter(case["data"].values()))
    sums = {
        (part, side): np.array([case["data"][name][part][side] for name in names], dtype=float)
        for part in (above, below)
        for side in (0, 1)
    }
    raw = ratio_power(
        numerator_before=sums[above, 0],
        numerator_after=sums[above, 1],
        denominator_before=sums[below, 0],
        denominator_after=sums[below, 1],
    )
    total = _known(raw.sum())
    numerators, denominators = (_subset_sums(sums[part, 0], sums[part, 1]) for part in (above, below))
    with np.errstate(invalid="ignore", divide="ignore"):
        values = numerators / denominators
    has_ends = math.isfinite(values[0]) and math.isfinite(values[-1])
    # Some segments together may have nothing above nor below; something over nothing is no value.
    is_divisible = has_ends and not np.isinf(values).any()
    return {
        "adtributor_raw": {name: _known(one) for name, one in zip(names, raw, strict=True)},
        "adtributor_raw_sum": total,
        "true_change": float(values[-1] - values[0]) if has_ends else None,
        "adtributor_normalised": {n: float(one) / total for n, one in zip(names, raw, strict=True)} if total else None,
        "shapley": named(names, from_subsets(np.nan_to_num(values))) if is_divisible else None,
    }


def _subset_sums(before: Any, after: Any) -> Any:
    """Return the sum of all segments for every subset of them that has changed."""
    sums = np.array([float(before.sum())])
    for step in after - before:
        sums = np.concatenate((sums, sums + step))
    return sums


def aggregation(case: Case) -> Case:
    rows = next(value for value in case.values() if isinstance(value, list) and value and isinstance(value[0], dict))
    below, above = list(rows[0])[:2]
    known = [row for row in rows if row.get(below) is not None and row.get(above) is not None]
    rates = [row[above] / row[below] for row in known if row[below]]
    mean = math.fsum(rates) / len(rates) if rates else None
    base = math.fsum(row[below] for row in known)
    whole = math.fsum(row[above] for row in known) / base if base else None
    return {"ratio_of_sums": whole, "mean_of_daily_ratios": mean, "mean_of_ratios": mean}


def order_dependence(case: Case) -> Case:
    names = case["factors"]
    before, after = case["before"], case["after"]
    x0, x1 = [before[name] for name in names], [after[name] for name in names]
    out: Case = {
        "one_at_a_time_sum": math.fsum(one_at_a_time(x0, x1)),
        "true_change": math.prod(x1) - math.prod(x0),
    }
    shorts = _short_names(names)
    for order in permutations(names) if len(names) <= MOST_ORDERS else (tuple(names), tuple(reversed(names))):
        parts = substitution([before[n] for n in order], [after[n] for n in order])
        found = dict(zip(order, parts, strict=True))
        for key in ("_".join(shorts[name] for name in order), "_".join(order)):
            out[f"order_{key}"] = found
    return out


def _short_names(names: Sequence[str]) -> Mapping[str, str]:
    """Return the shortest beginning of each name that no other name has."""
    return {
        name: next(
            (
                name[:length]
                for length in range(1, len(name) + 1)
                if sum(other.startswith(name[:length]) for other in names) == 1
            ),
            name,
        )
        for name in names
    }


def drill_down(case: Case) -> Case:
    count = len(case["before"])
    before, after = case["before"], case["after"]
    joined0, joined1 = ([side[0], side[1] * side[2], *side[3:]] for side in (before, after))
    out: Case = {}
    for name, divide in (("lmdi", lmdi), ("shapley", product_shapley)):
        fine, coarse = divide(before, after), divide(joined0, joined1)
        out[f"{name}_{count}"], out[f"{name}_{count - 1}"] = list(fine), list(coarse)
        out[f"{name}_gap"] = fine[1] + fine[2] - coarse[1]
    return out


def tree(case: Case) -> Case:
    names = list(case["before"])
    parts = segmented([case["before"][n] for n in names], [case["after"][n] for n in names])
    rows, columns = case["rows"], case["cols"]
    return {
        "leaf": {
            f"{row}/{column}": named(names, parts.leaves[i, j])
            for i, row in enumerate(rows)
            for j, column in enumerate(columns)
        },
        "by_row": {row: named(names, part) for row, part in zip(rows, parts.level(0), strict=True)},
        "by_col": {column: named(names, part) for column, part in zip(columns, parts.level(1), strict=True)},
        "lmdi": named(names, parts.by_factor),
    }


def path(case: Case) -> Case:
    days = case["days"]
    steps = [lmdi(one, other) for one, other in pairwise(days)]
    chained = [math.fsum(step[k] for step in steps) for k in range(len(days[0]))]
    direct = list(lmdi(days[0], days[-1]))
    return {"chained": chained, "direct": direct, "_same_total": math.fsum(direct)}


KINDS: dict[str, Callable[[Case], Case]] = {
    "product_chain": product_chain,
    "mix_rate": mix_and_rate,
    "segmented_product": segmented_product,
    "difference": difference,
    "general_function": general_function,
    "ratio_two_factors": ratio_two_factors,
    "volume_mix_intensity": volume_mix_intensity,
    "gmv_channels": gmv_channels,
    "additive": additive_segments,
    "adtributor": adtributor,
    "ratio_segments": ratio_segments,
    "aggregation": aggregation,
    "order_dependence": order_dependence,
    "drill_down": drill_down,
    "tree": tree,
    "path": path,
}
