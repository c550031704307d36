"""Names and sentences of the offers page, in the language in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.design import LADDERS, TENTHS, LadderStep, OfferDesign, OfferKind, Status
from shopdesk.domain.promotions.design_problems import DesignCode, DesignProblem
from shopdesk.domain.promotions.order_values import Basis
from shopdesk.domain.promotions.policy import GroupRule
from shopdesk.domain.promotions.stacking import StackingCode, StackingProblem, StackingStage
from shopdesk.ui import formats

_LONGEST_NAME = 14  # characters


def kind_name(kind: OfferKind) -> str:
    """Return the name of a tool, e.g. 满减."""
    names = {
        OfferKind.ITEM_PRICE: QCoreApplication.translate("Offers", "Item price"),
        OfferKind.ITEM_OFF: QCoreApplication.translate("Offers", "Item amount off"),
        OfferKind.ITEM_PERCENT: QCoreApplication.translate("Offers", "Item percent off"),
        OfferKind.NTH_UNIT: QCoreApplication.translate("Offers", "N-th unit off"),
        OfferKind.BUNDLE: QCoreApplication.translate("Offers", "Bundle price"),
        OfferKind.CHOOSE: QCoreApplication.translate("Offers", "Any N for X"),
        OfferKind.BUY_GET: QCoreApplication.translate("Offers", "Buy X, get Y"),
        OfferKind.THRESHOLD_OFF: QCoreApplication.translate("Offers", "Spend X, save Y"),
        OfferKind.THRESHOLD_PERCENT: QCoreApplication.translate("Offers", "Spend X, percent off"),
        OfferKind.GIFT: QCoreApplication.translate("Offers", "Gift from X"),
        OfferKind.FREE_POST: QCoreApplication.translate("Offers", "Free post from X"),
        OfferKind.COUPON: QCoreApplication.translate("Offers", "Shop coupon"),
        OfferKind.EVERY_OFF: QCoreApplication.translate("Offers", "Every X, save Y"),
        OfferKind.PLATFORM_COUPON: QCoreApplication.translate("Offers", "Platform coupon"),
        OfferKind.RED_PACKET: QCoreApplication.translate("Offers", "Red packet"),
        OfferKind.POINTS: QCoreApplication.translate("Offers", "Coins or points"),
    }
    return names[kind]


def status_name(status: Status) -> str:
    """Return the name of a state."""
    names = {
        Status.DRAFT: QCoreApplication.translate("Offers", "Designing"),
        Status.ACTIVE: QCoreApplication.translate("Offers", "In use"),
        Status.OFF: QCoreApplication.translate("Offers", "Off"),
    }
    return names[status]


def buyer_name(kind: BuyerKind) -> str:
    """Return the name of a kind of buyers."""
    names = {
        BuyerKind.ANY: QCoreApplication.translate("Offers", "any buyer"),
        BuyerKind.NEW: QCoreApplication.translate("Offers", "new customers"),
        BuyerKind.RETURNING: QCoreApplication.translate("Offers", "returning customers"),
        BuyerKind.RISING: QCoreApplication.translate("Offers", "rising customers"),
    }
    return names[kind]


def not_for_text(design: OfferDesign) -> str:
    """Return that an offer is for other buyers."""
    return QCoreApplication.translate("Offers", "{name}: for {kind} only").format(
        name=short_name(design.name), kind=buyer_name(design.buyers)
    )


def platform_name(platform: str) -> str:
    """Return the name of a platform whose rules can hold."""
    names = {
        "taobao": QCoreApplication.translate("Offers", "Taobao / Tmall"),
        "jd": QCoreApplication.translate("Offers", "JD"),
        "pdd": QCoreApplication.translate("Offers", "Pinduoduo"),
    }
    return names.get(platform, platform)


def stage_name(stage: StackingStage) -> str:
    """Return the name of a stage."""
    return stage.zh if formats.language() == "zh_CN" else stage.en


def rule_name(stage: StackingStage) -> str:
    """Return what holds inside a stage."""
    match stage.rule:
        case GroupRule.BEST_OF_ORDER:
            text = QCoreApplication.translate("Offers", "best one")
        case GroupRule.BEST_PER_LINE:
            text = QCoreApplication.translate("Offers", "best per item")
        case GroupRule.POOL_EQUAL:
            text = QCoreApplication.translate("Offers", "equal ones together")
        case _:
            text = QCoreApplication.translate("Offers", "all count")
    if stage.is_verified:
        return text
    return QCoreApplication.translate("Offers", "{rule} · check").format(rule=text)


def short_name(name: str) -> str:
    """Return the name of an offer as it stands inside a sentence or a narrow column."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def yuan(fen: int) -> str:
    """Return fen as short yuan: 129, 12.5."""
    return f"{fen / 100:.2f}".rstrip("0").rstrip(".")


def summary(design: OfferDesign) -> str:
    """Return what an offer gives in one short line, e.g. 129−5 / 199−12."""
    if design.kind in LADDERS:
        return " / ".join(step_text_of(design, step) for step in design.steps) or formats.UNKNOWN
    return _single(design)


def step_text_of(design: OfferDesign, step: LadderStep) -> str:
    """Return one step of a ladder: from which amount (and how many units), what it gives."""
    minimum = minimum_text(design, step.minimum)
    if step.units:
        minimum = QCoreApplication.translate("Offers", "{amount} and {count} {count:unit|units}").format(
            amount=minimum, count=formats.full(step.units)
        )
    if not design.takes_percent:
        return f"{minimum}−{yuan(step.value)}"
    return f"{minimum} −{_percent(step.value)}" + (f" ≤ {yuan(design.cap)}" if design.cap else "")


def _single(design: OfferDesign) -> str:
    match design.kind:
        case OfferKind.ITEM_PRICE | OfferKind.BUNDLE:
            return QCoreApplication.translate("Offers", "for {price}").format(price=yuan(design.value))
        case OfferKind.ITEM_OFF:
            return f"−{yuan(design.value)}"
        case OfferKind.ITEM_PERCENT:
            return f"−{_percent(design.value)}"
        case OfferKind.NTH_UNIT:
            return QCoreApplication.translate("Offers", "unit {nth} −{percent}").format(
                nth=design.nth, percent=_percent(design.value)
            )
        case OfferKind.EVERY_OFF:
            return QCoreApplication.translate("Offers", "every {step} −{value}").format(
                step=yuan(design.threshold), value=yuan(design.value)
            )
        case OfferKind.GIFT:
            return _gift_text(design)
        case OfferKind.CHOOSE:
            return QCoreApplication.translate("Offers", "any {count} for {price}").format(
                count=formats.full(design.nth), price=yuan(design.value)
            )
        case OfferKind.BUY_GET:
            return _buy_get_text(design)
        case OfferKind.RED_PACKET | OfferKind.POINTS:
            off = f"−{yuan(design.value)}" if design.kind is OfferKind.RED_PACKET else f"−{_percent(design.value)}"
            return f"{minimum_text(design, design.threshold)} {off}" if design.threshold else off
        case _:
            return QCoreApplication.translate("Offers", "from {minimum}").format(
                minimum=minimum_text(design, design.threshold)
            )


def _buy_get_text(design: OfferDesign) -> str:
    text = QCoreApplication.translate("Offers", "buy {bought}, get {given}").format(
        bought=design.buy_quantity, given=design.get_quantity
    )
    return text if design.value == 100 * TENTHS else f"{text} −{_percent(design.value)}"


def _gift_text(design: OfferDesign) -> str:
    steps = [(step.minimum, step.sku, step.quantity) for step in design.gift_steps]
    texts = [
        QCoreApplication.translate("Offers", "from {minimum}: {gift}").format(
            minimum=minimum_text(design, minimum), gift=(sku or formats.UNKNOWN) + (f" ×{count}" if count > 1 else "")
        )
        for minimum, sku, count in steps or [(design.threshold, design.gift_sku, 1)]
    ]
    return " / ".join(texts)


def terms_text(design: OfferDesign, names: Mapping[str, str]) -> str:
    """Return the limits of an offer in one line, "" without any; ``names`` of offers by id."""
    parts = [*_limit_texts(design), *_scope_texts(design)]
    if design.excludes:
        others = [short_name(names[one]) for one in design.excludes if one in names]
        if others:
            parts.append(QCoreApplication.translate("Offers", "not with {names}").format(names=formats.listed(others)))
    return " · ".join(parts)


def _limit_texts(design: OfferDesign) -> list[str]:
    texts = (
        (design.per_buyer, QCoreApplication.translate("Offers", "{count} a buyer")),
        (design.max_times, QCoreApplication.translate("Offers", "at most {count} times")),
        (design.max_units, QCoreApplication.translate("Offers", "{count} units a line")),
    )
    parts = [text.format(count=formats.full(value)) for value, text in texts if value is not None]
    if design.buyers is not BuyerKind.ANY:
        parts.insert(0, buyer_name(design.buyers))
    if design.cap is not None:
        parts.append(QCoreApplication.translate("Offers", "at most {yuan} off").format(yuan=yuan(design.cap)))
    if design.budget is not None:
        parts.append(QCoreApplication.translate("Offers", "budget {yuan}").format(yuan=yuan(design.budget)))
    return parts


def _scope_texts(design: OfferDesign) -> list[str]:
    parts = []
    if design.tags:
        parts.append(formats.listed(design.tags))
    if design.excluded_tags:
        parts.append(
            QCoreApplication.translate("Offers", "without {names}").format(names=formats.listed(design.excluded_tags))
        )
    if design.excluded:
        parts.append(
            QCoreApplication.translate("Offers", "without {count} {count:article|articles}").format(
                count=formats.full(len(design.excluded))
            )
        )
    if design.price_min is not None or design.price_max is not None:
        low = "…" if design.price_min is None else yuan(design.price_min)
        high = "…" if design.price_max is None else yuan(design.price_max)
        parts.append(QCoreApplication.translate("Offers", "price {low}–{high}").format(low=low, high=high))
    if design.undiscounted_only:
        parts.append(QCoreApplication.translate("Offers", "undiscounted goods only"))
    return parts


def period_text(design: OfferDesign) -> str:
    """Return the days of an offer."""
    if design.start is None and design.end is None:
        return QCoreApplication.translate("Offers", "no end")
    start = formats.day(design.start) if design.start else "…"
    end = formats.day(design.end) if design.end else "…"
    return f"{start} – {end}"


def problem_text(problem: DesignProblem) -> str:
    """Return what is wrong with an offer and what to do."""
    step = (problem.step or 0) + 1
    texts = {
        DesignCode.NO_STEPS: QCoreApplication.translate("Offers", "Add a step first."),
        DesignCode.STEPS_NOT_RISING: QCoreApplication.translate(
            "Offers", "Step {step}: the threshold must be above the one before."
        ),
        DesignCode.VALUE_NOT_RISING: QCoreApplication.translate(
            "Offers", "Step {step}: it must give more than the one before."
        ),
        DesignCode.VALUE_ABOVE_MINIMUM: QCoreApplication.translate(
            "Offers", "Step {step}: the discount must be below the threshold."
        ),
        DesignCode.VALUE_MISSING: QCoreApplication.translate("Offers", "Enter an amount above 0."),
        DesignCode.PERCENT_TOO_HIGH: QCoreApplication.translate("Offers", "At most 100 % can be taken off."),
        DesignCode.ENDS_BEFORE_START: QCoreApplication.translate("Offers", "The last day is before the first."),
        DesignCode.TOO_MANY_STEPS: QCoreApplication.translate("Offers", "The platform takes at most {most} steps."),
        DesignCode.BUNDLE_TOO_SMALL: QCoreApplication.translate("Offers", "Choose at least two items for the bundle."),
        DesignCode.GIFT_MISSING: QCoreApplication.translate("Offers", "Choose the gift."),
        DesignCode.TOO_FEW_PIECES: QCoreApplication.translate("Offers", "At least {least} {least:piece|pieces}."),
        DesignCode.CHOICE_TOO_LARGE: QCoreApplication.translate(
            "Offers", "Behind the first item there are only {most} to choose from."
        ),
        DesignCode.PRICE_RANGE_EMPTY: QCoreApplication.translate("Offers", "The lowest price is above the highest."),
        DesignCode.LIMIT_TOO_SMALL: QCoreApplication.translate(
            "Offers", "A limit starts at 1; leave it empty for no limit."
        ),
        DesignCode.SHARE_OUT_OF_RANGE: QCoreApplication.translate("Offers", "The shop pays between 0 and 100 %."),
    }
    values = problem.values
    return texts[problem.code].format(step=step, most=values.get("most", 0), least=formats.full(values.get("least", 0)))


def circle_text(ids: Sequence[str], names: Mapping[str, str]) -> str:
    """Return what comes of offers that exclude each other in a circle, in the order in which they are priced."""
    first, *others = [names.get(offer_id, offer_id) for offer_id in ids]
    joined = QCoreApplication.translate("Offers", ", ").join(others)
    return QCoreApplication.translate(
        "Offers", "{first} and {others} exclude each other: where {first} applies, the others don't."
    ).format(first=first, others=joined)


def stacking_problem_text(problem: StackingProblem) -> str:
    """Return what is wrong with stacking rules of the shop's own."""
    texts = {
        StackingCode.NO_STAGES: QCoreApplication.translate("Offers", "There must be at least one stage."),
        StackingCode.KEY_TWICE: QCoreApplication.translate("Offers", "Stage {stage}: its short name stands twice."),
        StackingCode.STAGE_TWICE: QCoreApplication.translate("Offers", "Stage {stage}: its number stands twice."),
        StackingCode.KIND_TWICE: QCoreApplication.translate("Offers", "{kind} stands in two stages."),
        StackingCode.KIND_MISSING: QCoreApplication.translate("Offers", "{kind} stands in no stage."),
        StackingCode.ITEMS_NOT_FIRST: QCoreApplication.translate(
            "Offers", "{kind} makes the item price, so it comes before the offers on orders."
        ),
        StackingCode.SHARE_OUT_OF_RANGE: QCoreApplication.translate(
            "Offers", "Stage {stage}: the shop pays between 0 and 100 %."
        ),
        StackingCode.PAIR_UNKNOWN: QCoreApplication.translate(
            "Offers", "A pair names a stage that isn't there: {stage}."
        ),
        StackingCode.PAIR_OF_ONE: QCoreApplication.translate("Offers", "A pair needs two different stages: {stage}."),
        StackingCode.TOO_FEW_STEPS: QCoreApplication.translate("Offers", "A ladder has at least one step."),
    }
    kind = kind_name(problem.kind) if problem.kind is not None else ""
    return texts[problem.code].format(stage=problem.stage, kind=kind)


def basis_text(basis: Basis) -> str:
    """Return how order values were found."""
    texts = {
        Basis.PAID_AND_SHARE: QCoreApplication.translate("Offers", "paid + shared discounts"),
        Basis.LINE_PRICES: QCoreApplication.translate("Offers", "price × quantity, before order discounts"),
        Basis.ORDER_TOTAL: QCoreApplication.translate("Offers", "order total"),
        Basis.NONE: QCoreApplication.translate("Offers", "no orders"),
    }
    return texts[basis]


def minimum_text(design: OfferDesign, minimum: int) -> str:
    """Return from where on a step holds, yuan or units."""
    if design.by_quantity:
        return QCoreApplication.translate("Offers", "{count} {count:unit|units}").format(count=formats.full(minimum))
    return yuan(minimum)


def _percent(tenths: int) -> str:
    return f"{tenths / TENTHS:g} %"
