"""帮我找阶梯: what is wanted, then two or three ladders beside "none", with chance and yuan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from shopdesk.app.promotions.aims import MOST_TIERS, LadderAim, ladder_aim, set_aim
from shopdesk.domain.promotions.ladders.record import Figure, Objective
from shopdesk.ui import formats
from shopdesk.ui.cards import LinkButton, button, label, rule
from shopdesk.ui.context import UiContext
from shopdesk.ui.dialog_shell import DialogShell
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.promotions.finder.aim_fields import AimFields, aim_text
from shopdesk.ui.promotions.ladder_text import ladder_text
from shopdesk.ui.promotions.result.answer import chance_texts
from shopdesk.ui.theme import body_font

if TYPE_CHECKING:
    from shopdesk.app.jobs import JobContext
    from shopdesk.app.promotions.design_study import DesignStudy
    from shopdesk.app.promotions.ladder_finder import FoundLadders
    from shopdesk.domain.promotions.ladders.record import LadderForecast

_WIDTH_PX: Final = 720
_STEPS_PX: Final = 72


class LadderFinder(DialogShell):
    """``taken(ladder)``: a found one is to become a candidate. What is wanted is kept as the shop's, undoable."""

    taken = Signal(object)
    _progressed = Signal(float)

    def __init__(self, context: UiContext, study: DesignStudy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._study = context, study
        self._job = LatestJob(context.jobs, self)
        self._aim = ladder_aim(context.workspace) if context.workspace is not None else LadderAim()
        self.found: FoundLadders | None = None
        self.setWindowTitle(self.tr("Find a ladder"))
        self.setMinimumWidth(_WIDTH_PX)
        self._add_wishes()
        self.bar, self.cancel = QProgressBar(), LinkButton(self.tr("Stop"))
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the search"))
        self._running = QWidget()
        row = QHBoxLayout(self._running)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.column.addWidget(self._running)
        self._running.hide()
        self.answer = QFrame()
        self.answer.setProperty("role", "band")
        band = QVBoxLayout(self.answer)
        band.setContentsMargins(10, 6, 10, 6)
        self.headline, self.detail = label("", "", wrap=True), label("", "caption", wrap=True)
        self.headline.setFont(body_font(pixels=14, medium=True))
        band.addWidget(self.headline)
        band.addWidget(self.detail)
        self.column.addWidget(self.answer)
        self.rows = QWidget()
        self._grid = QGridLayout(self.rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self.column.addWidget(self.rows)
        self.column.addStretch(1)
        self.close_button = self._add_foot()
        self.cancel.clicked.connect(self._stop)
        self._progressed.connect(
            lambda share: self.bar.setValue(round(100 * share)), Qt.ConnectionType.QueuedConnection
        )
        self.finished.connect(lambda _result: self._job.drop())  # an own reject would outlive the dialog
        context.workspace_replaced.connect(self.reject)
        self._say_before()

    def aim(self) -> LadderAim:
        """Return what is wanted as the fields stand."""
        return replace(self.wishes.aim(), most_tiers=self.tiers.value())

    def search(self) -> None:
        """Keep what is wanted, and search."""
        from shopdesk.app.promotions.ladder_finder import find_ladders

        aim, study = self.aim(), self._study
        if aim != self._aim:
            self._aim = aim
            self._context.push(set_aim(aim), self.tr("What a ladder shall bring"))
        self._clear()
        self.bar.setValue(0)
        self._running.show()
        self.start.setEnabled(False)
        self.headline.setText(
            self.tr("Trying ladders on {count} orders…").format(count=formats.full(study.values.count))
        )
        self.detail.setText("")

        def work(context: JobContext) -> FoundLadders:
            def report(share: float | None, note: str) -> None:
                context.report(share, note)
                if share is not None:
                    self._progressed.emit(share)

            return find_ladders(study, aim, replace(context, report=report))

        self._job.start(self.tr("Find a ladder"), work, self._take)

    def _add_wishes(self) -> None:
        self.wishes, self.tiers = AimFields(self._aim), QSpinBox()
        most = self._study.question.replay.stacking.most_steps or MOST_TIERS
        self.tiers.setRange(1, min(most, MOST_TIERS))
        self.tiers.setValue(min(self._aim.most_tiers, most))
        self.tiers.setFixedWidth(_STEPS_PX)
        self.start = button(self.tr("Search"), primary=True)
        self.start.clicked.connect(self.search)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.wishes)
        text = self.tr("Steps at most")
        name = label(text, "caption")
        name.setBuddy(self.tiers)
        self.tiers.setAccessibleName(text)
        row.addWidget(name)
        row.addWidget(self.tiers)
        row.addStretch(1)
        row.addWidget(self.start)
        self.column.addLayout(row)

    def _add_foot(self) -> QWidget:
        note = self.tr(
            "Each ladder is held against none on the same orders; 80 % are intervals of the model. The margin floor "
            "holds in nine of ten draws."
        )
        self.column.addWidget(label(note, "caption", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.column.addLayout(row)
        return close

    def _say_before(self) -> None:
        study = self._study
        self.headline.setText(self.tr("Ladders of up to three steps are tried; “none” is one of the answers."))
        self.detail.setText(
            self.tr("{count} orders of {span}").format(
                count=formats.full(study.values.count), span=formats.span(study.values.first, study.values.last)
            )
        )

    def _stop(self) -> None:
        self._job.drop()
        self._running.hide()
        self.start.setEnabled(True)
        self._say_before()

    def _take(self, found: FoundLadders) -> None:
        self.found = found
        self._running.hide()
        self.start.setEnabled(True)
        self._clear()
        if not found.ladders or found.none_chance is None:
            self._say_unknown()
            return
        texts = chance_texts(
            {"": found.none_chance, **{ladder_text(one.ladder): chance for one, chance in found.ladders}}
        )
        self._say_answer(found, texts)
        heads = (
            self.tr("Ladder"),
            self.tr("best with chance"),
            self.tr("margin, yuan"),
            self.tr("sales, yuan"),
            self.tr("order value"),
            "",
        )
        for place, text in enumerate(heads):
            self._put(0, place, label(text, "caption"))
        self._grid.addWidget(rule(), 1, 0, 1, len(heads))
        self._put(2, 0, label(self.tr("None")))
        self._put(2, 1, label(texts[""]))
        for line, (one, _chance) in enumerate(found.ladders, start=3):
            self._add_row(line, one, texts[ladder_text(one.ladder)], is_best=one.ladder == found.best)
        QTimer.singleShot(0, self, self.grow)  # the rows are measured when they are shown

    def _say_unknown(self) -> None:
        aim = self.aim()
        needs_margin = aim.objective is Objective.PROFIT or aim.margin_floor is not None
        if self._study.terms.margin is None and needs_margin:
            self.headline.setText(self.tr("The margin is unknown: too many costs are missing."))
            self.detail.setText(self.tr("Import a cost list, or look for most sales without a margin floor."))
        else:
            self.headline.setText(self.tr("Too few orders to judge by; better none for now."))
            self.detail.setText(self.tr("A longer period above holds more of them."))

    def _say_answer(self, found: FoundLadders, texts: dict[str, str]) -> None:
        aim, tried = self.aim(), self.tr("{count} ladders tried.").format(count=formats.full(found.tried))
        is_profit = aim.objective is Objective.PROFIT
        if found.best is None:
            self.headline.setText(
                self.tr("No ladder pays surely enough: better none.")
                if is_profit
                else self.tr("No ladder surely brings more within what is wanted: better none.")
            )
            self.detail.setText(
                self.tr("None is best with a chance of {chance}. {tried}").format(chance=texts[""], tried=tried)
            )
            return
        name = ladder_text(found.best)
        if is_profit:
            self.headline.setText(self.tr("{ladder} pays in nine of ten draws.").format(ladder=name))
            self.detail.setText(tried)
            return
        self.headline.setText(
            self.tr("{ladder} fits best what is wanted: {aim}").format(ladder=name, aim=aim_text(aim))
        )
        better = next(one.better_chance for one, _chance in found.ladders if one.ladder == found.best)
        self.detail.setText(
            self.tr("More than none with a chance of {chance}. {tried}").format(
                chance=formats.percent(better, decimals=0), tried=tried
            )
        )

    def _add_row(self, line: int, one: LadderForecast, chance: str, *, is_best: bool) -> None:
        name = label(ladder_text(one.ladder))
        name.setFont(body_font(medium=is_best))
        self._put(line, 0, name)
        self._put(line, 1, label(chance))
        self._put(line, 2, _changed(one.change_profit))
        self._put(line, 3, _changed(one.change_revenue))
        self._put(line, 4, _changed(one.change_order_value, decimals=2))
        take = LinkButton(self.tr("As a candidate"))
        take.setAccessibleName(self.tr("Take {ladder} as a candidate").format(ladder=ladder_text(one.ladder)))
        take.clicked.connect(lambda: self._taken(one, take))
        self._grid.addWidget(take, line, 5)

    def _taken(self, one: LadderForecast, take: LinkButton) -> None:
        self.taken.emit(one.ladder)
        take.setEnabled(False)
        take.setText(self.tr("taken"))

    def _put(self, line: int, column: int, cell: QLabel) -> None:
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(cell, line, column)

    def _clear(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _changed(figure: Figure | None, *, decimals: int = 0) -> QLabel:
    """Return a change with its interval beneath."""
    if figure is None:
        return label(formats.UNKNOWN)
    low, middle, high = (
        formats.signed(value / 100, decimals=decimals) for value in (figure.low, figure.median, figure.high)
    )
    cell = label(f"{middle}\n{low} … {high}")
    cell.setFont(body_font(pixels=12))
    return cell
