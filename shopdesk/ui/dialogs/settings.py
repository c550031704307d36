"""The settings, generated from their table; every change holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from shopdesk.app.settings import TABLE, Setting, Settings, Value
from shopdesk.ui.cards import Card, button, label

if TYPE_CHECKING:
    from shopdesk.app.services import AppPaths


def setting_name(name: str) -> str:
    """Return the label of a setting, in the language in force; its own name where no label exists yet."""
    labels = {
        "language": QCoreApplication.translate("Settings", "Language"),
        "look": QCoreApplication.translate("Settings", "Look"),
        "red_up": QCoreApplication.translate("Settings", "Red is up, green is down"),
        "data_folder": QCoreApplication.translate("Settings", "Folder for new shops"),
        "watched_folder": QCoreApplication.translate("Settings", "Watched folder (empty: off)"),
    }
    return labels.get(name, name)


def group_name(group: str) -> str:
    """Return the title of a group of settings."""
    titles = {
        "look": QCoreApplication.translate("Settings", "Look and language"),
        "data": QCoreApplication.translate("Settings", "Data"),
        "general": QCoreApplication.translate("Settings", "General"),
    }
    return titles.get(group, group)


def choice_name(value: Value) -> str:
    """Return the text of a choice."""
    names = {
        "system": QCoreApplication.translate("Settings", "As the system"),
        "light": QCoreApplication.translate("Settings", "Light"),
        "dark": QCoreApplication.translate("Settings", "Dark"),
        "zh_CN": "简体中文",
        "en": "English",
    }
    return names.get(str(value), str(value))


class SettingsDialog(QDialog):
    """One card a group, one line a setting."""

    def __init__(self, settings: Settings, paths: AppPaths, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._paths = paths
        self.setMinimumWidth(560)
        self.editors: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._content: QWidget | None = None
        self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Build anew in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._content is not None:
            self._build()
        super().changeEvent(event)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.deleteLater()
        content = QWidget()
        cards = QVBoxLayout(content)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        for group in dict.fromkeys(setting.group for setting in TABLE):
            if group != "hidden":
                cards.addWidget(self._card(group))
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Every change holds at once"), "caption"), 1)
        close = button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        cards.addLayout(row)
        self._content = content
        self._column.addWidget(content)

    def _card(self, group: str) -> Card:
        card = Card(group_name(group))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 200)
        grid.setColumnStretch(1, 1)
        settings = [setting for setting in TABLE if setting.group == group]
        for row, setting in enumerate(settings):
            editor = self._editor(setting)
            name = label(setting_name(setting.name), "secondary")
            name.setBuddy(editor)
            editor.setAccessibleName(setting_name(setting.name))
            self.editors[setting.name] = editor
            grid.addWidget(name, row, 0)
            grid.addWidget(editor, row, 1)
            if setting.name.endswith("_folder"):
                grid.addWidget(self._choose(setting.name), row, 2)
        card.body.addLayout(grid)
        return card

    def _editor(self, setting: Setting) -> QWidget:
        value = self._settings.switch(setting.name) if isinstance(setting.default, bool) else None
        if value is not None:
            box = QCheckBox()
            box.setChecked(value)
            box.toggled.connect(lambda on: self._settings.set(setting.name, on))
            return box
        if setting.choices:
            return self._choice(setting)
        if isinstance(setting.default, int | float):
            return self._number(setting)
        line = QLineEdit(self._settings.text(setting.name))
        if setting.name == "data_folder":
            line.setPlaceholderText(str(self._paths.data))
        line.editingFinished.connect(lambda: self._settings.set(setting.name, line.text().strip()))
        return line

    def _choice(self, setting: Setting) -> QComboBox:
        combo = QComboBox()
        for choice in setting.choices:
            combo.addItem(choice_name(choice), choice)
        combo.setCurrentIndex(max(0, combo.findData(self._settings.text(setting.name))))
        combo.activated.connect(lambda place: self._settings.set(setting.name, combo.itemData(place)))
        return combo

    def _number(self, setting: Setting) -> QWidget:
        is_whole = isinstance(setting.default, int)
        spin = QSpinBox() if is_whole else QDoubleSpinBox()
        low = 0 if setting.low is None else setting.low
        high = 1_000_000 if setting.high is None else setting.high
        text = self._settings.text(setting.name)
        if isinstance(spin, QSpinBox):
            spin.setRange(int(low), int(high))
            spin.setValue(int(text))
        else:
            spin.setRange(low, high)
            spin.setValue(float(text))
        spin.valueChanged.connect(lambda value: self._settings.set(setting.name, value))
        return spin

    def _choose(self, name: str) -> QWidget:
        pick = button(self.tr("Choose…"), small=True)
        pick.setAccessibleName(self.tr("Choose: {setting}").format(setting=setting_name(name)))
        pick.clicked.connect(lambda: self._pick_folder(name))
        return pick

    def _pick_folder(self, name: str) -> None:
        start = self._settings.text(name) or str(self._paths.data)
        folder = QFileDialog.getExistingDirectory(self, setting_name(name), start)
        editor = self.editors[name]
        if folder and isinstance(editor, QLineEdit):
            editor.setText(folder)
            self._settings.set(name, folder)
