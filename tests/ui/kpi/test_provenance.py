from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from shopdesk.domain.kpi.catalogue import BOARD
from shopdesk.domain.kpi.collect import collect
from shopdesk.domain.kpi.coverage import coverage
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.kpi.coverage_card import CoverageCard
from shopdesk.ui.kpi.metrics.provenance import figure_provenance, numbers_text, undivided_text
from tests.unit.kpi.kpi_frames import daily, days

WHEN = days(6, until=date(2026, 6, 6))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    formats.set_language("en")
    yield
    formats.set_language("zh_CN")


def spend_known_late() -> DailyFacts:
    """The ad report begins on 4 June; the shop report tells spend from 1 June on."""
    return collect(
        {
            "ad_campaign": daily(WHEN[3:], campaign="a", cost=[100] * 3),
            "shop_daily": daily(WHEN, platform="taobao", search_ad_cost=[95] * 6),
        }
    )


def test_that_a_blank_day_says_which_report_begins_later_and_why_another_is_not_taken(qtbot: QtBot) -> None:
    text = numbers_text(figure(spend_known_late(), BOARD["ad_cost"], Period(WHEN[0], WHEN[0])))
    assert "Ad spend: Ads by plan begins on 2026-06-04" in text
    assert "before only in Shop report by day, by another measure" in text
    behind = figure_provenance(figure(spend_known_late(), BOARD["ad_cost"], Period(WHEN[0], WHEN[5])), {})
    assert "Shop report by day tells it from 2026-06-01 on, by another measure" in behind


def test_that_a_figure_of_days_that_are_all_there_has_nothing_to_explain(qtbot: QtBot) -> None:
    text = figure_provenance(figure(spend_known_late(), BOARD["ad_cost"], Period(WHEN[3], WHEN[5])), {})
    assert "begins" not in text
    assert "another measure" not in text


def test_that_a_rate_of_days_without_visitors_shows_its_sums_and_misses_no_data(qtbot: QtBot) -> None:
    facts = collect({"shop_daily": daily(WHEN, visitors=[0] * 5 + [None], pay_buyers=[0] * 6)})
    none_came = figure(facts, BOARD["pay_cvr"], Period(WHEN[0], WHEN[1]))
    assert undivided_text(none_came) == numbers_text(none_came) == "0 ÷ 0"
    assert "— = 0 ÷ 0" in figure_provenance(none_came, {})
    untold = figure(facts, BOARD["pay_cvr"], Period(WHEN[5], WHEN[5]))
    assert undivided_text(untold) == ""
    assert undivided_text(figure(facts, BOARD["visitors"], Period(WHEN[0], WHEN[1]))) == ""


def test_that_the_coverage_names_a_lost_column_and_what_may_stand_in_its_place(qtbot: QtBot) -> None:
    columns = {"pay_amount": [100.0] * 3 + [None] * 3, "成交金额": [None] * 3 + [100.0] * 3}
    card = CoverageCard()
    qtbot.addWidget(card)
    card.show_coverage(coverage({"shop_daily": daily(WHEN, **columns)}), {})
    card.show()
    texts = [one.text() for one in card.findChildren(QLabel)]
    assert any("column Sales missing since 2026-06-04; new since then: 成交金额" in text for text in texts)
