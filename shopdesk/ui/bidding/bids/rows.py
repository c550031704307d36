"""The words of a plan as parallel arrays: what a click is worth, today's bid, the proposed one, the one that is set."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.bidding.propose.settings import MOST_STEP
from shopdesk.domain.bidding.sums import THIN_ORDERS
from shopdesk.ui.bidding.plan_view import PlanView

if TYPE_CHECKING:
    from shopdesk.domain.bidding.estimate.history import History
    from shopdesk.domain.bidding.estimate.model import WordValues

Floats = NDArray[np.float64]

NO_BID: Final = "no_bid"  # nobody says what is bid today
NO_VALUE: Final = "no_value"  # no click, so that nothing is known
NO_PROPOSAL: Final = "no_proposal"
STAYS: Final = "stays"
HELD: Final = "held"  # one review moves it only so far
CAPPED: Final = "capped"  # above it a click would earn nothing
FEW: Final = "few"  # moved on little evidence of its own: what its quadrant brings stands behind it
LEFT: Final = "left"  # its change is hardly worth the typing
MOVES: Final = "moves"


@dataclass(frozen=True, slots=True)
class WordRows:
    """One entry a word. Money in fen, NaN unknown.

    ``worth_*`` is what a click may cost without a loss (revenue a click × margin after refunds): mean, median and
    80 % interval. ``target`` is the bid that the budget leaves for such a click, ``reason`` why the proposal is what
    it is; ``cap`` the bid above which a click earns nothing, with what other dimensions raise it by. ``gain*`` is what
    the word earns a week at today's price of a click, with its interval. ``stand_in``: no report tells today's bid,
    ``live`` is the price of a click. ``typed``: the operator said today's bid. ``left`` is what the change of a word
    would bring that the proposal leaves alone, fen.
    """

    keys: tuple[str, ...]
    clicks: Floats
    orders: Floats
    worth: Floats
    worth_low: Floats
    worth_mid: Floats
    worth_high: Floats
    live: Floats
    proposed: Floats
    new: Floats
    target: Floats
    cap: Floats
    reason: NDArray[np.object_]
    gain: Floats
    gain_low: Floats
    gain_high: Floats
    stand_in: NDArray[np.bool_]
    typed: NDArray[np.bool_]
    left: Floats

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def change(self) -> Floats:
        """How far the new bid lies from today's, as a fraction."""
        return _ratio(self.new, self.live) - 1

    @property
    def is_changed(self) -> NDArray[np.bool_]:
        """Which words have another bid than today."""
        return np.asarray(np.isfinite(self.new) & (self.new != self.live))

    @property
    def is_moved(self) -> NDArray[np.bool_]:
        """Which words the proposal moves."""
        return np.asarray(np.isfinite(self.proposed) & (self.proposed != self.live))

    @property
    def is_beyond(self) -> NDArray[np.bool_]:
        """Which new bids lie above even the upper end of what a click may cost."""
        with np.errstate(invalid="ignore"):
            return np.asarray(self.new > self.worth_high)

    def most_moved(self, count: int, *, proposed: bool) -> list[int]:
        """Return the words whose bids change most in money: fen a click times clicks, then those with most clicks."""
        to = self.proposed if proposed else self.new
        clicks = np.nan_to_num(self.clicks)
        moved = np.abs(np.nan_to_num(to - self.live)) * (clicks + 1)
        order = np.lexsort((-clicks, -moved))
        return [int(at) for at in order[:count]]


def word_rows(view: PlanView) -> WordRows | None:
    """Return the words of a view, None where no report names any."""
    history = view.history
    if history is None or history.words is None or not len(history.words.cells):
        return None
    cells = history.words.cells
    keys = cells.names
    live = _bids(keys, view.live.bids if view.live is not None else {}, otherwise=np.asarray(history.words.bids))
    set_now = view.plan.bids if view.plan is not None else {}
    proposed = np.full(len(keys), np.nan)
    if view.proposal is not None:
        proposed = _bids(keys, view.proposal.levers.bids, otherwise=live)
    mean, median, low, high = _worth(view, keys)
    gamma = view.proposal.gamma if view.proposal is not None else np.nan
    target = mean / view.margin * gamma if view.margin else np.full(len(keys), np.nan)
    cap = mean * (view.proposal.most_share if view.proposal is not None else 1.0)
    left_alone = view.proposal.left if view.proposal is not None else {}
    left = np.array([left_alone.get(key, np.nan) for key in keys], dtype=float)
    gain, gain_low, gain_high = (_gain(history, worth) for worth in (mean, low, high))
    return WordRows(
        keys=keys,
        clicks=np.asarray(cells.clicks, dtype=float),
        orders=np.asarray(cells.orders, dtype=float),
        worth=mean,
        worth_low=low,
        worth_mid=median,
        worth_high=high,
        live=live,
        proposed=proposed,
        new=_bids(keys, set_now, otherwise=live),
        target=target,
        cap=cap,
        reason=_reasons(live, proposed, target, cap, np.asarray(cells.orders, dtype=float), np.isfinite(left)),
        gain=gain,
        gain_low=gain_low,
        gain_high=gain_high,
        stand_in=_marked(keys, view.from_cpc),
        typed=_marked(keys, view.plan.today if view.plan is not None else ()),
        left=left,
    )


def _worth(view: PlanView, keys: tuple[str, ...]) -> tuple[Floats, Floats, Floats, Floats]:
    values: WordValues | None = view.model.words if view.model is not None else None
    if values is None or not view.margin or view.margin <= 0:
        return (*(np.full(len(keys), np.nan) for _ in range(4)),)  # type: ignore[return-value]
    columns = (values.mean, values.median, values.low, values.high)
    if values.names != keys:
        places = {name: at for at, name in enumerate(values.names)}
        order = np.array([places.get(key, -1) for key in keys])
        columns = tuple(np.where(order >= 0, np.append(column, np.nan)[order], np.nan) for column in columns)  # type: ignore[assignment]
    mean, median, low, high = (np.asarray(column, dtype=float) * view.margin for column in columns)
    return mean, median, low, high


def _gain(history: History, worth: Floats) -> Floats:
    """Return what words earn a week: clicks at what they are worth less what they cost."""
    assert history.words is not None  # noqa: S101 - asked for words only
    cells, weeks = history.words.cells, history.weeks
    if weeks <= 0:
        return np.full(len(cells), np.nan)
    return np.asarray((cells.clicks * worth - cells.cost) / weeks)


def _bids(keys: tuple[str, ...], bids: Mapping[str, int], *, otherwise: Floats) -> Floats:
    found = np.array([bids.get(key, np.nan) for key in keys], dtype=float)
    return np.where(np.isfinite(found), found, np.rint(otherwise))


def _marked(keys: tuple[str, ...], chosen: Collection[str]) -> NDArray[np.bool_]:
    return np.array([key in chosen for key in keys], dtype=bool)


def _reasons(
    live: Floats, proposed: Floats, target: Floats, cap: Floats, orders: Floats, left: NDArray[np.bool_]
) -> NDArray[np.object_]:
    reason = np.full(len(live), MOVES, dtype=object)
    with np.errstate(invalid="ignore"):
        reason[orders < THIN_ORDERS] = FEW
        step = np.abs(np.abs(proposed / live - 1) - MOST_STEP) * live <= 1
        reason[step & (np.abs(target - live) > np.abs(proposed - live) + 1)] = HELD
        reason[(np.abs(proposed - cap) <= 1) & (target > cap + 1)] = CAPPED
    reason[proposed == live] = STAYS
    reason[(proposed == live) & left] = LEFT
    reason[~np.isfinite(target)] = NO_VALUE
    reason[~np.isfinite(live)] = NO_BID
    reason[~np.isfinite(proposed) & np.isfinite(live)] = NO_PROPOSAL
    return reason


def _ratio(above: Floats, below: Floats) -> Floats:
    return np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0)
