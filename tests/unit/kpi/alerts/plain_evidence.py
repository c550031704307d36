"""The evidence of one stream written out in loops, as the formulas stand: what the fast one is held against."""

from __future__ import annotations

from math import exp, log, log1p

from shopdesk.domain.kpi.alerts import evidence as fast
from shopdesk.domain.kpi.alerts.evidence import History, Window
from shopdesk.domain.kpi.alerts.level import Row


def plain_evidence(history: History, stream: int, day: int, tail: float) -> tuple[float, float]:
    """Return the weights of a fall and of a rise."""
    weights: dict[bool, list[float]] = {True: [], False: []}
    for window in fast.WINDOWS:
        start = day - window.days + 1
        if start < max(fast.EARLIEST_DAY, int(history.barrier[stream])):
            continue
        pieces = [_piece(history, stream, window, start, place) for place in range(len(window.pieces))]
        for size, share in zip(fast.SIZES, fast.SIZE_WEIGHTS, strict=True):
            is_farthest = size in (fast.SIZES[0], fast.SIZES[-1])
            gains = [
                _gain(*piece, far * log(size), tail, is_farthest=is_farthest)
                for piece, (_, far) in zip(pieces, window.pieces, strict=True)
            ]
            least = max(fast.TODAY, fast.TODAY_SHARE * sum(gains) / min(window.days, 4))
            if gains[-1] > least:
                weights[size < 1].append(sum(gains) + log(window.weight * share))
    return _log_sum(weights[True]), _log_sum(weights[False])


def _piece(history: History, stream: int, window: Window, start: int, place: int) -> tuple[float, float, float]:
    batch, outlook = history.batch, history.outlooks[start, :, stream]
    before = sum(days for days, _ in window.pieces[:place])
    seen = usual = spread = 0.0
    number = 0
    for into in range(before, before + window.pieces[place][0]):
        day = start + into
        if not history.usable[day, stream]:
            continue
        carried = outlook[Row.CARRIED] * outlook[Row.MEMORY] ** into if into < fast.MEMORY_DAYS else 0.0
        level = outlook[Row.LEVEL] + outlook[Row.WEEKDAYS + batch.weekdays[day]] + carried
        seen += batch.counts[day, stream]
        usual += exp(level + batch.exposure[day, stream])
        spread += outlook[Row.SPREAD_VAR] * batch.inverse[day, stream]
        number += 1
    var = _day_var(outlook, window.days) * number + spread
    return seen, usual, number**2 / var if number else 1.0


def _day_var(outlook: object, days: int) -> float:
    overlaps = [1.0] + [max(0.0, 2 * (1 - lag / days)) for lag in range(1, fast.MEMORY_DAYS)]
    noise = outlook[Row.NOISE_VAR] * sum(outlook[Row.MEMORY] ** lag * share for lag, share in enumerate(overlaps))
    if days == 1:
        noise = outlook[Row.CARRIED_VAR]
    shared = outlook[Row.LEVEL_VAR] + outlook[Row.DRIFT_VAR] * days / 3
    return float(noise + shared * min(days, fast.MOST_SHARED_DAYS) + outlook[Row.WEEKDAY_VAR])


def _gain(seen: float, usual: float, shape: float, shift: float, tail: float, *, is_farthest: bool) -> float:
    own = seen * log(seen / usual) if seen else 0.0
    short = max(own - (seen + shape) * log((seen + shape) / (usual + shape)), 0.0)
    changed = usual * exp(shift)
    gain = seen * shift - (seen + shape) * log((changed + shape) / (usual + shape))
    left = max(short - gain, 0.0)
    if is_farthest and (seen - changed) * shift > 0:
        left = min(left, fast.BEYOND)
    return _tamed(short, tail) - _tamed(left, tail)


def _tamed(short: float, tail: float) -> float:
    return (tail + 1) / 2 * log1p(2 * short / tail)


def _log_sum(weights: list[float]) -> float:
    """Of windows and sizes that say nothing too, each of which counts as next to nothing."""
    each = len(fast.WINDOWS) * len(fast.SIZES) // 2
    return log(sum(map(exp, weights)) + (each - len(weights)) * exp(fast.NOTHING))
