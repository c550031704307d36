"""The view of trials: what an operator enters and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.board import board
from shopdesk.app.kpi.trials import (
    CHANGES,
    EXPERIMENT_DAYS,
    EXPERIMENTS,
    Experiment,
    ExperimentDay,
    ShopChange,
    days_of,
    put,
    set_days,
)
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.periods import Comparison, Period
from shopdesk.ui.kpi.trials.view import EXPERIMENTS_PART, View
from shopdesk.ui.kpi.view import BoardState
from tests.ui.stage import END, Stage

ITEMS = 7
DAYS = 150
CHANGED = END - timedelta(days=29)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "坚果 店.shopdesk")
    yield made
    made.workspace.close()


def add_items(stage: Stage, *, lift: float) -> None:
    """Daily item reports of seven items; the first one sells more from a day on."""
    draw = np.random.default_rng(2)
    dates = [END - timedelta(days=DAYS - 1 - place) for place in range(DAYS)]
    common = np.cumsum(draw.normal(0, 0.01, DAYS))
    rows: dict[str, list[object]] = {
        name: [] for name in ("date", "date_end", "item_id", "item", "item_visitors", "pay_buyers", "pay_amount")
    }
    for number in range(ITEMS):
        for place, day in enumerate(dates):
            factor = 1 + lift * (number == 0 and day >= CHANGED)
            buyers = float(draw.poisson(60 * np.exp(common[place]) * factor))
            values = (day, day, f"70{number}", f"坚果 {number}", 1500.0, buyers, round(buyers * 8800))
            for name, value in zip(rows, values, strict=True):
                rows[name].append(value)
    stage.add("item_daily", rows, kind="sycm_item_all")


def shown(stage: Stage, qtbot: QtBot) -> View:
    view = View(stage.context)
    qtbot.addWidget(view)
    stage.workspace.subscribe(lambda names: draw(view, stage) if names & View.uses else None)
    draw(view, stage)
    return view


def draw(view: View, stage: Stage) -> None:
    facts = board(stage.workspace, SILENT)
    period = Period.last(days=28, until=END)
    view.show_board(BoardState(facts, period, END, Comparison.PREVIOUS, CampaignCalendar()))


def change(**fields: object) -> ShopChange:
    made = {"change_id": "c", "name": "换主图", "day": CHANGED.isoformat(), "metric": "pay_buyers", "lift": 0.2}
    return ShopChange(**{**made, **fields})  # type: ignore[arg-type]


def experiment(**fields: object) -> Experiment:
    made = {"experiment_id": "e", "name": "主图", "arm_a": "旧", "arm_b": "新", "base": 0.03, "lift": 0.5}
    return Experiment(**{**made, "visitors_a_day": 400.0, "start": "2026-04-01", **fields})  # type: ignore[arg-type]


def test_that_an_empty_view_says_what_goes_there_and_its_verb_adds_an_undoable_change(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.add_shop()
    view = shown(stage, qtbot)
    assert not view.changes.has_entries
    view.changes.empty.action.click()
    assert len(stage.workspace.rows(CHANGES)) == 1
    stage.undo.undo()
    assert not stage.workspace.rows(CHANGES)


def test_that_a_planted_effect_is_answered_first_with_controls_and_placebos_named(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=DAYS)
    add_items(stage, lift=0.5)
    view = shown(stage, qtbot)
    stage.workspace.apply(put(change(items=("700",))))
    assert "higher than without the change" in view.changes.headline.text()
    details = view.changes.details.text()
    assert "坚果 1" in details
    assert "坚果 0" not in details
    assert "Tried where nothing was changed" in details
    assert view.changes.chart.table().rows


def test_that_without_an_effect_leaving_it_alone_is_the_answer(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=DAYS)
    add_items(stage, lift=0.0)
    view = shown(stage, qtbot)
    stage.workspace.apply(put(change(items=("700",), lift=0.3)))
    assert view.changes.headline.text().startswith("No effect of 30 %")
    assert "leaving it as it is costs nothing" in view.changes.details.text()


def test_that_only_shop_data_are_judged_as_a_whole_and_called_weaker(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=DAYS)
    view = shown(stage, qtbot)
    stage.workspace.apply(put(change(items=("700",))))
    assert "not in the data" in view.changes.details.text()
    assert not view.changes.form.items.isEnabled()
    stage.workspace.apply(put(change()))
    assert "Whole shop without controls" in view.changes.details.text()


def test_that_few_days_before_the_change_are_said_with_what_is_needed(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=40)
    view = shown(stage, qtbot)
    stage.workspace.apply(put(change(day=(END - timedelta(days=30)).isoformat())))
    assert view.changes.headline.text() == "Too little data, no judgement"
    assert "28 days are needed" in view.changes.details.text()


def test_that_fields_of_a_change_are_undoable_edits(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=DAYS)
    stage.workspace.apply(put(change()))
    view = shown(stage, qtbot)
    view.changes.form.lift.setValue(35)
    view.changes.form.lift.editingFinished.emit()
    assert next(iter(stage.workspace.rows(CHANGES).values())).lift == 0.35
    stage.undo.undo()
    assert next(iter(stage.workspace.rows(CHANGES).values())).lift == 0.2


def test_that_a_new_test_starts_from_the_shops_own_conversion_and_says_its_days(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    view = shown(stage, qtbot)
    view.show_target(EXPERIMENTS_PART)
    view.experiments.empty.action.click()
    made = next(iter(stage.workspace.rows(EXPERIMENTS).values()))
    assert made.base == pytest.approx(1 / 30, abs=1e-4)
    assert made.visitors_a_day == pytest.approx(3074, abs=10)
    assert view.experiments.plan_note.text().startswith("At your traffic it takes 9 days: 12,")


def test_that_a_hopeless_test_is_refused_before_it_starts(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    stage.workspace.apply(put(experiment(lift=0.05, visitors_a_day=300)))
    view = shown(stage, qtbot)
    view.show_target(EXPERIMENTS_PART)
    assert view.experiments.plan_note.text().startswith("Not worth testing: each version needs 207,909")


def test_that_days_pasted_from_a_spreadsheet_are_one_undoable_step_and_get_an_answer(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.add_shop()
    stage.workspace.apply(put(experiment()))
    view = shown(stage, qtbot)
    view.show_target(EXPERIMENTS_PART)
    QGuiApplication.clipboard().setText("\n".join(["200\t6\t200\t9"] * 13))
    grid = view.experiments.grid.view
    grid.move_to(0, 1)
    grid.actions_.paste()
    assert len(stage.workspace.rows(EXPERIMENT_DAYS)) == 13
    assert view.experiments.headline.text() == "新 is better"
    assert not view.experiments.form.base.isEnabled()
    stage.undo.undo()
    assert not stage.workspace.rows(EXPERIMENT_DAYS)
    assert view.experiments.headline.text() == "Nothing entered yet"


def test_that_days_that_cannot_be_are_left_out_and_named(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    days = [ExperimentDay("e", "2026-04-01", 200, 6, 200, 7), ExperimentDay("e", "2026-04-02", 5, 9, 200, 7)]
    stage.workspace.apply(put(experiment()))
    stage.workspace.apply(set_days([], days))
    view = shown(stage, qtbot)
    view.show_target(EXPERIMENTS_PART)
    assert "04-02" in view.experiments.left_out.text()
    assert view.experiments.cells[1][1].text() == "200"


def test_that_a_wrong_division_of_visitors_voids_the_answer(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    stage.workspace.apply(put(experiment()))
    stage.workspace.apply(set_days([], [ExperimentDay("e", "2026-04-01", 2000, 60, 3000, 150)]))
    view = shown(stage, qtbot)
    view.show_target(EXPERIMENTS_PART)
    assert view.experiments.headline.text() == "No answer: the visitors are not divided as planned"


def test_that_deleting_a_test_takes_its_days_along_and_undo_brings_both_back(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop()
    stage.workspace.apply(put(experiment()))
    stage.workspace.apply(set_days([], [ExperimentDay("e", "2026-04-01", 200, 6, 200, 7)]))
    view = shown(stage, qtbot)
    view.show_target(EXPERIMENTS_PART)
    view.experiments.remove.click()
    assert not stage.workspace.rows(EXPERIMENTS)
    assert not days_of(stage.workspace, "e")
    stage.undo.undo()
    assert len(days_of(stage.workspace, "e")) == 1


def test_that_a_change_on_the_day_of_the_last_data_waits(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=DAYS)
    view = shown(stage, qtbot)
    stage.workspace.apply(put(change(day=(END + timedelta(days=30)).isoformat())))
    assert "after the last day of the data" in view.changes.headline.text()
    assert date.fromisoformat(next(iter(stage.workspace.rows(CHANGES).values())).day) > END


def test_that_a_new_name_shows_in_list_and_chart(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=DAYS)
    view = shown(stage, qtbot)
    stage.workspace.apply(put(change()))
    stage.workspace.apply(put(change(name="新主图")))
    assert view.changes.list.item(0).text() == "新主图"
    assert view.changes.chart.plot.accessibleName().startswith("新主图")


def test_that_a_cancelled_judgement_is_taken_up_again_when_the_change_is_chosen(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=DAYS)
    view = shown(stage, qtbot)
    started: list[str] = []
    jobs = view.changes._job._jobs
    view.changes._job._jobs = Silent(started)
    stage.workspace.apply(put(change()))
    assert view.changes.headline.text() == "Working it out…"
    draw(view, stage)
    assert len(started) == 2  # the facts were joined anew: other facts, another question
    view.changes._job._jobs = jobs
    view.changes.show_change("c")
    assert view.changes.headline.text() != "Working it out…"


class Silent:
    """Jobs that never answer, as cancelled ones do."""

    def __init__(self, started: list[str]) -> None:
        self._started = started

    def start(self, name: str, *_work: object) -> Callable[[], None]:
        self._started.append(name)
        return lambda: None


def test_that_a_change_that_was_taken_back_early_says_so_and_how_to_know(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=DAYS)
    add_items(stage, lift=0.0)
    view = shown(stage, qtbot)
    stage.workspace.apply(put(change(items=("700",), lift=0.05)))
    form = view.changes.form
    assert not form.goes_on.isVisibleTo(form)
    last = CHANGED + timedelta(days=6)
    form.end.setDate(QDate(last.year, last.month, last.day))
    assert stage.workspace.row(CHANGES, ("c",)).last == last
    assert view.changes.headline.text().startswith("Can't tell: the change was over after 7 of")
    assert "make the change again" in view.changes.details.text()
    form.goes_on.click()
    assert stage.workspace.row(CHANGES, ("c",)).last is None
    stage.undo.undo()
    assert stage.workspace.row(CHANGES, ("c",)).last == last


def test_that_a_first_day_after_the_end_takes_the_end_back(stage: Stage, qtbot: QtBot) -> None:
    stage.add_shop(days=DAYS)
    view = shown(stage, qtbot)
    stage.workspace.apply(put(change(end=CHANGED.isoformat())))
    later = CHANGED + timedelta(days=3)
    view.changes.form.day.setDate(QDate(later.year, later.month, later.day))
    row = stage.workspace.row(CHANGES, ("c",))
    assert (row.day, row.end) == (later.isoformat(), "")
