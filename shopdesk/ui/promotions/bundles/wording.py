"""What is said of sets of goods."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.app.promotions.bundles import BundleRow, BundleStudy, Standing
from shopdesk.domain.promotions.bundles.value import AtDiscount, Verdict
from shopdesk.ui import formats

_ENOUGH_SHARE = 0.0001


def yuan(fen: float, *, decimals: int = 0) -> str:
    """Return fen as yuan with the sign that is typed nowhere else."""
    return formats.full(fen / 100, decimals=decimals)


def basis_text(study: BundleStudy) -> str:
    """Return the line below the table: what was counted, against what, and what was left out."""
    parts = [
        QCoreApplication.translate(
            "Bundles", "{span}: {carts} of {orders} {orders:order|orders} hold several goods"
        ).format(
            span=formats.span(study.first, study.last),
            carts=formats.full(study.carts),
            orders=formats.full(study.orders),
        ),
        QCoreApplication.translate("Bundles", "chance within {days} days and orders of about the same size").format(
            days=formats.full(study.span_days)
        ),
        QCoreApplication.translate(
            "Bundles", "{tested} {tested:pair|pairs} compared, of those called proven 1 in 20 may be chance"
        ).format(tested=formats.full(study.tested)),
    ]
    if study.spread >= 0.01:
        parts.append(
            QCoreApplication.translate(
                "Bundles", "pairs of this shop usually differ by ±{spread} %, proven ones stand out from that"
            ).format(spread=formats.full(100 * study.spread**0.5))
        )
    if study.knows_buyers:
        parts.append(QCoreApplication.translate("Bundles", "proof counts each article once a buyer"))
    return " · ".join([*parts, *_left_out(study)])


def _left_out(study: BundleStudy) -> list[str]:
    out = []
    if study.variants:
        text = QCoreApplication.translate("Bundles", "{count} {count:pair|pairs} of variants")
        out.append(text.format(count=formats.full(study.variants)))
    if study.on_sale:
        text = QCoreApplication.translate("Bundles", "{count} sold as a set already")
        out.append(text.format(count=formats.full(study.on_sale)))
    if study.gifts:
        text = QCoreApplication.translate("Bundles", "{count} {count:gift|gifts}")
        out.append(text.format(count=formats.full(study.gifts)))
    if study.wholesale:
        text = QCoreApplication.translate("Bundles", "{count} wholesale {count:order|orders}")
        out.append(text.format(count=formats.full(study.wholesale)))
    if study.no_lines:
        text = QCoreApplication.translate("Bundles", "{count} {count:order|orders} without lines")
        out.append(text.format(count=formats.full(study.no_lines)))
    return [QCoreApplication.translate("Bundles", "left out: {what}").format(what=formats.listed(out))] if out else []


def empty_text(study: BundleStudy | None) -> str:
    """Return what an empty list says: what goes there, and what is missing."""
    if study is None or study.standing is Standing.NO_ORDERS:
        return QCoreApplication.translate(
            "Bundles",
            "Here stand goods that your customers buy together more often than chance explains. Import the orders "
            "and the order lines (宝贝报表) of your shop, or choose a period above that they cover.",
        )
    if study.standing is Standing.NO_LINES:
        return QCoreApplication.translate(
            "Bundles",
            "{count} {count:order|orders} are here, but no file says which goods were in them. Import the order lines "
            "(宝贝报表, 订单明细) of the same days.",
        ).format(count=formats.full(study.orders))
    if study.standing is Standing.UNPROVEN:
        return QCoreApplication.translate(
            "Bundles",
            "Nothing stands out: {tested} {tested:pair|pairs} of goods meet about as often as chance gives. No set is "
            "the answer for now.",
        ).format(tested=formats.full(study.tested))
    return QCoreApplication.translate(
        "Bundles",
        "Too little to say anything: of {orders} {orders:order|orders} {carts} hold several goods, and no two goods "
        "stand together more than {most} {most:time|times}; {least} are the least. {more}",
    ).format(
        orders=formats.full(study.orders),
        carts=formats.full(study.carts),
        most=formats.full(study.most_together),
        least=formats.full(study.least),
        more=_more_orders(study),
    )


def _more_orders(study: BundleStudy) -> str:
    if study.most_together <= 0:
        return QCoreApplication.translate("Bundles", "Choose a longer period above, or import more orders.")
    wanted = study.orders * study.least / study.most_together
    return QCoreApplication.translate(
        "Bundles", "That would take about {orders} orders: choose a longer period above, or import more."
    ).format(orders=formats.full(wanted))


def headline(row: BundleRow) -> str:
    """Return the finding of a set in one sentence."""
    if row.is_proven:
        return QCoreApplication.translate(
            "Bundles", "Bought together in {together} orders, {excess} more than by chance"
        ).format(together=formats.full(row.facts.together), excess=formats.full(row.excess))
    return QCoreApplication.translate(
        "Bundles", "Can't tell yet: {together} orders together, chance gives {expected}"
    ).format(together=formats.full(row.facts.together), expected=formats.full(row.expected, decimals=1))


def counted_text(row: BundleRow, study: BundleStudy) -> str:
    """Return how a set was counted and how sure that is."""
    text = QCoreApplication.translate(
        "Bundles",
        "{lift} times as often as goods that sell like these meet in orders of that season and size "
        "(80 % interval {low}–{high}).",
    ).format(
        lift=formats.full(row.lift, decimals=1),
        low=formats.full(row.low, decimals=1),
        high=formats.full(row.high, decimals=1),
    )
    if row.is_proven:
        return text + " " + _chance_text(row)
    if row.orders_needed is None:
        return text + " " + QCoreApplication.translate("Bundles", "At this rate more orders won't prove it either.")
    return (
        text
        + " "
        + QCoreApplication.translate("Bundles", "At this rate it takes about {orders} orders; there are {now}.").format(
            orders=formats.full(row.orders_needed), now=formats.full(study.orders)
        )
    )


def _chance_text(row: BundleRow) -> str:
    if row.p_value < _ENOUGH_SHARE:
        return QCoreApplication.translate("Bundles", "Chance does that less than once in {count} pairs.").format(
            count=formats.full(10_000)
        )
    return QCoreApplication.translate("Bundles", "Chance does that once in {count} pairs.").format(
        count=formats.full(_round_figure(1 / row.p_value))
    )


def _round_figure(value: float) -> float:
    """Return a number to two digits: more would say what nobody knows."""
    unit = 10.0 ** max(0, len(str(int(value))) - 2)
    return round(value / unit) * unit


def advice(row: BundleRow) -> str:
    """Return what to do about a discount."""
    if not row.is_proven:
        return QCoreApplication.translate(
            "Bundles", "Before it is proven, no discount can be advised: leave it as it is."
        )
    value = row.value
    if value is None or value.verdict is Verdict.NO_MARGIN or value.advised is None or value.best is None:
        return QCoreApplication.translate("Bundles", "A cost is missing, so no yuan can be said: import the cost list.")
    if value.verdict is Verdict.DISCOUNT:
        return QCoreApplication.translate(
            "Bundles", "{discount} yuan off brings most: in {chance} of the draws more than no discount"
        ).format(
            discount=yuan(value.best.discount, decimals=2), chance=formats.percent(value.best.beats_none, decimals=0)
        )
    if value.verdict is Verdict.UNCLEAR:
        return QCoreApplication.translate(
            "Bundles",
            "Whether a discount pays can't be told: {discount} yuan off beats none in only {chance} of the draws. "
            "Offer the set without one first.",
        ).format(
            discount=yuan(value.best.discount, decimals=2), chance=formats.percent(value.best.beats_none, decimals=0)
        )
    return QCoreApplication.translate(
        "Bundles", "Better without a discount: show the goods as a set at the sum of their prices."
    )


def step_texts(row: BundleRow, step: AtDiscount) -> tuple[str, str, str, str, str]:
    """Return discount, the chance that it beats none, and contribution, further orders and what is given, a month."""
    brings = QCoreApplication.translate("Bundles", "{median} (80 %: {low} … {high})").format(
        median=_signed(step.contribution.median),
        low=_signed(step.contribution.low),
        high=_signed(step.contribution.high),
    )
    further = QCoreApplication.translate("Bundles", "+{median} (80 %: {low} … {high})").format(
        median=formats.full(step.further.median, decimals=1),
        low=formats.full(step.further.low, decimals=1),
        high=formats.full(step.further.high, decimals=1),
    )
    if step.discount == 0:
        return QCoreApplication.translate("Bundles", "none"), formats.UNKNOWN, brings, further, "0"
    off = QCoreApplication.translate("Bundles", "{discount} ({share})").format(
        discount=yuan(step.discount, decimals=2), share=formats.percent(step.discount / row.sum_of_parts, decimals=0)
    )
    return off, formats.percent(step.beats_none, decimals=0), brings, further, yuan(step.given)


def _signed(fen: float) -> str:
    rounded = round(fen / 100)
    return "0" if rounded == 0 else formats.signed(rounded)
