"""Where a file is saved: the ending is added, and nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from shopdesk.ui.saving import ask_target, with_ending


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_that_a_point_inside_a_name_is_no_ending() -> None:
    assert with_ending(Path("店铺 2.0"), ".xlsx") == Path("店铺 2.0.xlsx")
    assert with_ending(Path("a.XLSX"), ".xlsx") == Path("a.XLSX")


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_that_a_file_which_the_ending_leads_to_is_replaced_only_when_told(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: QMessageBox.StandardButton
) -> None:
    file = tmp_path / "a.xlsx"
    file.touch()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "a"), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *_given: answer)
    target = ask_target(parent, title="Save", name="a", suffix=".xlsx", pattern="(*.xlsx)")
    assert target == (file if answer == QMessageBox.StandardButton.Yes else None)


def test_that_the_suggested_name_has_no_sign_that_windows_refuses(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    suggested: list[str] = []

    def think_better(_parent: QWidget, _title: str, start: str, _pattern: str) -> tuple[str, str]:
        suggested.append(start)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", think_better)
    assert ask_target(parent, title="Save", name="ROI: 4/5", suffix=".png", pattern="(*.png)", folder=tmp_path) is None
    assert suggested == [str(tmp_path / "ROI  4 5.png")]
