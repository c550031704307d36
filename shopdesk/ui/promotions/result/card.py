"""The result at the right: the answer first, then chances, figures against today, where the difference comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.domain.promotions.compared import NONE, Row
from shopdesk.domain.promotions.design import Status
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, LinkButton, button, label, restyle, rule, scrolled
from shopdesk.ui.promotions.finder.aim_fields import aim_text
from shopdesk.ui.promotions.result.answer import Advice, Answer, answer_of, best_of, chance_texts, row_of, tells_buyers
from shopdesk.ui.promotions.result.bars import BarLine, BarLines
from shopdesk.ui.promotions.result.notes import belief_text, exact_text, taught_text
from shopdesk.ui.promotions.result.state import ResultState
from shopdesk.ui.promotions.result.table import ComparedTable, is_seen
from shopdesk.ui.theme import body_font
from shopdesk.ui.tokens import PADDING_PX

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import Candidate, DesignStudy

_ANSWER_PX = 14


class ResultCard(Card):
    """``decided`` gives the candidate that is adopted, "" for none of them; the other signals ask for a dialog."""

    decided = Signal(str)
    export_wanted = Signal()
    assumptions_wanted = Signal()
    aim_wanted = Signal()
    costs_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._state = ResultState()
        self._answer: Answer | None = None
        self.compare = LinkButton()
        self.add_action(self.compare)
        self.band = QFrame()
        self.band.setProperty("role", "band")
        self.headline, self.detail = label("", "", wrap=True), label("", "caption", wrap=True)
        self.headline.setFont(body_font(pixels=_ANSWER_PX, medium=True))
        self.costs_text, self.costs = label("", "warn", wrap=True), LinkButton()
        self.judged_by, self.aim = label("", "caption"), LinkButton()
        self.chances_head = label("", "caption")
        self.chances = BarLines()
        self.table = ComparedTable()
        self.sources_head, self.sources = label("", "caption", wrap=True), BarLines(around_zero=True)
        self.belief, self.assumptions = label("", "caption", wrap=True), LinkButton()
        self.note = label("", "caption", wrap=True)
        self.decide, self.export = button(primary=True), button()
        self._lay_out()
        self._connect()
        self._write()

    def show_state(self, state: ResultState) -> None:
        """Show what a study says, or why nothing can be said."""
        self._state = state
        self._answer = answer = answer_of(state)
        study, candidate = state.study, state.candidate
        self._show_head(study)
        self.headline.setText(answer.headline)
        self.detail.setText(answer.detail)
        self.detail.setVisible(bool(answer.detail))
        self.band.setProperty("tone", "plain" if answer.is_plain else "")
        restyle(self.band)
        self.band.setAccessibleName(f"{answer.headline} {answer.detail}")
        self._show_costs(study)
        self._show_chances(study)
        self._show_table(study, candidate)
        self._show_sources(candidate)
        self._show_notes(study, candidate)
        self._show_verbs(answer)

    def state(self) -> ResultState:
        """Return what is shown."""
        return self._state

    def answer(self) -> Answer | None:
        """Return the answer shown."""
        return self._answer

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.show_state(self._state)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        band = QVBoxLayout(self.band)
        band.setContentsMargins(10, 6, 10, 6)
        band.setSpacing(2)
        band.addWidget(self.headline)
        band.addWidget(self.detail)
        costs = QWidget()
        costs_row = QHBoxLayout(costs)
        costs_row.setContentsMargins(0, 0, 0, 0)
        costs_row.addWidget(self.costs_text, 1)
        costs_row.addWidget(self.costs, 0, Qt.AlignmentFlag.AlignTop)
        self._costs_row = costs
        judged = QWidget()
        judged_row = QHBoxLayout(judged)
        judged_row.setContentsMargins(0, 0, 0, 0)
        judged_row.addWidget(self.judged_by)
        judged_row.addStretch(1)
        judged_row.addWidget(self.aim)
        self._judged_row = judged
        belief = QWidget()
        belief_row = QHBoxLayout(belief)
        belief_row.setContentsMargins(0, 0, 0, 0)
        belief_row.addWidget(self.belief, 1)
        belief_row.addWidget(self.assumptions, 0, Qt.AlignmentFlag.AlignTop)
        self._belief_row = belief
        area = scrolled(
            self.band,
            costs,
            judged,
            self.chances_head,
            self.chances,
            self.table,
            self.sources_head,
            self.sources,
            belief,
            self.note,
            spacing=6,
        )
        inner = area.widget()
        if inner is not None and (column := inner.layout()) is not None:
            column.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        self.body.setSpacing(0)
        self.body.addWidget(area, 1)
        self.body.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(PADDING_PX, 8, PADDING_PX, 10)
        foot.setSpacing(8)
        foot.addWidget(self.decide, 1)
        foot.addWidget(self.export, 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.decide.clicked.connect(self._decide)
        self.export.clicked.connect(self.export_wanted)
        self.assumptions.clicked.connect(self.assumptions_wanted)
        self.aim.clicked.connect(self.aim_wanted)
        self.costs.clicked.connect(self.costs_wanted)
        self.compare.clicked.connect(self.compare_wanted)

    def _decide(self) -> None:
        if self._answer is not None:
            self.decided.emit(NONE if self._answer.advice is Advice.NONE else self._answer.best)

    def _show_head(self, study: DesignStudy | None) -> None:
        about = ""
        if study is not None and study.values.count:
            span = formats.span(study.values.first, study.values.last)
            about = self.tr("{span} replayed").format(span=span)
        self.set_title(self.tr("Result"), about)
        self.compare.setVisible(study is not None and len(study.candidates) > 1)

    def _show_costs(self, study: DesignStudy | None) -> None:
        missing = len(study.without_cost) if study is not None else 0
        self._costs_row.setVisible(missing > 0)
        self.costs_text.setText(
            self.tr("Costs of {count} {count:article is|articles are} missing: no margin of the shop.").format(
                count=formats.full(missing)
            )
        )

    def _show_chances(self, study: DesignStudy | None) -> None:
        shown = study.chances if study is not None else {}
        self._judged_row.setVisible(study is not None and bool(study.candidates) and study.values.count > 0)
        if study is not None:
            self.aim.setText(f"{aim_text(study.question.aim)}…")
        for part in (self.chances_head, self.chances):
            part.setVisible(bool(shown))
        if study is None or not shown:
            return
        best, texts = best_of(study), chance_texts(shown)
        lines = [
            BarLine(self._state.names.get(name, ""), chance, texts[name], is_strong=name == best)
            for name, chance in shown.items()
        ]
        self.chances.set_lines(lines, self.tr("Chance of being best"))

    def _show_table(self, study: DesignStudy | None, candidate: Candidate | None) -> None:
        rows = candidate.rows if candidate is not None else ()
        known = study is not None and study.values.count > 0 and candidate is not None
        if study is not None and candidate is not None:
            known = known and tells_buyers(study, candidate)
        self.table.setVisible(known)
        if study is None or not known or candidate is None:
            return
        first, last = study.values.first, study.values.last
        days = (last - first).days + 1 if first is not None and last is not None else 0
        before = self.tr("Without it") if study.question.is_in_use else self.tr("Today")
        self.table.show_rows(
            rows,
            heads=(
                self.tr("{days} {days:day|days}").format(days=formats.full(days)) if days else "",
                before,
                self._state.name(candidate.design.offer_id),
            ),
            with_candidate=self._state.counts,
        )

    def _show_sources(self, candidate: Candidate | None) -> None:
        parts = candidate.sources if candidate is not None and self._state.counts else None
        for part in (self.sources_head, self.sources):
            part.setVisible(parts is not None)
        if parts is None or candidate is None:
            return
        shown = (
            (self.tr("Given away (were there anyway)"), parts.windfall),
            (self.tr("Topped up"), parts.top_up),
            (self.tr("Fell back to a step"), parts.trade_down),
            (self.tr("Returned"), parts.returns),
            (self.tr("Further orders"), parts.lift),
        )
        lines = [
            BarLine(name, value if is_seen(Row.MARGIN, value) else 0.0, formats.signed(value / 100))
            for name, value in shown
        ]
        change = row_of(candidate, Row.MARGIN).change
        total = formats.signed(change.median / 100) if change is not None else formats.UNKNOWN
        text = self.tr("Where the margin's change comes from, yuan · {total} in all").format(total=total)
        self.sources_head.setText(text)
        self.sources.set_lines(lines, text)

    def _show_notes(self, study: DesignStudy | None, candidate: Candidate | None) -> None:
        foretold = candidate is not None and candidate.forecast is not None and self._state.counts
        self._belief_row.setVisible(foretold)
        texts: list[str] = []
        if study is not None and candidate is not None and study.values.count and tells_buyers(study, candidate):
            if foretold:
                self.belief.setText(belief_text(study, candidate))
                texts = taught_text(study)
            elif self._state.counts:
                texts = [exact_text(candidate)]
        self.note.setText("\n".join(texts))
        self.note.setVisible(bool(texts))

    def _show_verbs(self, answer: Answer) -> None:
        study = self._state.study
        known = study is not None and bool(study.candidates) and study.values.count > 0
        self.decide.setVisible(known)
        self.export.setVisible(self._state.offer is not None)
        statuses = {} if study is None else self._state.statuses
        if answer.advice is Advice.NONE:
            self.decide.setText(self.tr("Record “none”"))
            done = bool(statuses) and all(status is Status.OFF for status in statuses.values())
            self.decide.setEnabled(not done)
            self.decide.setToolTip(self.tr("All of these candidates are switched off; today's offers stay"))
        else:
            name = self._state.letters.get(answer.best, "")
            has_rivals = len(self._state.letters) > 1  # then it is called by its letter, which fits a button
            text = self.tr("Adopt {name}").format(name=name) if name and has_rivals else self.tr("Adopt it")
            self.decide.setText(text)
            self.decide.setEnabled(statuses.get(answer.best) is not Status.ACTIVE)
            self.decide.setToolTip(self.tr("It counts as in use from then on; nothing is set at the platform"))
        if not self.decide.isEnabled():
            self.decide.setToolTip(self.tr("Already recorded"))

    def _write(self) -> None:
        self.set_title(self.tr("Result"))
        self.compare.setText(self.tr("Side by side"))
        self.costs.setText(self.tr("Mend…"))
        self.chances_head.setText(self.tr("Chance of being best"))
        self.judged_by.setText(self.tr("Judged by"))
        self.aim.setToolTip(self.tr("What an offer shall bring most of, and the margin it must keep"))
        self.assumptions.setText(self.tr("Change…"))
        self.assumptions.setToolTip(self.tr("What is assumed of customers, and a past campaign that teaches it"))
        self.export.setText(self.tr("Export sheet…"))
        self.export.setToolTip(self.tr("Rules, steps, articles and checks as a workbook"))
