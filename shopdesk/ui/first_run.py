"""The first page: three ways to begin, which reports to export, a place to drop them, language and look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from shopdesk.app.settings import Settings
from shopdesk.ui import icons
from shopdesk.ui.cards import Card, LinkButton, button, label, restyle, rule
from shopdesk.ui.formats import UNKNOWN
from shopdesk.ui.report_guide import guide
from shopdesk.ui.theme import tokens
from shopdesk.ui.tokens import GUTTER_PX, MARGIN_PX, ROW_PX

TAB_WIDTHS_PX = (88, 66, 60, 66)


class ChoiceCard(Card):
    """One way to begin: icon, title, two lines, one button."""

    def __init__(self, icon: str, *, primary: bool = False) -> None:
        super().__init__(padding=16)
        self._icon_name = icon
        self._mark = QLabel()
        self._mark.setFixedSize(36, 36)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = label("", "title")
        self.text = label("", "secondary", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.action = button(primary=primary)
        self.action.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._mark)
        top.addWidget(self.name, 1)
        self.body.addLayout(top)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.action)
        self.setMinimumHeight(150)
        self.set_accent(primary)
        self.show_look()

    def show_look(self) -> None:
        """Draw the icon in the look in force."""
        t = tokens()
        self._mark.setStyleSheet(f"background: {t.info}; border-radius: 4px;")
        self._mark.setPixmap(icons.pixmap(self._icon_name, 20, t.accent_text, ratio=self.devicePixelRatioF()))


class DropZone(QFrame):
    """Where files may be dropped; the window takes them anywhere, this only says so."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.setMinimumHeight(104)
        column = QVBoxLayout(self)
        column.setSpacing(2)
        self._mark = QLabel()
        self.title = label("", "title")
        self.text = label("", "caption", wrap=True)
        for widget in (self._mark, self.title, self.text):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        self.show_look()

    def set_over(self, over: bool) -> None:
        """Show that files hover over the window."""
        self.setProperty("over", over)
        restyle(self)

    def show_look(self) -> None:
        """Draw the icon in the look in force."""
        self._mark.setPixmap(icons.pixmap("import", 24, tokens().accent_text, ratio=self.devicePixelRatioF()))


class FirstRunPage(QScrollArea):
    """Shown while no shop is open."""

    choose_files = Signal()
    open_sample = Signal()
    start_empty = Signal()
    show_guide = Signal()
    change_folder = Signal()
    watch_folder = Signal(bool)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWidgetResizable(True)
        content = QWidget()
        content.setObjectName("scrolled")
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, 8)
        column.setSpacing(GUTTER_PX)
        self._headline = label("", "headline")
        self._subline = label("", "secondary", wrap=True)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._headline)
        head.addWidget(self._subline)
        column.addLayout(head)
        self.files = ChoiceCard("import", primary=True)
        self.sample = ChoiceCard("box")
        self.empty = ChoiceCard("new")
        self.files.action.clicked.connect(self.choose_files)
        self.sample.action.clicked.connect(self.open_sample)
        self.empty.action.clicked.connect(self.start_empty)
        grid = QGridLayout()
        grid.setSpacing(GUTTER_PX)
        for place, card in enumerate((self.files, self.sample, self.empty)):
            grid.addWidget(card, 0, place)
            grid.setColumnStretch(place, 1)
        self._reports = Card("x", padding=0)
        self._guide_link = LinkButton()
        self._guide_link.clicked.connect(self.show_guide)
        self._reports.add_action(self._guide_link)
        self._table = self._build_table()
        self._reports.body.addWidget(self._table)
        self._reports.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        grid.addWidget(self._reports, 1, 0, 1, 2)
        grid.addWidget(self._build_drop_card(), 1, 2)
        column.addLayout(grid)
        column.addStretch(1)
        column.addLayout(self._build_bottom())
        self.show_texts()

    def set_folder(self, folder: str) -> None:
        """Show where the data stands."""
        self._folder.setText(folder)
        self._folder.setToolTip(folder)

    def changeEvent(self, event: QEvent) -> None:
        """Follow look and language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_texts()
        elif event.type() == QEvent.Type.PaletteChange:
            for part in (self.files, self.sample, self.empty, self.drop):
                part.show_look()
            self._fill_table()
            self._show_marks()
        super().changeEvent(event)

    def show_texts(self) -> None:
        """Write all texts in the language in force."""
        self._headline.setText(self.tr("Where do you want to start?"))
        self._subline.setText(
            self.tr(
                "Drop the tables that your consoles export and see how yesterday went, what each word is worth, "
                "how to bid and which offers pay. All offline: the data stays on this computer."
            )
        )
        self._choice(
            self.files,
            self.tr("Import my files"),
            self.tr(
                "Drop files, folders or zips anywhere on the window, or choose them. xlsx, xls and csv all work; "
                "you see a preview first, and an import can be undone."
            ),
            self.tr("Choose files…"),
        )
        self._choice(
            self.sample,
            self.tr("Open the sample shop"),
            self.tr(
                "An invented nut shop: 60 items, 300 words, 6,000 orders. It is always marked as a sample, can be "
                "removed with one click and never mixes with your data."
            ),
            self.tr("Open the sample shop"),
        )
        self._choice(
            self.empty,
            self.tr("Start empty"),
            self.tr("Look around first, enter words, plans or offers by hand; import whenever you like."),
            self.tr("Start empty"),
        )
        self._reports.set_title(self.tr("What to export"), self.tr("One kind is enough to begin; add the rest later"))
        self._guide_link.setText(self.tr("How to export each"))
        self._fill_table()
        self._drop_texts()
        self._bottom_texts()

    def _choice(self, card: ChoiceCard, name: str, text: str, action: str) -> None:
        card.name.setText(name)
        card.text.setText(text)
        card.action.setText(action)
        card.action.setAccessibleDescription(text)

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(0, 7)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setProperty("padded", True)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, 164)
        for column, width in zip(range(3, 7), TAB_WIDTHS_PX, strict=True):
            header.resizeSection(column, width)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table

    def _fill_table(self) -> None:
        rows = guide()
        table = self._table
        table.setRowCount(len(rows))
        table.setAccessibleName(self.tr("What to export"))
        table.setHorizontalHeaderLabels(
            [
                self.tr("Report"),
                self.tr("Export it from"),
                self.tr("What you see"),
                self.tr("Dashboard"),
                self.tr("Words"),
                self.tr("Bids"),
                self.tr("Offers"),
            ]
        )
        check = icons.icon("check", tokens().accent_text)
        for place, row in enumerate(rows):
            for column, text in enumerate((row.name, row.source, row.answers)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 1:
                    item.setForeground(QColor(tokens().secondary))
                table.setItem(place, column, item)
            for column, used in enumerate(row.tabs, 3):
                item = QTableWidgetItem("" if used else UNKNOWN)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                item.setForeground(QColor(tokens().secondary))
                table.setItem(place, column, item)
                if used:
                    mark = QLabel()
                    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
                    mark.setAccessibleName(self.tr("yes"))
                    mark.setPixmap(check.pixmap(QSize(16, 16), self.devicePixelRatioF()))
                    table.setCellWidget(place, column, mark)
        table.setFixedHeight(ROW_PX * len(rows) + table.horizontalHeader().sizeHint().height() + 4)

    def _build_drop_card(self) -> Card:
        card = Card()
        self.drop = DropZone()
        card.body.addWidget(self.drop)
        self._steps: list[tuple[QLabel, QLabel, QLabel]] = []
        for number in (1, 2, 3):
            row = QHBoxLayout()
            row.setSpacing(8)
            mark = label(str(number))
            mark.setFixedSize(20, 20)
            mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
            name, text = label(), label("", "caption", wrap=True)
            row.addWidget(mark)
            row.addWidget(name)
            row.addWidget(text, 1)
            card.body.addLayout(row)
            self._steps.append((mark, name, text))
        card.body.addWidget(rule())
        self.watch = QCheckBox()
        self._off = label("", "caption")
        self._pick = LinkButton()
        self.watch.clicked.connect(self.watch_folder)
        self._pick.clicked.connect(lambda: self.watch_folder.emit(True))
        row = QHBoxLayout()
        row.addWidget(self.watch)
        row.addWidget(self._off, 1)
        row.addWidget(self._pick)
        card.body.addLayout(row)
        card.body.addStretch(1)
        return card

    def _show_marks(self) -> None:
        t = tokens()
        for mark, _, _ in self._steps:
            mark.setStyleSheet(f"background: {t.info}; color: {t.accent_text}; border-radius: 10px;")
        self._lock.setPixmap(icons.pixmap("lock", 16, t.secondary, ratio=self.devicePixelRatioF()))

    def _drop_texts(self) -> None:
        self.drop.title.setText(self.tr("Drop files here"))
        self.drop.text.setText(self.tr("or anywhere on the window; or paste them (Ctrl+V)"))
        texts = (
            (self.tr("Recognise"), self.tr("which report of which console, from which day to which")),
            (self.tr("Preview"), self.tr("which row has a problem and why; you decide")),
            (self.tr("Import"), self.tr("one click in, one click back; your files stay as they are")),
        )
        for (_, name, text), (title, explained) in zip(self._steps, texts, strict=True):
            name.setText(title)
            text.setText(explained)
        self.watch.setText(self.tr("Watch a folder for new exports"))
        self._off.setText(self.tr("(off by default)"))
        self._pick.setText(self.tr("Choose folder…"))
        self.watch.setChecked(bool(self._settings.text("watched_folder")))

    def _build_bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._lock = QLabel()
        self._never = label("", "caption")
        self._data = label("", "caption")
        self._folder = label("", "caption")
        self._folder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._change = LinkButton()
        self._change.clicked.connect(self.change_folder)
        for widget in (self._lock, self._never, self._data, self._folder, self._change):
            row.addWidget(widget)
        row.addStretch(1)
        self._names: list[QLabel] = []
        self.language = self._combo(row, ("system", "zh_CN", "en"), self._set("language"))
        self.look = self._combo(row, ("system", "light", "dark"), self._set("look"))
        self.colours = self._combo(row, (True, False), self._set("red_up"))
        self._show_marks()
        return row

    def _set(self, name: str) -> Callable[[object], None]:
        return lambda value: self._settings.set(name, value)  # type: ignore[arg-type]

    def _combo(self, row: QHBoxLayout, values: tuple[object, ...], use: Callable[[object], None]) -> QComboBox:
        name = label("", "caption")
        self._names.append(name)
        combo = QComboBox()
        combo.setProperty("small", True)
        for value in values:
            combo.addItem("", value)
        combo.activated.connect(lambda place: use(combo.itemData(place)))
        name.setBuddy(combo)
        row.addWidget(name)
        row.addWidget(combo)
        return combo

    def _bottom_texts(self) -> None:
        self._never.setText(self.tr("Never online"))
        self._data.setText(self.tr("Data folder"))
        self._change.setText(self.tr("Change…"))
        names = (self.tr("Language"), self.tr("Look"), self.tr("Colours of change"))
        texts = (
            (self.tr("As the system"), "简体中文", "English"),
            (self.tr("As the system"), self.tr("Light"), self.tr("Dark")),
            (self.tr("▲ red up   ▼ green down"), self.tr("▲ green up   ▼ red down")),
        )
        for name, text in zip(self._names, names, strict=True):
            name.setText(text)
        combos = ((self.language, "language"), (self.look, "look"), (self.colours, "red_up"))
        for (combo, setting), items, spoken in zip(combos, texts, names, strict=True):
            combo.setAccessibleName(spoken)
            for place, text in enumerate(items):
                combo.setItemText(place, text)
            value = self._settings.switch(setting) if setting == "red_up" else self._settings.text(setting)
            combo.setCurrentIndex(max(0, combo.findData(value)))
