"""平台规则: the limits of a platform, how sure each is, and what the shop found in its own console instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from shopdesk.app.bidding.limits import (
    OWN_LIMITS,
    LimitFault,
    LimitField,
    LimitRow,
    LimitUnit,
    OwnLimits,
    fault,
    limit_rows,
    own_limits,
    set_own_limits,
    with_limit,
)
from shopdesk.app.bidding.platforms import profile_of, profiles
from shopdesk.domain.bidding.profiles import Evidence, PlatformProfile
from shopdesk.ui import formats
from shopdesk.ui.cards import button, label
from shopdesk.ui.charts.day_labels import weekday_name
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import GridDialog
from shopdesk.ui.grid import CellError, Column, EditBatch, GridFrame, GridPanel

_WIDTH_PX: Final = 760
_HEIGHT_PX: Final = 520
_FEN: Final = 100


class LimitsDialog(GridDialog):
    """A row for each limit of one platform; an own value wins, and an emptied cell gives the shipped one back."""

    def __init__(self, context: UiContext, platform: str, parent: QWidget | None = None) -> None:
        super().__init__(context, uses=OWN_LIMITS.name, parent=parent)
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.platform = QComboBox()
        self._caption = label("", "secondary")
        self.version = label("", "secondary")
        self.problem = label("", "warn", wrap=True)
        self.reset = button()
        self.grid = GridPanel(self._columns(), title=lambda: self.tr("Limits"), small=True)
        self._fill_platforms(platform)
        self._start(self.grid, self.reset)
        self._lay_out()
        self.platform.currentIndexChanged.connect(self._show_platform)
        self.grid.edited.connect(self._edited)
        self.reset.clicked.connect(self.give_back)

    def give_back(self) -> None:
        """Take back everything that the shop set of this platform."""
        profile = self._profile()
        if self._own() != OwnLimits(profile.platform):
            change = set_own_limits(OwnLimits(profile.platform))
            self._context.push(change, self.tr("{platform}: limits as shipped").format(platform=self._name(profile)))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._caption)
        row.addWidget(self.platform)
        row.addWidget(self.version)
        row.addStretch(1)
        self.column.insertLayout(1, row)
        self.column.insertWidget(3, self.problem)
        self.problem.hide()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(name="limit", title=lambda: self.tr("Limit"), width=190, grow=1, emphasis=True),
            Column(name="shipped", title=lambda: self.tr("Shipped"), width=110, right=True),
            Column(name="known", title=lambda: self.tr("How it is known"), width=240),
            Column(
                name="own",
                title=lambda: self.tr("In my console"),
                width=130,
                editable=True,
                right=True,
                parse=str.strip,
                help=lambda: self.tr("What your own console takes; empty the cell to go by the shipped limit"),
            ),
        )

    def _fill_platforms(self, chosen: str) -> None:
        self.platform.clear()
        for platform, profile in profiles().items():
            self.platform.addItem(self._name(profile), platform)
        self.platform.setCurrentIndex(max(self.platform.findData(profile_of(chosen).platform), 0))

    def _profile(self) -> PlatformProfile:
        return profile_of(str(self.platform.currentData()))

    def _own(self) -> OwnLimits:
        workspace, platform = self._context.workspace, self._profile().platform
        return own_limits(workspace, platform) if workspace is not None else OwnLimits(platform)

    def _name(self, profile: PlatformProfile) -> str:
        return profile.zh if formats.language() == "zh_CN" else profile.en

    def _show_platform(self) -> None:
        self.problem.hide()
        self._fill()

    def _write(self) -> None:
        self.setWindowTitle(self.tr("Limits of platforms"))
        self._intro.setText(
            self.tr(
                "Platforms change their limits, and not every one was seen at the platform itself: compare those "
                "marked “please check” with your console, and type what it takes. Plans and files follow at once. "
                "Bids and budgets are in yuan, of accounts abroad in their own currency."
            )
        )
        self._caption.setText(self.tr("Platform"))
        self.reset.setText(self.tr("All as shipped"))
        self.close_button.setText(self.tr("Close"))
        with QSignalBlocker(self.platform):
            self._fill_platforms(str(self.platform.currentData()))

    def _fill(self) -> None:
        profile, own = self._profile(), self._own()
        rows = limit_rows(profile, own)
        self.version.setText(self._version_text(profile, own))
        self.reset.setEnabled(own != OwnLimits(profile.platform))
        data = {
            "limit": [self._field_name(row.field) for row in rows],
            "shipped": [_shown(row.shipped, row.unit) for row in rows],
            "known": [self._known(row) for row in rows],
            "own": ["" if row.own is None else _shown(row.own, row.unit) for row in rows],
        }
        self.grid.set_frame(GridFrame(data, keys=[row.field.value for row in rows]))

    def _version_text(self, profile: PlatformProfile, own: OwnLimits) -> str:
        text = self.tr("shipped limits of {version}").format(version=profile.version)
        if own.version and own.version != profile.version:
            text += " · " + self.tr("yours are from {version}").format(version=own.version)
        return text

    def _edited(self, batch: EditBatch) -> None:
        workspace, profile = self._context.workspace, self._profile()
        if workspace is None:
            return
        old = own = self._own()
        rows = {row.field.value: row for row in limit_rows(profile, old)}
        try:
            for cell in batch:
                row = rows[str(cell.key)]
                own = with_limit(own, row.field, self._value(str(cell.new or ""), row))
        except CellError as error:
            self._refuse(str(error))
            return
        wrong = fault(profile, own)
        if wrong is not None:
            self._refuse(self._fault_text(wrong))
            return
        self.problem.hide()
        if own != old:
            name = self.tr("{platform}: own limits").format(platform=self._name(profile))
            self._context.push(set_own_limits(own), name)

    def _refuse(self, text: str) -> None:
        """Say why a value can't be and show the table as it stands."""
        self.problem.setText(text)
        self.problem.show()
        self._fill()

    def _value(self, text: str, row: LimitRow) -> int | None:
        """Return what was typed in the unit of the row, None for an empty cell; ``CellError`` where it is neither."""
        cleaned = text.strip().rstrip("%％元").strip()
        if not cleaned:
            return None
        if row.unit is LimitUnit.WEEKDAY:
            return self._weekday(cleaned)
        try:
            number = Decimal(re.sub("[,，\\s]", "", cleaned))
        except InvalidOperation as error:
            raise CellError(self.tr("“{text}” is no number").format(text=text)) from error
        scaled = number * _FEN if row.unit is LimitUnit.FEN else number
        if not number.is_finite() or scaled != scaled.to_integral_value():
            raise CellError(
                self.tr("{text}: at most two places").format(text=text)
                if row.unit is LimitUnit.FEN
                else self.tr("{text}: whole numbers only").format(text=text)
            )
        return int(scaled)

    def _weekday(self, text: str) -> int:
        names = [_shown(day, LimitUnit.WEEKDAY) for day in range(7)]
        if text in names:
            return names.index(text)
        if text.isdecimal() and 1 <= int(text) <= len(names):
            return int(text) - 1
        raise CellError(self.tr("a weekday, e.g. {example}").format(example=names[0]))

    def _known(self, row: LimitRow) -> str:
        if row.own is not None:
            return self.tr("set by the shop")
        texts: dict[Evidence, Callable[[], str]] = {
            Evidence.SEEN: lambda: self.tr("seen at the platform"),
            Evidence.THIRD_PARTY: lambda: self.tr("seen in a tool · please check"),
            Evidence.READ: lambda: self.tr("read · please check"),
            Evidence.HEARSAY: lambda: self.tr("not known for sure · please check"),
            Evidence.OWN: lambda: self.tr("set by the shop"),
        }
        return texts[row.evidence]()

    def _field_name(self, field: LimitField) -> str:
        texts: dict[LimitField, Callable[[], str]] = {
            LimitField.HOUR_LOW: lambda: self.tr("Hours: lowest percent"),
            LimitField.HOUR_HIGH: lambda: self.tr("Hours: highest percent"),
            LimitField.WINDOWS: lambda: self.tr("Hours: windows a day"),
            LimitField.FIRST_DAY: lambda: self.tr("Weekday that its file calls 0"),
            LimitField.REGION_LOW: lambda: self.tr("Regions: lowest percent"),
            LimitField.REGION_HIGH: lambda: self.tr("Regions: highest percent"),
            LimitField.AUDIENCE_LOW: lambda: self.tr("Audiences: lowest percent"),
            LimitField.AUDIENCE_HIGH: lambda: self.tr("Audiences: highest percent"),
            LimitField.PLACEMENT_HIGH: lambda: self.tr("Placements: highest percent"),
            LimitField.BID_LEAST: lambda: self.tr("Bid: least"),
            LimitField.BID_MOST: lambda: self.tr("Bid: most"),
            LimitField.BID_STEP: lambda: self.tr("Bid: step"),
            LimitField.LEAST_BUDGET: lambda: self.tr("Daily budget: least"),
        }
        return texts[field]()

    def _fault_text(self, wrong: LimitFault) -> str:
        match wrong:
            case LimitFault.OUT_OF_RANGE:
                return self.tr("This limit can't be: a percent, bid or budget lies above 0.")
            case LimitFault.LOW_ABOVE_HIGH:
                return self.tr("The lowest would lie above the highest.")
            case LimitFault.EXCLUDES_UNCHANGED:
                return self.tr("100 % must stay possible: it means that nothing is changed.")


def _shown(value: int | None, unit: LimitUnit) -> str:
    """Return a limit in its unit."""
    if value is None:
        return formats.UNKNOWN
    match unit:
        case LimitUnit.PERCENT:
            return f"{formats.full(value)} %"
        case LimitUnit.FEN:
            return formats.money_fen(value)
        case LimitUnit.WEEKDAY:
            return weekday_name(value)
        case LimitUnit.COUNT:
            return formats.full(value)
