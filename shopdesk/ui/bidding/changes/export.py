"""A settled plan written to a file or put on the clipboard; what was written is kept as a version that went out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from shopdesk.app.bidding.checklist_words import console_language
from shopdesk.app.bidding.documents import new_version_id
from shopdesk.app.bidding.exporting import (
    SUFFIXES,
    Form,
    LeftOut,
    LimitsBroken,
    Order,
    PlanOrder,
    Why,
    Written,
    forms_of,
    left_out_keys,
    takes_all,
    week_text,
)
from shopdesk.app.bidding.orders import plan_order
from shopdesk.app.bidding.outlook import foresee_levers
from shopdesk.app.bidding.reasons import reasons_of
from shopdesk.app.bidding.versions import (
    keep_version,
    last_taken,
    restored,
    stored,
    taken,
    tell_board,
    versions_of,
)
from shopdesk.app.changes import SetRows
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.forms.settled import Settled, settle
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.week import ScheduleError
from shopdesk.ui import formats
from shopdesk.ui.bidding import words as bid_words
from shopdesk.ui.bidding.changes.words import lever_name
from shopdesk.ui.bidding.view import BiddingState
from shopdesk.ui.cards import BarAction, MessageBar
from shopdesk.ui.context import UiContext
from shopdesk.ui.messages import open_folder, word_error
from shopdesk.ui.saving import ask_target

_NAMED = 3
_TEXTS = (Form.TEXT, Form.LAUNCH_JSON, Form.JD_JSON, Form.DAY_JSON, Form.SWITCHES)


class Exporter(QObject):
    """Writes one form of one plan at a time, in a job; every way out keeps a version."""

    def __init__(self, context: UiContext, bar: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._view = parent

    def form_name(self, form: Form) -> str:
        """Return the name of a form."""
        names = {
            Form.CHECKLIST: self.tr("Checklist by plan for the console's dialogs (.xlsx)"),
            Form.TEXT: self.tr("Hours as text 00:00-12:00:100,… (.txt)"),
            Form.LAUNCH_JSON: self.tr("Hours as launch periods (JSON)"),
            Form.WEEK_SHEET: self.tr("Hours as a week grid (.xlsx)"),
            Form.JD_JSON: self.tr("Hours of JD (JSON)"),
            Form.DAY_JSON: self.tr("Hours of Pinduoduo (JSON)"),
            Form.SWITCHES: self.tr("Hours on and off, 336 signs (.txt)"),
            Form.GOOGLE_EDITOR: self.tr("Google Ads Editor (CSV, please check) · without audiences and regions off"),
            Form.MICROSOFT_BULK: self.tr("Microsoft Ads bulk 6.0 (CSV) · regions only with imported ids, no audiences"),
            Form.AMAZON_BULK: self.tr("Own Amazon bulksheet (copy, please check) · without hours: set them by hand"),
        }
        return names[form]

    def export(self, form: Form, state: BiddingState, settled: Settled) -> None:
        """Ask for a file and write what is settled; nothing happens where no file is chosen."""
        services, workspace, plan = self._context.services, self._context.workspace, state.shown.plan
        live = state.shown.live
        if services is None or services.bid_files is None or workspace is None or plan is None or live is None:
            return
        workbook = self._ask_workbook() if form is Form.AMAZON_BULK else None
        if form is Form.AMAZON_BULK and workbook is None:
            return
        path = self._ask_target(form, plan.name)
        if path is None:
            return
        files, day = services.bid_files, services.today()

        def work(_job: object) -> Written:
            order = plan_order(workspace, plan, now=live, settled=settled, reasons=_reasons(state, settled))
            return files.write(
                Order(
                    form=form,
                    path=path,
                    plans=(order,),
                    day=day,
                    workbook=workbook,
                    language=formats.language(),
                )
            )

        def done(written: Written) -> None:
            self._keep(state, settled, form, left_out_keys(settled.taken, written.left_out))
            self._tell(form, written, state)

        def failed(error: BaseException) -> None:
            self._bar.say(self._refused(error, state) or word_error(services, error), "warn")

        self._context.jobs.start(self.tr("Writing {name}").format(name=path.name), work, done, failed)

    def copy_menu(self, state: BiddingState, settled: Settled, parent: QWidget) -> QMenu:
        """Return the forms that fit on a clipboard."""
        menu = QMenu(parent)
        plan = state.shown.plan
        for form in forms_of(plan.platform) if plan is not None else ():
            if form in _TEXTS:
                menu.addAction(self.form_name(form), partial(self.copy, form, state, settled))
        if menu.isEmpty():
            menu.addAction(self.tr("This platform takes files only")).setEnabled(False)
        return menu

    def copy(self, form: Form, state: BiddingState, settled: Settled) -> None:
        """Put the week on the clipboard in one form, and keep the plan as a version that went out."""
        workspace, plan, live = self._context.workspace, state.shown.plan, state.shown.live
        if workspace is None or plan is None or live is None:
            return

        def done(order: PlanOrder) -> None:
            try:
                text = week_text(form, order)
            except ScheduleError as error:
                self._bar.say(self.tr("This form can't say the week: {part}").format(part=error.part), "warn")
                return
            QGuiApplication.clipboard().setText(text)
            self._keep(state, settled, form)
            self._bar.say(
                self.tr("On the clipboard: {form}.").format(form=self.form_name(form)) + self._only_hours(form)
            )

        name = self.tr("Writing {name}").format(name=self.form_name(form))
        self._context.jobs.start(name, lambda _job: plan_order(workspace, plan, now=live, settled=settled), done)

    def _ask_workbook(self) -> Path | None:
        given, _ = QFileDialog.getOpenFileName(
            self._view, self.tr("Choose the bulksheet downloaded from Amazon"), "", self.tr("Excel workbook (*.xlsx)")
        )
        return Path(given) if given else None

    def _ask_target(self, form: Form, plan: str) -> Path | None:
        services = self._context.services
        suffix = SUFFIXES[form]
        patterns = {
            ".xlsx": self.tr("Excel workbook (*.xlsx)"),
            ".csv": self.tr("CSV file (*.csv)"),
            ".json": self.tr("JSON file (*.json)"),
            ".txt": self.tr("Text file (*.txt)"),
        }
        return ask_target(
            self._view,
            title=self.tr("Export the plan"),
            name=self.tr("{plan} bids {day}").format(
                plan=plan, day=services.today().isoformat() if services is not None else ""
            ),
            suffix=suffix,
            pattern=patterns[suffix],
        )

    def _keep(self, state: BiddingState, settled: Settled, form: Form, left_out: Collection[str] = frozenset()) -> None:
        """Keep what went out as a version with its promise, as one step.

        The plan then is what went out; where a form carries the hours only, or ``left_out`` rows of the diff, these
        changes still wait in the plan: nobody has set them.
        """
        workspace, services, plan = self._context.workspace, self._context.services, state.shown.plan
        if workspace is None or services is None or plan is None:
            return
        today, versions, whole = services.today(), versions_of(workspace, plan.plan_id), takes_all(form)
        levers, bases = settled.levers, dict(plan.bases)
        note = "" if whole else self.tr("hours only")
        if whole and left_out and state.shown.live is not None:
            whole, note = False, self.tr("without what the file had no place for")
            levers = settle(state.shown.live, levers, settled.taken, left_out).levers
        elif not whole:
            before = last_taken(versions)
            levers = replace(before.levers if before is not None else Levers(), hours=settled.levers.hours)
            bases = dict(before.bases) if before is not None else {}
        version = keep_version(
            plan,
            versions,
            name="",
            made_on=today,
            version_id=new_version_id(plan),
            levers=levers,
            bases=bases,
            note=note,
        )
        kept = taken(version, today, foresee_levers(state.outlook, levers) if state.outlook is not None else None)
        edits = (*stored(kept).edits, *(restored(plan, kept, kept).edits if whole else ()))
        name = self.tr("export version {number}").format(number=kept.number) + f" · {plan.name}"
        self._context.push(SetRows(edits), name)
        tell_board(workspace, plan, today)

    def _tell(self, form: Form, written: Written, state: BiddingState) -> None:
        text = self.tr("Written: {name}, {count} {count:line|lines}.").format(
            name=written.path.name, count=formats.full(written.lines)
        )
        for beside in written.beside:
            text += " " + self.tr("Beside it: {name}.").format(name=beside.name)
        text += self._only_hours(form)
        for why in Why:
            names = [self._left_name(one, state) for one in written.left_out if one.why is why]
            if names:
                text += " " + self._left_out(why).format(names=_some(names))
        action = BarAction(self.tr("Show in folder"), lambda: open_folder(written.path.parent))
        self._bar.say(text, "warn" if written.left_out else "info", actions=[action])

    def _left_name(self, one: LeftOut, state: BiddingState) -> str:
        if one.lever is Lever.WORDS:
            place = state.shown.places.get(one.name)
            return place.word if place is not None else one.name
        return one.name or lever_name(one.lever)

    def _only_hours(self, form: Form) -> str:
        if takes_all(form):
            return ""
        return " " + self.tr("It carries the hours only; the checklist has bids, regions, audiences and budget.")

    def _left_out(self, why: Why) -> str:
        match why:
            case Why.NO_ID:
                return self.tr("Left out, because no report tells their id: {names}.")
            case Why.NO_CAMPAIGN:
                return self.tr("Left out, because no report tells the campaign's id: {names}.")
            case Why.NO_FIELD:
                return self.tr("The file has no column for: {names}; set them in the console.")
            case Why.NOT_IN_WORKBOOK:
                return self.tr("Not in the workbook, so left out: {names}.")
            case Why.BID_UNKNOWN:
                return self.tr(
                    "Left out, because no report tells today's bid and the file takes no percent: {names}; type "
                    "today's bid in the table of words, or change them in the console by the percent shown."
                )
            case Why.OLD_HOURS:
                return self.tr(
                    "Hours that the console has now can't be deleted by the file ({names}): import a bulk file first."
                )

    def _refused(self, error: BaseException, state: BiddingState) -> str:
        """Return in words what the platform has against the plan; empty for another failure."""
        if not isinstance(error, LimitsBroken):
            return ""
        found = error.troubles
        texts = list(dict.fromkeys(bid_words.problem_text(one.problem, state.shown.profile) for one in found))
        return self.tr("Nothing was written: {problems}.").format(problems=_some(texts))


def _reasons(state: BiddingState, settled: Settled) -> dict[str, str]:
    """Return why each row changes, in the language of the console, as far as reports say it."""
    study, plan = state.study, state.shown.plan
    if study is None or plan is None:
        return {}
    margin = study.margin.share if study.margin is not None else None
    language = console_language(plan.platform, formats.language())
    return reasons_of(settled.taken, study.model, margin=margin, language=language)


def _some(names: Sequence[str]) -> str:
    shown = formats.listed(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} … ({formats.full(len(names))})"
