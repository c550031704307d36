"""The dialog of stacking rules and lowest prices: it edits a copy and marks what nobody checked."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from shopdesk.app.promotions.floors import ARTICLE_FLOORS, SHOP_FLOOR
from shopdesk.app.promotions.stacking import STACKINGS, stacking_of
from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.domain.promotions.design import OfferKind
from shopdesk.domain.promotions.floors import FloorKind, FloorRule
from shopdesk.domain.promotions.offers import Base
from shopdesk.domain.promotions.policy import TieBreak
from shopdesk.domain.promotions.rounding import Allocation, Rounding
from shopdesk.domain.promotions.stacking_edits import set_pair, unchecked
from shopdesk.ui.grid import Action, CellEdit, EditBatch
from shopdesk.ui.promotions.design_view import DesignView
from shopdesk.ui.promotions.stacking import dialog as module
from shopdesk.ui.promotions.stacking.dialog import FLOORS, RulesDialog, edit_rules
from shopdesk.ui.promotions.stacking.fields import RuleChoice
from tests.ui.fake_shop import FakeShop, context_of

TAOBAO = stacking_of("taobao")
GOODS = (Goods("A", "每日坚果", 8_900, 2_000, 5), Goods("B", "夏威夷果", 5_990, None, 9))


def opened(qtbot: QtBot, *, goods: tuple[Goods, ...] = GOODS, rule: FloorRule | None = None) -> RulesDialog:
    dialog = RulesDialog(TAOBAO, TAOBAO, rule or FloorRule(), {}, goods, platform="Taobao")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(field: RuleChoice, key: str) -> None:
    field.setCurrentIndex(field.findData(key))
    field.activated.emit(field.currentIndex())


def test_that_what_nobody_checked_is_marked_until_it_is_confirmed(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    total = unchecked(TAOBAO)
    assert dialog.chip.text() == f"{total} rules to check"
    row = dialog.stages.rows[1]
    assert row.mark.text() == "please check"
    row.mark.click()
    assert row.mark.text() == "✓ checked"
    assert not row.mark.isEnabled()
    dialog.confirm.click()
    assert all("check" not in cell.text() for cell in dialog.pairs.cells.values())
    assert unchecked(dialog.stacking) == len(TAOBAO.stages) - 1
    for one in dialog.stages.rows:
        one.mark.click()
    assert dialog.chip.isHidden()
    assert dialog.stacking.policy() == TAOBAO.policy()


def test_that_every_part_of_a_stage_can_be_set(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    row = dialog.stages.rows[2]
    choose(row.rule, "")
    choose(row.base, Base.CURRENT.value)
    row.share.setValue(40)
    row.share.editingFinished.emit()
    row.lowers.click()
    stage = dialog.stacking.stages[2]
    assert (stage.rule, stage.base, stage.shop_percent, stage.lowers_base) == (None, Base.CURRENT, 40, True)
    row.down.click()
    assert dialog.stacking.stages[3].key == stage.key
    assert dialog.stages.rows[3].share.value() == 40


def test_that_tools_move_by_the_menu_and_an_impossible_order_is_told(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    menu = dialog.stages.kinds_menu(1)
    action = menu.actions()[list(OfferKind).index(OfferKind.COUPON)]
    assert not action.isChecked()
    action.trigger()
    assert dialog.stacking.stage_of(OfferKind.COUPON).key == TAOBAO.stages[1].key
    assert dialog.store.isEnabled()
    dialog.stages.rows[0].down.click()
    assert dialog.problem.isVisible()
    assert dialog.problem.text()
    assert not dialog.store.isEnabled()
    dialog.reset.click()
    assert dialog.stacking == TAOBAO
    assert dialog.problem.isHidden()
    assert dialog.store.isEnabled()


def test_that_stages_are_added_named_filled_and_taken_out(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    count = len(TAOBAO.stages)
    dialog.stages.add.click()
    row = dialog.stages.rows[count]
    row.name.setText("会员日")
    row.name.editingFinished.emit()
    kinds = list(OfferKind)
    dialog.stages.kinds_menu(count).actions()[kinds.index(OfferKind.RED_PACKET)].trigger()
    new = dialog.stacking.stages[-1]
    assert (new.zh, new.en, new.kinds) == ("会员日", "会员日", (OfferKind.RED_PACKET,))
    assert dialog.store.isEnabled()
    assert dialog.pairs.cells[0, count].isVisible()
    dialog.pairs.cells[0, count].click()
    row.up.click()
    assert dialog.stacking.stages[-2].key == new.key
    dialog.stages.rows[count - 1].remove.click()
    assert [stage.key for stage in dialog.stacking.stages] == [stage.key for stage in TAOBAO.stages]
    assert dialog.stacking.stage_of(OfferKind.RED_PACKET).key == TAOBAO.stages[-2].key
    assert dialog.store.isEnabled()
    assert not dialog.pairs.cells[0, count].isVisible()


def test_that_a_pair_is_switched_by_a_click(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    cell = dialog.pairs.cells[1, 2]
    assert cell.text() == "✓ together · check"
    cell.click()
    assert cell.text() == "✕ apart"
    assert not dialog.stacking.pair(TAOBAO.stages[1].key, TAOBAO.stages[2].key).together


def test_that_rounding_odd_fen_steps_and_ties_are_set(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    form = dialog.settling
    choose(form.rounding, Rounding.DOWN.value)
    choose(form.allocation, Allocation.FLOOR_REST_FIRST.value)
    assert form.example.text().endswith("3.34 + 3.33 + 3.33")
    form.steps.setValue(0)
    choose(form.ties[0], TieBreak.EXPIRY.value)
    choose(form.ties[2], "")
    rules = dialog.stacking
    assert (rules.percent_rounding, rules.allocation) == (Rounding.DOWN, Allocation.FLOOR_REST_FIRST)
    assert rules.most_steps is None
    assert rules.tie_break == (TieBreak.EXPIRY, TieBreak.THRESHOLD)
    assert not form.ties[3].isEnabled()


def test_that_a_rule_gives_floors_and_articles_without_a_cost_are_told(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.show_part(FLOORS)
    panel = dialog.floors
    assert panel.missing.isHidden()
    choose(panel.kind, FloorKind.MARGIN.value)
    panel.margin.setValue(20)
    frame = panel.grid.model.frame
    assert frame.keys == ["B", "A"]  # what lacks a cost stands first
    assert [frame.value("floor", row) for row in range(2)] == [None, 2_500]
    assert panel.missing.text().startswith("1 of 2 articles have no cost")
    panel.grid.edited.emit(EditBatch(Action.TYPE, (CellEdit("B", "own", None, 3_000),)))
    assert panel.missing.isHidden()
    assert (dialog.rule, dialog.own) == (FloorRule(FloorKind.MARGIN, 200), {"B": 3_000})
    panel.grid.edited.emit(EditBatch(Action.TYPE, (CellEdit("B", "own", 3_000, None),)))
    assert dialog.own == {}


def test_that_a_missing_cost_list_can_be_imported_from_here(qtbot: QtBot) -> None:
    dialog = opened(qtbot, rule=FloorRule(FloorKind.COST))
    dialog.show_part(FLOORS)
    with qtbot.waitSignal(dialog.import_wanted):
        dialog.floors.mend.click()
    assert dialog.isHidden()


@pytest.fixture
def accepted(monkeypatch: pytest.MonkeyPatch) -> type[RulesDialog]:
    """A dialog in which a pair is switched and a floor is set before it is closed with its verb."""

    class Edited(RulesDialog):
        def exec(self) -> int:
            self.take(set_pair(self.stacking, "shop", "coupon", together=False))
            self.floors.show_floors(FloorRule(FloorKind.COST), {"A": 1_990})
            return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(module, "RulesDialog", Edited)
    return Edited


@pytest.mark.usefixtures("accepted")
def test_that_all_edits_are_one_step_and_the_same_again_is_none(qtbot: QtBot) -> None:
    shop = FakeShop({})
    context = context_of(shop)
    edit_rules(context, "taobao", GOODS)
    assert shop.names == ["Rules of Taobao / Tmall"]
    assert len(shop.rows(STACKINGS)) == len(shop.rows(SHOP_FLOOR)) == len(shop.rows(ARTICLE_FLOORS)) == 1
    edit_rules(context, "taobao", GOODS)
    assert len(shop.names) == 1
    shop.undo()
    assert not shop.rows(STACKINGS)
    assert not shop.rows(SHOP_FLOOR)
    assert not shop.rows(ARTICLE_FLOORS)


def test_that_the_link_in_design_opens_the_rules_of_the_platform_chosen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(module, "edit_rules", lambda _context, key, *_rest: asked.append(key))
    shop = FakeShop({})
    view = DesignView(context_of(shop))
    shop.listener = lambda _names: view.refresh()
    qtbot.addWidget(view)
    view.refresh()
    view.platform.setCurrentIndex(view.platform.findData("jd"))
    view.platform.activated.emit(view.platform.currentIndex())
    view.rules.click()
    assert asked == ["jd"]
    assert shop.names == ["Rules of JD"]
    shop.undo()
    assert view.platform.currentData() == "taobao"
