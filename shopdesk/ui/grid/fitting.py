"""How wide a column must be to show what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shopdesk.ui.grid.painting import PADDING_PX, text_width
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import BODY_PX, CAPTION_PT_PX

if TYPE_CHECKING:
    from shopdesk.ui.grid.frozen_table import FrozenTable

_SAMPLE: Final = 400  # rows around the visible ones that are measured
_WIDEST_PX: Final = 480


def fitting_width(view: FrozenTable, section: int) -> int:
    """Return the width for the header and the rows around the visible ones."""
    model = view.grid
    column = model.columns[section]
    header = view.horizontalHeader().sectionSizeHint(section)
    if column.paint is not None and column.text is None:
        return max(header, column.width)
    font = body_font(pixels=BODY_PX if column.emphasis else CAPTION_PT_PX)
    first = max(view.rowAt(0), 0)
    rows = range(max(first - _SAMPLE // 2, 0), min(first + _SAMPLE, model.rowCount()))
    widest = max((text_width(model.text(row, section), font) for row in rows), default=0)
    extra = 3 * PADDING_PX if column.paint is not None else 0
    return min(max(header, widest + 2 * PADDING_PX + 4 + extra), _WIDEST_PX)
