"""Every dialog opens in both languages and looks, with no text cut off and none left in the other language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.app.services import AppServices, Backup
from shopdesk.domain.periods import Period
from shopdesk.ui.actions import Actions
from shopdesk.ui.crash import CrashDialog
from shopdesk.ui.dialogs.about import AboutDialog, LicencesDialog, licence_text, shipped_parts
from shopdesk.ui.dialogs.backups import BackupsDialog
from shopdesk.ui.dialogs.export_guide import ExportGuideDialog
from shopdesk.ui.dialogs.settings import SettingsDialog
from shopdesk.ui.dialogs.shortcuts import ShortcutsDialog
from shopdesk.ui.first_run import FirstRunPage
from shopdesk.ui.period_picker import SpanPopup
from tests.ui.shell.fitting import cut_off

Make = Callable[[AppServices, QWidget], QWidget]
BACKUP = Backup(Path("店铺.shopdesk"), datetime(2026, 6, 22, 9, 0), 2_400_000)
PERIOD = Period(date(2026, 5, 12), date(2026, 6, 22))


def shortcuts(_services: AppServices, parent: QWidget) -> QWidget:
    actions = Actions(parent)
    actions.show_texts()
    return ShortcutsDialog(actions, parent)


def first_run(services: AppServices, _parent: QWidget) -> QWidget:
    page = FirstRunPage(services.settings)
    page.set_folder(str(services.paths.data))
    page.resize(1366, 640)
    return page


DIALOGS: dict[str, Make] = {
    "settings": lambda s, p: SettingsDialog(s.settings, s.paths, p),
    "about": AboutDialog,
    "licences": lambda _s, p: LicencesDialog(p),
    "shortcuts": shortcuts,
    "export_guide": lambda _s, p: ExportGuideDialog(p),
    "backups": lambda _s, p: BackupsDialog([BACKUP], p),
    "no_backups": lambda _s, p: BackupsDialog([], p),
    "crash": lambda s, p: CrashDialog("ValueError", s.paths.logs, p),
    "days": lambda _s, p: SpanPopup(PERIOD, PERIOD.start, PERIOD.end, p),
    "first_run": first_run,
}
FOREIGN = re.compile(r"Qt|PySide6|LGPL|ShopDesk|xlsx?|csv|zip|Ctrl\+\w|English|SKU|JD|PDF|ROI|[A-Z]$|Documents")


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("tongue", ["zh_CN", "en"])
@pytest.mark.parametrize("name", DIALOGS)
def test_that_every_dialog_opens_with_no_text_cut_off(
    name: str, tongue: str, look: str, services: AppServices, dress: Callable[[str, str], None], qtbot: QtBot
) -> None:
    dress(tongue, look)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DIALOGS[name](services, parent)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert cut_off(dialog) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_that_no_dialog_mixes_languages(
    name: str, services: AppServices, dress: Callable[[str, str], None], qtbot: QtBot
) -> None:
    dress("zh_CN", "light")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DIALOGS[name](services, parent)
    qtbot.addWidget(dialog)
    texts = [w.text() for w in dialog.findChildren(QLabel) if isinstance(w, QLabel)]
    texts += [w.text() for w in dialog.findChildren(QAbstractButton)]
    english = [t for t in texts if re.search(r"[a-z]{3,} [a-z]{2,}", FOREIGN.sub("", t))]
    assert english == []


def test_that_every_shipped_part_shows_its_whole_licence_and_none_is_under_the_gpl() -> None:
    parts = shipped_parts()
    assert all(part.licence.startswith("LGPL") or "GPL" not in part.licence for part in parts)
    assert all(len(licence_text(part)) > 50 for part in parts)
    qt = next(part for part in parts if part.package == "pyside6-essentials")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in licence_text(qt)
    assert "TERMS AND CONDITIONS" in licence_text(qt)  # of the GPL, to which the LGPL refers
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[^A-Za-z0-9_-]", name)[0].lower() for name in project["dependencies"]}
    assert wanted <= {part.package for part in parts}
