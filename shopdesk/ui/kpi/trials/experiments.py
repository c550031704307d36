"""A/B 测试: planned before it starts, entered day by day, answered honestly."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.trials import (
    EXPERIMENTS,
    Experiment,
    ExperimentDay,
    base_rate,
    days_of,
    entries_of,
    plan_of,
    put,
    remove_experiment,
    set_days,
    set_fields,
)
from shopdesk.domain.kpi.trials.experiment import Answer, ExperimentResult, MoneyAnswer, money_answer, result
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, label, restyle, scrolled
from shopdesk.ui.context import UiContext
from shopdesk.ui.entry_list import Entry
from shopdesk.ui.kpi.trials import experiment_words as words
from shopdesk.ui.kpi.trials.day_grid import DayGrid
from shopdesk.ui.kpi.trials.experiment_form import ExperimentForm
from shopdesk.ui.kpi.trials.part import TrialsPart
from shopdesk.ui.tokens import GUTTER_PX

LIST_PX = 200
GRID_PX = 496
MOST_GRID_PX = 600
"""In languages with long headers; beyond it the plan would have no room."""
DEFAULT_BASE = 0.03
DEFAULT_LIFT = 0.20


class Experiments(TrialsPart):
    """List of tests, plan and answer, the days."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._results: dict[str, ExperimentResult] = {}
        self.form = ExperimentForm()
        self.plan_note = label("", wrap=True)
        self.left_out = label("", "warn", wrap=True)
        self.cells = [[label() for _ in range(4)] for _ in range(3)]
        self.grid = DayGrid()
        self._start(list_px=LIST_PX, add=self.add_experiment, show=self.show_experiment)
        self.form.edited.connect(self._edit)
        self.grid.days_edited.connect(self._take_days)
        self.grid.stats_changed.connect(context.selection_stats)

    def show_experiment(self, experiment_id: str) -> None:
        """Show one test."""
        self._current = experiment_id
        self._draw()

    def add_experiment(self) -> None:
        """Store a new test with the shop's own conversion and traffic, and show it."""
        state = self._state
        if state is None:
            return
        facts = state.board.facts
        found = None if facts.is_empty else base_rate(facts, facts.end if state.day is None else state.day)
        base, traffic = found or (DEFAULT_BASE, 0.0)
        services = self._context.services
        today = services.today() if services is not None else state.period.end
        made = Experiment(
            uuid4().hex,
            self.tr("New A/B test"),
            self.tr("Old version"),
            self.tr("New version"),
            round(base, 4),
            DEFAULT_LIFT,
            round(traffic),
            today.isoformat(),
        )
        self._current = made.experiment_id
        self._context.push(put(made), self.tr("Add an A/B test"))

    # --- layout

    def _lay_out(self, row: QHBoxLayout) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(GUTTER_PX)
        self.plan_card = Card("…")
        self.plan_card.add_action(self.remove)
        self.plan_card.body.addWidget(self.form)
        self.plan_card.body.addWidget(self.plan_note)
        self.result_card = Card("…")
        self.result_card.body.addWidget(self.headline)
        table = QGridLayout()
        table.setHorizontalSpacing(16)
        table.setVerticalSpacing(4)
        for line, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                cell.setProperty("role", "caption" if line == 0 else "")
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                table.addWidget(cell, line, column, right if column else Qt.AlignmentFlag.AlignLeft)
        table.setColumnStretch(0, 1)
        self.result_card.body.addLayout(table)
        self.result_card.body.addWidget(scrolled(self.details, self.left_out), 1)
        middle.addWidget(self.plan_card)
        middle.addWidget(self.result_card, 1)
        self.grid.setFixedWidth(GRID_PX)
        row.addLayout(middle, 1)
        row.addWidget(self.grid)

    def _say(self) -> None:
        self.add.setText(self.tr("＋ New A/B test"))
        self.list_card.set_title(self.tr("A/B tests"))
        self.plan_card.set_title(self.tr("Plan"))
        self.result_card.set_title(self.tr("Answer"))
        self.remove.setText(self.tr("Delete this test"))
        self.list.setAccessibleName(self.tr("A/B tests"))
        heads = (self.tr("Version"), self.tr("Visitors"), self.tr("Buyers"), self.tr("Conversion (95 %)"))
        for cell, text in zip(self.cells[0], heads, strict=True):
            cell.setText(text)
        self.empty.set_texts(
            self.tr(
                "For platforms that show two versions at random (main image test, detail page test): plan the test and "
                "see beforehand how many days it takes at your traffic, then enter visitors and buyers a day."
            ),
            self.tr("Plan an A/B test"),
        )

    # --- data

    def _rows(self) -> list[Experiment]:
        workspace = self._context.workspace
        rows = workspace.rows(EXPERIMENTS).values() if workspace is not None else ()
        return sorted(rows, key=lambda row: (row.start, row.name), reverse=True)

    def _shown(self) -> Experiment | None:
        rows = self._rows()
        return next((row for row in rows if row.experiment_id == self._current), rows[0] if rows else None)

    def _draw_entry(self) -> None:
        row, workspace = self._shown(), self._context.workspace
        if row is None or workspace is None:
            return
        self._current = row.experiment_id
        days = days_of(workspace, row.experiment_id)
        self.form.set_experiment(row, is_running=bool(days))
        text, is_warning = words.plan_text(row)
        self.plan_note.setText(text)
        self._tone(self.plan_note, is_warning=is_warning)
        self.grid.set_days(row, days)
        self.grid.setFixedWidth(min(MOST_GRID_PX, max(GRID_PX, self.grid.whole_width())))
        self._show_list()
        self._ask(row, days)

    def _show_list(self) -> None:
        entries = []
        for row in self._rows():
            found = self._results.get(row.experiment_id)
            what = self.tr("from {day}").format(day=formats.full_day(date.fromisoformat(row.start)))
            said = words.headline(found, row) if found is not None else ""
            entries.append(Entry(row.experiment_id, (row.name, what, said)))
        self.list.set_entries(entries, current=self._current)

    def _ask(self, row: Experiment, days: list[ExperimentDay]) -> None:
        if not words.is_possible(row.base, row.lift):
            self._job.drop()
            self.headline.setText(self.tr("No answer without a plan"))
            self.details.setText("")
            return
        entries, bad = entries_of(days)

        def work(_job: JobContext) -> tuple[ExperimentResult, MoneyAnswer | None]:
            return result(plan_of(row), entries), money_answer(entries)

        def take(found: tuple[ExperimentResult, MoneyAnswer | None]) -> None:
            self._results[row.experiment_id] = found[0]
            self._show(row, *found, bad)
            self._show_list()

        self._job.start(self.tr("Judging an A/B test"), work, take)

    def _show(
        self, row: Experiment, found: ExperimentResult, money: MoneyAnswer | None, bad: list[ExperimentDay]
    ) -> None:
        self.headline.setText(words.headline(found, row))
        self.details.setText("\n".join(words.detail_lines(found, row, money)))
        self._tone(self.details, is_warning=found.answer is Answer.BROKEN)
        arms = found.arms
        lines = (
            (row.arm_a, arms.visitors_a, arms.buyers_a, words.rate_text(arms.rate_a, found.rate_a)),
            (row.arm_b, arms.visitors_b, arms.buyers_b, words.rate_text(arms.rate_b, found.rate_b)),
        )
        for cells, (name, visitors, buyers, rate) in zip(self.cells[1:], lines, strict=True):
            texts = (name, formats.full(visitors), formats.full(buyers), rate if visitors else formats.UNKNOWN)
            for cell, text in zip(cells, texts, strict=True):
                cell.setText(text)
        self.left_out.setVisible(bool(bad))
        if bad:
            self.left_out.setText(
                self.tr(
                    "{count} {count:day doesn't|days don't} count: a figure is missing, or there are more buyers than "
                    "visitors ({days})."
                ).format(
                    count=formats.full(len(bad)),
                    days=formats.listed(formats.day(date.fromisoformat(day.day)) for day in bad[:3]),
                )
            )

    def _tone(self, text: QWidget, *, is_warning: bool) -> None:
        text.setProperty("role", "warn" if is_warning else "secondary")
        restyle(text)

    def _edit(self, fields: dict[str, object], name: str) -> None:
        row = self._shown()
        if row is not None:
            self._context.push(set_fields(row, **fields), name)

    def _take_days(self, days: list[ExperimentDay], name: str) -> None:
        row, workspace = self._shown(), self._context.workspace
        if row is not None and workspace is not None:
            self._context.push(set_days(days_of(workspace, row.experiment_id), days), f"{row.name} · {name}")

    def _remove(self) -> None:
        row, workspace = self._shown(), self._context.workspace
        if row is not None and workspace is not None:
            name = self.tr("Delete {name}").format(name=row.name)
            self._context.push(remove_experiment(workspace, row), name)
