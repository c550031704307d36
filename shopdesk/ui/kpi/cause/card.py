"""The cause card: waterfall, tree and what is beside it; for the cause view and the overview alike."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.cause import Answer, answer, happened
from shopdesk.app.kpi.words_said import SaidOfWords, said_of_words
from shopdesk.domain.kpi.attribution.chains import Link
from shopdesk.domain.kpi.attribution.explain import Question
from shopdesk.domain.kpi.attribution.explanation import Explanation, Unexplained
from shopdesk.domain.kpi.attribution.method import PRODUCT_METHODS, Method
from shopdesk.domain.kpi.attribution.shown import Division, Shown, ShownFactor, ShownPart, shown
from shopdesk.domain.kpi.catalogue import BoardMetric
from shopdesk.domain.periods import Period
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, Chip, ElidedLabel, button, label
from shopdesk.ui.charts.chart_actions import ChartActions
from shopdesk.ui.charts.waterfall import Bar, Role, Waterfall
from shopdesk.ui.context import UiContext
from shopdesk.ui.kpi.cause import choices, remarks, wording
from shopdesk.ui.kpi.cause.divider import MOST_LINES, Divider
from shopdesk.ui.kpi.cause.effect_tree import EffectTree
from shopdesk.ui.kpi.cause.next_steps import NextStep, next_steps
from shopdesk.ui.kpi.cause.side_panel import SidePanel
from shopdesk.ui.kpi.metrics.provenance import source_lines
from shopdesk.ui.kpi.view import BoardState
from shopdesk.ui.kpi.wording import span_text
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX

if TYPE_CHECKING:
    from shopdesk.domain.kpi.segments.build import SegmentSet

MOST_TABLE_LINES: Final = 500


class CauseCard(Card):
    """Explains one metric between two periods. Segments are read in a job once a board; factors stand at once.

    ``action_wanted`` carries the explanation that an action shall be made of.
    """

    action_wanted = Signal(object)
    explained = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None, *, compact: bool = False) -> None:
        """``compact``: waterfall, tree and the largest line only, for a place that is low; the rest is in tool tips."""
        super().__init__(parent=parent)
        self._context = context
        self._is_compact = compact
        self._job = LatestJob(context.jobs, self)
        self._joining = LatestJob(context.jobs, self)
        self._explaining = LatestJob(context.jobs, self)
        self._state: BoardState | None = None
        self._asked: tuple[BoardMetric, Period, Period] | None = None
        self._method: Method | None = None
        self._order: tuple[str, ...] = ()
        self._division: Division | None = None
        self._segments: SegmentSet | None = None
        self._segments_of: object = None
        self._said: SaidOfWords | None = None
        self._answer: Answer | None = None
        self._shown: Shown | None = None
        self._build()
        self._write()

    @property
    def found(self) -> Explanation | None:
        """The explanation shown, None where there is none."""
        found = self._answer.found if self._answer is not None else None
        return found if isinstance(found, Explanation) else None

    @property
    def on_screen(self) -> Shown | None:
        """The explanation in the steps it is shown with."""
        return self._shown

    def show_cause(self, state: BoardState, *, metric: BoardMetric, before: Period, after: Period) -> None:
        """Explain a metric between two periods of a board."""
        if self._asked is None or self._asked[0] is not metric:
            self._order = ()
        self._state, self._asked = state, (metric, before, after)
        self._load_segments(state)
        self._explain()

    def forget(self) -> None:
        """Drop what belongs to the shop before."""
        self._job.drop()
        self._joining.drop()
        self._explaining.drop()
        self._state = self._asked = self._segments = self._segments_of = self._answer = self._shown = self._said = None

    def choose_method(self, method: Method | None) -> None:
        """Divide by another method; None takes the fitting one."""
        self._method = method
        self._explain()

    def choose_order(self, order: tuple[str, ...]) -> None:
        """Substitute the factors in another order."""
        self._method, self._order = Method.SUBSTITUTION, order
        self._explain()

    def choose_division(self, division: Division | None) -> None:
        """Show factors by another dimension, or the whole by its segments; None takes what says most."""
        self._division = division
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._draw()
        super().changeEvent(event)

    # --- layout

    def _build(self) -> None:
        self.chip = Chip()
        self.division = choices.small_combo()
        self.division.activated.connect(lambda place: self.choose_division(self.division.itemData(place)))
        self.method = choices.small_combo()
        self.method.activated.connect(self._method_chosen)
        self.order = button(small=True)
        self.order.clicked.connect(self._open_orders)
        self.further = button(small=True)
        self.further.setEnabled(False)
        self.further.clicked.connect(self._open_further)
        self.verbs = ChartActions()
        self.verbs.table.setCheckable(False)
        for widget in (self.chip, self.division, self.method, self.order, self.further, self.verbs):
            self.add_action(widget)
        self.waterfall = Waterfall()
        self.tree = EffectTree()
        self.tree.behind = self._behind
        self.side = SidePanel(compact=self._is_compact)
        self.sum = ElidedLabel()
        self.sum.setProperty("role", "caption")
        self.sentence = ElidedLabel()
        self.note = ElidedLabel()
        self.note.setProperty("role", "caption")
        self.lack = label("", "secondary", wrap=True)
        self.lack.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.get_data = button()
        self.get_data.clicked.connect(self._context.import_requested)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.waterfall, 1)
        left.addWidget(self.sum)
        row = QHBoxLayout()
        row.setSpacing(GUTTER_PX)
        row.addLayout(left, 4 if self._is_compact else 5)
        row.addWidget(self.tree, 7 if self._is_compact else 6)
        row.addWidget(self.side)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addLayout(row, 1)
        column.addWidget(self.note)
        self._nothing = QWidget()
        empty = QVBoxLayout(self._nothing)
        empty.addStretch(1)
        empty.addWidget(self.lack)
        empty.addWidget(self.get_data, 0, Qt.AlignmentFlag.AlignHCenter)
        empty.addStretch(1)
        self.body.addWidget(self._full, 1)
        self.body.addWidget(self._nothing, 1)
        self._connect()

    def _connect(self) -> None:
        self.waterfall.bar_chosen.connect(lambda place: self.tree.go_to_term(place - 1))
        self.tree.line_changed.connect(self.further.setEnabled)
        self.verbs.table_clicked.connect(self._show_table)
        self.verbs.png_clicked.connect(self.waterfall.save_picture)
        self.verbs.copy_clicked.connect(self.waterfall.copy_picture)
        self.side.place_wanted.connect(self._go)
        self.side.action_wanted.connect(lambda: self.action_wanted.emit(self.found))

    def _write(self) -> None:
        self.set_title(self.tr("Causes"))
        self.order.setText(self.tr("Order ▾"))
        self.further.setText(self.tr("Divide line ▾"))
        self.further.setToolTip(
            self.tr("Divide the chosen segment once more, e.g. a source by items; lines with an arrow can be divided")
        )
        self.method.setAccessibleName(self.tr("Method"))
        self.division.setAccessibleName(self.tr("Divide by"))
        self.get_data.setText(self.tr("Import files…"))

    # --- work

    def _load_segments(self, state: BoardState) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        if self._segments_of is state.board:
            if self._said is not None and self._said != said_of_words(workspace):
                self._join()  # words have another quadrant
            return
        self._segments, self._segments_of = None, state.board

        def work(job: JobContext) -> Any:
            from shopdesk.app.kpi.segments import segments

            return segments(workspace, job)

        self._job.start(self.tr("Reading sources, items and regions"), work, self._take)

    def _take(self, segments: SegmentSet) -> None:
        self._segments = segments
        self._explain()
        self._join()

    def _join(self) -> None:
        """Read what divides segments further, once the first picture stands; a low card has no room for it."""
        workspace = self._context.workspace
        if workspace is None or self._is_compact:
            return
        from shopdesk.app.kpi.segments import segments_joined

        said = self._said = said_of_words(workspace)
        self._joining.start(
            self.tr("Reading what divides segments further"),
            lambda job: segments_joined(workspace, job, said),
            self._take_joined,
        )

    def _take_joined(self, segments: SegmentSet) -> None:
        self._segments = segments
        self._explain()

    def _explain(self) -> None:
        workspace, state, asked = self._context.workspace, self._state, self._asked
        if workspace is None or state is None or asked is None:
            return
        metric, before, after = asked
        question = Question(metric, before, after, self._method, self._order)
        events = happened(workspace, before=before, after=after)
        segments, facts, calendar = self._segments, state.board.facts, state.calendar

        def work(_job: JobContext) -> Answer:
            return answer(workspace, facts, question, calendar=calendar, segments=segments, events=events)

        self._explaining.start(self.tr("Explaining the change"), work, self._take_answer)

    def _take_answer(self, found: Answer) -> None:
        self._answer = found
        self._draw()
        self.explained.emit()

    # --- drawing

    def _draw(self) -> None:
        found = self._answer.found if self._answer is not None else None
        is_found = isinstance(found, Explanation)
        self._full.setVisible(is_found)
        self._nothing.setVisible(not is_found)
        self.chip.setVisible(is_found)
        self.method.setVisible(is_found)
        for widget in (self.division, self.further, self.verbs, self.sentence, self.note):
            widget.setVisible(is_found and not self._is_compact)
        self.order.setVisible(isinstance(found, Explanation) and found.method is Method.SUBSTITUTION)
        if isinstance(found, Explanation):
            self._draw_found(found)
        elif isinstance(found, Unexplained) and self._asked is not None:
            self._shown = None
            self.set_title(self.tr("Causes"))
            self.lack.setText(remarks.lack_text(found, before=self._asked[1], after=self._asked[2]))
            self.get_data.setVisible(bool(found.parts))

    def _draw_found(self, found: Explanation) -> None:
        workspace = self._context.workspace
        division = self._division if self._division in choices.divisions(found) else None
        on_screen = shown(found, division=division, most=MOST_LINES)
        self._shown = on_screen
        self.set_title(self.tr("Causes"), wording.title_text(found, on_screen))
        words, tone, reason = wording.verdict_text(found)
        self.chip.set_state(words, tone)
        self.chip.setToolTip(reason)
        self._fill_divisions(found, division)
        self._fill_methods(found, on_screen)
        self._draw_waterfall(found, on_screen)
        joined = self._segments if self._segments is not None and self._segments.joints else None
        self.tree.show_parts(found, on_screen, Divider(found, on_screen, joined) if joined is not None else None)
        notes = self._notes(found)
        sentence = wording.sentence(found, division=division)
        written_out = wording.sum_text(found, on_screen)
        behind = remarks.behind(found, on_screen, self._state.board) if self._state is not None else []
        for where, text, tip in (
            (self.sum, written_out, [sentence, written_out, *notes, *behind]),
            (self.sentence, sentence, [sentence, *behind]),
            (self.note, "　".join(notes), notes),
        ):
            where.setText(text)
            where.setToolTip("\n".join(tip))
        steps = next_steps(workspace, found, on_screen) if workspace is not None else []
        self.side.show_parts(found, on_screen, steps)
        self.side.largest.setToolTip("\n".join([self.side.largest.text(), *behind]))

    def _notes(self, found: Explanation) -> list[str]:
        lines = remarks.notes(found, asked=self._method)
        if self._segments is None:
            lines.append(self.tr("Reading sources, items and regions…"))
        missing = self._answer.missing if self._answer is not None else ()
        return lines + [remarks.missing_text(one) for one in missing]

    def _behind(self, link: Link) -> list[str]:
        """Return the reports of a factor with their files and up to when they go."""
        if self._state is None:
            return []
        board = self._state.board
        return source_lines(board.facts.sources_of(link.parts), board.files)

    def _draw_waterfall(self, found: Explanation, on_screen: Shown) -> None:
        metric, step = found.metric, on_screen.step
        periods = [side.period for side in (found.before, found.after)]
        is_tight = len(on_screen.terms) > MOST_LINES
        start, end = (formats.span(one.start, one.end) if is_tight else span_text(one) for one in periods)
        bars = [Bar(start, on_screen.before * step, wording.level_text(metric, on_screen.before, step), Role.LEVEL)]
        bars += [self._step(found, on_screen, one) for one in on_screen.terms]
        bars.append(Bar(end, on_screen.after * step, wording.level_text(metric, on_screen.after, step), Role.LEVEL))
        self.waterfall.set_name(wording.title_text(found, on_screen))
        self.waterfall.set_bars(bars, value_format=lambda value: wording.amount_text(metric, value))

    def _step(self, found: Explanation, on_screen: Shown, one: ShownFactor | ShownPart) -> Bar:
        part = one.part if isinstance(one, ShownPart) else one.factor.part
        split = on_screen.factors[0].split
        name = wording.segment_name(split, one) if isinstance(one, ShownPart) and split is not None else ""
        if isinstance(one, ShownFactor):
            name = wording.link_name(one.factor.link)
        chance = part.chance
        return Bar(
            name,
            one.steps * on_screen.step,
            f"{formats.arrow(one.steps)} {wording.effect_text(found.metric, one.steps, on_screen.step)}",
            low=chance.low80(part.effect) if chance is not None else nan,
            high=chance.high80(part.effect) if chance is not None else nan,
            is_chance=part.is_chance,
            note=wording.within_text() if part.is_chance else "",
            short=wording.rounded_text(found.metric, one.steps, on_screen.step),
        )

    def _fill_divisions(self, found: Explanation, chosen: Division | None) -> None:
        self.division.clear()
        self.division.addItem(self.tr("Divide: best"), None)
        offered = choices.divisions(found)
        for one in offered:
            text = self.tr("Whole by {dimension}") if one.whole else self.tr("Factors by {dimension}")
            self.division.addItem(text.format(dimension=wording.dimension_name(one.dimension)), one)
        self.division.setCurrentIndex(1 + offered.index(chosen) if chosen in offered else 0)
        self.division.setVisible(bool(offered) and not self._is_compact)

    def _fill_methods(self, found: Explanation, on_screen: Shown) -> None:
        self.method.clear()
        if on_screen.factors[0].factor is found.whole and len(found.factors) > 1:
            self.method.addItem(wording.method_name(Method.MIX_RATE if found.metric.denominator else Method.DIFFERENCE))
            return
        if found.method in PRODUCT_METHODS and not found.metric.formula:
            for one in PRODUCT_METHODS:
                self.method.addItem(wording.method_name(one), one)
        else:
            self.method.addItem(wording.method_name(found.method), found.method)
        self.method.setCurrentIndex(self.method.findData(found.method))
        choices.fit(self.method)
        self.method.setToolTip(
            self.tr("LMDI fits products; Shapley any figure; chain substitution depends on the order")
        )

    def _method_chosen(self, place: int) -> None:
        chosen = self.method.itemData(place)
        if chosen is None:
            return
        self.choose_method(None if chosen == Method.LMDI else Method(chosen))

    def _open_orders(self) -> None:
        found = self.found
        if found is not None:
            menu = choices.orders_menu(found, self.choose_order, parent=self)
            menu.popup(self.order.mapToGlobal(self.order.rect().bottomLeft()))

    def _open_further(self) -> None:
        self.tree.open_menu(self.further.mapToGlobal(self.further.rect().bottomLeft()))

    def _show_table(self) -> None:
        from shopdesk.ui.charts.table_twin import TableTwinDialog

        found = self.found
        if found is None:
            return
        table = self.tree.table_of(found, shown(found, division=self._division, most=MOST_TABLE_LINES))
        dialog = TableTwinDialog(table, title=self.waterfall.accessibleName(), parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _go(self, step: NextStep) -> None:
        self._context.page_requested.emit(step.place.value, step.target or None)
