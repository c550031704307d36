"""What the foot of the forecast does to the plan: take the proposal, whole or in part, go back, try and keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.app.bidding.documents import set_fields
from shopdesk.app.keywords.assumptions import assume, shop_assumptions
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.propose.proposal import Proposal, Stay
from shopdesk.domain.bidding.week import flat_week
from shopdesk.ui import formats
from shopdesk.ui.bidding.forecast.alone import joint_text, part_text
from shopdesk.ui.bidding.forecast.card import ForecastPanel
from shopdesk.ui.bidding.forecast.state import WhatIf
from shopdesk.ui.bidding.forecast.words import dimension_name
from shopdesk.ui.bidding.foresight import Foresight
from shopdesk.ui.bidding.plans.edits import PlanEdits
from shopdesk.ui.bidding.reasons import stay_text
from shopdesk.ui.context import UiContext

_PARTS: Final = (Lever.WORDS, Lever.HOURS, Lever.REGIONS, Lever.AUDIENCES)


class PlanVerbs(QObject):
    """Listens to the forecast panel; everything kept is one undoable step. ``done``: what is set was changed whole."""

    done = Signal()

    def __init__(self, context: UiContext, edits: PlanEdits, foresight: Foresight, panel: ForecastPanel) -> None:
        super().__init__(panel)
        self._context = context
        self._edits = edits
        self._foresight = foresight
        panel.take_wanted.connect(self._open_take)
        panel.restore_wanted.connect(self.restore)
        panel.sliders.moved.connect(self.try_out)
        panel.sliders.settled.connect(self.keep)
        panel.assumptions_wanted.connect(self.open_assumptions)
        self._panel = panel

    def take(self, parts: Sequence[Lever] = _PARTS) -> None:
        """Put the proposal into the plan, in some dimensions or all, as one step."""
        plan, outlook = self._edits.plan(), self._foresight.outlook
        if plan is None or outlook is None or outlook.proposal is None:
            return
        from shopdesk.app.bidding.outlook import taken_parts
        from shopdesk.app.bidding.stand_ins import bases_of

        what = self.tr("take the proposal")
        if len(parts) == 1:
            what = self.tr("take the proposal: {part}").format(part=dimension_name(parts[0].value))
        fields: dict[str, Any] = dict(taken_parts(outlook.proposal, parts))
        if "bids" in fields:
            live, bids = outlook.live.bids, outlook.proposal.levers.bids
            fields["bids"] = {key: fen for key, fen in bids.items() if fen != live.get(key)}
            fields["bases"] = bases_of(fields["bids"], live, outlook.study.record.from_cpc)
        self._push(plan, what, **fields)
        self.done.emit()

    def restore(self) -> None:
        """Put the plan back to what runs now, as one step."""
        plan, workspace = self._edits.plan(), self._context.workspace
        if plan is None or workspace is None:
            return
        from shopdesk.app.bidding.versions import last_taken, restored, versions_of

        version = last_taken(versions_of(workspace, plan.plan_id))
        what = self.tr("back to what runs")
        if version is not None:
            self._edits.push(restored(plan, version, version), f"{what} · {plan.name}", plan.plan_id)
        else:
            self._push(plan, what, bids={}, bases={}, hours=flat_week(plan.slots_per_hour), regions={}, audiences={})
        self.done.emit()

    def try_out(self, what_if: WhatIf) -> None:
        """Show what would be, without keeping it."""
        plan = self._edits.plan()
        if plan is not None:
            self._foresight.try_out(_tried(plan, what_if), what_if.margin)

    def keep(self, field: str, value: Any, name: str) -> None:
        """Keep what a slider was let go at: the margin for the shop, the rest in the plan."""
        plan, workspace = self._edits.plan(), self._context.workspace
        if plan is None or workspace is None:
            return
        if field != "margin":
            self._push(plan, name, **{field: value})
            return
        own = shop_assumptions(workspace)
        if own.margin != value:
            self._context.push(assume(replace(own, margin=value)), name)

    def open_assumptions(self) -> None:
        """Show what the forecast assumes, to be checked and changed."""
        from shopdesk.ui.bidding.forecast.assumptions import AssumptionsDialog

        workspace = self._context.workspace
        if workspace is None:
            return
        dialog = AssumptionsDialog(self._context, study=self._foresight.study, parent=self._panel.window())
        dialog.exec()

    def take_menu(self, parent: QWidget) -> QMenu:
        """Return the parts of the proposal to take, those that move only, and the switch of the step's limit."""
        menu = QMenu(parent)
        outlook, plan = self._foresight.outlook, self._edits.plan()
        if outlook is None or plan is None or outlook.proposal is None:
            return menu
        proposal = outlook.proposal
        menu.addAction(self.tr("All of it"), self.take)
        menu.addSeparator()
        if outlook.together:
            parts = tuple(part for part in _PARTS if part in outlook.together)
            names = formats.listed([dimension_name(part.value) for part in parts])
            text = self.tr("{parts} together · {said}").format(parts=names, said=joint_text(outlook.joint))
            menu.addAction(text, partial(self.take, parts))
        for part in _PARTS:
            reason = self._stay_text(proposal, part)
            said = reason or part_text(outlook.alone.get(part))
            name = dimension_name(part.value)
            action = menu.addAction(f"{name} · {said}" if said else name, partial(self.take, (part,)))
            action.setEnabled(not reason)
        best = outlook.curve.best if outlook.curve is not None else None
        if best is not None:
            fen = round(best.median)
            text = self.tr("Budget of {yuan} yuan a day, which earns most").format(
                yuan=formats.money_fen(fen, decimals=0)
            )
            menu.addAction(text, partial(self.keep, "daily_budget", fen, self.tr("Daily budget")))
        menu.addSeparator()
        free = menu.addAction(self.tr("No limit of 20 % a round"))
        free.setCheckable(True)
        free.setChecked(plan.unlocked)
        free.triggered.connect(
            lambda on: self._push(
                plan, self.tr("limit of 20 % off") if on else self.tr("limit of 20 % on"), unlocked=on
            )
        )
        return menu

    def _stay_text(self, proposal: Proposal, part: Lever) -> str:
        """Return why there is nothing to take in a dimension; empty where there is."""
        if part is Lever.REGIONS and proposal.groups:
            return self.tr("as plans of their own: on the card of regions")
        stay: Stay = getattr(proposal, part.value)
        study = self._foresight.study
        if part is Lever.AUDIENCES and stay is Stay.NO_REPORT and study is not None and study.happened.audiences:
            return self.tr("their report doesn't tell plans apart")
        return stay_text(stay, part.value)

    def _open_take(self, beneath: QWidget) -> None:
        self.take_menu(beneath).popup(beneath.mapToGlobal(beneath.rect().bottomLeft()))

    def _push(self, plan: BidPlan, what: str, **fields: Any) -> None:
        change = set_fields(plan, **fields)
        self._edits.push(change, f"{what} · {plan.name}", plan.plan_id)


def _tried(plan: BidPlan, what_if: WhatIf) -> BidPlan:
    return replace(plan, daily_budget=what_if.daily_budget, most_cpc=what_if.most_cpc, strength=what_if.strength)
