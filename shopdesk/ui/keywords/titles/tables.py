"""The tables of the composer: items, proposals, words that could be added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from shopdesk.app.titles.answer import Titles
from shopdesk.app.titles.documents import TitleDraft
from shopdesk.domain.titles.compose import ORDER, Proposal, Verdict
from shopdesk.domain.titles.coverage import TitleMatch
from shopdesk.domain.titles.limit import TitleLimit
from shopdesk.domain.titles.pieces import Piece
from shopdesk.ui import formats
from shopdesk.ui.grid import CellPaint, Choice, Column, GridFrame, Kind, draw_swatch, draw_text
from shopdesk.ui.keywords.titles import wording
from shopdesk.ui.plain import plain_tip

YES, NO, OPEN = "yes", "no", ""
SLOTS = ORDER


def item_columns() -> tuple[Column, ...]:
    """Return the columns of the items."""
    return (
        Column(
            name="title",
            title=lambda: QCoreApplication.translate("Titles", "Title of the item"),
            width=140,
            grow=1,
            emphasis=True,
            tooltip=lambda row: plain_tip(str(row["title"])),
        ),
        Column(
            name="share",
            title=lambda: QCoreApplication.translate("Titles", "Match"),
            unit=lambda: "%",
            kind=Kind.PERCENT,
            decimals=0,
            width=72,
            help=lambda: QCoreApplication.translate(
                "Titles", "Share of the value of the words about this product that the title covers"
            ),
        ),
        Column(
            name="draft",
            title=lambda: QCoreApplication.translate("Titles", "Draft"),
            width=48,
            paint=_paint_draft,
            tooltip=lambda row: plain_tip(str(row["draft"] or "")),
        ),
    )


def item_frame(found: Titles, drafts: Mapping[str, TitleDraft]) -> GridFrame:
    """Return the items with their match, those with most value to win first."""
    matches = sorted(found.coverage.matches, key=lambda one: -one.missing_weight)
    return GridFrame(
        {
            "title": [match.title for match in matches],
            "share": [match.share for match in matches],
            "draft": [drafts[match.title].title if match.title in drafts else "" for match in matches],
        },
        keys=[match.title for match in matches],
    )


def _paint_draft(cell: CellPaint) -> None:
    """A mark; the text itself stands in the tip, and in what is copied and exported."""
    if cell.value:
        draw_text(cell.painter, cell.inner, "✓", font=cell.font, color=cell.tokens.text)


def proposal_columns(in_money: bool) -> tuple[Column, ...]:
    """Return the columns of the proposals."""
    unit = (lambda: QCoreApplication.translate("Titles", "yuan")) if in_money else None
    return (
        Column(
            name="title",
            title=lambda: QCoreApplication.translate("Titles", "Proposed title"),
            width=150,
            grow=4,
            emphasis=True,
            tooltip=lambda row: plain_tip(str(row["title"])),
        ),
        Column(
            name="way",
            title=lambda: QCoreApplication.translate("Titles", "Made of"),
            width=112,
            grow=1,
            tooltip=lambda row: plain_tip(str(row["way"])),
        ),
        Column(
            name="difference",
            title=lambda: QCoreApplication.translate("Titles", "Covers"),
            unit=unit,
            kind=Kind.FLOAT,
            decimals=0,
            signed=True,
            width=78,
            help=lambda: QCoreApplication.translate("Titles", "Value covered against the current title"),
        ),
        Column(
            name="verdict",
            title=lambda: QCoreApplication.translate("Titles", "Verdict"),
            width=96,
            text=lambda row: wording.verdict_name(Verdict(row["verdict"])),
            tooltip=lambda row: plain_tip(str(row["behind"])),
        ),
    )


def proposal_frame(proposals: Sequence[Proposal], *, in_money: bool) -> GridFrame:
    """Return the proposals by their titles."""
    return GridFrame(
        {
            "title": [one.title for one in proposals],
            "way": [wording.way_name(one.way) for one in proposals],
            "difference": [one.compared.difference for one in proposals],
            "verdict": [one.compared.verdict.value for one in proposals],
            "behind": [wording.verdict_text(one.compared, in_money=in_money) for one in proposals],
        },
        keys=[one.title for one in proposals],
    )


def piece_columns(in_money: bool) -> tuple[Column, ...]:
    """Return the columns of the words that could be added."""
    unit = (lambda: QCoreApplication.translate("Titles", "yuan")) if in_money else None
    return (
        Column(
            name="piece",
            title=lambda: QCoreApplication.translate("Titles", "Word"),
            width=90,
            grow=2,
            emphasis=True,
            paint=_paint_piece,
        ),
        Column(
            name="weight",
            title=lambda: QCoreApplication.translate("Titles", "Value"),
            unit=unit,
            kind=Kind.FLOAT,
            decimals=0,
            additive=False,
            width=76,
            help=lambda: QCoreApplication.translate("Titles", "Value of all words about this product that need it"),
        ),
        Column(
            name="fits",
            title=lambda: QCoreApplication.translate("Titles", "True of it?"),
            kind=Kind.CHOICE,
            width=116,
            editable=True,
            choices=fit_choices,
            help=lambda: QCoreApplication.translate(
                "Titles", "A title may say only what the goods are. What is not true is never proposed."
            ),
        ),
    )


def piece_frame(pieces: Sequence[tuple[Piece, float]], fits: Mapping[str, bool]) -> GridFrame:
    """Return the words that could be added, by their normal spelling."""
    return GridFrame(
        {
            "piece": [piece.text for piece, _weight in pieces],
            "slot": [piece.slot for piece, _weight in pieces],
            "weight": [float(weight) for _piece, weight in pieces],
            "fits": [_fit(fits.get(piece.word)) for piece, _weight in pieces],
        },
        keys=[piece.word for piece, _weight in pieces],
    )


def fit_choices() -> list[Choice]:
    """Return what can be said of a piece."""
    return [
        Choice(OPEN, lambda: QCoreApplication.translate("Titles", "not said yet")),
        Choice(YES, lambda: QCoreApplication.translate("Titles", "yes, true")),
        Choice(NO, lambda: QCoreApplication.translate("Titles", "no")),
    ]


def _fit(said: bool | None) -> str:
    return OPEN if said is None else YES if said else NO


def _paint_piece(cell: CellPaint) -> None:
    slot = cell.row["slot"]
    draw_swatch(
        cell,
        color=wording.slot_colour(slot, cell.tokens),
        text=cell.text,
        note=wording.slot_name(slot),
    )


def match_columns(in_money: bool) -> tuple[Column, ...]:
    """Return the columns of the items' match with the words that bring money."""
    unit = (lambda: QCoreApplication.translate("Titles", "yuan")) if in_money else None
    return (
        Column(
            name="title",
            title=lambda: QCoreApplication.translate("Titles", "Title of the item"),
            width=180,
            grow=4,
            emphasis=True,
            tooltip=lambda row: plain_tip(str(row["title"])),
        ),
        Column(name="heads", title=lambda: QCoreApplication.translate("Titles", "Product words"), width=96, grow=1),
        Column(
            name="share",
            title=lambda: QCoreApplication.translate("Titles", "Match"),
            unit=lambda: "%",
            kind=Kind.PERCENT,
            decimals=0,
            width=72,
            help=lambda: QCoreApplication.translate(
                "Titles", "Share of the value of the words about this product that the title covers"
            ),
        ),
        _number("covered_words", lambda: QCoreApplication.translate("Titles", "Words"), width=64, visible=False),
        _number("covered", lambda: QCoreApplication.translate("Titles", "Covered"), width=86, unit=unit),
        _number("missing", lambda: QCoreApplication.translate("Titles", "Missing"), width=86, unit=unit),
        _number("bought", lambda: QCoreApplication.translate("Titles", "Bought"), width=72),
        _number("visitors", lambda: QCoreApplication.translate("Titles", "Search visitors"), width=92),
        _number(
            "paid",
            lambda: QCoreApplication.translate("Titles", "Paid"),
            width=86,
            unit=lambda: QCoreApplication.translate("Titles", "yuan"),
        ),
    )


def match_frame(found: Titles, shown: Sequence[TitleMatch]) -> GridFrame:
    """Return items, most missing value first."""
    matches = sorted(shown, key=lambda one: -one.missing_weight)
    figures = [found.figures.get(match.title) for match in matches]
    known = bool(found.demand.words)
    return GridFrame(
        {
            "title": [match.title for match in matches],
            "heads": [formats.listed(match.heads) for match in matches],
            "share": [match.share for match in matches],
            "covered_words": [float(match.covered.words) if known else None for match in matches],
            "covered": [match.covered.weight if known else None for match in matches],
            "missing": [match.missing_weight if known else None for match in matches],
            "bought": [match.related.bought if known else None for match in matches],
            "visitors": [one.search_visitors if one else None for one in figures],
            "paid": [one.paid_yuan if one else None for one in figures],
        },
        keys=[match.title for match in matches],
    )


def word_columns(in_money: bool) -> tuple[Column, ...]:
    """Return the columns of words that a title, or every title, leaves out."""
    unit = (lambda: QCoreApplication.translate("Titles", "yuan")) if in_money else None
    return (
        Column(
            name="word",
            title=lambda: QCoreApplication.translate("Titles", "Word"),
            width=110,
            grow=3,
            emphasis=True,
            tooltip=lambda row: plain_tip(str(row["word"])),
        ),
        _number("weight", lambda: QCoreApplication.translate("Titles", "Value"), width=80, unit=unit),
        Column(
            name="lacks",
            title=lambda: QCoreApplication.translate("Titles", "Not in the title"),
            width=100,
            grow=1,
        ),
        _number("clicks", lambda: QCoreApplication.translate("Titles", "Ad clicks"), width=72),
        _number("orders", lambda: QCoreApplication.translate("Titles", "Orders"), width=62),
        _number("visitors", lambda: QCoreApplication.translate("Titles", "Search visitors"), width=92),
        _number("buyers", lambda: QCoreApplication.translate("Titles", "Search buyers"), width=92),
    )


def uncovered_columns(in_money: bool) -> tuple[Column, ...]:
    """Return the columns of words that no title covers."""
    own = _number("titles", lambda: QCoreApplication.translate("Titles", "Items of it"), width=92)
    told = replace(
        own,
        help=lambda: QCoreApplication.translate(
            "Titles", "Items whose title holds the product of this word: 0 where you don't seem to sell it"
        ),
    )
    return (*(column for column in word_columns(in_money) if column.name != "lacks"), told)


def _number(name: str, title: Any, *, width: int, unit: Any = None, visible: bool = True) -> Column:
    return Column(name=name, title=title, unit=unit, kind=Kind.FLOAT, decimals=0, width=width, visible=visible)


def limit_tip(limit: TitleLimit) -> str:
    """Return how a limit is known."""
    if limit.own:
        return QCoreApplication.translate("Titles", "Set by yourself")
    if limit.evidence == "K":
        return QCoreApplication.translate("Titles", "General knowledge: please check it at the platform")
    return QCoreApplication.translate("Titles", "From the platform's published interface: 60 bytes, counted in GBK")
