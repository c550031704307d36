from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.actions import new_action, put_action
from shopdesk.app.kpi.reports.make import NoFigures, gather, make_report
from shopdesk.app.kpi.reports.model import Absent, Chart, HeadFigure, Heads, Kind, Report, Table, Waterfall
from shopdesk.app.kpi.reports.names import known_names, meaning, named_values
from shopdesk.app.kpi.reports.source import ReportKind, span_of
from shopdesk.app.kpi.reports.words import Words, texts
from shopdesk.app.kpi.targets import TargetRow, put_target
from tests.ui.kpi.reports import report_shop
from tests.ui.kpi.reports.report_shop import block, fill, report, section
from tests.ui.stage import END, Stage


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Stage]:
    made = fill(Stage(tmp_path_factory.mktemp("shop") / "坚果 店.shopdesk"))
    yield made
    made.workspace.close()


@pytest.fixture
def stage(tmp_path: Path, qapp: object) -> Iterator[Stage]:
    made = Stage(tmp_path / "店.shopdesk")
    yield made
    made.workspace.close()


def head(made: Report, metric: str) -> HeadFigure:
    return next(one for one in made.figures_shown() if one.metric == metric)


def test_that_the_words_of_both_languages_use_the_same_placeholders() -> None:
    import string

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {name for name, pair in texts().items() if fields(pair["zh"]) != fields(pair["en"])} == set()


def test_that_the_day_is_held_against_the_same_weekday(shop: Stage) -> None:
    figure = head(report(shop, ReportKind.DAILY), "pay_amount")
    facts = [100 + 459 % 3, 100 + 452 % 3]
    assert figure.value == facts[0] * 88
    assert figure.before == facts[1] * 88
    assert figure.base == "较上周同日"
    assert figure.change == pytest.approx(facts[0] / facts[1] - 1)


def test_that_a_week_is_the_last_whole_one() -> None:
    words = Words("zh_CN")
    for day in (date(2026, 4, 26), date(2026, 4, 27), date(2026, 5, 2)):
        assert span_of(ReportKind.WEEKLY, day, words).period.end == date(2026, 4, 26)


@settings(max_examples=200, deadline=None)
@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), st.sampled_from(list(ReportKind)))
def test_that_every_span_ends_with_its_day_and_lies_after_what_it_is_held_against(day: date, kind: ReportKind) -> None:
    span = span_of(kind, day, Words("en"))
    assert span.period.start <= span.period.end <= day
    assert (day - span.period.end).days < 7
    assert span.before.end < span.period.start
    assert (
        span.year_before.end < span.before.end or kind is ReportKind.DAILY or span.year_before.end < span.period.start
    )


def test_that_a_whole_month_is_held_against_the_whole_month_before() -> None:
    span = span_of(ReportKind.MONTHLY, date(2026, 3, 31), Words("zh_CN"))
    assert (span.before.start, span.before.end) == (date(2026, 2, 1), date(2026, 2, 28))
    assert span.base == "较上月"


def test_that_february_of_a_leap_year_compares_with_all_of_february() -> None:
    span = span_of(ReportKind.MONTHLY, date(2028, 2, 29), Words("zh_CN"))
    assert span.year_before.end == date(2027, 2, 28)


def test_that_months_of_different_length_are_compared_by_the_day(shop: Stage) -> None:
    figure = head(report(shop, ReportKind.MONTHLY, day=date(2026, 2, 28)), "pay_amount")
    assert figure.value is not None
    assert figure.before is not None
    assert figure.change == pytest.approx(figure.value / 28 / (figure.before / 31) - 1)


def test_that_waterfalls_add_up_to_the_cent(shop: Stage) -> None:
    falls = [one for one in report(shop, ReportKind.MONTHLY).blocks() if isinstance(one, Waterfall)]
    assert {one.key for one in falls} == {"bridge_pay_amount", "profit"}
    for fall in falls:
        steps = sum(round((step.value or 0) * 100) for step in fall.steps)
        assert round((fall.before.value or 0) * 100) + steps == round((fall.after.value or 0) * 100)


def test_that_no_number_of_any_report_is_nan(shop: Stage) -> None:
    for kind in ReportKind:
        for one in report(shop, kind).blocks():
            values = [cell for table in [one] if isinstance(table, Table) for row in table.rows for cell in row]
            values += [value for chart in [one] if isinstance(chart, Chart) for s in chart.series for value in s.values]
            bare = [getattr(value, "value", value) for value in values]
            assert not [value for value in bare if isinstance(value, float) and value != value]


def test_that_totals_hold_the_rows_that_are_not_listed(shop: Stage) -> None:
    rows = [(f"计划{place}", 100 + place) for place in range(20)]
    made = report(shop, ReportKind.DAILY)
    table = block(made, Table, "advertising")
    assert table.total is not None
    costs = [row[1] for row in table.rows]
    assert table.total[1] == pytest.approx(sum(costs))
    assert len(rows) > len(costs)


def test_that_missing_sources_are_named_and_nothing_is_silently_empty(stage: Stage) -> None:
    stage.add_shop(days=100)
    for kind in (ReportKind.DAILY, ReportKind.WEEKLY, ReportKind.MONTHLY, ReportKind.PERSONA):
        made = report(stage, kind)
        assert made.missing
        assert all(one.blocks for one in made.sections)
        assert all(one.text for one in made.blocks() if isinstance(one, Absent))
    assert "计划报表" in "".join(one.text for one in report(stage, ReportKind.WEEKLY).missing)


def test_that_a_shop_without_figures_has_no_report(stage: Stage) -> None:
    with pytest.raises(NoFigures):
        report(stage, ReportKind.DAILY)


def test_that_a_day_before_all_figures_has_no_report(shop: Stage) -> None:
    with pytest.raises(NoFigures):
        report(shop, ReportKind.DAILY, day=date(2020, 1, 1))


def test_that_one_day_of_figures_makes_every_report(stage: Stage) -> None:
    stage.add_shop(days=1)
    for kind in (ReportKind.DAILY, ReportKind.MONTHLY, ReportKind.PERSONA):
        assert isinstance(block(report(stage, kind), Heads), Heads)
    assert head(report(stage, ReportKind.DAILY), "pay_amount").change is None


def test_that_gaps_stay_gaps(stage: Stage) -> None:
    dates = [date(2026, 4, day) for day in range(1, 31) if day != 15]
    stage.add(
        "shop_daily",
        {"date": dates, "date_end": dates, "pay_amount": [100] * len(dates), "visitors": [50.0] * len(dates)},
        kind="sycm_shop_daily_2023",
    )
    made = report(stage, ReportKind.MONTHLY)
    chart = block(made, Chart, "chart_pay_amount")
    assert chart.series[0].values[14] is None
    assert "缺 1 天" in head(made, "pay_amount").note


def test_that_targets_and_actions_are_in_the_week(stage: Stage) -> None:
    stage.add_shop(days=200)
    target = TargetRow("pay_amount", date(2026, 4, 1), date(2026, 4, 30), 300_000)
    stage.workspace.apply(put_target(target))
    action = replace(new_action("aov", title="换主图"), owner="小李", due=date(2026, 4, 20))
    stage.workspace.apply(put_action(action))
    made = report(stage, ReportKind.WEEKLY)
    assert block(made, Table, "targets").rows[0][2].value == 300_000
    assert block(made, Table, "todo").rows[0][:4] == (date(2026, 4, 20), "换主图", "客单价", "小李")
    assert block(made, Table, "todo").rows[0][4] == "已逾期"


def test_that_english_reports_hold_no_chinese_of_their_own(shop: Stage) -> None:
    made = report(shop, ReportKind.WEEKLY, language="en")
    own = [made.title, made.when, made.as_of, *(one.title for one in made.sections)]
    own += [figure.name + figure.base + figure.verdict for figure in made.figures_shown()]
    own += [one.formula + one.rule for one in made.definitions]
    assert not [text for text in own if any("\u4e00" <= sign <= "\u9fff" for sign in text)]


def test_that_each_name_of_a_template_has_a_meaning_and_a_place(shop: Stage) -> None:
    words = Words("zh_CN")
    values = named_values(report(shop, ReportKind.DAILY))
    assert set(values) == set(known_names())
    assert all(meaning(words, name) for name in known_names())
    assert values["shopdesk_pay_amount"] == head(report(shop, ReportKind.DAILY), "pay_amount").value
    assert values["shopdesk_pay_amount_base"] == "较上周同日"


def test_that_service_names_bad_reviews(shop: Stage) -> None:
    made = report(shop, ReportKind.DAILY)
    assert "3 星及以下的有 1 条" in report_shop.texts(section(made, "service").blocks)
    assert block(made, Table, "bad_reviews").rows == ((END, 2, "漏了一包"),)


def test_that_values_are_printed_with_their_unit_and_sign() -> None:
    words = Words("zh_CN")
    assert words.value(-0.0008, Kind.PERCENT, signed=True) == "−0.08 %"
    assert words.value(0.000001, Kind.PERCENT, signed=True) == "0.00 %"
    assert words.value(0.3, Kind.POINTS, signed=True) == "+0.30 个百分点"
    assert words.value(1234567.891, Kind.MONEY) == "1,234,567.89"
    assert words.value(None, Kind.MONEY) == "—"


def test_that_a_bad_day_is_an_alert_with_its_cause_in_yuan(stage: Stage) -> None:
    stage.add_shop(days=200, last=40)
    for kind in (ReportKind.DAILY, ReportKind.ALERTS):
        made = report(stage, kind)
        table = block(made, Table, "alerts")
        row = next(row for row in table.rows if row[0] == "支付金额")
        assert row[1] == END
        assert row[2].value == 3520
        assert row[4].good == -1
        assert row[5] < -4000
        assert "访客数 −" in report_shop.texts(section(made, "alerts").blocks)


def test_that_a_calm_day_says_that_nothing_is_out_of_the_ordinary(stage: Stage) -> None:
    stage.add_shop(days=200)
    assert "没有超出常态的异动" in report_shop.texts(section(report(stage, ReportKind.DAILY), "alerts").blocks)


def test_that_a_shop_with_too_little_history_does_not_claim_calm(stage: Stage) -> None:
    stage.add_shop(days=5)
    assert "数据还太少" in report_shop.texts(section(report(stage, ReportKind.DAILY), "alerts").blocks)


def test_that_a_change_within_chance_is_called_neither_good_nor_bad(stage: Stage) -> None:
    stage.add_shop(days=100, last=108)
    figure = head(report(stage, ReportKind.DAILY), "pay_amount")
    assert figure.change is not None
    assert figure.change > 0.05
    assert figure.good == 0
    fallen = Stage(stage.workspace.path.with_name("2.shopdesk"))
    fallen.add_shop(days=100, last=40)
    assert head(report(fallen, ReportKind.DAILY), "pay_amount").good == -1
    fallen.workspace.close()


class _Cancelled(Exception):
    pass


class _OverJob:
    """A job that is over: the window has cancelled it when it asked for something newer."""

    is_over = False

    def report(self, _share: float | None, _text: str) -> None:
        self.check()

    def check(self) -> None:
        if self.is_over:
            raise _Cancelled


def test_that_a_report_from_what_is_known_never_asks_the_job_before(shop: Stage) -> None:
    first = _OverJob()
    known = gather(shop.workspace, first, made_at=report_shop.MADE_AT, language="en")
    first.is_over = True
    again = gather(shop.workspace, SILENT, made_at=report_shop.MADE_AT, language="en", board=known.board, known=known)
    for kind in ReportKind:
        assert make_report(kind, again).sections
