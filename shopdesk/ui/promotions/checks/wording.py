"""What is said of prices that come too low and of offers that clash."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from shopdesk.app.promotions.checks import FAR_DAYS, NEAR_DAYS, CheckStudy, PriceRow, most_serious
from shopdesk.domain.promotions.checks.finding import Finding, FindingCode, Severity
from shopdesk.domain.promotions.checks.record import FILLER, Reached, Stretch
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.ui import formats
from shopdesk.ui.plain import one_line
from shopdesk.ui.promotions import words

FLOOR = "floor"
FAR = "far"
NEAR = "near"
_TITLE_SIGNS = 16


def breach_of(row: PriceRow) -> str:
    """Return the worst that an article comes below."""
    if row.breaks_floor:
        return FLOOR
    return FAR if row.breaks_far else NEAR


def breach_name(breach: str) -> str:
    """Return it in words."""
    names = {
        FLOOR: QCoreApplication.translate("Checks", "below floor"),
        FAR: QCoreApplication.translate("Checks", "below {days} days").format(days=FAR_DAYS),
        NEAR: QCoreApplication.translate("Checks", "below {days} days").format(days=NEAR_DAYS),
    }
    return names[breach]


def severity_name(severity: Severity) -> str:
    """Return how bad a finding is."""
    names = {
        Severity.SERIOUS: QCoreApplication.translate("Checks", "serious"),
        Severity.WARNING: QCoreApplication.translate("Checks", "look at it"),
        Severity.NOTE: QCoreApplication.translate("Checks", "note"),
    }
    return names[severity]


def stretch_text(stretch: Stretch) -> str:
    """Return from when to when, e.g. 06-25 – 07-03, or 06-25 on."""
    first, last = stretch.first_day, stretch.last_day
    if first is None:
        return QCoreApplication.translate("Checks", "always")
    if last is None:
        return QCoreApplication.translate("Checks", "from {day} on").format(day=formats.day(first))
    return formats.span(first, last)


def combination_text(reached: Reached, designs: Mapping[str, OfferDesign]) -> str:
    """Return the offers that lower an article together, of ladders the step met."""
    if not reached.offers:
        return QCoreApplication.translate("Checks", "no offer: the price itself")
    met = zip(reached.offers, reached.steps, strict=True)
    return " + ".join(_offer_text(offer_id, designs, minimum) for offer_id, minimum in met)


def _offer_text(offer_id: str, designs: Mapping[str, OfferDesign], minimum: int) -> str:
    design = designs.get(offer_id)
    if design is None:
        return offer_id
    met = [step for step in design.steps if step.minimum == minimum]
    gives = words.step_text_of(design, met[0]) if len(met) == 1 else words.summary(design)
    return f"{words.short_name(design.name)} {gives}"


def cart_text(reached: Reached, titles: Mapping[str, str]) -> str:
    """Return the cart that does it in words."""
    own, *others = reached.parts
    text = QCoreApplication.translate("Checks", "buy {count} {count:unit|units}").format(
        count=formats.full(own.quantity)
    )
    real = [part for part in others if part.sku != FILLER]
    if real:
        goods = QCoreApplication.translate("Checks", ", ").join(
            f"{one_line(titles.get(part.sku, part.sku), most=_TITLE_SIGNS)} ×{part.quantity}" for part in real
        )
        text = QCoreApplication.translate("Checks", "{cart} with {goods}").format(cart=text, goods=goods)
    missing = sum(part.price * part.quantity for part in others if part.sku == FILLER)
    if missing:
        text = QCoreApplication.translate("Checks", "{cart} and other goods for exactly {amount} yuan").format(
            cart=text, amount=formats.money_fen(missing)
        )
    return text


def row_text(row: PriceRow, designs: Mapping[str, OfferDesign], titles: Mapping[str, str]) -> str:
    """Return when, with what and in which cart an article comes lowest."""
    stretch, reached = row.worst
    return QCoreApplication.translate("Checks", "{when}: {offers}; {cart}").format(
        when=stretch_text(stretch),
        offers=combination_text(reached, designs),
        cart=cart_text(reached, titles),
    )


def basis_text(study: CheckStudy) -> str:
    """Return what was tried and what couldn't be."""
    parts = [
        QCoreApplication.translate(
            "Checks", "{articles} {articles:article|articles} × {stretches} {stretches:stretch|stretches} from {day} on"
        ).format(
            articles=formats.full(study.articles),
            stretches=formats.full(study.stretches),
            day=formats.full_day(study.today),
        ),
        QCoreApplication.translate("Checks", "{offers} {offers:offer|offers} counted").format(
            offers=formats.full(study.offers)
        ),
        QCoreApplication.translate(
            "Checks", "carts that meet each step exactly; a share of a fen may fall otherwise in carts of many lines"
        ),
    ]
    if not study.has_orders:
        parts.append(QCoreApplication.translate("Checks", "no orders: nothing to hold prices against"))
    return " · ".join(parts)


def floor_text(study: CheckStudy) -> str:
    """Return what keeps floors from being checked, "" where nothing does."""
    if not study.has_rule:
        return QCoreApplication.translate(
            "Checks", "No lowest price is set: floors are off, prices are held against past payments only."
        )
    if study.without_floor:
        return QCoreApplication.translate(
            "Checks", "{count} of {all} articles have no cost: their floor is off."
        ).format(count=formats.full(study.without_floor), all=formats.full(study.articles))
    return ""


def reach_text(study: CheckStudy) -> str:
    """Return how far ahead prices were tried where that isn't all the way, "" where it is."""
    if study.left_out <= 0:
        return ""
    until = formats.day(study.until) if study.until is not None else formats.UNKNOWN
    return QCoreApplication.translate(
        "Checks",
        "Tried up to {until} only, {count} later {count:stretch was|stretches were} left out, since all would take "
        "too long: look again before then.",
    ).format(until=until, count=formats.full(study.left_out))


def none_text(study: CheckStudy) -> str:
    """Return what is said where no price comes too low."""
    if not study.articles:
        return QCoreApplication.translate(
            "Checks", "No article has a price yet: import order lines or a cost list, then prices are tried."
        )
    if not study.has_rule and not study.has_orders:
        return QCoreApplication.translate(
            "Checks", "Nothing to compare prices with: set floors, or import orders for what was paid before."
        )
    return QCoreApplication.translate(
        "Checks",
        "No price comes too low. Tried: {articles} {articles:article|articles} × {stretches} "
        "{stretches:stretch|stretches}.",
    ).format(articles=formats.full(study.articles), stretches=formats.full(study.stretches))


def finding_title(finding: Finding, designs: Mapping[str, OfferDesign]) -> str:
    """Return whom a finding is about."""
    ids = finding.circle or tuple(filter(None, (finding.offer_id, finding.other)))
    return " × ".join(words.short_name(_name(one, designs)) for one in ids)


def _name(offer_id: str, designs: Mapping[str, OfferDesign]) -> str:
    return designs[offer_id].name if offer_id in designs else offer_id


def finding_text(finding: Finding, designs: Mapping[str, OfferDesign]) -> str:
    """Return what is wrong, with its figures."""
    if finding.code is FindingCode.CIRCLE:
        return words.circle_text(finding.circle, {key: one.name for key, one in designs.items()})
    values = finding.values
    if finding.code in _STEP_CODES:
        return _step_text(finding)
    texts = {
        FindingCode.NOT_PRICED: QCoreApplication.translate(
            "Checks", "Can't be priced as it is written down: it counts nowhere."
        ),
        FindingCode.NO_GOODS: QCoreApplication.translate("Checks", "No article known is left of its goods."),
        FindingCode.UNKNOWN_GOODS: QCoreApplication.translate(
            "Checks", "{count} of its {of} articles aren't in the orders or the cost list."
        ),
        FindingCode.OVERLAP: QCoreApplication.translate(
            "Checks", "Both on {common} {common:article|articles}: in each cart only the better one counts."
        ),
        FindingCode.NEVER_COUNTS: QCoreApplication.translate(
            "Checks", "Never counts: {other} always gives as much or more."
        ),
        FindingCode.OVER: QCoreApplication.translate("Checks", "Ended on {last}: it counts no more."),
        FindingCode.BUNDLE_DEARER: QCoreApplication.translate(
            "Checks", "{price} yuan for the set, {parts} yuan apart under the offers of that time."
        ),
        FindingCode.BUDGET_EARLY: QCoreApplication.translate(
            "Checks", "At {a_day} yuan a day its budget lasts {days} of {of} days."
        ),
        FindingCode.GIFT_COST: QCoreApplication.translate("Checks", "The gift has no cost: margins can't be told."),
    }
    fen = {name: formats.money_fen(values[name]) for name in ("price", "parts", "a_day") if name in values}
    counts = {name: formats.full(value) for name, value in values.items() if name not in fen}
    return texts[finding.code].format(
        **fen,
        **counts,
        other=words.short_name(_name(finding.other, designs)),
        last=formats.day(finding.last),
    )


_STEP_CODES = frozenset(
    {FindingCode.STEP_NEVER, FindingCode.STEP_ALWAYS, FindingCode.STEP_SPLIT, FindingCode.STEP_WEAKER}
)


def _step_text(finding: Finding) -> str:
    values = finding.values
    texts = {
        FindingCode.STEP_NEVER: QCoreApplication.translate(
            "Checks", "Step {step} ({minimum}): none of {orders} orders comes within 20 % of it."
        ),
        FindingCode.STEP_ALWAYS: QCoreApplication.translate(
            "Checks", "Step {step} ({minimum}): {reached} of {orders} orders reach it anyway."
        ),
        FindingCode.STEP_SPLIT: QCoreApplication.translate(
            "Checks", "Step {step}: {times} orders of the step before save {split}, it saves {value}."
        ),
        FindingCode.STEP_WEAKER: QCoreApplication.translate(
            "Checks", "Step {step} gives a smaller share than the step before."
        ),
    }
    fen = {name: words.yuan(values[name]) for name in ("minimum", "split", "value") if name in values}
    counts = {name: formats.full(value) for name, value in values.items() if name not in fen}
    return texts[finding.code].format(**fen, **counts)


def finding_days(finding: Finding) -> str:
    """Return on which days it holds."""
    if finding.first is None and finding.last is None:
        return ""
    first = formats.day(finding.first) if finding.first else "…"
    last = formats.day(finding.last) if finding.last else "…"
    if finding.days is None:
        return f"{first} – {last}"
    return QCoreApplication.translate("Checks", "{first} – {last}, {days} {days:day|days}").format(
        first=first, last=last, days=formats.full(finding.days)
    )


def alarm_text(study: CheckStudy) -> str:
    """Return the most serious thing of a check in one sentence, "" where nothing is serious."""
    alarm = most_serious(study)
    if alarm is None:
        return ""
    if alarm.row is not None and alarm.row.breaks_floor:
        text = QCoreApplication.translate("Checks", "{title} can leave {income}, {gap} below its floor.").format(
            title=one_line(alarm.row.title, most=_TITLE_SIGNS),
            income=formats.money_fen(alarm.row.income),
            gap=formats.money_fen(-(alarm.row.gap or 0)),
        )
    elif alarm.row is not None:
        past = alarm.row.far if alarm.row.breaks_far else alarm.row.near
        text = QCoreApplication.translate("Checks", "{title} can come to {price}, lowest paid {past}.").format(
            title=one_line(alarm.row.title, most=_TITLE_SIGNS),
            price=formats.money_fen(alarm.row.price),
            past=formats.money_fen(past.price if past is not None else 0),
        )
    elif alarm.finding is not None:
        name = finding_title(alarm.finding, study.designs)
        text = f"{name}: {finding_text(alarm.finding, study.designs)}"
    else:
        return ""
    more = alarm.count - 1
    if more <= 0:
        return text
    return QCoreApplication.translate("Checks", "{text} {more} more").format(text=text, more=formats.full(more))
