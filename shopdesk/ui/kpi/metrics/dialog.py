"""口径: every metric with its formula, roll-up, traps, and whether it is known here; own ones are made and changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from shopdesk.app.changes import Together
from shopdesk.app.kpi.board import SourceFiles
from shopdesk.app.kpi.documents import MAIN, TILES, choose_tiles
from shopdesk.app.kpi.metric_notes import metric_notes
from shopdesk.app.kpi.user_metrics import USER_METRICS, UserMetric, dictionary_of, drop_metrics, users_of
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.dictionary import OWN_GROUP
from shopdesk.domain.kpi.formula import FormulaIssue, stored
from shopdesk.domain.kpi.term import written
from shopdesk.domain.metrics import Good, Unit
from shopdesk.ui import formats
from shopdesk.ui.cards import button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.grid.columns import Column
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.grid.panel import GridPanel
from shopdesk.ui.kpi.metrics.editor import MetricEditor
from shopdesk.ui.kpi.metrics.provenance import files_text, lacking_text, terms_text
from shopdesk.ui.kpi.metrics.words import days_text, good_text, group_name, issue_text, shops_text, unit_text
from shopdesk.ui.kpi.view import BoardState
from shopdesk.ui.kpi.wording import metric_name, part_name

DETAIL_HEIGHT_PX: Final = 72
COLUMNS: Final = ("name", "group", "formula", "unit", "good", "days", "shops", "known", "note", "checked")


class DictionaryDialog(DialogShell):
    """Every edit counts at once and can be undone; the dialog has nothing to confirm."""

    def __init__(self, context: UiContext, *, state: BoardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._state = state
        self.resize(1280, 640)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(260)
        self.grid = GridPanel(self._columns(), title=lambda: self.tr("Metrics"), read_only=True, small=True)
        self.detail = label("", "secondary", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.detail.setMinimumHeight(DETAIL_HEIGHT_PX)
        self.told = label("", "warn", wrap=True)
        self.add, self.change, self.remove, self.close_button = button(), button(), button(), button(primary=True)
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.grid.row_changed.connect(self._show_row)
        self.grid.view.doubleClicked.connect(lambda _index: self.change_chosen())
        self.add.clicked.connect(lambda: self.edit(None))
        self.change.clicked.connect(self.change_chosen)
        self.remove.clicked.connect(self.remove_chosen)
        self.close_button.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        context.changed.connect(self._note_change)
        context.workspace_replaced.connect(self.reject)
        self._write()
        self._fill()
        self.search.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill()
        super().changeEvent(event)

    def chosen_own(self) -> UserMetric | None:
        """Return the chosen metric where it is the user's own."""
        workspace = self._context.workspace
        keys = self.grid.view.selected_keys()
        return workspace.row(USER_METRICS, (str(keys[0]),)) if workspace is not None and keys else None

    def edit(self, row: UserMetric | None) -> None:
        """Open the editor on an own metric, or on a new one."""
        editor = MetricEditor(self._context, state=self._state, row=row, parent=self)
        editor.finished.connect(editor.deleteLater)
        editor.setWindowModality(Qt.WindowModality.WindowModal)
        editor.show()

    def change_chosen(self) -> None:
        """Change the chosen metric where it is the user's own."""
        row = self.chosen_own()
        if row is not None:
            self.edit(row)

    def remove_chosen(self) -> None:
        """Remove the chosen own metric and its tile, unless another formula needs it."""
        row, workspace = self.chosen_own(), self._context.workspace
        if row is None or workspace is None:
            return
        users = users_of(workspace, row.key)
        if users:
            names = formats.listed(_own_name(one) for one in users)
            self.told.setText(self.tr("Still used by: {names}").format(names=names))
            return
        shown = workspace.row(TILES, (MAIN,))
        kept = [name for name in shown.metrics if name != row.key] if shown is not None else []
        tiles = [choose_tiles(kept)] if shown is not None and row.key in shown.metrics else []
        self._context.push(
            Together((drop_metrics([row.key]), *tiles)), self.tr("remove metric {name}").format(name=_own_name(row))
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        self._intro = label("", "secondary", wrap=True)
        top.addWidget(self._intro, 1)
        top.addWidget(self.search)
        row = QHBoxLayout()
        for widget in (self.add, self.change, self.remove):
            row.addWidget(widget)
        row.addWidget(self.told, 1)
        row.addWidget(self.close_button)
        self.column.addLayout(top)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.detail)
        self.column.addLayout(row)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(name="name", title=lambda: self.tr("Metric"), width=150, emphasis=True),
            Column(name="group", title=lambda: self.tr("Group"), width=84),
            Column(name="formula", title=lambda: self.tr("Formula"), width=160, grow=2),
            Column(name="days", title=lambda: self.tr("Over days"), width=150, grow=1),
            Column(name="shops", title=lambda: self.tr("Over shops"), width=110),
            Column(name="known", title=lambda: self.tr("Here"), width=120, grow=1,
                   help=lambda: self.tr("Which files give it, or what to import")),
            Column(name="note", title=lambda: self.tr("Mind"), width=120, grow=1),
            Column(name="checked", title=lambda: self.tr("Definition"), width=96,
                   help=lambda: self.tr("“please check”: general knowledge that no platform page was seen for")),
            Column(name="unit", title=lambda: self.tr("Unit"), width=70),
            Column(name="good", title=lambda: self.tr("Good"), width=112),
        )  # fmt: skip

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Metrics and what they mean"))
        self._intro.setText(
            self.tr(
                "What each figure is made of, how it comes from several days and shops, and which files give it. "
                "Own metrics are formulas over these; they can be shown wherever a metric can."
            )
        )
        self.search.setPlaceholderText(self.tr("Search name, formula, note"))
        self.search.setAccessibleName(self.tr("Search metrics"))
        self.add.setText(self.tr("New metric…"))
        self.change.setText(self.tr("Change…"))
        self.remove.setText(self.tr("Remove"))
        self.close_button.setText(self.tr("Close"))

    def _note_change(self, names: frozenset[str]) -> None:
        if USER_METRICS.name in names:
            self._fill()

    def _show_row(self, key: Hashable | None) -> None:
        """Show the chosen row in full below the table, and what can be done with it."""
        frame = self.grid.model.frame
        place = None if key is None else frame.place(key)
        row = {} if place is None else {name: frame.value(name, place) for name in COLUMNS}
        lines = [
            f"{row['name']} = {row['formula']}",
            self.tr("Over days: {days}. Over shops: {shops}.").format(**row),
            row["known"],
            row["note"],
        ] if row else []  # fmt: skip
        self.detail.setText("\n".join(line for line in lines if line))
        is_own = self.chosen_own() is not None
        self.change.setEnabled(is_own)
        self.remove.setEnabled(is_own)
        self.told.setText("")

    # --- rows

    def _fill(self) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        found = dictionary_of(workspace)
        rows = [(name, self._row(metric)) for name, metric in found.metrics.items()]
        rows += [(name, self._wrong_row(name, issue)) for name, issue in found.wrong.items()]
        sought = self.search.text().casefold().split()
        shown = [(key, row) for key, row in rows if _holds(row.values(), sought)]
        data = {name: [row[name] for _, row in shown] for name in COLUMNS}
        keys: list[Hashable] = [key for key, _ in shown]
        self.grid.set_frame(GridFrame(data, keys=keys))
        chosen = self.grid.view.selected_keys()
        self._show_row(chosen[0] if chosen else next(iter(keys), None))

    def _row(self, metric: BoardMetric) -> dict[str, str]:
        note = metric_notes().get(metric.name)
        chinese = formats.language() == "zh_CN"
        if metric.group == OWN_GROUP:
            checked = self.tr("own")
        else:
            checked = self.tr("seen") if note is not None and note.is_checked else self.tr("please check")
        return {
            "name": metric_name(metric),
            "group": group_name(metric.group),
            "formula": terms_text(metric),
            "unit": unit_text(metric.unit),
            "good": good_text(metric.good),
            "days": days_text(metric),
            "shops": shops_text(metric),
            "known": known_text(self._state.board.facts, metric, self._state.board.files),
            "note": "" if note is None else (note.zh if chinese else note.en),
            "checked": checked,
        }

    def _wrong_row(self, name: str, issue: FormulaIssue) -> dict[str, str]:
        workspace = self._context.workspace
        row = workspace.row(USER_METRICS, (name,)) if workspace is not None else None
        if row is None:
            return dict.fromkeys(COLUMNS, "")
        return {
            **dict.fromkeys(COLUMNS, ""),
            "name": _own_name(row),
            "group": group_name(OWN_GROUP),
            "formula": written(stored(row.formula), self._name),
            "unit": unit_text(Unit(row.unit)),
            "good": good_text(Good(row.good)),
            "known": issue_text(issue, name_of=self._name),
        }

    def _name(self, key: str) -> str:
        workspace = self._context.workspace
        own = workspace.row(USER_METRICS, (key,)) if workspace is not None else None
        if own is not None:
            return _own_name(own)
        return metric_name(BOARD[key]) if key in BOARD else part_name(key)


def known_text(facts: DailyFacts, metric: BoardMetric, files: Mapping[str, SourceFiles]) -> str:
    """Return the files behind a metric, else what to import for it."""
    lacking = lacking_text(facts, metric)
    if lacking:
        return lacking
    tables = dict.fromkeys(source.table for part in metric.parts for source in facts.parts[part].sources)
    return "；".join(files_text(files[table]) for table in tables if table in files)


def _own_name(row: UserMetric) -> str:
    return row.zh if formats.language() == "zh_CN" else row.en or row.zh


def _holds(texts: Iterable[str], sought: list[str]) -> bool:
    whole = " ".join(texts).casefold()
    return all(word in whole for word in sought)
