"""What is to become of each word: what a hand decided, else what the library advises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from shopdesk.domain.keywords.advice import SURE, Action
from shopdesk.domain.keywords.classify import label_all
from shopdesk.domain.keywords.library import Library, Study
from shopdesk.domain.keywords.rebuild.rest import MOST_WORDS, looked_at


@dataclass(frozen=True, slots=True)
class Decision:
    """What a hand decided of a word; ``bid_fen`` None where it named no bid, ``step`` the step that it accepted."""

    action: Action
    bid_fen: int | None = None
    step: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One word: its quadrant, the action with its source, and what stands behind it; money in yuan per 28 days."""

    word: str
    shown: str
    quadrant: str
    root: str  # what names its product: the head that its label found, else ""
    term: str  # the brand inside it, else ""
    needs_review: bool
    action: Action
    by_hand: bool
    bid_fen: int | None  # named by hand
    step: float | None
    reason: str  # the library's code
    value: float | None  # yuan of revenue a click, shrunk
    break_even: float | None
    cvr: float | None
    chance: float | None  # that a click earns more than it costs
    money: float | None
    money_low: float | None
    money_high: float | None

    @property
    def is_proven(self) -> bool:
        """Whether its clicks almost surely pay."""
        return self.chance is not None and self.chance >= SURE


_MONEY: Final = ("advice_money", "advice_money_low", "advice_money_high")
_MEASURES: Final = ("advice_step", "value", "break_even", "cvr", "chance", *_MONEY)


def verdicts(library: Library, decided: Mapping[str, Decision], *, most: int = MOST_WORDS) -> Mapping[str, Verdict]:
    """Return the verdicts of a library's words, of at most about ``most``; a decision by hand wins over the advice."""
    words = looked_at(library, decided, most=most)
    numbers: dict[str, list[float]] = {
        name: words[name].to_numpy(dtype=float, na_value=np.nan).tolist() if name in words else [np.nan] * len(words)
        for name in _MEASURES
    }
    advice = words["advice"].tolist() if "advice" in words else [""] * len(words)
    reasons = words["advice_reason"].tolist() if "advice_reason" in words else [""] * len(words)
    found: dict[str, Verdict] = {}
    for at, (word, shown) in enumerate(zip(words.index, words["shown"], strict=True)):
        label = library.labels[word]
        own = decided.get(word)
        action = own.action if own else _action(advice[at])
        measured = {name: _some(numbers[name][at]) for name in _MEASURES}
        same = own is None or own.action is _action(advice[at])  # the money is that of the advised action only
        found[word] = Verdict(
            word=word,
            shown=str(shown),
            quadrant=label.quadrant.value,
            root=str(label.values.get("head") or ""),
            term=str(label.values.get("term") or ""),
            needs_review=label.needs_review,
            action=action,
            by_hand=own is not None,
            bid_fen=own.bid_fen if own else None,
            step=own.step if own and own.step is not None else measured["advice_step"] if same else None,
            reason=str(reasons[at] or ""),
            value=measured["value"],
            break_even=measured["break_even"],
            cvr=measured["cvr"],
            chance=measured["chance"],
            **{name.removeprefix("advice_"): measured[name] if same else None for name in _MONEY},
        )
    return found


def of_new_words(known: Study, library: Library, decided: Mapping[str, Decision]) -> Mapping[str, Verdict]:
    """Return the verdicts of decided words that the library doesn't hold: labelled as it labels its own.

    What a click on them is worth is what it is worth on the words of their quadrant, by clicks.
    """
    new = [word for word in decided if word not in library.labels]
    worth = _worth_by_quadrant(library)
    found: dict[str, Verdict] = {}
    for word, label in zip(new, label_all(new, known.lexicon, known.vocabulary), strict=True):
        value, break_even = worth.get(label.quadrant.value, (None, None))
        found[word] = Verdict(
            word=word,
            shown=word,
            quadrant=label.quadrant.value,
            root=str(label.values.get("head") or ""),
            term=str(label.values.get("term") or ""),
            needs_review=label.needs_review,
            action=decided[word].action,
            by_hand=True,
            bid_fen=decided[word].bid_fen,
            step=decided[word].step,
            reason="",
            value=value,
            break_even=break_even,
            cvr=None,
            chance=None,
            money=None,
            money_low=None,
            money_high=None,
        )
    return found


def _worth_by_quadrant(library: Library) -> Mapping[str, tuple[float | None, float | None]]:
    """Return value of a click and break-even CPC in yuan of each quadrant, weighted by clicks."""
    found: dict[str, tuple[float | None, float | None]] = {}
    for quadrant, own in library.words.groupby("quadrant"):
        clicks = np.nan_to_num(own["clicks"].to_numpy(dtype=float, na_value=np.nan))
        means = []
        for name in ("value", "break_even"):
            values = own[name].to_numpy(dtype=float, na_value=np.nan)
            some = ~np.isnan(values) & (clicks > 0)
            means.append(float(np.average(values[some], weights=clicks[some])) if some.any() else None)
        found[str(quadrant)] = (means[0], means[1])
    return found


def _action(code: Any) -> Action:
    text = str(code or "")
    return Action(text) if text in list(Action) else Action.HOLD


def _some(value: float) -> float | None:
    return None if np.isnan(value) else value
