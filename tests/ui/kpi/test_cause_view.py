from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.documents import set_quadrant
from shopdesk.app.kpi.actions import ACTIONS, Action, ActionState, new_action, put_action
from shopdesk.app.kpi.board import board
from shopdesk.app.kpi.calendar import shipped
from shopdesk.app.kpi.cause import answer
from shopdesk.app.kpi.notes import DayNote, put_notes
from shopdesk.app.kpi.segments import segments
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.kpi.attribution.explain import Question
from shopdesk.domain.kpi.attribution.explanation import Explanation
from shopdesk.domain.kpi.attribution.method import Method
from shopdesk.domain.kpi.attribution.shown import Division
from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.cause import wording
from shopdesk.ui.kpi.cause.action_dialog import ActionDialog
from shopdesk.ui.kpi.cause.card import CauseCard
from shopdesk.ui.kpi.cause.effect_tree import EFFECT, EffectTree
from shopdesk.ui.kpi.cause.next_steps import NextStep, Place
from shopdesk.ui.kpi.cause.view import View
from shopdesk.ui.kpi.view import BoardState, CauseRequest
from tests.ui.stage import END, Stage

WEEK_BEFORE = END - timedelta(days=7)
CONVERSION = "Conversion"


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    yield made
    made.workspace.close()
    formats.set_language("zh_CN")


def state_of(stage: Stage) -> BoardState:
    period = Period(END - timedelta(days=27), END)
    return BoardState(board(stage.workspace, SILENT), period, END, Comparison.SAME_WEEKDAY, shipped())


def view_of(stage: Stage, qtbot: QtBot) -> View:
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    view.show_board(state_of(stage))
    view.show()
    stage.context.changed.connect(lambda _names: view.show_board(state_of(stage)))
    return view


def add_items(stage: Stage) -> None:
    """Two items over both days of the comparison; most of the buyers of the last day are missing with the first."""
    dates = [WEEK_BEFORE, WEEK_BEFORE, END, END]
    stage.add(
        "item_daily",
        {
            "date": dates,
            "date_end": dates,
            "item_id": ["1", "2"] * 2,
            "item": ["Nuts", "Berries"] * 2,
            "item_visitors": [2000.0, 1000.0, 800.0, 400.0],
            "pay_buyers": [70.0, 30.0, 10.0, 30.0],
            "pay_amount": [616_000, 264_000, 88_000, 264_000],
            "pay_items": [70.0, 30.0, 10.0, 30.0],
        },
        kind="sycm_item",
    )


def test_that_the_last_day_is_explained_against_the_same_weekday(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    view = view_of(stage, qtbot)
    found, on_screen = view.card.found, view.card.on_screen
    assert found is not None
    assert on_screen is not None
    assert (found.before.period.start, found.after.period.start) == (WEEK_BEFORE, END)
    assert sum(one.steps for one in on_screen.factors) == on_screen.total == 40 * 8800 - round(found.value_before * 100)
    assert view.card.sum.text().endswith("yuan, the difference")
    assert "▼" in view.card.subtitle_label.text()
    assert view.card.chip.text() == "difference beyond chance"


def test_that_the_waterfall_ends_where_its_steps_lead(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    bars = view_of(stage, qtbot).card.waterfall.bars
    assert bars[0].value + sum(bar.value for bar in bars[1:-1]) == pytest.approx(bars[-1].value)


def test_that_another_view_asks_for_metric_and_days(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    view = view_of(stage, qtbot)
    before, after = Period(END - timedelta(days=13), WEEK_BEFORE), Period(END - timedelta(days=4), END)
    view.show_target(CauseRequest("pay_cvr", before, after))
    found = view.card.found
    assert found is not None
    assert (found.metric.name, found.before.period, found.after.period) == ("pay_cvr", before, after)
    assert view.metric_choice.currentData() == "pay_cvr"


def test_that_the_largest_factor_is_open_with_its_segments(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    add_items(stage)
    view = view_of(stage, qtbot)
    tree = view.card.tree
    open_ones = [k for k in range(tree.topLevelItemCount()) if tree.topLevelItem(k).isExpanded()]
    assert open_ones == [tree.largest()]
    branch = tree.topLevelItem(open_ones[0])
    names = [branch.child(i).text(0) for i in range(branch.childCount())]
    assert "Nuts" in names
    steps = view.card.on_screen.factors[open_ones[0]]
    assert sum(part.steps for part in steps.parts) == steps.steps


def test_that_the_whole_can_be_divided_by_its_segments(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    add_items(stage)
    card = view_of(stage, qtbot).card
    places = {card.division.itemText(place): place for place in range(card.division.count())}
    card.division.activated.emit(places["Whole by item"])
    assert [bar.name for bar in card.waterfall.bars[1:3]] == ["Nuts", "Berries"]
    assert card.method.currentText() == "Differences"
    assert sum(one.steps for one in card.on_screen.terms) == card.on_screen.total


def test_that_the_tree_is_copied_with_every_line(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    add_items(stage)
    view = view_of(stage, qtbot)
    view.card.tree.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["Factor · segment", "04-23", "04-30", "yuan"]
    assert any(line.startswith("Visitors · Nuts") for line in lines)


def test_that_reports_for_a_further_division_are_named(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    assert "Traffic sources" in view_of(stage, qtbot).card.note.text()


def test_that_a_metric_without_figures_says_what_to_import(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    view = view_of(stage, qtbot)
    view.show_metric("ad_cost")
    assert view.card.found is None
    assert "Ad spend" in view.card.lack.text()
    with qtbot.waitSignal(stage.context.import_requested):
        view.card.get_data.click()


def test_that_a_shop_with_few_buyers_is_told_that_nothing_can_be_said(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(buyers=4, last=1)
    view = view_of(stage, qtbot)
    assert view.card.chip.text() == "too few to say"


def test_that_chain_substitution_names_its_order_and_another_can_be_chosen(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    view = view_of(stage, qtbot)
    view.card.choose_method(Method.SUBSTITUTION)
    assert "Order: Visitors → Conversion → Per buyer" in view.card.note.text()
    view.card.choose_order(("aov", "pay_cvr", "visitors"))
    assert "Order: Per buyer → Conversion → Visitors" in view.card.note.text()


def test_that_notes_stand_beside_the_cause_and_never_in_it(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    stage.workspace.apply(put_notes([DayNote("n", END, "new main image")]))
    view = view_of(stage, qtbot)
    assert "new main image" in view.card.side.beside.text()
    assert "new main image" not in view.card.sentence.text()


def test_that_a_next_step_leads_to_its_tab(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    view = view_of(stage, qtbot)
    with qtbot.waitSignal(stage.context.page_requested) as asked:
        view.card.side.place_wanted.emit(NextStep(Place.BIDDING))
    assert asked.args == ["bidding", None]


def test_that_a_cause_becomes_an_action_in_one_step_that_can_be_undone(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    view = view_of(stage, qtbot)
    view.card.side.act.click()
    dialog = view.findChild(ActionDialog)
    assert dialog is not None
    assert not dialog.store.isEnabled()
    assert dialog.reason.toPlainText() == view.card.sentence.text()
    dialog.title.setText("extend the coupon")
    dialog.owner.setText("Lin")
    dialog.accept()
    (stored,) = stage.workspace.rows(ACTIONS).values()
    assert (stored.title, stored.owner, stored.metric, stored.due) == (
        "extend the coupon",
        "Lin",
        "pay_amount",
        END + timedelta(days=7),
    )
    assert view.action_list.grid.isVisible()
    stage.undo.undo()
    assert not stage.workspace.rows(ACTIONS)
    assert view.action_list.empty.isVisible()


def carried_out(stage: Stage, days_ago: int) -> Action:
    started = END - timedelta(days=days_ago)
    return new_action("pay_cvr", title="new image", state=ActionState.DONE, started=started)


def test_that_an_action_carried_out_is_judged_with_its_chance(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    stage.workspace.apply(put_action(carried_out(stage, 6)))
    view = view_of(stage, qtbot)
    view.show_metric("pay_cvr")
    text = view.action_list.grid.model.text(0, 5)
    assert text.startswith("can't tell")
    assert "04-24 – 04-30 against 04-17 – 04-23" in text


def test_that_the_language_can_change_under_an_explanation(stage: Stage, qtbot: QtBot, qapp) -> None:
    from shopdesk.ui import language

    stage.add_shop(last=40)
    add_items(stage)
    view = view_of(stage, qtbot)
    try:
        language.apply(qapp, "zh_CN")
        qapp.processEvents()
        assert view.card.title_label.text() == "归因"
        assert "与差额一致" in view.card.sum.text()
        assert view.card.tree.headerItem().text(0) == "因素 · 明细"
    finally:
        language.apply(qapp, "en")


def test_that_segments_are_read_once_until_other_imports_count(stage: Stage) -> None:
    stage.add_shop()
    add_items(stage)
    first = segments(stage.workspace, SILENT)
    assert segments(stage.workspace, SILENT) is first
    stage.add_words([("nuts", "plan", 10.0, 5.0, 1.0)])
    assert segments(stage.workspace, SILENT) is not first


def test_that_a_low_card_keeps_the_sum_and_leaves_the_rest_to_the_tip(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    card = CauseCard(stage.context, compact=True)
    qtbot.addWidget(card)
    before, after = Period(WEEK_BEFORE, WEEK_BEFORE), Period(END, END)
    card.show_cause(state_of(stage), metric=BOARD["pay_amount"], before=before, after=after)
    card.show()
    assert card.sum.isVisible()
    assert not card.sentence.isVisible()
    assert card.sentence.text() in card.sum.toolTip()


def test_that_a_change_of_spend_names_the_plan_and_can_be_divided_by_words(stage: Stage, qtbot: QtBot) -> None:
    dates = [WEEK_BEFORE, WEEK_BEFORE, END, END]
    figures = {
        "date": dates,
        "date_end": dates,
        "impressions": [3000.0, 1500.0, 3000.0, 1500.0],
        "clicks": [100.0, 50.0, 100.0, 50.0],
        "cost": [10_000, 5_000, 30_000, 5_000],
    }
    stage.add("ad_campaign", {**figures, "campaign": ["Rivals", "Own"] * 2}, kind="wxt_campaign")
    stage.add("ad_keyword", {**figures, "keyword": ["rival word", "own word"] * 2}, kind="wxt_keyword")
    found = answer(
        stage.workspace,
        state_of(stage).board.facts,
        Question(BOARD["ad_cost"], Period(WEEK_BEFORE, WEEK_BEFORE), Period(END, END)),
        calendar=shipped(),
        segments=segments(stage.workspace, SILENT),
    ).found
    assert isinstance(found, Explanation)
    text = wording.sentence(found)
    assert "Rivals +200" in text
    assert "rival word" in wording.sentence(found, division=Division("keyword"))
    assert [wording.dimension_name(name) for name in found.dimensions()][:2] == ["plan", "keyword"]


def add_item_sources(stage: Stage) -> None:
    """The two items of ``add_items`` by the source their visitors came from."""
    dates = [WEEK_BEFORE] * 4 + [END] * 4
    stage.add(
        "item_source",
        {
            "date": dates,
            "date_end": dates,
            "item_id": ["1", "1", "2", "2"] * 2,
            "item": ["Nuts", "Nuts", "Berries", "Berries"] * 2,
            "source_1": ["Platform"] * 8,
            "source_2": ["Search", "Feed"] * 4,
            "visitors": [1500.0, 500.0, 600.0, 400.0, 500.0, 300.0, 250.0, 150.0],
            "pay_buyers": [50.0, 20.0, 20.0, 10.0, 6.0, 4.0, 20.0, 10.0],
            "pay_amount": [440_000, 176_000, 176_000, 88_000, 53_000, 35_000, 176_000, 88_000],
        },
        kind="sycm_item_source",
    )


def line_of(tree: EffectTree, *names: str) -> QTreeWidgetItem:
    """The line that names lead to: the beginning of each name, from a factor inwards."""
    lines = [tree.topLevelItem(k) for k in range(tree.topLevelItemCount())]
    for depth, name in enumerate(names):
        found = next(line for line in lines if line.text(0).startswith(name))
        if depth == len(names) - 1:
            return found
        lines = [found.child(k) for k in range(found.childCount())]
    raise AssertionError(names)


def number(text: str) -> float:
    return float(text.replace("−", "-").replace("+", "").replace(",", ""))


def test_that_a_segment_is_divided_further_and_its_parts_add_up_to_what_it_shows(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    add_items(stage)
    add_item_sources(stage)
    tree = view_of(stage, qtbot).card.tree
    nuts = line_of(tree, CONVERSION, "Nuts")
    tree.setCurrentItem(nuts)
    nuts.setExpanded(True)
    assert nuts.text(0) == "Nuts by source"
    assert [nuts.child(k).text(0) for k in range(2)] == ["Search", "Feed"]
    parts = [number(nuts.child(k).text(EFFECT)) for k in range(nuts.childCount())]
    assert round(sum(parts), 2) == number(nuts.text(EFFECT))


def test_that_what_was_divided_further_stands_in_the_copied_table(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    add_items(stage)
    add_item_sources(stage)
    tree = view_of(stage, qtbot).card.tree
    tree.setCurrentItem(line_of(tree, CONVERSION, "Nuts"))
    assert tree.offered() == ("source",)
    tree.divide_current("source")
    names = [row[0] for row in tree.table().rows]
    assert f"{CONVERSION} · Nuts · Search" in names


def test_that_a_segment_no_report_divides_has_no_branch_and_no_menu(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    add_items(stage)
    card = view_of(stage, qtbot).card
    nuts = line_of(card.tree, CONVERSION, "Nuts")
    card.tree.setCurrentItem(nuts)
    assert nuts.childIndicatorPolicy() != QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator
    assert not card.further.isEnabled()


def test_that_what_ads_cost_is_told_by_quadrant_and_follows_a_label_set_by_hand(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    dates = [WEEK_BEFORE] * 2 + [END] * 2
    cost = {"cost": [30_000, 5_000, 20_000, 25_000], "clicks": [300.0, 50.0, 200.0, 250.0]}
    span = {"date": dates, "date_end": dates}
    stage.add("ad_campaign", {**span, "campaign": ["Plan A", "Plan B"] * 2, **cost}, kind="wxt_campaign")
    stage.add("ad_keyword", {**span, "keyword": ["nuts", "berries"] * 2, **cost}, kind="wxt_keyword")
    view = view_of(stage, qtbot)
    for word, quadrant in (("nuts", Quadrant.CATEGORY), ("berries", Quadrant.COMPETITOR)):
        stage.context.push(set_quadrant([word], quadrant), "label")
    view.show_metric("ad_cost")
    view.card.choose_division(Division("quadrant", whole=True))
    whole = view.card.tree.topLevelItem(0)
    lines = {whole.child(k).text(0): number(whole.child(k).text(EFFECT)) for k in range(whole.childCount())}
    assert lines == {"Competitor": 200.0, "Category": -100.0}


def test_that_a_factor_names_the_reports_and_files_behind_its_sums(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    tip = view_of(stage, qtbot).card.tree.topLevelItem(0).toolTip(0)
    assert f"data as of {END}" in tip
    assert "sycm_shop" in tip


def test_that_the_sentences_tell_formula_and_files_behind_them(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(last=40)
    card = view_of(stage, qtbot).card
    for widget in (card.side.largest, card.sentence, card.sum):
        assert widget.text()
        assert widget.toolTip().startswith(card.sentence.text() if widget is card.sum else widget.text())
        assert "Sales: sum over the days" in widget.toolTip()
        assert "sycm_shop_daily_2023.xlsx" in widget.toolTip()
