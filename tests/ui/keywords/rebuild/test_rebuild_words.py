from __future__ import annotations

import pytest

from shopdesk.domain.keywords.advice import Action, Why
from shopdesk.domain.keywords.rebuild.model import Place, Row, RowKind
from shopdesk.ui import formats
from shopdesk.ui.grid import Row as GridRow
from shopdesk.ui.keywords import advice_wording
from shopdesk.ui.keywords.rebuild import words


@pytest.fixture(autouse=True)
def english() -> None:
    formats.set_language("en")


def paused(**values: str | float) -> Row:
    place = Place(platform="taobao", campaign="综合")
    return Row(
        key="k", kind=RowKind.PAUSED, word="坚果", shown="坚果", quadrant="category", source=place, reason="advised",
        values={"advice": Why.ROOT.value, **values},
    )  # fmt: skip


def test_that_a_pause_says_that_it_pauses_and_that_another_row_keeps_the_word_out() -> None:
    assert "paused here" in words.reason(paused(excluded=1.0))
    assert "negative" in words.reason(paused(excluded=1.0))
    assert "negative" not in words.reason(paused())  # the platform takes none


@pytest.mark.parametrize(
    ("action", "mark"), [(Action.NEGATIVE, "✕"), (Action.EXPAND, "＋"), (Action.PAUSE, formats.arrow(-1))]
)
def test_that_an_advice_has_one_mark_wherever_it_stands(action: Action, mark: str) -> None:
    values = {"review": False, "advice": action.value}
    text, direction = advice_wording.marked(GridRow("坚果", 0, values.get))
    assert text.startswith(mark)
    assert direction == (1 if action is Action.EXPAND else -1)
    assert advice_wording.marked(GridRow("坚果", 0, {**values, "review": True}.get)) == ("is it a brand?", 0)
