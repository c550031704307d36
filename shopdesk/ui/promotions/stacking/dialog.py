"""The dialog of stacking rules and lowest prices: edits a copy, and everything is stored as one step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from shopdesk.app.promotions.floors import article_floors, floor_rule
from shopdesk.app.promotions.rules import rules_change
from shopdesk.app.promotions.stacking import stacking_for, stacking_of
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.domain.promotions.floors import FloorRule
from shopdesk.domain.promotions.stacking import Stacking, stacking_problems
from shopdesk.domain.promotions.stacking_edits import confirm_pairs, unchecked
from shopdesk.ui import formats
from shopdesk.ui.bidding.scrolled import scrolled
from shopdesk.ui.cards import Chip, LinkButton, Segmented, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.promotions.stacking.floor_panel import FloorPanel
from shopdesk.ui.promotions.stacking.pair_matrix import PairMatrix
from shopdesk.ui.promotions.stacking.settling_form import SettlingForm
from shopdesk.ui.promotions.stacking.stage_table import StageTable
from shopdesk.ui.promotions.words import platform_name, stacking_problem_text

STAGES: Final = "stages"
SETTLING: Final = "settling"
FLOORS: Final = "floors"
_WIDTH_PX, _HEIGHT_PX = 1144, 620


class RulesDialog(DialogShell):
    """``stacking``, ``rule`` and ``own`` are what was edited; ``import_wanted`` asks for a cost list."""

    import_wanted = Signal()

    def __init__(
        self,
        stacking: Stacking,
        shipped: Stacking,
        rule: FloorRule,
        own: Mapping[str, int],
        goods: Sequence[Goods],
        *,
        platform: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stacking, self._shipped, self._platform = stacking, shipped, platform
        self._opened = stacking
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.switch = Segmented()
        self.chip = Chip(tone="warn")
        self.intro = label("", "secondary", wrap=True)
        self.stages = StageTable()
        self.pairs_title, self.pairs = label("", "title"), PairMatrix()
        self.confirm = LinkButton()
        self.settling = SettlingForm()
        self.floors = FloorPanel(goods)
        self.problem = label("", "warn", wrap=True)
        self.reset = button()
        self._lay_out()
        self._box, self.store = self.add_answers("", "")
        self._box.addButton(self.reset, self._box.ButtonRole.ResetRole)
        self._connect()
        self.floors.show_floors(rule, own)
        self._write()
        self.take(stacking)

    @property
    def rule(self) -> FloorRule:
        """The rule of the lowest prices."""
        return self.floors.rule

    @property
    def own(self) -> Mapping[str, int]:
        """Own lowest prices by article, fen."""
        return self.floors.own

    def take(self, stacking: Stacking) -> None:
        """Show edited rules, and what keeps them from being used."""
        self.stacking = stacking
        for part in (self.stages, self.pairs, self.settling):
            part.show_rules(stacking)
        problems = stacking_problems(stacking)
        self.problem.setText(" ".join(stacking_problem_text(problem) for problem in problems))
        self.problem.setVisible(bool(problems))
        self.store.setEnabled(not problems)
        self.reset.setEnabled(stacking != self._shipped)
        count = unchecked(stacking)
        self.chip.setVisible(count > 0)
        self.chip.set_state(self.tr("{count} {count:rule|rules} to check").format(count=formats.full(count)), "warn")

    def step_name(self) -> str:
        """Return the name of the step that stores the edits."""
        if self.stacking == self._opened:
            return self.tr("Lowest prices")
        return self.tr("Rules of {platform}").format(platform=self._platform)

    def show_part(self, part: str, article: str = "") -> None:
        """Bring a part to the front, of the lowest prices those of an article by its code."""
        self.switch.choose(part)
        self._draw(part)
        if article:
            self.floors.reveal(article)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.take(self.stacking)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.switch)
        head.addWidget(self.chip)
        head.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.intro)
        rules = QWidget()
        column = QVBoxLayout(rules)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.stages)
        row = QHBoxLayout()
        row.addWidget(self.pairs_title)
        row.addWidget(self.confirm)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.pairs)
        column.addStretch(1)
        self.parts = QStackedWidget()
        self._pages = {STAGES: scrolled(rules, least_width=0), SETTLING: self.settling, FLOORS: self.floors}
        for page in self._pages.values():
            self.parts.addWidget(page)
        self.column.addWidget(self.parts, 1)
        self.column.addWidget(self.problem)

    def _connect(self) -> None:
        for part in (self.stages, self.pairs, self.settling):
            part.edited.connect(self.take)
        self.switch.chosen.connect(self._draw)
        self.confirm.clicked.connect(lambda: self.take(confirm_pairs(self.stacking)))
        self.reset.clicked.connect(lambda: self.take(self._shipped))
        self._box.accepted.connect(self.accept)
        self.floors.import_wanted.connect(self._import)

    def _import(self) -> None:
        self.reject()
        self.import_wanted.emit()

    def _draw(self, part: str) -> None:
        self.parts.setCurrentWidget(self._pages[part])
        self.intro.setText(self._intro(part))
        self.reset.setVisible(part != FLOORS)

    def _intro(self, part: str) -> str:
        match part:
            case "stages":
                return self.tr(
                    "Offers are worked out stage by stage, from the top. Rows marked please check come from general "
                    "knowledge: hold them against the rules of your console, then tick them."
                )
            case "settling":
                return self.tr("To the fen: what happens to halves and rests, and which of two equal offers counts.")
            case _:
                return self.tr("Lowest prices hold in the test cart, in the replay and in the checks.")

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Stacking rules of {platform} and lowest prices").format(platform=self._platform))
        self.switch.set_items(
            [
                (STAGES, self.tr("Stages")),
                (SETTLING, self.tr("Rounding and ties")),
                (FLOORS, self.tr("Lowest prices")),
            ]
        )
        self.pairs_title.setText(self.tr("On one order together?"))
        self.confirm.setText(self.tr("All pairs are checked"))
        self.store.setText(self.tr("Store"))
        cancel = next(
            one for one in self._box.buttons() if self._box.buttonRole(one) is self._box.ButtonRole.RejectRole
        )
        cancel.setText(self.tr("Cancel"))
        self.reset.setText(self.tr("As shipped"))
        self.reset.setToolTip(self.tr("Take the stacking rules back to those that came with the program"))
        self._draw(self.switch.key())


def rules_dialog(workspace: Workspace, key: str, goods: Sequence[Goods], parent: QWidget | None = None) -> RulesDialog:
    """Return the dialog on the rules of a platform as a shop has them."""
    return RulesDialog(
        stacking_for(workspace, key),
        stacking_of(key),
        floor_rule(workspace),
        article_floors(workspace),
        goods,
        platform=platform_name(key),
        parent=parent,
    )


def edit_rules(
    context: UiContext,
    key: str,
    goods: Sequence[Goods],
    parent: QWidget | None = None,
    *,
    part: str = STAGES,
    article: str = "",
) -> None:
    """Open the dialog on the rules of a platform and store what was edited as one undoable step.

    ``part`` comes to the front, ``article`` is the code of one whose lowest price is to be set.
    """
    workspace = context.workspace
    if workspace is None:
        return
    dialog = rules_dialog(workspace, key, goods, parent)
    dialog.show_part(part, article)
    dialog.import_wanted.connect(context.import_requested)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    change = rules_change(workspace, dialog.stacking, dialog.rule, dialog.own)
    view = "checks" if part == FLOORS else "design"
    if not change.is_empty:
        context.push(change, dialog.step_name(), reveal=lambda: context.page_requested.emit("promotions", view))
