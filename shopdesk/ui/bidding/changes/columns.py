"""The columns of the diff and the frame behind them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from shopdesk.app.bidding.platforms import OTHER, profile_of
from shopdesk.domain.bidding.forms.change import Change, Lever
from shopdesk.domain.bidding.profiles import PlatformProfile
from shopdesk.ui.bidding.changes import words
from shopdesk.ui.grid import Choice, Column, GridFrame, Kind, Row
from shopdesk.ui.theme import tokens

TAKE = "taken"


def frame_of(changes: Sequence[Change], refused: Collection[str]) -> GridFrame:
    """Return the rows; keys are those of the changes."""
    levers = {lever: number for number, lever in enumerate(Lever)}
    return GridFrame(
        {
            "place": [words.place_text(one) for one in changes],
            TAKE: np.array([one.key not in refused for one in changes], dtype=np.bool_),
            "lever": [one.lever.value for one in changes],
            "lever_number": np.array([levers[one.lever] for one in changes], dtype=np.float64),
            "old": _floats([one.old for one in changes]),
            "new": _floats([one.new for one in changes]),
            "step": _floats([one.new / one.old - 1 if one.old and one.new is not None else None for one in changes]),
            "profit": _floats([one.money.profit.median / 100 if one.money else None for one in changes]),
            "spend": _floats([one.money.spend / 100 if one.money else None for one in changes]),
            "reason": [one.key for one in changes],
            "problem": [one.key if one.problem is not None else None for one in changes],
        },
        keys=[one.key for one in changes],
    )


class ChangeColumns:
    """Builds the columns; holds the changes that the cells word and the platform that takes them."""

    def __init__(self) -> None:
        self._changes: Mapping[str, Change] = {}
        self._profile: PlatformProfile = profile_of(OTHER)
        self._reasons: Mapping[str, str] = {}

    def show(self, changes: Sequence[Change], profile: PlatformProfile, reasons: Mapping[str, str]) -> None:
        """Take the changes shown, and why each is there, by its key."""
        self._changes = {one.key: one for one in changes}
        self._profile, self._reasons = profile, reasons

    def columns(self) -> tuple[Column, ...]:
        """Return all columns in their first order."""
        return (
            Column(
                name="place",
                title=lambda: QCoreApplication.translate("Changes", "What"),
                width=150,
                grow=3,
                emphasis=True,
                color=self._colour,
                tooltip=self._tip,
            ),
            Column(
                name=TAKE,
                title=lambda: QCoreApplication.translate("Changes", "Take"),
                kind=Kind.BOOL,
                width=52,
                editable=True,
                help=lambda: QCoreApplication.translate(
                    "Changes", "Space takes or refuses a row; only taken rows go out"
                ),
            ),
            Column(
                name="lever",
                title=lambda: QCoreApplication.translate("Changes", "Lever"),
                kind=Kind.CHOICE,
                width=64,
                choices=_levers,
                color=self._colour,
            ),
            self._worded("old", lambda: QCoreApplication.translate("Changes", "Old"), self._old, width=84),
            self._worded("new", lambda: QCoreApplication.translate("Changes", "New"), self._new, width=118),
            self._worded("step", lambda: QCoreApplication.translate("Changes", "Change"), self._step, width=80),
            Column(
                name="profit",
                title=lambda: QCoreApplication.translate("Changes", "Alone, profit − spend"),
                unit=lambda: QCoreApplication.translate("Changes", "yuan (80 %)"),
                kind=Kind.CUSTOM,
                width=168,
                right=True,
                text=self._profit,
                sort_value=lambda value: value,
                color=self._colour,
                tooltip=self._tip,
                help=lambda: QCoreApplication.translate(
                    "Changes",
                    "What the row should bring by itself in the days of the forecast; rows don't add up. Premiums and "
                    "the bids that fall for them: what the plan would lose without the row.",
                ),
            ),
            Column(
                name="spend",
                title=lambda: QCoreApplication.translate("Changes", "Spend"),
                unit=lambda: QCoreApplication.translate("Changes", "yuan"),
                kind=Kind.FLOAT,
                decimals=0,
                signed=True,
                width=72,
                additive=False,
                color=self._colour,
                tooltip=self._tip,
            ),
            Column(
                name="reason",
                title=lambda: QCoreApplication.translate("Changes", "Why"),
                kind=Kind.CUSTOM,
                width=140,
                grow=4,
                text=lambda row: self._reasons.get(str(row.key), ""),
                color=self._colour,
                tooltip=self._tip,
            ),
            Column(
                name="problem",
                title=lambda: QCoreApplication.translate("Changes", "Platform"),
                kind=Kind.CUSTOM,
                width=90,
                grow=1,
                text=self._problem,
                color=lambda row: tokens().warn_text if row["problem"] else None,
                tooltip=self._tip,
            ),
        )

    def _worded(self, name: str, title: Any, text: Any, *, width: int) -> Column:
        return Column(
            name=name,
            title=title,
            kind=Kind.CUSTOM,
            width=width,
            right=True,
            text=text,
            sort_value=lambda value: value,
            color=self._colour,
            tooltip=self._tip,
        )

    def _change(self, row: Row) -> Change | None:
        return self._changes.get(str(row.key))

    def _old(self, row: Row) -> str:
        own = self._change(row)
        return words.value_text(own, own.old) if own is not None else ""

    def _new(self, row: Row) -> str:
        own = self._change(row)
        return words.value_text(own, own.new) if own is not None else ""

    def _step(self, row: Row) -> str:
        own = self._change(row)
        return words.step_text(own) if own is not None else ""

    def _profit(self, row: Row) -> str:
        own = self._change(row)
        return words.money_text(own.money) if own is not None else ""

    def _problem(self, row: Row) -> str:
        own = self._change(row)
        return words.problem_text(own, self._profile) if own is not None else ""

    def _tip(self, row: Row) -> str:
        own = self._change(row)
        if own is None:
            return ""
        reason = self._reasons.get(str(row.key), "")
        return "\n".join(filter(None, (words.tip_text(own, self._profile), reason)))

    def _colour(self, row: Row) -> str | None:
        return None if row[TAKE] else tokens().secondary


def _floats(values: Sequence[float | int | None]) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _levers() -> list[Choice]:
    return [Choice(lever.value, partial(words.lever_name, lever)) for lever in Lever]
