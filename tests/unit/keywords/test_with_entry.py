from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.lexicons import lexicon_of, with_entry
from shopdesk.domain.keywords.classify import label, learn
from shopdesk.domain.keywords.lexicon import TermKind

WORDS = [
    "果山里坚果", "果山坚果", "小米粥", "小米手机壳", "小米礼盒", "洽洽瓜子", "薇朵诺面霜", "iphone13钢化膜",
    "孕妇坚果无添加", "gsl腰果", "坚果", "沃隆每日坚果", "苹果醋", "老板椅",
]  # fmt: skip
TERMS = st.sampled_from(
    ["果山里", "果山", "小米", "洽洽", "薇朵诺", "iphone", "孕妇", "gsl", "坚果", "沃隆", "苹果", "老板", "每日坚果"]
)
ENTRIES = st.builds(
    DictionaryTerm,
    TERMS,
    st.sampled_from([*(kind.value for kind in TermKind if kind is not TermKind.NAME), ""]),
    st.lists(TERMS, max_size=2, unique=True).map(tuple),
    st.sampled_from([None, True, False]),
    st.lists(st.sampled_from(["手机", "礼盒"]), max_size=1).map(tuple),
)
VOCABULARY = learn(WORDS)


@settings(max_examples=50, deadline=None)  # each example builds two whole lexicons
@given(ENTRIES, st.lists(ENTRIES, max_size=3))
def test_that_what_an_entry_would_change_is_what_it_does_change(
    entry: DictionaryTerm, stored: list[DictionaryTerm]
) -> None:
    # Entries that share a spelling are told apart before one is stored.
    others: list[DictionaryTerm] = []
    for other in stored:
        taken = {spelling for one in (entry, *others) for spelling in one.spellings}
        others += [] if taken & set(other.spellings) else [other]
    before = lexicon_of(WORDS, [], others)
    told, done = with_entry(before, entry), lexicon_of(WORDS, [], [*others, entry])
    assert [label(word, told, VOCABULARY) for word in WORDS] == [label(word, done, VOCABULARY) for word in WORDS]
