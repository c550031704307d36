"""What the three views of titles have in common: what they show, and the documents they read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.app.services import ExportSheet
from shopdesk.app.titles.answer import Titles
from shopdesk.app.titles.documents import DRAFTS, FITS, LIMITS, OWN_TERMS, TitleDraft
from shopdesk.app.titles.lexicon import ad_list, shipped_list
from shopdesk.app.titles.limits import limits, shipped_limits
from shopdesk.domain.titles.limit import TitleLimit
from shopdesk.domain.titles.terms import AdList
from shopdesk.ui.cards import BarAction, MessageBar
from shopdesk.ui.context import UiContext
from shopdesk.ui.messages import open_folder, word_error
from shopdesk.ui.saving import ask_target


@dataclass(frozen=True, slots=True)
class ComposeTarget:
    """Asks the composer to open an item by its title."""

    title: str


class TitlePanel(QWidget):
    """One of the views; ``show_titles`` is called when shown and after every change of a document."""

    compose_wanted = Signal(str)  # the title of an item

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.found: Titles | None = None
        self.bar = MessageBar()

    def show_titles(self, found: Titles) -> None:
        """Draw what was found, with the documents as they are now."""
        raise NotImplementedError

    def listed(self) -> AdList:
        """Return the prohibited words in force."""
        workspace = self.context.workspace
        return ad_list(workspace.rows(OWN_TERMS).values()) if workspace is not None else shipped_list()

    def limit_of(self, platform: str) -> TitleLimit:
        """Return the limit of a platform in force."""
        workspace = self.context.workspace
        known = limits(workspace.rows(LIMITS).values()) if workspace is not None else shipped_limits()
        return known[platform]

    def fits_of(self, item: str) -> dict[str, bool]:
        """Return what was said of the pieces of an item: whether they are true."""
        workspace = self.context.workspace
        rows = workspace.rows(FITS).values() if workspace is not None else ()
        return {row.piece: row.fits for row in rows if row.item == item}

    def drafts_of(self, platform: str) -> dict[str, TitleDraft]:
        """Return the drafts kept for a platform, by item."""
        workspace = self.context.workspace
        rows = workspace.rows(DRAFTS).values() if workspace is not None else ()
        return {row.item: row for row in rows if row.platform == platform}

    def write_sheet(self, sheet: ExportSheet, *, name: str) -> None:
        """Ask for a file and write a sheet to it, in a job; the bar says where it stands or what went wrong."""
        services = self.context.services
        path = ask_target(
            self,
            title=QCoreApplication.translate("Titles", "Export the table"),
            name=name,
            suffix=".xlsx",
            pattern=QCoreApplication.translate("Titles", "Excel workbook (*.xlsx)"),
        )
        if path is None or services is None:
            return
        self.context.jobs.start(
            QCoreApplication.translate("Titles", "Writing {name}").format(name=path.name),
            lambda _job: services.write_workbook(path, [sheet]),
            lambda _result: self._tell_written(path),
            lambda error: self.bar.say(word_error(services, error), "warn"),
        )

    def _tell_written(self, path: Path) -> None:
        text = QCoreApplication.translate("Titles", "Written: {name}").format(name=path.name)
        show = QCoreApplication.translate("Titles", "Show in folder")
        self.bar.say(text, actions=[BarAction(show, partial(open_folder, path.parent))])
