"""Bid plans without a window: what the documents set against what runs, without the refused rows, in one form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from shopdesk.app.bidding.documents import BID_PLANS
from shopdesk.app.bidding.exporting import FORMS, SUFFIXES, Form, Order, PlanOrder, forms_of
from shopdesk.app.jobs import SILENT
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.plan import BidPlan

if TYPE_CHECKING:
    from shopdesk.domain.keywords.library import Study


class NoSuchPlan(LookupError):
    """No plan of that name; ``known`` are those that there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


class NothingToExport(LookupError):
    """No plan differs from what runs."""


class FormDoesNotFit(ValueError):
    """A form isn't for the platform, takes one plan only, or its file ends otherwise; ``fitting`` are others."""

    def __init__(self, form: str, fitting: Sequence[str]) -> None:
        super().__init__(form)
        self.form = form
        self.fitting = tuple(fitting)


def plans_order(
    workspace: Workspace,
    out: Path,
    *,
    names: Sequence[str],
    form: str,
    day: date,
    language: str,
    workbook: Path | None = None,
) -> Order:
    """Return what is to be written: the named plans (all that differ where none is named) in a form ("": the first
    that fits their platform and the file's ending)."""
    plans = _plans(workspace, names)
    chosen = _form(form, out, plans)
    orders: list[PlanOrder] = []
    library: Study | None = None
    for plan in plans:
        order, library = _order(workspace, plan, library, language)
        if order.changes:
            orders.append(order)
    if not orders:
        raise NothingToExport
    if chosen is not Form.CHECKLIST and chosen is not Form.WEEK_SHEET and len(orders) > 1:
        raise FormDoesNotFit(chosen.value, (Form.CHECKLIST.value,))
    return Order(form=chosen, path=out, plans=tuple(orders), day=day, workbook=workbook, language=language)


def _plans(workspace: Workspace, names: Sequence[str]) -> list[BidPlan]:
    every = list(workspace.rows(BID_PLANS).values())
    if not every:
        raise NoSuchPlan("", ())
    found = []
    for name in names:
        own = [plan for plan in every if name in (plan.plan_id, plan.name, plan.campaign_id)]
        if not own:
            raise NoSuchPlan(name, [plan.name for plan in every])
        found += own
    return found or every


def _form(name: str, out: Path, plans: Sequence[BidPlan]) -> Form:
    """Return the form that was asked for, where every plan's platform takes it and the file ends as it should."""
    platforms = {plan.platform for plan in plans}
    fitting = [form for form in Form if all(form in forms_of(platform) for platform in platforms)]
    ending = [form for form in fitting if SUFFIXES[form] == out.suffix.casefold()]
    order = FORMS.get(platforms.pop(), tuple(Form)) if len(platforms) == 1 else tuple(Form)
    chosen = next((form for form in sorted(ending, key=order.index) if name in ("", form.value)), None)
    if chosen is None:
        raise FormDoesNotFit(name or out.suffix, [f"{form.value} ({SUFFIXES[form]})" for form in fitting])
    return chosen


def _order(workspace: Workspace, plan: BidPlan, known: Study | None, language: str) -> tuple[PlanOrder, Study]:
    """Return one plan's order with money and reasons, and the study of the shop's words for the next plan."""
    from shopdesk.app.bidding.checklist_words import console_language
    from shopdesk.app.bidding.limits import profile_in
    from shopdesk.app.bidding.orders import plan_order
    from shopdesk.app.bidding.outlook import live_levers, look_ahead, price_changes
    from shopdesk.app.bidding.reasons import reasons_of
    from shopdesk.app.bidding.refusals import refused_changes
    from shopdesk.app.bidding.stand_ins import rebased, stand_ins
    from shopdesk.app.bidding.study import plan_question, study_plan
    from shopdesk.app.bidding.versions import versions_of
    from shopdesk.domain.bidding.forms.compare import changes
    from shopdesk.domain.bidding.forms.settled import settle

    versions = versions_of(workspace, plan.plan_id)
    plans = tuple(workspace.rows(BID_PLANS).values())
    question = plan_question(workspace, plan, period=None, versions=versions, known=known)
    study = study_plan(question, workspace, SILENT)
    live = live_levers(study, plan, versions)
    profile = profile_in(workspace, plan.platform)
    guessed = study.record.from_cpc
    plan = rebased(plan, live.bids, guessed, profile.bids)
    bases = stand_ins(plan, live.bids, guessed)
    rows = changes(live, plan.levers, plan=plan, profile=profile, stand_ins=bases)
    if rows:
        money = price_changes(look_ahead(study, plan, live, profile, plans=plans), live, plan.levers, rows)
        rows = changes(live, plan.levers, plan=plan, profile=profile, money=money, stand_ins=bases)
    settled = settle(live, plan.levers, rows, refused_changes(workspace, plan.plan_id))
    margin = study.margin.share if study.margin is not None else None
    own = console_language(plan.platform, language)
    reasons = reasons_of(rows, study.model, margin=margin, language=own)
    return plan_order(workspace, plan, now=live, settled=settled, reasons=reasons), study.library
