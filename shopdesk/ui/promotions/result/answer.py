"""The answer in words: whether a candidate pays, how likely, and what is advised."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.promotions.buyers import BuyerKind
from shopdesk.domain.promotions.compared import NONE, Compared, Row, Verdict
from shopdesk.domain.promotions.ladders.record import Objective
from shopdesk.ui import formats
from shopdesk.ui.promotions.finder.aim_fields import floor_text
from shopdesk.ui.promotions.result.state import ResultState

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import Candidate, DesignStudy


class Advice(StrEnum):
    """What the button at the foot does."""

    ADOPT = "adopt"
    NONE = "none"
    OPEN = "open"  # nothing is advised: it is the operator's to decide


@dataclass(frozen=True, slots=True)
class Answer:
    """``best`` is the id of the candidate that is advised, "" for none of them."""

    headline: str
    detail: str
    advice: Advice
    best: str = NONE
    is_plain: bool = False


def answer_of(state: ResultState) -> Answer:
    """Return the answer for what is looked at."""
    study, candidate = state.study, state.candidate
    if study is None or state.offer is None:
        text = (
            QCoreApplication.translate("OfferResult", "Working it out…")
            if state.is_busy
            else QCoreApplication.translate("OfferResult", "Add an offer: here stands what it should bring.")
        )
        return Answer(text, "", Advice.OPEN, is_plain=True)
    if not study.values.count:
        return Answer(
            QCoreApplication.translate("OfferResult", "No paid orders with a price in this period"),
            QCoreApplication.translate("OfferResult", "Import order files, or choose another period above."),
            Advice.OPEN,
            is_plain=True,
        )
    if candidate is None:
        return Answer(
            QCoreApplication.translate("OfferResult", "Not complete yet"),
            QCoreApplication.translate("OfferResult", "See what is missing beneath the form: then it can be priced."),
            Advice.OPEN,
            is_plain=True,
        )
    if study.chances:
        return _chance_answer(study, candidate, state)
    return _exact_answer(study, candidate, state)


def chance_texts(chances: Mapping[str, float]) -> dict[str, str]:
    """Return chances that sum to one as whole percents that sum to a hundred, none of them said to be certain."""
    parts = {name: int(100 * chance) for name, chance in chances.items()}
    by_rest = sorted(chances, key=lambda name: parts[name] - 100 * chances[name])
    for name in by_rest[: max(0, 100 - sum(parts.values()))]:
        parts[name] += 1
    texts = {0: "< 1 %", 100: "> 99 %"}
    return {name: texts.get(part, formats.percent(part / 100, decimals=0)) for name, part in parts.items()}


def row_of(candidate: Candidate, row: Row) -> Compared:
    """Return one compared figure of a candidate."""
    return next(one for one in candidate.rows if one.row is row)


def aim_row(objective: Objective) -> Row:
    """Return the figure that an objective is about."""
    return {Objective.REVENUE: Row.REVENUE, Objective.ORDER_VALUE: Row.ORDER_VALUE}.get(objective, Row.MARGIN)


def best_of(study: DesignStudy) -> str:
    """Return the likeliest of all candidates and none of them."""
    return max(study.chances, key=lambda name: study.chances[name])


def _chance_answer(study: DesignStudy, candidate: Candidate, state: ResultState) -> Answer:
    best = best_of(study)
    chance = chance_texts(study.chances)[best]
    objective = study.question.aim.objective
    if best == NONE:
        texts = {
            Objective.PROFIT: QCoreApplication.translate("OfferResult", "Chance that none of it earns most: {chance}"),
            Objective.REVENUE: QCoreApplication.translate("OfferResult", "Chance that none of it sells most: {chance}"),
            Objective.ORDER_VALUE: QCoreApplication.translate(
                "OfferResult", "Chance that order value is highest with none of it: {chance}"
            ),
        }
    else:
        texts = {
            Objective.PROFIT: QCoreApplication.translate("OfferResult", "Chance that {name} earns most: {chance}"),
            Objective.REVENUE: QCoreApplication.translate("OfferResult", "Chance that {name} sells most: {chance}"),
            Objective.ORDER_VALUE: QCoreApplication.translate(
                "OfferResult", "Chance that order value is highest with {name}: {chance}"
            ),
        }
    headline = texts[objective].format(name=state.name(best), chance=chance)
    advised = _advised(study, best)
    texts_of = (_change_text(candidate, state, objective), _verdict_text(study, candidate))
    detail = _between().join(text for text in texts_of if text)
    if advised == NONE:
        return Answer(headline, detail, Advice.NONE)
    return Answer(headline, detail, Advice.ADOPT, advised)


def _advised(study: DesignStudy, best: str) -> str:
    """Return the candidate that is surely enough better than none, the likeliest best first; else none."""
    sure = [name for name, one in study.candidates.items() if one.verdict in (Verdict.BETTER, Verdict.LIKELY)]
    if best in sure:
        return best
    return max(sure, key=lambda name: study.chances[name], default=NONE)


def _change_text(candidate: Candidate, state: ResultState, objective: Objective) -> str:
    one = row_of(candidate, aim_row(objective))
    if one.change is None:
        return ""
    texts = {
        Row.MARGIN: QCoreApplication.translate("OfferResult", "{name}: margin about {change} yuan{share}."),
        Row.REVENUE: QCoreApplication.translate("OfferResult", "{name}: revenue about {change} yuan{share}."),
        Row.ORDER_VALUE: QCoreApplication.translate("OfferResult", "{name}: order value about {change} yuan{share}."),
    }
    share = ""
    if one.before:
        relative = 100 * one.change.median / abs(one.before)
        share = QCoreApplication.translate("OfferResult", " ({share} %)").format(
            share=formats.signed(relative, decimals=1)
        )
    change = formats.signed(one.change.median / 100, decimals=_decimals(one.row))
    return texts[one.row].format(name=state.name(candidate.design.offer_id), change=change, share=share)


def _between() -> str:
    return "" if formats.language() == "zh_CN" else " "


def _verdict_text(study: DesignStudy, candidate: Candidate) -> str:
    chance = formats.percent(candidate.chance, decimals=0)
    match candidate.verdict:
        case Verdict.BETTER:
            return QCoreApplication.translate("OfferResult", "Better in nine of ten draws: worth doing.")
        case Verdict.LIKELY:
            text = QCoreApplication.translate(
                "OfferResult", "Better with a chance of {chance}: likely, not sure; worth a try."
            )
            return text.format(chance=chance)
        case Verdict.WORSE:
            return QCoreApplication.translate("OfferResult", "Worse in nine of ten draws: better not.")
        case Verdict.BREAKS_FLOOR:
            return _floor_text(study, candidate)
        case Verdict.OPEN:
            return QCoreApplication.translate("OfferResult", "Too close to tell; better not for now.")
        case Verdict.UNKNOWN:
            return ""


def _floor_text(study: DesignStudy, candidate: Candidate) -> str:
    """Return how likely the margin rate keeps its floor, or that today's doesn't keep it either."""
    floor, drawn = study.question.aim.margin_floor or 0, study.drawn[candidate.design.offer_id]
    before = row_of(candidate, Row.MARGIN_RATE).before
    if before is not None and before < floor / 1000:
        return QCoreApplication.translate(
            "OfferResult",
            "Without it the margin rate is {rate}, below the {floor} wanted already: change what is wanted.",
        ).format(rate=formats.percent(before, decimals=1), floor=floor_text(floor))
    return QCoreApplication.translate(
        "OfferResult", "It keeps the margin rate of {floor} with a chance of {chance} only: better not."
    ).format(floor=floor_text(floor), chance=formats.percent(drawn.floor_chance(floor / 1000), decimals=0))


def _exact_answer(study: DesignStudy, candidate: Candidate, state: ResultState) -> Answer:
    if not tells_buyers(study, candidate):
        return Answer(
            QCoreApplication.translate("OfferResult", "Whom it is for can't be told from these orders"),
            QCoreApplication.translate("OfferResult", "They name no buyers: import an order list that does."),
            Advice.OPEN,
            candidate.design.offer_id,
            is_plain=True,
        )
    name, objective = state.name(candidate.design.offer_id), study.question.aim.objective
    one = row_of(candidate, aim_row(objective))
    if one.change is None:
        one = row_of(candidate, Row.REVENUE)
    change = "" if one.change is None else formats.signed(one.change.median / 100, decimals=_decimals(one.row))
    headline = _headlines(is_exact=candidate.forecast is None)[one.row].format(name=name, change=change)
    texts = (_to_pay_text(study, candidate), _exact_floor_text(study, candidate))
    detail = _between().join(text for text in texts if text)
    return Answer(headline, detail, Advice.OPEN, candidate.design.offer_id)


def tells_buyers(study: DesignStudy, candidate: Candidate) -> bool:
    """Whether the orders tell whom an offer is for."""
    from shopdesk.domain.promotions.tags import has_buyers

    return candidate.design.buyers is BuyerKind.ANY or has_buyers(study.book)


def _decimals(row: Row) -> int:
    return 2 if row is Row.ORDER_VALUE else 0


def _headlines(*, is_exact: bool) -> dict[Row, str]:
    if is_exact:
        return {
            Row.MARGIN: QCoreApplication.translate("OfferResult", "Same orders, {name}: margin {change} yuan"),
            Row.REVENUE: QCoreApplication.translate("OfferResult", "Same orders, {name}: revenue {change} yuan"),
            Row.ORDER_VALUE: QCoreApplication.translate(
                "OfferResult", "Same orders, {name}: order value {change} yuan"
            ),
        }
    return {
        Row.REVENUE: QCoreApplication.translate("OfferResult", "{name}: revenue about {change} yuan"),
        Row.ORDER_VALUE: QCoreApplication.translate("OfferResult", "{name}: order value about {change} yuan"),
    }


def _exact_floor_text(study: DesignStudy, candidate: Candidate) -> str:
    """Return that the margin rate of the same orders is below the one wanted; "" where it isn't or isn't known."""
    floor, rate = study.question.aim.margin_floor, row_of(candidate, Row.MARGIN_RATE).after
    if floor is None or rate is None or rate >= floor / 1000:
        return ""
    return QCoreApplication.translate("OfferResult", "The margin rate of {rate} is below the {floor} wanted.").format(
        rate=formats.percent(rate, decimals=1), floor=floor_text(floor)
    )


def _to_pay_text(study: DesignStudy, candidate: Candidate) -> str:
    """Return from how many further orders an offer pays, or why that can't be said."""
    margin = row_of(candidate, Row.MARGIN)
    if margin.change is None or margin.before is None:
        return QCoreApplication.translate("OfferResult", "Whether it pays can't be told without costs.")
    if margin.change.median >= 0:
        return QCoreApplication.translate("OfferResult", "It costs the shop nothing on these orders.")
    if candidate.to_pay is None:
        return QCoreApplication.translate("OfferResult", "No number of further orders like these would make it pay.")
    further = math.ceil(candidate.to_pay)
    share = further / max(1, study.base.totals.orders)
    return QCoreApplication.translate(
        "OfferResult", "It pays from {count} {count:further order|further orders} like these ({share} more)."
    ).format(count=formats.full(further), share=formats.percent(share, decimals=1))
