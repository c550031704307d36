"""The style sheet: every control's height, border and colour, from the tokens and nowhere else."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import QTemporaryDir

from shopdesk.ui.tokens import (
    BODY_PX,
    BUTTON_PX,
    CAPTION_PT_PX,
    FIGURE_PX,
    RADIUS_PX,
    SMALL_CONTROL_PX,
    TITLE_PX,
    Tokens,
)

_MARKS: Final = ("chevron_down", "chevron_up", "chevron_right", "chevron_left", "check", "minus", "close")
_folder: QTemporaryDir | None = None


def style_sheet(t: Tokens) -> str:
    """Return the application style sheet of a look; writes its few indicator images to a temporary folder."""
    images = _images(t)
    values = {
        **{name: getattr(t, name) for name in t.__dataclass_fields__ if isinstance(getattr(t, name), str)},
        **images,
        "body": BODY_PX,
        "caption": CAPTION_PT_PX,
        "title": TITLE_PX,
        "figure": FIGURE_PX,
        "radius": RADIUS_PX,
        "button": BUTTON_PX - 2,
        "small": SMALL_CONTROL_PX - 2,
        "hover": t.raised if t.name == "light" else t.border,
        "primary_hover": "#0E52D6" if t.name == "light" else "#3A78F0",
        "primary": t.accent if t.name == "light" else "#2E6BE6",
        "track": t.window,
    }
    return Template(_SHEET).substitute(values)


def _images(t: Tokens) -> dict[str, str]:
    from shopdesk.ui.icons import svg_text

    global _folder
    if _folder is None:
        _folder = QTemporaryDir()
    result = {}
    for tone, color in (("secondary", t.secondary), ("on_accent", t.on_accent), ("disabled", t.disabled)):
        for mark in _MARKS:
            file = Path(_folder.path()) / f"{mark}-{tone}-{t.name}.svg"
            if not file.exists():
                file.write_text(svg_text(mark, color), encoding="utf-8")
            result[f"{mark}_{tone}"] = file.as_posix()
    return result


_SHEET: Final = """
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { color: $text; background: $raised; border: 1px solid $border; padding: 4px 6px; }
QMainWindow, QDialog { background: $window; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; }

QLabel[role="caption"] { color: $secondary; font-size: ${caption}px; }
QLabel[role="secondary"] { color: $secondary; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 500; }
QLabel[role="figure"] { font-size: ${figure}px; }
QLabel[role="headline"] { font-size: 24px; }
QLabel[role="warn"] { color: $warn_text; }
QLabel[role="up"] { color: $up_text; }
QLabel[role="down"] { color: $down_text; }

QFrame[role="card"] { background: $card; border: 1px solid $border; border-radius: ${radius}px; }
QFrame[role="card"][accent="true"] { border-color: $accent; }
QFrame[role="card"][selected="true"] { border-color: $accent; background: $selection; }
QFrame[role="card_header"] { background: transparent; border: none; border-bottom: 1px solid $grid_line; }
QFrame[role="tabs"] { border: none; border-bottom: 1px solid $border; background: $window; }
QFrame[role="rule"] { background: $grid_line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="vertical_rule"] { background: $border; border: none; max-width: 1px; min-width: 1px; }
QFrame[role="drop"] { background: $raised; border: 1px dashed $secondary; border-radius: ${radius}px; }
QFrame[role="drop"][over="true"] { background: $info; border: 2px dashed $accent; }
QFrame[role="band"] { border: 1px solid $border; border-radius: ${radius}px; background: $info; }
QFrame[role="band"][tone="warn"] { background: $warn; }
QFrame[role="band"] QLabel { background: transparent; }

QPushButton { min-height: ${button}px; padding: 0 12px; border: 1px solid $border; border-radius: 4px;
  background: $card; color: $text; }
QPushButton:hover { background: $hover; border-color: $disabled; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled; background: $card; border-color: $grid_line; }
QPushButton[primary="true"] { background: $primary; border-color: $primary; color: $on_accent; }
QPushButton[primary="true"]:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $accent_text; }
QPushButton[primary="true"]:disabled { background: $disabled; border-color: $disabled; color: $card; }
QPushButton[small="true"] { min-height: ${small}px; padding: 0 8px; font-size: ${caption}px; }
QPushButton[flat="true"] { border-color: transparent; background: transparent; }
QPushButton[flat="true"]:hover { background: $hover; border-color: $border; }
QPushButton[danger="true"] { color: $up_text; }
QPushButton[unchecked="true"] { background: $warn; border-color: $warn_mark; color: $warn_text; }
QPushButton::menu-indicator { image: url("$chevron_down_secondary"); width: 14px; height: 14px;
  subcontrol-position: right center; subcontrol-origin: padding; right: 6px; }
QPushButton[menu="true"] { padding-right: 24px; }
QPushButton[link="true"] { border: 1px solid transparent; background: transparent; color: $accent_text; padding: 0 2px;
  min-height: 20px; text-align: left; }
QPushButton[link="true"]:hover { text-decoration: underline; }
QPushButton[link="true"]:focus { border: 1px dashed $accent; border-radius: 3px; }
QPushButton[link="true"]:disabled { color: $disabled; }
QPushButton[segment] { min-height: ${small}px; padding: 0 10px; border-radius: 0; font-size: ${caption}px;
  margin-left: -1px; }
QPushButton[segment="first"] { border-top-left-radius: 4px; border-bottom-left-radius: 4px; margin-left: 0; }
QPushButton[segment="last"] { border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
QPushButton[segment="only"] { border-radius: 4px; margin-left: 0; }
QPushButton[segment]:checked { background: $selection; color: $accent_text; border-color: $accent; }

QToolButton { min-height: ${button}px; padding: 0 8px; border: 1px solid transparent; border-radius: 4px;
  background: transparent; color: $text; }
QToolButton:hover { background: $hover; border-color: $border; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton[small="true"] { min-height: ${small}px; padding: 0 4px; }
QToolButton[outlined="true"] { border: 1px solid $border; background: $card; padding: 0 10px; }
QToolButton[outlined="true"]:hover { background: $hover; }
QToolButton[outlined="true"]:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[menu="true"] { padding-right: 24px; }
QToolButton[menu="true"]::menu-indicator { image: url("$chevron_down_secondary"); width: 14px; height: 14px;
  subcontrol-position: right center; subcontrol-origin: padding; right: 6px; }

QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit {
  min-height: ${button}px; padding: 0 8px; border: 1px solid $border; border-radius: 4px; background: $card;
  color: $text; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit[small="true"], QSpinBox[small="true"], QDoubleSpinBox[small="true"], QComboBox[small="true"],
QDateEdit[small="true"], QTimeEdit[small="true"] {
  min-height: ${small}px; max-height: ${small}px; font-size: ${caption}px; }
QLineEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover, QDateEdit:hover { border-color: $disabled; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QDateEdit:focus, QTextEdit:focus,
QPlainTextEdit:focus { border-color: $accent; }
QLineEdit[attention="true"], QComboBox[attention="true"] { border: 2px solid $accent; color: $accent_text; }
QLineEdit[invalid="true"], QSpinBox[invalid="true"], QDoubleSpinBox[invalid="true"] { border-color: $up; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled, QDateEdit:disabled {
  color: $disabled; background: $raised; border-color: $grid_line; }
QLineEdit QToolButton, QLineEdit QToolButton:hover { min-height: 0; padding: 0; border: none; background: transparent; }
QAbstractItemView QLineEdit { min-height: 0; border-radius: 0; border: 2px solid $accent; padding: 0 4px; }
QTextEdit, QPlainTextEdit { border: 1px solid $border; border-radius: 4px; background: $card; color: $text;
  selection-background-color: $accent; selection-color: $on_accent; }
QComboBox { padding-right: 24px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$chevron_down_secondary"); width: 14px; height: 14px; }
QComboBox::down-arrow:disabled { image: url("$chevron_down_disabled"); }
QComboBox QAbstractItemView { border: 1px solid $border; background: $card; outline: none; padding: 2px;
  selection-background-color: $selection; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; }
QSpinBox::up-button, QDoubleSpinBox::up-button, QDateEdit::up-button { border: none; width: 16px;
  subcontrol-position: top right; }
QSpinBox::down-button, QDoubleSpinBox::down-button, QDateEdit::down-button { border: none; width: 16px;
  subcontrol-position: bottom right; }
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow { image: url("$chevron_up_secondary"); width: 10px; height: 10px; }
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow { image: url("$chevron_down_secondary"); width: 10px; height: 10px; }
QDateEdit::drop-down { border: none; width: 22px; subcontrol-origin: padding; subcontrol-position: right center; }
QDateEdit::down-arrow { image: url("$chevron_down_secondary"); width: 14px; height: 14px; }

QCheckBox, QRadioButton { spacing: 6px; color: $text; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QTableView::indicator, QListView::indicator, QTreeView::indicator, QGroupBox::indicator {
  width: 14px; height: 14px; border: 1px solid $secondary; border-radius: 3px; background: $card; }
QCheckBox::indicator:hover, QTableView::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QListView::indicator:checked,
QTreeView::indicator:checked, QGroupBox::indicator:checked {
  background: $accent; border-color: $accent; image: url("$check_on_accent"); }
QCheckBox::indicator:indeterminate, QTableView::indicator:indeterminate, QTreeView::indicator:indeterminate {
  background: $accent; border-color: $accent; image: url("$minus_on_accent"); }
QCheckBox::indicator:disabled { border-color: $disabled; background: $raised; }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $secondary; border-radius: 8px;
  background: $card; }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 6px; height: 6px; background: $on_accent; }
QRadioButton::indicator:focus { border-color: $accent; }
QGroupBox { border: 1px solid $border; border-radius: ${radius}px; margin-top: 10px; padding: 10px 8px 8px 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; color: $secondary; }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: $window; qproperty-drawBase: 0; }
QTabBar::tab { min-height: 30px; padding: 0 16px; border: 1px solid transparent; border-top: 2px solid transparent;
  color: $secondary; background: transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; background: $card; border-left-color: $border; border-right-color: $border;
  border-top-color: $accent; }
QTabBar::tab:focus { color: $accent_text; }
QTabBar[small="true"]::tab { min-height: 24px; padding: 0 10px; font-size: ${caption}px; }

QTableView, QTreeView, QListView, QListWidget, QTableWidget { background: $card; color: $text; border: none;
  gridline-color: $grid_line; selection-background-color: $selection; selection-color: $text;
  alternate-background-color: $raised; font-size: ${caption}px; outline: none; }
QTableView[framed="true"], QTreeView[framed="true"], QListView[framed="true"] { border: 1px solid $border;
  border-radius: 4px; }
QTableView[padded="true"]::item, QTreeView[padded="true"]::item { padding: 0 8px; border: none; }
QTableView[padded="true"]::item:selected, QTreeView[padded="true"]::item:selected { background: $selection;
  color: $text; }
QListView::item { min-height: 28px; padding: 0 8px; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QListView::item:hover:!selected { background: $raised; }
QTableCornerButton::section { background: $raised; border: none; border-right: 1px solid $grid_line;
  border-bottom: 1px solid $border; }
QHeaderView { background: $raised; border: none; font-size: ${caption}px; }
QHeaderView::section { background: $raised; color: $secondary; border: none; border-right: 1px solid $grid_line;
  border-bottom: 1px solid $border; padding: 0 8px; font-weight: 400; }
QHeaderView::section:horizontal { min-height: 27px; }
QHeaderView::section:hover { color: $text; }
QHeaderView::section:checked { color: $text; }
QHeaderView::down-arrow { image: url("$chevron_down_secondary"); width: 12px; height: 12px; }
QHeaderView::up-arrow { image: url("$chevron_up_secondary"); width: 12px; height: 12px; }

QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $disabled; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QMenuBar { background: $card; color: $text; border-bottom: 1px solid $grid_line; padding: 0 6px; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $card; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 28px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $grid_line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }
QMenu::indicator:checked { image: url("$check_secondary"); }
QMenu::right-arrow { image: url("$chevron_right_secondary"); width: 12px; height: 12px; margin-right: 6px; }

QToolBar { background: $card; border: none; border-bottom: 1px solid $border; spacing: 4px; padding: 2px; }
QToolBar QToolButton { min-height: 24px; max-height: 28px; }
QToolBar QLineEdit { min-height: 24px; max-height: 28px; }
QToolBar::separator { background: $border; width: 1px; margin: 5px 6px; }
QStatusBar { background: $card; border-top: 1px solid $border; color: $secondary; font-size: ${caption}px; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $secondary; font-size: ${caption}px; }
QStatusBar QPushButton { min-height: 18px; padding: 0 8px; font-size: ${caption}px; }

QSplitter::handle { background: transparent; }
QSplitter::handle:horizontal { width: 12px; }
QSplitter::handle:vertical { height: 12px; }
QSplitter::handle:hover { background: $border; }
QProgressBar { border: none; border-radius: 3px; background: $grid_line; max-height: 6px; min-height: 6px;
  text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $grid_line; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; background: $card;
  border: 1px solid $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $accent_text; }
QCalendarWidget QWidget { alternate-background-color: $raised; }
QCalendarWidget QAbstractItemView { min-height: 0; }
QCalendarWidget QToolButton { min-height: 22px; color: $text; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: url("$chevron_left_secondary"); }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: url("$chevron_right_secondary"); }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; }

QFrame[role="chip"], QLabel[role="chip"] { background: $raised; border: 1px solid $border; border-radius: 4px;
  color: $secondary; font-size: ${caption}px; padding: 0 6px; min-height: 16px; max-height: 18px; }
QLabel[role="chip"][tone="warn"] { background: $warn; color: $warn_text; border-color: $warn_mark; }
QLabel[role="chip"][tone="info"] { background: $info; color: $accent_text; border-color: $interval; }
QLabel[role="chip"][tone="up"] { color: $up_text; }
QLabel[role="chip"][tone="down"] { color: $down_text; }
QToolButton[role="chip"] { background: $raised; border: 1px solid $border; border-radius: 4px; color: $text;
  font-size: ${caption}px; padding: 0 6px; min-height: 18px; max-height: 18px; }
QToolButton[role="chip"]:hover { border-color: $accent; }
"""
