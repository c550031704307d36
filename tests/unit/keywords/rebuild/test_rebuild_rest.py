from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.rebuild.entries import Operation, entries
from shopdesk.domain.keywords.rebuild.followed import followed, planned
from shopdesk.domain.keywords.rebuild.grounds import Grounds
from shopdesk.domain.keywords.rebuild.model import Match, Place, Proposal, RowKind
from shopdesk.domain.keywords.rebuild.negatives import MOST_TERMS, Standing, between_campaigns
from shopdesk.domain.keywords.rebuild.propose import Setup, propose
from shopdesk.domain.keywords.rebuild.rest import looked_at
from shopdesk.domain.keywords.rebuild.settled import settle
from shopdesk.domain.keywords.rebuild.tree import campaigns
from shopdesk.domain.keywords.sums import CutUsed
from tests.unit.keywords.rebuild.rebuild_shop import NAMES, PERIOD, At, frames, judged, quadrant_of, rules

WORDS = [
    At("坚果", "综合", clicks=900, cost=2000, orders=40),
    At("坚果礼盒", "综合", clicks=300, cost=400, orders=8),
    At("果山里坚果", "品牌", clicks=500, cost=300, orders=20),
    At("果山里礼盒", "品牌", clicks=100, cost=50, orders=4),
    At("三只松鼠坚果", "综合", clicks=200, cost=150, orders=1),
    At("夏威夷果", "单独", "果类", clicks=9, cost=7, orders=0),
    At("果山里夏威夷果", "综合", clicks=2, cost=1, orders=0),
]


def split(left: set[str]) -> Proposal:
    """The proposal where the words of ``left`` are not looked at one by one."""
    verdicts = {word: one for word, one in judged(WORDS, {}).items() if word not in left}
    quadrants = pd.Series({word: quadrant_of(word)[0] for word in sorted(left)}, dtype="str")
    on = Grounds(
        frames=frames(WORDS),
        used=(CutUsed("ad_keyword", "taobao", ("wxt_keyword",), len(WORDS), False),),
        period=PERIOD,
        verdicts=verdicts,
        margin=0.4,
        left=quadrants if left else None,
    )
    return propose(on, Setup(rules={"other": rules()}, names=NAMES))


class Lib:
    """The words of a library with what they did."""

    def __init__(self, **columns: list[object]) -> None:
        self.words = pd.DataFrame(columns, index=["一", "二", "三", "四"])


def test_that_words_decided_advised_or_dear_are_looked_at_first() -> None:
    library = Lib(advice=["hold", "hold", "raise", "hold"], cost=[9.0, 1.0, 0.0, 5.0], clicks=[9.0, 1.0, 0.0, 5.0])
    assert [*looked_at(library, {"二"}, most=3).index] == ["一", "二", "三"]  # type: ignore[arg-type]
    assert [*looked_at(library, {"二"}, most=1).index] == ["二"]  # type: ignore[arg-type]
    assert [*looked_at(library, {"二", "四"}, most=1).index] == ["二", "四"]  # type: ignore[arg-type]
    assert looked_at(library, set(), most=4) is library.words  # type: ignore[arg-type]


def test_that_words_not_looked_at_get_no_row_but_count_in_every_sum() -> None:
    whole, part = split(set()), split({"夏威夷果", "果山里夏威夷果"})
    assert part.rest_words == 2
    assert not {"夏威夷果", "果山里夏威夷果"} & {row.word for row in part.rows}
    assert [(one.campaigns, one.words, one.clicks) for one in part.accounts] == [
        (one.campaigns, one.words, one.clicks) for one in whole.accounts
    ]
    assert {place.key for place in part.places} == {place.key for place in whole.places}

    def totals(made: Proposal) -> tuple[int, float]:
        nodes = campaigns(made, settle(made, {row.key for row in made.rows}))
        return sum(node.words for node in nodes), pytest.approx(sum(node.spend for node in nodes))

    assert totals(part) == totals(whole)


def test_that_budgets_hold_the_money_of_words_not_looked_at() -> None:
    whole, part = split(set()), split({"坚果礼盒"})
    spends = [
        {row.place.campaign: row.values["spend"] for row in made.rows if row.kind is RowKind.BUDGET}
        for made in (whole, part)
    ]
    assert spends[0] == spends[1]


def test_that_no_negative_blocks_a_word_that_is_not_looked_at() -> None:
    def kept_out(made: Proposal) -> set[tuple[str, str]]:
        accepted = settle(made, ()).accepted
        return {(row.place.campaign, row.word) for row in accepted if row.kind is RowKind.NEGATIVE}

    assert ("综合", "果山里") in kept_out(split(set()))  # its word moves to the campaign of the brand
    assert ("综合", "果山里") not in kept_out(split({"果山里夏威夷果"}))  # its word stays


def test_that_a_campaign_of_words_not_looked_at_is_no_new_one() -> None:
    made = split({"夏威夷果"})
    own = [one for one in entries(made, settle(made, ()).accepted, rules()) if one.place.campaign == "单独"]
    assert [(one.operation, one.budget) for one in own] == [(Operation.UPDATE, 1.0)]  # less would stop it
    assert [node.is_new for node in campaigns(made, settle(made, ())) if node.place.campaign == "单独"] == [False]


def test_that_a_pause_isnt_called_done_while_its_word_is_bought_but_not_looked_at() -> None:
    whole = split(set())
    row = next(row for row in whole.rows if row.word == "夏威夷果")
    plan = planned(replace(row, kind=RowKind.PAUSED))
    part = split({"夏威夷果"})
    found = followed([plan], part.bought, part.rest)
    assert (found.done, found.missing, found.unknown) == (0, 0, 1)
    assert followed([plan], [one for one in whole.bought if one.word != "夏威夷果"]).done == 1


def test_that_an_account_of_words_not_looked_at_only_is_said_without_judging_it() -> None:
    made = split({one.word for one in WORDS})
    assert [row.kind for row in made.rows if row.kind is not RowKind.BUDGET] == []
    assert [(one.campaigns, one.words, one.keeps) for one in made.accounts] == [(3, 7, "")]


def test_that_only_actions_count_as_advice() -> None:
    library = Lib(advice=["", Action.HOLD.value, Action.PAUSE.value, ""], cost=[1.0, 2.0, 0.0, 3.0], clicks=[0.0] * 4)
    assert [*looked_at(library, (), most=2).index] == ["三", "四"]  # type: ignore[arg-type]


def test_that_a_campaign_is_kept_from_the_brand_terms_that_cost_most_only() -> None:
    place, own = (Place(platform="taobao", campaign=name) for name in ("综合", "竞品"))
    names = [f"竞品{number:03}" for number in range(MOST_TERMS + 5)]
    rivals = [Standing(name, name, "competitor", name, own, float(at)) for at, name in enumerate(names)]
    standing = [Standing("坚果", "坚果", "category", "", place, 9.0), *rivals]
    quadrants = {place.campaign_key: "category", own.campaign_key: "competitor"}
    found = between_campaigns(standing, quadrants, allowed=[Match.PHRASE])
    assert [one.word for one in found] == names[5:]
