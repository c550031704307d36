"""The alerts as a table, for automation: one row an alert, open ones first."""

from __future__ import annotations

from typing import Final

from shopdesk.app.jobs import SILENT
from shopdesk.app.kpi.alert_board import AlertBoard, alert_board
from shopdesk.app.kpi.alert_marks import MarkState
from shopdesk.app.kpi.kept_board import find_board
from shopdesk.app.kpi.watching import ShownAlert, find_watches
from shopdesk.app.services import ExportColumn, ExportSheet
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.alerts.watch import NO_WATCHES

_WORDS: Final = {
    "alerts": ("异动预警", "Alerts"),
    "metric": ("指标", "Metric"),
    "direction": ("方向", "Direction"),
    "up": ("高于常态", "above normal"),
    "down": ("低于常态", "below normal"),
    "state": ("状态", "State"),
    "open": ("进行中", "open"),
    "over": ("已结束", "over"),
    "mark": ("处理", "Dealt with"),
    "new": ("未处理", "no"),
    "handled": ("处理了", "handled"),
    "ignored": ("忽略", "ignored"),
    "later": ("稍后提醒", "later"),
    "since": ("开始", "Since"),
    "last": ("最近一天", "Last day"),
    "value": ("当日值", "Value"),
    "expected": ("预计", "Expected"),
    "gap": ("偏离", "Off by"),
    "chance": ("把握", "Certainty"),
    "worth": ("至今影响（元）", "So far (yuan)"),
    "low": ("80 % 下限（元）", "80 % low (yuan)"),
    "high": ("80 % 上限（元）", "80 % high (yuan)"),
    "note": ("备注", "Note"),
    "nothing": (
        "还没有可判断的指标：请导入店铺日报，至少 28 个平常日。",
        "Nothing to watch yet: import daily reports, at least 28 ordinary days.",
    ),
    "calm": ("截至 {day}，没有异动。", "Nothing out of the ordinary up to {day}."),
    "too_few": ("数据太少，暂不判断：{names}。", "Too few data to judge: {names}."),
    "between": ("、", ", "),
    "basis": (
        "预计与区间来自每个指标自己的历史；把握是同等证据在模拟店铺中属实的比例。空白：算不出金额或简单规则。",
        "Expected values come from each metric's own past; certainty is the share of such evidence that was real in "
        "synthetic shops. Empty: no money can be told, or the plain rule.",
    ),
}


def alert_sheet(workspace: Workspace, language: str) -> ExportSheet:
    """Check the shop and return its open and recent alerts as a sheet."""
    place = 0 if language.startswith("zh") else 1
    words = {name: both[place] for name, both in _WORDS.items()}
    columns = (
        ExportColumn(words["metric"]),
        ExportColumn(words["direction"]),
        ExportColumn(words["state"]),
        ExportColumn(words["mark"]),
        ExportColumn(words["since"], "date"),
        ExportColumn(words["last"], "date"),
        ExportColumn(words["value"], "number"),
        ExportColumn(words["expected"], "number"),
        ExportColumn(words["gap"], "percent"),
        ExportColumn(words["chance"], "percent"),
        ExportColumn(words["worth"], "money"),
        ExportColumn(words["low"], "money"),
        ExportColumn(words["high"], "money"),
        ExportColumn(words["note"]),
    )
    board = find_board(workspace, SILENT).board
    watches = NO_WATCHES if board.facts.is_empty else find_watches(workspace, board, SILENT).watches
    found = alert_board(workspace, board, watches)
    rows = [_row(shown, words, chinese=place == 0) for shown in found.alerts]
    return ExportSheet(
        words["alerts"], columns, rows, notes=(*_standing(found, words, chinese=place == 0), words["basis"])
    )


def _standing(found: AlertBoard, words: dict[str, str], *, chinese: bool) -> list[str]:
    """Return what an empty or short list means: nothing to watch, nothing odd, or too few data."""
    if found.last is None:
        return [words["nothing"]]
    unjudged = [one.metric.zh if chinese else one.metric.en for one in found.too_few]
    lines = [] if found.alerts or unjudged else [words["calm"].format(day=found.last.isoformat())]
    if unjudged:
        lines.append(words["too_few"].format(names=words["between"].join(unjudged)))
    return lines


def _row(shown: ShownAlert, words: dict[str, str], *, chinese: bool) -> list[object]:
    alert, worth = shown.alert, shown.worth
    return [
        shown.metric.zh if chinese else shown.metric.en,
        words["up" if alert.direction > 0 else "down"],
        words["open" if alert.is_open else "over"],
        words[MarkState(shown.mark.state).value],
        alert.since,
        alert.last,
        round(alert.value, 6),
        round(alert.expected, 6),
        round(alert.gap, 4),
        None if alert.chance is None else round(alert.chance, 2),
        *((round(worth.amount, 2), round(worth.low, 2), round(worth.high, 2)) if worth else (None, None, None)),
        shown.mark.note,
    ]
