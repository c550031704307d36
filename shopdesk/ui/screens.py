"""Pictures of the real window: every tab, page and dialog, by language, look, size and scaling."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shopdesk.app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from shopdesk.app.services import AppServices
    from shopdesk.ui.driver import Driver

LANGUAGES: Final = ("zh_CN", "en")
LOOKS: Final = ("light", "dark")
TITLE_BAR_PX: Final = 30
_UNKNOWN_TABLE: Final = "本店自用表,,\n货号,甲栏,乙栏\nGSL-001,750g,46.20\nGSL-002,175g,14.80\n"


def main(options: argparse.Namespace, load_services: Callable[[], AppServices]) -> int:
    """Save the pictures that ``options`` ask for (workspace, out, lang, theme, size, scale); returns their number.

    ``size`` is that of the screen in logical pixels; the title bar of a desktop is taken off its height.
    """
    width, _, height = str(options.size).partition("x")
    os.environ["QT_SCALE_FACTOR"] = str(options.scale)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    services = replace(load_services(), settings=Settings())
    workspace, out = Path(options.workspace), Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    languages = (options.lang,) if getattr(options, "lang", None) else LANGUAGES
    looks = (options.theme,) if getattr(options, "theme", None) else LOOKS
    return shoot(services, workspace, out, languages=languages, looks=looks, size=(int(width), int(height)))


def shoot(
    services: AppServices,
    workspace: Path,
    out: Path,
    *,
    languages: tuple[str, ...],
    looks: tuple[str, ...],
    size: tuple[int, int],
) -> int:
    """Save every picture for each language and look, switching both in the running window; returns their number."""
    from shopdesk.ui.driver import Driver

    services.settings.set("language", languages[0])
    services.settings.set("look", looks[0])
    driver = Driver(services)
    driver.window.resize(size[0], size[1] - TITLE_BAR_PX)
    driver.start()
    count = 0
    try:
        for is_open in (False, True):
            if is_open:
                driver.open(workspace)
            for language in languages:
                for look in looks:
                    services.settings.set("language", language)
                    services.settings.set("look", look)
                    driver.settle()
                    for name, picture in pictures(driver, services, is_open=is_open):
                        driver.settle()
                        picture.grab().save(str(out / f"{name}_{look}_{language}.png"))
                        count += 1
    finally:
        driver.close()
    return count


def pictures(driver: Driver, services: AppServices, *, is_open: bool) -> Iterator[tuple[str, QWidget]]:
    """Yield name and widget of everything there is to see, before and after a shop is open."""
    from shopdesk.ui.actions import PAGES
    from shopdesk.ui.bidding_screens import bidding_pictures
    from shopdesk.ui.board_screens import board_pictures
    from shopdesk.ui.library_screens import library_pictures
    from shopdesk.ui.promotions_screens import promotions_pictures

    window = driver.window
    if not is_open:
        window.show_content()
        yield "first_run", window
        return
    for name in PAGES:
        page = driver.show_page(name)
        yield name, window
        if name == "kpi":
            yield from board_pictures(driver, page)
        elif name == "keywords":
            yield from library_pictures(driver, page)
        elif name == "bidding":
            yield from bidding_pictures(driver, page)
        elif name == "promotions":
            yield from promotions_pictures(driver, page)
    yield from _import_preview(driver)
    for name, dialog in dialogs(driver, services):
        dialog.show()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()
    for name in ("file", "edit", "view", "tools", "help"):
        menu = window.actions_by_name.menus[name]
        menu.popup(window.mapToGlobal(window.rect().topLeft()))
        yield f"menu_{name}", menu
        menu.close()


def dialogs(driver: Driver, services: AppServices) -> Iterator[tuple[str, QWidget]]:
    """Yield every dialog of the shell, made anew for the language in force."""
    from shopdesk.app.services import Backup
    from shopdesk.ui.crash import CrashDialog
    from shopdesk.ui.dialogs.about import AboutDialog, LicencesDialog
    from shopdesk.ui.dialogs.backups import BackupsDialog
    from shopdesk.ui.dialogs.export_guide import ExportGuideDialog
    from shopdesk.ui.dialogs.settings import SettingsDialog
    from shopdesk.ui.dialogs.shortcuts import ShortcutsDialog
    from shopdesk.ui.importing.history_dialog import HistoryDialog
    from shopdesk.ui.period_picker import SpanPopup

    window, session = driver.window, driver.session
    backups = list(services.backups.list(session.workspace.path)) if session.workspace else []
    shown = backups or [Backup(Path("example.shopdesk"), datetime(2026, 6, 22, 9, 0), 2_400_000)]  # noqa: DTZ001
    yield "dialog_settings", SettingsDialog(services.settings, services.paths, window)
    yield "dialog_about", AboutDialog(services, window)
    yield "dialog_licences", LicencesDialog(window)
    yield "dialog_shortcuts", ShortcutsDialog(window.actions_by_name, window)
    yield "dialog_export_guide", ExportGuideDialog(window)
    yield "dialog_backups", BackupsDialog(shown, window)
    yield "dialog_crash", CrashDialog("ValueError: …", services.paths.logs, window)
    yield "dialog_history", HistoryDialog(session, {k.kind: k for k in services.importing().kinds()}, window)
    yield "popup_days", SpanPopup(session.context.period, session.first_day, session.last_day, window)


def _import_preview(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    from PySide6.QtCore import QTemporaryDir

    flow = driver.commands.imports
    folder = QTemporaryDir()
    unknown = Path(folder.path()) / "新建 XLS 工作表(3).csv"
    unknown.write_text(_UNKNOWN_TABLE, encoding="utf-8")
    flow.begin([flow.services.paths.sample, unknown])
    driver.wait("the import preview", lambda: flow.page is not None)
    driver.settle()
    yield "import", driver.window
    if flow.page is not None:
        flow.page.cancelled.emit()
