"""What a forecast rests on, and why none is made, in small print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopdesk.ui import formats

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import Candidate, DesignStudy

_WHOLE_COSTED = 0.9995


def belief_text(study: DesignStudy, candidate: Candidate) -> str:
    """Return what is assumed of topping up, and from where on the ladder would pay."""
    believed = study.ground.belief
    share = formats.percent(believed.top_up, decimals=0)
    need = candidate.forecast.break_even_top_up if candidate.forecast is not None else None
    if believed.is_fitted:
        text = QCoreApplication.translate("OfferResult", "Learned: {share} top up where little is missing")
    else:
        text = QCoreApplication.translate("OfferResult", "Assumed: {share} top up where little is missing")
    first = text.format(share=share)
    if study.terms.margin is None:
        return first
    if need is None:
        return QCoreApplication.translate("OfferResult", "{first}; no share of it would make the ladder pay").format(
            first=first
        )
    return QCoreApplication.translate("OfferResult", "{first}; it pays from {need}").format(
        first=first, need=formats.percent(need, decimals=0)
    )


def taught_text(study: DesignStudy) -> list[str]:
    """Return what the forecast was taught by, and what it can't know."""
    from shopdesk.app.promotions.ladder_study import Taught

    ladders = study.ladders
    texts = {
        Taught.BELIEFS: QCoreApplication.translate(
            "OfferResult", "General assumptions, please check; no past campaign has taught them yet."
        ),
        Taught.CAMPAIGN: QCoreApplication.translate(
            "OfferResult", "Taught by a past campaign with {count} {count:order|orders}."
        ).format(count=formats.full(ladders.campaign_orders)),
        Taught.TOO_FEW: QCoreApplication.translate(
            "OfferResult", "The past campaign has too few orders to teach; the general assumptions stand."
        ),
    }
    found = [texts[ladders.taught]]
    if study.question.own.fee or study.question.own.shipping:
        found.append(
            QCoreApplication.translate(
                "OfferResult", "The margin is less the platform's {fee} and {shipping} yuan of sending an order."
            ).format(
                fee=formats.percent(study.question.own.fee, decimals=1),
                shipping=formats.money_fen(study.question.own.shipping),
            )
        )
    if study.without_cost and study.terms.margin is not None and ladders.costed < _WHOLE_COSTED:
        found.append(
            QCoreApplication.translate("OfferResult", "Costs are known for {share} of the goods' value.").format(
                share=formats.percent(ladders.costed, decimals=0)
            )
        )
    found.append(
        QCoreApplication.translate(
            "OfferResult", "80 % are intervals of the model: same traffic and season, no answer of competitors."
        )
    )
    return found


def exact_text(candidate: Candidate) -> str:
    """Return why only the same orders are priced again."""
    from shopdesk.app.promotions.design_study import Unguessed

    start = QCoreApplication.translate("OfferResult", "Exact on past orders; no guess how customers change:")
    why = {
        Unguessed.KIND: QCoreApplication.translate("OfferResult", "for this kind of offer nothing reliable is known."),
        Unguessed.GOODS: QCoreApplication.translate("OfferResult", "it holds for some goods only."),
        Unguessed.LIMITS: QCoreApplication.translate(
            "OfferResult", "whom it is for, limits a buyer, a budget or the platform's part change who answers."
        ),
        Unguessed.FEW_ORDERS: QCoreApplication.translate("OfferResult", "too few orders in this period."),
    }
    between = "" if formats.language() == "zh_CN" else " "
    return f"{start}{between}{why[candidate.unguessed]}" if candidate.unguessed is not None else start
