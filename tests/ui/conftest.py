"""Every test of the interface starts with the numbers of a fresh process, whatever the one before it chose."""

from __future__ import annotations

import pytest

from shopdesk.ui import formats


@pytest.fixture(autouse=True)
def _fresh_formats() -> None:
    formats.set_language("zh_CN")
