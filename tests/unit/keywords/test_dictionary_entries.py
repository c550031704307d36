from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.importing.model import RawSheet
from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.dictionary import entries, put_entries, refuse, refused, rows_of
from shopdesk.app.keywords.dictionary_file import read_tables, texts_of
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.entry_checks import LONGEST_NAME, MOST_SPELLINGS, Entries, entry_fault, text_fault
from shopdesk.app.keywords.lessons import lessons
from shopdesk.app.keywords.lexicons import lexicon_of
from shopdesk.app.keywords.listing import Origin, Use, listed, uses
from shopdesk.app.keywords.review import Proposal, Question, accept_all, name_term, waiting
from shopdesk.app.keywords.rule_effects import compatible_effect
from shopdesk.app.keywords.teaching import effect
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.classify import Quadrant
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.library import library, study
from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.periods import Period
from shopdesk.io.workspace_file import open_workspace
from tests.unit.keywords.test_review_and_teaching import DAY, WORDS, studied


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(open_workspace(tmp_path / "shop.shopdesk", clock=lambda: datetime(2026, 5, 1)))


def code(entry: DictionaryTerm, *others: DictionaryTerm, own: Sequence[str] = (), replaces: str = "") -> str:
    found = entry_fault(entry, Entries(others, own_names=own), replaces=replaces)
    return found.code if found is not None else ""


OWN, RIVAL = DictionaryTerm("果山里", "own", ("guoshanli",)), DictionaryTerm("三只松鼠", "competitor", ("松鼠",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "blank"),
        ("  ", "blank"),
        ("果", "too_short"),
        ("🥜🥜", "no_letters"),
        ("——", "no_letters"),
        ("<b>果山里</b>", "markup"),
        ("果" * (LONGEST_NAME + 1), "too_long"),
        ("果山里", ""),
        ("3M", ""),
    ],
)
def test_that_a_name_is_refused_with_its_reason(text: str, expected: str) -> None:
    fault = text_fault(text)
    assert (fault.code if fault else "") == expected


@given(st.text())
def test_that_a_name_that_passes_can_be_found_in_words(text: str) -> None:
    if text_fault(text) is None:
        assert len(normalise(text)) >= 2


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (DictionaryTerm("三只松鼠", "competitor"), "taken"),
        (DictionaryTerm("果山里", "competitor"), "own_brand"),
        (DictionaryTerm("松鼠家", "own", ("松鼠",)), "own_brand"),
        (DictionaryTerm("guoshanli", "competitor"), "own_brand"),
        (DictionaryTerm("山货铺", "competitor"), "own_brand"),
        (DictionaryTerm("松鼠", "attribute"), "other_kind"),
        (DictionaryTerm("松鼠", "competitor", ("三只松鼠",)), "circular"),
        (DictionaryTerm("小松鼠", "competitor", ("松鼠",)), "is_entry"),
        (DictionaryTerm("百草味", "competitor", tuple(f"bcw{n}" for n in range(MOST_SPELLINGS + 1))), "many_spellings"),
        (DictionaryTerm("百草味", "competitor", ("bcw",)), ""),
    ],
)
def test_that_an_entry_that_collides_is_refused_with_its_reason(entry: DictionaryTerm, expected: str) -> None:
    assert code(entry, OWN, RIVAL, own=["山货铺"]) == expected


def test_that_an_entry_never_collides_with_the_one_it_replaces() -> None:
    assert code(DictionaryTerm("松鼠", "competitor", ("三只松鼠",)), OWN, RIVAL, replaces="三只松鼠") == ""


def test_that_words_and_spend_stand_beside_the_term_that_their_labels_rest_on(workspace: Workspace) -> None:
    workspace.apply(put_entries([DictionaryTerm("沃得隆", "competitor", ("沃德隆",))]))
    known = studied(workspace, ["沃得隆坚果", "沃德隆腰果", "沃得隆", "腰果"])
    found = library(known, period=Period(DAY, DAY), hand={"沃得隆": Quadrant.CATEGORY})
    used = uses(found, known.lexicon)
    assert used["沃得隆"] == Use(2, 30.0)  # both spellings; the word set by hand rests on no term
    first = listed(entries(workspace), known, used)[0]
    assert (first.entry.term, first.origin, first.use) == ("沃得隆", Origin.SHOP, Use(2, 30.0))


def test_that_every_term_is_listed_once_and_own_entries_hide_the_shipped_ones(workspace: Workspace) -> None:
    workspace.apply(put_entries([DictionaryTerm("百草味", "own"), DictionaryTerm("无糖", "")]))
    terms = [one.entry.term for one in listed(entries(workspace), studied(workspace), None)]
    assert len(terms) == len(set(terms))
    assert terms[:2] == ["百草味", "无糖"]
    assert all(one.use is None for one in listed(entries(workspace), studied(workspace), None))


def test_that_nobody_knows_the_use_of_an_entry_before_the_words_are_studied_with_it(workspace: Workspace) -> None:
    known = studied(workspace)
    used = uses(library(known, period=Period(DAY, DAY), hand={}), known.lexicon)
    fresh, silenced = listed([DictionaryTerm("沃得隆", "own"), DictionaryTerm("无糖", "")], known, used)[:2]
    assert (fresh.use, silenced.use) == (None, Use())


def test_that_a_dropped_entry_is_gone_from_the_list_before_the_words_are_studied_anew(workspace: Workspace) -> None:
    undo = workspace.apply(put_entries([DictionaryTerm("沃得隆", "competitor", ("沃德隆",))]))
    known = studied(workspace)
    workspace.apply(undo)
    assert not {"沃得隆", "沃德隆"} & {one.entry.term for one in listed(entries(workspace), known, None)}


def test_that_several_answers_are_one_change_that_loses_no_spelling(workspace: Workspace) -> None:
    workspace.apply(put_entries([DictionaryTerm("三只松鼠", "competitor", ("松鼠",))]))
    workspace.apply(refuse(["三只松薯"]))
    alike = [
        Proposal(term, Question.SOUND, TermKind.COMPETITOR, "三只松鼠", (), None, None)
        for term in ("三只松薯", "三支松鼠")
    ]
    undo = workspace.apply(accept_all(workspace, alike, TermKind.COMPETITOR))
    assert entries(workspace) == (DictionaryTerm("三只松鼠", "competitor", ("松鼠", "三只松薯", "三支松鼠")),)
    assert refused(workspace) == ()
    workspace.apply(undo)
    assert entries(workspace) == (DictionaryTerm("三只松鼠", "competitor", ("松鼠",)),)
    assert refused(workspace) == ("三只松薯",)


def test_that_a_misspelling_taken_as_own_brand_leaves_the_competitor_where_it_is(workspace: Workspace) -> None:
    workspace.apply(put_entries([DictionaryTerm("三只松鼠", "competitor")]))
    alike = Proposal("三只松薯", Question.SOUND, TermKind.COMPETITOR, "三只松鼠", (), None, None)
    workspace.apply(accept_all(workspace, [alike], TermKind.OWN))
    assert {row.term: row.kind for row in entries(workspace)} == {"三只松鼠": "competitor", "三只松薯": "own"}


def test_that_a_spelling_that_is_named_keeps_the_other_spellings_of_its_entry(workspace: Workspace) -> None:
    workspace.apply(put_entries([DictionaryTerm("三只松鼠", "competitor", ("松鼠", "szss"))]))
    workspace.apply(refuse(["松鼠"]))
    workspace.apply(name_term(workspace, "松鼠", TermKind.OWN))
    assert entries(workspace) == (DictionaryTerm("三只松鼠", "own", ("松鼠", "szss")),)
    assert refused(workspace) == ()


def test_that_answered_proposals_wait_no_more_and_a_confirmed_ambiguous_name_is_not_asked_again() -> None:
    def one(term: str, question: Question) -> Proposal:
        return Proposal(term, question, TermKind.COMPETITOR, "", (), None, None)

    asked = [one("沃得隆", Question.STRANGER), one("小米", Question.AMBIGUOUS), one("百草味", Question.SHIPPED)]
    answered = [DictionaryTerm("沃得隆", "own"), DictionaryTerm("小米", "competitor", ambiguous=True)]
    assert [left.term for left in waiting(asked, answered, [])] == ["百草味"]
    assert [left.term for left in waiting(asked, [DictionaryTerm("小米", "competitor")], ["百草味"])] == [
        "沃得隆",
        "小米",
    ]


def test_that_one_entry_is_offered_for_all_words_it_explains(workspace: Workspace) -> None:
    known = studied(workspace)
    hand = {"沃得隆坚果": Quadrant.BRAND, "沃得隆腰果": Quadrant.BRAND}
    taught = lessons(hand, known, hand, (), SILENT)
    assert [one.entry for one in taught] == [DictionaryTerm("沃得隆", "own")]
    assert taught[0].moved == ()  # both are set by hand


def test_that_an_entry_of_the_shop_takes_the_new_kind_and_keeps_its_spellings(workspace: Workspace) -> None:
    own = DictionaryTerm("沃得隆", "competitor", ("沃德隆",), note="对手")
    workspace.apply(put_entries([own]))
    hand = {"沃得隆坚果": Quadrant.BRAND}
    (taught,) = lessons(hand, studied(workspace), hand, entries(workspace), SILENT)
    assert taught.entry == DictionaryTerm("沃得隆", "own", ("沃德隆",), note="对手")
    assert [one.word for one in taught.moved] == ["沃得隆腰果"]


def test_that_a_label_that_the_rules_give_anyway_teaches_nothing(workspace: Workspace) -> None:
    known = studied(workspace)
    same = {word: known.labels[word].quadrant for word in WORDS}
    assert lessons(same, known, same, (), SILENT) == ()


def test_that_an_entry_moves_only_what_it_moves_once_the_words_are_studied_anew(workspace: Workspace) -> None:
    """Labels depend on how rare a word is: an effect told without its searches would name words that stay."""
    words = [
        f"{scene}坚果{size}"
        for scene in ("送礼", "办公室", "宿舍", "早餐")
        for size in ("", "500g", "罐装", "小包", "大包", "散装")
    ]
    known = studied(workspace, words)
    assert known.vocabulary.rare_below is not None
    entry = DictionaryTerm("送礼", "head")
    told = {one.word: one.after for one in effect(entry, known, {}).moved}
    workspace.apply(put_entries([entry]))
    after = studied(workspace, words).labels
    really = {word: after[word].quadrant for word in words if after[word].quadrant is not known.labels[word].quadrant}
    assert told == really


def test_that_the_accessory_switch_tells_exactly_the_words_that_it_moves(workspace: Workspace) -> None:
    words = ["苹果手机壳", "苹果手机", "手机壳", "小米手机膜"]
    known = studied(workspace, words)
    told = {one.word: one.after for one in compatible_effect(known, {}, SILENT)}
    assert told
    turned = study(known.frames, lexicon_of(words, [], [], compatible=True)).labels
    really = {word: turned[word].quadrant for word in words if turned[word].quadrant is not known.labels[word].quadrant}
    assert told == really


def test_that_a_file_proposes_entries_beside_those_of_the_shop_with_what_speaks_against_them() -> None:
    cells = pa.table({"c0": ["品牌", "百草味", "果山里"], "c1": ["别名", "bcw", None]})
    again = pa.table({"c0": ["松鼠", "三只松鼠", None], "c1": [None, "sanzhisongshu", None]})
    tables = [(name, texts_of(RawSheet(name, each))) for name, each in (("对手", cells), ("更多", again))]
    reading = read_tables(tables, kind=TermKind.COMPETITOR, known=[OWN, RIVAL])
    assert {one.entry.term: one.fault.code if one.fault else "" for one in reading.proposed} == {
        "百草味": "",
        "果山里": "own_brand",
        "松鼠": "is_entry",
    }
    assert [(name, issue.row, issue.code) for name, issue in reading.issues if issue.code != "merged"] == [
        ("更多", 2, "unknown_kind")
    ]


def test_that_the_written_table_reads_back_as_the_same_entries() -> None:
    kept = [OWN, RIVAL, DictionaryTerm("苹果", "competitor", (), True, ("手机",), "注")]
    reading = read_tables([("", rows_of(kept))], kind=TermKind.COMPETITOR, known=())
    assert [one.entry for one in reading.proposed] == kept
    assert reading.issues == ()
