"""前后对比: what a change did, held against what would have been without it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.trials import (
    CHANGES,
    ChangeAnswer,
    ShopChange,
    answer,
    items_by_day,
    put,
    remove_change,
    set_fields,
)
from shopdesk.app.kpi.user_metrics import metrics_of
from shopdesk.domain.kpi.catalogue import BoardMetric, Catalogue
from shopdesk.domain.kpi.trials.counterfactual import Course
from shopdesk.domain.kpi.trials.items import ItemFacts, can_judge
from shopdesk.domain.metrics import Unit
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, label
from shopdesk.ui.charts.day_chart import DayChart
from shopdesk.ui.charts.day_data import Campaign, DayChartData, DaySeries, ExpectedBand, Flag, Grain, Style
from shopdesk.ui.context import UiContext
from shopdesk.ui.entry_list import Entry
from shopdesk.ui.kpi.metrics.provenance import formula_text, table_lines
from shopdesk.ui.kpi.trials import words
from shopdesk.ui.kpi.trials.change_form import ChangeForm
from shopdesk.ui.kpi.trials.part import TrialsPart
from shopdesk.ui.kpi.view import BoardState
from shopdesk.ui.kpi.wording import metric_name

LIST_PX = 230
SIDE_PX = 290
SHOWN_BEFORE = 70  # steps before the change that the chart shows


class BeforeAfter(TrialsPart):
    """List of changes, the answer with its chart, the fields of the change."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._items: ItemFacts | None = None
        self._items_known = False
        self._answers: dict[tuple[object, ...], ChangeAnswer] = {}
        self._awaited: tuple[object, ...] | None = None
        self.form = ChangeForm()
        self.chart = DayChart()
        self._start(list_px=LIST_PX, add=self.add_change, show=self.show_change)
        self.form.edited.connect(self._edit)

    def show_board(self, state: BoardState) -> None:
        """Draw from the state; items are read anew where the facts are others."""
        if self._state is None or self._state.board is not state.board or self._state.calendar != state.calendar:
            self._answers.clear()
            self._awaited = None
            self._items_known = self._state is not None and self._state.board is state.board and self._items_known
        super().show_board(state)

    def show_change(self, change_id: str) -> None:
        """Show one change; one whose judging was cancelled is judged again."""
        self._current = change_id
        self._awaited = None
        self._draw()

    def add_change(self) -> None:
        """Store a new change of the whole shop on the day shown and show it."""
        state = self._state
        if state is None:
            return
        day = state.period.start if state.day is None else max(state.period.start, state.board.facts.start)
        made = ShopChange(uuid4().hex, self.tr("New change"), day.isoformat())
        self._current = made.change_id
        self._context.push(put(made), self.tr("Add a change to judge"))

    # --- layout

    def _lay_out(self, row: QHBoxLayout) -> None:
        middle = self.answer_card = Card()
        middle.body.addWidget(self.headline)
        middle.body.addWidget(self.details)
        middle.body.addWidget(self.chart, 1)
        middle.body.addStretch(0)  # keeps the texts together where there is no chart
        right = self.form_card = Card("…")
        right.setFixedWidth(SIDE_PX)
        right.body.addWidget(self.form)
        right.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.note = label("", "caption", wrap=True)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.note.setObjectName("scrolled")
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        scroll.setWidget(self.note)
        right.body.addWidget(scroll, 1)
        row.addWidget(middle, 1)
        row.addWidget(right)

    def _say(self) -> None:
        self.add.setText(self.tr("＋ New change"))
        self.list_card.set_title(self.tr("Changes"))
        self.form_card.set_title(self.tr("This change"))
        self.remove.setText(self.tr("Delete this change"))
        self.list.setAccessibleName(self.tr("Changes to judge"))
        self.empty.set_texts(
            self.tr(
                "A new main image, detail page or price: enter what was changed and when. The shop's own figures then "
                "say what would have been without it, how sure that is, and how many days an answer still needs."
            ),
            self.tr("Enter a change"),
        )
        self.note.setText(
            self.tr(
                "Only the time before the change goes into the expected line; campaign days are left out. The number "
                "of days is settled beforehand, so you may look every day. This is no A/B test: something else that "
                "happened on the same day can't be told apart."
            )
        )

    # --- data

    def _rows(self) -> list[ShopChange]:
        workspace = self._context.workspace
        rows = workspace.rows(CHANGES).values() if workspace is not None else ()
        return sorted(rows, key=lambda change: (change.day, change.name), reverse=True)

    def _draw_entry(self) -> None:
        changes = self._rows()
        current = next((one for one in changes if one.change_id == self._current), changes[0])
        self._current = current.change_id
        self.list.set_entries([self._entry(one, changes) for one in changes], current=current.change_id)
        metrics = self._catalogue()
        self.form.set_change(current, self._items, metrics)
        metric = metrics.get(current.metric)
        if metric is None or not can_judge(metric):
            self._forget()
            self._show_unjudged()
            return
        known = self._answers.get(_asked(current, changes, metric))
        if known is not None:
            self._forget()
            self._show(replace(known, change=current))
        else:
            self._ask(current, changes, metric)

    def _catalogue(self) -> Catalogue:
        return metrics_of(self._context.workspace)

    def _entry(self, change: ShopChange, changes: list[ShopChange]) -> Entry:
        metric = self._catalogue().get(change.metric)
        known = None if metric is None else self._answers.get(_asked(change, changes, metric))
        name = self.tr("removed metric") if metric is None else metric_name(metric)
        what = f"{words.day_text(change.day)} · {name}"
        said = words.headline(known) if known is not None else self.tr("Open it for an answer")
        return Entry(change.change_id, (change.name, what, said))

    def _ask(self, change: ShopChange, changes: list[ShopChange], metric: BoardMetric) -> None:
        state, workspace = self._state, self._context.workspace
        asked = _asked(change, changes, metric)
        if state is None or workspace is None or asked == self._awaited:
            return
        self._awaited = asked
        self.headline.setText(self.tr("Working it out…"))
        self.details.setText("")
        self.chart.set_data(DayChartData())
        others = [one for one in changes if one.change_id != change.change_id]
        kept, is_kept = self._items, self._items_known

        def work(job: JobContext) -> tuple[ItemFacts | None, ChangeAnswer]:
            items = kept if is_kept else items_by_day(workspace, job)
            facts, calendar = state.board.facts, state.calendar
            return items, answer(change, others, metric=metric, facts=facts, items=items, calendar=calendar, job=job)

        def take(found: tuple[ItemFacts | None, ChangeAnswer]) -> None:
            self._items, self._items_known = found[0], True
            self._answers[asked] = found[1]
            self._awaited = None
            self._draw()

        self._job.start(self.tr("Judging a change"), work, take)

    def _forget(self) -> None:
        super()._forget()
        self._awaited = None

    def _show_unjudged(self) -> None:
        """Say that the figure of the change is no longer one that a change can be judged by."""
        self.headline.setText(self.tr("No figure to judge by"))
        self.details.setText(
            self.tr("The own metric was removed, or its formula now takes something away: choose another figure.")
        )
        self.chart.setVisible(False)

    def _show(self, found: ChangeAnswer) -> None:
        self.headline.setText(words.headline(found))
        self.details.setText("\n".join(words.detail_lines(found)))
        board = self._state.board if self._state is not None else None
        behind = [formula_text(found.metric), *(table_lines((found.table,), board) if board is not None else ())]
        for text in (self.headline, self.details):
            text.setToolTip("\n".join(behind))
        name = metric_name(found.metric)
        self.chart.set_name(f"{found.change.name} · {name}")
        course = found.judgement.course
        self.chart.setVisible(course is not None)
        self.chart.set_data(DayChartData() if course is None else self._chart_data(found, course))

    def _chart_data(self, found: ChangeAnswer, course: Course) -> DayChartData:
        day = date.fromisoformat(found.change.day)
        at = next((place for place, first in enumerate(course.days) if first >= day), len(course.days))
        shown = slice(max(0, at - SHOWN_BEFORE), None)
        metric = found.metric
        kind = metric.unit.value
        per_day = course.step_days > 1 and metric.unit is not Unit.RATIO
        name = self.tr("{name} a day").format(name=metric_name(metric)) if per_day else metric_name(metric)
        starts = course.days[shown]
        series = (
            DaySeries(name, course.actual[shown], kind=kind),
            DaySeries(
                self.tr("Without the change"), course.expected[shown], kind=kind, role="category", style=Style.DASHED
            ),
        )
        band = ExpectedBand(self.tr("95 % range"), course.low[shown], course.high[shown])
        return DayChartData(
            starts=starts,
            series=series,
            grain=Grain.WEEK if course.step_days > 1 else Grain.DAY,
            expected=band,
            campaigns=self._campaigns(),
            flags=(Flag(found.change.name, day), *self._end_flags(found.change)),
            from_zero=metric.unit is not Unit.RATIO,
        )

    def _end_flags(self, change: ShopChange) -> tuple[Flag, ...]:
        last = change.last
        return () if last is None else (Flag(self.tr("{name}: last day").format(name=change.name), last),)

    def _campaigns(self) -> tuple[Campaign, ...]:
        state = self._state
        chinese = formats.language() == "zh_CN"
        known = state.calendar.campaigns if state is not None else ()
        return tuple(Campaign(one.name(chinese=chinese), one.start, one.end) for one in known)

    def _edit(self, fields: dict[str, object], name: str) -> None:
        current = next((one for one in self._rows() if one.change_id == self._current), None)
        if current is None:
            return
        if "items" in fields and self._items is not None:
            told = [one.name for one in self._catalogue().values() if can_judge(one) and self._items.tells(one)]
            if fields["items"] and current.metric not in told and told:
                fields = {**fields, "metric": told[0]}
        self._context.push(set_fields(current, **fields), name)

    def _remove(self) -> None:
        current = next((one for one in self._rows() if one.change_id == self._current), None)
        if current is not None:
            self._context.push(remove_change(current), self.tr("Delete {name}").format(name=current.name))


def _asked(change: ShopChange, changes: list[ShopChange], metric: BoardMetric) -> tuple[object, ...]:
    """Return what an answer rests on beside the data: the change, its metric, and what happened to other items."""
    others = sorted((one.day, one.items) for one in changes if one.change_id != change.change_id)
    return replace(change, name=""), metric, tuple(others)
