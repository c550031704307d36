"""Where the user writes a metric of his own: names, formula with its check as it is typed, value of the period."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from shopdesk.app.kpi.user_metrics import USER_METRICS, UserMetric, formulas, new_key, own_formula, put_metrics
from shopdesk.domain.kpi.catalogue import BOARD, PARTS, BoardMetric
from shopdesk.domain.kpi.dictionary import own_metric, vocabulary
from shopdesk.domain.kpi.figures import figure
from shopdesk.domain.kpi.formula import FormulaIssue, nearest, parse, stored
from shopdesk.domain.kpi.term import Term, as_text, written
from shopdesk.domain.metrics import Good, Unit
from shopdesk.ui import formats
from shopdesk.ui.cards import button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.kpi.metrics.provenance import figure_text, lacking_text
from shopdesk.ui.kpi.metrics.words import good_text, issue_text, unit_text
from shopdesk.ui.kpi.view import BoardState
from shopdesk.ui.kpi.wording import part_name
from shopdesk.ui.theme import tokens

UNITS: Final = (Unit.RATIO, Unit.MONEY, Unit.TIMES, Unit.COUNT, Unit.PEOPLE, Unit.SECONDS, Unit.NUMBER)
FORMULA_HEIGHT_PX: Final = 72


class MetricEditor(DialogShell):
    """Saving is one undoable step; a formula that is wrong can't be saved."""

    def __init__(
        self,
        context: UiContext,
        *,
        state: BoardState | None,
        row: UserMetric | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``row``: the metric to change; None makes a new one."""
        super().__init__(parent)
        self._context = context
        self._state = state
        self._is_new = row is None
        self._row = row or UserMetric(new_key(), "", "", "", Unit.RATIO.value, Good.UP.value)
        self.setMinimumWidth(560)
        self.zh, self.en = QLineEdit(self._row.zh), QLineEdit(self._row.en)
        self.formula = QPlainTextEdit()
        self.formula.setFixedHeight(FORMULA_HEIGHT_PX)
        self.formula.setTabChangesFocus(True)
        self.names = QComboBox()
        self._search = QLineEdit()
        self.names.setLineEdit(self._search)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.unit, self.good = QComboBox(), QComboBox()
        self.told, self.value = label("", "warn", wrap=True), label("", "secondary", wrap=True)
        for text, lines in ((self.told, 2), (self.value, 3)):
            text.setMinimumHeight(lines * self.fontMetrics().lineSpacing())
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.save, self.cancel = button(primary=True), button()
        self._lay_out()
        self._write()
        self.formula.setPlainText(written(stored(self._row.formula), self._name) if self._row.formula else "")
        self.formula.textChanged.connect(self._check)
        for box in (self.zh, self.en):
            box.textChanged.connect(self._check)
        for choice in (self.unit, self.good):
            choice.currentIndexChanged.connect(self._check)
        self.names.activated.connect(lambda place: self._insert(self.names.itemText(place)))
        self.save.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.reject)
        context.workspace_replaced.connect(self.reject)
        self._check()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._check()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._labels = [label() for _ in range(6)]
        for title, field in zip(
            self._labels, (self.zh, self.en, self.formula, self.names, self.unit, self.good), strict=True
        ):
            self._form.addRow(title, field)
        self.column.addLayout(self._form)
        self.column.addWidget(self.told)
        self.column.addWidget(self.value)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        self.column.addLayout(row)

    def _write(self) -> None:
        self.setWindowTitle(self.tr("New metric") if self._is_new else self.tr("Change metric"))
        texts = (
            self.tr("Chinese name"),
            self.tr("English name"),
            self.tr("Formula"),
            self.tr("Insert"),
            self.tr("Unit"),
            self.tr("Good"),
        )
        fields = (self.zh, self.en, self.formula, self.names, self.unit, self.good)
        for title, text, field in zip(self._labels, texts, fields, strict=True):
            title.setText(text)
            field.setAccessibleName(text)
        self.formula.setPlaceholderText(self.tr("e.g. (Sales − Refunds) ÷ Visitors"))
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        self._fill_names()
        _fill(self.unit, [(unit_text(unit), unit.value) for unit in UNITS], chosen=self._row.unit)
        _fill(self.good, [(good_text(good), good.value) for good in Good], chosen=self._row.good)

    def _fill_names(self) -> None:
        chinese = formats.language() == "zh_CN"
        names = [metric.zh if chinese else metric.en for metric in BOARD.values()]
        names += [part_name(part) for part in PARTS]
        names += [one.zh if chinese else one.en for one in self._others()]
        self.names.blockSignals(True)
        self.names.clear()
        self.names.addItems(list(dict.fromkeys(names)))
        self.names.setCurrentIndex(-1)
        self._search.setPlaceholderText(self.tr("Search metrics and parts"))
        finder = QCompleter(self.names.model(), self.names)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.names.setCompleter(finder)
        finder.activated.connect(self._insert)
        self.names.blockSignals(False)

    def _insert(self, name: str) -> None:
        """Put a name into the formula where the cursor is."""
        before = self.formula.toPlainText()[: self.formula.textCursor().position()].rstrip()
        spaced = "" if not before or before.endswith(("(", "（")) else " "
        self.formula.insertPlainText(f"{spaced}{name} ")
        self.names.setCurrentIndex(-1)
        self.formula.setFocus()

    def _others(self) -> tuple[UserMetric, ...]:
        workspace = self._context.workspace
        if workspace is None:
            return ()
        return tuple(row for row in workspace.rows(USER_METRICS).values() if row.key != self._row.key)

    def _name(self, key: str) -> str:
        metric = BOARD.get(key)
        chinese = formats.language() == "zh_CN"
        if metric is not None:
            return metric.zh if chinese else metric.en
        own = next((row for row in self._others() if row.key == key), None)
        if own is not None:
            return own.zh if chinese else own.en or own.zh
        return part_name(key)

    # --- checking

    def made(self) -> BoardMetric | FormulaIssue:
        """Return the metric as it stands, or what is wrong with it."""
        workspace = self._context.workspace
        term = self._term()
        if isinstance(term, FormulaIssue) or workspace is None:
            return term if isinstance(term, FormulaIssue) else FormulaIssue("empty")
        own = {one.name: one for one in formulas(workspace)}
        mine = own_formula(self._as_row(term))
        return own_metric(mine, {**own, mine.name: mine})

    def _term(self) -> Term | FormulaIssue:
        workspace = self._context.workspace
        others = [own_formula(row) for row in self._others()] if workspace is not None else []
        known = vocabulary(others)
        text = self.formula.toPlainText()
        term = parse(text, known)
        if isinstance(term, FormulaIssue) and term.code == "unknown":
            return replace(term, values={**term.values, "near": nearest(term.values["name"], known)})
        return term

    def _as_row(self, term: Term) -> UserMetric:
        return UserMetric(
            self._row.key,
            self.zh.text().strip() or self.en.text().strip(),
            self.en.text().strip(),
            as_text(term),
            str(self.unit.currentData()),
            str(self.good.currentData()),
        )

    def _check(self) -> None:
        made = self.made()
        name = self.zh.text().strip() or self.en.text().strip()
        if isinstance(made, FormulaIssue):
            self.told.setText(issue_text(made, name_of=self._name))
            self.value.setText("")
        else:
            self.told.setText(self._taken(name) or ("" if name else self.tr("Give the metric a name")))
            self.value.setText(self._value(made))
        self._underline(made if isinstance(made, FormulaIssue) else None)
        self.save.setEnabled(not isinstance(made, FormulaIssue) and bool(name) and not self._taken(name))

    def _taken(self, name: str) -> str:
        """Return why a name can't be used: formulas could no longer tell which metric is meant."""
        if name and not name[0].isalpha():
            return self.tr("A name begins with a letter or character")
        taken = {one for metric in BOARD.values() for one in (metric.zh, metric.en)}
        taken |= {one for part in PARTS.values() for one in (part.zh, part.en)}
        taken |= {one for row in self._others() for one in (row.zh, row.en)}
        for one in (name, self.en.text().strip()):
            if one and one.casefold() in {other.casefold() for other in taken}:
                return self.tr("There is a metric “{name}” already").format(name=one)
        return ""

    def _value(self, metric: BoardMetric) -> str:
        if self._state is None:
            return ""
        facts = self._state.board.facts
        lacking = lacking_text(facts, metric)
        if lacking:
            return self.tr("No value yet. {lacking}").format(lacking=lacking)
        return figure_text(figure(facts, metric, self._state.period))

    def _underline(self, issue: FormulaIssue | None) -> None:
        marks = []
        if issue is not None and issue.end > issue.start:
            mark: Any = QTextEdit.ExtraSelection()
            mark.format = QTextCharFormat()
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            mark.format.setUnderlineColor(QColor(tokens().warn_text))
            mark.cursor = QTextCursor(self.formula.document())
            mark.cursor.setPosition(issue.start)
            mark.cursor.setPosition(issue.end, QTextCursor.MoveMode.KeepAnchor)
            marks.append(mark)
        self.formula.setExtraSelections(marks)

    def _keep(self) -> None:
        term = self._term()
        if isinstance(term, FormulaIssue) or isinstance(self.made(), FormulaIssue):
            return
        row = self._as_row(term)
        title = self.tr("add metric {name}") if self._is_new else self.tr("change metric {name}")
        self._context.push(put_metrics([row]), title.format(name=row.zh))
        self.accept()


def _fill(box: QComboBox, items: list[tuple[str, str]], *, chosen: str) -> None:
    kept = box.currentData() or chosen
    box.blockSignals(True)
    box.clear()
    for text, value in items:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(kept)))
    box.blockSignals(False)
