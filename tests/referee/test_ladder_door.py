"""The door of ladders: "none" where nothing pays, a ladder within the limits where one does, no crash on poor input."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.referee.promotions import choose_ladder

TERMS: dict[str, Any] = {
    "gross_margin": 0.45,
    "fee": 0.05,
    "shipping": 4.0,
    "objective": "profit",
    "margin_floor": None,
    "traffic_ratio": 1 / 3,
    "max_tiers": 2,
}
FIGURES = [
    f"{name}_{part}" for name in ("profit", "revenue") for part in ("change", "low", "high", "low_80", "high_80")
]


def orders(count: int, seed: int) -> pd.DataFrame:
    return pd.DataFrame({"value": np.round(np.exp(np.random.default_rng(seed).normal(4.4, 0.5, count)), 2)})


def test_that_none_is_the_answer_where_the_campaign_moved_nobody() -> None:
    for objective in ("profit", "revenue"):
        told = choose_ladder(orders(6_000, 1), orders(1_850, 2), [(99, 5)], **{**TERMS, "objective": objective})
        assert told["ladder"] == []
        assert [told[name] for name in FIGURES] == [0.0] * len(FIGURES)
        assert told["none_chance"] > 0.3


def test_that_a_ladder_that_brought_many_orders_is_followed_within_the_limits() -> None:
    before, wanted = orders(6_000, 1), orders(2_600, 2)["value"].to_numpy()
    moving = (wanted < 99) & (wanted > 79) & (np.random.default_rng(3).random(len(wanted)) < 0.6)
    during = pd.DataFrame({"value": np.where(moving, 104.0, wanted)})
    told = choose_ladder(
        before, during, [(99, 5)], **{**TERMS, "objective": "revenue", "margin_floor": 0.27, "max_tiers": 1}
    )
    assert len(told["ladder"]) == 1
    ((threshold, discount),) = told["ladder"]
    assert 0 < discount < threshold
    assert told["floor_chance"] >= 0.9
    assert told["revenue_low"] <= told["revenue_low_80"] <= told["revenue_change"] <= told["revenue_high_80"]
    assert told["revenue_change"] > 0


@pytest.mark.parametrize(
    "baseline",
    [
        pd.DataFrame(),
        pd.DataFrame({"value": []}),
        pd.DataFrame({"value": [88.0]}),
        pd.DataFrame({"value": [np.nan, -3.0, 0.0, 50.0]}),
        pd.DataFrame({"value": [None, "x", 12.0], "day": [None, "2026-01-01", "?"]}),
    ],
)
def test_that_poor_frames_are_answered_with_none(baseline: pd.DataFrame) -> None:
    told = choose_ladder(baseline, baseline, [(99, 5)], **{**TERMS, "traffic_ratio": None})
    assert told["ladder"] == []
    assert [told[name] for name in FIGURES] == [0.0] * len(FIGURES)
    assert told["none_chance"] == 1.0


@pytest.mark.parametrize("name", ["gross_margin", "fee", "shipping"])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), None])
def test_that_terms_that_are_no_number_leave_profit_untold(name: str, value: float | None) -> None:
    told = choose_ladder(orders(400, 5), None, None, **{**TERMS, name: value})
    assert told["ladder"] == []
    assert [told[name] for name in FIGURES] == [None] * 5 + [0.0] * 5


@pytest.mark.parametrize(
    "odd",
    [
        {"gross_margin": -0.2},
        {"gross_margin": 1.7},
        {"margin_floor": 0.9},
        {"margin_floor": float("nan")},
        {"max_tiers": 0},
        {"max_tiers": -1},
        {"traffic_ratio": float("nan")},
        {"traffic_ratio": 0.0},
        {"traffic_ratio": 1e9},
        {"fee": 2.0},
        {"shipping": 1e9},
    ],
    ids=str,
)
def test_that_odd_terms_and_limits_are_answered_in_figures(odd: dict[str, Any]) -> None:
    told = choose_ladder(orders(400, 5), orders(200, 6), [(99, 5)], **{**TERMS, "objective": "revenue", **odd})
    assert np.isfinite([told[name] for name in FIGURES]).all()
    assert 0 <= told["none_chance"] <= 1
    assert len(told["ladder"]) <= max(0, TERMS["max_tiers"])


@pytest.mark.parametrize("worth", [1e9, 1e290, 0.01, 88.0])
def test_that_values_of_any_size_and_all_alike_are_answered_in_figures(worth: float) -> None:
    alike = pd.DataFrame({"value": np.full(300, worth)})
    apart = pd.DataFrame({"value": orders(300, 5)["value"] * worth})
    for baseline in (alike, apart):
        told = choose_ladder(baseline, baseline, [(worth, worth / 10)], **{**TERMS, "objective": "revenue"})  # type: ignore[list-item]
        assert np.isfinite([told[name] for name in FIGURES]).all()
        assert all(0 < off < minimum for minimum, off in told["ladder"])


def test_that_steps_nobody_can_meet_teach_nothing() -> None:
    before, during = orders(400, 5), orders(200, 6)
    without = choose_ladder(before, None, None, **TERMS)
    for ladder in ([(-5, 10), (0, 0)], [(99, 150)], [(float("nan"), 5), (99, float("inf"))], []):
        assert choose_ladder(before, during, ladder, **TERMS) == without  # type: ignore[arg-type]
