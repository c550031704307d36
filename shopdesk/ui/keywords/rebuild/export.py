"""Accepted rows written to a file of a console: asks for it, writes it in a job, keeps what was exported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from shopdesk.app.keywords.rebuild import keep_export
from shopdesk.app.keywords.rebuild_files import SUFFIXES, BulkRefused, Form, Order, Written, write
from shopdesk.app.keywords.rebuild_rules import rules_of
from shopdesk.app.keywords.rebuild_sheets import paste_forms, paste_text, plan_sheets
from shopdesk.domain.keywords.rebuild.entries import entries
from shopdesk.domain.keywords.rebuild.model import Proposal, Row, RowKind
from shopdesk.domain.keywords.rebuild.settled import Settled
from shopdesk.ui import formats
from shopdesk.ui.cards import BarAction, MessageBar
from shopdesk.ui.context import UiContext
from shopdesk.ui.messages import open_folder, word_error
from shopdesk.ui.saving import ask_target

_NAMED = 3


class Exporter(QObject):
    """Writes one form of one platform at a time; ``platform_name`` gives its name in the language in force."""

    def __init__(
        self, context: UiContext, bar: MessageBar, parent: QWidget, *, platform_name: Callable[[str], str]
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._view = parent
        self._name = platform_name

    def form_name(self, form: Form) -> str:
        """Return the name of a form."""
        match form:
            case Form.GOOGLE_EDITOR:
                return self.tr("Google Ads Editor (CSV, please check)")
            case Form.MICROSOFT_BULK:
                return self.tr("Microsoft Ads bulk 6.0 (CSV)")
            case Form.AMAZON_BULK:
                return self.tr("Own Amazon bulksheet (copy with the changed cells, please check)")
            case Form.WORKSHEET:
                return self.tr("Worksheet by plan with words to paste")

    def export(
        self, form: Form, platform: str, proposal: Proposal, settled: Settled, reasons: Mapping[str, str]
    ) -> None:
        """Write the accepted rows of a platform; nothing happens where no file is chosen."""
        services = self._context.services
        rows = [row for row in settled.accepted if row.place.platform == platform]
        if services is None or services.proposals is None:
            return
        if not rows:
            self._bar.say(self.tr("No row is taken, so that there is nothing to write."), "warn")
            return
        workbook = self._ask_workbook() if form is Form.AMAZON_BULK else None
        if form is Form.AMAZON_BULK and workbook is None:
            return
        path = self._ask_target(form, platform)
        if path is None:
            return
        files = services.proposals

        def work(_job: object) -> Written:
            rules = rules_of(platform)
            own = entries(proposal, rows, rules)
            people = form is Form.WORKSHEET
            order = Order(
                form=form,
                path=path,
                entries=own,
                sheets=plan_sheets(own, rules_name(platform), reasons, rules) if people else (),
                paste=paste_text(paste_forms(own)) if people else "",
                workbook=workbook,
            )
            return write(order, files, services.write_workbook)

        def done(written: Written) -> None:
            self._keep(rows, platform, form, path)
            waiting = _into_new(proposal, rows) if form is not Form.WORKSHEET else 0
            self._tell(form, written, waiting=waiting, nameless=_without_id(rows) if form is Form.MICROSOFT_BULK else 0)

        def failed(error: BaseException) -> None:
            text = self._refused(error) if isinstance(error, BulkRefused) else word_error(services, error)
            self._bar.say(text, "warn")

        self._context.jobs.start(self.tr("Writing {name}").format(name=path.name), work, done, failed)

    def _ask_workbook(self) -> Path | None:
        given, _ = QFileDialog.getOpenFileName(
            self._view, self.tr("Choose the bulksheet downloaded from Amazon"), "", self.tr("Excel workbook (*.xlsx)")
        )
        return Path(given) if given else None

    def _ask_target(self, form: Form, platform: str) -> Path | None:
        services = self._context.services
        today = services.today().isoformat() if services is not None else ""
        suffix = SUFFIXES[form]
        return ask_target(
            self._view,
            title=self.tr("Export the rebuild"),
            name=self.tr("Rebuild {platform} {day}").format(platform=self._name(platform), day=today),
            suffix=suffix,
            pattern=self.tr("CSV file (*.csv)") if suffix == ".csv" else self.tr("Excel workbook (*.xlsx)"),
        )

    def _keep(self, rows: list[Row], platform: str, form: Form, path: Path) -> None:
        services = self._context.services
        if services is None:
            return
        change = keep_export(
            rows, platform=platform, formats=(form.value,), file=path.name, now=services.now(), export_id=uuid4().hex
        )
        name = self.tr("Remember the export of {count} {count:change|changes}").format(count=formats.full(len(rows)))
        self._context.push(change, name)

    def _tell(self, form: Form, written: Written, *, waiting: int, nameless: int) -> None:
        text = self.tr("Written: {name}, {count} {count:line|lines}.").format(
            name=written.path.name, count=formats.full(written.entries)
        )
        if written.left_out:
            why = (
                self.tr("Not in the workbook, so left out: {words}.")
                if form is Form.AMAZON_BULK
                else self.tr("Bids left out, because no imported file names today's: {words}.")
            )
            text += " " + why.format(words=_some(written.left_out))
        if nameless:
            text += " " + self.tr(
                "{count} {count:line has|lines have} no id, so that Microsoft may not find the words: import a bulk "
                "file or a report with KeywordId first."
            ).format(count=formats.full(nameless))
        if waiting:
            text += " " + self.tr(
                "New campaigns are written as paused: set regions and languages, then switch them on; until then "
                "{count} moved {count:word isn't|words aren't} shown."
            ).format(count=formats.full(waiting))
        action = BarAction(self.tr("Show in folder"), lambda: open_folder(written.path.parent))
        is_warning = bool(written.left_out or waiting or nameless)
        self._bar.say(text, "warn" if is_warning else "info", actions=[action])

    def _refused(self, error: BulkRefused) -> str:
        match error.code:
            case "itself":
                return self.tr("A copy is written, never the workbook itself: choose another name.")
            case "no_sheet":
                return self.tr(
                    "This workbook has no sheet of Sponsored Products; download the bulksheet from Amazon anew."
                )
            case "too_large":
                return self.tr("This workbook is too large.")
            case _:
                return self.tr("This file is no Excel workbook.")


def _into_new(proposal: Proposal, rows: Sequence[Row]) -> int:
    """Return how many words move into campaigns that don't exist yet."""
    old = {place.campaign_key for place in proposal.places}
    moved = (row for row in rows if row.kind is RowKind.MOVED and row.target is not None)
    return sum(row.place.campaign_key not in old for row in moved)


def _without_id(rows: Sequence[Row]) -> int:
    """Return how many words that are bought already stand in no report with their id."""
    return sum(row.source is not None and not row.keyword_id for row in rows)


def rules_name(platform: str) -> str:
    """Return the Chinese name that the worksheets of a platform carry."""
    from shopdesk.app.bidding.platforms import profile_of

    return profile_of(platform).zh


def _some(names: tuple[str, ...]) -> str:
    shown = formats.listed(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} … ({formats.full(len(names))})"
