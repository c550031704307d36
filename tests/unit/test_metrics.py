from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.domain.metrics import Good, Unit, evaluate, needed_columns
from shopdesk.io.metric_catalogue import metric_catalogue, metric_entries

CATALOGUE = metric_catalogue()
RATIOS = [metric for metric in CATALOGUE.values() if metric.numerator]


@pytest.mark.parametrize("metric", RATIOS, ids=lambda metric: metric.name)
def test_that_every_ratio_is_made_of_known_metrics(metric) -> None:
    assert set(metric.parts) <= CATALOGUE.keys()
    assert not metric.additive


@pytest.mark.parametrize("metric", RATIOS, ids=lambda metric: metric.name)
def test_that_a_ratio_over_nothing_is_unknown_and_not_zero(metric) -> None:
    sums = dict.fromkeys(metric.parts, 10.0)
    assert evaluate(metric, {**sums, metric.denominator: 0.0}, catalogue=CATALOGUE) is None
    assert evaluate(metric, {}, catalogue=CATALOGUE) is None


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_that_a_ratio_of_fen_is_in_yuan(fen: int, count: int) -> None:
    assert evaluate(CATALOGUE["cpc"], {"cost": fen, "clicks": count}, catalogue=CATALOGUE) == fen / 100 / count
    assert (
        evaluate(CATALOGUE["cpm"], {"cost": fen, "impressions": count}, catalogue=CATALOGUE) == fen / 100 / count * 1000
    )


def test_that_roas_is_sales_over_cost_and_acos_its_inverse() -> None:
    sums = {"ad_gmv": 30000.0, "cost": 10000.0}
    assert evaluate(CATALOGUE["roas"], sums, catalogue=CATALOGUE) == 3.0
    assert evaluate(CATALOGUE["acos"], sums, catalogue=CATALOGUE) == pytest.approx(1 / 3)


def test_that_presales_are_added_to_the_sales_before_dividing() -> None:
    sums = {"ad_gmv": 30000.0, "presale_gmv": 10000.0, "cost": 10000.0}
    assert evaluate(CATALOGUE["roas_with_presale"], sums, catalogue=CATALOGUE) == 4.0
    assert evaluate(CATALOGUE["roas_with_presale"], {"ad_gmv": 1.0, "cost": 1.0}, catalogue=CATALOGUE) is None


def test_that_an_item_report_divides_by_its_own_visitors() -> None:
    sums = {"pay_buyers": 5.0, "item_visitors": 100.0}
    assert evaluate(CATALOGUE["pay_cvr"], sums, catalogue=CATALOGUE) == 0.05
    assert evaluate(CATALOGUE["pay_cvr"], {**sums, "visitors": 50.0}, catalogue=CATALOGUE) == 0.1
    assert "item_visitors" in needed_columns([CATALOGUE["pay_cvr"]])


def test_that_every_metric_has_a_name_in_both_languages_a_unit_and_a_direction() -> None:
    for metric in CATALOGUE.values():
        assert metric.zh
        assert metric.en.isascii()
        assert metric.unit in Unit
        assert metric.good in Good
    assert len({metric.en for metric in CATALOGUE.values()}) == len(CATALOGUE)


def test_that_running_totals_can_never_be_summed() -> None:
    for name in ("mtd_pay_amount", "mtd_pay_items", "ytd_pay_amount"):
        assert not CATALOGUE[name].additive
        assert not CATALOGUE[name].is_fen


def test_that_every_header_leads_to_one_metric_within_a_family() -> None:
    for family in {family for entry in metric_entries().values() for family in entry.aliases}:
        headers = [header for entry in metric_entries().values() for header in entry.aliases.get(family, ())]
        assert len(headers) == len(set(headers)), family
