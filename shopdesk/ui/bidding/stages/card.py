"""The stage of a plan: which item is best (测款), what a new customer is worth (拉新), which premiums pay (收割)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from shopdesk.app.bidding.documents import set_audiences
from shopdesk.app.bidding.stages import StageAnswer
from shopdesk.domain.bidding.plan import Objective
from shopdesk.domain.bidding.stages.arms import ItemTrial
from shopdesk.ui import formats
from shopdesk.ui.bidding.stages import words
from shopdesk.ui.bidding.stages.budget_dialog import BudgetDialog
from shopdesk.ui.bidding.stages.tables import ItemColumns, audience_columns, audience_frame
from shopdesk.ui.bidding.words import objective_name
from shopdesk.ui.cards import Card, Segmented, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import GridModel, GridView

_ROWS_SHOWN = 6
_ROW_PX = 28
_HEAD_PX = 30


class StageCard(Card):
    """Follows the aim of the plan; a plan without one is asked to choose."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self._context = context
        self._answer: StageAnswer | None = None
        self.tests = Segmented()
        self.divide = button(small=True)
        self.add_action(self.tests)
        self.add_action(self.divide)
        self.headline = label("", "title", wrap=True)
        self.lines = label("", "", wrap=True)
        self._items = ItemColumns()
        self.item_model = GridModel(self._items.columns(), self)
        self.audience_model = GridModel(audience_columns(), self)
        self.items = GridView(self.item_model, self, small=True)
        self.audiences = GridView(self.audience_model, self, small=True)
        self.apply = button(small=True)
        self.item_model.read_only = self.audience_model.read_only = True
        self.body.setSpacing(8)
        for part in (self.headline, self.items, self.audiences):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.lines)
        self.tests.chosen.connect(lambda _key: self._show_test())
        self.apply.clicked.connect(self._apply)
        self.divide.clicked.connect(self.open_budgets)
        self.show_answer(None)

    def show_answer(self, answer: StageAnswer | None) -> None:
        """Show an answer; None while it is worked out."""
        self._answer = answer
        for part in (self.items, self.audiences, self.apply, self.tests):
            part.setVisible(False)
        aim = answer.plan.objective if answer is not None else Objective.NONE
        self.set_title(self.tr("Stage"), objective_name(aim) if answer is not None else "")
        self.divide.setText(self.tr("Divide budgets among plans…"))
        self.divide.setEnabled(answer is not None)
        if answer is None:
            self._say(self.tr("Working it out…"), [])
        elif aim is Objective.TEST:
            self._show_tests(answer)
        elif aim is Objective.ACQUIRE and answer.acquiring is not None:
            self._say(words.acquiring_headline(answer.acquiring), words.acquiring_lines(answer.acquiring))
        elif aim is Objective.HARVEST:
            self._show_harvest(answer)
        else:
            self._say(self.tr("No aim chosen"), [self._choose_text()])

    def open_budgets(self) -> None:
        """Open the division of budgets among the plans of the shop."""
        dialog = self.budget_dialog()
        if dialog is not None:
            dialog.exec()

    def budget_dialog(self) -> BudgetDialog | None:
        """Return that dialog, None while no plan is known."""
        answer = self._answer
        if answer is None:
            return None
        return BudgetDialog(self._context, plan=answer.plan, margin=answer.margin, parent=self.window())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.item_model.retranslate()
            self.audience_model.retranslate()
            self.show_answer(self._answer)
        super().changeEvent(event)

    def _choose_text(self) -> str:
        return self.tr(
            "Choose an aim under Settings at the left: test items, win customers or harvest. Each has its own "
            "question: which item is best, what a new customer is worth, which premiums pay."
        )

    def _say(self, headline: str, lines: list[str]) -> None:
        self.headline.setText(headline)
        self.lines.setText("\n".join(lines))
        self.lines.setVisible(bool(lines))

    def _show_tests(self, answer: StageAnswer) -> None:
        if not answer.tests:
            self._say(
                self.tr("Nothing to compare yet"),
                [
                    self.tr(
                        "The reports of this plan name no two items or pictures. Import the report by item or by "
                        "creative, with clicks and carts."
                    )
                ],
            )
            return
        self.tests.set_items([(str(place), _test_name(one)) for place, one in enumerate(answer.tests)])
        self.tests.setVisible(len(answer.tests) > 1)
        self._show_test()

    def _show_test(self) -> None:
        tested = self._chosen_test()
        if tested is None:
            return
        self.item_model.set_frame(self._items.show(tested))
        self._fit(self.items, len(tested.test.results))
        self._say(words.item_headline(tested), [self._basis(tested), *words.item_lines(tested)])

    def _basis(self, tested: ItemTrial) -> str:
        return self.tr("{what}, last {days} {days:day|days}").format(
            what=_test_name(tested), days=formats.full(tested.days)
        )

    def _chosen_test(self) -> ItemTrial | None:
        if self._answer is None or not self._answer.tests:
            return None
        place = int(self.tests.key() or 0)
        return self._answer.tests[min(place, len(self._answer.tests) - 1)]

    def _show_harvest(self, answer: StageAnswer) -> None:
        found = answer.harvest
        self._say(
            words.harvest_headline(found, audiences=answer.audiences, has_lever=answer.has_lever),
            words.harvest_lines(found),
        )
        if found is None:
            return
        self.audience_model.set_frame(audience_frame(found))
        self._fit(self.audiences, len(found.premiums))
        moves = self._moves()
        self.apply.setText(self.tr("Set {count} {count:premium|premiums}").format(count=formats.full(len(moves))))
        self.apply.setVisible(bool(moves))

    def _moves(self) -> dict[str, int]:
        """Return the premiums that differ from what the plan has."""
        answer = self._answer
        if answer is None or answer.harvest is None:
            return {}
        now = answer.plan.audiences
        return {
            one.audience.name: one.percent
            for one in answer.harvest.premiums
            if now.get(one.audience.name, 100) != one.percent
        }

    def _apply(self) -> None:
        moves, answer = self._moves(), self._answer
        if answer is None or not moves:
            return
        name = self.tr("{plan} · set {count} {count:premium|premiums}").format(
            plan=answer.plan.name, count=formats.full(len(moves))
        )
        self._context.push(set_audiences(answer.plan, moves), name)

    def _fit(self, view: GridView, rows: int) -> None:
        view.setVisible(True)
        view.setFixedHeight(_HEAD_PX + _ROW_PX * min(max(rows, 2), _ROWS_SHOWN) + 4)


def _test_name(tested: ItemTrial) -> str:
    return f"{words.subject_name(tested.what)} · {words.rate_name(tested.rate)}"
