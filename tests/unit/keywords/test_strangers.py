from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.lexicons import lexicon_of
from shopdesk.domain.keywords.classify import CERTAINTY, Quadrant, certainty, classify, label, learn
from shopdesk.domain.keywords.lexicon import Lexicon, TermKind
from shopdesk.domain.keywords.strangers import stranger

SHIPPED = lexicon_of([], [], [])


def found(word: str, lexicon: Lexicon = SHIPPED) -> tuple[str, str]:
    one = label(word, lexicon, learn([word]))
    return one.quadrant.value, str(one.values.get("term", ""))


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("薇朵诺面霜", "薇朵诺"),  # sounds like one, before a product
        ("浙江凯诺深水泵", "凯诺"),  # behind a place
        ("zorbak洗烘一体机", "zorbak"),  # a Latin word in a Chinese one
        ("正品凯诺深水泵", "凯诺"),  # behind a word of the trade
        ("朵拉蒂官方旗舰店", "朵拉蒂"),  # said to be one
        ("沐朵gx310", "沐朵"),  # before a model
        ("薇朵诺霜", "薇朵诺"),  # before a thing of one sign
        ("月婆婆农场果泥", "月婆婆农场"),  # ends like names of ordinary words
        ("qro除螨仪", "qro"),  # a short Latin word that is no measure, in front
    ],
)
def test_that_a_name_that_nobody_knows_is_a_competitor_to_be_confirmed(word: str, name: str) -> None:
    assert found(word) == ("competitor", name)
    assert label(word, SHIPPED, learn([word])).needs_review


@pytest.mark.parametrize(
    "word",
    [
        "厨房置物架",
        "杭州丝绸",
        "usb风扇",
        "led灯带",
        "a4打印纸",
        "手摇磨豆机",
        "木头的椅子",
        "连衣裙",
        "32寸电视",
        "学校荣誉牌匾",
    ],
)
def test_that_ordinary_beginnings_places_and_measures_are_no_names(word: str) -> None:
    assert found(word)[0] in ("category", "long_tail")


def test_that_a_beginning_of_the_own_titles_or_a_refused_one_is_no_stranger() -> None:
    word = "薇朵诺面霜"
    titles = learn([word], titles=["薇朵诺保湿面霜50g"])
    assert label(word, SHIPPED, titles).quadrant is not Quadrant.COMPETITOR
    refused = lexicon_of([], [], [], refused=["薇朵诺"])
    assert label(word, refused, learn([word])).quadrant is not Quadrant.COMPETITOR


def test_that_english_words_of_several_tokens_have_no_strangers() -> None:
    assert stranger("mens trail running shoes", known=[], is_ordinary=lambda _piece: False) is None


def test_that_the_longest_name_and_the_strongest_kind_decide() -> None:
    entries = [
        DictionaryTerm("果山", "competitor"),
        DictionaryTerm("果山里", "own"),
        DictionaryTerm("山里坚果", "competitor"),
    ]
    lexicon = lexicon_of([], [], entries)
    assert found("果山里坚果", lexicon) == ("brand", "果山里")
    assert found("果山坚果", lexicon) == ("competitor", "果山")


def test_that_latin_names_keep_their_limits_and_may_carry_a_model() -> None:
    lexicon = lexicon_of([], [], [DictionaryTerm("ces", "own"), DictionaryTerm("iphone", "competitor")])
    assert found("license架", lexicon) != ("brand", "ces")
    assert found("iphone13钢化膜", lexicon) == ("competitor", "iphone")


def test_that_a_shipped_name_never_beats_the_shop() -> None:
    assert found("洽洽瓜子") == ("competitor", "洽洽")
    own = lexicon_of(["洽洽瓜子"], [], [DictionaryTerm("洽洽", "own")])
    assert found("洽洽瓜子", own) == ("brand", "洽洽")
    silenced = lexicon_of(["洽洽瓜子"], [], [DictionaryTerm("洽洽", "")])
    assert found("洽洽瓜子", silenced)[0] not in ("brand", "competitor")


def test_that_a_shipped_name_with_another_meaning_needs_its_context_or_a_shop_behind_it() -> None:
    assert found("樱花油烟机") == ("competitor", "樱花")
    assert found("樱花官方旗舰店") == ("competitor", "樱花")
    assert found("樱花装饰")[0] not in ("brand", "competitor")


WORDS = st.lists(
    st.one_of(
        st.text(max_size=20),
        st.text(alphabet="廉邦铁锅小米粥三只松鼠坚果iphone13钢化膜旗舰店的男女500g 薇诺娜面霜", max_size=14),
    ),
    max_size=12,
)
ENTRIES = [DictionaryTerm("小米", TermKind.COMPETITOR.value), DictionaryTerm("廉邦", TermKind.OWN.value)]
LEXICONS = [lexicon_of([], [], ENTRIES, compatible=compatible) for compatible in (False, True)]


@settings(deadline=None)  # the first word loads the segmenter's dictionary
@given(WORDS, st.sampled_from(LEXICONS), st.randoms(use_true_random=False))
def test_that_every_word_gets_one_measured_label_whatever_the_order(
    words: list[str], lexicon: Lexicon, order: random.Random
) -> None:
    first = dict(zip(words, classify(words, lexicon), strict=True))
    shuffled = list(words)
    order.shuffle(shuffled)
    assert dict(zip(shuffled, classify(shuffled, lexicon), strict=True)) == first
    assert all(one.reason in CERTAINTY and 0 < certainty(one) <= 1 for one in first.values())


def test_that_progress_is_told_and_may_stop_it() -> None:
    heard: list[float] = []

    def listen(share: float) -> None:
        heard.append(share)
        if share > 0.5:
            raise InterruptedError

    words = [f"坚果{number}" for number in range(5000)]
    with pytest.raises(InterruptedError):
        classify(words, SHIPPED, progress=listen)
    assert heard == sorted(heard)
    assert heard[0] == 0


@pytest.mark.parametrize("word", ["坚果 廉朵芙", "每日坚果廉朵芙", "坚果礼盒 廉朵芙"])
def test_that_a_name_behind_the_product_is_asked_about_and_moves_no_word(word: str) -> None:
    named, plain = classify([word, word.replace("廉朵芙", "").strip()], lexicon_of([], [], []))
    assert (named.needs_review, plain.needs_review) == (True, False)
    assert "廉朵芙" in named.values.values()
    assert named.quadrant is not Quadrant.COMPETITOR


@pytest.mark.parametrize("word", ["坚果 送礼", "连衣裙 夏季", "保温杯大容量", "火锅底料 清汤", "坚果", "廉朵芙"])
def test_that_ordinary_words_behind_a_product_ask_nothing(word: str) -> None:
    assert "unknown" not in classify([word], lexicon_of([], [], []))[0].values
