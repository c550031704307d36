"""A shop whose words name brands that it knows, half knows and doesn't know, and the view over it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.dictionary import refused
from shopdesk.app.keywords.library import answer, question
from shopdesk.app.keywords.review import queue
from shopdesk.ui.keywords.dictionary.view import View
from shopdesk.ui.keywords.view import LibraryState
from tests.ui.stage import Stage

WORDS = [
    ("坚果", "A", 400.0, 700.0, 9.0),
    ("每日坚果", "A", 300.0, 500.0, 8.0),
    ("沃得隆坚果", "B", 100.0, 100.0, 3.0),
    ("沃得隆腰果", "A", 100.0, 160.0, 4.0),
    ("三只松薯坚果", "A", 90.0, 150.0, 1.0),
    ("腰果", "A", 90.0, 150.0, 1.0),
    ("苹果手机壳", "A", 10.0, 20.0, 0.0),
]


def answered(stage: Stage) -> LibraryState:
    asked = question(stage.workspace, period=None, comparison=stage.context.comparison)
    found = answer(asked, stage.workspace, SILENT)
    return LibraryState(found, asked=queue(found.study, refused(stage.workspace), SILENT))


def shown(stage: Stage, qtbot: QtBot) -> View:
    """Show the view, and its library anew after each change, as the page does."""
    view = View(stage.context)
    qtbot.addWidget(view)
    view.resize(1334, 560)
    with qtbot.waitExposed(view):
        view.show()
    stage.context.changed.connect(lambda _names: view.show_library(answered(stage)))
    view.show_library(answered(stage))
    return view
