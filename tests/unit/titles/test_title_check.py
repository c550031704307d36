from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.titles.documents import OwnTerm
from shopdesk.app.titles.lexicon import ad_list, contexts, shipped_groups, shipped_list, shipped_terms
from shopdesk.domain.titles.check import check, check_all, worst
from shopdesk.domain.titles.spelling import spelled
from shopdesk.domain.titles.terms import AdList, AdTerm, Level

PIECES = ["最", "佳", "第一", "代", "国家级", "100%", "棉", "NO.1", "*", "🔥", "顶級", "万能", "胶", "a", "货"]
PARTS = st.lists(st.sampled_from([*PIECES, " "]), max_size=12).map("".join)


@given(st.text(max_size=60) | PARTS)
def test_that_a_finding_is_the_titles_own_text_and_findings_never_overlap(title: str) -> None:
    findings = check(title, shipped_list())
    for finding in findings:
        assert title[finding.start : finding.end] == finding.found
        assert finding.level is not Level.SILENT
    for one, other in pairwise(findings):
        assert one.end <= other.start


@given(PARTS, st.sampled_from(["*", " ", "·", "_", "🔥", "\u200b"]))
def test_that_signs_put_between_all_signs_hide_nothing(title: str, sign: str) -> None:
    bare = "".join(one for one in title if one.isalnum() or one == "%")
    hidden = sign.join(bare)
    if not any("a" <= one <= "z" or one.isdigit() or "A" <= one <= "Z" for one in bare):
        assert [one.term for one in check(hidden, shipped_list())] == [one.term for one in check(bare, shipped_list())]


def test_that_a_finding_stands_at_its_place_in_the_title_as_typed() -> None:
    (finding,) = check("加厚 最 *佳 围巾", shipped_list())
    assert (finding.found, finding.start, finding.end) == ("最 *佳", 3, 7)


@pytest.mark.parametrize(
    ("title", "found"),
    [("全网最低价纸巾", ["全网最低价"]), ("销量第一款", ["销量第一"]), ("冠军同款羽毛球拍", ["冠军同款"])],
)
def test_that_the_longest_term_is_named(title: str, found: list[str]) -> None:
    assert [one.found for one in check(title, shipped_list())] == found


def test_that_a_harmless_place_doesnt_excuse_another_one() -> None:
    findings = check("第一代积木 销量第一", shipped_list())
    assert [one.found for one in findings] == ["销量第一"]
    assert [one.start for one in check("第一代 第一品牌", shipped_list())] == [4]


def test_that_a_disguised_term_is_only_a_warning() -> None:
    (finding,) = check("蕞佳吹风机", shipped_list())
    assert (finding.found, finding.level, finding.disguised) == ("蕞佳", Level.WARN, True)


def test_that_short_terms_dont_reach_across_a_list() -> None:
    assert check("规格S,M,A,货期三天", shipped_list()) == ()


def test_that_an_own_term_is_found_and_a_silenced_one_is_not() -> None:
    own = ad_list([OwnTerm("闭眼入", "block"), OwnTerm("最佳", "")])
    assert [one.found for one in check("闭 眼 入的最佳睡衣", own)] == ["闭 眼 入"]
    assert worst(check("最佳睡衣", shipped_list())) is Level.BLOCK


def test_that_an_own_exception_excuses_a_shipped_term_and_keeps_its_other_contexts() -> None:
    own = ad_list([OwnTerm("减肥", "warn", ok_in=("减肥日记本",))])
    assert check("减肥日记本手账", own) == ()
    assert worst(check("减肥茶", own)) is Level.BLOCK


def test_that_every_shipped_term_has_a_group_and_says_what_it_is_found_by() -> None:
    groups = {group.key for group in shipped_groups()}
    for term in shipped_terms():
        assert term.group in groups, term.term
        if not term.pattern:
            assert spelled(term.term).text == term.term
    literal = [term for term in shipped_terms() if not term.pattern and term.level is not Level.SILENT]
    for term in literal:
        assert worst(check(term.term, shipped_list())) is not Level.SILENT, term.term


def test_that_a_context_without_the_term_counts_anywhere_and_an_empty_one_nowhere() -> None:
    term = AdTerm("特供", "own", Level.BLOCK, ok_in=contexts("赠品|~|@"))
    assert term.ok_in == ("赠品",)
    listed = AdList.of([term], shipped_groups())
    assert check("特供赠品", listed) == ()
    assert check("特供酒", listed)


def test_that_many_titles_are_each_checked_on_their_own() -> None:
    titles = [f"第{number}款 国家级 最佳保温杯 大容量 {number} 户外 便携 学生 男女 通用" for number in range(50)]
    found = check_all(titles, shipped_list())
    assert all(len(one) == 2 for one in found)
