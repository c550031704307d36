from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.io.dialects.dates import read_moments, read_span, span_in_text
from shopdesk.io.dialects.headers import normalised, without_unit
from shopdesk.io.dialects.hours import Slot, read_slot, read_weekday
from shopdesk.io.dialects.numbers import read_fen, read_numbers, read_seconds
from shopdesk.io.dialects.regions import PROVINCES, address_province, city_provinces, province_of_city, region_name

amounts = st.decimals(min_value=-(10**10), max_value=10**10, places=4, allow_nan=False)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


def exact_fen(yuan: Decimal) -> int:
    return int((yuan * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


@given(st.lists(amounts, min_size=1, max_size=30))
def test_that_money_is_exact_to_the_fen_however_it_is_written(values: list[Decimal]) -> None:
    expected = [exact_fen(value) for value in values]
    spellings = ["{:f}", "{:,f}", "￥{:,f}", "{:,f}元", "¥ {:f} ", "{:f}CNY"]
    for spelling in spellings:
        texts = pa.array([spelling.format(value).strip() for value in values])
        assert read_fen(texts).values.to_pylist() == expected, spelling


@given(st.lists(st.decimals(min_value=0, max_value=10**4, places=4), min_size=1, max_size=20))
def test_that_ten_thousands_and_hundred_millions_are_exact(values: list[Decimal]) -> None:
    texts = pa.array([f"{value:f}{unit}" for value in values for unit in ("万", "亿")])
    expected = [exact_fen(value * factor) for value in values for factor in (10**4, 10**8)]
    found = read_fen(texts)
    assert found.values.to_pylist() == expected
    assert read_numbers(texts).values.to_pylist() == [float(value * f) for value in values for f in (10**4, 10**8)]


@given(st.lists(amounts, min_size=1, max_size=20))
def test_that_a_percentage_is_the_nearest_fraction(values: list[Decimal]) -> None:
    found = read_numbers(pa.array([f"{value:f}%" for value in values]))
    assert found.values.to_pylist() == [float(value / 100) for value in values]
    assert found.percents.all()


@given(st.lists(amounts.filter(lambda value: value < 0), min_size=1, max_size=10))
def test_that_parentheses_are_negative(values: list[Decimal]) -> None:
    texts = pa.array([f"({-value:,f})" for value in values])
    assert read_fen(texts).values.to_pylist() == [exact_fen(value) for value in values]


@given(st.lists(st.text(alphabet="0123456789.,-+()eE万亿%￥元 ", max_size=12), min_size=1, max_size=20))
def test_that_no_text_breaks_the_reading_of_numbers(texts: list[str]) -> None:
    array = pa.array(texts)
    for read in (read_numbers, read_fen, read_seconds):
        found = read(array)
        assert len(found.values) == len(texts)
        assert not found.values.is_valid().to_numpy(zero_copy_only=False)[found.unreadable].any()


@pytest.mark.parametrize("text", ["1,23", "12,34.5", "abc", "1.2.3", "12)", "--5", "1e", "3月"])
def test_that_what_is_no_number_is_refused(text: str) -> None:
    assert read_numbers(pa.array([text, "1"])).unreadable.tolist() == [True, False]
    assert read_fen(pa.array([text, "1"])).unreadable.tolist() == [True, False]


def test_that_half_a_fen_goes_away_from_zero() -> None:
    assert read_fen(pa.array(["1.005", "-1.005", "0.004"])).values.to_pylist() == [101, -101, 0]


@given(
    st.lists(
        st.decimals(-(10**12), 10**12, places=2, allow_nan=False) | st.decimals(-(10**6), 10**6, places=9), min_size=1
    )
)
def test_that_amounts_read_together_are_each_exact(amounts: list[Decimal]) -> None:
    texts = pa.array([f"{amount:f}" for amount in amounts])
    exact = [int((amount * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP)) for amount in amounts]
    assert read_fen(texts).values.to_pylist() == exact


@pytest.mark.parametrize("text", ["inf", "nan", "-inf"])
def test_that_what_is_beyond_all_amounts_is_none(text: str) -> None:
    assert read_fen(pa.array([text, "1"])).unreadable.tolist() == [True, False]


def test_that_full_width_digits_are_digits() -> None:
    assert read_numbers(pa.array(["１２，３４５．６７", "３％"])).values.to_pylist() == [12345.67, 0.03]


@given(days, st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日", "%Y.%m.%d", "%b %d, %Y", "%m/%d/%Y"]))
def test_that_a_day_survives_every_spelling(day: date, form: str) -> None:
    texts = pa.array([day.strftime(form), "12/31/2020" if form == "%m/%d/%Y" else None])
    found = read_moments(texts)
    assert found.start[0].as_py().date() == found.end[0].as_py().date() == day


@given(days)
def test_that_a_day_survives_as_an_excel_serial(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    assert read_moments(pa.array([str(serial), f"{serial}.5"])).start.to_pylist() == [
        datetime(day.year, day.month, day.day), datetime(day.year, day.month, day.day, 12),
    ]  # fmt: skip


@given(days, st.integers(0, 400), st.sampled_from(["{}~{}", "{}至{}", "{} - {}", "{} 至 {}", "{}—{}"]))
def test_that_a_span_survives_every_spelling(first: date, length: int, form: str) -> None:
    last = min(first + timedelta(days=length), date(2099, 12, 31))
    span = read_span(form.format(first, last))
    assert span is not None
    assert (span.start.date(), span.end.date()) == (first, last)


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2099, 12, 31)))
def test_that_a_moment_survives(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    texts = [
        moment.strftime(form)
        for form in ("%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%Y%m%d%H%M%S")
    ]
    assert read_moments(pa.array(texts)).start.to_pylist() == [moment] * 4


@given(st.lists(st.text(max_size=20), max_size=20))
def test_that_no_text_breaks_the_reading_of_dates(texts: list[str]) -> None:
    assert len(read_moments(pa.array(texts, pa.string())).start) == len(texts)
    for text in texts:
        read_slot(text)
        read_weekday(text, sunday_first=True)
        region_name(text)
        without_unit(normalised(text))


@pytest.mark.parametrize("hour", range(24))
def test_that_an_hour_is_read_in_every_form(hour: int) -> None:
    after = hour + 1
    forms = [
        f"{hour}", f"{hour:02d}", f"{hour}点", f"{hour}时", f"{hour:02d}:00", f"{hour:02d}:00-{hour:02d}:59",
        f"{hour:02d}:00~{after:02d}:00", f"{hour:02d}:00:00", f"{hour}-{after}点", f"{hour}.0",
    ]  # fmt: skip
    assert {read_slot(form) for form in forms} == {Slot(hour)}
    assert read_slot(f"2026-05-01 {hour:02d}:00") == Slot(hour, day=date(2026, 5, 1))
    assert read_slot(f"2026-05-01|{hour}") == Slot(hour, day=date(2026, 5, 1))


@pytest.mark.parametrize(
    ("text", "day"), [("周一", 1), ("星期日", 7), ("礼拜天", 7), ("Monday", 1), ("sun", 7), ("3", 3), ("0", 7)]
)
def test_that_a_weekday_is_read(text: str, day: int) -> None:
    assert read_weekday(text, sunday_first=False) == day


def test_that_sunday_may_be_the_first_day() -> None:
    assert [read_weekday(str(number), sunday_first=True) for number in range(1, 8)] == [7, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("name", PROVINCES)
def test_that_a_province_is_known_with_any_ending(name: str) -> None:
    for ending in ("", "省", "市", "自治区", "特别行政区"):
        assert region_name(name + ending) == name
    assert address_province(f"{name}省某市某区某路1号") == name


def test_that_longer_names_of_regions_become_short() -> None:
    names = [
        "广西壮族自治区",
        "新疆维吾尔自治区",
        "宁夏回族自治区",
        "Guangdong Province",
        "Inner Mongolia",
        "California",
    ]
    assert [region_name(name) for name in names] == ["广西", "新疆", "宁夏", "广东", "内蒙古", "California"]


def test_that_an_export_name_without_days_names_none() -> None:
    assert span_in_text("ExportOrderList202606230912.csv") is None
    assert span_in_text("关键词报表_20260331_20260622.csv") == (date(2026, 3, 31), date(2026, 6, 22))


@pytest.mark.parametrize(
    ("city", "name"),
    [
        ("杭州市", "浙江"),
        ("杭州", "浙江"),
        ("延边朝鲜族自治州", "吉林"),
        ("上海市", "上海"),
        ("大兴安岭地区", "黑龙江"),
        ("Paris", None),
    ],
)
def test_that_a_city_is_known_to_lie_in_its_province(city: str, name: str | None) -> None:
    assert province_of_city(city) == name


def test_that_no_city_stands_in_two_provinces() -> None:
    assert len(set(city_provinces().values())) == len(PROVINCES)
    assert len(city_provinces()) > 330
