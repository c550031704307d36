"""What a forecast assumes where no report tells it: how spend follows bids, what ads bring, what a customer is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from shopdesk.app.bidding.assumptions import NOTHING_OWN, BiddingAssumptions, assume_bidding, bidding_assumptions
from shopdesk.app.changes import SetRows
from shopdesk.app.documents import RowEdit
from shopdesk.app.keywords.assumptions import ShopAssumptions, assume, assumptions, shop_assumptions
from shopdesk.domain.bidding.audience_kinds import INCREMENTALITY, AudienceKind
from shopdesk.ui import formats
from shopdesk.ui.cards import button, label, scrolled
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell

if TYPE_CHECKING:
    from shopdesk.app.bidding.study import PlanStudy

_SPEND, _SD, _CPC, _MARGIN = (1.0, 4.0), (0.1, 2.0), (0.0, 0.95), (-1.0, 95.0)  # -1: none said
_BETA, _BETA_SD = (0.3, 0.9), (0.0, 0.3)
_MOST_YUAN: Final = 99_999.0
_MOST_DAYS: Final = 30
_LEAST_WIDTH_PX, _LEAST_HEIGHT_PX = 520, 480


class AssumptionsDialog(DialogShell):
    """Edits copies; ``store`` keeps both documents as one step. What equals the shipped value isn't the shop's own."""

    def __init__(self, context: UiContext, *, study: PlanStudy | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        workspace = context.workspace
        self._own = shop_assumptions(workspace) if workspace is not None else ShopAssumptions()
        self._bidding = bidding_assumptions(workspace) if workspace is not None else NOTHING_OWN
        self.setWindowTitle(self.tr("What the forecast assumes"))
        self.setMinimumSize(_LEAST_WIDTH_PX, _LEAST_HEIGHT_PX)
        intro = self.tr("No report tells these fully. Marked ones are general knowledge: please check them.")
        self.column.addWidget(label(intro, "secondary", wrap=True))
        body = QWidget()
        self._form = QFormLayout(body)
        self._form.setVerticalSpacing(6)
        self._form.setContentsMargins(0, 0, 8, 0)
        self._add_elasticities(study)
        self._add_margin(study)
        self._add_audiences()
        self._add_rest()
        self._add_targets()
        self.column.addWidget(scrolled(body), 1)
        buttons, self.accept_button = self.add_answers(self.tr("Store"), self.tr("Cancel"))
        self.reset = button(self.tr("As shipped"))
        buttons.addButton(self.reset, buttons.ButtonRole.ResetRole)
        self.reset.clicked.connect(self._reset)
        buttons.accepted.connect(self.accept)
        self.accepted.connect(self.store)

    def rows(self) -> tuple[ShopAssumptions, BiddingAssumptions]:
        """Return what is set."""
        shipped = assumptions(ShopAssumptions())
        margin = round(self.margin.value(), 1)
        own = replace(
            self._own,
            spend=_own(self.spend, shipped.spend),
            spend_sd=_own(self.spend_sd, shipped.spend_sd),
            cpc=_own(self.cpc, shipped.cpc),
            margin=margin / 100 if margin >= 0 else None,
        )
        shares = {kind: round(field.value() / 100, 2) for kind, field in self.shares.items()}
        value = round(self.customer.value() * 100)
        bidding = replace(
            self._bidding,
            incrementality={kind.value: share for kind, share in shares.items() if share != INCREMENTALITY[kind]},
            highest_premium=self.highest.isChecked(),
            new_customer_value=value or None,
            maturity_days=self.maturity.value(),
            least_gain=round(100 * self.least.value()),
            budget_beta=round(self.beta.value(), 2),
            budget_beta_sd=round(self.beta_sd.value(), 2),
            target_cpc=self._target("target_cpc"),
            target_ctr=self._target("target_ctr"),
            target_roi=self._target("target_roi"),
        )
        return own, bidding

    def store(self) -> None:
        """Keep what is set, as one step."""
        own, bidding = self.rows()
        edits: list[RowEdit] = []
        if own != self._own:
            edits += assume(own).edits
        if bidding != self._bidding:
            edits += assume_bidding(bidding).edits
        self._context.push(SetRows(tuple(edits)), self.tr("Change what the forecast assumes"))

    def _add_elasticities(self, study: PlanStudy | None) -> None:
        now = assumptions(self._own)
        self._head(self.tr("How spend follows the bid"))
        self.spend, self.spend_sd = _field(now.spend, _SPEND), _field(now.spend_sd, _SD)
        self.cpc = _field(now.cpc, _CPC, decimals=2)
        self._row(self.tr("1 % more bid means so many % more spend"), self.spend, checked=True)
        self._row(self.tr("… give or take"), self.spend_sd)
        self._row(self.tr("1 % more bid makes a click so many % dearer"), self.cpc, checked=True)
        if study is not None:
            self._form.addRow(label(self._learnt_text(study), "caption", wrap=True))

    def _learnt_text(self, study: PlanStudy) -> str:
        learnt = study.elasticity
        if not learnt.is_learnt:
            return self.tr("Nothing of it could be learnt from this plan yet: it needs days before and after a change.")
        return self.tr(
            "For this plan, with what {changes} past {changes:change|changes} and its prices tell: {spend} ± {sd}."
        ).format(changes=formats.full(learnt.changes), spend=f"{learnt.spend:.2f}", sd=f"{learnt.spend_sd:.2f}")

    def _add_margin(self, study: PlanStudy | None) -> None:
        self._head(self.tr("Money"))
        self.margin = _field(_MARGIN[0] if self._own.margin is None else 100 * self._own.margin, _MARGIN)
        self.margin.setSingleStep(1.0)
        self.margin.setSuffix(" %")
        self.margin.setSpecialValueText(self.tr("from orders and costs"))
        self._row(self.tr("Margin after goods and refunds"), self.margin)
        found = study.library.margin if study is not None else None
        text = (
            self.tr("Orders and costs tell no margin yet: import orders and a cost list, or set it here.")
            if found is None
            else self.tr("Orders and costs say {margin} (costs known for {covered} of sales).").format(
                margin=formats.percent(found.share, decimals=1), covered=formats.percent(found.covered, decimals=0)
            )
        )
        self._form.addRow(label(text, "caption", wrap=True))
        self.customer = _field((self._bidding.new_customer_value or 0) / 100, (0.0, _MOST_YUAN), decimals=0)
        self.customer.setSingleStep(1.0)
        self.customer.setSuffix(" " + formats.unit_name("money"))
        self.customer.setSpecialValueText(self.tr("from repeat orders"))
        self._row(self.tr("A new customer brings beyond the first order"), self.customer)
        self.least = _field(self._bidding.least_gain / 100, (0.0, _MOST_YUAN))
        self.least.setSuffix(" " + formats.unit_name("money"))
        self.least.setSpecialValueText(self.tr("propose every change"))
        self._row(self.tr("A bid stays where its change brings less, in 14 days"), self.least)
        self.beta = _field(self._bidding.budget_beta, _BETA, decimals=2)
        self.beta_sd = _field(self._bidding.budget_beta_sd, _BETA_SD, decimals=2)
        for field in (self.beta, self.beta_sd):
            field.setSingleStep(0.05)
        self._row(self.tr("1 % more budget of a plan brings so many % more revenue"), self.beta, checked=True)
        self._row(self.tr("… give or take"), self.beta_sd)

    def _add_audiences(self) -> None:
        self._head(self.tr("Of orders that ads bring from these buyers, so many would not have come without"))
        names = {
            AudienceKind.NEW: self.tr("New to the shop"),
            AudienceKind.BUYERS: self.tr("Buyers of the shop"),
            AudienceKind.CART: self.tr("Cart and favourites"),
            AudienceKind.VISITORS: self.tr("Visitors"),
        }
        self.shares: dict[AudienceKind, QDoubleSpinBox] = {}
        for kind in AudienceKind:
            field = _field(100 * self._bidding.increment(kind), (0.0, 100.0), decimals=0)
            field.setSingleStep(5.0)
            field.setSuffix(" %")
            self.shares[kind] = field
            self._row(names[kind], field, checked=True)
        self.highest = QCheckBox(self.tr("the highest premium only"))
        self.highest.setChecked(self._bidding.highest_premium)
        self._row(self.tr("A buyer in several audiences gets"), self.highest, checked=True)
        self.highest.setAccessibleName("")  # its own words tell more than those of the row

    def _add_rest(self) -> None:
        self._head(self.tr("Late orders"))
        self.maturity = QSpinBox()
        self.maturity.setRange(0, _MOST_DAYS)
        self.maturity.setValue(self._bidding.maturity_days)
        self._row(self.tr("Last days left out, since their orders still come in"), self.maturity, checked=True)

    def _add_targets(self) -> None:
        self._head(self.tr("Targets that a review judges, against the time before"))
        self.targets: dict[str, QDoubleSpinBox] = {}
        for name, text in (
            ("target_cpc", self.tr("Cost per click")),
            ("target_ctr", self.tr("Click-through rate")),
            ("target_roi", self.tr("ROI")),
        ):
            field = _field(100 * getattr(self._bidding, name), (-90.0, 300.0), decimals=0)
            field.setSingleStep(1.0)
            field.setSuffix(" %")
            self.targets[name] = field
            self._row(text, field)
        note = self.tr("They pull against one another: better clicks are mostly the dearer ones. Judge by profit.")
        self._form.addRow(label(note, "caption", wrap=True))

    def _target(self, name: str) -> float:
        return round(self.targets[name].value()) / 100

    def _head(self, text: str) -> None:
        self._form.addRow(label(text, "title", wrap=True))

    def _row(self, text: str, field: QWidget, *, checked: bool = False) -> None:
        """Add a field; ``checked``: what is shipped is general knowledge that should be checked."""
        name = label(text, wrap=True)
        if checked:
            mark = self.tr("please check")
            name.setText(f"{text} · {mark}" if text else mark)
        name.setBuddy(field)
        if text:
            field.setAccessibleName(text)
        self._form.addRow(name, field)

    def _reset(self) -> None:
        shipped = assumptions(ShopAssumptions())
        for field, value in (
            (self.spend, shipped.spend),
            (self.spend_sd, shipped.spend_sd),
            (self.cpc, shipped.cpc),
            (self.margin, _MARGIN[0]),
            (self.customer, 0.0),
            (self.least, NOTHING_OWN.least_gain / 100),
            (self.beta, NOTHING_OWN.budget_beta),
            (self.beta_sd, NOTHING_OWN.budget_beta_sd),
        ):
            field.setValue(value)
        for kind, share in self.shares.items():
            share.setValue(100 * INCREMENTALITY[kind])
        self.highest.setChecked(NOTHING_OWN.highest_premium)
        self.maturity.setValue(NOTHING_OWN.maturity_days)
        for name, field in self.targets.items():
            field.setValue(100 * getattr(NOTHING_OWN, name))


def _field(value: float, limits: tuple[float, float], *, decimals: int = 1) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(*limits)
    field.setDecimals(decimals)
    field.setSingleStep(0.1)
    field.setValue(value)
    field.setFixedWidth(140)
    return field


def _own(field: QDoubleSpinBox, shipped: float) -> float | None:
    value = round(field.value(), field.decimals())
    return None if value == shipped else value
