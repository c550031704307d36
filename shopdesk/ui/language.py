"""The language of the window: all translators at once, switchable without a restart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from shopdesk import assets
from shopdesk.ui import formats

_installed: list[QTranslator] = []


def resolve(choice: str) -> str:
    """Return ``zh_CN`` or ``en`` for a setting; ``system`` follows the system's language."""
    if choice != "system":
        return choice
    return "zh_CN" if QLocale.system().language() is QLocale.Language.Chinese else "en"


def apply(app: QCoreApplication, choice: str) -> str:
    """Install the translators of a language; Qt then sends ``LanguageChange`` to every widget. Returns the language."""
    chosen = resolve(choice)
    _silence(app)
    formats.set_language(chosen)
    QLocale.setDefault(QLocale(chosen))
    if chosen != "en":
        for file in (*_qt_files(chosen), *_own_files(chosen)):
            translator = QTranslator(app)
            if translator.load(str(file)):
                app.installTranslator(translator)
                _installed.append(translator)
    return chosen


@contextmanager
def borrowed(language: str) -> Iterator[None]:
    """Speak a language for a while without a window; what was spoken before is spoken again, with its application."""
    found = QCoreApplication.instance()
    app = QCoreApplication(["shopdesk"]) if found is None else found  # translators belong to an application
    before, kept, locale = formats.language(), list(_installed), QLocale()
    _silence(app)
    apply(app, language)
    try:
        yield
    finally:
        _silence(app)
        for translator in kept:
            app.installTranslator(translator)
        _installed.extend(kept)
        formats.set_language(before)
        QLocale.setDefault(locale)
        if found is None:
            app.shutdown()


def _silence(app: QCoreApplication) -> None:
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()


def _own_files(language: str) -> list[Path]:
    """Return the compiled texts, one file an area; a frozen app keeps Qt's own beside them."""
    return sorted(file for file in assets.path("i18n").glob(f"*_{language}.qm") if not file.name.startswith("qtbase"))


def _qt_files(language: str) -> list[Path]:
    """Return Qt's own texts: beside ours in a frozen app, else where Qt keeps them."""
    name = f"qtbase_{language}.qm"
    candidates = (assets.path("i18n", name), Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / name)
    return [file for file in candidates if file.exists()][:1]
