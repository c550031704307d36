"""Evidence that something is going on: how much better an event explains the last days than the usual level does.

Each window is a guess of how long it has been going on: 1 to 4 days, a week or two (a new level), or a slow slope over
two or three weeks. Within a window the usual level is the one foreseen *before* it began, so that a slow fall cannot
hide in a level that follows it. The sizes an event may have are weighed together (a Bayes factor); the likelihood is
the gamma-Poisson one, exact for small counts. Long windows are taken in pieces of a week, which keeps it fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.alerts.level import ROWS, Row
from shopdesk.domain.kpi.alerts.stream import Batch

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """The last ``days`` days, in pieces; of each piece how far the event has come (1 = in full)."""

    days: int
    weight: float
    pieces: tuple[tuple[int, float], ...]  # days of the piece, how far


WINDOWS: Final = (
    Window(1, 0.35, ((1, 1.0),)),
    Window(2, 0.25, ((1, 1.0),) * 2),
    Window(3, 0.20, ((1, 1.0),) * 3),
    Window(4, 0.20, ((1, 1.0),) * 4),
    Window(7, 0.12, ((6, 1.0), (1, 1.0))),
    Window(12, 0.10, ((11, 1.0), (1, 1.0))),
    Window(14, 0.06, ((5, 0.21), (4, 0.54), (4, 0.82), (1, 1.0))),
    Window(21, 0.06, ((7, 0.19), (7, 0.52), (6, 0.83), (1, 1.0))),
)
MOST_SHARED_DAYS: Final = 10
"""A level so unsure that a slope of weeks could be its own drift would hide every slope: it counts for so many days."""
LASTING_DAYS: Final = 6
"""A window longer than this speaks of a new level, not of a passing event."""
SIZES: Final = (0.35, 0.5, 0.65, 0.78, 0.88, 0.94, 1.065, 1.14, 1.28, 1.5, 1.9, 2.7)
"""What an event multiplies the usual by."""
SIZE_WEIGHTS: Final = (0.18, 0.25, 0.3, 0.25, 0.1, 0.05, 0.05, 0.1, 0.25, 0.3, 0.25, 0.18)
TODAY: Final = 0.3
"""Log-likelihood by which the last day itself has to speak for the event."""
TODAY_SHARE: Final = 0.3
"""Share of what a day of the window says on average that the last day has to say: an event that is over is none."""
EARLIEST_DAY: Final = 14
NOTHING: Final = -30.0
LEAST_WEIGHT: Final = 0.0
"""Evidence below is none: it neither raises an alarm nor keeps a day out of the level."""

_LENGTHS: Final = np.array([window.days for window in WINDOWS])
_PIECES: Final = np.array([days for window in WINDOWS for days, _ in window.pieces])
_PIECE_OF: Final = np.repeat(np.arange(len(_PIECES)), _PIECES)
_PIECE_STARTS: Final = np.concatenate([[0], np.cumsum(_PIECES)[:-1]])
_OWNER: Final = np.repeat(np.arange(len(WINDOWS)), _LENGTHS)
_PIECE_OWNER: Final = np.repeat(np.arange(len(WINDOWS)), [len(window.pieces) for window in WINDOWS])
_WINDOW_STARTS: Final = np.searchsorted(_PIECE_OWNER, np.arange(len(WINDOWS)))
_LAST_PIECES: Final = np.concatenate([_WINDOW_STARTS[1:] - 1, [len(_PIECES) - 1]])
_INTO: Final = np.concatenate([np.arange(window.days) for window in WINDOWS])
_AGO: Final = _LENGTHS[_OWNER] - 1 - _INTO
_SHIFTS: Final = np.array([far for window in WINDOWS for _, far in window.pieces])[:, None] * np.log(SIZES)[None, :]
_GROWTHS: Final = np.expm1(_SHIFTS)
_PRIOR: Final = (
    np.log(np.array([window.weight for window in WINDOWS]))[:, None] + np.log(np.array(SIZE_WEIGHTS))[None, :]
)[:, None, :]
_MOST_PRIOR: Final = _PRIOR.max(axis=2)
_IS_FALL: Final = np.array([size < 1 for size in SIZES])
_EARLY: Final = np.flatnonzero(_INTO < 4)
"""Days of a window on which something of the noise before it is left."""
_LAST_POWERS: Final = np.minimum(_LENGTHS - 1, 3)
_OVERLAPS: Final = np.array(
    [[1.0 if lag == 0 else max(0.0, 2 * (1 - lag / w.days)) for w in WINDOWS] for lag in range(4)]
)[:, :, None]
"""How often noise of one day meets that of so many days later in the mean of a window."""
_EACH: Final = np.minimum(_LENGTHS, 4)[:, None, None]
_LEAST_VAR: Final = 1e-9
_TINY: Final = 1e-300


class History:
    """The outlooks of all days so far, (days, ``ROWS``, streams), and which days still speak in a window."""

    def __init__(self, batch: Batch) -> None:
        """Start with no day seen."""
        days, streams = batch.counts.shape
        self.batch = batch
        self.outlooks = np.zeros((days, ROWS, streams))
        self.usable = batch.known.copy()
        self.has_means = bool(batch.inverse.any())
        self.barrier = np.zeros(streams, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Logarithms of the weight of a fall and of a rise, and the window that says most; one value a stream.

    ``gap`` is the day's logarithm of seen by foreseen when that window began, ``events`` what it let expect in all.
    """

    fall: FloatArray
    rise: FloatArray
    window: IntArray
    gap: FloatArray
    events: FloatArray

    @property
    def most(self) -> FloatArray:
        """The weight of the likelier direction."""
        return np.maximum(self.fall, self.rise)

    @property
    def sign(self) -> IntArray:
        """1 for a rise, −1 for a fall."""
        return np.where(self.rise > self.fall, 1, -1)


def evidence(history: History, day: int, tail: FloatArray) -> Evidence:
    """Return the evidence of the windows that end with a day."""
    streams = history.usable.shape[1]
    fall, rise = np.full(streams, NOTHING), np.full(streams, NOTHING)
    window, gap, events = np.zeros(streams, dtype=np.int64), np.zeros(streams), np.zeros(streams)
    outlooks = history.outlooks[np.maximum(day - _LENGTHS + 1, 0)]
    powers = _powers(outlooks[:, Row.MEMORY])
    var = _day_var(outlooks, powers)
    speaking = _speaking(history, day, tail, outlooks, powers, var)
    if speaking.size:
        given = (array[..., speaking] for array in (outlooks, powers, var))
        pieces = _pieces(history, day, speaking, *given)
        able = _able(tail[speaking], *pieces)
        seen, usual, shape = (array[:, able] for array in pieces)
        streams_left = speaking[able]
        fall[streams_left], rise[streams_left], chosen = _weighed(tail[streams_left], seen, usual, shape)
        window[streams_left] = chosen
        each, last = np.arange(streams_left.size), _LAST_PIECES[chosen]
        gap[streams_left] = np.log((seen[last, each] + 0.5) / (usual[last, each] + 0.5))
        events[streams_left] = np.add.reduceat(usual, _WINDOW_STARTS, axis=0)[chosen, each]
    return Evidence(fall, rise, window, gap, events)


def _speaking(
    history: History, day: int, tail: FloatArray, outlooks: FloatArray, powers: FloatArray, var: FloatArray
) -> IntArray:
    """Return the streams of which the day itself may speak for any event; the others need no window."""
    batch = history.batch
    carried = outlooks[:, Row.CARRIED] * powers[_LAST_POWERS, np.arange(len(WINDOWS))]
    foreseen = outlooks[:, Row.LEVEL] + outlooks[:, Row.WEEKDAYS + batch.weekdays[day]] + carried
    if history.has_means:
        var = var + outlooks[:, Row.SPREAD_VAR] * batch.inverse[day]
    short = _shortfall(batch.counts[day], np.exp(foreseen + batch.exposure[day]), 1 / np.maximum(var, _LEAST_VAR))
    return np.flatnonzero((_tamed(short, tail) > TODAY).any(axis=0) & history.usable[day])


def _able(tail: FloatArray, seen: FloatArray, usual: FloatArray, shape: FloatArray) -> IntArray:
    """Return where some window could carry any weight: no event explains more than the usual falls short."""
    most = np.add.reduceat(_tamed(_shortfall(seen, usual, shape), tail), _WINDOW_STARTS, axis=0)
    return np.flatnonzero((most + _MOST_PRIOR).max(axis=0) > LEAST_WEIGHT)


def _weighed(
    tail: FloatArray, seen: FloatArray, usual: FloatArray, shape: FloatArray
) -> tuple[FloatArray, FloatArray, IntArray]:
    joined = (usual / (usual + shape))[:, :, None]
    short = _shortfall(seen, usual, shape)[:, :, None]
    gains = seen[:, :, None] * _SHIFTS[:, None, :] - (seen + shape)[:, :, None] * np.log1p(
        joined * _GROWTHS[:, None, :]
    )
    freedom = tail[:, None]
    gains = _tamed(short, freedom) - _tamed(np.maximum(short - gains, 0.0), freedom)
    totals = np.add.reduceat(gains, _WINDOW_STARTS, axis=0)
    last = gains[_LAST_PIECES]
    speaks = (last > TODAY) & (last > TODAY_SHARE * totals / _EACH)
    weights = np.where(speaks, totals + _PRIOR, NOTHING)
    falls, rises = _log_sum(weights[:, :, _IS_FALL]), _log_sum(weights[:, :, ~_IS_FALL])
    return falls, rises, np.asarray(weights.max(axis=2).argmax(axis=0))


def _shortfall(seen: FloatArray, usual: FloatArray, shape: FloatArray) -> FloatArray:
    """Return by how much (log-likelihood) the usual falls short of the best explanation of a count."""
    own = seen * np.log(np.maximum(seen, _TINY) / np.maximum(usual, _TINY))
    return np.asarray(np.maximum(own - (seen + shape) * np.log((seen + shape) / (usual + shape)), 0.0))


def _tamed(short: FloatArray, tail: FloatArray) -> FloatArray:
    """Return the shortfall as Student's distribution of ``tail`` degrees of freedom sees it."""
    return np.asarray((tail + 1) / 2 * np.log1p(2 * short / tail))


def surprise(history: History, day: int) -> FloatArray:
    """Return by how much the outlook of the day before falls short of what was seen, in log-likelihood."""
    batch, outlook = history.batch, history.outlooks[day]
    var = outlook[Row.CARRIED_VAR] + outlook[Row.LEVEL_VAR] + outlook[Row.WEEKDAY_VAR]
    if history.has_means:
        var = var + outlook[Row.SPREAD_VAR] * batch.inverse[day]
    level = outlook[Row.LEVEL] + outlook[Row.CARRIED] + outlook[Row.WEEKDAYS + batch.weekdays[day]]
    return _shortfall(batch.counts[day], np.exp(level + batch.exposure[day]), 1 / var)


def _pieces(
    history: History, day: int, streams: IntArray, outlooks: FloatArray, powers: FloatArray, day_var: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return counts seen, counts foreseen and the gamma shape of each piece of each window, (pieces, streams)."""
    batch = history.batch
    starts = day - _LENGTHS + 1
    days = np.maximum(day - _AGO, 0)
    cells = np.ix_(days, streams)
    spoken = (starts[:, None] >= history.barrier[streams]) & (starts >= EARLIEST_DAY)[:, None]
    used = history.usable[cells] & spoken[_OWNER]
    foreseen = outlooks[_OWNER, Row.LEVEL] + outlooks[_OWNER, Row.WEEKDAYS + batch.weekdays[days]]
    foreseen += batch.exposure[cells]
    foreseen[_EARLY] += (outlooks[:, Row.CARRIED] * powers)[_INTO[_EARLY], _OWNER[_EARLY]]
    sums = np.empty((3, days.size, streams.size))
    np.multiply(used, batch.counts[cells], out=sums[0])
    np.multiply(used, np.exp(foreseen), out=sums[1])
    sums[2] = used
    seen, usual, number = np.add.reduceat(sums, _PIECE_STARTS, axis=1)
    var = day_var[_PIECE_OWNER] * number
    if history.has_means:
        spread = np.add.reduceat(used * batch.inverse[cells], _PIECE_STARTS, axis=0)
        var += outlooks[_PIECE_OWNER, Row.SPREAD_VAR] * spread
    # A piece of n days has the variance of their mean; without days it has no counts either and says nothing.
    return seen, usual, np.where(number > 0, number**2 / np.maximum(var, _LEAST_VAR), 1.0)


def _powers(memory: FloatArray) -> FloatArray:
    """Return the first powers of the memory, (power, windows, streams)."""
    squared = memory * memory
    return np.stack([np.ones_like(memory), memory, squared, squared * memory])


def _day_var(outlooks: FloatArray, powers: FloatArray) -> FloatArray:
    """Return the variance a day such that the mean of a window has the right one: noise with memory, unsure level."""
    noise = outlooks[:, Row.NOISE_VAR] * (powers * _OVERLAPS).sum(axis=0)
    noise[0] = outlooks[0, Row.CARRIED_VAR]
    shared = outlooks[:, Row.LEVEL_VAR] + outlooks[:, Row.DRIFT_VAR] * (_LENGTHS / 3)[:, None]
    return np.asarray(noise + shared * np.minimum(_LENGTHS, MOST_SHARED_DAYS)[:, None] + outlooks[:, Row.WEEKDAY_VAR])


def _log_sum(weights: FloatArray) -> FloatArray:
    most = weights.max(axis=(0, 2))
    return np.asarray(most + np.log(np.exp(weights - most[None, :, None]).sum(axis=(0, 2))))
