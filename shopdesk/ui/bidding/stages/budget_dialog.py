"""预算分配: what each plan has a day and should have, accepted row by row, set as one step that can be undone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QWidget

from shopdesk.app.bidding.assumptions import NOTHING_OWN, bidding_assumptions
from shopdesk.app.bidding.stages import budget_question, plan_budgets, set_budgets
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.stages.budget import BudgetAnswer, BudgetOutcome, BudgetRow
from shopdesk.ui import formats
from shopdesk.ui.bidding.stages import budget_words
from shopdesk.ui.cards import label
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.grid import CellPaint, Column, EditBatch, GridFrame, GridPanel, Kind, Row, draw_interval
from shopdesk.ui.grid.columns import Text
from shopdesk.ui.latest_job import LatestJob

TAKE = "taken"
_PROPOSED = "proposed"
_MOST_YUAN = 9_999_999


class BudgetDialog(DialogShell):
    """Opens with what is known; a row is taken where moving is advised, a proposal may be typed over."""

    def __init__(
        self, context: UiContext, *, plan: BidPlan, margin: float | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plan, self._margin = plan, margin
        self._answer: BudgetAnswer | None = None
        self._taken: dict[str, bool] = {}
        self._typed: dict[str, int] = {}
        self._scale = (0.0, 1.0)
        self._job = LatestJob(context.jobs, self)
        self.headline = label("", "title", wrap=True)
        self.details = label("", "secondary", wrap=True)
        self.grid = GridPanel(self._columns(), title=lambda: self.tr("Budgets a day"))
        self.sums = label("", "caption")
        self.total = QDoubleSpinBox()
        self.total.setRange(0, _MOST_YUAN)
        self.total.setDecimals(0)
        self.total.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.total.setKeyboardTracking(False)
        self.total.setSuffix(" " + formats.unit_name("money"))
        self.total.setSpecialValueText(self.tr("as today"))
        self.total.setFixedWidth(120)
        self.total_name = label(self.tr("All plans together a day"))
        self.total_name.setBuddy(self.total)
        self.total.setAccessibleName(self.total_name.text())
        self.total.setToolTip(self.tr("Divide another sum than what the plans have today; 0: as today"))
        self.total.valueChanged.connect(lambda _yuan: self.refresh())
        row = QHBoxLayout()
        row.addWidget(self.total_name)
        row.addWidget(self.total)
        row.addStretch(1)
        self.column.addWidget(self.headline)
        self.column.addWidget(self.details)
        self.column.addLayout(row)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(self.sums)
        box, self.set = self.add_answers("…", self.tr("Cancel"))
        box.accepted.connect(self._accept)
        self.grid.edited.connect(self._edited)
        context.workspace_replaced.connect(self.reject)
        self.setWindowTitle(self.tr("Divide budgets"))
        self.resize(1000, 460)
        self.refresh()

    def refresh(self) -> None:
        """Work the division out anew."""
        workspace = self._context.workspace
        self.show_answer(None)
        if workspace is None:
            return
        question = budget_question(
            workspace,
            margin=self._margin,
            plan=self._plan,
            total=round(self.total.value() * 100) or None,
            unlocked=self._plan.unlocked,
        )
        self._job.start(
            self.tr("Dividing budgets"), lambda job: plan_budgets(question, workspace, job), self.show_answer
        )

    def show_answer(self, answer: BudgetAnswer | None) -> None:
        """Show a division; None while it is worked out."""
        self._answer = answer
        is_asked = answer is not None and self.total.value() > 0  # another sum: then it is divided, advised or not
        is_advised = answer is not None and (is_asked or answer.outcome is BudgetOutcome.MOVE)
        moves = {row.plan.plan_id for row in answer.moves} if answer is not None and is_advised else set()
        self._typed = {}
        self._taken = {row.plan.plan_id: row.plan.plan_id in moves for row in answer.rows} if answer is not None else {}
        text = budget_words.headline(answer) if answer is not None else self.tr("Working it out…")
        if answer is not None and is_asked and answer.moves:
            text = budget_words.asked_headline(answer)
        self.headline.setText(text)
        self.details.setText(budget_words.details(answer, beta=self._beta()) if answer is not None else "")
        highs = [row.marginal.high for row in answer.rows if row.marginal is not None] if answer is not None else []
        self._scale = (0.0, max([1.5, *highs]))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_answer(self._answer)
        super().changeEvent(event)

    def budgets(self) -> Mapping[str, int]:
        """Return the budgets that are taken, fen by plan."""
        rows = self._answer.rows if self._answer is not None else ()
        chosen = {}
        for row in rows:
            fen = self._proposed(row)
            if self._taken.get(row.plan.plan_id) and fen is not None and fen != row.plan.budget:
                chosen[row.plan.plan_id] = fen
        return chosen

    def _beta(self) -> float:
        workspace = self._context.workspace
        return (bidding_assumptions(workspace) if workspace is not None else NOTHING_OWN).budget_beta

    def _proposed(self, row: BudgetRow) -> int | None:
        return self._typed.get(row.plan.plan_id, row.proposed)

    def _row(self, key: object) -> BudgetRow:
        rows = self._answer.rows if self._answer is not None else ()
        return next(row for row in rows if row.plan.plan_id == key)

    def _fill(self) -> None:
        rows = self._answer.rows if self._answer is not None else ()
        keys = [row.plan.plan_id for row in rows]
        self.grid.set_frame(
            GridFrame(
                {
                    "name": [row.plan.name for row in rows],
                    TAKE: [self._taken[key] for key in keys],
                    "now": [row.plan.budget for row in rows],
                    _PROPOSED: [self._proposed(row) for row in rows],
                    "spend": [round(row.plan.spend / row.plan.days) if row.plan.days else None for row in rows],
                    "roi": [row.plan.revenue / row.plan.spend if row.plan.spend else None for row in rows],
                    "marginal": list(keys),
                    "gain": list(keys),
                },
                keys=keys,
            )
        )
        count = len(self.budgets())
        self.set.setEnabled(bool(count))
        self.set.setText(
            self.tr("Set {count} {count:budget|budgets}").format(count=formats.full(count))
            if count
            else self.tr("Nothing to set")
        )
        now = sum(row.plan.budget or 0 for row in rows)
        chosen = self.budgets()
        then = sum(chosen.get(row.plan.plan_id, row.plan.budget or 0) for row in rows)
        self.sums.setText(
            self.tr("Together {now} yuan a day, then {then} yuan").format(
                now=formats.money_fen(now, decimals=0), then=formats.money_fen(then, decimals=0)
            )
            if now or then
            else ""
        )

    def _edited(self, batch: EditBatch) -> None:
        for cell in batch:
            key = str(cell.key)
            if cell.column == TAKE:
                self._taken[key] = bool(cell.new)
            elif cell.column == _PROPOSED and cell.new is not None:
                self._typed[key] = int(cell.new)
                self._taken[key] = True
        self._fill()

    def _accept(self) -> None:
        workspace, chosen = self._context.workspace, self.budgets()
        if workspace is not None and chosen:
            name = self.tr("set {count} daily {count:budget|budgets}").format(count=formats.full(len(chosen)))
            self._context.push(set_budgets(workspace, chosen), name)
        self.accept()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(name="name", title=lambda: self.tr("Plan"), width=130, grow=3, emphasis=True, tooltip=self._tip),
            Column(
                name=TAKE,
                title=lambda: self.tr("Take"),
                kind=Kind.BOOL,
                width=52,
                editable=True,
                help=lambda: self.tr("Space takes or leaves a row; only taken rows are set"),
            ),
            self._money("now", lambda: self.tr("Today")),
            Column(
                name=_PROPOSED,
                title=lambda: self.tr("Could be"),
                unit=lambda: self.tr("yuan"),
                kind=Kind.MONEY_FEN,
                decimals=0,
                width=88,
                editable=True,
                minimum=0.01,
                maximum=9_999_999,
            ),
            self._money("spend", lambda: self.tr("Spends")),
            Column(name="roi", title=lambda: self.tr("ROI"), kind=Kind.RATIO, width=52),
            Column(
                name="marginal",
                title=lambda: self.tr("The next yuan brings"),
                kind=Kind.CUSTOM,
                width=120,
                grow=1,
                text=lambda row: budget_words.marginal_text(self._row(row.key).marginal),
                paint=self._paint,
                tooltip=self._tip,
                right=False,
                help=lambda: self.tr("Contribution of one more yuan of budget; below 1 it loses (dashed line), 80 %"),
            ),
            Column(
                name="gain",
                title=lambda: self.tr("This move, a month"),
                unit=lambda: self.tr("yuan"),
                kind=Kind.CUSTOM,
                width=200,
                right=True,
                text=self._gain,
                tooltip=self._tip,
            ),
        )

    def _money(self, name: str, title: Text) -> Column:
        return Column(name=name, title=title, unit=lambda: self.tr("yuan"), kind=Kind.MONEY_FEN, decimals=0, width=76)

    def _gain(self, row: Row) -> str:
        found = self._row(row.key)
        return budget_words.held_text(found.held) or budget_words.month_text(found.gain)

    def _tip(self, row: Row) -> str:
        found = self._row(row.key)
        lines = [found.plan.name, budget_words.held_text(found.held)]
        if found.plan.days:
            lines.append(
                self.tr("{orders} {orders:order|orders} in {days} {days:day|days}").format(
                    orders=formats.full(found.plan.orders), days=formats.full(found.plan.days)
                )
            )
        if found.plan.weight > 1.0:
            lines.append(
                self.tr(
                    "Its revenue counts {share}: new customers come back, and a part of that is its work (please check)"
                ).format(share=formats.percent(found.plan.weight, decimals=0))
            )
        elif found.plan.weight < 1.0:
            lines.append(
                self.tr("Its revenue counts {share}: the rest would have come without ads (please check)").format(
                    share=formats.percent(found.plan.weight, decimals=0)
                )
            )
        return "\n".join(line for line in lines if line)

    def _paint(self, cell: CellPaint) -> None:
        span = self._row(cell.value).marginal
        draw_interval(
            cell,
            low=span.low if span else None,
            median=span.median if span else None,
            high=span.high if span else None,
            line=1.0,
            scale=self._scale,
        )
