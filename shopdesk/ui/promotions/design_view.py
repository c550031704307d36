"""The view 设计: offers in stages, candidates of a campaign on real orders, an exact cart, and whether it pays.

Longer than a module should be, because every gesture of the view ends here: what it looks at is in ``design_state``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from shopdesk.app.promotions.candidates import (
    MOST_CANDIDATES,
    NO_CANDIDATE,
    add_candidate,
    letter,
    rivals,
)
from shopdesk.app.promotions.documents import put_offer, remove_offer, set_fields
from shopdesk.app.promotions.floors import ARTICLE_FLOORS, SHOP_FLOOR, floors_of
from shopdesk.app.promotions.stacking import PLATFORM_CHOICES, choose_platform
from shopdesk.domain.promotions.compared import NONE
from shopdesk.domain.promotions.design import LADDERS, LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.ladder import is_amount_ladder, new_offer
from shopdesk.domain.promotions.ladders.record import Ladder
from shopdesk.ui import formats
from shopdesk.ui.context import UiContext
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.promotions import words
from shopdesk.ui.promotions.asking import Asking
from shopdesk.ui.promotions.cart_desk import CartDesk
from shopdesk.ui.promotions.design_state import DesignState
from shopdesk.ui.promotions.figures import CartOrder, ShopFigures, shop_figures
from shopdesk.ui.promotions.goods_picker import GoodsPicker
from shopdesk.ui.promotions.ladder_picture import LadderPicture
from shopdesk.ui.promotions.result.state import ResultState
from shopdesk.ui.promotions.study_desk import DOCUMENTS, StudyDesk
from shopdesk.ui.promotions.terms_dialog import TermsDialog


class DesignView(DesignState):
    """Heavy figures come from jobs; ``export_wanted`` asks for the sheet of an offer's campaign by the offer's id."""

    uses = frozenset(
        {
            "orders",
            "order_lines",
            "costs",
            "refunds",
            "item_daily",
            *(documents.name for documents in (*DOCUMENTS, PLATFORM_CHOICES, SHOP_FLOOR, ARTICLE_FLOORS)),
        }
    )
    export_wanted = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._job = LatestJob(context.jobs, self)
        self.desk = StudyDesk(context, self)
        self.picture = LadderPicture(self.histogram, self.histogram_caption, self.desk)
        self.cart_desk = CartDesk(self.cart, self)
        self._connect()
        self._say()

    def refresh(self) -> None:
        """Show offers at once; compute goods and order values in a job where orders or the period changed."""
        workspace = self.context.workspace
        if workspace is None:
            return
        frames = tuple(workspace.frame(name) for name in ("orders", "order_lines", "costs", "item_daily"))
        period = self.context.period
        if self._job.is_news(frames, period):
            orders, lines, costs, items = frames
            self._job.start(
                self.tr("Order values"), lambda _context: shop_figures(orders, lines, costs, items, period), self._take
            )
        self._show_offers()

    def show_target(self, target: object) -> None:
        """Choose an offer by its id, or put an order into the test cart."""
        if isinstance(target, CartOrder):
            offer = self._offer()
            in_use = offer is not None and offer.status is Status.ACTIVE
            self._choose(target.offer_id or self._current, counts=bool(target.offer_id) or in_use)
            self.cart_desk.put(target)
        elif isinstance(target, str) and target in self._offers():
            self._choose(target)

    def find_target(self) -> Any:
        """Return the grid that Ctrl+F searches."""
        return self.cart.view

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.picture.retranslate()
            self._show_offers()
        super().changeEvent(event)

    # --- wiring

    def _connect(self) -> None:
        self.empty.triggered.connect(self.context.import_requested)
        self.context.workspace_replaced.connect(self._forget)
        self.desk.ready.connect(self._show_study)
        self.list.chosen.connect(self._choose)
        self.warning.wanted.connect(lambda: self.wanted.emit("checks", self._current if self._counts else ""))
        self.strip.chosen.connect(self._choose)
        self.new.clicked.connect(self._offer_kinds)
        for kind, choice in self.start.choices.items():
            choice.clicked.connect(lambda _checked=False, kind=kind: self.add_offer(kind))
        self.candidates.chosen.connect(self._choose_candidate)
        self.candidates.add_wanted.connect(self.add_rival)
        self.designer.edited.connect(self._edit)
        self.designer.goods_wanted.connect(lambda: self._pick_goods("skus"))
        self.designer.get_goods_wanted.connect(lambda: self._pick_goods("get_skus"))
        self.designer.terms_wanted.connect(self._change_terms)
        self.designer.remove_wanted.connect(self._remove)
        self.designer.copy_wanted.connect(self._copy)
        self.histogram.threshold_released.connect(self._tier_released)
        self.cart.example_wanted.connect(self._take_example)
        self.cart.paste_wanted.connect(self._paste_goods)
        self.platform.activated.connect(self._platform_chosen)
        self.rules.clicked.connect(self._edit_rules)
        self.result.decided.connect(self.decide)
        self.result.export_wanted.connect(lambda: self.export_wanted.emit(self._current))
        self.asking = Asking(self)
        self.finder_button.clicked.connect(self.asking.find_ladder)
        self.result.assumptions_wanted.connect(self.asking.change_belief)
        self.result.costs_wanted.connect(self.asking.mend_costs)
        self.result.compare_wanted.connect(self.asking.compare)

    # --- state

    def _take(self, figures: ShopFigures) -> None:
        self._figures = figures
        self.designer.set_goods(figures.goods)
        self.cart_desk.take_figures(figures, self._cart_day())
        if self.desk.study is None or self.desk.is_busy:
            self.picture.show_values(figures.values)  # the study's values, after offers on articles, follow
        self._price()
        self._show_state()

    def _forget(self) -> None:
        self.desk.forget()
        self.warning.forget()
        self._figures, self._current, self._counts, self._earlier = None, "", True, []
        self.cart_desk.state = None

    # --- showing

    def _show_offers(self) -> None:
        offers, stacking = self._offers(), self._stacking()
        self._settle_choice(offers)
        rows = list(offers.values())
        day = self._standpoint()
        self.list.set_offers(rows, stacking, current=self._current, today=day)
        is_today = day == self.context.today()
        self.strip.set_offers(rows, stacking, today=day, current=self._current, is_today=is_today)
        active = sum(offer.status is Status.ACTIVE for offer in rows)
        self.list_card.set_title(
            self.tr("Offers"), self.tr("{count} · in use {active}").format(count=len(rows), active=active)
        )
        self._show_warning()
        self.platform.setCurrentIndex(max(0, self.platform.findData(stacking.platform)))
        self.desk.ask(self._offer(), stacking)
        self.warning.ask(rows, stacking, today=self._cart_day(), candidate=self._current if self._counts else "")
        self._show_design()
        self._price()
        self._show_study()
        self._show_state()

    def _show_warning(self) -> None:
        overlaps = self.strip.overlaps()
        text = ""
        if overlaps:
            first, second, days = overlaps[0]
            text = self.tr("{first} and {second} overlap for {days} {days:day|days}: the better one counts.").format(
                first=words.short_name(first.name), second=words.short_name(second.name), days=formats.full(days)
            )
        self.warning.say_otherwise(text)

    def _show_design(self) -> None:
        offer = self._offer()
        names = {one.offer_id: one.name for one in self._offers().values()}
        self.designer.set_offer(offer, self._stacking(), names)
        self.designer.setVisible(offer is not None and self._counts)
        self.none_text.setVisible(offer is not None and not self._counts)
        self.place_caption(in_form=offer is not None and self._counts)
        self.start.setVisible(offer is None)
        for widget in (*self.designer.header_fields(), self.candidates):
            widget.setVisible(offer is not None)
        if offer is None:
            self.design_card.set_title(self.tr("What would move your orders?"), "")
            return
        self.design_card.set_title(words.short_name(offer.name))
        members = rivals(self._offers().values(), offer)
        self.candidates.set_members(members, current=self._current, counts=self._counts)

    def _show_study(self) -> None:
        """Show what the study says of the candidate looked at, as far as it is about this one."""
        offer, study = self._offer(), self.desk.study
        members = rivals(self._offers().values(), offer) if offer is not None else ()
        if len(members) > 1:
            letters = {
                member.offer_id: self.tr("candidate {letter}").format(letter=letter(place))
                for place, member in enumerate(members)
            }
            names = {
                member.offer_id: f"{letter(place)} {words.summary(member)}" for place, member in enumerate(members)
            }
        else:
            letters = {member.offer_id: words.short_name(member.name) for member in members}
            names = {member.offer_id: member.name for member in members}
        self.result.show_state(
            ResultState(
                study=study,
                offer=offer,
                counts=self._counts,
                names={**names, NONE: self.tr("None of it")},
                letters=letters,
                statuses={member.offer_id: member.status for member in members},
                is_busy=self.desk.is_busy,
            )
        )
        if study is not None:
            self.picture.show_values(study.values)
        candidate = study.candidates.get(self._current) if study is not None else None
        same = candidate is not None and offer is not None and candidate.design == replace(offer, status=Status.DRAFT)
        forecast = candidate.forecast if candidate is not None and same else None
        self.picture.show_offer(offer if self._counts else None, forecast)

    def _show_state(self) -> None:
        figures = self._figures
        nothing = figures is not None and not figures.has_orders and not figures.goods and not self._offers()
        self._stack.setCurrentIndex(1 if nothing else 0)

    def _price(self) -> None:
        workspace = self.context.workspace
        floors = {} if workspace is None else floors_of(workspace, self.cart_desk.costs())
        self.cart_desk.price(
            self.counted(),
            self._stacking(),
            day=self._cart_day(),
            floors=floors,
            opened=self._offer() if self._counts else None,
        )

    # --- doing

    def _choose(self, offer_id: str, *, counts: bool = True) -> None:
        if (offer_id, counts) != (self._current, self._counts):
            self._current, self._counts = offer_id, counts
            QTimer.singleShot(0, self, self._show_offers)

    def _choose_candidate(self, key: str) -> None:
        if key == NO_CANDIDATE:
            self._choose(self._current, counts=False)
        else:
            self._choose(key)

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
        self._current, self._counts = offer.offer_id, True
        self._push(put_offer(offer), self.tr("Add {name}").format(name=offer.name), offer.offer_id)
        return offer

    def add_rival(self, **fields: Any) -> OfferDesign | None:
        """Add a copy of the offer shown as another candidate of its campaign, with other ``fields``."""
        offer = self._offer()
        if offer is None:
            return None
        offers = tuple(self._offers().values())
        members = rivals(offers, offer)
        base = members[0].name
        name = self._free_name(f"{base} {letter(len(members))}")
        change, added = add_candidate(offers, offer, name, **fields)
        self._current, self._counts = added.offer_id, True
        self._push(change, self.tr("Add {name}").format(name=added.name), added.offer_id)
        return added

    def take_ladder(self, ladder: Ladder) -> None:
        """Make a ladder that was found a candidate, beside the offer shown where that is a ladder itself."""
        offer = self._offer()
        steps = tuple(LadderStep(minimum, off) for minimum, off in ladder)
        if offer is None or not is_amount_ladder(offer):
            stage = self._stacking().stage_of(OfferKind.THRESHOLD_OFF)
            name = self._free_name(words.kind_name(OfferKind.THRESHOLD_OFF))
            fresh = new_offer(
                uuid4().hex, OfferKind.THRESHOLD_OFF, name, median=None, start=self._cart_day(), stage=stage
            )
            self._current, self._counts = fresh.offer_id, True
            self._push(put_offer(replace(fresh, steps=steps)), self.tr("Add {name}").format(name=name), fresh.offer_id)
            return
        if len(rivals(self._offers().values(), offer)) >= MOST_CANDIDATES:
            self.context.message.emit(self.tr("There are four candidates already: remove one first."))
            return
        self.add_rival(steps=steps)

    def decide(self, offer_id: str) -> None:
        """Put a candidate in use and its rivals off, "" for none of them, and keep what was known then as a version."""
        from shopdesk.app.promotions.versions import Reason, decided, version_now

        offer, offers, workspace = self._offer(), self._offers(), self.context.workspace
        if offer is None or workspace is None:
            return
        version = version_now(
            workspace,
            offer,
            made_on=self.context.today(),
            stacking=self._stacking(),
            reason=Reason.DECISION,
            chosen=offer_id or NO_CANDIDATE,
            study=self.desk.study,
        )
        change = decided(tuple(offers.values()), offer, version)
        if offer_id in offers:
            name = self.tr("Adopt {name}").format(name=offers[offer_id].name)
            self._current, self._counts = offer_id, True
        else:
            name = self.tr("Decide against {name}").format(name=offer.name)
        self._push(change, name, self._current)

    def _edit(self, fields: dict[str, Any], name: str) -> None:
        offer = self._offer()
        if offer is None:
            return
        self._push(set_fields(offer, **fields), name, offer.offer_id)

    def _remove(self) -> None:
        offer = self._offer()
        if offer is None:
            return
        left = [member for member in rivals(self._offers().values(), offer) if member is not offer]
        self._current = left[0].offer_id if left else ""
        self._push(remove_offer(offer), self.tr("Remove {name}").format(name=offer.name), offer.offer_id)

    def _copy(self) -> None:
        offer = self._offer()
        if offer is None:
            return
        name = self._free_name(offer.name)
        twin = replace(offer, offer_id=uuid4().hex, name=name, status=Status.DRAFT, campaign="")
        self._current, self._counts = twin.offer_id, True
        self._push(put_offer(twin), self.tr("Copy {name}").format(name=offer.name), twin.offer_id)

    def _push(self, change: Any, name: str, offer_id: str) -> None:
        self.context.push(change, name, reveal=lambda: self._reveal(offer_id))

    def _reveal(self, offer_id: str) -> None:
        self._current, self._counts = offer_id, True
        self.context.page_requested.emit("promotions", offer_id)
        self._show_offers()

    def _tier_released(self, place: int, value: float) -> None:
        offer = self._offer()
        if offer is None:
            return
        minimum = round(value * 100)
        if offer.kind in LADDERS and place < len(offer.steps):
            self.designer.move_step(place, replace(offer.steps[place], minimum=minimum))
        elif minimum != offer.threshold:
            self._edit({"threshold": minimum}, f"{offer.name} · {words.yuan(offer.threshold)} → {words.yuan(minimum)}")

    def _pick_goods(self, field: str) -> None:
        offer = self._offer()
        if offer is None or self._figures is None:
            return
        dialog = GoodsPicker(self.goods(), getattr(offer, field), may_all=True, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            name = self.tr("{name} · goods").format(name=offer.name)
            self._push(set_fields(offer, **{field: dialog.picked()}), name, offer.offer_id)

    def _change_terms(self) -> None:
        offer = self._offer()
        if offer is None:
            return
        others = {one.offer_id: one.name for one in self._offers().values() if one.offer_id != offer.offer_id}
        categories = self._figures.categories() if self._figures is not None else ()
        dialog = TermsDialog(offer, self.goods(), others, categories, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            name = self.tr("{name} · limits").format(name=offer.name)
            self._push(set_fields(offer, **dialog.fields()), name, offer.offer_id)

    def _take_example(self) -> None:
        if not self.cart_desk.next_order():
            self.context.message.emit(self.tr("No order lines are imported yet."))

    def _edit_rules(self) -> None:
        self.rules.open_rules(self.context, self._stacking().platform, self.goods())

    def _paste_goods(self) -> None:
        unknown = self.cart_desk.paste(QGuiApplication.clipboard().text())
        if unknown:
            names = formats.listed(unknown[:3])
            self.context.message.emit(
                self.tr("Not known in this shop: {names} ({count} in all)").format(
                    names=names, count=formats.full(len(unknown))
                )
            )

    def _platform_chosen(self) -> None:
        platform = str(self.platform.currentData())
        if platform != self._stacking().platform:
            name = self.tr("Rules of {platform}").format(platform=words.platform_name(platform))
            self._push(choose_platform(platform), name, self._current)
