"""Whether bids follow values: seen where they do, not where they don't, and then less is promised."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from shopdesk.domain.bidding.estimate.careful import CAREFUL, careful
from shopdesk.domain.bidding.estimate.history import Words
from shopdesk.domain.bidding.forecast.foresee import foresee
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.propose.settings import Settings
from tests.unit.bidding.forecast.histories import cells, ground, history


def words(*, follow: bool, clicks: int = 600, seed: int = 1) -> Words:
    """Return 16 words whose rates differ by a factor of six; bids follow them, or are dealt at random."""
    dice = np.random.default_rng(seed)
    rates = np.geomspace(0.01, 0.06, 16)
    orders = dice.binomial(clicks, rates).astype(float)
    plain = cells(tuple(map(str, range(16))), 16 * clicks, dice)
    told = replace(
        plain, clicks=np.full(16, float(clicks)), cost=np.full(16, clicks * 120.0), orders=orders, revenue=orders * 9e3
    )
    bids = rates * 4_000
    return Words(told, ("category",) * 16, bids if follow else dice.permutation(bids))


def test_that_bids_that_follow_values_are_believed_and_others_are_not() -> None:
    assert np.mean([careful(words(follow=True, seed=seed)).weight for seed in range(8)]) > 0.9
    dealt = [careful(words(follow=False, seed=seed)).weight for seed in range(15)]  # now and then alike by chance
    assert np.median(dealt) < 0.02


def test_that_few_orders_leave_the_belief_near_where_it_was() -> None:
    found = [careful(words(follow=False, clicks=8, seed=seed)).weight for seed in range(20)]
    assert np.mean(found) == pytest.approx(CAREFUL, abs=0.15)


def test_that_bids_that_are_all_alike_or_unknown_say_nothing() -> None:
    alike = replace(words(follow=True), bids=np.full(16, 120.0))
    unknown = replace(alike, bids=np.full(16, np.nan))
    silent = replace(alike, cells=replace(alike.cells, orders=np.zeros(16)))
    assert [careful(one).weight for one in (alike, unknown, silent)] == [0, 0, 0]


def test_that_undoing_careful_bids_is_not_promised_a_gain() -> None:
    base = history(words=16)
    own = replace(base, words=words(follow=True, clicks=60))
    assert own.words is not None
    now = Levers(bids={name: round(bid) for name, bid in zip(own.words.cells.names, own.words.bids, strict=True)})
    flat = replace(now, bids=dict.fromkeys(now.bids, 120))
    made = foresee(ground(own, now=now), Settings(margin=0.4), now=now, new=flat)
    assert made.gain is not None
    assert made.gain.median < 0
