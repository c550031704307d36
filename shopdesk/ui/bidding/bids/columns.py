"""The columns of the table of bids, and the frame behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject

from shopdesk.domain.bidding.forms.limits import check_bid
from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.bidding.bids import wording
from shopdesk.ui.bidding.bids.rows import WordRows
from shopdesk.ui.grid import (
    CellError,
    CellPaint,
    Choice,
    Column,
    GridFrame,
    Kind,
    Row,
    draw_interval,
    draw_swatch,
    draw_text,
    draw_verb,
)
from shopdesk.ui.grid.columns import Text
from shopdesk.ui.keywords.wording import quadrant_colour, quadrant_name
from shopdesk.ui.theme import tokens

if TYPE_CHECKING:
    from shopdesk.domain.bidding.record.bought import Place

_TOP_SHARE: Final = 0.9  # of the words: the dearest don't squeeze the bars of all others
_LEAST_CHANGE, _MOST_CHANGE = -90.0, 900.0  # percent of today's bid
_QUADRANTS: Final = {quadrant.value: quadrant for quadrant in Quadrant}


def frame_of(rows: WordRows, *, places: Mapping[str, Place], quadrants: tuple[str, ...]) -> GridFrame:
    """Return the table of words, their keys as keys, those with most clicks first."""
    order = np.argsort(-np.nan_to_num(rows.clicks), kind="stable")
    keys = [rows.keys[at] for at in order.tolist()]
    named = [places.get(key) for key in keys]
    data: dict[str, object] = {
        "word": [
            place.word if place is not None else key.replace("\t", " ") for key, place in zip(keys, named, strict=True)
        ],
        "adgroup": [place.adgroup if place else "" for place in named],
        "match_type": [place.match_type if place else "" for place in named],
        "quadrant": [quadrants[at] for at in order.tolist()],
        "from_cpc": rows.stand_in[order],
        "typed": rows.typed[order],
        "left": rows.left[order],
        "cap": rows.cap[order],
        "reason": rows.reason[order],
        "beyond": rows.is_beyond[order],
    }
    numbers = ("clicks", "orders", "worth", "worth_low", "worth_mid", "worth_high", "live", "proposed", "new", "target")
    for name in (*numbers, "change", "gain", "gain_low", "gain_high"):
        data[name] = getattr(rows, name)[order]
    return GridFrame(data, keys=keys)


class BidColumns(QObject):
    """Holds the common scale of the bars and the platform whose limits are kept at the cell."""

    def __init__(self, profile: Callable[[], PlatformProfile], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._profile = profile
        self.scale = (0.0, 100.0)

    def show(self, rows: WordRows) -> None:
        """Take the scale of the words shown."""
        known = rows.worth_high[np.isfinite(rows.worth_high)]
        bids = rows.live[np.isfinite(rows.live)]
        top = max((float(np.quantile(part, _TOP_SHARE)) for part in (known, bids) if part.size), default=100.0)
        self.scale = (0.0, max(top, 1.0))

    def columns(self) -> tuple[Column, ...]:
        """Return all columns."""
        return (
            Column(
                name="word", title=lambda: self.tr("Word"), width=150, emphasis=True, grow=2, tooltip=self._place_tip
            ),
            self._quadrant(),
            self._live(),
            self._proposed(),
            self._new(),
            self._change(),
            self._worth_bar(),
            Column(name="clicks", title=lambda: words.metric_name("clicks"), kind=Kind.INT, width=48),
            Column(name="orders", title=lambda: self.tr("Sold"), kind=Kind.INT, width=44),
            self._money("worth", lambda: self.tr("Break-even"), tooltip=wording.worth_tip, width=60),
            self._reason(),
            self._gain(),
            Column(name="adgroup", title=lambda: self.tr("Ad group"), width=90, visible=False),
            Column(name="match_type", title=lambda: self.tr("Match"), width=64, visible=False),
        )

    def _word(self) -> Column:
        return Column(
            name="word",
            title=lambda: self.tr("Word"),
            width=130,
            emphasis=True,
            grow=2,
            tooltip=self._place_tip,
        )

    def _quadrant(self) -> Column:
        return Column(
            name="quadrant",
            title=lambda: self.tr("Quadrant"),
            kind=Kind.CHOICE,
            width=92,
            choices=[Choice(value, partial(quadrant_name, quadrant)) for value, quadrant in _QUADRANTS.items()],
            paint=_paint_quadrant,
        )

    def _worth_bar(self) -> Column:
        return Column(
            name="worth_mid",
            title=lambda: self.tr("Worth and bid"),
            unit=lambda: f"0–{formats.money_fen(self.scale[1], decimals=1)}",
            kind=Kind.MONEY_FEN,
            width=92,
            grow=2,
            additive=False,
            paint=self._paint_worth,
            tooltip=wording.worth_tip,
            right=False,
            help=lambda: self.tr("Bar: what a click may cost, 80 %; tick: median; dashed line: today's bid"),
        )

    def _money(self, name: str, title: Text, *, tooltip: Callable[[Row], str], width: int = 52) -> Column:
        return Column(name=name, title=title, kind=Kind.MONEY_FEN, width=width, additive=False, tooltip=tooltip)

    def _proposed(self) -> Column:
        return Column(
            name="proposed",
            title=lambda: self.tr("Proposed"),
            kind=Kind.MONEY_FEN,
            width=66,
            additive=False,
            text=partial(wording.bid_text, column="proposed"),
            text_of=("proposed", "live", "from_cpc"),
            tooltip=wording.reason_tip,
        )

    def _live(self) -> Column:
        return Column(
            name="live",
            title=lambda: self.tr("Today"),
            kind=Kind.MONEY_FEN,
            width=58,
            additive=False,
            editable=True,
            editable_if=lambda row: bool(row["from_cpc"] or row["typed"]),
            parse=self._parse,
            text=wording.live_text,
            text_of=("live", "from_cpc"),
            color=lambda row: tokens().warn_text if row["from_cpc"] else None,
            tooltip=self._live_tip,
        )

    def _new(self) -> Column:
        return Column(
            name="new",
            title=lambda: self.tr("New"),
            unit=lambda: words.unit("cost"),
            kind=Kind.MONEY_FEN,
            width=66,
            editable=True,
            editable_if=lambda row: not row["from_cpc"],
            additive=False,
            parse=self._parse,
            text=partial(wording.bid_text, column="new"),
            text_of=("new", "live", "from_cpc"),
            color=lambda row: tokens().warn_text if row["beyond"] else None,
            tooltip=self._new_tip,
        )

    def _change(self) -> Column:
        return Column(
            name="change",
            title=lambda: self.tr("Change"),
            kind=Kind.PERCENT,
            decimals=0,
            signed=True,
            width=78,
            editable=True,
            editable_if=lambda row: bool(row["live"]),
            minimum=_LEAST_CHANGE,
            maximum=_MOST_CHANGE,
            additive=False,
            paint=_paint_change,
        )

    def _reason(self) -> Column:
        return Column(
            name="reason",
            title=lambda: self.tr("Why"),
            width=140,
            grow=1,
            text=wording.reason_text,
            text_of=wording.REASON_OF,
            tooltip=wording.reason_tip,
        )

    def _gain(self) -> Column:
        return Column(
            name="gain",
            title=lambda: self.tr("Earns a week"),
            unit=lambda: words.unit("cost"),
            kind=Kind.MONEY_FEN,
            width=116,
            text=wording.gain_text,
            text_of=("gain", "gain_low", "gain_high"),
            help=lambda: self.tr("Clicks × what they are worth − what they cost, a week at today's price, with 80 %"),
        )

    def _parse(self, text: str) -> int | None:
        plain = text.strip().replace(",", "").replace("，", "").removesuffix("元").strip()
        if not plain:
            return None
        try:
            fen = round(float(plain) * 100)
        except (ValueError, OverflowError) as error:
            raise CellError(self.tr("not a number")) from error
        profile = self._profile()
        problem = check_bid(fen, profile.bids)
        if problem is not None:
            raise CellError(words.problem_text(problem, profile))
        return fen

    def _place_tip(self, row: Row) -> str:
        parts = [str(row["word"]), str(row["adgroup"] or ""), str(row["match_type"] or "")]
        return " · ".join(part for part in parts if part)

    def _live_tip(self, row: Row) -> str:
        if row["live"] is None:
            return self.tr("No report tells today's bid: import the list of keywords with their bids.")
        if row["from_cpc"]:
            return self.tr(
                "No report tells today's bid: the price of a click stands in, and changes are said in percent. Type "
                "the console's bid here to work with it."
            )
        if row["typed"]:
            return self.tr("Typed here as today's bid of the console; clear the cell to take it back")
        return self.tr("On the console: the version taken last, else what the report says")

    def _new_tip(self, row: Row) -> str:
        if row["from_cpc"]:
            return self.tr("Type the change in percent beside it, or today's bid first") + "\n" + wording.worth_tip(row)
        if not row["beyond"]:
            return wording.worth_tip(row)
        return self.tr("Above all that a click is worth (80 %)") + "\n" + wording.worth_tip(row)

    def _paint_worth(self, cell: CellPaint) -> None:
        row = cell.row
        live = row["live"]
        draw_interval(
            cell,
            low=row["worth_low"],
            median=row["worth_mid"],
            high=row["worth_high"],
            line=live if live is not None and live <= self.scale[1] else None,
            scale=self.scale,
        )


def _paint_quadrant(cell: CellPaint) -> None:
    quadrant = _QUADRANTS.get(str(cell.value or ""))
    if quadrant is not None:
        draw_swatch(cell, color=quadrant_colour(quadrant, cell.tokens), text=quadrant_name(quadrant))


def _paint_change(cell: CellPaint) -> None:
    share = cell.value
    way = 0 if not share else 1 if share > 0 else -1
    text = wording.change_text(share)
    if way:
        draw_verb(cell, text=text, direction=way)
    else:
        draw_text(cell.painter, cell.inner, text, font=cell.font, color=cell.tokens.secondary, right=False)
