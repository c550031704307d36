"""Why rows of a rebuild are there, without a window: in the same words as in its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.rebuild.model import Row
from shopdesk.ui import formats
from shopdesk.ui import language as languages
from shopdesk.ui.keywords.rebuild.words import reason

_application: list[QCoreApplication] = []


def spoken_reasons(rows: Sequence[Row], language: str) -> Mapping[str, str]:
    """Return the reason of each row by its key, in a language; that of a window that is open stays as it was."""
    if QCoreApplication.instance() is None:  # translators belong to an application
        _application.append(QCoreApplication(["shopdesk"]))
    app = QCoreApplication.instance()
    before = formats.language()
    if app is None:
        return {}
    languages.apply(app, language)
    try:
        return {row.key: reason(row) for row in rows}
    finally:
        languages.apply(app, before)
