"""What the shop wants most of a ladder and the margin it won't go below: two fields, and the same in a few words."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QWidget

from shopdesk.app.promotions.aims import LadderAim
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.ui import formats
from shopdesk.ui.cards import label

_NO_FLOOR: Final = -1.0
_MOST_FLOOR: Final = 95.0
_FLOOR_PX: Final = 104


class AimFields(QWidget):
    """The fields change nothing themselves: ``aim()`` tells what they say."""

    def __init__(self, aim: LadderAim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aim = aim
        self.objective, self.floor = QComboBox(), QDoubleSpinBox()
        self.objective.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for objective in Objective:
            self.objective.addItem(objective_text(objective), objective.value)
        self.objective.setCurrentIndex(self.objective.findData(aim.objective.value))
        self.floor.setRange(_NO_FLOOR, _MOST_FLOOR)
        self.floor.setDecimals(1)
        self.floor.setSuffix(" %")
        self.floor.setSpecialValueText(self.tr("none"))
        self.floor.setValue(_NO_FLOOR if aim.margin_floor is None else aim.margin_floor / 10)
        self.floor.setFixedWidth(_FLOOR_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for text, field in ((self.tr("Objective"), self.objective), (self.tr("Margin at least"), self.floor)):
            name = label(text, "caption")
            name.setBuddy(field)
            field.setAccessibleName(text)
            row.addWidget(name)
            row.addWidget(field)

    def aim(self) -> LadderAim:
        """Return what is wanted as the fields stand."""
        floor = self.floor.value()
        return replace(
            self._aim,
            objective=Objective(self.objective.currentData()),
            margin_floor=None if floor < 0 else round(10 * floor),
        )


def objective_text(objective: Objective) -> str:
    """Return what is wanted most, in two words."""
    texts = {
        Objective.PROFIT: QCoreApplication.translate("AimFields", "most margin"),
        Objective.REVENUE: QCoreApplication.translate("AimFields", "most sales"),
        Objective.ORDER_VALUE: QCoreApplication.translate("AimFields", "highest order value"),
    }
    return texts[objective]


def aim_text(aim: LadderAim) -> str:
    """Return by what candidates are judged, short: sales · margin ≥ 38 %."""
    texts = {
        Objective.PROFIT: QCoreApplication.translate("AimFields", "margin"),
        Objective.REVENUE: QCoreApplication.translate("AimFields", "sales"),
        Objective.ORDER_VALUE: QCoreApplication.translate("AimFields", "order value"),
    }
    if aim.margin_floor is None:
        return texts[aim.objective]
    return QCoreApplication.translate("AimFields", "{objective} · margin ≥ {floor}").format(
        objective=texts[aim.objective], floor=floor_text(aim.margin_floor)
    )


def floor_text(floor: int) -> str:
    """Return tenths of a percent as a percentage without a needless decimal."""
    return formats.percent(floor / 1000, decimals=1 if floor % 10 else 0)
