"""Print ``WEIGHTS`` of ``domain/keywords/strangers.py`` by logistic regression: ``python … DICT [QUERIES…]``.

DICT is jieba's dict.txt (MIT). Learnt from the part ``seen`` of tests/referee/keyword_queries.tsv and of further files
of its form (the weights in force: 537 searches of a public market, labelled by hand, not ours to ship); and, at a
fraction of the weight, from shipped names and ordinary words before product words, each taken as if no dictionary
had it. A name's signs are scored without the names of its fold. The part ``held`` stays out: it measures.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

import numpy as np
from name_signs import HAN, ROOT, counts, scores, trade_names
from scipy.optimize import minimize

sys.path.insert(0, str(ROOT))

from shopdesk.app.keywords.lexicons import lexicon_of, shipped_products
from shopdesk.domain.keywords import strangers
from shopdesk.domain.keywords.lexicon import BRANDS
from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.keywords.tokens import segmenter

QUERIES = ROOT / "tests" / "referee" / "keyword_queries.tsv"
FOLDS = 8
WORDS = 6000
WEIGHT = {"query": 3.0, "name": 0.2, "word": 0.1}
RIDGE = 1.0
ORDINARY = frozenset(["n", "v", "vn", "a", "b", "l", "i", "vi", "d", "z", "s"])
Piece = tuple[str, str]
Row = tuple[tuple[float, ...], float, float]  # features, whether a name, weight


def of_names(dictionary: Path, dice: random.Random) -> Iterator[Row]:
    in_names, in_words = counts(dictionary)
    heads = shipped_products().heads
    names = [name for name in trade_names() if not segmenter().has_word(name)]
    dice.shuffle(names)
    for fold in (names[start::FOLDS] for start in range(FOLDS)):
        others = Counter(in_names)
        for name in fold:
            others.subtract(name)
        table = (scores(others, in_words), 1.0)
        with mock.patch.object(strangers, "_scores", lambda table=table: table):
            for name in fold:
                word = name + dice.choice(heads)
                known = [(len(name), len(word))] if dice.random() < 0.6 else []
                yield from beginnings(word, name, known, WEIGHT["name"])


def of_words(dictionary: Path, dice: random.Random) -> Iterator[Row]:
    lines = [line.split() for line in dictionary.read_text(encoding="utf-8").splitlines()]
    times = {word: int(count) for word, count, _ in lines}
    tags = {word: tag for word, _, tag in lines}
    usual = [word for word in times if HAN.fullmatch(word) and 2 <= len(word) <= 4 and tags[word] in ORDINARY]
    for word in dice.sample([word for word in usual if 3 <= times[word] <= 400], WORDS):
        own = [(piece, tags.get(piece, "x")) for piece in cut_without(word, times)]
        if not strangers.is_plain(own):
            rest = segmenter().tag(dice.choice(shipped_products().heads), False)
            yield strangers.features(word, own, rest, follows=dice.random() < 0.6), 0.0, WEIGHT["word"]


def cut_without(word: str, times: dict[str, int]) -> list[str]:
    """Return the likeliest pieces of a word by a dictionary that lacks the word itself."""
    total = math.log(sum(times.values()))
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(word) + 1):
        ways = []
        for start in range(end):
            piece = word[start:end]
            count = times.get(piece, 1 if len(piece) == 1 else 0)
            if count and piece != word:
                ways.append((best[start][0] + math.log(count) - total, [*best[start][1], piece]))
        best.append(max(ways))
    return best[-1][1]


def of_queries(*files: Path) -> Iterator[Row]:
    lexicon = lexicon_of([], [], [])
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    for part, _kind, query, name in (line.split("\t") for line in lines if not line.startswith("#")):
        if part == "seen":
            word = normalise(query)
            known = [(hit.start, hit.end) for hit in lexicon.hits(word) if hit.kind not in BRANDS]
            yield from beginnings(word, normalise(name), known, WEIGHT["query"])


def beginnings(word: str, name: str, known: Sequence[tuple[int, int]], weight: float) -> Iterator[Row]:
    """Yield every beginning that the rule would weigh."""
    found: list[Row] = []

    def keep(lead: str, own: Sequence[Piece], rest: Sequence[Piece], *, follows: bool) -> float:
        if "的" not in lead and not strangers.is_plain(own):
            found.append((strangers.features(lead, own, rest, follows=follows), float(lead == name), weight))
        return 0.0

    with mock.patch.object(strangers, "_chance", keep):
        strangers.leads(word, known, lambda _piece: False)
    yield from found


def main() -> int:
    dictionary, dice = Path(sys.argv[1]), random.Random(3)
    rows = [*of_names(dictionary, dice), *of_words(dictionary, dice), *of_queries(QUERIES, *map(Path, sys.argv[2:]))]
    features = np.array([row[0] for row in rows])
    named, weights = np.array([row[1] for row in rows]), np.array([row[2] for row in rows])

    def loss(tried: np.ndarray) -> float:
        logit = features @ tried
        misfit = weights * (np.logaddexp(0, logit) - named * logit)
        return float(misfit.sum() + RIDGE * (tried[1:] ** 2).sum() / 2)

    best = minimize(loss, np.zeros(features.shape[1]), method="BFGS").x
    print(len(rows), "beginnings: WEIGHTS: Final = (" + ", ".join(f"{one:.2f}" for one in best) + ")")
    return 0


if __name__ == "__main__":
    sys.exit(main())
