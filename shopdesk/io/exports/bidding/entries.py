"""Settled bids and budgets as the entries that the writers of proposals already know."""

from __future__ import annotations

from collections.abc import Iterator

from shopdesk.app.bidding.checklist import word_of
from shopdesk.app.bidding.exporting import PlanOrder
from shopdesk.app.keywords.rebuild_rules import rules_of
from shopdesk.domain.bidding.forms.change import Change, Lever
from shopdesk.domain.keywords.rebuild.entries import Entity, Entry, Operation
from shopdesk.domain.keywords.rebuild.model import Place


def keyword_entries(order: PlanOrder) -> tuple[Entry, ...]:
    """Return one entry for each word whose bid changes; a word that no report names is named by its key.

    Where the price of a click stands in for today's bid the entry has a step and no bid.
    """
    return tuple(_keyword(order, one) for one in _of(order, Lever.WORDS))


def budget_entries(order: PlanOrder) -> tuple[Entry, ...]:
    """Return the entry of the campaign where its budget changes."""
    campaign = Place(platform=order.plan.platform, campaign=order.campaign, campaign_id=order.campaign_id)
    return tuple(
        Entry(
            entity=Entity.CAMPAIGN,
            operation=Operation.UPDATE,
            place=campaign,
            budget=None if one.new is None else one.new / 100,
            row=one.key,
        )
        for one in _of(order, Lever.BUDGET)
    )


def _keyword(order: PlanOrder, change: Change) -> Entry:
    word = word_of(order, change)
    place = Place(
        platform=order.plan.platform,
        campaign=word.campaign or order.campaign,
        campaign_id=word.campaign_id or order.campaign_id,
        adgroup=word.adgroup,
        adgroup_id=word.adgroup_id,
    )
    return Entry(
        entity=Entity.KEYWORD,
        operation=Operation.UPDATE,
        place=place,
        keyword=word.keyword or change.label,
        keyword_id=word.keyword_id,
        match=rules_of(order.plan.platform).match_of(word.match_type),
        match_type=word.match_type,
        bid_fen=None if change.is_stand_in else change.new,
        step=change.step if change.is_stand_in else None,
        row=change.key,
    )


def _of(order: PlanOrder, lever: Lever) -> Iterator[Change]:
    return (one for one in order.changes if one.lever is lever)
