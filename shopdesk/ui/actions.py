"""Every command of the window once: text, icon, shortcut; menus and tool bar show the same actions."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from shopdesk.ui import edit_keys, icons
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import tokens

PAGES: Final = ("kpi", "keywords", "bidding", "promotions")
Key = QKeySequence.StandardKey
_SHORTCUTS: Final[dict[str, QKeySequence | Key | str]] = {
    "import_files": "Ctrl+I",
    "import_folder": "Ctrl+Shift+I",
    "new_shop": Key.New,
    "open_shop": Key.Open,
    "save_copy": "Ctrl+Shift+S",
    "quit": "Ctrl+Q",
    "undo": Key.Undo,
    "redo": Key.Redo,
    "find": Key.Find,
    "replace": "Ctrl+H",
    "kpi": "Ctrl+1",
    "keywords": "Ctrl+2",
    "bidding": "Ctrl+3",
    "promotions": "Ctrl+4",
    "previous_period": "Alt+Left",
    "next_period": "Alt+Right",
    "full_screen": "F11",
    "settings": "Ctrl+,",
    "what_to_export": "F1",
}
_ICONS: Final = {
    "import_files": "import",
    "import_folder": "folder",
    "new_shop": "new",
    "open_shop": "open",
    "sample": "box",
    "save_copy": "save_copy",
    "restore": "backup",
    "undo": "undo",
    "redo": "redo",
    "find": "find",
    "cut": "cut",
    "copy": "copy",
    "paste": "paste",
    "history": "history",
    "settings": "settings",
    "what_to_export": "question",
    "shortcuts": "keyboard",
    "about": "info",
    **{page: page for page in PAGES},
}
_CHECKABLE: Final = ("red_up", "full_screen", "undo_history")
GROUPS: Final = {
    "look": ("look_system", "look_light", "look_dark"),
    "language": ("language_system", "language_zh", "language_en"),
}
MENUS: Final = {
    "file": (
        "import_files",
        "import_folder",
        "paste_files",
        "",
        "new_shop",
        "open_shop",
        "recent",
        "sample",
        "remove_sample",
        "",
        "save_copy",
        "restore",
        "",
        "quit",
    ),
    "edit": ("undo", "redo", "", "cut", "copy", "paste", "clear", "", "fill_down", "select_all", "", "find", "replace"),
    "view": (
        *PAGES,
        "",
        "previous_period",
        "next_period",
        "",
        "look",
        "language",
        "red_up",
        "",
        "undo_history",
        "full_screen",
    ),
    "tools": ("history", "", "make_backup", "check_file", "", "settings"),
    "help": (
        "what_to_export",
        "shortcuts",
        "",
        "open_data",
        "open_backups",
        "open_logs",
        "",
        "licences",
        "about",
    ),
}


class Actions(QObject):
    """The actions by name; ``show_texts`` writes all texts and icons anew."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        grouped = [name for names in GROUPS.values() for name in names]
        plain = [name for names in MENUS.values() for name in names if name and name not in ("recent", *GROUPS)]
        for name in (*plain, *grouped):
            action = QAction(self)
            action.setCheckable(name in _CHECKABLE or name in grouped)
            shortcut = _SHORTCUTS.get(name)
            if isinstance(shortcut, Key):
                action.setShortcuts(shortcut)
            elif shortcut is not None:
                action.setShortcut(QKeySequence(shortcut))
            self._actions[name] = action
            window.addAction(action)
        for names in GROUPS.values():
            group = QActionGroup(self)
            for name in names:
                group.addAction(self._actions[name])
        edit_keys.connect(self._actions)

    def __getitem__(self, name: str) -> QAction:
        """Return an action by name."""
        return self._actions[name]

    def all(self) -> dict[str, QAction]:
        """Return all actions by name, in menu order."""
        return dict(self._actions)

    def fill(self, bar: QMenuBar) -> None:
        """Build the menu bar."""
        for name, entries in MENUS.items():
            menu = bar.addMenu("")
            self.menus[name] = menu
            for entry in entries:
                if not entry:
                    menu.addSeparator()
                elif entry == "recent" or entry in GROUPS:
                    self.menus[entry] = menu.addMenu("")
                    for member in GROUPS.get(entry, ()):
                        self.menus[entry].addAction(self._actions[member])
                else:
                    menu.addAction(self._actions[entry])
        self.show_texts()

    def show_texts(self) -> None:
        """Write all texts and icons in the language and look in force."""
        for name, text in self._texts().items():
            self._actions[name].setText(text)
        for name, text in self._menu_texts().items():
            if name in self.menus:
                self.menus[name].setTitle(text)
        accent = tokens().accent_text
        for name, icon in _ICONS.items():
            action = self._actions[name]
            action.setIcon(icons.icon(icon, selected=accent if action.isCheckable() else None))

    def set_steps(self, undo: str, redo: str) -> None:
        """Name the steps that undo and redo would do; empty disables."""
        self._step("undo", self.tr("&Undo {step}"), self.tr("&Undo"), undo)
        self._step("redo", self.tr("&Redo {step}"), self.tr("&Redo"), redo)

    def _step(self, name: str, named: str, bare: str, step: str) -> None:
        action = self._actions[name]
        action.setEnabled(bool(step))
        action.setText(named.format(step=step) if step else bare)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(plain_tip(f"{action.text().replace('&', '')} ({keys})"))

    def _texts(self) -> dict[str, str]:
        edits = {name: edit_keys.shown(text, name) for name, text in self._edit_texts().items()}
        return {**self._file_texts(), **edits, **self._view_texts(), **self._help_texts()}

    def _edit_texts(self) -> dict[str, str]:
        return {
            "cut": self.tr("Cu&t"),
            "copy": self.tr("&Copy"),
            "paste": self.tr("&Paste"),
            "clear": self.tr("C&lear"),
            "select_all": self.tr("Select &all"),
            "fill_down": self.tr("Fill &down"),
        }

    def _file_texts(self) -> dict[str, str]:
        return {
            "import_files": self.tr("&Import files…"),
            "import_folder": self.tr("Import a &folder…"),
            "paste_files": self.tr("Import &copied files"),
            "new_shop": self.tr("&New shop…"),
            "open_shop": self.tr("&Open a shop…"),
            "sample": self.tr("Open the &sample shop"),
            "remove_sample": self.tr("&Remove the sample data"),
            "save_copy": self.tr("Sa&ve a copy…"),
            "restore": self.tr("Restore a &backup…"),
            "quit": self.tr("E&xit"),
            "find": self.tr("&Find…"),
            "replace": self.tr("R&eplace…"),
            "history": self.tr("Import &history…"),
            "make_backup": self.tr("&Back up now"),
            "check_file": self.tr("&Check the shop file"),
            "settings": self.tr("&Settings…"),
        }

    def _view_texts(self) -> dict[str, str]:
        return {
            "kpi": self.tr("&Dashboard"),
            "keywords": self.tr("&Keywords"),
            "bidding": self.tr("&Bids"),
            "promotions": self.tr("&Offers"),
            "previous_period": self.tr("&Earlier period"),
            "next_period": self.tr("&Later period"),
            "look_system": self.tr("Follow the &system"),
            "look_light": self.tr("&Light"),
            "look_dark": self.tr("&Dark"),
            "language_system": self.tr("Language of the &system"),
            "language_zh": "简体中文(&Z)",
            "language_en": "&English",
            "red_up": self.tr("&Red is up, green is down"),
            "undo_history": self.tr("&Undo history"),
            "full_screen": self.tr("F&ull screen"),
        }

    def _help_texts(self) -> dict[str, str]:
        return {
            "what_to_export": self.tr("&What to export, and where…"),
            "shortcuts": self.tr("&Keyboard shortcuts…"),
            "open_data": self.tr("Open the &data folder"),
            "open_backups": self.tr("Open the &backup folder"),
            "open_logs": self.tr("Open the &log folder"),
            "licences": self.tr("&Licences…"),
            "about": self.tr("&About ShopDesk…"),
        }

    def _menu_texts(self) -> dict[str, str]:
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "view": self.tr("&View"),
            "tools": self.tr("&Tools"),
            "help": self.tr("&Help"),
            "recent": self.tr("R&ecent shops"),
            "look": self.tr("&Look"),
            "language": self.tr("Lan&guage"),
        }
