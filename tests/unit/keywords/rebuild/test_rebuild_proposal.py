from __future__ import annotations

from collections import Counter
from random import Random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.normal import is_han, normalise
from shopdesk.domain.keywords.rebuild.entries import Entity, Operation, entries
from shopdesk.domain.keywords.rebuild.followed import followed, planned
from shopdesk.domain.keywords.rebuild.model import BidBasis, Match, RowKind
from shopdesk.domain.keywords.rebuild.negatives import blocks, phrases
from shopdesk.domain.keywords.rebuild.settled import Settled, settle
from shopdesk.domain.keywords.rebuild.tree import campaigns
from shopdesk.domain.keywords.rebuild.verdicts import Decision
from tests.unit.keywords.rebuild.rebuild_shop import At, proposed, rules

BRAND = [At("果山里坚果", "综合"), At("果山里礼盒", "综合"), At("果山里开心果", "综合")]
CATEGORY = [At("坚果", "综合", cost=900), At("坚果礼盒", "综合", cost=300), At("开心果", "综合", cost=200)]
MIXED = [*BRAND, *CATEGORY, At("夏威夷果", "第二计划", cost=80)]


def harmful(settled: Settled) -> list[str]:
    """Accepted negatives that keep a campaign from a word that it buys."""
    return [
        row.word
        for row in settled.accepted
        if row.kind is RowKind.NEGATIVE and row.target is not None
        for one in settled.standing
        if one.place.campaign_key == row.target.campaign_key and blocks(row.word, row.match, one.word)
    ]


def test_that_brand_words_leave_a_category_campaign_and_their_brand_becomes_a_negative_there() -> None:
    found = proposed(MIXED)
    moved = {row.word: row.target.campaign for row in found.rows if row.kind is RowKind.MOVED and row.target}
    assert moved == {"果山里坚果": "品牌词", "果山里礼盒": "品牌词", "果山里开心果": "品牌词"}
    negatives = {
        (row.word, row.target.campaign, row.match) for row in found.rows if row.kind is RowKind.NEGATIVE and row.target
    }
    assert ("果山里", "综合", Match.PHRASE) in negatives
    assert ("果山里", "第二计划", Match.PHRASE) in negatives


def test_that_few_words_in_one_campaign_stay_as_they_are() -> None:
    found = proposed([*BRAND, *CATEGORY])
    assert found.accounts[0].keeps == "few_words"
    assert {row.kind for row in found.rows} <= {RowKind.UNCHANGED, RowKind.BID}
    assert {row.reason for row in found.rows if row.kind is RowKind.UNCHANGED} == {"few_words"}


def test_that_a_structure_by_quadrants_is_left_alone() -> None:
    clean = [
        *(At(one.word, "品牌计划") for one in BRAND),
        *(At(one.word, "品类计划", clicks=500, cost=one.cost, orders=15) for one in CATEGORY),
    ]
    found = proposed(clean)
    assert not [row for row in found.rows if row.kind in (RowKind.MOVED, RowKind.PAUSED)]
    assert {row.reason for row in found.rows if row.kind is RowKind.UNCHANGED} == {"fits"}


def test_that_a_quadrant_below_the_least_budget_gets_no_campaign_of_its_own() -> None:
    found = proposed(MIXED, least_budget=30.0)  # the brand words cost 300 yuan in 28 days
    assert not [row for row in found.rows if row.kind is RowKind.MOVED]
    assert {row.reason for row in found.rows if row.word == "果山里坚果"} == {"too_small"}
    assert found.accounts[0].keeps == "too_small"


def test_that_a_word_bought_twice_keeps_the_place_in_the_campaign_of_its_quadrant() -> None:
    words = [
        *(At(one.word, "品牌计划", clicks=30) for one in BRAND),
        *CATEGORY,
        At("果山里坚果", "综合", clicks=400, cost=400, orders=20),
    ]
    found = proposed(words)
    paused = [row for row in found.rows if row.kind is RowKind.PAUSED]
    assert [(row.word, row.source.campaign, row.reason) for row in paused if row.source] == [
        ("果山里坚果", "综合", "duplicate")
    ]


def test_that_match_types_of_a_word_in_one_ad_group_are_one_place() -> None:
    words = [*MIXED, At("坚果", "综合", match_type="exact", cost=50)]
    assert not [row for row in proposed(words).rows if row.kind is RowKind.PAUSED]


def test_that_a_decision_by_hand_wins_and_its_bid_is_taken_as_it_is() -> None:
    decided = {"坚果": Decision(Action.RAISE, 500), "开心果": Decision(Action.PAUSE)}
    found = proposed(MIXED, decided=decided)
    bid = next(row for row in found.rows if row.kind is RowKind.BID and row.word == "坚果")
    assert (bid.new_bid_fen, bid.basis, bid.reason) == (500, BidBasis.HAND, "decided")
    assert [row.reason for row in found.rows if row.kind is RowKind.PAUSED] == ["decided"]


def test_that_a_word_to_be_kept_out_is_paused_and_becomes_an_exact_negative() -> None:
    found = proposed(MIXED, decided={"开心果": Decision(Action.NEGATIVE)})
    assert [row.word for row in found.rows if row.kind is RowKind.PAUSED] == ["开心果"]
    negative = [row for row in found.rows if row.kind is RowKind.NEGATIVE and row.reason == "never_pays"]
    assert [(row.word, row.match, row.target.campaign) for row in negative if row.target] == [
        ("开心果", Match.EXACT, "综合")
    ]
    settled = settle(found, {row.key for row in found.rows if row.kind is RowKind.PAUSED})
    assert [row.word for row in settled.withheld if row.reason == "never_pays"] == ["开心果"]


def test_that_refusing_the_moves_withholds_the_negatives_and_the_budget_that_lived_by_them() -> None:
    found = proposed(MIXED)
    settled = settle(found, {row.key for row in found.rows if row.kind is RowKind.MOVED})
    assert {(row.kind, row.shown) for row in settled.withheld} >= {
        (RowKind.NEGATIVE, "果山里"),
        (RowKind.BUDGET, "品牌词"),
    }
    assert harmful(settled) == []
    assert "品牌词" not in {node.place.campaign for node in campaigns(found, settled)}


def test_that_the_budget_of_a_new_campaign_follows_the_words_that_are_moved_there_after_all() -> None:
    found = proposed(MIXED)
    moves = [row for row in found.rows if row.kind is RowKind.MOVED]

    def budget(refused: int) -> float:
        accepted = settle(found, {row.key for row in moves[:refused]}).accepted
        (row,) = [row for row in accepted if row.kind is RowKind.BUDGET and row.shown == "品牌词"]
        return float(row.values["spend"])

    assert budget(0) == pytest.approx(300 / 28)
    assert budget(2) == pytest.approx(100 / 28)


def test_that_a_bid_from_a_bulk_file_is_todays_bid() -> None:
    entity = pd.DataFrame(
        {
            "platform": ["taobao"], "shop": [""], "entity": ["Keyword"], "campaign": ["综合"], "adgroup": ["单元1"],
            "keyword": ["坚果"], "match_type": [""], "bid": [130],
        }
    )  # fmt: skip
    found = proposed(MIXED, decided={"坚果": Decision(Action.RAISE, 140)}, extra={"ad_entity": entity})
    bid = next(row for row in found.rows if row.kind is RowKind.BID)
    assert (bid.bid_fen, bid.new_bid_fen) == (130, 140)
    assert bid.step == pytest.approx(140 / 130 - 1)


def test_that_a_word_to_be_bought_anew_goes_to_the_campaign_of_its_quadrant_with_a_bid_from_its_worth() -> None:
    found = proposed(MIXED, decided={"坚果小包": Decision(Action.EXPAND)})
    added = [row for row in found.rows if row.kind is RowKind.ADDED]
    assert [(row.shown, row.target.campaign) for row in added if row.target] == [("坚果小包", "综合")]
    assert added[0].new_bid_fen is None  # nobody knows what a click on it is worth


def test_that_a_search_term_that_never_pays_is_kept_out_of_the_campaigns_in_which_it_was_seen() -> None:
    day = pd.Timestamp("2026-06-20")
    terms = pd.DataFrame(
        {"platform": "taobao", "shop": "", "date": [day, day, day - pd.Timedelta(days=90)],
         "campaign": ["综合", "第二计划", "很久以前"], "term": ["坚果 批发", "坚果批发", "坚果批发"],
         "cost": [900, 1900, 500]}
    )  # fmt: skip
    found = proposed(MIXED, decided={"坚果批发": Decision(Action.NEGATIVE)}, extra={"ad_search_term": terms})
    kept_out = [row for row in found.rows if row.word == "坚果批发"]
    assert [(row.kind, row.match, row.reason) for row in kept_out] == [(RowKind.NEGATIVE, Match.EXACT, "decided")] * 2
    assert {row.target.campaign for row in kept_out if row.target} == {"综合", "第二计划"}


def test_that_entries_pause_a_moved_word_before_it_is_made_anew_in_a_campaign_that_stands() -> None:
    found = proposed(MIXED)
    made = entries(found, settle(found, ()).accepted, rules())
    order = [(one.entity, one.operation) for one in made]
    assert order.index((Entity.CAMPAIGN, Operation.CREATE)) < order.index((Entity.AD_GROUP, Operation.CREATE))
    own = [
        (one.operation, one.place.campaign)
        for one in made
        if one.keyword == "果山里坚果" and one.entity is Entity.KEYWORD
    ]
    assert own == [(Operation.PAUSE, "综合"), (Operation.CREATE, "品牌词")]


def test_that_a_bid_that_no_file_names_goes_out_as_a_step_and_never_as_what_a_click_costs() -> None:
    found = proposed(MIXED, decided={"坚果": Decision(Action.LOWER)}, steps={"坚果": -0.1})
    made = entries(found, settle(found, ()).accepted, rules())
    (changed,) = [one for one in made if one.operation is Operation.UPDATE and one.entity is Entity.KEYWORD]
    assert (changed.keyword, changed.bid_fen, changed.step) == ("坚果", None, pytest.approx(-0.1))
    moved = [one for one in made if one.operation is Operation.CREATE and one.entity is Entity.KEYWORD]
    assert {(one.bid_fen, one.basis) for one in moved} == {(None, BidBasis.CPC)}


def test_that_what_was_exported_is_found_again_in_later_reports() -> None:
    found = proposed(MIXED)
    plans = [planned(row) for row in settle(found, ()).accepted]
    moves = sum(plan.kind == RowKind.MOVED for plan in plans)
    assert followed(plans, found.bought).missing == moves
    after = proposed(
        [
            At(w.word, "品牌词", adgroup=r.target.adgroup)
            for w in BRAND
            for r in found.rows
            if r.kind is RowKind.MOVED and r.word == w.word and r.target
        ]
    )
    assert followed(plans, after.bought).done == moves


WORDS = [
    "坚果",
    "坚果礼盒",
    "果山里坚果",
    "果山里",
    "三只松鼠坚果",
    "三只松鼠",
    "孕妇坚果独立包装",
    "开心果",
    "开心果散装大颗粒",
    "nuts",
    "big nuts",
]
accounts = st.lists(
    st.builds(
        At,
        word=st.sampled_from(WORDS),
        campaign=st.sampled_from(["一", "二", "三"]),
        adgroup=st.sampled_from(["甲", "乙"]),
        clicks=st.integers(0, 900).map(float),
        cost=st.integers(0, 900).map(float),
        orders=st.integers(0, 30).map(float),
    ),
    min_size=1,
    max_size=40,
    unique_by=lambda one: (one.word, one.campaign, one.adgroup),
)
decisions = st.dictionaries(st.sampled_from([*WORDS, "新词"]), st.sampled_from(list(Action)).map(Decision), max_size=5)


@settings(max_examples=40, deadline=None)
@given(accounts, decisions, st.randoms(use_true_random=False))
def test_that_no_negative_ever_keeps_a_campaign_from_its_own_words(
    words: list[At], decided: dict[str, Decision], chance: Random
) -> None:
    found = proposed(words, decided=decided)
    whole = settle(found, ())
    assert harmful(whole) == []
    assert [row for row in whole.withheld if row.kind is RowKind.NEGATIVE] == []
    some = settle(found, {row.key for row in found.rows if chance.random() < 0.5})
    assert harmful(some) == []


@settings(max_examples=30, deadline=None)
@given(accounts, decisions, st.randoms(use_true_random=False))
def test_that_the_proposal_has_unique_rows_one_place_a_word_and_no_regard_for_the_order_of_the_file(
    words: list[At], decided: dict[str, Decision], chance: Random
) -> None:
    found = proposed(words, decided=decided)
    assert max(Counter(row.key for row in found.rows).values()) == 1
    assert {row.shown for row in found.rows if row.word} >= {one.word for one in words}
    mixed = list(words)
    chance.shuffle(mixed)
    again = proposed(mixed, decided=decided)
    assert [(row.key, row.reason, row.target) for row in again.rows] == [
        (row.key, row.reason, row.target) for row in found.rows
    ]
    if not found.accounts[0].keeps:
        places = Counter((one.word, one.place.key) for one in settle(found, ()).standing)
        assert max(Counter(word for word, _ in places).values(), default=1) == 1


@settings(deadline=None)
@given(st.integers(5, 9999), st.floats(0.01, 60), st.sampled_from([Action.RAISE, Action.LOWER]))
def test_that_a_bid_moves_a_fifth_at_most_and_in_the_direction_of_the_action(
    bid: int, worth: float, action: Action
) -> None:
    from shopdesk.domain.keywords.rebuild.bids import changed_bid
    from shopdesk.domain.keywords.rebuild.model import Bought, Place
    from tests.unit.keywords.rebuild.verdict_of import verdict

    one = Bought(word="坚果", shown="坚果", place=Place(platform="taobao", campaign="一"), bid_fen=bid)
    found = changed_bid(one, verdict("坚果", action=action, break_even=worth), rules())
    if found is not None:
        assert abs(found.fen - bid) <= 0.2 * bid + 1
        assert (found.fen > bid) is (action is Action.RAISE)
        assert 5 <= found.fen <= 9999


pieces = st.lists(st.sampled_from(["坚", "果", "礼盒", "nuts", "big", " ", "a"]), min_size=1, max_size=6).map("".join)


@settings(deadline=None)
@given(pieces.map(normalise).filter(bool), pieces.map(normalise).filter(bool))
def test_that_a_phrase_keeps_out_exactly_the_words_that_hold_it(negative: str, word: str) -> None:
    assert blocks(negative, Match.PHRASE, word) is (negative in phrases(word) or _beside_han(negative, word))
    if blocks(negative, Match.EXACT, word):
        assert blocks(negative, Match.PHRASE, word)
    if blocks(negative, Match.PHRASE, word):
        assert blocks(negative, Match.BROAD, word)


def _beside_han(negative: str, word: str) -> bool:
    return any(is_han(sign) for sign in negative + word) and negative in word
