"""What went wrong, in words with names that the user knows."""

from __future__ import annotations

import errno

from pytestqt.qtbot import QtBot

from shopdesk.app.services import AppServices
from shopdesk.ui.messages import word_error


def test_that_a_file_open_in_excel_is_named_and_not_its_temporary_one(services: AppServices, qtbot: QtBot) -> None:
    error = PermissionError(errno.EACCES, "in use", "/shop/.词.xlsx.1a2b3c4d.tmp", None, "/shop/词.xlsx")
    assert "词.xlsx" in word_error(services, error)
    assert ".tmp" not in word_error(services, error)


def test_that_a_full_disk_is_told_in_our_own_words(services: AppServices, qtbot: QtBot) -> None:
    text = word_error(services, OSError(errno.ENOSPC, "No space left on device", "/shop/词.xlsx"))
    assert "the disk is full" in text
    assert "词.xlsx" in text
    assert "No space left" not in text
