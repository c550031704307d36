"""The table as it stands, as a saved view, and back."""

from __future__ import annotations

from typing import Any

from shopdesk.app.keywords.saved_views import SavedView
from shopdesk.ui.grid.layout import apply_layout
from shopdesk.ui.grid.stored_filters import from_text, to_text
from shopdesk.ui.grid.view import GridView
from shopdesk.ui.keywords.saved.shipped import VIEW_FILTER, ShippedView


def saved_of(view: GridView, *, name: str, quadrant: str) -> SavedView:
    """Return what is to be kept of a table: its filters, sort and shown columns."""
    model = view.grid
    kept = {column: text for column, one in model.filters.items() if (text := to_text(one))}
    page_filter = model.page_filters.get(VIEW_FILTER)
    return SavedView(
        name,
        kept,
        tuple(f"-{key.column}" if key.descending else key.column for key in model.sort_keys),
        tuple(model.columns[section].name for section in view.shown_columns()),
        quadrant,
        str(page_filter.tag) if page_filter is not None else "",
    )


def show_saved(view: GridView, saved: SavedView) -> None:
    """Bring filters, sort and columns of a view into force; what is no longer there is passed over."""
    model = view.grid
    model.clear_filters()
    shown = [name for name in saved.columns if model.position(name) >= 0]
    layout: dict[str, Any] = {"sort": [_sort_key(text) for text in saved.sort]}
    if shown:
        rest = [column.name for column in model.columns if column.name not in shown]
        layout["columns"] = [
            *({"name": name, "hidden": False} for name in shown),
            *({"name": name, "hidden": True} for name in rest),
        ]
    apply_layout(view, layout)
    for column, text in saved.filters.items():
        condition = from_text(text)
        if condition is not None and model.position(column) >= 0:
            model.set_filter(column, condition)


def show_shipped(view: GridView, shipped: ShippedView) -> None:
    """Bring a shipped view into force: its filter and sort; the columns stay as the user has them."""
    model = view.grid
    model.clear_filters()
    model.set_sort(shipped.sort)
    model.set_page_filter(VIEW_FILTER, shipped.page_filter())
    for name in shipped.shows:
        section = model.position(name)
        if section >= 0 and section not in view.shown_columns():
            view.show_column(section, shown=True)


def _sort_key(text: str) -> dict[str, Any]:
    return {"name": text.removeprefix("-"), "descending": text.startswith("-")}
