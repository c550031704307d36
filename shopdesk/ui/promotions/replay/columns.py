"""The columns of the tables, with their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject

from shopdesk.ui import formats
from shopdesk.ui.grid import MISSING, Column, Kind, Row
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.replay import wording
from shopdesk.ui.promotions.replay.frames import CANDIDATE, CHANGE, COMPARED, HAPPENED, PRICED, TODAY, LeftOut, Shown
from shopdesk.ui.theme import tokens

_MONEY_PX: Final = 92
_COUNT_PX: Final = 64
_GOOD_UP: Final = frozenset({"revenue", "income", "margin", "margin_rate", "order_value"})
_FEN: Final = 100.0


class ReplayColumns(QObject):
    """Asked again whether a candidate is there; ``shown`` names offers and candidates."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None

    # --- totals

    def totals(self) -> tuple[Column, ...]:
        """Return a figure a column, with changes signed."""
        scenario = Column(
            name="scenario",
            title=lambda: self.tr("Scenario"),
            width=152,
            grow=1,
            emphasis=True,
            text=lambda row: wording.row_name(row["scenario"], self.shown) if self.shown is not None else "",
        )
        return (scenario, *(self._total(*given) for given in self._total_heads()))

    def _total_heads(self) -> tuple[tuple[str, Callable[[], str], Kind, int], ...]:
        return (
            ("orders", lambda: self.tr("Orders"), Kind.INT, 64),
            ("items", lambda: self.tr("Units"), Kind.INT, 60),
            ("goods", lambda: self.tr("Goods"), Kind.MONEY_FEN, 92),
            ("shop_off", lambda: self.tr("Discounts"), Kind.MONEY_FEN, 84),
            ("platform_off", lambda: self.tr("Platform's"), Kind.MONEY_FEN, 84),
            ("gift_cost", lambda: self.tr("Gifts"), Kind.MONEY_FEN, 72),
            ("revenue", lambda: self.tr("Paid"), Kind.MONEY_FEN, 92),
            ("refunded", lambda: self.tr("Refunds"), Kind.MONEY_FEN, 80),
            ("income", lambda: self.tr("Income"), Kind.MONEY_FEN, 92),
            ("margin", lambda: self.tr("Margin"), Kind.MONEY_FEN, 88),
            ("margin_rate", lambda: self.tr("Margin %"), Kind.PERCENT, 76),
            ("order_value", lambda: self.tr("Order value"), Kind.MONEY_FEN, 92),
            ("items_per_order", lambda: self.tr("Units/order"), Kind.FLOAT, 92),
        )

    def _total(self, name: str, title: Callable[[], str], kind: Kind, width: int) -> Column:
        return Column(
            name=name,
            title=title,
            kind=kind,
            width=width,
            visible=name != "items",  # the same in every row: units an order say it
            additive=False,
            text=lambda row: _total_text(row, name, kind),
            color=lambda row: _tone(row[name]) if row["scenario"] == CHANGE and name in _GOOD_UP else None,
            help=self._help_of(name),
        )

    def _help_of(self, name: str) -> Callable[[], str] | None:
        texts: dict[str, Callable[[], str]] = {
            "goods": lambda: self.tr(
                "At the prices before these offers; where an offer of today makes an item's price, at the shelf price"
            ),
            "shop_off": lambda: self.tr("The shop's part of all discounts, postage that it bears among them"),
            "platform_off": lambda: self.tr("The platform's part of the discounts"),
            "gift_cost": lambda: self.tr("What gifts cost the shop"),
            "revenue": lambda: self.tr("What buyers pay, with postage"),
            "refunded": lambda: self.tr("The same share of each order goes back as did in fact"),
            "income": lambda: self.tr("Paid, and the platform's part of the discounts"),
            "margin": lambda: self.tr(
                "Income less refunds, costs of the goods and gifts; empty where a cost is unknown. The change is "
                "known all the same: the same goods are sold."
            ),
            "margin_rate": lambda: self.tr("Margin over income after refunds"),
        }
        return texts.get(name)

    # --- weeks and customers

    def weeks(self) -> tuple[Column, ...]:
        """Return the columns of the weeks."""
        first = Column(
            name="week",
            title=lambda: self.tr("Week from"),
            kind=Kind.DATE,
            width=156,
            emphasis=True,
            text=self._week_text,
        )
        return (first, *self._compared(self._week_shows))

    def _week_text(self, row: Row) -> str:
        week = row["week"]
        if week is None:
            return MISSING
        day = f"{week:%Y-%m-%d}"
        return self.tr("{day} (part)").format(day=day) if row["part"] else day

    def customers(self) -> tuple[Column, ...]:
        """Return the columns of the kinds of customers."""
        first = Column(
            name="group",
            title=lambda: self.tr("Customers"),
            width=140,
            grow=1,
            emphasis=True,
            text=lambda row: wording.group_name(row["group"]),
            help=lambda: self.tr("New: no earlier order in the files, of any period"),
        )
        return (first, *self._compared(self._customer_shows))

    def _week_shows(self, figure: str, scenario: str) -> bool:
        """Beside the chart there is room for what it draws; the rest stands in the choice of columns."""
        return figure == ("margin" if self._has_margin() else "revenue") or (figure, scenario) == ("margin", CHANGE)

    def _customer_shows(self, figure: str, scenario: str) -> bool:
        if figure == "margin" or not self._has_margin():
            return figure != "margin" or self._has_margin() or scenario == CHANGE
        return scenario != CHANGE if figure == "off" else scenario == self._priced()[-1]

    def _has_margin(self) -> bool:
        return self.shown is None or self.shown.has_margin

    def _compared(self, shows: Callable[[str, str], bool]) -> tuple[Column, ...]:
        shown = self.shown
        two = shown is not None and not shown.has_candidate
        scenarios = (HAPPENED, TODAY, CHANGE) if two else (HAPPENED, TODAY, CANDIDATE, CHANGE)
        orders = Column(name="orders", title=lambda: self.tr("Orders"), kind=Kind.INT, width=_COUNT_PX)
        refunded = Column(
            name="refunded",
            title=lambda: self.tr("Refunds"),
            kind=Kind.MONEY_FEN,
            decimals=0,
            width=72,
            visible=False,
        )
        figures = (
            self._figure(figure, scenario, visible=shows(figure, scenario))
            for figure in COMPARED
            for scenario in scenarios
        )
        return (orders, *figures, refunded)

    def _figure(self, figure: str, scenario: str, *, visible: bool) -> Column:
        titles: dict[str, Callable[[], str]] = {
            "revenue": lambda: self.tr("Paid"),
            "off": lambda: self.tr("Discounts"),
            "margin": lambda: self.tr("Margin"),
        }
        is_change = scenario == CHANGE
        name = f"{figure}_{scenario}"
        return Column(
            name=name,
            title=titles[figure],
            unit=lambda: wording.scenario_name(scenario),
            kind=Kind.MONEY_FEN,
            decimals=0,
            width=84,
            grow=1,
            signed=is_change,
            visible=visible,
            color=(lambda row: _tone(row[name])) if is_change and figure in _GOOD_UP else None,
        )

    # --- offers and steps

    def offers(self) -> tuple[Column, ...]:
        """Return the columns of the offers."""
        return (
            self._offer(),
            Column(
                name="kind",
                title=lambda: self.tr("Kind"),
                width=120,
                text=lambda row: self._of(row["offer"], lambda design: words.kind_name(design.kind)),
            ),
            Column(
                name="payer",
                title=lambda: self.tr("Borne by"),
                width=76,
                text=lambda row: self._of(row["offer"], wording.payer_text),
            ),
            *(column for scenario in self._priced() for column in self._offer_part(scenario)),
        )

    def _offer_part(self, scenario: str) -> tuple[Column, ...]:
        def money(part: str, title: Callable[[], str]) -> Column:
            return Column(
                name=f"{part}_{scenario}",
                title=title,
                unit=lambda: wording.scenario_name(scenario),
                kind=Kind.MONEY_FEN,
                width=92,
            )

        return (
            self._count("orders", scenario),
            money("shop", lambda: self.tr("Shop")),
            money("platform", lambda: self.tr("Platform")),
            *([money("gift", lambda: self.tr("Gifts"))] if self.shown is None or self.shown.has_gifts else []),
        )

    def tiers(self) -> tuple[Column, ...]:
        """Return the columns of the steps."""
        step = Column(
            name="step",
            title=lambda: self.tr("Step"),
            kind=Kind.CUSTOM,  # a sheet takes its words too: fen or units would be mistaken
            width=120,
            sort_value=lambda minimum: minimum,
            text=lambda row: wording.step_text(self._design(row["offer"]), row["step"]),
        )
        return (self._offer(), step, *(column for one in self._priced() for column in self._tier_part(one)))

    def _tier_part(self, scenario: str) -> tuple[Column, ...]:
        return (
            self._count("orders", scenario),
            Column(
                name=f"share_{scenario}",
                title=lambda: self.tr("Of all orders"),
                unit=lambda: wording.scenario_name(scenario),
                kind=Kind.PERCENT,
                decimals=1,
                width=110,
            ),
            Column(
                name=f"taken_{scenario}",
                title=lambda: self.tr("Takes off"),
                unit=lambda: wording.scenario_name(scenario),
                kind=Kind.MONEY_FEN,
                width=110,
            ),
        )

    def _count(self, part: str, scenario: str) -> Column:
        return Column(
            name=f"{part}_{scenario}",
            title=lambda: self.tr("Orders"),
            unit=lambda: wording.scenario_name(scenario),
            kind=Kind.INT,
            additive=False,
            width=92,
        )

    def _offer(self) -> Column:
        return Column(
            name="offer",
            title=lambda: self.tr("Offer"),
            width=144,
            grow=1,
            emphasis=True,
            text=lambda row: self._of(row["offer"], lambda design: design.name),
        )

    # --- orders

    def thin(self) -> tuple[Column, ...]:
        """Return the columns of the orders that leave least."""
        found = (
            *self._order_columns(),
            Column(
                name="group",
                title=lambda: self.tr("Customer"),
                width=132,
                text=lambda row: wording.group_name(row["group"]),
            ),
            self._money("value", lambda: self.tr("Goods")),
            self._money("off", lambda: self.tr("Offers take")),
            self._money("revenue", lambda: self.tr("Paid")),
            self._money("margin", lambda: self.tr("Margin"), toned=True),
            Column(
                name="margin_rate",
                title=lambda: self.tr("Of the payment"),
                kind=Kind.PERCENT,
                decimals=1,
                width=92,
            ),
        )
        if self.shown is None or not self.shown.has_candidate:
            return found
        return (
            *found,
            self._money("margin_today", lambda: self.tr("Margin today")),
            self._money("change", lambda: self.tr("Change"), signed=True),
        )

    def refunds(self) -> tuple[Column, ...]:
        """Return the columns of the orders of which money went back."""
        return (
            *self._order_columns(),
            self._money("paid", lambda: self.tr("Paid")),
            self._money("refunded", lambda: self.tr("Went back")),
            Column(name="share", title=lambda: self.tr("Share"), kind=Kind.PERCENT, decimals=1, width=84),
            *(self._would_go_back(scenario) for scenario in self._priced()),
        )

    def _would_go_back(self, scenario: str) -> Column:
        return Column(
            name=f"refunded_{scenario}",
            title=lambda: self.tr("Would go back"),
            unit=lambda: wording.scenario_name(scenario),
            kind=Kind.MONEY_FEN,
            width=140,
        )

    def _order_columns(self) -> tuple[Column, ...]:
        return (
            Column(name="order", title=lambda: self.tr("Order"), width=190, grow=1, emphasis=True),
            Column(name="day", title=lambda: self.tr("Day"), kind=Kind.DATE, width=96),
        )

    def _money(self, name: str, title: Callable[[], str], *, signed: bool = False, toned: bool = False) -> Column:
        return Column(
            name=name,
            title=title,
            kind=Kind.MONEY_FEN,
            width=104,
            signed=signed,
            color=(lambda row: tokens().down_text if (row[name] or 0) < 0 else None) if toned else None,
        )

    # --- what was left out

    def left_out(self) -> tuple[Column, ...]:
        """Return the columns of what was done with orders that can't be taken as they are."""
        return (
            Column(
                name="what",
                title=lambda: self.tr("What"),
                width=220,
                emphasis=True,
                text=lambda row: wording.left_out_name(row["what"]),
            ),
            Column(name="count", title=lambda: self.tr("Orders"), kind=Kind.INT, width=84, additive=False),
            Column(
                name="share",
                title=lambda: self.tr("Share"),
                kind=Kind.CUSTOM,
                width=120,
                text=_share_text,
                sort_value=lambda share: share,
                right=True,
            ),
            Column(
                name="why",
                title=lambda: self.tr("What that means"),
                width=420,
                grow=3,
                text=lambda row: wording.left_out_why(row["what"]),
            ),
        )

    def _priced(self) -> tuple[str, ...]:
        return PRICED if self.shown is None or self.shown.has_candidate else (TODAY,)

    def _design(self, offer_id: str) -> Any:
        return self.shown.designs.get(offer_id) if self.shown is not None else None

    def _of(self, offer_id: str, text: Callable[[Any], str]) -> str:
        design = self._design(offer_id)
        return offer_id if design is None else text(design)


def _total_text(row: Row, name: str, kind: Kind) -> str:
    value, signed = row[name], row["scenario"] == CHANGE
    if value is None:
        return MISSING
    match kind:
        case Kind.PERCENT:
            return formats.signed(_FEN * value, decimals=2) if signed else f"{_FEN * value:.2f}"
        case Kind.MONEY_FEN:
            return formats.signed(value / _FEN, decimals=2) if signed else formats.money_fen(value)
        case Kind.FLOAT:
            return formats.signed(value, decimals=2) if signed else f"{value:.2f}"
        case _:
            return formats.signed(value) if signed else formats.full(value)


def _share_text(row: Row) -> str:
    if row["what"] == LeftOut.IDENTITY:
        return wording.identity_text(row["share"])
    return MISSING if row["share"] is None else f"{_FEN * row['share']:.1f}"


def _tone(value: float | None) -> str | None:
    if not value:
        return None
    return tokens().up_text if value > 0 else tokens().down_text
