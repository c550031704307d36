"""The forecast panel: the answer in words, figures rounded to what is known, nothing written as a number that isn't."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.domain.bidding.forecast.model import Answer, Metric, Range
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.propose.settings import Strength
from shopdesk.ui.bidding.forecast import words
from shopdesk.ui.bidding.forecast.alone import part_text
from shopdesk.ui.bidding.forecast.card import ForecastPanel
from shopdesk.ui.bidding.forecast.state import Compared, ForecastState, WhatIf
from tests.ui.bidding.forecasts import curve, forecast, nothing_known, without_margin


@pytest.fixture
def panel(qtbot: QtBot) -> ForecastPanel:
    panel = ForecastPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 620)
    panel.show()
    return panel


def shown(panel: ForecastPanel) -> str:
    return "\n".join(line.text() for line in panel.lines if line.isVisible())


def test_that_the_answer_comes_first_with_chance_gain_and_interval(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(forecast(), curve(), can_take=True))
    assert "80 %" in panel.lines[0].text()
    assert "+265" in panel.lines[1].text()
    assert "−140" in panel.lines[2].text()
    assert "+670" in panel.lines[2].text()
    assert panel.rows.isVisible()
    assert panel.take.isVisible()


@pytest.mark.parametrize("answer", [Answer.KEEP, Answer.CANNOT_TELL])
def test_that_keeping_and_not_knowing_are_answers_in_words(panel: ForecastPanel, answer: Answer) -> None:
    panel.show_state(ForecastState(forecast()))
    better = panel.lines[0].text()
    panel.show_state(ForecastState(forecast(answer)))
    assert panel.lines[0].text() != better
    assert panel.rows.isVisible()


def test_that_without_data_the_reasons_stand_in_place_of_figures(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(nothing_known(), notes=("Import the keyword report.",)))
    assert not panel.rows.isVisible()
    assert not panel.curve.isVisible()
    assert "Import the keyword report." in panel.reasons.text()
    assert panel.reasons.isVisible()
    assert "nan" not in shown(panel).lower()


def test_that_a_margin_is_not_asked_for_where_orders_are_what_is_missing(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(replace(without_margin(), answer=Answer.NO_DATA)))
    assert panel.lines[0].text() == "Too few data: no judgement yet."


def test_that_a_figure_too_wide_for_its_column_is_written_in_short_and_never_cut(panel: ForecastPanel) -> None:
    plain = forecast()
    large = Range(4e12, 4_277_703_799_200.0, 4.3e12)
    panel.show_state(ForecastState(plain))
    assert panel.rows.figures(Metric.REVENUE) == ("4,784", "4,784")
    panel.show_state(ForecastState(replace(plain, new={**plain.new, Metric.REVENUE: large})))
    old, new = panel.rows.figures(Metric.REVENUE)
    assert old == "4,784"
    assert new.startswith("427.8 ") or new == "42.8B"


def test_that_without_a_margin_rows_stand_and_the_answer_asks_for_it(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(without_margin(), curve()))
    assert panel.rows.isVisible()
    assert "argin" in panel.lines[0].text()
    assert not panel.lines[1].isVisible()


def test_that_an_unknown_row_is_a_dash_and_never_nan(panel: ForecastPanel) -> None:
    made = without_margin()
    panel.show_state(ForecastState(made))
    table = panel.rows.table()
    texts = [table.text(row, column) for row in range(len(table.rows)) for column in range(len(table.columns))]
    assert "nan" not in " ".join(texts).lower()
    assert texts[-6:] == ["—"] * 6
    assert words.amount(Metric.ROI, math.nan) == "—"


def test_that_gains_are_written_no_finer_than_they_are_known() -> None:
    assert words.gain_text(26_512, Range(-14_000, 26_512, 67_000)) == "+265"
    assert words.gain_text(2_651_234, Range(-9_000_000, 2_651_234, 9_000_000)) == "+26,500"


def test_that_every_figure_tells_its_formula_and_where_it_comes_from(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(forecast(), behind=("Source: ads report, data as of 2026-06-22",)))
    tip = panel.rows.tip(Metric.PROFIT)
    assert "×" in tip
    assert "data as of 2026-06-22" in tip
    assert "321" in tip


def test_that_the_curve_has_a_table_twin_and_reads_out_by_keys(panel: ForecastPanel, qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    panel.show_state(ForecastState(forecast(), curve(), what_if=WhatIf(daily_budget=16_000)))
    assert len(panel.curve.table().rows) == len(curve().points)
    qtbot.keyClick(panel.curve, Qt.Key.Key_Right)
    assert "160" in panel.curve.accessibleDescription()


def test_that_a_slider_tries_while_it_moves_and_keeps_when_it_is_let_go(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(forecast(), what_if=WhatIf(16_000, 200, usual_spend=15_000, usual_cpc=140)))
    tried: list[WhatIf] = []
    kept: list[tuple[str, object]] = []
    panel.sliders.moved.connect(tried.append)
    panel.sliders.settled.connect(lambda field, value, _name: kept.append((field, value)))
    slider = panel.sliders.budget
    slider.setSliderDown(True)
    slider.setValue(10)
    slider.setValue(20)
    assert len(tried) == 2
    assert not kept
    slider.setSliderDown(False)
    assert kept == [("daily_budget", tried[-1].daily_budget)]


def test_that_typed_figures_count_at_once_and_nothing_means_no_limit(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(forecast(), what_if=WhatIf(16_000, 200)))
    kept: list[tuple[str, object]] = []
    panel.sliders.settled.connect(lambda field, value, _name: kept.append((field, value)))
    panel.sliders.cpc_field.setValue(1.85)
    panel.sliders.cpc_field.editingFinished.emit()
    panel.sliders.cpc_field.setValue(0)
    panel.sliders.cpc_field.editingFinished.emit()
    panel.sliders.strength.setValue(2)
    assert kept == [("most_cpc", 185), ("most_cpc", None), ("strength", Strength.HIGH)]


def test_that_an_unknown_margin_asks_for_itself(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(what_if=WhatIf(16_000)))
    assert panel.sliders.margin_field.text() == panel.sliders.margin_field.specialValueText() != ""
    panel.show_state(ForecastState(what_if=WhatIf(16_000, reported_margin=0.42)))
    assert panel.sliders.margin_field.value() == 42


def test_that_no_margin_at_all_can_be_said_and_an_empty_field_takes_it_back(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(forecast(), what_if=WhatIf(16_000, reported_margin=0.42)))
    kept: list[tuple[str, object]] = []
    panel.sliders.settled.connect(lambda field, value, _name: kept.append((field, value)))
    field = panel.sliders.margin_field
    field.setValue(0)
    field.editingFinished.emit()
    assert field.text() == "0.0 %"
    field.lineEdit().clear()
    field.interpretText()
    field.editingFinished.emit()
    assert kept == [("margin", 0.0), ("margin", None)]
    assert field.value() == 42, "what orders and costs say"


def test_that_the_turning_point_is_the_best_budget_that_is_said(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(forecast(), curve()))
    shown = panel.curve._curve
    assert shown is not None
    assert shown.best is not None
    assert shown.diminishing == shown.best.median == 13_000


def test_that_the_proposal_is_named_where_nothing_is_set_yet(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(forecast(), compared=Compared.PROPOSAL))
    assert "roposal" in panel.lines[0].text()


def test_that_the_curve_stays_near_what_is_spent_and_best(panel: ForecastPanel) -> None:
    def furthest() -> float:
        return max(point.daily_budget for point in panel.curve.points())

    panel.show_state(ForecastState(forecast(), replace(curve(), best=None), what_if=WhatIf(usual_spend=8_000)))
    assert furthest() == 12_000
    panel.show_state(ForecastState(forecast(), curve(), what_if=WhatIf(usual_spend=8_000)))
    assert furthest() == 24_000, "the best budget with its range stays in sight"


def test_that_without_a_plan_there_is_nothing_to_turn_or_export(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(has_plan=False))
    assert panel.lines[0].text()
    assert not panel.export.isVisible()
    assert not panel.sliders.isVisible()
    panel.show_state(ForecastState(forecast()))
    assert panel.export.isVisible()


def test_that_a_proposal_that_its_own_forecast_does_not_praise_is_offered_quietly(panel: ForecastPanel) -> None:
    panel.show_state(ForecastState(forecast(), curve(), can_take=True))
    assert "anyway" not in panel.take.text()
    assert not panel.alone.isVisible()
    parts = {Lever.WORDS: forecast(), Lever.AUDIENCES: forecast(Answer.KEEP)}
    doubtful = ForecastState(forecast(Answer.KEEP), curve(), can_take=True, is_doubtful=True, alone=parts)
    panel.show_state(doubtful)
    assert "anyway" in panel.take.text()
    assert "Words alone would be better" in panel.alone.text()
    nothing = {lever: forecast(Answer.KEEP) for lever in (Lever.WORDS, Lever.HOURS)}
    panel.show_state(replace(doubtful, alone=nothing))
    assert "No part" in panel.alone.text()
    assert part_text(nothing[Lever.HOURS]) == "alone: better left as it is"
