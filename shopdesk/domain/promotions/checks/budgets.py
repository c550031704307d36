"""Budgets that would be used up before their offer ends, by what past orders would have taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from shopdesk.domain.promotions.checks.finding import Finding, FindingCode
from shopdesk.domain.promotions.offers import Offer
from shopdesk.domain.promotions.policy import Policy
from shopdesk.domain.promotions.replay.book import Fen, OrderBook
from shopdesk.domain.promotions.replay.vector import price_book

_LEAST_ORDERS = 30


def early_budgets(book: OrderBook, offers: Sequence[Offer], policy: Policy, prices: Fen) -> Iterator[Finding]:
    """Yield offers whose budget lasts fewer days than they run; an offer without an end is no question.

    ``days`` it lasts at the pace of the book's days, ``of`` so many, ``a_day`` fen; all offers count every day.
    """
    dated = [offer for offer in offers if offer.budget is not None and offer.start and offer.end]
    known = ~np.isnat(book.day)
    if not dated or book.orders < _LEAST_ORDERS or not known.any():
        return
    span = int((book.day[known].max() - book.day[known].min()) / np.timedelta64(1, "D")) + 1
    free = [replace(offer, budget=None) for offer in offers]
    uses = {use.offer_id: use for use in price_book(book, free, policy, prices=prices).uses}
    for offer in dated:
        spent = int(uses[offer.offer_id].spent.sum())
        if not spent or offer.start is None or offer.end is None or offer.budget is None:
            continue
        planned = (offer.end - offer.start).days + 1
        lasts = offer.budget * span // spent
        if lasts < planned:
            values = {"days": lasts, "of": planned, "a_day": spent // span}
            yield Finding(FindingCode.BUDGET_EARLY, offer.offer_id, first=offer.start, last=offer.end, values=values)
