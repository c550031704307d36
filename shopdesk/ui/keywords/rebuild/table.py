"""The rows of a proposal as columns, made once beside the interface; what is taken of them is put in at each step."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from shopdesk.domain.keywords.rebuild.model import Place, Proposal, RowKind
from shopdesk.ui.grid import GridFrame
from shopdesk.ui.keywords.rebuild import words

_NUMBERS = ("clicks", "cost", "orders", "money")


class RowTable:
    """Making it takes long for large accounts: a job's work."""

    def __init__(self, proposal: Proposal) -> None:
        rows = proposal.rows
        kinds = {kind: number for number, kind in enumerate(RowKind)}
        self._keys = [row.key for row in rows]
        self._places = {key: place for place, key in enumerate(self._keys)}
        self._changes = np.array([row.kind is not RowKind.UNCHANGED for row in rows], dtype=np.bool_)
        named: dict[Place | None, int] = {}
        self._sources, self._targets = (
            np.array([named.setdefault(place, len(named)) for place in places], dtype=np.int64)
            for places in ([row.source for row in rows], [row.target for row in rows])
        )
        self._named = tuple(named)
        self._data: dict[str, Any] = {
            "kind": _texts([row.kind.value for row in rows]),
            "kind_number": np.array([kinds[row.kind] for row in rows], dtype=np.float64),
            "word": _texts([row.shown for row in rows]),
            "quadrant": _texts([row.quadrant or None for row in rows]),
            "source": _texts([words.place_name(row.source or row.target) or None for row in rows]),
            "change": _texts([row.kind.value for row in rows]),
            "reason": _texts([row.reason for row in rows]),
        }
        for name in _NUMBERS:
            values = [getattr(row, name) for row in rows]
            self._data[name] = np.array([np.nan if value is None else value for value in values], dtype=np.float64)

    def frame(self, refused: Collection[str]) -> GridFrame:
        """Return the table with what is taken; keys are those of the rows."""
        taken = self._changes.copy()
        taken[[self._places[key] for key in refused if key in self._places]] = False
        return GridFrame({**self._data, "accepted": taken}, keys=self._keys)

    def touching(self, wanted: Place) -> NDArray[np.bool_]:
        """Return which rows have to do with a campaign, or with one of its ad groups."""
        key = wanted.key if wanted.adgroup or wanted.adgroup_id else wanted.campaign_key
        inside = [place is not None and place.key[: len(key)] == key for place in self._named]
        mask = np.array(inside, dtype=np.bool_)
        found: NDArray[np.bool_] = mask[self._sources] | mask[self._targets]
        return found


def _texts(values: Sequence[str | None]) -> NDArray[Any]:
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found
