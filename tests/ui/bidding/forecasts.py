"""Forecasts made by hand, for tests of what shows them."""

from __future__ import annotations

from dataclasses import replace

from shopdesk.domain.bidding.forecast.model import Answer, Curve, CurvePoint, Driver, Forecast, Metric, Range


def forecast(answer: Answer = Answer.BETTER) -> Forecast:
    """Return a forecast of fourteen days whose gain is 265 yuan, within −140 … 670."""
    unchanged = {
        Metric.SPEND: Range(200_000, 224_000, 250_000),
        Metric.CLICKS: Range(1_400, 1_579, 1_750),
        Metric.CPC: Range(120, 142, 160),
        Metric.ORDERS: Range(38, 52, 68),
        Metric.REVENUE: Range(350_000, 478_400, 620_000),
        Metric.ROI: Range(1.6, 2.14, 2.7),
        Metric.PROFIT: Range(-40_000, 5_600, 60_000),
    }
    new = {**unchanged, Metric.PROFIT: Range(-20_000, 32_100, 90_000), Metric.ORDERS: Range(42, 58, 76)}
    drivers = (
        Driver("audiences", ("加购未购15天", "店铺老客"), 4, 3_000, 21_000),
        Driver("words", ("坚果",), 0, -11_000, 900),
    )
    return Forecast(14, answer, unchanged, new, Range(-14_000, 26_500, 67_000), 0.8, drivers, 1_234.0)


def nothing_known() -> Forecast:
    """Return the forecast of a plan without reports."""
    return Forecast(14, Answer.NO_DATA, {}, {}, None, None, ())


def without_margin() -> Forecast:
    """Return a forecast that can't say a profit."""
    made = forecast(Answer.CANNOT_TELL)
    drop = {Metric.PROFIT}
    return replace(
        made,
        unchanged={metric: span for metric, span in made.unchanged.items() if metric not in drop},
        new={metric: span for metric, span in made.new.items() if metric not in drop},
        gain=None,
        chance=None,
        drivers=(),
    )


def curve() -> Curve:
    """Return profits that are largest at 130 yuan a day."""
    points = tuple(
        CurvePoint(
            yuan * 100,
            Range(-100.0 * (yuan - 130) ** 2, 60_000 - 10.0 * (yuan - 130) ** 2, 90_000),
            Range(1.5, 2.5 - yuan / 400, 3.0),
        )
        for yuan in range(60, 250, 10)
    )
    return Curve(points, Range(9_000, 13_000, 18_000), 20_000)
