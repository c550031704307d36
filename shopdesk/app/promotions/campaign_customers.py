"""The customers of a campaign sheet: how many of each kind, and the list of those that an offer is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from shopdesk.app.promotions.campaign_words import columns_of, yuan_of
from shopdesk.app.services import ExportSheet
from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.replay.book import UNKNOWN, OrderBook
from shopdesk.domain.promotions.replay.rebuild import rebuild
from shopdesk.domain.promotions.tags import KINDS, Person, buyer_kinds, has_buyers, people_on

if TYPE_CHECKING:
    from shopdesk.app.promotions.campaign_sheet import Campaign
    from shopdesk.app.promotions.design_study import DesignStudy
    from shopdesk.app.workspace import Workspace

Words = Mapping[str, str]


def reachable(workspace: Workspace, study: DesignStudy, made_on: date) -> tuple[Person, ...]:
    """Return who bought within a year before the last order of the files, whatever the period of the study."""
    book = study.book
    if study.question.replay.period is not None:
        book = rebuild(workspace.frame("orders"), workspace.frame("order_lines"), refunds=workspace.frame("refunds"))
    days = book.day[~np.isnat(book.day)]
    return tuple(people_on(book, days.max().item() if len(days) else made_on))


def customer_sheets(campaign: Campaign, words: Words) -> tuple[ExportSheet, ...]:
    """Return the counts by kind, and the list of people where the offer is for customers who bought before."""
    book = campaign.study.book
    people = campaign.people
    counts = _counts(book, people, words)
    wanted = campaign.offer.buyers
    listed = [one for one in people if wanted.is_for(one.kind)]
    if wanted not in (BuyerKind.RETURNING, BuyerKind.RISING) or not listed:
        return (counts,)
    return (counts, _list(listed, words))


def _counts(book: OrderBook, people: Sequence[Person], words: Words) -> ExportSheet:
    columns = columns_of(
        words,
        ("text", "buyers"),
        ("integer", "their_orders"),
        ("percent", "reach_share"),
        ("integer", "reachable"),
        wide={"buyers": 24, "their_orders": 18},
    )
    if not book.orders:
        return ExportSheet(words["customers"], columns, (), notes=(words["no_orders_yet"],))
    if not has_buyers(book):
        return ExportSheet(words["customers"], columns, (), notes=(words["no_buyers"],))
    rows = list(_kind_rows(book, people, words))
    return ExportSheet(words["customers"], columns, rows, notes=(words["buyers_note"], words["rising_note"]))


def _kind_rows(book: OrderBook, people: Sequence[Person], words: Words) -> Iterator[list[object]]:
    codes = buyer_kinds(book)
    for code in (*range(len(KINDS)), UNKNOWN):
        count = int(np.sum(codes == code))
        kind = None if code == UNKNOWN else KINDS[code]
        if kind is None and not count:
            continue
        name = words["unknown_buyers" if kind is None else f"{kind.value}_buyers"]
        reachable = None if kind in (None, BuyerKind.NEW) else sum(one.kind is kind for one in people)
        yield [name, count, round(count / book.orders, 4), reachable]


def _list(people: Sequence[Person], words: Words) -> ExportSheet:
    columns = columns_of(
        words,
        ("text", "last_order"),
        ("date", "last_bought"),
        ("integer", "order_count"),
        ("money", "spent"),
        ("text", "buyers"),
        wide={"last_order": 26, "last_bought": 14, "buyers": 20},
    )
    rows: list[tuple[str, date, int, float | None, str]] = [
        (one.last_order, one.last_day, one.orders, yuan_of(one.spent), words[f"{one.kind.value}_buyers"])
        for one in people
    ]
    return ExportSheet(words["customer_list"], columns, rows, notes=(words["buyers_note"],))
