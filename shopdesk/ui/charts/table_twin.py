"""The table twin of a chart on the screen: the grid of the application, in the chart's place or in a window."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from shopdesk.ui.charts import export
from shopdesk.ui.charts.chart_table import Cell, ChartTable
from shopdesk.ui.grid import Column, GridFrame, GridModel, GridView, Kind
from shopdesk.ui.tokens import MARGIN_PX, ROW_PX


class TableTwinView(GridView):
    """A ``ChartTable`` in a grid: sorted, copied and read as every other table."""

    def __init__(self, table: ChartTable, parent: QWidget | None = None) -> None:
        super().__init__(GridModel(), parent)
        self.grid.setParent(self)
        self.grid.read_only = True
        self.set_table(table)

    def set_table(self, table: ChartTable) -> None:
        """Show another table; where its columns are the same, their order and widths stay."""
        columns = tuple(_column(table, place) for place in range(len(table.columns)))
        if [column.header() for column in columns] != [column.header() for column in self.grid.columns]:
            self.grid.set_columns(columns)
        cells = {column.name: [row[place] for row in table.rows] for place, column in enumerate(columns)}
        self.grid.set_frame(GridFrame(cells))
        self.fit_all_columns()


class TableTwinDialog(QDialog):
    """A chart's data in a window, with copy."""

    def __init__(self, table: ChartTable, *, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setWindowTitle(title or self.tr("Table of the chart"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        self.view = TableTwinView(table, self)
        self.view.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox()
        copy = buttons.addButton(self.tr("Copy table"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: export.copy_table(self._table))
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        column.addWidget(self.view)
        column.addWidget(buttons)
        width = self.view.horizontalHeader().length() + 2 * MARGIN_PX + 40
        self.resize(max(420, min(960, width)), min(600, 160 + ROW_PX * len(table.rows)))


def _column(table: ChartTable, place: int) -> Column:
    values = [row[place] for row in table.rows if row[place] is not None]
    whole = all(isinstance(value, int | float) and float(value).is_integer() for value in values)
    return Column(
        name=str(place),  # titles may be equal
        title=partial(str, table.columns[place]),
        kind=_kind(values),
        decimals=0 if whole else None,
        format=partial(table.word, place),
        additive=False,
    )


def _kind(values: list[Cell]) -> Kind:
    for kind, types in ((Kind.FLOAT, int | float), (Kind.DATE, date)):
        if values and all(isinstance(value, types) for value in values):
            return kind
    return Kind.TEXT
