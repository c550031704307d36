"""What the door for outside markets promises: floats within the limits, whatever the reports are like."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

from tests.referee.bidding import plan

LIMITS = {"hour": (0.3, 2.5), "region": (0.5, 2.0), "bid": (0.2, 5.0)}
COLUMNS = ["impressions", "clicks", "cost", "orders", "revenue", "carts"]


def market(seed: int = 0) -> dict[str, pd.DataFrame]:
    rng = np.random.default_rng(seed)

    def table(rows: int, rate: np.ndarray) -> pd.DataFrame:
        clicks = rng.multinomial(9000, rng.dirichlet(np.full(rows, 5.0)))
        orders = rng.poisson(clicks * rate)
        found = pd.DataFrame({"impressions": clicks * 20, "clicks": clicks, "cost": clicks * 1.2})
        return found.assign(orders=orders, revenue=orders * 140.0, carts=rng.poisson(clicks * 4 * rate))

    day = np.exp(0.4 * np.sin(np.arange(24) / 24 * 2 * np.pi))
    words = table(16, np.repeat([0.06, 0.01], 8)).assign(quadrant=["甲"] * 8 + [3] * 8, bid=1.5)
    return {"keyword": words, "hour": table(168, 0.02 * np.tile(day, 7)), "region": table(31, np.full(31, 0.02))}


def spoilt(change: Callable[[pd.DataFrame], object]) -> dict[str, pd.DataFrame]:
    history = market()
    for frame in history.values():
        change(frame)
    return history


def only(history: dict[str, pd.DataFrame], name: str, rows: slice) -> dict[str, pd.DataFrame]:
    history[name].loc[rows, COLUMNS] = 0
    return history


def asked(
    history: dict[str, pd.DataFrame], *, margin: float = 0.4, weeks: float = 4.0, gate: bool = True
) -> dict[str, list[float]]:
    return plan(history, margin=margin, weeks=weeks, limits=LIMITS, gate=gate)


def test_that_bids_and_hours_follow_what_brings_orders() -> None:
    found = asked(market())
    assert min(found["base"][:8]) > max(found["base"][8:])
    hour = np.array(found["hour"]).reshape(7, 24).mean(axis=0)
    assert hour[3:9].mean() > 1.1 > 0.9 > hour[15:21].mean()
    assert set(found["region"]) == {1.0}


@pytest.mark.parametrize("gate", [True, False])
@pytest.mark.parametrize(
    "history",
    [
        market(),
        spoilt(lambda frame: frame.__setitem__("orders", 0)),
        spoilt(lambda frame: frame.__setitem__("revenue", -frame["revenue"])),
        spoilt(lambda frame: frame.pop("carts")),
        spoilt(lambda frame: frame.__setitem__(["clicks", "orders", "revenue", "carts"], np.nan)),
        spoilt(lambda frame: frame.__setitem__(COLUMNS, 0)),
        only(market(), "region", slice(1, None)),
        only(market(), "hour", slice(20, 150)),
        only(market(), "keyword", slice(0, 15)),
    ],
)
def test_that_answers_are_numbers_within_the_limits(history: dict[str, pd.DataFrame], gate: bool) -> None:
    for margin, weeks in ((0.4, 4.0), (0.0, 1 / 7)):
        found = asked(history, margin=margin, weeks=weeks, gate=gate)
        for name, size, (low, high), unit in (
            ("base", 16, LIMITS["bid"], 1.5),
            ("hour", 168, LIMITS["hour"], 1.0),
            ("region", 31, LIMITS["region"], 1.0),
        ):
            values = np.array(found[name])
            assert values.shape == (size,)
            assert ((values >= low * unit - 1e-9) & (values <= high * unit + 1e-9)).all()


NOBODY = {"keyword": market()["keyword"].drop(columns=["quadrant", "bid"])}


@pytest.mark.parametrize("history", [market(), spoilt(lambda frame: frame.__setitem__(COLUMNS, np.nan)), NOBODY])
@pytest.mark.parametrize(
    "both",
    [(1.0, 1.0), (0.8, 0.8), (0.333, 0.333), (0.335, 0.996), (1.2, 2.0), (0.2, 0.7), (1.001, 1.004), (0.0, 100.0)],
)
def test_that_limits_hold_where_they_are_equal_fine_or_leave_no_room_for_today(
    history: dict[str, pd.DataFrame], both: tuple[float, float]
) -> None:
    low, high = both
    found = plan(history, margin=0.4, weeks=0.5, limits=dict.fromkeys(LIMITS, both), gate=False)
    assert [len(found[name]) for name in ("base", "hour", "region")] == [16, 168, 31]
    bids = history["keyword"].get("bid", pd.Series(1.0, index=history["keyword"].index))
    for values in (np.array(found["base"]) / bids.to_numpy(), np.array(found["hour"]), np.array(found["region"])):
        assert ((values >= low - 1e-9) & (values <= high + 1e-9)).all()


def test_that_words_without_quadrants_or_figures_that_are_no_numbers_change_nothing_else() -> None:
    history = market()
    history["keyword"]["quadrant"] = None
    for frame in history.values():
        frame[COLUMNS] = frame[COLUMNS].astype(object)
        frame.loc[frame.index[:3], COLUMNS] = "-"
    found = asked(history)
    assert np.isfinite(np.array(found["base"])).all()
    assert len(set(found["base"])) > 1


def test_that_money_in_fen_gives_the_same_plan() -> None:
    history = market(1)
    plain = asked(history)
    for frame in history.values():
        frame[["cost", "revenue"]] *= 100
    history["keyword"]["bid"] *= 100
    fen = asked(history)
    assert fen["hour"] == plain["hour"]
    assert fen["base"] == pytest.approx([100 * bid for bid in plain["base"]], rel=1e-3)
