"""Where the pieces of the view 设计 stand, and what the fixed ones say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from shopdesk.app.promotions.stacking import stackings
from shopdesk.ui.bidding.scrolled import scrolled
from shopdesk.ui.cards import Card, ElidedLabel, EmptyState, label
from shopdesk.ui.charts.histogram import Histogram
from shopdesk.ui.context import UiContext
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.alarm import AlarmBand
from shopdesk.ui.promotions.calendar_strip import CalendarStrip
from shopdesk.ui.promotions.candidate_switch import CandidateSwitch
from shopdesk.ui.promotions.cart_card import CartCard
from shopdesk.ui.promotions.designer import Designer
from shopdesk.ui.promotions.offer_list import OfferList
from shopdesk.ui.promotions.result.card import ResultCard
from shopdesk.ui.promotions.stacking.opener import RulesButton
from shopdesk.ui.promotions.start_row import StartRow
from shopdesk.ui.promotions.view import OffersView
from shopdesk.ui.tokens import GUTTER_PX

LIST_PX = 240
RESULT_PX = 300
LEFT_PX = 880
HISTOGRAM_PX = 120
CART_PX = 152  # header, two lines and the total


class DesignLayout(OffersView):
    """The widgets of the view: strip above list, designer and cart; results at the right."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._build()

    def _build(self) -> None:
        self.strip_card = Card(padding=0)
        self.strip = CalendarStrip()
        self.strip_card.body.addWidget(self.strip)
        self.list_card = Card("…", padding=0)
        self.list = OfferList()
        self.new = QPushButton()
        self.new.setProperty("small", True)
        self.list_card.add_action(self.new)
        self.platform = QComboBox()
        self.platform.setProperty("small", True)
        for name in stackings():
            self.platform.addItem(name, name)
        self.rules = RulesButton()
        self.list_card.body.addWidget(self.list, 1)
        self.warning = AlarmBand(self.context)
        holder = QHBoxLayout()
        holder.setContentsMargins(8, 4, 8, 0)
        holder.addWidget(self.warning)
        self.list_card.body.addLayout(holder)
        self.list_card.body.addWidget(self._platform_row())
        self.design_card = Card("…")
        self.designer = Designer()
        self.candidates = CandidateSwitch()
        self.design_card.add_action(self.candidates)
        self.finder_button = QPushButton()
        self.finder_button.setProperty("small", True)
        self.design_card.add_action(self.finder_button)
        for widget in self.designer.header_fields():
            self.design_card.add_action(widget)
        self.start = StartRow()
        self.none_text = label("", "secondary", wrap=True)
        self.histogram = Histogram()
        self.histogram_caption = ElidedLabel()
        self.histogram_caption.setProperty("role", "caption")
        self.histogram.setMinimumSize(260, HISTOGRAM_PX)
        self.design_card.body.setSpacing(4)
        self.design_card.body.setContentsMargins(12, 8, 12, 6)
        self.design_card.body.addWidget(self.designer)
        self.design_card.body.addWidget(self.start)
        self.design_card.body.addWidget(self.none_text)
        self.design_card.body.addWidget(self.histogram_caption)
        self.design_card.body.addWidget(self.histogram, 1)
        self.cart = CartCard()
        self.cart.setMinimumHeight(CART_PX)
        self.result = ResultCard()
        self._lay_out()

    def place_caption(self, *, in_form: bool) -> None:
        """Put the caption of the histogram beside the last fields of the form, else on a line of its own."""
        caption = self.histogram_caption
        yields = QSizePolicy.Policy.Ignored if in_form else QSizePolicy.Policy.Preferred
        caption.setSizePolicy(yields, QSizePolicy.Policy.Preferred)
        middle = Qt.AlignmentFlag.AlignVCenter
        caption.setAlignment(middle | (Qt.AlignmentFlag.AlignRight if in_form else Qt.AlignmentFlag.AlignLeft))
        if in_form:
            self.designer.last_row.addWidget(caption, 1)
        else:
            body = self.design_card.body
            body.insertWidget(body.indexOf(self.histogram), caption)

    def _platform_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 4, 12, 8)
        line.addWidget(self.rules)
        line.addWidget(self.platform, 1)
        return row

    def _lay_out(self) -> None:
        content = QWidget()
        left = QVBoxLayout(content)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GUTTER_PX)
        left.addWidget(self.strip_card)
        row = QHBoxLayout()
        row.setSpacing(GUTTER_PX)
        self.list_card.setFixedWidth(LIST_PX)
        row.addWidget(self.list_card)
        centre = QVBoxLayout()
        centre.setSpacing(GUTTER_PX)
        centre.addWidget(self.design_card, 3)
        centre.addWidget(self.cart, 1)
        row.addLayout(centre, 1)
        left.addLayout(row, 1)
        page = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GUTTER_PX)
        outer.addWidget(scrolled(content, least_width=LEFT_PX), 1)
        self.result.setFixedWidth(RESULT_PX)
        self.result.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        outer.addWidget(self.result)
        self.empty = EmptyState(icon="promotions")
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(page)
        self._stack.addWidget(self.empty)

    def _say(self) -> None:
        """Write the texts that stay the same, in the language of now."""
        for place in range(self.platform.count()):
            self.platform.setItemText(place, words.platform_name(str(self.platform.itemData(place))))
        self.platform.setAccessibleName(self.tr("Stacking rules of the platform"))
        self.new.setText(self.tr("＋ New"))
        self.finder_button.setText(self.tr("Find a ladder…"))
        self.finder_button.setToolTip(self.tr("Search the ladder that brings most, or learn that none does"))
        self.none_text.setText(
            self.tr("None of these candidates: today's offers stay as they are, in the cart and in every view.")
        )
        self.list.setAccessibleName(self.tr("Offers by layer"))
        self.histogram.set_name(self.tr("Order values"))
        self.empty.set_texts(
            self.tr("Import order files and a cost list: offers are tried on real orders, to the fen."),
            self.tr("Import files…"),
        )
