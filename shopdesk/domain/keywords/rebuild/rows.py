"""The rows of a proposal, made from a word at its place and its verdict."""

from __future__ import annotations

from dataclasses import replace

from shopdesk.domain.keywords.rebuild.bids import today_bid
from shopdesk.domain.keywords.rebuild.model import Bought, Place, Row, RowKind
from shopdesk.domain.keywords.rebuild.negatives import Negative, Standing
from shopdesk.domain.keywords.rebuild.verdicts import Verdict


def row_of(
    kind: RowKind, one: Bought, verdict: Verdict, reason: str, *, source: Place | None, target: Place | None = None
) -> Row:
    """Return a row about a word at a place, with what it did there."""
    bid, basis = today_bid(one)
    return Row(
        key=f"{kind.value}|{one.key}",
        kind=kind,
        word=one.word,
        shown=one.shown,
        quadrant=verdict.quadrant,
        source=source,
        target=target,
        match_type=one.match_type,
        keyword_id=one.keyword_id,
        item_id=one.item_id,
        item=one.item,
        bid_fen=bid,
        basis=basis,
        reason=reason,
        clicks=one.clicks,
        cost=one.cost,
        orders=one.orders,
        chance=verdict.chance,
    )


def with_money(row: Row, verdict: Verdict, share: float) -> Row:
    """Return the row with its share of what the word's advice brings."""
    if verdict.money is None:
        return row
    low, high = verdict.money_low, verdict.money_high
    return replace(
        row,
        money=verdict.money * share,
        money_low=None if low is None else low * share,
        money_high=None if high is None else high * share,
    )


def standing_of(one: Bought, verdict: Verdict, place: Place) -> Standing:
    """Return a word where it is bought after the rebuild."""
    term = "" if verdict.needs_review else verdict.term  # nothing is kept out on a guess
    return Standing(one.word, one.shown, verdict.quadrant, term, place, one.cost, one.orders, one.revenue)


def campaign_of(place: Place) -> Place:
    """Return the campaign of a place, without its ad group."""
    return replace(place, adgroup="", adgroup_id="")


def negative_row(negative: Negative) -> Row:
    """Return the row of a negative word."""
    return Row(
        key="|".join(("negative", *negative.place.campaign_key, negative.match.value, negative.word)).replace(
            "\0", "~"
        ),
        kind=RowKind.NEGATIVE,
        word=negative.word,
        shown=negative.shown,
        quadrant=negative.quadrant,
        target=negative.place,
        reason=negative.reason,
        match=negative.match,
        values={"rival": negative.rival},
    )
