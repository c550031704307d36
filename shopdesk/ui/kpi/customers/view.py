"""The customers view: RFM matrix, classes with moves, what a buyer is worth, personas by quarter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.kpi.board import Board
from shopdesk.app.kpi.class_names import CLASS_WORDS, classes_of, set_words, words_of
from shopdesk.app.kpi.customers import Customers, Snapshot, customers, expected_value
from shopdesk.domain.kpi.customers.persona import Cut, persona
from shopdesk.domain.kpi.customers.purchases import TABLES
from shopdesk.domain.kpi.customers.rfm import ClassRow
from shopdesk.domain.kpi.customers.value import ModelValue, Refusal
from shopdesk.ui.cards import Card, ElidedLabel, EmptyState, LinkButton, Segmented, label, scrolled, set_tab_order
from shopdesk.ui.charts.chart_actions import ChartActions
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import GridFrame, GridPanel, Row
from shopdesk.ui.kpi.customers import words
from shopdesk.ui.kpi.customers.class_dialog import ClassDialog
from shopdesk.ui.kpi.customers.matrix import RfmMatrix
from shopdesk.ui.kpi.customers.tables import ClassTable, PersonaTable
from shopdesk.ui.kpi.metrics.provenance import table_lines
from shopdesk.ui.kpi.view import BoardState, BoardView
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.tokens import GUTTER_PX

RFM, PERSONA = "rfm", "persona"
LEFT_PX = 420


class View(BoardView):
    """Works from orders alone; the model of the future is fitted after the rest is shown."""

    uses = frozenset({*TABLES, CLASS_WORDS.name})

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._board: Board | None = None
        self._found: Customers | None = None
        self._model: ModelValue | Refusal | None = None
        self._job, self._model_job = LatestJob(context.jobs, self), LatestJob(context.jobs, self)
        self.switch, self.cuts = Segmented(), Segmented()
        self.quarters = QComboBox()
        self.caveat = ElidedLabel()
        self.empty = EmptyState(icon="kpi")
        self._class_table, self._persona_table = ClassTable(self), PersonaTable(self)
        self.matrix, self.verbs = RfmMatrix(), ChartActions()
        self.matrix_card, self.value_card = Card("…"), Card("…")
        self.value_text = label("", wrap=True)
        self.model_text = label("", wrap=True)
        self.class_card = Card()
        self.class_text = label("", "secondary", wrap=True)
        self.class_card.body.addWidget(self.class_text)
        self.rename = LinkButton()
        self.class_card.body.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignLeft)
        self.classes = GridPanel(
            self._class_table.columns(), title=lambda: self.tr("Classes"), read_only=True, small=True
        )
        self.personas = GridPanel(
            self._persona_table.columns(),
            title=lambda: self.tr("Who bought in the quarter"),
            read_only=True,
            small=True,
        )
        self._class_table.behind, self._persona_table.behind = self._class_behind, self._persona_behind
        self._lay_out()
        self._connect()
        self._say()

    def show_board(self, state: BoardState) -> None:
        """Read the orders anew where the facts are others, else draw what is known."""
        if self._board is state.board:
            self._draw()
            return
        workspace = self.context.workspace
        if workspace is None:
            return
        self._board = state.board
        self.empty.set_texts(self.tr("Reading the orders…"), "")
        self._pages.setCurrentIndex(0)
        self._model_job.drop()
        self._job.start(self.tr("Reading customers"), lambda job: customers(workspace, job), self._take)

    def show_target(self, target: object) -> None:
        """Show a part by its name."""
        if target in (RFM, PERSONA):
            self.switch.choose(str(target))
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._fill_quarters()
            self._draw()
        super().changeEvent(event)

    # --- layout

    def _lay_out(self) -> None:
        self.quarters.setProperty("small", True)
        self.quarters.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.caveat.setProperty("role", "caption")
        self.verbs.table.setCheckable(False)
        self.matrix_card.add_action(self.verbs)
        self.matrix_card.body.addWidget(self.matrix, 1)
        self.value_card.body.addWidget(scrolled(self.value_text, self.model_text))
        self.personas.left_slot.addWidget(self.cuts)
        left = QVBoxLayout()
        left.setSpacing(GUTTER_PX)
        left.addWidget(self.matrix_card, 6)
        left.addWidget(self.value_card, 7)
        holder = QWidget()
        holder.setFixedWidth(LEFT_PX)
        left.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(left)
        first = QWidget()
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER_PX)
        row.addWidget(holder)
        right = QVBoxLayout()
        right.setSpacing(GUTTER_PX)
        right.addWidget(self.classes, 1)
        right.addWidget(self.class_card)
        row.addLayout(right, 1)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        strip = QHBoxLayout()
        strip.setSpacing(GUTTER_PX)
        strip.addWidget(self.switch)
        strip.addWidget(self.quarters)
        strip.addWidget(self.caveat, 1)
        column.addLayout(strip)
        self._parts = QStackedLayout()
        self._parts.addWidget(first)
        self._parts.addWidget(self.personas)
        column.addLayout(self._parts, 1)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)

    def _connect(self) -> None:
        self.context.workspace_replaced.connect(self._forget)
        self.classes.row_changed.connect(self._show_class)
        self.rename.clicked.connect(self.edit_class)
        self.switch.chosen.connect(lambda _key: self._draw())
        self.cuts.chosen.connect(lambda _key: self._draw())
        self.quarters.activated.connect(lambda _place: self._draw())
        self.empty.triggered.connect(self.context.import_requested)
        self.verbs.table_clicked.connect(self.matrix.show_table)
        self.verbs.png_clicked.connect(self.matrix.save_picture)
        self.verbs.copy_clicked.connect(self.matrix.copy_picture)
        for panel in (self.classes, self.personas):
            panel.stats_changed.connect(self.context.selection_stats)

    def _say(self) -> None:
        self.switch.set_items([(RFM, self.tr("RFM classes")), (PERSONA, self.tr("Personas"))])
        self.cuts.set_items(
            [
                (Cut.ALL.value, self.tr("All together")),
                (Cut.CLASS.value, self.tr("Class")),
                (Cut.ITEM.value, self.tr("First item")),
                (Cut.REGION.value, self.tr("Region")),
                (Cut.BAND.value, self.tr("Price band")),
            ]
        )
        self.quarters.setAccessibleName(self.tr("Quarter"))
        set_tab_order(self.switch, self.quarters, self.verbs, self.matrix, self.value_card, self.classes, self.rename)
        set_tab_order(self.rename, self.cuts, self.personas)
        self.rename.setText(self.tr("Name and advice…"))
        self.matrix_card.set_title(self.tr("Recency and frequency"))
        self.value_card.set_title(self.tr("What a buyer is worth"))
        if self._found is None and self._board is not None:
            self._say_empty()

    def _say_empty(self) -> None:
        self.empty.set_texts(
            self.tr(
                "Here stand your buyers: how recently and how often they buy, what they are worth, who they are. "
                "Import the order export with buyers (in 千牛: 交易 → 已卖出的宝贝 → 批量导出) and, for first items, "
                "its lines. Names are only stored as an unreadable code."
            ),
            self.tr("Import files…"),
        )

    # --- data

    def _take(self, found: Customers | None) -> None:
        self._found, self._model = found, None
        self._fill_quarters()
        self._draw()
        if found is not None:
            self._model_job.start(
                self.tr("Working out what a buyer is worth"), lambda job: expected_value(found, job), self._take_model
            )

    def _forget(self) -> None:
        self._job.drop()
        self._model_job.drop()

    def _take_model(self, model: ModelValue | Refusal) -> None:
        self._model = model
        self._draw()

    def _fill_quarters(self) -> None:
        chosen = max(0, self.quarters.currentIndex())
        self.quarters.clear()
        for snapshot in self._found.snapshots if self._found is not None else ():
            self.quarters.addItem(words.quarter_name(snapshot))
        self.quarters.setCurrentIndex(min(chosen, self.quarters.count() - 1))

    def _snapshot(self) -> Snapshot | None:
        place = self.quarters.currentIndex()
        return self._found.snapshots[place] if self._found is not None and place >= 0 else None

    def _draw(self) -> None:
        found, snapshot = self._found, self._snapshot()
        if found is None or snapshot is None:
            if self._board is not None:
                self._say_empty()
            self._pages.setCurrentIndex(0)
            return
        self._pages.setCurrentIndex(1)
        caveat = words.caveat(found, snapshot)
        self.caveat.setText(caveat)
        self.caveat.setToolTip("\n".join([caveat, *self._sources()]).strip())
        is_rfm = self.switch.key() != PERSONA
        self._parts.setCurrentIndex(0 if is_rfm else 1)
        if is_rfm:
            self.matrix.set_snapshot(snapshot, sources=self._sources())
            has_before = snapshot.before is not None
            self.classes.set_frame(self._class_table.frame(snapshot.classes, self._classes(), has_before=has_before))
            self._show_class(self._class_key())
            self.value_text.setText("\n".join(words.historic_lines(found.historic)))
            self.value_text.setToolTip("\n".join(self._sources()))
            self._write_model()
        else:
            self.personas.set_frame(self._persona_frame(found, snapshot))

    def _sources(self) -> list[str]:
        """Return the reports behind all figures of the view, with files and days."""
        return table_lines(TABLES, self._board) if self._board is not None else []

    def _class_behind(self, row: Row) -> str:
        found = self._class_row(row.key)
        return self._class_tip(found) if found is not None else ""

    def _class_tip(self, row: ClassRow) -> str:
        snapshot = self._snapshot()
        if snapshot is None:
            return ""
        name = words.class_name(row.key, self._classes())
        return "\n".join([name, *words.class_behind(row, snapshot), *self._sources()])

    def _persona_behind(self, row: Row) -> str:
        snapshot = self._snapshot()
        if snapshot is None:
            return ""
        lines = words.persona_behind(int(row["buyers"]), len(snapshot.quarter.persons), snapshot)
        return "\n".join([str(row["group"]), *lines, *self._sources()])

    def _class_key(self) -> object:
        index = self.classes.view.currentIndex()
        return self.classes.model.key(index.row()) if index.isValid() else None

    def _classes(self) -> words.Classes:
        return classes_of(self.context.workspace)

    def _class_row(self, key: object) -> ClassRow | None:
        snapshot = self._snapshot()
        rows = snapshot.classes if snapshot is not None else ()
        return next((row for row in rows if row.key == key), rows[0] if rows else None)

    def _show_class(self, key: object) -> None:
        row = self._class_row(key)
        self.class_text.setText("" if row is None else "\n".join(words.class_lines(row, self._classes())))
        self.class_text.setToolTip(self._class_tip(row) if row is not None else "")
        self.rename.setVisible(row is not None)

    def edit_class(self) -> None:
        """Ask what the current class is called here, and what is done with its buyers."""
        row, workspace = self._class_row(self._class_key()), self.context.workspace
        if row is None or workspace is None:
            return
        dialog = ClassDialog(words_of(workspace, row.key), classes=self._classes(), parent=self)
        name = self.tr("Name and advice of {name}").format(name=words.class_name(row.key, self._classes()))
        dialog.accepted.connect(lambda: self.context.push(set_words(workspace, dialog.row()), name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_model(self) -> None:
        if self._model is None:
            self.model_text.setText(self.tr("Working out what is to come…"))
            return
        self.model_text.setText("\n".join(words.model_lines(self._model)))
        self.model_text.setToolTip("\n".join([words.model_tip(self._model), *self._sources()]).strip())

    def _persona_frame(self, found: Customers, snapshot: Snapshot) -> GridFrame:
        cut = Cut(self.cuts.key() or Cut.ALL.value)
        rows = persona(snapshot.quarter, snapshot.before, cut)
        return self._persona_table.frame(rows, cut, found.limits, self._classes())
