"""The language of the window: all translators at once, switchable without a restart."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from shopdesk import assets
from shopdesk.ui import formats

KPI_VIEWS: Final = ("alerts", "cause", "segments", "metrics", "chart", "targets", "trials", "customers", "reports")
AREAS: Final = (
    "shell",
    "grid",
    "charts",
    "kpi",
    *(f"kpi_{view}" for view in KPI_VIEWS),
    "keywords",
    "bidding",
    "promotions",
)

_installed: list[QTranslator] = []


def resolve(choice: str) -> str:
    """Return ``zh_CN`` or ``en`` for a setting; ``system`` follows the system's language."""
    if choice != "system":
        return choice
    return "zh_CN" if QLocale.system().language() is QLocale.Language.Chinese else "en"


def apply(app: QApplication, choice: str) -> str:
    """Install the translators of a language; Qt then sends ``LanguageChange`` to every widget. Returns the language."""
    chosen = resolve(choice)
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    formats.set_language(chosen)
    QLocale.setDefault(QLocale(chosen))
    if chosen != "en":
        for file in (*_qt_files(chosen), *(assets.path("i18n", f"{area}_{chosen}.qm") for area in AREAS)):
            translator = QTranslator(app)
            if file.exists() and translator.load(str(file)):
                app.installTranslator(translator)
                _installed.append(translator)
    return chosen


def _qt_files(language: str) -> list[Path]:
    """Return Qt's own texts: beside ours in a frozen app, else where Qt keeps them."""
    name = f"qtbase_{language}.qm"
    candidates = (assets.path("i18n", name), Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / name)
    return [file for file in candidates if file.exists()][:1]
