"""Writes the sheet of an offer's campaign or its price list, and keeps what went out as a version."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.app.promotions.documents import OFFERS
from shopdesk.ui import formats
from shopdesk.ui.cards import BarAction, MessageBar
from shopdesk.ui.context import UiContext
from shopdesk.ui.messages import open_folder, word_error
from shopdesk.ui.saving import ask_target

if TYPE_CHECKING:
    from shopdesk.app.jobs import JobContext
    from shopdesk.app.promotions.campaign_sheet import Campaign


class Form(StrEnum):
    """What can be written; the value is the ending of its file."""

    SHEET = "sheet.xlsx"
    PRICES = "prices.xlsx"
    PRICES_CSV = "prices.csv"

    @property
    def suffix(self) -> str:
        """The ending with its dot."""
        return Path(self.value).suffix


class CampaignExport(QObject):
    """Offers the forms in a menu, asks for a file and writes it in a job; the outcome stands in the bar of the page."""

    def __init__(self, context: UiContext, bar: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._page = parent

    def menu_for(self, offer_id: str) -> QMenu:
        """Return the forms that an offer's campaign can be written in."""
        menu = QMenu(self._page)
        menu.addAction(self.tr("Campaign sheet (.xlsx)…"), lambda: self.ask(offer_id, Form.SHEET))
        menu.addAction(self.tr("Price list (.xlsx)…"), lambda: self.ask(offer_id, Form.PRICES))
        menu.addAction(self.tr("Price list (.csv)…"), lambda: self.ask(offer_id, Form.PRICES_CSV))
        return menu

    def offer(self, offer_id: str) -> None:
        """Open the menu at the pointer."""
        self.menu_for(offer_id).popup(QCursor.pos())

    def ask(self, offer_id: str, form: Form) -> None:
        """Ask for a file and write; nothing happens where none is chosen."""
        workspace = self._context.workspace
        offer = workspace.row(OFFERS, (offer_id,)) if workspace is not None else None
        if offer is None:
            return
        is_sheet = form is Form.SHEET
        name = self.tr("Campaign {name}") if is_sheet else self.tr("Prices {name}")
        path = ask_target(
            self._page,
            title=self.tr("Export the campaign") if is_sheet else self.tr("Export the price list"),
            name=name.format(name=offer.name),
            suffix=form.suffix,
            pattern=self.tr("Excel workbook (*.xlsx)") if form.suffix == ".xlsx" else self.tr("CSV table (*.csv)"),
        )
        if path is not None:
            self.write(offer_id, form, path)

    def write(self, offer_id: str, form: Form, path: Path) -> None:
        """Study the campaign and write the file in a job; the sheet is kept as a version once it stands."""
        services, workspace = self._context.services, self._context.workspace
        offer = workspace.row(OFFERS, (offer_id,)) if workspace is not None else None
        if services is None or workspace is None or offer is None:
            return
        period, language = self._context.period, formats.language()
        today, last = services.today(), self._context.last_day

        def work(job: JobContext) -> Campaign:
            from shopdesk.app.promotions.campaign_sheet import campaign_sheets, look_at_campaign, price_sheet

            campaign = look_at_campaign(workspace, offer, made_on=today, last=last, period=period, context=job)
            match form:
                case Form.SHEET:
                    services.write_workbook(path, campaign_sheets(campaign, language))
                case Form.PRICES:
                    services.write_workbook(path, [price_sheet(campaign, language)])
                case _:
                    services.write_csv(path, price_sheet(campaign, language))
            return campaign

        def done(campaign: Campaign) -> None:
            text = self.tr("Written: {name}").format(name=path.name)
            self._bar.say(text, actions=[BarAction(self.tr("Show in folder"), lambda: open_folder(path.parent))])
            if form is Form.SHEET:
                self._keep(campaign)

        def failed(error: BaseException) -> None:
            self._bar.say(word_error(services, error), "warn")

        self._context.jobs.start(self.tr("Writing {name}").format(name=path.name), work, done, failed)

    def _keep(self, campaign: Campaign) -> None:
        """Keep what went out as a version; a shop that was opened meanwhile isn't touched."""
        from shopdesk.app.promotions.versions import Reason, stored, version_now

        workspace = self._context.workspace
        if workspace is None or workspace.row(OFFERS, (campaign.offer.offer_id,)) != campaign.offer:
            return
        version = version_now(
            workspace,
            campaign.offer,
            made_on=campaign.made_on,
            stacking=campaign.stacking,
            reason=Reason.EXPORT,
            study=campaign.study,
        )
        self._context.push(
            stored(version),
            self.tr("Keep the exported {name}").format(name=campaign.offer.name),
            reveal=lambda: self._context.page_requested.emit("promotions", ("review", version.campaign)),
        )
