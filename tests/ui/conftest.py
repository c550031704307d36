"""What every test of the interface starts with and leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from shopdesk.ui import formats


@pytest.fixture(autouse=True)
def _fresh_formats() -> None:
    """Each test starts with the numbers of a fresh process, whatever the one before it chose."""
    formats.set_language("zh_CN")


@pytest.fixture(autouse=True)
def _no_widgets_left() -> Iterator[None]:
    """Widgets that a test closed really go: without a running event loop Qt keeps them, and restyles them all."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
