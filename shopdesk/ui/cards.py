"""The flat pieces that every page is laid out from: card, tile, segmented buttons, chip, link, empty state, message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from shopdesk.ui import icons
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import tokens
from shopdesk.ui.tiles import Tile
from shopdesk.ui.tokens import CARD_HEADER_PX, PADDING_PX

__all__ = [
    "BarAction",
    "Card",
    "Chip",
    "ElidedLabel",
    "EmptyState",
    "LinkButton",
    "MessageBar",
    "Segmented",
    "Tile",
    "button",
    "label",
    "restyle",
    "rule",
]

_LEAST_TITLE_PX = 60
_LONG_TITLE = 12  # characters from which a title may end in …


def restyle(widget: QWidget) -> None:
    """Make the style sheet look at a widget's dynamic properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in a role of the style sheet: caption, secondary, title, figure, headline, warn, up, down."""
    result = QLabel(text)
    if role:
        result.setProperty("role", role)
    result.setWordWrap(wrap)
    result.setTextFormat(Qt.TextFormat.PlainText)
    return result


class ElidedLabel(QLabel):
    """A line that ends in … where there is no room; the whole text stays in the tip."""

    def minimumSizeHint(self) -> QSize:
        """Return room for a few characters."""
        return QSize(min(super().minimumSizeHint().width(), _LEAST_TITLE_PX), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text as far as it goes."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()


def scrolled(*widgets: QWidget, spacing: int = 8) -> QScrollArea:
    """Return widgets one below the other in a frameless area: their text may be longer than a small window is high."""
    inner = QWidget()
    inner.setObjectName("scrolled")  # shows the card through
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


def set_tab_order(*widgets: QWidget) -> None:
    """Let Tab go through widgets and what is in them in the order given; call it again for what is made later."""
    stops = [
        one
        for widget in widgets
        for one in (widget, *widget.findChildren(QWidget))
        if one.focusPolicy() is not Qt.FocusPolicy.NoFocus and one.window() is widget.window()  # no list of a combo box
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def rule(*, vertical: bool = False) -> QFrame:
    """Return a hair line."""
    line = QFrame()
    line.setProperty("role", "vertical_rule" if vertical else "rule")
    return line


class Card(QFrame):
    """A flat box with a 36-px header (title, subtitle, actions at the right) above ``body``.

    Without a title there is no header. Put content into ``body`` (a ``QVBoxLayout``).
    """

    def __init__(
        self, title: str = "", subtitle: str = "", *, padding: int = PADDING_PX, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self.header = QFrame()
        self.header.setProperty("role", "card_header")
        self.header.setFixedHeight(CARD_HEADER_PX)
        self._header_row = QHBoxLayout(self.header)
        self._header_row.setContentsMargins(PADDING_PX, 0, PADDING_PX, 0)
        self._header_row.setSpacing(8)
        self.title_label = ElidedLabel(title)
        self.title_label.setProperty("role", "title")
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.subtitle_label = ElidedLabel(subtitle)
        self.subtitle_label.setProperty("role", "caption")
        self.subtitle_label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._header_row.addWidget(self.title_label)
        self._header_row.addWidget(self.subtitle_label, 1)
        outer.addWidget(self.header)
        self.header.setVisible(bool(title))
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)
        outer.addWidget(content, 1)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Set the header's texts; an empty title hides the header."""
        self.title_label.setText(title)
        self.title_label.setToolTip(plain_tip(title) if len(title) > _LONG_TITLE else "")
        self.subtitle_label.setText(subtitle)
        self.subtitle_label.setToolTip(plain_tip(subtitle))
        self.header.setVisible(bool(title))

    def add_action(self, widget: QWidget) -> QWidget:
        """Add a control at the right of the header; returns it."""
        self._header_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def set_accent(self, accent: bool) -> None:
        """Draw the border in the accent colour: the first choice, the selected card."""
        self.setProperty("accent", accent)
        restyle(self)


class Segmented(QWidget):
    """Buttons of which one is chosen: 日 | 周 | 月. Items are (key, text)."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        self._group.buttonClicked.connect(self._clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_items(items)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Set keys and texts; the same keys only get new texts, so the choice survives a language switch."""
        if [key for key, _ in items] == list(self._buttons):
            for key, text in items:
                self._buttons[key].setText(text)
            return
        for old in self._buttons.values():
            self._group.removeButton(old)
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {}
        for place, (key, text) in enumerate(items):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("segment", _segment(place, len(items)))
            button.setProperty("key", key)
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[key] = button
        if items:
            self._buttons[items[0][0]].setChecked(True)

    def key(self) -> str:
        """Return the chosen key, empty where there are no items."""
        button = self._group.checkedButton()
        return str(button.property("key")) if button else ""

    def choose(self, key: str) -> None:
        """Choose without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def set_tip(self, key: str, text: str) -> None:
        """Say in a tip what a short text stands for."""
        if key in self._buttons:
            self._buttons[key].setToolTip(plain_tip(text))

    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("key")))


def _segment(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if place == 0 else "last" if place == count - 1 else "middle"


class Chip(QLabel):
    """A small state: never a button. Tones: "", info, warn, up, down."""

    def __init__(self, text: str = "", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_state(self, text: str, tone: str = "") -> None:
        """Set text and tone."""
        self.setText(text)
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            restyle(self)


class LinkButton(QPushButton):
    """A text action."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


def button(text: str = "", *, primary: bool = False, small: bool = False) -> QPushButton:
    """Return a push button; ``primary`` at most once a view."""
    result = QPushButton(text)
    if primary:
        result.setProperty("primary", True)
    if small:
        result.setProperty("small", True)
    return result


class EmptyState(QWidget):
    """What an empty page says: one sentence what goes there, one button."""

    triggered = Signal()

    def __init__(self, sentence: str = "", action: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = label(sentence, "secondary", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setMinimumWidth(240)
        self.action = button(action, primary=True)
        self.action.clicked.connect(self.triggered)
        column.addWidget(self._icon)
        column.addWidget(self._sentence)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.set_texts(sentence, action)
        self._draw_icon()

    def set_texts(self, sentence: str, action: str) -> None:
        """Set the sentence and the button's verb; without a verb there is no button."""
        self._sentence.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))

    def changeEvent(self, event: QEvent) -> None:
        """Recolour the icon with the look."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            drawn = icons.pixmap(self._icon_name, 32, tokens().accent_text, ratio=self.devicePixelRatioF())
            self._icon.setPixmap(drawn)


@dataclass(frozen=True, slots=True)
class BarAction:
    """A verb on a message bar."""

    text: str
    run: Callable[[], None]


class MessageBar(QFrame):
    """A message beside what it is about: what happened, where, what to do; closable. Tones: info, warn."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "band")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PADDING_PX, 4, 4, 4)
        self._row.setSpacing(8)
        self._mark = QLabel()
        self._text = label("", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QPushButton()
        self._close.setProperty("small", True)
        self._close.setProperty("flat", True)
        self._close.clicked.connect(self.dismiss)
        self._verbs: list[LinkButton] = []
        self._tone = "info"
        self._row.addWidget(self._mark)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._close)
        self.hide()

    def say(self, text: str, tone: str = "info", actions: Sequence[BarAction] = ()) -> None:
        """Show a message with its verbs; replaces the one before."""
        self._tone = tone
        self.setProperty("tone", tone)
        restyle(self)
        self._text.setText(text)
        self.setAccessibleName(text)
        for verb in self._verbs:
            verb.deleteLater()
        self._verbs = []
        for action in actions:
            verb = LinkButton(action.text)
            verb.clicked.connect(action.run)
            self._row.insertWidget(self._row.count() - 1, verb)
            self._verbs.append(verb)
        self._draw()
        self.show()

    def text(self) -> str:
        """Return the message shown, empty where there is none."""
        return "" if self.isHidden() else self._text.text()

    def dismiss(self) -> None:
        """Hide the message."""
        self.hide()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Recolour and rename with look and language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        t = tokens()
        name, color = ("warning", t.warn_text) if self._tone == "warn" else ("info", t.accent_text)
        self._mark.setPixmap(icons.pixmap(name, 16, color, ratio=self.devicePixelRatioF()))
        self._close.setIcon(icons.icon("close", t.secondary))
        self._close.setIconSize(QSize(12, 12))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
