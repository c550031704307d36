"""Pictures of the bids: the proposal taken, what stands behind it, every view, and what opens from the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from shopdesk.ui.bidding.page import CHANGES, PLAN, VIEWS, BiddingPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopdesk.ui.driver import Driver

Picture = tuple[str, "QWidget"]


def bidding_pictures(driver: Driver, page: QWidget) -> Iterator[Picture]:
    """Yield the page with its proposal taken, every view and every menu; all edits are undone at the end."""
    if not isinstance(page, BiddingPage) or page.foresight.outlook is None:
        return
    undo = driver.session.undo
    before = undo.position()
    page.verbs.take()
    driver.settle()
    yield "bidding_taken", driver.window
    yield from _faces(driver, page)
    for name in VIEWS:
        if name == PLAN:
            continue
        driver.show_view(page, name, ("", "") if name == CHANGES else None)
        yield f"bidding_{name}", driver.window
    page.show_view(PLAN)
    yield from _opened(driver, page)
    undo.go_to(before)
    driver.settle()


def _faces(driver: Driver, page: BiddingPage) -> Iterator[Picture]:
    """Yield what stands behind switches and links of the plan, and leave it as it was."""
    side, column = page.desk.side, page.plans
    side.to_evidence.click()
    column.show_part("settings")
    driver.settle()
    yield "bidding_evidence", driver.window
    side.to_forecast.click()
    column.show_part("versions")
    page.desk.centre.show_table()
    driver.settle()
    yield "bidding_words", driver.window
    page.desk.centre.show_cards()


def _opened(driver: Driver, page: BiddingPage) -> Iterator[Picture]:
    """Yield menus and dialogs, and close them again."""
    from shopdesk.ui.bidding.forecast.assumptions import AssumptionsDialog
    from shopdesk.ui.bidding.limits.dialog import LimitsDialog

    money: Any = page.views["money"]
    openers: dict[str, Callable[[], Any]] = {
        "bidding_menu_take": lambda: page.verbs.take_menu(page),
        "bidding_menu_new": page.plans.card.new_menu,
        "bidding_dialog_assumptions": lambda: AssumptionsDialog(
            page.context, study=page.foresight.study, parent=page.window()
        ),
        "bidding_dialog_limits": lambda: LimitsDialog(page.context, "taobao", page.window()),
        "bidding_dialog_budgets": money.stage.budget_dialog,
    }
    for name, opener in openers.items():
        found = opener()
        if found is None:
            continue
        if hasattr(found, "popup"):
            found.popup(page.mapToGlobal(page.rect().center()))
        else:
            found.show()
        driver.settle()
        yield name, found
        found.close()
        found.deleteLater()
    driver.settle()
