"""The versions of a campaign: kept by hand, on export and on deciding; compared with now, and put back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from shopdesk.app.promotions.versions import NONE_CHOSEN, CampaignVersion, Reason
from shopdesk.domain.promotions.campaign_changes import campaign_changes
from shopdesk.domain.promotions.compared import NONE, Row
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, LinkButton, button, label, rule, scrolled
from shopdesk.ui.promotions.finder.aim_fields import aim_text
from shopdesk.ui.promotions.result.answer import aim_row, chance_texts
from shopdesk.ui.promotions.result.table import row_name, signed_text
from shopdesk.ui.promotions.review.changes import change_texts
from shopdesk.ui.promotions.words import short_name
from shopdesk.ui.tokens import PADDING_PX


class VersionsCard(Card):
    """``keep_wanted(name)``, ``restore_wanted(id)``, ``noted(id, note)`` and ``removed(id)`` say what is to be done."""

    keep_wanted = Signal(str)
    restore_wanted = Signal(str)
    noted = Signal(str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._versions: Sequence[CampaignVersion] = ()
        self._offers: Sequence[OfferDesign] = ()
        self.keep = LinkButton()
        self.add_action(self.keep)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.differs = label("", "caption", wrap=True)
        self.details = label("", "", wrap=True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.restore, self.note, self.remove = button(small=True), LinkButton(), LinkButton()
        self._lay_out()
        self.keep.clicked.connect(self._ask_keep)
        self.restore.clicked.connect(lambda: self._tell(self.restore_wanted))
        self.note.clicked.connect(self._ask_note)
        self.remove.clicked.connect(lambda: self._tell(self.removed))
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self._write()

    def show_versions(self, versions: Sequence[CampaignVersion], offers: Sequence[OfferDesign]) -> None:
        """Show versions, newest first, and what the candidates are now; the choice stays where it can."""
        chosen = self.chosen()
        self._versions, self._offers = versions, offers
        self.list.blockSignals(True)
        self.list.clear()
        for version in versions:
            item = QListWidgetItem(title_of(version))
            item.setToolTip(tip_of(version))
            self.list.addItem(item)
        ids = [version.version_id for version in versions]
        kept = ids.index(chosen.version_id) if chosen is not None and chosen.version_id in ids else 0
        self.list.setCurrentRow(kept if ids else -1)
        self.list.blockSignals(False)
        self._show_chosen()

    def chosen(self) -> CampaignVersion | None:
        """Return the version looked at."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def choose(self, version_id: str) -> None:
        """Look at a version."""
        ids = [version.version_id for version in self._versions]
        if version_id in ids:
            self.list.setCurrentRow(ids.index(version_id))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.show_versions(self._versions, self._offers)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.body.setSpacing(0)
        self.body.addWidget(self.list, 2)
        self.body.addWidget(rule())
        area = scrolled(self.differs, self.details, spacing=4)
        inner = area.widget()
        if inner is not None and (column := inner.layout()) is not None:
            column.setContentsMargins(PADDING_PX, 8, PADDING_PX, 8)
        self.body.addWidget(area, 3)
        self._verbs = QWidget()
        row = QHBoxLayout(self._verbs)
        row.setContentsMargins(PADDING_PX, 4, PADDING_PX, 8)
        row.setSpacing(8)
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self.note)
        row.addWidget(self.remove)
        foot = QVBoxLayout()
        foot.addWidget(self._verbs)
        self.body.addLayout(foot)

    def _show_chosen(self) -> None:
        version = self.chosen()
        self._verbs.setVisible(version is not None)
        if version is None:
            self.differs.setText("")
            self.details.setText(
                self.tr(
                    "No version is kept yet. One is kept when you decide, when you export the sheet, "
                    "or by hand: with its offers, its forecast, the stacking rules and what was assumed."
                )
            )
            return
        two = sorted(index.row() for index in self.list.selectedIndexes())[:2]
        if len(two) > 1:
            self._compare(self._versions[two[1]], self._versions[two[0]])
            return
        lines = change_texts(campaign_changes(version.offers, self._offers))
        since = self.tr("What has changed since") if lines else self.tr("The candidates stand as they were then.")
        self.differs.setText(since)
        shown = [*lines, *foretold_texts(version)]
        if version.note:
            shown.append(self.tr("Note: {note}").format(note=version.note))
        self.details.setText("\n".join(shown))
        self.restore.setEnabled(bool(lines))

    def _compare(self, old: CampaignVersion, new: CampaignVersion) -> None:
        """Say what differs between two versions."""
        lines = change_texts(campaign_changes(old.offers, new.offers))
        self.differs.setText(self.tr("From version {old} to version {new}").format(old=old.number, new=new.number))
        self.details.setText("\n".join(lines) if lines else self.tr("The candidates are the same in both."))
        self._verbs.setVisible(False)

    def _tell(self, signal: SignalInstance) -> None:
        version = self.chosen()
        if version is not None:
            signal.emit(version.version_id)

    def _ask_keep(self) -> None:
        name, said = QInputDialog.getText(self, self.tr("Keep as a version"), self.tr("Name (may stay empty)"))
        if said:
            self.keep_wanted.emit(name.strip())

    def _ask_note(self) -> None:
        version = self.chosen()
        if version is None:
            return
        note, said = QInputDialog.getText(self, self.tr("Note of the version"), self.tr("Note"), text=version.note)
        if said:
            self.noted.emit(version.version_id, note.strip())

    def _write(self) -> None:
        self.set_title(self.tr("Versions"))
        self.keep.setText(self.tr("Keep…"))
        self.keep.setToolTip(self.tr("Keep the candidates as they stand, with forecast, rules and assumptions"))
        self.restore.setText(self.tr("Put back"))
        self.restore.setToolTip(self.tr("Set the candidates as they were in this version; can be undone"))
        self.note.setText(self.tr("Note…"))
        self.remove.setText(self.tr("Remove"))
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setToolTip(self.tr("Select two with Ctrl to compare them"))


def title_of(version: CampaignVersion) -> str:
    """Return number, day and what a version is, for a list."""
    day = formats.day(version.made_on)
    if version.name:
        what = version.name
    elif version.chosen == NONE_CHOSEN:
        what = QCoreApplication.translate("CampaignVersions", "decided: none of it")
    elif version.chosen:
        chosen = next((one.name for one in version.offers if one.offer_id == version.chosen), "")
        what = QCoreApplication.translate("CampaignVersions", "decided: {name}").format(name=short_name(chosen))
    elif version.reason is Reason.EXPORT:
        what = QCoreApplication.translate("CampaignVersions", "exported")
    else:
        what = QCoreApplication.translate("CampaignVersions", "kept")
    return f"V{version.number} · {day} · {what}"


def foretold_texts(version: CampaignVersion) -> list[str]:
    """Return what was foretold of each candidate, by what was wanted then, and how likely none of them was best."""
    wanted = aim_row(version.aim.objective if version.aim is not None else Objective.PROFIT)
    found = []
    for offer in version.offers:
        row = wanted if version.foretold(offer.offer_id, wanted.value) is not None else Row.REVENUE
        told = version.foretold(offer.offer_id, row.value)
        if told is None:
            continue
        _before, low, median, high = (signed_text(row, value) for value in told)
        span = "" if told[1] == told[3] else f" (80 %: {low} … {high})"
        text = QCoreApplication.translate("CampaignVersions", "Foretold · {name}: {figure} {change}")
        found.append(text.format(name=short_name(offer.name), figure=row_name(row), change=f"{median}{span}"))
    if NONE in version.chances:
        text = QCoreApplication.translate("CampaignVersions", "Best with a chance of {chance}: none of it")
        found.append(text.format(chance=chance_texts(version.chances)[NONE]))
    return found


def tip_of(version: CampaignVersion) -> str:
    """Return all that a version is, one fact a line."""
    lines = [title_of(version), *(one.name for one in version.offers)]
    if version.orders:
        lines.append(
            QCoreApplication.translate("CampaignVersions", "Forecast on {orders} orders, {span}").format(
                orders=formats.full(version.orders), span=formats.span(version.first_day, version.last_day)
            )
        )
    if version.aim is not None and version.chances:
        text = QCoreApplication.translate("CampaignVersions", "Judged by {aim}")
        lines.append(text.format(aim=aim_text(version.aim)))
    if version.note:
        lines.append(version.note)
    return "\n".join(lines)
