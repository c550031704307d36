"""How a card offers its part of a proposal: together with what it rests on, and quietly where nothing says it pays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.forecast.model import Answer
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.ui import formats
from shopdesk.ui.bidding.forecast.words import chance_text, dimension_name, gain_text
from shopdesk.ui.cards import restyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from shopdesk.domain.bidding.forecast.model import Forecast
    from shopdesk.ui.bidding.plan_view import PlanView


@dataclass(frozen=True, slots=True)
class Offer:
    """The parts that a card's button takes, what they should bring (None: nobody can say), in a few words too.

    ``said`` is empty where the forecast says that it is better: the button says enough then.
    """

    parts: tuple[Lever, ...]
    made: Forecast | None
    said: str

    @property
    def is_doubtful(self) -> bool:
        """Whether leaving everything as it is may well be better."""
        return self.made is not None and self.made.answer is not Answer.BETTER

    @property
    def is_joint(self) -> bool:
        """Whether other cards' parts go with it."""
        return len(self.parts) > 1


def offer_of(view: PlanView, lever: Lever, *, is_some: bool = False) -> Offer:
    """Return what taking a card's part means now; ``is_some``: only a selection of it, which nothing goes with."""
    if lever in view.together and not is_some:
        parts = tuple(part for part in Lever if part in view.together)
        return Offer(parts, view.joint, _said(view.joint))
    made = view.alone.get(lever)
    return Offer((lever,), made, _said(made))


def show_offer(button: QPushButton, offer: Offer, *, whole: str, tip: str) -> None:
    """Write a button: ``whole`` is its text where nothing speaks against it, ``tip`` what it does."""
    text = whole
    if offer.is_joint:
        names = formats.listed([dimension_name(part.value) for part in offer.parts])
        text = QCoreApplication.translate("Taking", "Take together")
        tip = QCoreApplication.translate(
            "Taking", "Takes {parts}: they only raise here, and bids of words fall for it. Alone it could lose money."
        ).format(parts=names)
    if offer.is_doubtful:
        text = QCoreApplication.translate("Taking", "Take anyway")
    button.setText(text)
    lines = [tip, _forecast_line(offer.made)]
    button.setToolTip("\n".join(line for line in lines if line))
    if bool(button.property("flat")) is not offer.is_doubtful:
        button.setProperty("flat", offer.is_doubtful)
        restyle(button)


def _said(made: Forecast | None) -> str:
    """Return the answer where it isn't "take it": to leave it, or that nobody can tell yet."""
    if made is None or made.answer is Answer.BETTER:
        return ""
    if made.answer is Answer.KEEP and made.gain is not None and made.gain.median > 0:
        text = QCoreApplication.translate("Taking", "Better left as it is: it would bring about {gain} yuan only")
        return text.format(gain=gain_text(made.gain.median, made.gain))
    if made.answer is Answer.KEEP:
        text = QCoreApplication.translate("Taking", "Better left as it is ({chance} likely to earn more)")
    elif made.answer is Answer.CANNOT_TELL and made.chance is not None:
        text = QCoreApplication.translate("Taking", "Can't tell yet ({chance} likely to earn more)")
    else:
        return QCoreApplication.translate("Taking", "Can't tell yet whether it pays")
    return text.format(chance=chance_text(made.chance))


def _forecast_line(made: Forecast | None) -> str:
    if made is None or made.gain is None:
        return ""
    text = QCoreApplication.translate(
        "Taking",
        "In {days} days: profit − spend about {gain} yuan (80 %: {low} … {high}), {chance} likely to earn more",
    )
    gain, low, high = (gain_text(value, made.gain) for value in (made.gain.median, made.gain.low, made.gain.high))
    return text.format(days=made.days, gain=gain, low=low, high=high, chance=chance_text(made.chance))
