from datetime import date, timedelta

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from shopdesk.ui import theme
from shopdesk.ui.charts.day_chart import DayChart
from shopdesk.ui.charts.day_data import (
    Campaign,
    DayChartData,
    DaySeries,
    ExpectedBand,
    Flag,
    Grain,
    OpenDay,
    Ring,
    Style,
)
from shopdesk.ui.charts.day_labels import position_name, ticks
from shopdesk.ui.charts.day_layers import parts_of

START = date(2026, 5, 12)
PAID = np.array([100.0, 200.0, np.nan, 400.0, 500.0, 450.0, 300.0])
RATE = np.array([0.02, 0.03, np.nan, 0.04, 0.05, 0.045, 0.03])


def days(count):
    return tuple(START + timedelta(days=i) for i in range(count))


def week():
    return DayChartData(
        days(7),
        (
            DaySeries("Paid", PAID, kind="money"),
            DaySeries("Last year", PAID * 0.8, kind="money", role="secondary", style=Style.DASHED),
            DaySeries("Conversion", RATE, kind="ratio", role="competitor"),
        ),
        expected=ExpectedBand("Normal", np.full(8, 250.0), np.full(8, 480.0)),
        campaigns=(Campaign("618", date(2026, 5, 15), date(2026, 5, 16)),),
        flags=(Flag("New picture", date(2026, 5, 13)),),
        rings=(Ring(1, date(2026, 5, 16), date(2026, 5, 16)),),
        today=OpenDay(date(2026, 5, 19), 80.0, "today to 10:20"),
    )


@pytest.fixture
def chart(qtbot):
    chart = DayChart()
    qtbot.addWidget(chart)
    chart.set_name("Paid amount")
    chart.set_data(week())
    chart.resize(900, 300)
    chart.show()
    return chart


def test_that_a_missing_day_is_a_gap_with_its_place():
    assert week().missing() == [2]


def test_that_missing_values_are_unknown_in_the_table_and_never_0(chart):
    row = chart.table().rows[2]
    assert row[0] == date(2026, 5, 14)
    assert row[1] is None
    assert chart.table().text(2, 1) == "—"


def test_that_the_table_twin_holds_what_is_plotted(chart):
    table = chart.table()
    assert table.columns[:4] == ("Date", "Paid yuan", "Last year yuan", "Conversion")
    assert [row[1] for row in table.rows] == [100, 200, None, 400, 500, 450, 300, 80]
    assert [row[4] for row in table.rows[:7]] == [250.0] * 7
    assert table.text(0, 3) == "2.00 %"


def test_that_a_gap_is_not_painted_over(chart):
    chart.plot.set_data(DayChartData(days(7), (DaySeries("Paid", PAID),)))
    image = chart.plot.grab().toImage()
    view = chart.plot.view()
    accent = theme.tokens().accent.lower()

    def touched(position):
        x = round(view.x.pixel(position))
        column = [image.pixelColor(x, y).name() for y in range(image.height())]
        return accent in column

    assert touched(1)
    assert not touched(2)
    assert touched(3)


def test_that_the_crosshair_reads_date_weekday_and_every_value(chart):
    title, rows = chart.plot.read_out(3)
    assert title == "2026-05-15 Fri"
    assert [(name, value) for _, name, value in rows] == [
        ("Paid", "400.00 yuan"),
        ("Last year", "320.00 yuan"),
        ("Conversion", "4.00 %"),
        ("Normal", "250.00 – 480.00"),
        ("618", ""),
    ]


def test_that_an_unknown_value_reads_as_a_dash(chart):
    assert chart.plot.read_out(2)[1][0][2] == "—"


def test_that_the_open_day_says_until_when(chart):
    title, rows = chart.plot.read_out(7)
    assert "today to 10:20" in title
    assert rows[0][2] == "80.00 yuan"


def test_that_keys_move_the_crosshair_and_speak_its_values(chart):
    QTest.keyClick(chart.plot, Qt.Key.Key_Home)
    QTest.keyClick(chart.plot, Qt.Key.Key_Right)
    assert chart.plot.position() == 1
    assert "Wed" in chart.plot.accessibleDescription()
    assert "200.00 yuan" in chart.plot.accessibleDescription()


def test_that_the_pointer_places_the_crosshair_on_the_nearest_day(chart):
    view = chart.plot.view()
    QTest.mouseMove(chart.plot, QPoint(round(view.x.pixel(4.3)), 100))
    assert chart.plot.position() == 4


def test_that_the_legend_takes_a_series_away_and_it_stays_away_with_new_data(chart, qtbot):
    with qtbot.waitSignal(chart.series_toggled) as told:
        chart.legend.button("Last year").click()
    assert told.args == ["Last year", False]
    chart.set_data(week())
    assert [s.name for s in chart.plot.data().visible()] == ["Paid", "Conversion"]
    assert "Last year yuan" in chart.table().columns


def test_that_another_unit_stands_on_the_right_axis(chart):
    view = chart.plot.view()
    assert view.right is not None
    assert view.right.texts[-1].endswith("%")
    assert view.left.unit == "yuan"


def test_that_money_starts_at_0(chart):
    assert chart.plot.view().left.scale.low == 0


def test_that_dragging_zooms_and_a_double_click_shows_everything_again(chart):
    view = chart.plot.view()
    left, right = round(view.x.pixel(1)), round(view.x.pixel(6))
    QTest.mousePress(chart.plot, Qt.MouseButton.LeftButton, pos=QPoint(left, 100))
    QTest.mouseMove(chart.plot, QPoint(right, 100))
    QTest.mouseRelease(chart.plot, Qt.MouseButton.LeftButton, pos=QPoint(right, 100))
    assert chart.plot.is_zoomed()
    assert chart.plot.stretch() == pytest.approx((1, 6), abs=0.1)
    QTest.mouseDClick(chart.plot, Qt.MouseButton.LeftButton, pos=QPoint(left, 100))
    assert not chart.plot.is_zoomed()


def test_that_a_zoom_never_leaves_the_data(chart):
    chart.plot.zoom(-50, 2)
    first, last = chart.plot.stretch()
    assert first >= -0.5
    assert last <= 7.5


def test_that_the_picture_has_twice_the_pixels_and_goes_to_the_clipboard(chart):
    image = chart.image()
    assert image.devicePixelRatio() == 2
    assert image.width() >= 2 * chart.plot.width()
    chart.verbs.copy.click()
    assert QGuiApplication.clipboard().image().width() == image.width()


def test_that_the_saved_file_is_a_png_of_twice_the_size(chart, tmp_path, monkeypatch):
    file = tmp_path / "支付 金额.png"
    monkeypatch.setattr("shopdesk.ui.charts.canvas.ask_target", lambda *_a, **_k: file)
    chart.verbs.png.click()
    from PySide6.QtGui import QImage

    assert QImage(str(file)).size() == chart.image().size()


def test_that_the_table_button_shows_the_twin_in_place(chart):
    chart.verbs.table.click()
    assert chart.is_table_shown()
    chart.verbs.table.click()
    assert not chart.is_table_shown()


@pytest.mark.parametrize("count", [0, 1, 2, 400])
@pytest.mark.parametrize("grain", list(Grain))
def test_that_any_length_is_drawn(chart, count, grain):
    step = {Grain.DAY: 1, Grain.WEEKDAY: 1, Grain.WEEK: 7, Grain.MONTH: 31}[grain]
    starts = tuple(START + timedelta(days=step * i) for i in range(count))
    for style in Style:
        chart.set_data(DayChartData(starts, (DaySeries("x", np.arange(count, dtype=float), style=style),), grain))
        assert not chart.image().isNull()


def test_that_all_unknown_is_drawn_without_a_number(chart):
    chart.set_data(DayChartData(days(5), (DaySeries("x", np.full(5, np.nan), kind="money"),)))
    assert not chart.image().isNull()


def test_that_tick_texts_never_stand_closer_than_they_can_be_read():
    for count in (5, 42, 120, 450, 1000):
        data = DayChartData(days(count), (DaySeries("x", np.zeros(count)),))
        marks = [at for at, _ in ticks(data, -0.5, count - 0.5, width=900)]
        assert marks
        assert min(np.diff(marks), default=99) * 900 / count >= 40


def test_that_a_week_is_named_by_its_span():
    data = DayChartData(days(1), (DaySeries("x", np.zeros(1)),), Grain.WEEK)
    assert position_name(data, 0) == "5-12 – 5-18"


@pytest.mark.parametrize(
    ("grain", "starts", "until", "names", "parts"),
    [
        (Grain.WEEK, [(5, 12), (5, 18), (5, 25)], (5, 25), ["5-12 – 5-17", "5-18 – 5-24", "5-25 Mon"], [0, 2]),
        (Grain.WEEK, [(5, 11), (5, 18)], (5, 24), ["5-11 – 5-17", "5-18 – 5-24"], []),
        (Grain.MONTH, [(4, 20), (5, 1), (6, 1)], (6, 22), ["4-20 – 4-30", "2026-05", "6-01 – 6-22"], [0, 2]),
        (Grain.MONTH, [(4, 1), (5, 1)], (5, 31), ["2026-04", "2026-05"], []),
    ],
)
def test_that_a_week_or_month_cut_by_the_period_is_named_by_its_own_days(grain, starts, until, names, parts):
    firsts = tuple(date(2026, *start) for start in starts)
    data = DayChartData(firsts, (DaySeries("x", np.ones(len(firsts))),), grain, until=date(2026, *until))
    assert [position_name(data, place) for place in range(len(firsts))] == names
    assert sorted(parts_of(data)) == parts


@pytest.mark.parametrize("cut", [{"until": date(2026, 5, 26)}, {"parts": frozenset({1})}])
def test_that_the_bar_of_a_week_without_all_days_is_fainter_than_that_of_a_whole_one(chart, cut):
    firsts = (date(2026, 5, 18), date(2026, 5, 25))
    pictures = []
    for until, parts in (
        (date(2026, 5, 31), frozenset()),
        (cut.get("until", date(2026, 5, 31)), cut.get("parts", frozenset())),
    ):
        series = DaySeries("x", np.array([7.0, 7.0]), style=Style.BAR, parts=parts)
        chart.set_data(DayChartData(firsts, (series,), Grain.WEEK, until=until))
        pictures.append(chart.plot.image())
    whole, cut = pictures
    changed = [
        x
        for x in range(0, whole.width(), 4)
        for y in (whole.height() // 2,)
        if whole.pixelColor(x, y) != cut.pixelColor(x, y)
    ]
    assert changed
    assert min(changed) > whole.width() // 3  # only the second bar


def test_that_a_new_look_redraws_in_its_colours(chart, qapp):
    before = chart.plot.image().pixelColor(QPointF(2, 2).toPoint())
    theme.apply(qapp, look="dark")
    assert chart.plot.image().pixelColor(2, 2) != before
