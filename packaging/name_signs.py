"""Write ``domain/keywords/name_signs.py``: how much likelier a sign is in a trade name than in an ordinary word.

``python packaging/name_signs.py DICT``: DICT is jieba's dict.txt (MIT); the names are resources/lexicons/names.toml.
Run by hand when the names have grown much; then measure anew (tests/referee/test_keyword_queries.py).
"""

from __future__ import annotations

import math
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "shopdesk" / "domain" / "keywords" / "name_signs.py"
HAN = re.compile(r"[一-鿿]+")
ORDINARY = frozenset(["n", "v", "vn", "a", "an", "b", "d", "s", "f", "m", "q", "t", "i", "l", "g", "ng", "vg", "ag"])
FOREIGN_WEIGHT = 0.12  # of a foreign name (nrt): many, and only akin to trade names
NAME_PRIOR, ORDINARY_PRIOR = 0.35, 12.0  # pseudo-counts
LIMITS = (-3.0, 4.0)
USUAL = 1.0  # of a sign that neither list has often: rare signs are names' signs


def trade_names() -> list[str]:
    trades = tomllib.loads((ROOT / "resources" / "lexicons" / "names.toml").read_text(encoding="utf-8"))["trade"]
    products = sorted({term for trade in trades for term in trade["about"]}, key=len, reverse=True)
    found = set()
    for name in {name for trade in trades for name in trade["names"] if HAN.fullmatch(name)}:
        bare = next(
            (name.removesuffix(end) for end in products if name.endswith(end) and len(name) - len(end) >= 2), name
        )
        if 2 <= len(bare) <= 5:
            found.add(bare)
    return sorted(found)


def counts(dictionary: Path) -> tuple[Counter[str], Counter[str]]:
    names: Counter[str] = Counter()
    ordinary: Counter[str] = Counter()
    for name in trade_names():
        names.update(name)
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, times, tag = line.split()
        if not HAN.fullmatch(word):
            continue
        if tag == "nrt" and 2 <= len(word) <= 4:
            for sign in word:
                names[sign] += FOREIGN_WEIGHT
        if len(word) == 1:
            ordinary[word] += 0.6 * math.sqrt(min(int(times), 3000))
        elif len(word) <= 3 and tag in ORDINARY:
            for sign in word:
                ordinary[sign] += math.sqrt(min(int(times), 300))
    return names, ordinary


def scores(names: Counter[str], ordinary: Counter[str]) -> dict[str, float]:
    signs = sorted(set(names) | set(ordinary))
    of_names = sum(names.values()) + NAME_PRIOR * len(signs)
    of_words = sum(ordinary.values()) + ORDINARY_PRIOR * len(signs)
    low, high = LIMITS
    return {
        sign: max(
            low,
            min(high, math.log((names[sign] + NAME_PRIOR) / of_names * of_words / (ordinary[sign] + ORDINARY_PRIOR))),
        )
        for sign in signs
    }


def main() -> int:
    by_score: dict[int, list[str]] = {}
    for sign, score in scores(*counts(Path(sys.argv[1]))).items():
        by_score.setdefault(round(score * 4), []).append(sign)
    out = [
        '"""How much likelier a sign is in a trade name than in an ordinary word, as a logarithm; by a program.',
        "",
        "See packaging/name_signs.py. Ordinary words and foreign names: the dictionary of jieba, MIT.",
        '"""',
        "",
        "from typing import Final",
        "",
        f"USUAL: Final = {USUAL}",
        '"""Of a sign that is not listed."""',
        "QUARTERS: Final = {",
    ]
    for score, signs in sorted(by_score.items()):
        if score != USUAL * 4:
            text = "".join(signs)
            out += [
                f"    {score}: (",
                *(f'        "{text[at : at + 100]}"' for at in range(0, len(text), 100)),
                "    ),",
            ]
    TARGET.write_text("\n".join([*out, "}", '"""Signs by score, in quarters."""', ""]), encoding="utf-8")
    print(sum(map(len, by_score.values())), "signs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
