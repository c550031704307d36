"""The stages of a platform in their order: the tools in each, what holds among them, and who pays."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QMenu, QSpinBox, QWidget

from shopdesk.domain.promotions.design import OfferKind
from shopdesk.domain.promotions.offers import Base
from shopdesk.domain.promotions.policy import GroupRule
from shopdesk.domain.promotions.stacking import Stacking, StackingStage
from shopdesk.domain.promotions.stacking_edits import (
    MOST_STAGES,
    add_stage,
    confirm_stage,
    edit_stage,
    move_kind,
    move_stage,
    remove_stage,
    rename_stage,
)
from shopdesk.ui.cards import LinkButton, button, label
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.promotions.stacking import words
from shopdesk.ui.promotions.stacking.fields import RuleChoice, mark_unchecked
from shopdesk.ui.promotions.words import kind_name, stage_name

_HEADS: Final = 9
_KINDS_PX: Final = 200
_NAME_PX: Final = 104
_RULE_PX: Final = 176
_MARK_PX: Final = 104


class StageRow:
    """The widgets of one stage; they stay while stages change places."""

    def __init__(self) -> None:
        self.up, self.down = button("▲", small=True), button("▼", small=True)
        self.name = QLineEdit()
        self.name.setProperty("small", True)
        self.name.setMinimumWidth(_NAME_PX)
        self.kinds = LinkButton()
        self.kinds.setFixedWidth(_KINDS_PX)
        self.rule = RuleChoice(width=_RULE_PX)
        self.base = RuleChoice(width=_RULE_PX)
        self.share = QSpinBox()
        self.share.setProperty("small", True)
        self.share.setRange(0, 100)
        self.share.setSuffix(" %")
        self.share.setFixedWidth(68)
        self.share.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.share.setKeyboardTracking(False)
        self.lowers = QCheckBox()
        self.mark = button(small=True)
        self.mark.setFixedWidth(_MARK_PX)
        self.remove = LinkButton("×")
        arrows = QWidget()
        line = QHBoxLayout(arrows)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        for arrow in (self.up, self.down):
            arrow.setFixedWidth(32)
            line.addWidget(arrow)
        self.cells = (
            arrows,
            self.name,
            self.kinds,
            self.rule,
            self.base,
            self.share,
            self.lowers,
            self.mark,
            self.remove,
        )


class StageTable(QWidget):
    """``edited(Stacking)`` gives the rules after each edit; nothing is stored here."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stacking: Stacking | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.heads: list[QLabel] = [label("", "caption") for _ in range(_HEADS)]
        for column, head in enumerate(self.heads):
            self._grid.addWidget(head, 0, column)
        self._grid.setColumnStretch(1, 1)
        self.rows: list[StageRow] = []
        self.add = LinkButton()
        self.add.clicked.connect(self._add)
        self._grid.addWidget(self.add, MOST_STAGES + 1, 1)
        self._write()

    def show_rules(self, stacking: Stacking) -> None:
        """Show the stages."""
        self._stacking = stacking
        while len(self.rows) < len(stacking.stages):
            self.rows.append(StageRow())
            self._place(len(self.rows) - 1, self.rows[-1])
            self._write()
        self.add.setEnabled(len(stacking.stages) < MOST_STAGES)
        for place, row in enumerate(self.rows):
            used = place < len(stacking.stages)
            for cell in row.cells:
                cell.setVisible(used)
            if used:
                self._show(place, row, stacking.stages[place])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            if self._stacking is not None:
                self.show_rules(self._stacking)
        super().changeEvent(event)

    def _place(self, place: int, row: StageRow) -> None:
        for column, cell in enumerate(row.cells):
            self._grid.addWidget(cell, place + 1, column, Qt.AlignmentFlag.AlignVCenter)
        row.up.clicked.connect(partial(self._move, place, -1))
        row.down.clicked.connect(partial(self._move, place, 1))
        row.name.editingFinished.connect(lambda: self._rename(place, row.name.text()))
        row.remove.clicked.connect(partial(self._remove, place))
        row.kinds.clicked.connect(partial(self._offer_kinds, place))
        row.rule.activated.connect(lambda _at: self._set(place, rule=_rule(row.rule.key())))
        row.base.activated.connect(lambda _at: self._set(place, base=Base(row.base.key())))
        row.share.editingFinished.connect(lambda: self._set(place, shop_percent=row.share.value()))
        row.lowers.clicked.connect(lambda on: self._set(place, lowers_base=on))
        row.mark.clicked.connect(partial(self._confirm, place))

    def _show(self, place: int, row: StageRow, stage: StackingStage) -> None:
        name = stage_name(stage)
        row.up.setEnabled(place > 0)
        row.down.setEnabled(self._stacking is not None and place < len(self._stacking.stages) - 1)
        row.name.setText(name)
        row.name.setCursorPosition(0)
        row.name.setAccessibleName(self.tr("Name of stage {number}").format(number=place + 1))
        row.remove.setEnabled(self._stacking is not None and len(self._stacking.stages) > 1)
        row.remove.setAccessibleName(self.tr("Remove {stage}").format(stage=name))
        row.remove.setToolTip(self.tr("Takes the stage out; its tools go into the one before"))
        kinds = " · ".join(kind_name(kind) for kind in stage.kinds)
        shown = row.kinds.fontMetrics().elidedText(kinds, Qt.TextElideMode.ElideRight, _KINDS_PX - 8)
        row.kinds.setText(shown or self.tr("no tool"))
        row.kinds.setToolTip(plain_tip(self.tr("{kinds}. Click to move tools here.").format(kinds=kinds)))
        row.rule.set_key(stage.rule.value if stage.rule is not None else words.NO_RULE)
        row.base.set_key(stage.base.value)
        with QSignalBlocker(row.share):
            row.share.setValue(stage.shop_percent)
        row.lowers.setChecked(stage.lowers_base)
        row.mark.setText(self.tr("✓ checked") if stage.is_verified else self.tr("please check"))
        row.mark.setEnabled(not stage.is_verified)
        mark_unchecked(row.mark, unchecked=not stage.is_verified)
        row.mark.setToolTip(words.evidence_text(stage.evidence))
        for widget, head in zip((row.rule, row.base, row.share, row.lowers, row.mark), self.heads[3:8], strict=True):
            widget.setAccessibleName(f"{name} · {head.text()}")
        row.up.setAccessibleName(self.tr("{stage} earlier").format(stage=name))
        row.down.setAccessibleName(self.tr("{stage} later").format(stage=name))
        row.kinds.setAccessibleName(f"{name} · {kinds}")

    def _write(self) -> None:
        texts = (
            self.tr("Order"),
            self.tr("Stage"),
            self.tr("Tools"),
            self.tr("Among them"),
            self.tr("Thresholds look at"),
            self.tr("Shop pays"),
            self.tr("Lowers the base"),
            self.tr("Checked?"),
            "",
        )
        for head, text in zip(self.heads, texts, strict=True):
            head.setText(text)
        self.heads[4].setToolTip(self.tr("For new offers; each offer can say otherwise in its form"))
        self.heads[5].setToolTip(self.tr("The shop's share of new offers; the platform bears the rest"))
        self.heads[6].setToolTip(
            self.tr("Thresholds of later stages see the price less these offers, as after a red packet")
        )
        self.add.setText(self.tr("＋ stage"))
        for row in self.rows:
            row.rule.set_items(words.rules())
            row.base.set_items(words.bases())

    def _stage(self, place: int) -> StackingStage | None:
        stages = () if self._stacking is None else self._stacking.stages
        return stages[place] if place < len(stages) else None

    def _set(self, place: int, **fields: Any) -> None:
        stage = self._stage(place)
        if self._stacking is not None and stage is not None:
            if all(getattr(stage, name) == value for name, value in fields.items()):
                return
            self.edited.emit(edit_stage(self._stacking, stage.key, **fields))

    def _move(self, place: int, step: int) -> None:
        stage = self._stage(place)
        if self._stacking is not None and stage is not None:
            self.edited.emit(move_stage(self._stacking, stage.key, step))

    def _add(self) -> None:
        if self._stacking is not None:
            name = self.tr("Stage {number}").format(number=len(self._stacking.stages) + 1)
            self.edited.emit(add_stage(self._stacking, name))

    def _rename(self, place: int, name: str) -> None:
        stage = self._stage(place)
        if self._stacking is None or stage is None or name == stage_name(stage):
            return
        self.edited.emit(rename_stage(self._stacking, stage.key, name))

    def _remove(self, place: int) -> None:
        stage = self._stage(place)
        if self._stacking is not None and stage is not None:
            self.edited.emit(remove_stage(self._stacking, stage.key))

    def _confirm(self, place: int) -> None:
        stage = self._stage(place)
        if self._stacking is not None and stage is not None:
            self.edited.emit(confirm_stage(self._stacking, stage.key))

    def _offer_kinds(self, place: int) -> None:
        menu, source = self.kinds_menu(place), self.rows[place].kinds
        menu.popup(source.mapToGlobal(source.rect().bottomLeft()))

    def kinds_menu(self, place: int) -> QMenu:
        """Return the menu of all tools; those of the stage are ticked and move by choosing them elsewhere."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        stage = self._stage(place)
        for kind in OfferKind:
            action = menu.addAction(kind_name(kind))
            action.setCheckable(True)
            action.setChecked(stage is not None and kind in stage.kinds)
            action.setEnabled(not action.isChecked())
            action.triggered.connect(partial(self._take_kind, place, kind))
        return menu

    def _take_kind(self, place: int, kind: OfferKind) -> None:
        stage = self._stage(place)
        if self._stacking is not None and stage is not None:
            self.edited.emit(move_kind(self._stacking, kind, stage.key))


def _rule(key: str) -> GroupRule | None:
    return GroupRule(key) if key else None
