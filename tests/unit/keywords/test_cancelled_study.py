"""Where a shop has a million words, closing it or asking anew waits for no step longer than it takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from shopdesk.app.jobs import Cancelled
from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.domain.keywords.library import library, study
from shopdesk.domain.keywords.mining import mine
from shopdesk.domain.periods import Period

END = date(2026, 4, 30)


def bought(count: int) -> dict[str, pd.DataFrame]:
    days = pd.to_datetime([END] * count)
    words = [f"坚果{number}" for number in range(count)]
    figures = {"impressions": 300.0, "clicks": 10.0, "cost": 500.0, "ad_orders": 1.0, "ad_gmv": 9000.0}
    frame = pd.DataFrame({"date": days, "date_end": days, "keyword": words, "campaign": "a", **figures})
    return {"ad_keyword": frame.assign(platform="taobao", shop="", kind="wxt_keyword")}


def cancel_at(turn: int) -> Callable[..., None]:
    """Return what raises when it is called for so many times."""
    left = [turn]

    def stop(*_share: float) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Cancelled

    return stop


def test_that_progress_of_a_study_rises_from_the_first_word_learnt_to_the_last_labelled() -> None:
    frames, shares = bought(2500), list[float]()
    study(frames, lexicon(frames, []), progress=shares.append)
    assert shares == sorted(shares)
    assert len(shares) >= 6
    assert shares[0] == 0.0
    assert shares[-1] == 1.0


def test_that_a_study_ends_while_words_are_learnt() -> None:
    frames = bought(2500)
    with pytest.raises(Cancelled):
        study(frames, lexicon(frames, []), progress=cancel_at(1))


@pytest.mark.parametrize("turn", range(7))
def test_that_a_library_ends_between_its_steps(turn: int) -> None:
    frames = bought(20)
    known = study(frames, lexicon(frames, []))
    with pytest.raises(Cancelled):
        library(known, period=Period.last(days=28, until=END), hand={}, check=cancel_at(turn))


@pytest.mark.parametrize("turn", range(9))
def test_that_looking_for_words_ends_between_its_steps(turn: int) -> None:
    frames = bought(20)
    frames["ad_search_term"] = bought(30)["ad_keyword"].rename(columns={"keyword": "term"})
    known = study(frames, lexicon(frames, []))
    with pytest.raises(Cancelled):
        mine(known, None, period=Period.last(days=28, until=END), hand={}, check=cancel_at(turn))
