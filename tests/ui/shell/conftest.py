"""The window on services of its own home, one per test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from shopdesk import bootstrap
from shopdesk.app.services import AppServices
from shopdesk.app.settings import Settings
from shopdesk.ui import language, theme


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppServices:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "店铺 家"))
    return replace(bootstrap.services(), settings=Settings())


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Callable[[str, str], None]]:
    """Put on a language and a look; afterwards English and light again."""

    def put_on(tongue: str, look: str) -> None:
        language.apply(qapp, tongue)
        theme.apply(qapp, look=look)

    yield put_on
    language.apply(qapp, "en")
    theme.apply(qapp, look="light")
