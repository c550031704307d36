"""The view 设计: offers in stages, an exact cart, and what a ladder meets among real orders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from shopdesk.app.promotions.documents import OFFERS, put_offer, remove_offer, set_fields
from shopdesk.app.promotions.floors import ARTICLE_FLOORS, SHOP_FLOOR, floors_of
from shopdesk.app.promotions.stacking import STACKINGS, stacking_for, stacking_of
from shopdesk.domain.promotions.cart import Cart, CartLine
from shopdesk.domain.promotions.design import LADDERS, LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_offers import to_offers
from shopdesk.domain.promotions.ladder import amount_steps, near_below, new_offer
from shopdesk.domain.promotions.order_values import bins_for, reach
from shopdesk.domain.promotions.pricing import price_cart
from shopdesk.domain.promotions.result import PricedCart
from shopdesk.domain.promotions.stacking import Stacking
from shopdesk.ui import formats
from shopdesk.ui.charts.histogram import Threshold
from shopdesk.ui.context import UiContext
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.cart_card import CartState, cost_of
from shopdesk.ui.promotions.figures import CartItem, ShopFigures, shop_figures
from shopdesk.ui.promotions.goods_picker import GoodsPicker
from shopdesk.ui.promotions.layout import DesignLayout
from shopdesk.ui.promotions.result_card import ResultView

_PLATFORM_SETTING = "promotions.platform"
_SNAP_YUAN = 1.0
_STALE_DAYS = 7  # figures older than this: the page stands at their last day instead of today
_MANY_OFFERS = 200  # beyond them the trace leaves out those on other goods


class DesignView(DesignLayout):
    """Heavy figures come from a job; pricing one cart takes milliseconds and is done at once."""

    uses = frozenset(
        {"orders", "order_lines", "costs", OFFERS.name, STACKINGS.name, SHOP_FLOOR.name, ARTICLE_FLOORS.name}
    )

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._figures: ShopFigures | None = None
        self._current = ""
        self._cart: CartState | None = None
        self._example = -1
        self._job = LatestJob(context.jobs)
        self._priced: PricedCart | None = None
        self._connect()
        self._say()

    def refresh(self) -> None:
        """Show offers at once; compute goods and order values in a job where orders or the period changed."""
        workspace = self.context.workspace
        if workspace is None:
            return
        frames = tuple(workspace.frame(name) for name in ("orders", "order_lines", "costs"))
        period = self.context.period
        if self._job.is_news(frames, period):
            orders, lines, costs = frames
            self._job.start(
                self.tr("Order values"), lambda _context: shop_figures(orders, lines, costs, period), self._take
            )
        self._show_offers()

    def show_target(self, target: object) -> None:
        """Choose an offer by its id."""
        if isinstance(target, str) and target in self._offers():
            self._choose(target)

    def find_target(self) -> Any:
        """Return the grid that Ctrl+F searches."""
        return self.cart.view

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_offers()
            self._show_figures()
        super().changeEvent(event)

    # --- wiring

    def _connect(self) -> None:
        self.empty.triggered.connect(self.context.import_requested)
        self.list.chosen.connect(self._choose)
        self.strip.chosen.connect(self._choose)
        self.new.clicked.connect(self._offer_kinds)
        for kind, choice in self.start.choices.items():
            choice.clicked.connect(lambda _checked=False, kind=kind: self.add_offer(kind))
        self.designer.edited.connect(self._edit)
        self.designer.goods_wanted.connect(self._pick_scope)
        self.designer.remove_wanted.connect(self._remove)
        self.designer.copy_wanted.connect(self._copy)
        self.histogram.threshold_moved.connect(self._tier_moves)
        self.histogram.threshold_released.connect(self._tier_released)
        self.cart.changed.connect(self._set_cart)
        self.cart.goods_wanted.connect(self._pick_goods)
        self.cart.example_wanted.connect(self._take_example)
        self.platform.activated.connect(self._platform_chosen)

    # --- state

    def _offers(self) -> Mapping[str, OfferDesign]:
        workspace = self.context.workspace
        if workspace is None:
            return {}
        return {offer.offer_id: offer for offer in workspace.rows(OFFERS).values()}

    def _offer(self) -> OfferDesign | None:
        return self._offers().get(self._current)

    def _stacking(self) -> Stacking:
        workspace = self.context.workspace
        if workspace is None:
            return stacking_of("taobao")
        return stacking_for(workspace, workspace.store.setting(_PLATFORM_SETTING) or "taobao")

    def _today(self) -> date:
        services = self.context.services
        return services.today() if services is not None else datetime.now().astimezone().date()

    def _standpoint(self) -> date:
        """Return today, or the last day with figures where these are old, so that their offers are in view."""
        last, today = self.context.last_day, self._today()
        return today if last is None or (today - last).days <= _STALE_DAYS else last

    def _cart_day(self) -> date:
        day = self._standpoint()
        return day if day == self._today() else day + timedelta(days=1)

    def _take(self, figures: ShopFigures) -> None:
        self._figures = figures
        if self._cart is None or not self._cart.items:
            items = figures.examples[0] if figures.examples else ()
            self._example = 0 if items else -1
            self._cart = CartState(items, 0, self._cart_day())
        self._show_figures()

    # --- showing

    def _show_offers(self) -> None:
        offers, stacking = self._offers(), self._stacking()
        if self._current not in offers:
            telling = (key for key, offer in offers.items() if len(amount_steps(offer)) > 1)
            self._current = next(telling, next(iter(offers), ""))
        rows = list(offers.values())
        today = self._standpoint()
        self.list.set_offers(rows, stacking, current=self._current, today=today)
        self.strip.set_offers(rows, stacking, today=today, current=self._current, is_today=today == self._today())
        active = sum(offer.status is Status.ACTIVE for offer in rows)
        self.list_card.set_title(
            self.tr("Offers"), self.tr("{count} · in use {active}").format(count=len(rows), active=active)
        )
        overlaps = self.strip.overlaps()
        self.warning.setVisible(bool(overlaps))
        if overlaps:
            first, second, days = overlaps[0]
            self.warning.setText(
                self.tr("{first} and {second} overlap for {days} {days:day|days}: the better one counts.").format(
                    first=words.short_name(first.name), second=words.short_name(second.name), days=formats.full(days)
                )
            )
        self.platform.setCurrentIndex(max(0, self.platform.findData(stacking.platform)))
        self._show_design()
        self._price()
        self._show_state()

    def _show_design(self) -> None:
        offer = self._offer()
        self.designer.set_offer(offer, self._stacking())
        self.designer.setVisible(offer is not None)
        self.start.setVisible(offer is None)
        for widget in self.designer.header_fields():
            widget.setVisible(offer is not None)
        if offer is None:
            self.design_card.set_title(self.tr("What would move your orders?"), "")
        else:
            self.design_card.set_title(offer.name, words.summary(offer))
        self._show_tiers()

    def _show_figures(self) -> None:
        figures = self._figures
        if figures is None:
            return
        values = figures.values
        width, top = bins_for(values.values)
        self.histogram.set_values(
            values.values / 100,
            bin_width=width / 100,
            overflow=top / 100,
            value_name=self.tr("Order value, yuan"),
            count_name=self.tr("Orders"),
        )
        self.histogram_caption.setText(
            self.tr(
                "Order values · {span}, {count} {count:order|orders} · {width} yuan a bar · {basis} · median {median}"
            ).format(
                span=formats.span(values.first, values.last),
                count=formats.full(values.count),
                width=words.yuan(width),
                basis=words.basis_text(values.basis),
                median=formats.money_fen(values.median),
            )
            if values.count
            else self.tr("No paid orders in this period: choose another one above.")
        )
        self._show_tiers()
        self._price()
        self._show_state()

    def _show_state(self) -> None:
        figures = self._figures
        nothing = figures is not None and not figures.has_orders and not figures.goods and not self._offers()
        self._stack.setCurrentIndex(1 if nothing else 0)

    def _show_tiers(self) -> None:
        offer = self._offer()
        steps = amount_steps(offer)
        flags = [
            Threshold(
                minimum / 100, self.tr("{minimum} − {off}").format(minimum=words.yuan(minimum), off=words.yuan(off))
            )
            for minimum, off in steps
        ]
        self.histogram.set_thresholds(flags, snap=_SNAP_YUAN)
        self._write_reach([minimum for minimum, _ in steps])

    def _write_reach(self, minima: list[int]) -> None:
        figures, offer = self._figures, self._offer()
        if figures is None or offer is None or not minima or not figures.values.count:
            self.histogram.set_tier_texts(())
            return
        near = near_below(offer)
        found = reach(figures.values.values, [(minimum, 0) for minimum in minima], near=near)
        texts = [
            self.tr("step {step}: {count} {count:order|orders} there").format(
                step=place + 1, count=formats.full(step.reached)
            )
            for place, step in enumerate(found)
        ]
        texts.append(
            self.tr("within {near} below: {count}").format(
                near=words.yuan(near), count=formats.full(sum(step.near for step in found))
            )
        )
        self.histogram.set_tier_texts(texts)

    def _price(self) -> None:
        state = self._cart or CartState((), 0, self._cart_day())
        stacking, offers = self._stacking(), self._offers()
        costs = {}
        if self._figures is not None:
            costs = {goods.sku: goods.unit_cost for goods in self._figures.goods}
        floors = floors_of(self.context.workspace, costs) if self.context.workspace is not None else {}
        cart = Cart(
            tuple(
                CartLine(str(i), item.sku, item.price, item.quantity, floor=floors.get(item.sku))
                for i, item in enumerate(state.items)
            ),
            state.shipping,
        )
        skus = {item.sku for item in state.items} if len(offers) > _MANY_OFFERS else None
        priced = price_cart(
            cart,
            to_offers(offers.values(), stacking, skus=skus),
            stacking.policy(),
            day=state.day,
        )
        self._priced = priced
        names = {offer.offer_id: words.short_name(offer.name) for offer in offers.values()}
        self.cart.set_cart(state, priced, names, costs)
        offer, figures = self._offer(), self._figures
        if figures is None:
            return
        near = near_below(offer)
        self.result.show_view(
            ResultView(
                priced,
                names,
                {key: value.shop_percent for key, value in offers.items()},
                cost_of(state, costs),
                offer,
                reach(figures.values.values, amount_steps(offer), near=near),
                near,
                figures.values,
            )
        )

    # --- doing

    def _choose(self, offer_id: str) -> None:
        if offer_id != self._current:
            self._current = offer_id
            QTimer.singleShot(0, self, self._show_offers)

    def _offer_kinds(self) -> None:
        menu = QMenu(self)
        for kind in OfferKind:
            menu.addAction(words.kind_name(kind), lambda kind=kind: self.add_offer(kind))
        menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    def add_offer(self, kind: OfferKind) -> OfferDesign:
        """Add an offer of a kind with round first figures near what orders are worth."""
        median = self._figures.values.median if self._figures is not None else None
        name = self._free_name(words.kind_name(kind))
        stage = self._stacking().stage_of(kind)
        offer = new_offer(uuid4().hex, kind, name, median=median, start=self._cart_day(), stage=stage)
        self._current = offer.offer_id
        self._push(put_offer(offer), self.tr("Add {name}").format(name=offer.name), offer.offer_id)
        return offer

    def _free_name(self, base: str) -> str:
        taken = {offer.name for offer in self._offers().values()}
        return next(name for name in (base, *(f"{base} {i}" for i in range(2, 10_000))) if name not in taken)

    def _edit(self, fields: dict[str, Any], name: str) -> None:
        offer = self._offer()
        if offer is None:
            return
        kind = fields.get("kind")
        if kind in LADDERS and not offer.steps:
            fields = {**fields, "steps": (LadderStep(10_000, 500),)}
        self._push(set_fields(offer, **fields), name, offer.offer_id)

    def _remove(self) -> None:
        offer = self._offer()
        if offer is not None:
            self._push(remove_offer(offer), self.tr("Remove {name}").format(name=offer.name), offer.offer_id)

    def _copy(self) -> None:
        offer = self._offer()
        if offer is None:
            return
        twin = replace(offer, offer_id=uuid4().hex, name=self._free_name(offer.name), status=Status.DRAFT)
        self._current = twin.offer_id
        self._push(put_offer(twin), self.tr("Copy {name}").format(name=offer.name), twin.offer_id)

    def _push(self, change: Any, name: str, offer_id: str) -> None:
        self.context.push(change, name, reveal=lambda: self._reveal(offer_id))

    def _reveal(self, offer_id: str) -> None:
        self._current = offer_id
        self.context.page_requested.emit("promotions", offer_id)
        self._show_offers()

    def _tier_moves(self, place: int, value: float) -> None:
        minima = [minimum for minimum, _ in amount_steps(self._offer())]
        if place < len(minima):
            minima[place] = round(value * 100)
            self._write_reach(minima)

    def _tier_released(self, place: int, value: float) -> None:
        offer = self._offer()
        if offer is None:
            return
        minimum = round(value * 100)
        if offer.kind in LADDERS and place < len(offer.steps):
            self.designer.move_step(place, replace(offer.steps[place], minimum=minimum))
        elif minimum != offer.threshold:
            self._edit({"threshold": minimum}, f"{offer.name} · {words.yuan(offer.threshold)} → {words.yuan(minimum)}")

    def _set_cart(self, state: CartState) -> None:
        self._cart = state
        self._price()

    def _pick_goods(self) -> None:
        if self._figures is None or self._cart is None:
            return
        dialog = GoodsPicker(self._figures.goods, parent=self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        known = self._figures.goods_by_sku()
        added = tuple(
            CartItem(goods.sku, goods.title, goods.list_price or 0, 1)
            for goods in (known[sku] for sku in dialog.picked())
        )
        self._set_cart(replace(self._cart, items=self._cart.items + added))

    def _pick_scope(self) -> None:
        offer = self._offer()
        if offer is None or self._figures is None:
            return
        dialog = GoodsPicker(self._figures.goods, offer.skus, may_all=True, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            name = self.tr("{name} · goods").format(name=offer.name)
            self._push(set_fields(offer, skus=dialog.picked()), name, offer.offer_id)

    def _take_example(self) -> None:
        figures = self._figures
        if figures is None or not figures.examples or self._cart is None:
            self.context.message.emit(self.tr("No order lines are imported yet."))
            return
        self._example = (self._example + 1) % len(figures.examples)
        self._set_cart(replace(self._cart, items=figures.examples[self._example]))

    def _platform_chosen(self) -> None:
        workspace = self.context.workspace
        if workspace is not None:
            workspace.store.set_setting(_PLATFORM_SETTING, str(self.platform.currentData()))
            self._show_offers()
