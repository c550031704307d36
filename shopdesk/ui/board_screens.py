"""Pictures of the board: every view, every second face of a view and every dialog that opens from one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QApplication, QDialog, QMenu

from shopdesk.ui.kpi.page import OVERVIEW, VIEWS, KpiPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopdesk.ui.cards import Segmented
    from shopdesk.ui.driver import Driver

Picture = tuple[str, "QWidget"]
Opener = Callable[[], object]
FACES: Final = {
    "segments": ("parts", ("both", "funnel", "search")),
    "trials": ("switch", ("experiments",)),
    "customers": ("switch", ("persona",)),
    "reports": ("kind", ("weekly", "monthly", "persona")),
}
"""The switch inside a view, by its attribute, and what it shows beside its first face."""


def board_pictures(driver: Driver, page: QWidget) -> Iterator[Picture]:
    """Yield every view of the board with its dialogs; the overview is shown again at the end."""
    if not isinstance(page, KpiPage):
        return
    for name in VIEWS:
        driver.show_view(page, name)
        if name != OVERVIEW:
            yield f"kpi_{name}", driver.window
        yield from _faces(driver, page, name)
        for key, opener in _openers(page, name).items():
            yield from _opened(driver, f"kpi_dialog_{key}", opener)
    page.show_view(OVERVIEW)


def _opened(driver: Driver, name: str, opener: Opener) -> Iterator[Picture]:
    """Yield what an opener brings up, and close it again."""
    before = set(_shown())
    opener()
    driver.settle()
    found = [one for one in _shown() if one not in before]
    for place, one in enumerate(found):
        yield name if place == 0 else f"{name}_{place}", one
    for one in reversed(found):
        one.close()
    driver.settle()


def _shown() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog | QMenu) and one.isVisible()]


def _faces(driver: Driver, page: KpiPage, name: str) -> Iterator[Picture]:
    """Yield what a view shows behind its own switch, and leave it as it was."""
    view: Any = page.views[name]
    attribute, keys = FACES.get(name, ("", ()))
    if not attribute:
        return
    switch: Segmented = getattr(view, attribute)
    first = switch.key()
    for key in (*keys, first):
        switch.choose(key)
        switch.chosen.emit(key)
        driver.settle()
        if key != first:
            yield f"kpi_{name}_{key}", driver.window


def _openers(page: KpiPage, name: str) -> dict[str, Opener]:
    """Return what opens the dialogs of a view, by the dialog's name."""
    view: Any = page.views[name]
    match name:
        case "overview":
            return {
                "chart_menu": view.chart.more.click,
                "note": partial(view.chart.ask_note, page.day()),
                "campaign_days": view.open_calendar,
                "tiles": view.open_chooser,
                "metrics": view.open_dictionary,
                "own_metric": partial(_open_editor, page),
                "alert_rules": view.alerts.open_rules,
            }
        case "cause":
            return {"periods": view.periods.ask, "action": view.card.side.act.click}
        case "targets":
            return {"target": view.add_target, "sprint": view.start_sprint}
        case "trials":
            return {"items": view.changes.form.items.click}
        case _:
            return {}


def _open_editor(page: KpiPage) -> None:
    """Open the editor of an own metric as the dictionary does."""
    from shopdesk.ui.kpi.metrics.editor import MetricEditor

    state = page.state()
    if state is not None:
        MetricEditor(page.context, state=state, row=None, parent=page).show()
