"""人群溢价: audiences with their conversion factors and the premium set."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.domain.bidding.dimensions import Dimension
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT, PlatformProfile
from shopdesk.domain.bidding.week import check_audience
from shopdesk.ui.bidding import words
from shopdesk.ui.bidding.tables import factor_column, figure_columns, modifier_column
from shopdesk.ui.cards import Card, label
from shopdesk.ui.grid import Column, EditBatch, GridFrame, GridModel, GridView


class AudienceCard(Card):
    """``edited`` gives percent by audience."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._profile: PlatformProfile | None = None
        self.model = GridModel(self._columns(), self)
        self.view = GridView(self.model, self, small=True)
        self.caption = label("", "caption", wrap=True)
        self.caption.setContentsMargins(12, 4, 12, 6)
        self.body.setSpacing(0)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.caption)
        self.model.edited.connect(self._edited)
        self._say()

    def set_view(self, plan: BidPlan | None, profile: PlatformProfile, happened: Dimension | None) -> None:
        """Show the audiences that the reports name, and those that the plan has a premium for."""
        self._profile = profile
        members = {member.name: member for member in happened.members} if happened is not None else {}
        set_now = plan.audiences if plan is not None else {}
        names = [*members, *(name for name in set_now if name not in members)]
        sums = [members[name].sums if name in members else None for name in names]
        self.model.read_only = plan is None
        self.model.set_frame(
            GridFrame(
                {
                    "name": names,
                    "orders": [cell.orders if cell else None for cell in sums],
                    "factor": [members[name].factor if name in members else None for name in names],
                    "now": [set_now.get(name, UNCHANGED_PERCENT) for name in names],
                },
                keys=names,
            )
        )
        self._write_caption(profile, happened)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.model.retranslate()
        super().changeEvent(event)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(name="name", title=lambda: self.tr("Audience"), width=100, grow=2, emphasis=True),
            *figure_columns(short=True),
            factor_column(),
            modifier_column(lambda value: check_audience(value, self._limits().audiences), self._limits),
        )

    def _limits(self) -> PlatformProfile:
        if self._profile is None:
            raise RuntimeError("no plan is shown")
        return self._profile

    def _write_caption(self, profile: PlatformProfile, happened: Dimension | None) -> None:
        if happened is None:
            self.caption.setText(self.tr("No report by audience is imported."))
            return
        parts = [words.audience_text(profile)]
        if happened.p_value is None:
            parts.append(self.tr("too few orders to tell audiences apart"))
        elif happened.is_chance:
            parts.append(self.tr("differences may be luck: 100 % is safer"))
        else:
            parts.append(self.tr("audiences differ by more than luck"))
        parts.append(words.evidence_text(happened.evidence))
        self.caption.setText(" · ".join(parts))
        tip = words.gate_text(self.tr("Audiences"), happened.p_value, is_chance=happened.is_chance)
        self.caption.setToolTip(tip)

    def _edited(self, batch: EditBatch) -> None:
        self.edited.emit({str(cell.key): int(cell.new) for cell in batch})

    def _say(self) -> None:
        self.set_title(self.tr("Audiences"), self.tr("% of the bid"))
        self.view.setAccessibleName(self.tr("Audiences"))
