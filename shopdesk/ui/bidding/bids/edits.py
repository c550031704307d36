"""New bids of a plan from what was taken, refused or typed; a bid that is as today's needs no entry."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeAlias

from shopdesk.ui.bidding.bids.rows import WordRows

Taken: TypeAlias = tuple[dict[str, int], int]
"""A plan's bids, and how many words differ by it."""


def taken_bids(rows: WordRows, bids: Mapping[str, int], keys: Collection[str] | None = None) -> Taken:
    """Return the plan's bids with the proposed ones, of all words or of some."""
    return _with(rows, bids, keys, dict(zip(rows.keys, rows.proposed.tolist(), strict=True)))


def refused_bids(rows: WordRows, bids: Mapping[str, int], keys: Collection[str] | None = None) -> Taken:
    """Return the plan's bids with today's, of all words or of some."""
    return _with(rows, bids, keys, dict(zip(rows.keys, rows.live.tolist(), strict=True)))


def typed_bids(rows: WordRows, bids: Mapping[str, int], typed: Mapping[str, int | None]) -> dict[str, int]:
    """Return the plan's bids with typed ones; None gives a word today's bid back."""
    live = dict(zip(rows.keys, rows.live.tolist(), strict=True))
    wanted = {key: live.get(key, float("nan")) if value is None else float(value) for key, value in typed.items()}
    return _with(rows, bids, None, wanted)[0]


def stepped_bids(rows: WordRows, bids: Mapping[str, int], steps: Mapping[str, float | None]) -> dict[str, int]:
    """Return the plan's bids with today's changed by typed shares; None gives a word today's bid back."""
    live = dict(zip(rows.keys, rows.live.tolist(), strict=True))
    wanted = {key: live.get(key, float("nan")) * (1 + (step or 0.0)) for key, step in steps.items()}
    return _with(
        rows, bids, None, {key: value if value != value else float(round(value)) for key, value in wanted.items()}
    )[0]


def typed_today(today: Mapping[str, int], typed: Mapping[str, int | None]) -> dict[str, int]:
    """Return today's bids that the operator typed, with newly typed ones; None takes one back."""
    return {key: fen for key, fen in {**today, **typed}.items() if fen is not None}


def _with(rows: WordRows, bids: Mapping[str, int], keys: Collection[str] | None, wanted: Mapping[str, float]) -> Taken:
    chosen = None if keys is None else set(keys)
    found, changed = dict(bids), 0
    for key, live, new in zip(rows.keys, rows.live.tolist(), rows.new.tolist(), strict=True):
        if (chosen is not None and key not in chosen) or key not in wanted:
            continue
        value = wanted[key]
        if value == live or value != value:
            found.pop(key, None)
        else:
            found[key] = round(value)
        changed += value == value and value != new
    return found, changed
