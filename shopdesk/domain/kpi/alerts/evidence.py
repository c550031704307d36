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
BEYOND: Final = 2.0
"""Most by which the farthest size falls short of a day that is farther off still (log-likelihood)."""
TODAY: Final = 0.3
"""Log-likelihood by which the last day itself has to speak for the event."""
TODAY_SHARE: Final = 0.3
"""Share of what a day of the window says on average that the last day has to say: an event that is over is none."""
EARLIEST_DAY: Final = 14
NOTHING: Final = -30.0
LEAST_WEIGHT: Final = 0.0
"""Evidence below is none: it neither raises an alarm nor keeps a day out of the level."""
MEMORY_DAYS: Final = 4
"""Days of a window on which something of the noise before it is left."""

_LENGTHS: Final = np.array([window.days for window in WINDOWS])
_LONGEST: Final = int(_LENGTHS.max())
_EACH_WINDOW: Final = np.arange(len(WINDOWS))
_PIECES: Final = np.array([days for window in WINDOWS for days, _ in window.pieces])
_PIECE_STARTS: Final = np.concatenate([[0], np.cumsum(_PIECES)[:-1]])
_OWNER: Final = np.repeat(_EACH_WINDOW, _LENGTHS)
_PIECE_OWNER: Final = np.repeat(_EACH_WINDOW, [len(window.pieces) for window in WINDOWS])
_WINDOW_STARTS: Final = np.searchsorted(_PIECE_OWNER, _EACH_WINDOW)
_LAST_PIECES: Final = np.concatenate([_WINDOW_STARTS[1:] - 1, [len(_PIECES) - 1]])
_INTO: Final = np.concatenate([np.arange(window.days) for window in WINDOWS])
_AGO: Final = _LENGTHS[_OWNER] - 1 - _INTO
_BACK: Final = np.arange(_LONGEST)
_IN_PIECE: Final = np.zeros((len(_PIECES), _LONGEST))
"""1 where a piece holds the day so many days ago."""
_IN_PIECE[np.repeat(np.arange(len(_PIECES)), _PIECES), _AGO] = 1.0
_FAR: Final = np.array([far for window in WINDOWS for _, far in window.pieces])[:, None, None]
_FALLS: Final = np.array([size for size in SIZES if size < 1])[:, None]
_RISES: Final = np.array([size for size in SIZES if size > 1])[:, None]
_SHIFTS: Final = (_FAR * np.log(_FALLS), _FAR * np.log(_RISES))
"""Logarithm of what falls and rises multiply each piece by, (pieces, sizes, 1)."""
_GROWTHS: Final = (np.expm1(_SHIFTS[0]), np.expm1(_SHIFTS[1]))
_WINDOW_PRIOR: Final = np.log([window.weight for window in WINDOWS])[:, None, None]
_SIZE_PRIOR: Final = np.log(SIZE_WEIGHTS)[:, None]
_PRIOR: Final = (_WINDOW_PRIOR + _SIZE_PRIOR[: len(_FALLS)], _WINDOW_PRIOR + _SIZE_PRIOR[len(_FALLS) :])
_MOST_PRIOR: Final = np.maximum(*_PRIOR).max(axis=1)
_EARLY: Final = np.flatnonzero(_INTO < MEMORY_DAYS)
_LAST_POWERS: Final = np.minimum(_LENGTHS - 1, MEMORY_DAYS - 1)
_OVERLAPS: Final = np.array(
    [[1.0 if lag == 0 else max(0.0, 2 * (1 - lag / w.days)) for lag in range(MEMORY_DAYS)] for w in WINDOWS]
)
"""How often noise of one day meets that of so many days later in the mean of a window."""
_SHARED_DAYS: Final = np.minimum(_LENGTHS, MOST_SHARED_DAYS)[:, None]
_DRIFT_DAYS: Final = (_LENGTHS / 3)[:, None]
_EACH: Final = np.minimum(_LENGTHS, 4)[:, None, None]
_LEAST_VAR: Final = 1e-9
_TINY: Final = 1e-300


class History:
    """The outlooks of all days so far, (days, ``ROWS``, streams), and which days still speak in a window.

    What windows ask of an outlook is worked out once a day and kept for as long as a window may begin there.
    """

    def __init__(self, batch: Batch) -> None:
        """Start with no day seen."""
        days, streams = batch.counts.shape
        self.batch = batch
        self.outlooks = np.zeros((days, ROWS, streams))
        self.usable = batch.known.copy()
        self.has_means = bool(batch.inverse.any())
        self.barrier = np.zeros(streams, dtype=np.int64)
        self.base = np.exp(batch.exposure)
        self.week = np.zeros((_LONGEST, 7, streams))  # the level of each weekday, a unit of the base
        self.left = np.zeros((_LONGEST, MEMORY_DAYS, streams))  # what the noise so far multiplies the next days by
        self.var = np.zeros((_LONGEST, len(WINDOWS), streams))  # a day, by the window that begins

    def add(self, day: int, outlook: FloatArray) -> None:
        """Take in what a day lets expect."""
        self.outlooks[day] = outlook
        slot, memory = day % _LONGEST, outlook[Row.MEMORY]
        powers = np.ones((MEMORY_DAYS, memory.size))
        powers[1:] = memory
        np.multiply.accumulate(powers, axis=0, out=powers)
        np.exp(outlook[Row.LEVEL] + outlook[Row.WEEKDAYS :], out=self.week[slot])
        np.exp(outlook[Row.CARRIED] * powers, out=self.left[slot])
        self.var[slot] = _day_var(outlook, powers)

    def foreseen(self, day: int) -> FloatArray:
        """Return the counts that the day before let expect of a day."""
        slot = day % _LONGEST
        return np.asarray(self.week[slot, self.batch.weekdays[day]] * self.left[slot, 0] * self.base[day])


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
    streams = history.barrier.size
    nothing = Evidence(
        np.full(streams, NOTHING),
        np.full(streams, NOTHING),
        np.zeros(streams, dtype=np.int64),
        np.zeros(streams),
        np.zeros(streams),
    )
    chosen = _speaking(history, day, tail)
    if not chosen.size:
        return nothing
    starts = day - _LENGTHS + 1
    begun = (starts[:, None] >= history.barrier[chosen]) & (starts >= EARLIEST_DAY)[:, None]
    seen, usual, shape = _pieces(history, day, chosen)
    short = _shortfall(seen, usual, shape)
    tamed = _tamed(short, tail[chosen])
    # no event explains more than the usual falls short
    most = np.add.reduceat(tamed, _WINDOW_STARTS, axis=0) + _MOST_PRIOR
    able = np.flatnonzero((begun & (most > LEAST_WEIGHT)).any(axis=0))
    if not able.size:
        return nothing
    pieces = np.array([seen, usual, shape, short, tamed])[:, :, able]
    return _found(nothing, chosen[able], pieces, _weights(begun[:, able], pieces, tail[chosen[able]]))


def _found(
    evidence: Evidence, chosen: IntArray, pieces: FloatArray, weights: tuple[FloatArray, FloatArray]
) -> Evidence:
    """Write what the weights of some streams say into the evidence and return it."""
    seen, usual = pieces[:2]
    falls, rises = weights
    best = np.maximum(falls, rises).max(axis=1).argmax(axis=0)
    each, last = np.arange(chosen.size), _LAST_PIECES[best]
    evidence.fall[chosen], evidence.rise[chosen] = _log_sum(falls), _log_sum(rises)
    evidence.window[chosen] = best
    evidence.gap[chosen] = np.log((seen[last, each] + 0.5) / (usual[last, each] + 0.5))
    evidence.events[chosen] = np.add.reduceat(usual, _WINDOW_STARTS, axis=0)[best, each]
    return evidence


def _speaking(history: History, day: int, tail: FloatArray) -> IntArray:
    """Return the streams of which the day itself may speak for any event; the others need no window."""
    batch, starts = history.batch, np.maximum(day - _LENGTHS + 1, 0)
    slots = starts % _LONGEST
    foreseen = history.week[slots, batch.weekdays[day]] * history.left[slots, _LAST_POWERS] * history.base[day]
    var = history.var[slots, _EACH_WINDOW]
    if history.has_means:
        var += history.outlooks[starts, Row.SPREAD_VAR] * batch.inverse[day]
    short = _shortfall(batch.counts[day], foreseen, 1 / np.maximum(var, _LEAST_VAR))
    far = short > tail / 2 * np.expm1(2 * TODAY / (tail + 1))  # where it is above TODAY when tamed
    return np.flatnonzero(far.any(axis=0) & history.usable[day])


def _weights(begun: BoolArray, pieces: FloatArray, tail: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the weights of falls and of rises, (windows, sizes, streams); ``NOTHING`` where the day says nothing.

    ``pieces`` hold counts seen and foreseen, gamma shape, shortfall, and shortfall tamed of each piece and stream. An
    event of the other direction than the last day's makes that day less likely, so that one direction is tried only.
    """
    seen, usual, shape, short, tamed = pieces[:, :, None, :]
    is_rise = (seen > usual)[_LAST_PIECES]
    each = is_rise[_PIECE_OWNER]
    growth = np.log1p(usual / (usual + shape) * np.where(each, _GROWTHS[1], _GROWTHS[0]))
    shift = np.where(each, _SHIFTS[1], _SHIFTS[0])
    left = np.maximum(short - (seen * shift - (seen + shape) * growth), 0.0)
    _reach_beyond(left, pieces, each[:, 0])
    gains = tamed - _tamed(left, tail)
    totals = np.add.reduceat(gains, _WINDOW_STARTS, axis=0)
    last = gains[_LAST_PIECES]
    says = (last > TODAY) & (last > TODAY_SHARE * totals / _EACH) & begun[:, None]
    falls = np.where(says & ~is_rise, totals + _PRIOR[0], NOTHING)
    return falls, np.where(says & is_rise, totals + _PRIOR[1], NOTHING)


def _reach_beyond(left: FloatArray, pieces: FloatArray, is_rise: BoolArray) -> None:
    """Let the farthest sizes stand for all beyond them: without it a day without any sale would fit no event at all."""
    seen, usual = pieces[:2]
    fall, rise = (usual * (1 + growths[:, place]) for growths, place in zip(_GROWTHS, (0, -1), strict=True))
    left[:, 0] = np.where(~is_rise & (seen < fall), np.minimum(left[:, 0], BEYOND), left[:, 0])
    left[:, -1] = np.where(is_rise & (seen > rise), np.minimum(left[:, -1], BEYOND), left[:, -1])


def _shortfall(seen: FloatArray, usual: FloatArray, shape: FloatArray) -> FloatArray:
    """Return by how much (log-likelihood) the usual falls short of the best explanation of a count."""
    own = seen * np.log(np.maximum(seen, _TINY) / np.maximum(usual, _TINY))
    return np.asarray(np.maximum(own - (seen + shape) * np.log((seen + shape) / (usual + shape)), 0.0))


def _tamed(short: FloatArray, tail: FloatArray) -> FloatArray:
    """Return the shortfall as Student's distribution of ``tail`` degrees of freedom sees it."""
    # log1p is no better where a shortfall of 1e-15 says nothing, and takes twice as long
    return np.asarray((tail + 1) / 2 * np.log(1 + 2 * short / tail))


def surprise(history: History, day: int) -> FloatArray:
    """Return by how much the outlook of the day before falls short of what was seen, in log-likelihood."""
    batch, outlook = history.batch, history.outlooks[day]
    var = outlook[Row.CARRIED_VAR] + outlook[Row.LEVEL_VAR] + outlook[Row.WEEKDAY_VAR]
    if history.has_means:
        var = var + outlook[Row.SPREAD_VAR] * batch.inverse[day]
    return _shortfall(batch.counts[day], history.foreseen(day), 1 / var)


def _pieces(history: History, day: int, chosen: IntArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return counts seen, counts foreseen and the gamma shape of each piece of each window, (pieces, chosen)."""
    batch = history.batch
    streams = history.barrier.size
    days = np.maximum(day - _BACK, 0)
    cells = (days * streams)[:, None] + chosen
    used = history.usable.take(cells).astype(float)
    number, seen = _IN_PIECE @ used, _IN_PIECE @ (used * batch.counts.take(cells))

    starts = np.maximum(day - _LENGTHS + 1, 0)
    slots = starts % _LONGEST
    rows = slots[_OWNER] * 7 + batch.weekdays[days[_AGO]]
    usual = history.week.take((rows * streams)[:, None] + chosen)
    usual *= (used * history.base.take(cells))[_AGO]
    rows = slots[_OWNER[_EARLY]] * MEMORY_DAYS + _INTO[_EARLY]
    usual[_EARLY] *= history.left.take((rows * streams)[:, None] + chosen)
    usual = np.add.reduceat(usual, _PIECE_STARTS, axis=0)

    var = history.var[slots, _EACH_WINDOW][:, chosen][_PIECE_OWNER] * number
    if history.has_means:
        spread = _IN_PIECE @ (used * batch.inverse.take(cells))
        var += history.outlooks[starts, Row.SPREAD_VAR][:, chosen][_PIECE_OWNER] * spread
    # A piece of n days has the variance of their mean; without days it has no counts either and says nothing.
    return seen, usual, np.where(number > 0, number**2 / np.maximum(var, _LEAST_VAR), 1.0)


def _day_var(outlook: FloatArray, powers: FloatArray) -> FloatArray:
    """Return the variance a day such that the mean of a window has the right one: noise with memory, unsure level."""
    noise = outlook[Row.NOISE_VAR] * (_OVERLAPS @ powers)
    noise[0] = outlook[Row.CARRIED_VAR]
    shared = outlook[Row.LEVEL_VAR] + outlook[Row.DRIFT_VAR] * _DRIFT_DAYS
    return np.asarray(noise + shared * _SHARED_DAYS + outlook[Row.WEEKDAY_VAR])


def _log_sum(weights: FloatArray) -> FloatArray:
    flat = weights.reshape(-1, weights.shape[2])
    most = flat.max(axis=0)
    return np.asarray(most + np.log(np.exp(flat - most).sum(axis=0)))
