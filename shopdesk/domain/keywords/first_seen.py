"""Since when a word is in the reports: what is new in a period."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from shopdesk.domain.periods import Period


def first_seen(rows: pd.DataFrame, words: Sequence[str]) -> NDArray[np.datetime64]:
    """Return the first day on which each word has an ad row, NaT where no row of it has a day.

    ``rows`` are those of a ``Study``, of all time.
    """
    first = rows.groupby("word")["date"].min() if len(rows) else pd.Series(dtype="datetime64[us]")
    found: NDArray[np.datetime64] = first.reindex(list(words)).to_numpy(dtype="datetime64[us]")
    return found


def is_new(first: NDArray[np.datetime64], period: Period, *, since: date | None) -> NDArray[np.bool_]:
    """Return which words came up within a period; none where the reports (``since``) don't reach back before it.

    Without a day before the period nobody can tell a new word from one that was always there.
    """
    start = np.datetime64(period.start)
    if since is None or since >= period.start:
        return np.zeros(len(first), dtype=bool)
    new: NDArray[np.bool_] = first >= start
    return new
