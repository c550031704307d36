"""Pictures of the offers: candidates side by side, every view, and what opens from the design."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from shopdesk.domain.promotions.ladder import is_amount_ladder
from shopdesk.ui.promotions.page import DESIGN, VIEWS, PromotionsPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopdesk.ui.driver import Driver

Picture = tuple[str, "QWidget"]
_DEARER: Final = (2_000, 5_000)
"""How much further the steps of the other candidates lie, fen."""


def promotions_pictures(driver: Driver, page: QWidget) -> Iterator[Picture]:
    """Yield every view of the offers, with candidates beside one another, and what opens; all edits are undone."""
    if not isinstance(page, PromotionsPage):
        return
    for name in VIEWS:
        driver.show_view(page, name)
        if name != DESIGN:
            yield f"promotions_{name}", driver.window
    page.show_view(DESIGN)
    driver.settle()
    undo = driver.session.undo
    before = undo.position()
    offer = page.design.result.state().offer
    if offer is not None and is_amount_ladder(offer):
        for further in _DEARER:
            steps = tuple(replace(step, minimum=step.minimum + further) for step in offer.steps)
            page.design.add_rival(steps=steps)
            driver.settle()
        yield "promotions_candidates", driver.window
        yield from _opened(driver, page)
    undo.go_to(before)
    driver.settle()


def _opened(driver: Driver, page: PromotionsPage) -> Iterator[Picture]:
    """Yield the dialogs of the design, and close them again."""
    design = page.design
    openers: dict[str, Callable[[], None]] = {
        "aim": design.asking.change_aim,
        "assumed": design.asking.change_belief,
        "compare": design.asking.compare,
        "finder": design.asking.find_ladder,
    }
    for name, opener in openers.items():
        opener()
        dialog: Any = design.asking.dialog
        if dialog is None:
            continue
        if name == "finder":
            dialog.search()
        driver.settle()
        yield f"promotions_dialog_{name}", dialog
        dialog.close()
        driver.settle()
    for name, dialog in _edited(driver, page):
        dialog.show()
        driver.settle()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()
    driver.settle()


def _edited(driver: Driver, page: PromotionsPage) -> Iterator[Picture]:
    """Yield the dialogs that edit the offer shown and the rules of its platform."""
    from shopdesk.app.promotions.stacking import platform_of
    from shopdesk.ui.promotions.goods_picker import GoodsPicker
    from shopdesk.ui.promotions.stacking.dialog import FLOORS, SETTLING, STAGES, rules_dialog
    from shopdesk.ui.promotions.terms_dialog import TermsDialog

    offer, workspace = page.design.result.state().offer, driver.session.workspace
    if offer is None or workspace is None:
        return
    goods, window = page.design.goods(), driver.window
    yield "promotions_dialog_goods", GoodsPicker(goods, offer.skus, may_all=True, parent=window)
    yield "promotions_dialog_limits", TermsDialog(offer, goods, {}, parent=window)
    for part in (STAGES, SETTLING, FLOORS):
        dialog = rules_dialog(workspace, platform_of(workspace), goods, window)
        dialog.show_part(part)
        yield f"promotions_dialog_rules_{part}", dialog
