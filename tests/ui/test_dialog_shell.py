from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from shopdesk.ui.cards import label
from shopdesk.ui.dialog_shell import DialogShell


@pytest.mark.parametrize("width", [240, 460])
def test_that_a_dialog_is_as_high_as_its_wrapped_texts_need(width: int, qtbot: QtBot) -> None:
    dialog = DialogShell()
    qtbot.addWidget(dialog)
    dialog.setMinimumWidth(width)
    texts = [label("words that need several lines at this width " * 6, "caption", wrap=True) for _ in range(3)]
    for one in texts:
        dialog.column.addWidget(one)
    dialog.resize(width, 60)
    dialog.show()
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in texts))
