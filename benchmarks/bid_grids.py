"""How long an edit of the week takes to show, and a table of 10,000 bids to open, edit and scroll, in milliseconds."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import Line, fresh_process
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.estimate.fit import estimate
from shopdesk.domain.bidding.estimate.history import Cells, History, Words
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.propose.plan import propose
from shopdesk.domain.bidding.propose.settings import Settings
from shopdesk.domain.bidding.week import flat_week
from shopdesk.ui import theme
from shopdesk.ui.bidding.bids.rows import word_rows
from shopdesk.ui.bidding.bids.table import WordTable
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.charts.heat_colours import HeatScale
from shopdesk.ui.charts.heat_grid import HeatGrid
from shopdesk.ui.charts.heat_model import HeatLayer, HeatLimits

WORDS = 10_000
ROUNDS = 40
FRAME_MS = 16
OPEN_MS = 100
NAMES = (
    "week 7 × 24: all cells +5, painted",
    "week 7 × 48: all cells +5, painted",
    "10,000 bids: open",
    "10,000 bids: one bid typed",
    "10,000 bids: take all proposals",
    "10,000 bids: scroll, median frame",
)
TARGETS = (FRAME_MS, FRAME_MS, None, OPEN_MS, OPEN_MS, FRAME_MS)


def measure(*, quick: bool = False) -> Iterator[Line]:  # noqa: ARG001 - as quick as it is
    """Yield each step of a process of its own."""
    values = fresh_process("from benchmarks.bid_grids import main; main()", QT_QPA_PLATFORM="offscreen")
    for name, took, target in zip(NAMES, values, TARGETS, strict=True):
        yield Line(name, took, "ms", target=target)


def week_edit(app: QApplication, columns: int) -> float:
    """Return the median of an edit of the whole week until it is on the screen."""
    draw = np.random.default_rng(1)
    grid = HeatGrid()
    marks = draw.random((7, columns)) < 0.3
    values = np.round(draw.normal(100, 8, (7, columns)))
    grid.set_layer(
        HeatLayer(values, HeatScale(80, 120, 100), thin=~marks, marked=marks, limits=HeatLimits(30, 250, off=True))
    )
    grid.resize(800, 220)
    grid.show()
    app.processEvents()
    grid.select(0, 0, 6, columns - 1)

    def edit(step: int) -> None:
        grid.does.nudge(step)
        app.processEvents()

    return statistics.median(timed(partial(edit, 5 if at % 2 else -5)) for at in range(ROUNDS))


def plan_view(words: int = WORDS) -> PlanView:
    """Return a seeded plan with its proposal."""
    draw = np.random.default_rng(3)
    clicks = draw.poisson(draw.lognormal(2, 1, words)).astype(float)
    orders = draw.binomial(clicks.astype(int), 0.04).astype(float)
    names = tuple(f"组\t坚果{at}\t广泛匹配" for at in range(words))
    cells = Cells(names, clicks * 20.0, clicks, clicks * 150.0, orders, orders * 9_000.0, orders * 2.0)
    kinds = ("brand", "category", "competitor", "long_tail")
    quadrants = tuple(kinds[at % len(kinds)] for at in range(words))
    history = History(Words(cells, quadrants, np.full(words, 150.0)), None, None, None, weeks=6.0)
    model = estimate(history)
    profile = profile_of("taobao")
    live = Levers(bids=dict.fromkeys(names, 150), hours=flat_week(1))
    settings = Settings(margin=0.4)
    proposal = propose(model, history, settings, profile, now=live, is_smart=False, slots_per_hour=1)
    plan = BidPlan("p", "taobao", "坚果", hours=flat_week(1))
    return PlanView(plan, profile, None, history, model, proposal, live, margin=0.4)


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of this thread that a piece of work takes."""
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def bid_steps(app: QApplication) -> list[float]:
    """Return opening, one edit, all edits and a frame of scrolling."""
    view = plan_view()
    table = WordTable()
    table.resize(1000, 600)
    table.show()
    app.processEvents()
    state = {"view": view}

    def show(now: PlanView) -> None:
        state["view"] = now
        table.set_view(now, word_rows(now))
        app.processEvents()

    def keep(fields: dict[str, Any], _name: str) -> None:
        plan = state["view"].plan
        assert plan is not None
        show(replace(state["view"], plan=replace(plan, **fields)))

    table.edited.connect(keep)
    opened = timed(partial(show, view))
    model = table.panel.model
    typed = timed(partial(model.setData, model.index(3, model.position("new")), "1.77"))
    taken = timed(table.take.click)
    bar = table.panel.view.verticalScrollBar()
    frames = []
    for at in range(ROUNDS):
        bar.setValue(at * 3 * table.panel.view.row_px)
        frames.append(timed(table.panel.view.viewport().repaint))
    return [opened, typed, taken, statistics.median(frames)]


def main() -> None:
    """Print each step in ms."""
    app = QApplication([])
    theme.apply(app, look="light")
    print(week_edit(app, 24), week_edit(app, 48), *bid_steps(app), flush=True)
    os._exit(0)  # nothing is left to be kept; Qt need not take the window down
