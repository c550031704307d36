"""Bids that rest on the price of a click, since no report tells today's: only their change in percent means anything.

A stored bid of such a word is worth no more than its ratio to what it was reckoned from (``BidPlan.bases``). Once the
true bid is known, or the price of a click is another, the bid follows so that the change stays what it was.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import BidLimits


def bases_of(bids: Mapping[str, int], live: Mapping[str, int], from_cpc: Collection[str]) -> dict[str, int]:
    """Return what each of some new bids was reckoned from, fen by word key, where that is only the price of a click."""
    return {key: live[key] for key in bids if key in from_cpc and key in live}


def rebased(plan: BidPlan, live: Mapping[str, int], from_cpc: Collection[str], limits: BidLimits) -> BidPlan:
    """Return the plan with its bids on what is known of today's now; a plan of known bids comes back as it is."""
    if not plan.bases:
        return plan
    bids, bases = dict(plan.bids), {}
    for key, base in plan.bases.items():
        if key not in bids or base <= 0:
            continue
        now = live.get(key)
        if now is not None and now != base:
            bids[key] = limits.nearest(now * bids[key] / base)
        if now is None or key in from_cpc:
            bases[key] = base if now is None else now
    return replace(plan, bids=bids, bases=bases)


def stand_ins(plan: BidPlan, live: Mapping[str, int], from_cpc: Collection[str]) -> dict[str, int]:
    """Return what stands in for today's bid, fen by word key; without reports what bids were reckoned from."""
    own = {key: base for key, base in plan.bases.items() if key not in live}
    return own | {key: live[key] for key in from_cpc if key in live}
