from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.keywords.dictionary import entries_from_rows, rows_of, shared
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.lexicons import lexicon_of
from shopdesk.domain.keywords.classify import Quadrant, label, learn
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.normal import normalise


def test_that_a_table_with_a_header_gives_entries_with_all_spellings() -> None:
    rows = [
        ["品牌名称", "类型", "拼音", "英文", "备注"],
        ["果山里", "自有品牌", "guoshanli、gsl", "Guo Shan Li", "2019"],
        [None, "", "", "", ""],
        ["三只松鼠", "竞品", "", "Three Squirrels", ""],
    ]
    found = entries_from_rows(rows)
    assert found.issues == ()
    assert found.entries == (
        DictionaryTerm("果山里", "own", ("guoshanli", "gsl", "guo shan li"), note="2019"),
        DictionaryTerm("三只松鼠", "competitor", ("three squirrels",)),
    )


def test_that_a_plain_list_takes_the_kind_that_is_given() -> None:
    found = entries_from_rows([["洽洽"], ["百草味"]], kind=TermKind.COMPETITOR)
    assert [entry.kind for entry in found.entries] == ["competitor", "competitor"]


def test_that_every_row_is_an_entry_or_an_issue() -> None:
    rows = [
        ["名称", "类型"],
        ["", "竞品"],
        ["a", "竞品"],
        ["洽洽", "外星人"],
        ["百草味", "竞品"],
        ["百草味", "竞品"],
    ]
    found = entries_from_rows(rows)
    assert [(issue.row, issue.code) for issue in found.issues] == [
        (2, "no_term"),
        (3, "too_short"),
        (4, "unknown_kind"),
        (6, "merged"),
    ]
    assert [entry.term for entry in found.entries] == ["百草味"]


def test_that_a_known_entry_keeps_its_spellings() -> None:
    known = DictionaryTerm("三只松鼠", "competitor", ("szss",), note="old")
    found = entries_from_rows([["名称", "类型", "别名"], ["三只松鼠", "竞品", "松鼠家"]], known=[known])
    assert found.entries == (DictionaryTerm("三只松鼠", "competitor", ("szss", "松鼠家"), note="old"),)


def test_that_a_spelling_of_two_kinds_is_told() -> None:
    both = [DictionaryTerm("果山里", "own", ("gsl",)), DictionaryTerm("果山林", "competitor", ("gsl",))]
    assert [one.spelling for one in shared(both)] == ["gsl"]
    found = entries_from_rows(rows_of(both))
    assert [issue.code for issue in found.issues] == ["two_kinds"]
    assert len(found.entries) == 2


WORDS = st.text(alphabet="果山里洽沃abc12", min_size=2, max_size=6)
ENTRIES = st.builds(
    DictionaryTerm,
    WORDS,
    st.sampled_from([*(kind.value for kind in TermKind if kind is not TermKind.NAME), ""]),
    st.lists(WORDS, max_size=3, unique=True).map(tuple),
    st.sampled_from([None, True, False]),
    st.lists(WORDS, max_size=2, unique=True).map(tuple),
    st.sampled_from(["", "a note"]),
)


@settings(deadline=None)
@given(st.lists(ENTRIES, max_size=6, unique_by=lambda entry: entry.term))
def test_that_a_written_table_reads_back_alike(entries: list[DictionaryTerm]) -> None:
    tidy = [
        DictionaryTerm(
            entry.term,
            entry.kind,
            tuple(alias for alias in entry.aliases if alias != entry.term),
            entry.ambiguous,
            entry.context,
            entry.note,
        )
        for entry in entries
    ]
    assert list(entries_from_rows(rows_of(tidy)).entries) == tidy


@settings(deadline=None)
@given(st.lists(st.lists(st.one_of(st.none(), st.text(max_size=30)), max_size=6), max_size=8))
def test_that_any_table_is_read(rows: list[list[str | None]]) -> None:
    found = entries_from_rows(rows)
    assert all(entry.term == normalise(entry.term) for entry in found.entries)


def test_that_an_alias_labels_and_names_the_entry() -> None:
    entries = [DictionaryTerm("三只松鼠", "competitor", ("szss",)), DictionaryTerm("果山里", "own")]
    lexicon = lexicon_of(["szss坚果"], [], entries)
    found = label("szss坚果", lexicon, learn(["szss坚果"]))
    assert (found.quadrant, found.reason) == (Quadrant.COMPETITOR, "competitor")
    assert found.values == {"term": "szss", "name": "三只松鼠"}


def test_that_an_ambiguous_name_needs_its_context() -> None:
    def reason(word: str, *entries: DictionaryTerm) -> tuple[str, str]:
        found = label(word, lexicon_of([word], [], entries), learn([word]))
        return found.quadrant.value, found.reason

    mi = DictionaryTerm("小米", "competitor")
    assert reason("小米手机壳", mi) == ("competitor", "competitor")
    assert reason("黄小米5斤", mi)[0] != "competitor"
    assert reason("小米礼盒", mi) == ("competitor", "competitor_unclear")
    assert reason("小米礼盒", DictionaryTerm("小米", "competitor", ambiguous=False)) == ("competitor", "competitor")
    stars = DictionaryTerm("星河", "own", ambiguous=True, context=("投影",))
    assert reason("星河投影灯", stars) == ("brand", "own_brand")
    assert reason("星河贴纸", stars) == ("brand", "own_brand_unclear")


def test_that_a_shop_of_accessories_takes_brand_and_accessory_for_its_category() -> None:
    entries = [DictionaryTerm("苹果", "competitor", ("iphone",))]
    words = ["iphone13钢化膜", "iphone13", "iphone13透明防摔钢化膜"]

    def quadrants(*, compatible: bool) -> list[str]:
        lexicon = lexicon_of(words, [], entries, compatible=compatible)
        return [label(word, lexicon, learn(words)).quadrant.value for word in words]

    assert quadrants(compatible=False) == ["competitor"] * 3
    assert quadrants(compatible=True) == ["category", "competitor", "long_tail"]
