"""The button that names the view in force: shipped ones, the user's own, and keeping what is shown now."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QWidget

from shopdesk.app.keywords.saved_views import LONGEST_NAME, SavedView, delete_view, save_view, saved_views
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid.view import GridView
from shopdesk.ui.keywords.saved.arrangement import saved_of, show_saved, show_shipped
from shopdesk.ui.keywords.saved.shipped import VIEW_FILTER, ShippedView, shipped_views

_SHIPPED: Final = ":"  # before the key of a shipped view: no name of the user's begins with it


class SavedViewsBox(QPushButton):
    """Shows a view of the table; ``shown`` tells its quadrant (a ``Quadrant`` value, empty for all words).

    A star behind the name says that filters, sort or columns were changed since.
    """

    shown = Signal(str)

    def __init__(self, context: UiContext, view: GridView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("small", True)
        self._context = context
        self._view = view
        self._name = ""
        self._shipped = {f"{_SHIPPED}{one.key}": one for one in shipped_views()}
        self._kept: SavedView | None = None
        self._quadrant = ""
        self.clicked.connect(self._open)
        view.arranged.connect(self.write)
        view.columns_changed.connect(self.write)
        self.write()

    @property
    def name(self) -> str:
        """The key of a shipped view behind a colon, or the name of the user's own; empty for none."""
        return self._name

    def set_quadrant(self, quadrant: str) -> None:
        """Note which card filters: it is kept with a view."""
        self._quadrant = quadrant
        self.write()

    def show_shipped(self, key: str) -> None:
        """Bring a shipped view into force."""
        show_shipped(self._view, self._shipped[f"{_SHIPPED}{key}"])
        self._arrive(f"{_SHIPPED}{key}", "")

    def show_own(self, saved: SavedView) -> None:
        """Bring a view of the user into force."""
        show_saved(self._view, saved)
        shipped = self._shipped.get(f"{_SHIPPED}{saved.shipped}")
        if shipped is not None:
            self._view.grid.set_page_filter(VIEW_FILTER, shipped.page_filter())
        self._arrive(saved.name, saved.quadrant)

    def save(self, name: str) -> None:
        """Keep what is shown under a name, as one step."""
        wanted = " ".join(name.split()).lstrip(_SHIPPED)[:LONGEST_NAME]
        if wanted:
            saved = saved_of(self._view, name=wanted, quadrant=self._quadrant)
            self._context.push(save_view(saved), self.tr("Store the view “{name}”").format(name=wanted))
            self._name, self._kept = wanted, saved
            self.write()

    def delete(self, name: str) -> None:
        """Forget a view of the user, as one step; the table stays as it is."""
        self._context.push(delete_view(name), self.tr("Delete the view “{name}”").format(name=name))
        if self._name == name:
            self._name, self._kept = "", None
            self.write()

    def forget(self) -> None:
        """Drop what belongs to the shop before."""
        self._name, self._kept, self._quadrant = "", None, ""
        self.write()

    def build_menu(self) -> QMenu:
        """Return the menu of views."""
        menu = QMenu(self)
        for key, one in self._shipped.items():
            action = menu.addAction(one.title(), partial(self.show_shipped, one.key))
            action.setCheckable(True)
            action.setChecked(key == self._name)
        workspace = self._context.workspace
        own = saved_views(workspace) if workspace is not None else ()
        if own:
            menu.addSeparator()
        for saved in own:
            action = menu.addAction(_plain(saved.name), partial(self.show_own, saved))
            action.setCheckable(True)
            action.setChecked(saved.name == self._name)
        menu.addSeparator()
        menu.addAction(self.tr("Store this view…"), self._ask)
        if own:
            gone = menu.addMenu(self.tr("Delete view"))
            for saved in own:
                gone.addAction(_plain(saved.name), partial(self.delete, saved.name))
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.write()
        super().changeEvent(event)

    def write(self) -> None:
        """Name the view in force."""
        shipped = self._shipped.get(self._name)
        name = shipped.title() if shipped is not None else self._name
        if not name:
            self.setText(self.tr("Views ▾"))
            self.setToolTip(self.tr("Views of the table: what is asked most often, and your own"))
            return
        changed = self._is_changed(shipped)
        text = self.tr("View: {name} ▾").format(name=f"{name} *" if changed else name)
        self.setText(_plain(text if len(text) <= 28 else f"{text[:26]}…"))
        self.setToolTip(self.tr("Changed since: store it again to keep it so") if changed else "")

    def _arrive(self, name: str, quadrant: str) -> None:
        self._name, self._quadrant = name, quadrant
        self.shown.emit(quadrant)
        self._kept = saved_of(self._view, name=name, quadrant=self._quadrant)
        self.write()

    def _is_changed(self, shipped: ShippedView | None) -> bool:
        kept = self._kept
        if kept is None:
            return False
        now = saved_of(self._view, name=kept.name, quadrant=self._quadrant)
        if shipped is not None:  # a shipped view has no columns of its own
            return (now.filters, now.sort, now.quadrant, now.shipped) != (
                kept.filters,
                kept.sort,
                kept.quadrant,
                kept.shipped,
            )
        return now != kept

    def _open(self) -> None:
        menu = self.build_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _ask(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Store this view"))
        dialog.setLabelText(self.tr("Name of the view (filters, sort and columns are kept):"))
        dialog.setTextValue("" if self._name in self._shipped else self._name)
        dialog.setOkButtonText(self.tr("Store"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dialog.textValueSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _plain(text: str) -> str:
    """A name may hold the sign that marks a key in menus and on buttons."""
    return text.replace("&", "&&")
