"""The right of the tab: the forecast, and behind a link what stands behind the selected cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from shopdesk.app.bidding.sources import TableSource
from shopdesk.domain.bidding.forecast.model import Answer
from shopdesk.ui import formats
from shopdesk.ui.bidding.evidence_card import EvidenceCard
from shopdesk.ui.bidding.forecast.card import ForecastPanel
from shopdesk.ui.bidding.forecast.notes import foreign_text, note_texts, source_lines
from shopdesk.ui.bidding.forecast.state import Compared, ForecastState, WhatIf
from shopdesk.ui.bidding.forecast.words import named
from shopdesk.ui.bidding.view import BiddingState
from shopdesk.ui.cards import Card, LinkButton

SIDE_PX = 280


class Side(QStackedWidget):
    """Two cards of which one is shown; each has the way to the other in its header."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: BiddingState | None = None
        self._sources: tuple[TableSource, ...] = ()
        self.setFixedWidth(SIDE_PX)
        self.card = Card("…", padding=0)
        self.panel = ForecastPanel()
        self.card.body.addWidget(self.panel)
        self.evidence = EvidenceCard()
        self.to_evidence, self.to_forecast = LinkButton(), LinkButton()
        self.card.add_action(self.to_evidence)
        self.evidence.add_action(self.to_forecast)
        self.addWidget(self.card)
        self.addWidget(self.evidence)
        self.to_evidence.clicked.connect(lambda: self.setCurrentWidget(self.evidence))
        self.to_forecast.clicked.connect(lambda: self.setCurrentWidget(self.card))
        self._write()

    def show_plan(self, state: BiddingState, sources: tuple[TableSource, ...]) -> None:
        """Show the forecast of the chosen plan; ``sources`` are the files behind it."""
        self._state, self._sources = state, sources
        self._write()
        self.panel.show_state(self._forecast_state(state))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.show_plan(self._state, self._sources)
        super().changeEvent(event)

    def _write(self) -> None:
        self.to_evidence.setText(self.tr("Evidence ›"))
        self.to_forecast.setText(self.tr("‹ Forecast"))
        self.card.set_title(self.tr("Forecast"), self._days_text())

    def _days_text(self) -> str:
        outlook = self._state.outlook if self._state is not None else None
        if outlook is None or outlook.forecast is None or outlook.study.record.last is None:
            return ""
        first = outlook.study.record.last + timedelta(days=1)
        return formats.span(first, first + timedelta(days=outlook.forecast.days - 1))

    def _forecast_state(self, state: BiddingState) -> ForecastState:
        outlook, plan = state.outlook, state.shown.plan
        if outlook is None or plan is None:
            return ForecastState(is_busy=state.is_working, has_plan=plan is not None)
        study = outlook.study
        reported = study.library.margin.share if study.library.margin is not None else None
        stated = outlook.settings.margin if outlook.settings.margin == outlook.settings.margin else None
        days = study.record.days
        known = len(days.days) if days is not None else 0
        spent = float(days.cost.sum()) if days is not None else 0.0
        clicks = float(days.clicks.sum()) if days is not None else 0.0
        made = outlook.forecast
        if made is not None:
            places = study.record.places
            made = replace(made, drivers=named(made.drivers, lambda key: places[key].word if key in places else key))
        return ForecastState(
            forecast=made,
            curve=outlook.curve,
            compared=Compared.PROPOSAL if outlook.is_of_proposal else Compared.EDIT,
            what_if=WhatIf(
                daily_budget=plan.daily_budget,
                most_cpc=plan.most_cpc,
                strength=plan.strength,
                margin=None if stated == reported else stated,
                reported_margin=reported,
                usual_spend=spent / known if known else None,
                usual_cpc=spent / clicks if clicks else None,
            ),
            notes=(*note_texts(study.notes), *([foreign_text()] if study.abroad else [])),
            behind=source_lines(self._sources),
            can_take=outlook.can_take,
            is_busy=state.is_working,
            is_doubtful=outlook.promise is not None and outlook.promise.answer in (Answer.KEEP, Answer.CANNOT_TELL),
            alone=outlook.alone,
        )
