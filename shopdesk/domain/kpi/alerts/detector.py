"""The detector: day by day judges by what came before, keeps flagged days out of the level, and knows a new level."""

from __future__ import annotations

from dataclasses import dataclass
from math import lgamma, log
from typing import Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.kpi.alerts.evidence import LASTING_DAYS, NOTHING, WINDOWS, Evidence, History, evidence, surprise
from shopdesk.domain.kpi.alerts.level import FORGET, LEARNING_DAYS, LevelBank, Row
from shopdesk.domain.kpi.alerts.stream import Batch

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]

THRESHOLD: Final = 5.0
"""Weight of the evidence (a logarithm) from which a day is flagged; tuned on synthetic shops of seeds below 1000."""
NEW_LEVEL_DAYS: Final = 5
"""So many flagged days of one direction in a row are a new level."""
STAYS: Final = 0.5
"""Share of a new level's step that its last day has to show."""
OLD_LEVEL_DAYS: Final = 14
"""So long after a new level began the old one is no surprise."""
OLD_LEVEL_SHARE: Final = 0.4
"""Of the step between both: how near to the old level a day has to be."""
REACH_BACK_DAYS: Final = 12
TAILS: Final = (2.5, 5.0, 12.0, 60.0)
TAIL_PRIOR: Final = (-6.0, -4.0, -2.0, 0.0)
MOST: Final = 4.0
_TAIL_COLUMN: Final = np.array(TAILS)[:, None]
_LOG_TAILS: Final = np.log(TAILS)
_TAIL_SCALES: Final = np.array([lgamma((n + 1) / 2) - lgamma(n / 2) - 0.5 * log(n) for n in TAILS])


@dataclass(frozen=True, slots=True)
class Detection:
    """What the detector says of each day and stream, arrays of shape (days, streams).

    ``flags`` −1, 0 or 1; ``weight`` of the likelier direction; ``error``
    logarithm of seen by usual, NaN where missing; ``gap`` logarithm of seen by what was usual before the
    days of the evidence, ``window_days`` how many these are and ``events`` what they let expect; ``rebased`` the last
    day of an old level. ``outlooks`` hold what each day let expect (days, ``ROWS``, streams).
    """

    flags: IntArray
    weight: FloatArray
    error: FloatArray
    gap: FloatArray
    rebased: BoolArray
    window_days: IntArray
    events: FloatArray
    outlooks: FloatArray
    tails: FloatArray


def detect(batch: Batch, *, threshold: float = THRESHOLD) -> Detection:
    """Judge every day of every stream by the days up to it."""
    return _Run(batch, threshold).all_days()


class Tails:
    """How heavy the tails of each stream's noise are: Student's degrees of freedom, learnt from its days so far.

    An alarm counts by its first day only and no further than ``MOST``, so that the few events of a year don't pass
    for heavy tails, while a series of many outliers soon needs more than one far day for an alarm.
    """

    def __init__(self, streams: int) -> None:
        """Start with light tails."""
        self._worth = np.repeat(np.array(TAIL_PRIOR)[:, None], streams, axis=1)

    @property
    def freedom(self) -> FloatArray:
        """Degrees of freedom, one a stream."""
        weights = np.exp(self._worth - self._worth.max(axis=0))
        return np.asarray(np.exp(_LOG_TAILS @ weights / weights.sum(axis=0)))

    def learn(self, surprise: FloatArray, fresh: BoolArray) -> None:
        """Take in a day's shortfall in log-likelihood where ``fresh``."""
        square = np.minimum(2 * surprise, MOST**2)
        fit = _TAIL_SCALES[:, None] - (_TAIL_COLUMN + 1) / 2 * np.log1p(square / _TAIL_COLUMN)
        self._worth = np.where(fresh, self._worth * FORGET + fit, self._worth)


class _Run:
    def __init__(self, batch: Batch, threshold: float) -> None:
        days, streams = batch.counts.shape
        self._batch, self._threshold = batch, threshold
        self._history = History(batch)
        self._bank = LevelBank(_first_levels(batch), with_spread=bool(batch.inverse.any()))
        self._tails = Tails(streams)
        self._flags = np.zeros((days, streams), dtype=np.int64)
        self._weight = np.full((days, streams), NOTHING)
        self._error = np.full((days, streams), np.nan)
        self._gap, self._events = np.zeros((days, streams)), np.zeros((days, streams))
        self._tail = np.zeros((days, streams))
        self._rebased = np.zeros((days, streams), dtype=bool)
        self._window = np.zeros((days, streams), dtype=np.int64)
        self._shift = np.zeros(streams)
        self._run_days = np.zeros(streams, dtype=np.int64)
        self._run_sign = np.zeros(streams, dtype=np.int64)
        self._lengths = np.array([window.days for window in WINDOWS])
        self._earliest = int(batch.warm.min()) if streams else days

    def all_days(self) -> Detection:
        for day in range(self._batch.counts.shape[0]):
            self._judge(day)
        return Detection(
            self._flags,
            self._weight,
            self._error,
            self._gap,
            self._rebased,
            self._window,
            self._events,
            self._history.outlooks,
            self._tail,
        )

    def _judge(self, day: int) -> None:
        batch, bank = self._batch, self._bank
        outlook = bank.step()
        self._history.add(day, outlook)
        known = batch.known[day]
        flags = self._flags[day]
        trust = known.astype(float)
        self._tail[day] = self._tails.freedom
        if day >= self._earliest:
            found = evidence(self._history, day, self._tail[day])
            self._keep(day, found)
            ready = known & (day >= batch.warm)
            flags[:] = np.where(ready & (found.most > self._threshold), found.sign, 0)
            self._return(day, flags, outlook)
            doubt = np.where(ready, np.minimum(np.maximum(found.most - self._threshold, -30), 30), -30)
            trust = np.where(flags == 0, trust / (1 + np.exp(doubt)), 0.0)
        usual = self._history.foreseen(day)
        self._error[day] = np.where(known, np.log((batch.counts[day] + 0.5) / (usual + 0.5)), np.nan)
        bank.learn(
            batch.counts[day],
            batch.exposure[day],
            batch.inverse[day],
            weekday=int(batch.weekdays[day]),
            trust=trust,
            is_first=day < LEARNING_DAYS,
        )
        if day >= LEARNING_DAYS:
            fresh = known & ((flags == 0) | (self._run_days == 0))
            self._tails.learn(surprise(self._history, day), fresh)
        if day >= self._earliest:
            self._close(day, flags, known)
            self._renew(day, flags)

    def _return(self, day: int, flags: IntArray, outlook: FloatArray) -> None:
        """Take a level back that was new for a few days only: what looks like an alarm is the old one."""
        recent = (flags != 0) & (flags == -np.sign(self._shift)) & (day < self._history.barrier + OLD_LEVEL_DAYS)
        if not recent.any():
            return
        batch, weekday = self._batch, int(self._batch.weekdays[day])
        old = outlook[Row.LEVEL] - self._shift + outlook[Row.WEEKDAYS + weekday] + batch.exposure[day]
        gap = np.abs(np.log((batch.counts[day] + 0.5) / (np.exp(old) + 0.5)))
        back = recent & (gap < OLD_LEVEL_SHARE * np.abs(self._shift))
        if back.any():
            flags[back] = 0
            self._bank.rebase(back, -self._shift)
            self._history.barrier[back] = day + 1
            self._shift[back] = 0.0

    def _keep(self, day: int, found: Evidence) -> None:
        self._weight[day], self._gap[day], self._events[day] = found.most, found.gap, found.events
        self._window[day] = self._lengths[found.window]

    def _close(self, day: int, flags: IntArray, known: BoolArray) -> None:
        """End the alarms of streams that are back to normal; their days speak in no later window."""
        over = (flags == 0) & known & (self._run_days > 0)
        if over.any():
            back = slice(max(0, day - REACH_BACK_DAYS), day)
            self._history.usable[back, over] &= self._flags[back, over] == 0
        same = (flags != 0) & (flags == self._run_sign)
        begun = np.where(flags != 0, 1, np.where(known, 0, self._run_days))
        self._run_days = np.where(same, self._run_days + 1, begun)
        self._run_sign = np.where(flags != 0, flags, self._run_sign)

    def _renew(self, day: int, flags: IntArray) -> None:
        """Begin a new level where an alarm has lasted or the evidence is of a lasting change."""
        lasting = (self._run_days >= NEW_LEVEL_DAYS) | (self._window[day] > LASTING_DAYS)
        chosen = (flags != 0) & lasting
        if not chosen.any():
            return
        gaps = self._error[max(0, day - NEW_LEVEL_DAYS + 1) : day + 1]
        seen = np.isfinite(gaps)
        shift = np.where(seen, gaps, 0.0).sum(axis=0) / np.maximum(seen.sum(axis=0), 1)
        # a day halfway back is the end of an event rather than a level
        chosen &= np.abs(np.nan_to_num(self._error[day])) >= STAYS * np.abs(shift)
        self._bank.rebase(chosen, shift)
        self._shift[chosen] = shift[chosen]
        self._rebased[day] = chosen
        self._history.barrier[chosen] = day + 1
        self._run_days[chosen] = 0


def _first_levels(batch: Batch) -> FloatArray:
    first = batch.known.argmax(axis=0)
    streams = np.arange(batch.counts.shape[1])
    return np.asarray(np.log(np.maximum(batch.counts[first, streams], 0.5)) - batch.exposure[first, streams])
