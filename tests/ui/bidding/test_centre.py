"""The centre of the tab as a whole: cards that hear of the same view, the table of words, templates as documents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.bidding.templates import HOUR_TEMPLATES
from shopdesk.ui.bidding.centre import Centre
from shopdesk.ui.bidding.hours.template_dialog import TemplateDialog
from shopdesk.ui.bidding.plan_view import PlanView
from tests.ui.bidding.plan_views import GIFT, NUTS, plan, plan_view, proposed
from tests.ui.fake_shop import FakeShop, context_of


@pytest.fixture
def shop() -> FakeShop:
    return FakeShop({})


@pytest.fixture
def centre(qtbot: QtBot, shop: FakeShop) -> Centre:
    centre = Centre(context_of(shop))
    qtbot.addWidget(centre)
    centre.changed.connect(shop.push)
    centre.resize(810, 590)
    centre.set_view(plan_view())
    centre.show()
    return centre


def test_that_the_centre_fits_a_small_window(centre: Centre) -> None:
    assert centre.minimumSizeHint().height() <= 594


def test_that_words_take_less_room_in_a_low_window_and_say_no_less(qtbot: QtBot, centre: Centre) -> None:
    left = plan_view(proposal=replace(proposed(), left={GIFT: 30.0}))
    centre.set_view(left)
    strip, note = centre.words.strip, centre.words.note
    centre.fit(900)
    high = strip.sizeHint().height()
    assert note.isVisibleTo(centre.words)
    said = note.text()
    centre.fit(500)
    assert strip.sizeHint().height() <= high
    assert not note.isVisibleTo(centre.words)
    assert said in centre.words.subtitle_label.text()


def test_that_the_table_of_words_opens_at_the_word_that_was_clicked_and_closes(centre: Centre) -> None:
    centre.words.strip.chosen.emit(GIFT)
    assert centre.table.isVisible()
    assert centre.find_target() is centre.table.panel.view
    row = centre.table.panel.model.row_of_key(GIFT)
    assert centre.table.panel.view.currentIndex().row() == row
    centre.table.back.click()
    assert centre.hours.isVisible()


def test_that_an_edit_in_the_table_is_shown_there_and_in_the_strip(centre: Centre) -> None:
    view = plan_view()

    def keep(fields: dict[str, Any], _name: str) -> None:
        assert view.plan is not None
        centre.set_view(replace(view, plan=replace(view.plan, **fields)))

    centre.edited.connect(keep)
    centre.show_table()
    model = centre.table.panel.model
    row = model.row_of_key(NUTS)
    assert row is not None
    assert model.setData(model.index(row, model.position("new")), "1.70")
    assert model.text(model.row_of_key(NUTS) or 0, model.position("new")) == "1.70"
    assert centre.words.strip.entries()[0].after == 170


def test_that_the_table_closes_where_the_next_plan_has_no_words(centre: Centre) -> None:
    centre.show_table()
    centre.set_view(plan_view(history=None, model=None, proposal=None, plan=plan(plan_id="q")))
    assert centre.hours.isVisible()


def test_that_cards_with_nothing_new_are_not_drawn_again(centre: Centre, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(centre.regions, "_show", lambda: drawn.append("regions"))
    monkeypatch.setattr(centre.audiences, "_fill", lambda _view: drawn.append("audiences"))
    before = centre._view
    assert before is not None
    assert before.plan is not None
    centre.set_view(replace(before, plan=replace(before.plan, hours=(110, *before.plan.hours[1:]))))
    assert drawn == []
    centre.set_view(replace(before, plan=replace(before.plan, regions={"浙江": 0})))
    assert drawn == ["regions"]


def dialog_of(qtbot: QtBot, shop: FakeShop, view: PlanView) -> TemplateDialog:
    from shopdesk.app.bidding.templates import templates

    dialog = TemplateDialog(templates(shop), view)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.changed.connect(shop.push)
    return dialog


def test_that_a_week_is_kept_named_and_changed_as_a_template(qtbot: QtBot, shop: FakeShop) -> None:
    dialog = dialog_of(qtbot, shop, plan_view())
    dialog.keep_week()
    dialog.name.setText("平日")
    dialog.name.editingFinished.emit()
    dialog.grid.select(0, 0, 0, 1)
    dialog.grid.does.set_to(80)
    (kept,) = shop.rows(HOUR_TEMPLATES).values()
    assert kept.name == "平日"
    assert kept.hours[:3] == (80, 80, 100)
    assert shop.names == [
        "keep template “Week of 坚果”",
        "rename template to “平日”",
        "template “平日”: 80 % in 2 hours",
    ]


def test_that_a_shipped_template_tells_its_cost_and_can_only_be_reset(qtbot: QtBot, shop: FakeShop) -> None:
    dialog = dialog_of(qtbot, shop, plan_view())
    dialog.list.chosen.emit("peaks")
    assert "a tenth less" in dialog.warning.text()
    assert not dialog.remove.isEnabled()
    dialog.grid.select(0, 0, 0, 0)
    dialog.grid.does.set_to(70)
    assert dialog.remove.isEnabled()
    dialog.remove.click()
    assert shop.rows(HOUR_TEMPLATES) == {}
