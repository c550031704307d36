"""Tables of a view written to one .xlsx that the user names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shopdesk.app.services import ExportSheet
from shopdesk.ui.cards import BarAction, MessageBar
from shopdesk.ui.context import UiContext
from shopdesk.ui.messages import open_folder, word_error
from shopdesk.ui.saving import ask_target


class SheetSaver(QObject):
    """Asks for a file, writes it in a job and tells the outcome in the bar of its view."""

    def __init__(self, context: UiContext, bar: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._view = parent

    def save(self, name: str, sheets: Sequence[ExportSheet]) -> None:
        """Write the sheets; nothing happens where no file is chosen."""
        services = self._context.services
        if services is None or not sheets:
            return
        path = ask_target(
            self._view,
            title=self.tr("Export the table"),
            name=name,
            suffix=".xlsx",
            pattern=self.tr("Excel workbook (*.xlsx)"),
        )
        if path is None:
            return

        def done(_result: None) -> None:
            text = self.tr("Written: {name}").format(name=path.name)
            self._bar.say(text, actions=[BarAction(self.tr("Show in folder"), lambda: open_folder(path.parent))])

        def failed(error: BaseException) -> None:
            self._bar.say(word_error(services, error), "warn")

        self._context.jobs.start(
            self.tr("Writing {name}").format(name=path.name),
            lambda _job: services.write_workbook(path, list(sheets)),
            done,
            failed,
        )
