"""Trade names that no list knows: how likely the beginning of a word is one, by its signs and by what follows."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Final

from shopdesk.domain.keywords.normal import is_han
from shopdesk.domain.keywords.tokens import segmenter

NAME_SIGNS: Final = (2, 5)
LATIN_LETTERS: Final = 3
SURE_LETTERS: Final = 4
"""Shorter Latin words are mostly measures, materials and games (psv, gmt): they are only asked about."""
LATIN_CHANCE: Final = (0.85, 0.7)
SHORT_LATIN_CHANCE: Final = (0.55, 0.35)
"""Of a Latin word that begins a Chinese one, that stands elsewhere in it."""
MARKED_CHANCE: Final = 0.85
PLAIN_CHANCE: Final = 0.2
"""At most, of a beginning that is made of ordinary words: it may be a name, but nothing says so."""
MARKS: Final = re.compile(
    r"(?P<name>.{2,8}?)(?:牌(?![匾照子位桌楼坊号九])|官方|旗舰|专卖店|专营店|天猫|正品|家居旗舰|药业|制药|集团|股份)"
)
"""What follows a name: the shortest beginning before it is taken."""
THINGS: Final = frozenset("酒茶锅膏霜油水粉灯鞋表笔纸药糖盐米面醋酱车机包帽裤裙袜琴刀胶漆")
"""Single signs that are products of their own."""
BEFORE: Final = frozenset(["正品", "正宗", "全新", "二手", "新款", "老款", "官方", "进口", "原装"])
"""What stands before a name and says nothing of it, beside places."""
ENDED_CHANCE: Final = 0.6
"""Of a beginning that ends like names that are made of ordinary words (月婆婆农场)."""
ENDS: Final = re.compile(
    r"(?P<name>[㐀-鿿]{1,4}?(?:先生|姑娘|小子|掌柜|娘子|世家|工坊|作坊|物语|家园|农场|庄园|之吻|之恋|之味|之家|之语|之谜|之花))"
)
LOOKED_AT: Final = 12
"""Signs of a word that are cut to find a name at its beginning."""
KINDS: Final = frozenset("味色款风式型毛绒丝纹布皮石木纸棉柜架灯机器车锅刀包衣裤鞋帽袜箱盒瓶杯管线针笔椅桌床垫")
"""Signs that end words for flavours, materials, looks and things, seldom names."""
_FOREIGN: Final = frozenset({"nrt", "nz", "nr", "nt"})
_LATIN: Final = re.compile(r"[a-zà-ÿ][a-zà-ÿ'&.\-]*[a-zà-ÿ]")
_MODEL: Final = re.compile(r" ?[a-z]{1,4}-?[0-9]{2,}")
_HAN_RUN: Final = re.compile(r"[㐀-鿿]+")


@dataclass(frozen=True, slots=True)
class Stranger:
    """A piece of a word that may be a trade name, with the chance that it is one."""

    term: str
    chance: float
    start: int

    @property
    def end(self) -> int:
        """Position behind its last character."""
        return self.start + len(self.term)


WEIGHTS: Final = (-2.52, 0.73, 0.03, 0.76, -0.75, 0.34, 0.28, -0.19, -1.23, 1.93, -0.40, 0.01, 0.24, -0.76, -0.52, 2.10)
"""Of ``features``, by logistic regression: see packaging/name_weights.py."""


def stranger(word: str, *, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> Stranger | None:
    """Return the likeliest unknown trade name of a word in normal spelling, None where nothing can be one.

    ``known`` are the places of known terms, from and to: a name neither overlaps them nor is ``is_ordinary``.
    """
    found = [*_latin(word, known, is_ordinary), *_marked(word, known, is_ordinary), *leads(word, known, is_ordinary)]
    return max(found, key=lambda one: (one.chance, -one.start, one.term), default=None)


def _latin(word: str, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> list[Stranger]:
    """Return Latin words inside a Chinese one, and a word that is nothing but one Latin word."""
    if not any(map(is_han, word)) and " " in word:
        return []
    found = []
    for match in _LATIN.finditer(word):
        at, end = match.span()
        beside = word[end : end + 1].isdigit() or word[max(at - 1, 0) : at].isdigit()
        if end - at < LATIN_LETTERS or beside or is_ordinary(match[0]) or _overlaps(at, end, known):
            continue
        first, later = LATIN_CHANCE if end - at >= SURE_LETTERS else SHORT_LATIN_CHANCE
        found.append(Stranger(match[0], later if at else first, at))
    return found


def _marked(word: str, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> list[Stranger]:
    found = []
    for signs, chance in ((MARKS, MARKED_CHANCE), (ENDS, ENDED_CHANCE)):
        match = signs.match(word)
        if match and not _overlaps(0, match.end("name"), known) and not is_ordinary(match["name"]):
            found.append(Stranger(match["name"], chance, 0))
    return found


def leads(word: str, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> list[Stranger]:
    """Return every beginning of a Chinese word that may be a name, behind the name of a place where one leads."""
    run = _HAN_RUN.match(word)
    if not run:
        return []
    pieces: list[tuple[str, str]] = segmenter().tag(run[0][:LOOKED_AT], False)
    first = 0
    while len(pieces) > 1 and _is_before(pieces[0]):  # 浙江凯诺深水泵, 正品凯诺深水泵: the name stands behind it
        first += len(pieces[0][0])
        pieces = pieces[1:]
    low, high = NAME_SIGNS
    found = []
    for count, length in enumerate(accumulate(len(piece) for piece, _ in pieces), start=1):
        if length > high:
            break
        end = first + length
        lead = run[0][first:end]
        if length < low or _overlaps(first, end, known) or is_ordinary(lead):
            continue
        follows = any(start == end for start, _ in known) or bool(_MODEL.match(word, end))
        chance = _chance(lead, pieces[:count], pieces[count:], follows=follows)
        found.append(Stranger(lead, chance, first))
    return found


def trailing(word: str, *, known: Sequence[tuple[int, int]], is_ordinary: Callable[[str], bool]) -> Stranger | None:
    """Return the name that may stand behind the last known term (坚果 廉朵芙), None where nothing there can be one.

    It is judged as if it led the word, since that is how names are known; what it says is enough for a question.
    """
    end = max((until for _, until in known), default=0)
    name = word[end:].strip()
    before = word[:end].replace(" ", "")
    if not before or _HAN_RUN.fullmatch(name) is None or not NAME_SIGNS[0] <= len(name) <= NAME_SIGNS[1]:
        return None
    turned = name + before
    found = next((one for one in leads(turned, [(len(name), len(turned))], is_ordinary) if one.term == name), None)
    return None if found is None else Stranger(name, found.chance, word.rfind(name))


def _is_before(piece: tuple[str, str]) -> bool:
    return (len(piece[0]) > 1 and piece[1] == "ns") or piece[0] in BEFORE


def _chance(lead: str, own: Sequence[tuple[str, str]], rest: Sequence[tuple[str, str]], *, follows: bool) -> float:
    numbers = features(lead, own, rest, follows=follows)
    logit = sum(weight * number for weight, number in zip(WEIGHTS, numbers, strict=True))
    chance = 1 / (1 + math.exp(-logit))
    return min(chance, PLAIN_CHANCE) if "的" in lead or is_plain(own) else chance


def is_plain(own: Sequence[tuple[str, str]]) -> bool:
    """Whether a beginning is nothing but words of the dictionary, foreign and other proper names apart.

    The dictionary's other tags for names are of no use here: it takes 连衣裙 for a person, 洗地机 for a proper name.
    """
    return all(len(piece) > 1 and not _is_name(piece, tag) for piece, tag in own)


def _is_name(piece: str, tag: str) -> bool:
    return tag == "nrt" or (tag == "nz" and len(piece) == NAME_SIGNS[0])


def features(
    lead: str, own: Sequence[tuple[str, str]], rest: Sequence[tuple[str, str]], *, follows: bool
) -> tuple[float, ...]:
    """Return what ``WEIGHTS`` weigh of a beginning: how its signs sound, how it is cut, what stands behind it.

    ``own`` and ``rest`` are the pieces of the dictionary with their tags; ``follows``: a known term or a model
    comes next.
    """
    scores = [score(sign) for sign in lead]
    size = len(lead)
    whole = [(piece, tag) for piece, tag in own if len(piece) > 1]
    foreign = sum(tag in _FOREIGN for _, tag in whole)
    return (
        1.0,
        sum(scores) / size,
        min(scores),
        sum(len(piece) == 1 for piece, _ in own) / size,
        float(len(own) == 1),
        foreign / len(own),
        sum(len(piece) for piece, tag in whole if tag not in _FOREIGN) / size,
        float(size == NAME_SIGNS[0]),
        float(size >= 4),
        _begins(rest, follows=follows),
        float(not rest and not follows),
        scores[0],
        scores[-1],
        float(lead[-1] in KINDS),
        score(rest[0][0]) if rest and len(rest[0][0]) == 1 and not follows else 0.0,
        float(len(own) == 1 and own[0][1] == "nz"),
    )


def _begins(rest: Sequence[tuple[str, str]], *, follows: bool) -> float:
    """Say how much like a product the rest begins."""
    if follows:
        return 1.0
    if not rest:
        return 0.3
    alone = len(rest) == 1 and rest[0][0] in THINGS
    return 1.0 if alone or len(rest[0][0]) > 1 else -0.5


def score(sign: str) -> float:
    """Return how much likelier a sign is in a trade name than in an ordinary word, as a logarithm from -3 to 4."""
    scores, usual = _scores()
    return scores.get(sign, usual)


@cache
def _scores() -> tuple[dict[str, float], float]:
    from shopdesk.domain.keywords.name_signs import QUARTERS, USUAL

    return {sign: quarters / 4 for quarters, signs in QUARTERS.items() for sign in signs}, USUAL


def _overlaps(start: int, end: int, known: Sequence[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in known)
