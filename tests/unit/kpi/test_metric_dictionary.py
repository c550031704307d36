from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from shopdesk.domain.kpi.catalogue import BOARD, DEFAULT_TILES, FEN_PARTS, PARTS, PEOPLE_PARTS
from shopdesk.domain.kpi.parts import Kind, RollUp
from shopdesk.domain.kpi.term import Name, names
from shopdesk.domain.metrics import Unit

ROOT = Path(__file__).parents[3]


def entries(kind: str) -> list[dict[str, str]]:
    with (ROOT / "resources" / "metric_dictionary.toml").open("rb") as file:
        return list(tomllib.load(file)[kind])


def test_that_the_compiled_metrics_are_those_of_the_dictionary() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "metrics.py", "check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_that_every_metric_is_made_of_known_parts_and_every_part_is_used() -> None:
    used = {part for metric in BOARD.values() for part in names(metric.term)}
    counts = {metric.count for metric in BOARD.values()} | {part.count for part in PARTS.values()}
    assert used <= PARTS.keys()
    assert counts <= PARTS.keys()
    assert PARTS.keys() - used - counts == set()


def test_that_there_are_at_least_76_metrics_with_names_that_are_nobody_elses() -> None:
    assert len(BOARD) >= 76
    for language in ("zh", "en"):
        spelled = [getattr(metric, language) for metric in BOARD.values()]
        assert len(spelled) == len(set(spelled))
    assert set(DEFAULT_TILES) <= BOARD.keys()


def test_that_a_name_which_a_part_and_a_metric_share_means_the_same() -> None:
    for language in ("zh", "en"):
        by_name = {getattr(part, language): part.name for part in PARTS.values()}
        for metric in BOARD.values():
            part = by_name.get(getattr(metric, language))
            assert part is None or metric.term == Name(part), metric.name
    for key in PARTS.keys() & BOARD.keys():
        assert BOARD[key].term == Name(key)


def test_that_people_and_money_are_what_their_unit_says() -> None:
    for part in PARTS.values():
        assert part.kind is not Kind.MONEY or part.name in FEN_PARTS
        if part.kind is Kind.PEOPLE:
            assert part.name in PEOPLE_PARTS or part.roll_up.is_window, part.name  # people are never plain sums
    for metric in BOARD.values():
        if metric.unit is Unit.PEOPLE:
            assert PARTS[metric.numerator].roll_up in (RollUp.PEOPLE, RollUp.ORDERS)


def test_that_figures_with_several_meanings_are_named_apart() -> None:
    zh = {name: metric.zh for name, metric in BOARD.items()}
    assert BOARD["ad_roi"].parts == tuple(reversed(BOARD["acos"].parts))  # ROI isn't upside down
    assert len({zh[name] for name in ("refund_rate", "refund_rate_paid_day", "refund_rate_count")}) == 3
    assert len({zh[name] for name in ("repeat_users", "repeat_order_share", "rebuy")}) == 3
    assert BOARD["aov"].denominator == "pay_buyers"
    assert BOARD["order_value"].denominator == "pay_orders"
    assert BOARD["live_gpm"].denominator == "live_views"
    assert BOARD["live_uv_value"].denominator == "live_viewers"


def test_that_each_entry_has_words_in_both_languages_and_a_known_source() -> None:
    with (ROOT / "resources" / "metric_dictionary.toml").open("rb") as file:
        sources = tomllib.load(file)["sources"]
    for entry in entries("metric"):
        assert bool(entry.get("note_zh")) == bool(entry.get("note_en")), entry["key"]
        assert entry.get("evidence", "common") in sources
