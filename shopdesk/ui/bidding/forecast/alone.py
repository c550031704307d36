"""Which part of a proposal would be better by itself, where the whole isn't."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.forecast.model import Answer, Forecast
from shopdesk.ui.bidding.forecast.words import chance_text, dimension_name, gain_text

if TYPE_CHECKING:
    from shopdesk.domain.bidding.forms.change import Lever


def alone_text(alone: Mapping[Lever, Forecast]) -> str:
    """Return the part that earns most by itself, or that none does; empty where there is nothing to part."""
    if len(alone) < 2:
        return ""
    better = [(lever, made) for lever, made in alone.items() if made.answer is Answer.BETTER and made.gain is not None]
    if not better:
        return QCoreApplication.translate("Forecast", "No part of it is surely better by itself.")
    lever, made = max(better, key=lambda one: one[1].gain.median if one[1].gain is not None else 0.0)
    assert made.gain is not None  # noqa: S101 - only such were kept
    text = QCoreApplication.translate("Forecast", "{part} alone would be better: about {gain} yuan, {chance} likely")
    return text.format(
        part=dimension_name(lever.value),
        gain=gain_text(made.gain.median, made.gain),
        chance=chance_text(made.chance),
    )


def joint_text(made: Forecast | None) -> str:
    """Return what parts bring that belong together."""
    if made is None or made.gain is None:
        return QCoreApplication.translate("Forecast", "can't tell yet")
    match made.answer:
        case Answer.BETTER:
            text = QCoreApplication.translate("Forecast", "about {gain} yuan")
            return text.format(gain=gain_text(made.gain.median, made.gain))
        case Answer.KEEP:
            return QCoreApplication.translate("Forecast", "better left as it is")
        case _:
            return QCoreApplication.translate("Forecast", "can't tell yet")


def part_text(made: Forecast | None) -> str:
    """Return what a part of a proposal brings by itself, in a few words; empty where nobody asked."""
    if made is None or made.gain is None:
        return ""
    match made.answer:
        case Answer.BETTER:
            text = QCoreApplication.translate("Forecast", "alone about {gain} yuan")
            return text.format(gain=gain_text(made.gain.median, made.gain))
        case Answer.KEEP:
            return QCoreApplication.translate("Forecast", "alone: better left as it is")
        case _:
            return QCoreApplication.translate("Forecast", "alone: can't tell yet")
