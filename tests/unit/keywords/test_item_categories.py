from __future__ import annotations

from datetime import date

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from shopdesk.app.keywords.lexicons import lexicon
from shopdesk.domain.keywords.classify import LabelSource, Quadrant
from shopdesk.domain.keywords.harvest import category_heads
from shopdesk.domain.keywords.library import study
from shopdesk.domain.keywords.normal import normalise
from tests.unit.keywords.test_keyword_library import keyword_rows

DAY = date(2026, 4, 30)


def test_that_a_category_with_several_products_names_each_and_leftovers_name_none() -> None:
    assert category_heads(["坚果/炒货", "香薰蜡烛（礼盒）", "其他", "T恤"]) == (
        "t恤",
        "坚果",
        "炒货",
        "礼盒",
        "香薰蜡烛",
    )


@given(st.lists(st.text(max_size=12), max_size=6))
def test_that_heads_are_in_normal_spelling_and_know_no_order(categories: list[str]) -> None:
    heads = category_heads(categories)
    assert heads == category_heads(categories[::-1])
    assert all(normalise(head) == head for head in heads)


def test_that_a_word_of_the_shops_category_is_a_category_word_without_any_family() -> None:
    words = keyword_rows([(DAY, "a", "嗅片座", 10, 1000, 1, 9000)])
    items = pd.DataFrame({"category": ["嗅片座", None], "item": ["木质", "铜质"]})
    known = study({"ad_keyword": words, "item_daily": items}, lexicon({"ad_keyword": words, "item_daily": items}, []))
    label = known.labels["嗅片座"]
    assert (label.quadrant, label.source, label.values["head"]) == (
        Quadrant.CATEGORY,
        LabelSource.DICTIONARY,
        "嗅片座",
    )
