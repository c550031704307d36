"""Labels for a large account: thirty and three hundred thousand words against three thousand names."""

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
    if not quick:
        many = _words(MANY, names)
        yield Line("label 300,000 words (limit)", _cpu_s(lambda: classify(many, lexicon)), "s", target=MANY_S)


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
