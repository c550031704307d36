"""A small keyword table, driven as an operator would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from shopdesk.ui.grid import Choice, Column, EditBatch, GridFrame, GridPanel, Kind

WORDS = ["每日坚果", "坚果礼盒", "榛子", "Apple", "夏威夷果", "芝麻"]
COLUMNS = (
    Column(name="word", title=lambda: "原词", width=120, emphasis=True),
    Column(name="cost", title=lambda: "花费", unit=lambda: "元", kind=Kind.MONEY_FEN, width=90),
    Column(
        name="bid",
        title=lambda: "出价",
        unit=lambda: "元",
        kind=Kind.MONEY_FEN,
        editable=True,
        minimum=0.05,
        maximum=99,
        width=90,
    ),
    Column(
        name="quad",
        title=lambda: "象限",
        kind=Kind.CHOICE,
        editable=True,
        choices=(Choice("brand", lambda: "品牌词"), Choice("tail", lambda: "长尾词")),
        width=90,
    ),
    Column(name="note", title=lambda: "备注", editable=True, width=160),
    Column(name="rate", title=lambda: "转化率", unit=lambda: "%", kind=Kind.PERCENT, editable=True, width=90),
    Column(name="on", title=lambda: "投放", kind=Kind.BOOL, editable=True, width=60),
)


def frame() -> GridFrame:
    return GridFrame(
        {
            "word": WORDS,
            "cost": [113220, 76950, None, 48654, 0, 36873],
            "bid": [125, 110, 90, None, 150, 60],
            "quad": ["tail", "brand", "tail", None, "brand", "tail"],
            "note": ["", "复核", "", "a\tb", "", "说“好”"],
            "rate": [0.0388, 0.1, None, 0.05, 0.02, 0.0],
            "on": [True, False, True, True, False, True],
        },
        keys=WORDS,
    )


class Desk:
    """A panel with what it has sent, and short ways to press keys."""

    def __init__(self, panel: GridPanel) -> None:
        self.panel = panel
        self.view = panel.view
        self.model = panel.model
        self.batches: list[EditBatch] = []
        panel.edited.connect(self.batches.append)
        panel.model.edited.connect(panel.model.apply_batch)

    def at(self, row: int, name: str) -> None:
        self.view.move_to(row, self.model.position(name))

    def select(self, top: int, first: str, bottom: int, last: str) -> None:
        self.at(top, first)
        self.view.extend_to(bottom, self.model.position(last))

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(self.view, key, held)

    def current(self) -> tuple[int, str]:
        cell = self.view.current_cell()
        assert cell is not None
        return cell[0], self.model.columns[cell[1]].name

    def column(self, name: str) -> list[str]:
        at = self.model.position(name)
        return [self.model.text(row, at) for row in range(self.model.rowCount())]

    def clipboard(self, text: str | None = None) -> str:
        if text is not None:
            QGuiApplication.clipboard().setText(text)
        return QGuiApplication.clipboard().text()

    def focus_widget(self) -> object:
        return QApplication.focusWidget()
