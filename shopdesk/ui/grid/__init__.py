"""The one table of the application.

Usage::

    columns = (
        Column(name="word", title=lambda: self.tr("Word"), width=150, emphasis=True),
        Column(name="cost", title=lambda: self.tr("Spend"), unit=lambda: self.tr("yuan"), kind=Kind.MONEY_FEN),
        Column(name="bid", title=lambda: self.tr("Bid"), kind=Kind.MONEY_FEN, editable=True, minimum=0.1, maximum=99),
    )
    store = SettingsLayout(settings, "words")   # order, width and choice of columns, kept between starts
    panel = GridPanel(columns, title=lambda: self.tr("Words"), totals=self._totals, store=store)
    panel.set_frame(GridFrame.from_pandas(frame, key="word"))   # or GridFrame({...}, keys=...), GridFrame.from_rows
    panel.edited.connect(self._edited)          # EditBatch: one undoable step, named batch.name
    panel.stats_changed.connect(...)            # SelectionStats of the selected cells
    panel.row_changed.connect(...)              # key of the current row, or None

The model never changes its own figures: after ``edited`` apply a change and call ``set_frame`` or
``model.update_rows``; selection, current cell and scroll stay by row key. A page with no document behind the grid
connects ``model.edited`` to ``model.apply_batch``. Filters of the page, such as a clicked card, go in with
``model.set_page_filter(name, PageFilter(...))``. Painted cells: ``Column.paint`` with the ``draw_*`` helpers.
``view.reveal(key, column)`` is for undo. ``clipboard`` and ``parsing`` work for any other table too.
"""

from shopdesk.ui.grid.columns import MISSING, CellError, Choice, Column, Kind, Row
from shopdesk.ui.grid.edits import Action, CellEdit, EditBatch, Problem
from shopdesk.ui.grid.filters import BlankFilter, ChoiceFilter, NumberFilter, PageFilter, TextFilter, TextTest
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.layout import LayoutStore
from shopdesk.ui.grid.model import GridModel, SortKey
from shopdesk.ui.grid.painting import CellPaint, draw_chip, draw_interval, draw_swatch, draw_text, draw_verb
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.grid.selection import SelectionStats
from shopdesk.ui.grid.settings_layout import SettingsLayout
from shopdesk.ui.grid.totals import TotalText
from shopdesk.ui.grid.view import GridView

__all__ = [
    "MISSING",
    "Action",
    "BlankFilter",
    "CellEdit",
    "CellError",
    "CellPaint",
    "Choice",
    "ChoiceFilter",
    "Column",
    "EditBatch",
    "GridFrame",
    "GridModel",
    "GridPanel",
    "GridView",
    "Kind",
    "LayoutStore",
    "NumberFilter",
    "PageFilter",
    "Problem",
    "Row",
    "SelectionStats",
    "SettingsLayout",
    "SortKey",
    "TextFilter",
    "TextTest",
    "TotalText",
    "draw_chip",
    "draw_interval",
    "draw_swatch",
    "draw_text",
    "draw_verb",
]
