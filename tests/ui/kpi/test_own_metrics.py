"""A metric of the user's own can be chosen, aimed at, divided and reported wherever a shipped one can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.board import board
from shopdesk.app.kpi.documents import choose_tiles
from shopdesk.app.kpi.reports.model import Ratio, Table
from shopdesk.app.kpi.reports.names import known_names, meaning, named_values
from shopdesk.app.kpi.reports.source import ReportKind
from shopdesk.app.kpi.reports.words import Words
from shopdesk.app.kpi.targets import SprintRow, TargetRow, put_sprint, put_target, sprints_of, targets_of
from shopdesk.app.kpi.trials import ShopChange, put
from shopdesk.app.kpi.user_metrics import UserMetric, drop_metrics, metrics_of, put_metrics
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.metrics import Good
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.segments.view import View as SegmentsView
from shopdesk.ui.kpi.targets.sprint_dialog import SprintDialog
from shopdesk.ui.kpi.targets.tile import TargetTile
from shopdesk.ui.kpi.targets.view import View as TargetsView
from shopdesk.ui.kpi.trials.view import View as TrialsView
from shopdesk.ui.kpi.view import BoardState
from tests.ui.kpi.reports import report_shop
from tests.ui.kpi.reports.report_shop import block, report
from tests.ui.stage import END, Stage

VALUE = UserMetric("own_value", "每百访客成交", "Sales per 100 visitors", "pay_amount / visitors * 100", "money", "up")
SHARE = UserMetric("own_share", "买家占比", "Buyer share", "pay_buyers / visitors", "ratio", "up")
LOSS = UserMetric("own_loss", "未买访客", "Visitors lost", "visitors - pay_buyers", "people", "down")
MAY = TargetRow("own_value", END + timedelta(days=1), END + timedelta(days=31), 300.0)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    formats.set_language("en")
    made = Stage(tmp_path / "坚果 店.shopdesk")
    made.add_shop(days=120)
    made.workspace.apply(put_metrics([VALUE, SHARE, LOSS]))
    yield made
    formats.set_language("zh_CN")
    made.workspace.close()


def state_of(stage: Stage) -> BoardState:
    made = board(stage.workspace, SILENT)
    return BoardState(made, Period.last(days=28, until=END), END, Comparison.PREVIOUS, CampaignCalendar())


def goal_cell(view: TargetsView, column: str) -> str:
    return view.list.model.text(0, view.list.model.position(column))


def targets_view(stage: Stage, qtbot: QtBot) -> TargetsView:
    view = TargetsView(stage.context)
    qtbot.addWidget(view)
    view.show_board(state_of(stage))
    return view


def test_that_a_target_of_an_own_metric_is_projected_like_any_other(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_target(MAY))
    view = targets_view(stage, qtbot)
    assert goal_cell(view, "metric") == "Sales per 100 visitors"
    assert "[" in goal_cell(view, "projected")
    assert "293" in goal_cell(view, "projected")  # 88 yuan a buyer, 30 visitors a buyer
    tile = TargetTile(stage.context)
    qtbot.addWidget(tile)
    stage.workspace.apply(put_target(replace(MAY, start=END, end=END + timedelta(days=9))))
    tile.show_board(state_of(stage))
    assert "Sales per 100 visitors" in tile.accessibleName()


def test_that_another_formula_is_judged_anew_and_a_removed_metric_is_called_so(stage: Stage, qtbot: QtBot) -> None:
    stage.workspace.apply(put_target(MAY))
    view = targets_view(stage, qtbot)
    stage.workspace.apply(put_metrics([replace(VALUE, formula="pay_amount / visitors * 1000")]))
    view.show_board(state_of(stage))
    assert "2,93" in goal_cell(view, "projected")
    stage.workspace.apply(drop_metrics(["own_value"]))
    view.show_board(state_of(stage))
    assert goal_cell(view, "metric") == "removed metric"
    assert "removed" in view.burn_up.sentence.text()
    assert len(targets_of(stage.workspace)) == 1


def test_that_dialogs_offer_own_metrics(stage: Stage, qtbot: QtBot) -> None:
    view = targets_view(stage, qtbot)
    view.add_target()
    offered = view.findChildren(SprintDialog) or [
        child for child in view.children() if type(child).__name__ == "TargetDialog"
    ]
    assert offered[0].what.findData("own_value") >= 0  # type: ignore[union-attr]
    dialog = SprintDialog(
        state_of(stage).board.facts, metrics_of(stage.workspace), start=END, row=SprintRow(END, 14, "冲刺"), parent=view
    )
    names = [dialog.goals.item(row).text() for row in range(dialog.goals.count())]
    assert {"Sales per 100 visitors", "Buyer share", "Visitors lost"} <= set(names)


def test_that_a_sprint_goal_of_a_removed_metric_is_called_so(stage: Stage, qtbot: QtBot) -> None:
    from shopdesk.app.kpi.targets import GoalRow

    stage.workspace.apply(put_sprint(SprintRow(END, 14, "冲刺", (GoalRow("own_gone", (0.1, 0.1)),))))
    view = targets_view(stage, qtbot)
    assert sprints_of(stage.workspace)
    assert view.sprint.model.text(0, view.sprint.model.position("metric")) == "removed metric"


def test_that_segments_divide_own_metrics_whose_parts_the_report_tells(stage: Stage, qtbot: QtBot) -> None:
    dates = [END - timedelta(days=back) for back in range(27, -1, -1)]
    stage.add(
        "shop_source",
        {
            "date": dates * 2,
            "date_end": dates * 2,
            "carrier": ["全店"] * 56,
            "source_1": ["平台流量"] * 56,
            "source_2": ["搜索"] * 28 + ["推荐"] * 28,
            "visitors": [100.0] * 28 + [300.0] * 28,
            "pay_buyers": [5.0] * 28 + [3.0] * 28,
        },
        kind="sycm_shop_source",
    )
    view = SegmentsView(stage.context)
    qtbot.addWidget(view)
    view.show_board(state_of(stage))
    view.show_target("source")
    assert view.metrics.findData("own_loss") >= 0
    assert view.metrics.findData("own_value") < 0  # no money by source
    for name, value, total in (("own_loss", "8,316", "10,976"), ("own_share", "1.00", "2.00")):
        view.show_target(name)
        model = view.table.model
        at = model.position("value")
        cells = {str(model.index(row, 0).data()): str(model.index(row, at).data()) for row in range(2)}
        assert cells["推荐"] == value
        assert view.table.total_row is not None
        assert view.table.total_row.text("value") == total
        assert view.both.table().rows


def test_that_a_change_is_judged_by_own_metrics_in_which_nothing_is_taken_away(stage: Stage, qtbot: QtBot) -> None:
    made = ShopChange("c", "换主图", (END - timedelta(days=29)).isoformat(), "own_share", lift=0.2)
    stage.workspace.apply(put(made))
    view = TrialsView(stage.context)
    qtbot.addWidget(view)
    view.show_board(state_of(stage))
    assert "Buyer share" in view.changes.headline.text()
    figure = view.changes.form.figure
    assert figure.findData("own_value") >= 0
    assert figure.findData("own_loss") < 0
    stage.workspace.apply(drop_metrics(["own_share"]))
    view.show_board(state_of(stage))
    assert view.changes.headline.text() == "No figure to judge by"


def test_that_what_is_better_decides_the_advice_on_an_own_metric(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=120, buyers=100)
    visits = replace(
        SHARE, key="own_visits", zh="访客双份", en="Visitors twice", formula="visitors + visitors", unit="people"
    )
    day = END - timedelta(days=20)
    dates = [END - timedelta(days=119 - place) for place in range(120)]
    came = [1000.0 + 7 * (one.toordinal() % 5) + 600 * (one >= day) for one in dates]
    stage.add("shop_daily", {"date": dates, "date_end": dates, "visitors": came}, kind="sycm_shop_daily_2023")
    advice = {Good.UP: "Keep the change.", Good.DOWN: "go back", Good.CONTEXT: "judge for yourself"}
    view = TrialsView(stage.context)
    qtbot.addWidget(view)
    stage.workspace.apply(put(ShopChange("c", "换主图", day.isoformat(), "own_visits", lift=0.2)))
    for good, words in advice.items():
        stage.workspace.apply(put_metrics([replace(visits, good=good.value)]))
        view.show_board(state_of(stage))
        assert "higher than without" in view.changes.headline.text()
        assert words in view.changes.details.text()


def test_that_own_tiles_are_heads_of_the_reports_with_their_definition(tmp_path: Path, qapp: object) -> None:
    shop = report_shop.fill(Stage(tmp_path / "店.shopdesk"))
    shop.workspace.apply(put_metrics([VALUE, SHARE, LOSS]))
    shop.workspace.apply(choose_tiles(["pay_amount", "own_value", "own_share"]))
    made = report(shop, ReportKind.WEEKLY)
    heads = {one.metric: one for one in made.figures_shown()}
    assert {"own_value", "own_share"} <= heads.keys()
    assert "own_loss" not in heads
    own = heads["own_value"]
    assert own.name == "每百访客成交"
    assert len(own.parts) == 2
    assert own.parts[0].value is not None
    assert own.parts[1].value is not None
    assert own.value == pytest.approx(own.parts[0].value / own.parts[1].value)
    assert next(one for one in made.definitions if one.metric == "own_value").formula == "支付金额 ÷ 访客数 × 100"
    columns = {one.key: one for one in block(made, Table, "detail").columns}
    assert columns["own_share"].ratio == Ratio("pay_buyers", "visitors", 1.0)
    assert columns["own_value"].ratio is None
    values = named_values(made)
    metrics = metrics_of(shop.workspace)
    assert values["shopdesk_own_loss"] is not None  # a template may ask for it, tile or not
    assert set(values) == set(known_names(metrics))
    assert all(meaning(Words("zh_CN"), name, metrics) for name in known_names(metrics))
    shop.workspace.close()
