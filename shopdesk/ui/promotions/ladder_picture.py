"""The order values with the thresholds of an offer: who is there, who is close, and who would move."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from shopdesk.domain.promotions.design import LADDERS, OfferDesign, OfferKind
from shopdesk.domain.promotions.ladder import amount_steps, near_below
from shopdesk.domain.promotions.order_values import OrderValues, bins_for, reach
from shopdesk.ui import formats
from shopdesk.ui.charts.histogram import Histogram, Threshold
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.moves import Moves, moves_of

if TYPE_CHECKING:
    from shopdesk.domain.promotions.ladders.record import LadderForecast
    from shopdesk.ui.promotions.study_desk import StudyDesk

_LEAST_SNAP_YUAN: Final = 1.0
_SNAPS_A_BAR: Final = 10


class LadderPicture(QObject):
    """Draws into a histogram and its caption; a dragged line is answered from part of the draws."""

    def __init__(self, histogram: Histogram, caption: QLabel, desk: StudyDesk) -> None:
        super().__init__(histogram)
        self._histogram, self._caption, self._desk = histogram, caption, desk
        self._values: OrderValues | None = None
        self._offer: OfferDesign | None = None
        self._snap = _LEAST_SNAP_YUAN
        histogram.threshold_moved.connect(self._moving)

    def show_values(self, values: OrderValues) -> None:
        """Count the orders; nothing is drawn anew where they are the same."""
        if values is self._values:
            return
        self._values = values
        width, top = bins_for(values.values)
        self._snap = max(_LEAST_SNAP_YUAN, width / 100 / _SNAPS_A_BAR)
        self._histogram.set_values(
            values.values / 100,
            bin_width=width / 100,
            overflow=top / 100,
            value_name=self.tr("Order value, yuan"),
            count_name=self.tr("Orders"),
        )
        self._write_caption(values, width)
        self.show_offer(self._offer)

    def show_offer(self, offer: OfferDesign | None, forecast: LadderForecast | None = None) -> None:
        """Draw the lines of an offer, None for none, and what moves where a forecast says it."""
        self._offer = offer
        steps = amount_steps(offer)
        moves = self._moves(forecast)
        is_gift = offer is not None and offer.kind is OfferKind.GIFT  # its cost is nothing off what is paid
        flags = [
            Threshold(
                minimum / 100,
                self._flag(minimum, 0 if is_gift else off),
                moves.notes[place] if moves is not None and place < len(moves.notes) else (),
            )
            for place, (minimum, off) in enumerate(steps)
        ]
        self._histogram.set_thresholds(flags, snap=self._snap)
        self._draw_moves(moves)
        self._write_reach([minimum for minimum, _ in steps])

    def retranslate(self) -> None:
        """Word everything in the language of now."""
        values, self._values = self._values, None
        if values is not None:
            self.show_values(values)

    def _flag(self, minimum: int, off: int) -> str:
        text = self.tr("{minimum} − {off}") if off else self.tr("from {minimum}")
        return text.format(minimum=words.yuan(minimum), off=words.yuan(off))

    def _moves(self, forecast: LadderForecast | None) -> Moves | None:
        counts = self._histogram.bins().counts.tolist()
        if forecast is None or len(forecast.bins_after) != len(counts):
            return None
        return moves_of(forecast, counts)

    def _draw_moves(self, moves: Moves | None) -> None:
        nothing = (0.0,) * len(self._histogram.bins().counts)
        self._histogram.set_moves(
            arriving=nothing if moves is None else moves.arriving, leaving=nothing if moves is None else moves.leaving
        )

    def _moving(self, place: int, value: float) -> None:
        offer = self._offer
        steps = amount_steps(offer)
        if offer is None or place >= len(steps):
            return
        moved = round(value * 100)
        steps[place] = (moved, steps[place][1])
        self._write_reach([minimum for minimum, _ in steps])
        study = self._desk.study
        candidate = study.candidates.get(offer.offer_id) if study is not None else None
        if offer.kind not in LADDERS or candidate is None or candidate.forecast is None:
            return
        moves = self._moves(self._desk.quick(tuple(steps)))
        if moves is not None:
            lines = self._histogram.thresholds()
            shown = [replace(line, notes=moves.notes[at]) for at, line in enumerate(lines)]
            self._histogram.set_thresholds(shown, snap=self._snap)
            self._draw_moves(moves)

    def _write_caption(self, values: OrderValues, width: int) -> None:
        if not values.count:
            self._caption.setText(self._nothing_text(values))
            self._caption.setToolTip(plain_tip(self._caption.text()))
            return
        count = formats.full(values.count)
        short = self.tr("{count} {count:order|orders} · {width} yuan a bar · median {median}")
        whole = self.tr(
            "Order values · {span}, {count} {count:order|orders} · {width} yuan a bar · {basis} · median {median}"
        )
        texts = {
            "count": count,
            "width": words.yuan(width),
            "median": formats.money_fen(values.median),
            "span": formats.span(values.first, values.last),
            "basis": words.basis_text(values.basis),
        }
        self._caption.setText(short.format(**texts))
        self._caption.setToolTip(whole.format(**texts))

    def _nothing_text(self, values: OrderValues) -> str:
        if not values.without_value:
            return self.tr("No paid orders in this period: choose another one above.")
        return self.tr(
            "{count} paid {count:order has|orders have} no price, or a price of 0: import files that tell prices."
        ).format(count=formats.full(values.without_value))

    def _write_reach(self, minima: list[int]) -> None:
        values, offer = self._values, self._offer
        if values is None or offer is None or not minima or not values.count:
            self._histogram.set_tier_texts(())
            return
        near = near_below(offer)
        found = reach(values.values, [(minimum, 0) for minimum in minima], near=near)
        texts = [
            self.tr("step {step}: {count} {count:order|orders} there").format(
                step=place + 1, count=formats.full(step.reached)
            )
            for place, step in enumerate(found)
        ]
        texts.append(
            self.tr("within {near} below: {count}").format(
                near=words.yuan(near), count=formats.full(sum(step.near for step in found))
            )
        )
        self._histogram.set_tier_texts(texts)
