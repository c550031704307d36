"""A large account: labels against three thousand names, the library of 30,000 words, titles by the thousand."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

from benchmarks.measuring import Line

NAMES: Final = 3000
FEW: Final = 30_000
MANY: Final = 300_000
FEW_S: Final = 5.0
MANY_S: Final = 45.0
"""Most seconds, segmentation included."""


def measure(*, quick: bool) -> Iterator[Line]:
    """Label words as the library does; beside it the loop that only asks of each name whether a word has it."""
    from shopdesk.app.keywords.documents import DictionaryTerm
    from shopdesk.app.keywords.lexicons import lexicon_of, shipped_trades
    from shopdesk.domain.keywords.classify import classify
    from shopdesk.domain.keywords.review import proposals

    names = list(dict.fromkeys(name for trade in shipped_trades() for name in trade.names))[:NAMES]
    words = _words(FEW, names)
    lexicon = lexicon_of(words[:NAMES], [], [DictionaryTerm(name, "competitor") for name in names])
    labels = classify(words[:1000], lexicon)  # loads the segmenter's dictionary, which a session does once
    spent = _cpu_s(lambda: labels.extend(classify(words, lexicon)))
    loop = _cpu_s(lambda: [next((name for name in names if name in word), "") for word in words])
    yield Line("label 30,000 words, 3,000 names", spent, "s", "a loop of `in`, names only", loop, 4.0)
    yield Line("label 30,000 words (limit)", spent, "s", target=FEW_S)
    found = dict(zip(words, labels[-FEW:], strict=True))
    yield Line("ask about names of 30,000 words", _cpu_s(lambda: proposals(found, lexicon, spend={})), "s")
    yield from _library(words)
    yield from _titles()
    if not quick:
        many = _words(MANY, names)
        yield Line("label 300,000 words (limit)", _cpu_s(lambda: classify(many, lexicon)), "s", target=MANY_S)


def _library(words: list[str]) -> Iterator[Line]:
    """The whole answer of the tab, in two parts as the window asks for it: once an import, once a period."""
    import numpy as np
    import pandas as pd

    from shopdesk.app.keywords.lexicons import lexicon
    from shopdesk.domain.keywords.library import library, study
    from shopdesk.domain.periods import Period

    dice, end = np.random.default_rng(1), pd.Timestamp("2026-06-22")
    rows = 2 * len(words)
    days = end - pd.to_timedelta(dice.integers(0, 28, rows), unit="D")
    frame = pd.DataFrame(
        {
            "platform": "taobao",
            "shop": "",
            "kind": "wxt_keyword",
            "campaign": "a",
            "date": days,
            "date_end": days,
            "keyword": dice.choice(np.array(words), rows),
            "impressions": 100.0,
            "clicks": dice.integers(0, 30, rows).astype(float),
            "cost": 1000,
            "ad_orders": dice.integers(0, 2, rows).astype(float),
            "ad_gmv": 5000,
        }
    )
    frames = {"ad_keyword": frame}
    start = time.process_time()
    known = study(frames, lexicon(frames, ()))
    studied = time.process_time()
    period = Period.last(days=28, until=end.date())
    library(known, period=period, hand={})
    yield Line("study 30,000 bought words", studied - start, "s")
    yield Line("library of 30,000 words, another period", time.process_time() - studied, "s")


def _titles() -> Iterator[Line]:
    from shopdesk.app.titles.lexicon import shipped_list
    from shopdesk.domain.titles.check import check_all

    titles = [f"第{number}款 国家级 最佳保温杯 大容量 户外 便携 学生 男女 通用" for number in range(5_000)]
    listed = shipped_list()
    yield Line("check 5,000 titles for prohibited words", _cpu_s(lambda: check_all(titles, listed)), "s")


def _words(count: int, names: list[str]) -> list[str]:
    """Return different words as people type them: a name, a product, modifiers."""
    from shopdesk.app.keywords.lexicons import shipped_modifiers, shipped_products

    dice = random.Random(1)
    modifiers = shipped_modifiers()
    heads, attributes, scenes = shipped_products().heads, modifiers["attribute"], modifiers["scene"]
    leads = [*names[::4], *scenes, *(f"{a}{b}" for a, b in product("维廉朵诺凯", "思芙泽亚宁"))]
    found: dict[str, None] = {}
    while len(found) < count:
        parts = [dice.choice(heads)]
        if dice.random() < 0.7:
            parts.insert(0, dice.choice(leads))
        parts += [dice.choice(attributes) for _ in range(dice.randrange(3))]
        found["".join(parts)] = None
    return list(found)


def _cpu_s(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
