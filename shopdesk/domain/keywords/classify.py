"""Which of the four quadrants a word belongs to, and why: own brand > competitor > long tail > category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import isnan
from typing import Final

from shopdesk.domain.keywords.lexicon import MODIFIERS, Hit, Lexicon, TermKind, cover
from shopdesk.domain.keywords.normal import is_han, normalise


class Quadrant(StrEnum):
    """The four quadrants of the library."""

    BRAND = "brand"
    CATEGORY = "category"
    COMPETITOR = "competitor"
    LONG_TAIL = "long_tail"


class LabelSource(StrEnum):
    """Who said so; a hand always wins."""

    RULE = "rule"
    DICTIONARY = "dictionary"
    HAND = "hand"


class Confidence(StrEnum):
    """How sure the rule is; not a probability, since nothing has measured one."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Label:
    """The quadrant of a word with its reason as a code and values; the interface words it."""

    quadrant: Quadrant
    reason: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    confidence: Confidence = Confidence.HIGH
    source: LabelSource = LabelSource.RULE
    needs_review: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the shop's own words teach: heads (words inside many other words) and how rare a word must be."""

    heads: Mapping[str, int]
    rare_below: float | None
    titles: str = ""  # all item titles in normal spelling: what stands there is no stranger


MIN_FAMILY: Final = 3
"""A word is a head where at least this many other words contain it."""
HEAD_LENGTH: Final = (2, 6)
RARE_QUANTILE: Final = 0.30
MANY_MODIFIERS: Final = 2
LONG_HAN: Final = 8
MANY_TOKENS: Final = 4


def learn(words: Sequence[str], volumes: Sequence[float] | None = None, *, titles: Sequence[str] = ()) -> Vocabulary:
    """Return the vocabulary of words in normal spelling; ``volumes`` are impressions, NaN where unknown."""
    present = {word for word in words if _may_be_head(word)}
    inside: Counter[str] = Counter()
    for word in set(words):
        inside.update(piece for piece in _pieces(word) if piece != word and piece in present)
    heads = {word: count for word, count in inside.items() if count >= MIN_FAMILY}
    return Vocabulary(heads, _quantile(volumes), "\n".join(normalise(title) for title in titles))


def classify(
    words: Sequence[str],
    lexicon: Lexicon,
    *,
    volumes: Sequence[float] | None = None,
    titles: Sequence[str] = (),
) -> list[Label]:
    """Return one label a word, in order; the labels don't depend on the order of the words."""
    normal = [normalise(word) for word in words]
    vocabulary = learn(normal, volumes, titles=titles)
    sizes = volumes if volumes is not None else [float("nan")] * len(normal)
    return [label(word, lexicon, vocabulary, volume=size) for word, size in zip(normal, sizes, strict=True)]


def label(word: str, lexicon: Lexicon, vocabulary: Vocabulary, *, volume: float = float("nan")) -> Label:
    """Return the label of one word in normal spelling."""
    hits = lexicon.hits(word)
    own = _longest(hits, TermKind.OWN)
    if own:
        return Label(Quadrant.BRAND, "own_brand", {"term": own}, Confidence.HIGH, LabelSource.DICTIONARY)
    rival = _longest(hits, TermKind.COMPETITOR)
    if rival:
        return Label(Quadrant.COMPETITOR, "competitor", {"term": rival}, Confidence.HIGH, LabelSource.DICTIONARY)
    return _plain(word, hits, vocabulary, volume)


def _plain(word: str, hits: tuple[Hit, ...], vocabulary: Vocabulary, volume: float) -> Label:
    head = _head(word, hits, vocabulary)
    modifiers = _modifiers(word, hits, head)
    rare = vocabulary.rare_below is not None and volume < vocabulary.rare_below
    unknown = _unknown_lead(word, hits, head, vocabulary.titles)
    if len(modifiers) >= MANY_MODIFIERS:
        return Label(
            Quadrant.LONG_TAIL,
            "modifiers",
            {"modifiers": "、".join(modifiers), "count": len(modifiers), "head": head},
            Confidence.HIGH,
            needs_review=bool(unknown),
        )
    if _length(word) and (rare or not modifiers):
        return Label(Quadrant.LONG_TAIL, "long_word", {"head": head, "length": _length(word)}, Confidence.MEDIUM)
    if modifiers and rare:
        return Label(
            Quadrant.LONG_TAIL,
            "modifier_rare",
            {"modifiers": modifiers[0], "head": head},
            Confidence.MEDIUM,
            needs_review=bool(unknown),
        )
    if unknown:
        return Label(
            Quadrant.CATEGORY, "unknown_lead", {"term": unknown, "head": head}, Confidence.LOW, needs_review=True
        )
    if head:
        sure = Confidence.HIGH if not modifiers else Confidence.MEDIUM
        source = LabelSource.DICTIONARY if _is(hits, head, TermKind.HEAD) else LabelSource.RULE
        return Label(Quadrant.CATEGORY, "head", {"head": head}, sure, source)
    return Label(Quadrant.CATEGORY, "nothing_else", {}, Confidence.LOW)


def _longest(hits: tuple[Hit, ...], kind: TermKind) -> str:
    return max((hit.term for hit in hits if hit.kind is kind), key=len, default="")


def _is(hits: tuple[Hit, ...], term: str, kind: TermKind) -> bool:
    return any(hit.term == term and hit.kind is kind for hit in hits)


def _head(word: str, hits: tuple[Hit, ...], vocabulary: Vocabulary) -> str:
    """The longest name of a product inside the word: from the dictionary, else learnt from the shop's words."""
    known = {hit.term for hit in hits if hit.kind is TermKind.HEAD}
    blocked = {hit.term for hit in hits if hit.kind is not TermKind.HEAD}
    known |= {piece for piece in _pieces(word) if piece in vocabulary.heads and piece not in blocked}
    # The later one of equal length: in Chinese and English alike the head stands behind its modifiers.
    return max(known, key=lambda term: (len(term), word.rfind(term)), default="")


def _modifiers(word: str, hits: tuple[Hit, ...], head: str) -> list[str]:
    """What stands beside the head: known modifiers, and each unknown rest that is long enough to mean something."""
    at = word.rfind(head) if head else -1
    taken = [Hit(head, TermKind.HEAD, at)] if head else []
    free = [hit for hit in hits if hit.kind in MODIFIERS | {TermKind.MARKETING} and not _overlap(hit, taken)]
    found = list(cover(free))
    taken += found
    rests = [rest for rest in _rests(word, taken) if _means_something(rest)]
    named = [hit.term for hit in found if hit.kind in MODIFIERS]
    return named + (rests if head else rests[1:])


def _overlap(hit: Hit, others: list[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _rests(word: str, taken: list[Hit]) -> list[str]:
    rests, position = [], 0
    for hit in sorted(taken, key=lambda h: h.start):
        rests.append(word[position : hit.start])
        position = max(position, hit.end)
    rests.append(word[position:])
    return [piece for rest in rests for piece in rest.split() if piece]


def _means_something(rest: str) -> bool:
    return len(rest) >= 2 or rest.isdigit()


def _unknown_lead(word: str, hits: tuple[Hit, ...], head: str, titles: str) -> str:
    """A short piece before the head that neither dictionary nor item titles know may be a strange brand."""
    if not head or not titles:
        return ""
    at = word.rfind(head)
    lead = word[:at].strip()
    known = any(hit.start < at for hit in hits if hit.term != head)
    plain = 2 <= len(lead) <= 4 and not known and not any(sign.isdigit() for sign in lead)
    return lead if plain and lead not in titles else ""


def _length(word: str) -> int:
    """Return the length of a long word (signs for Chinese, tokens for Latin), 0 where it isn't long."""
    han = sum(map(is_han, word))
    if han >= LONG_HAN:
        return han
    tokens = len(word.split())
    return tokens if tokens >= MANY_TOKENS else 0


def _may_be_head(word: str) -> bool:
    if any(is_han(sign) for sign in word):
        return HEAD_LENGTH[0] <= len(word) <= HEAD_LENGTH[1]
    return bool(word) and len(word.split()) <= 2 and len(word) >= 3


def _pieces(word: str) -> set[str]:
    """Return what may be a head inside a word: runs of signs for Chinese, of tokens for Latin."""
    if " " in word and not any(map(is_han, word)):
        tokens = word.split()
        return {" ".join(tokens[i:j]) for i in range(len(tokens)) for j in range(i + 1, min(len(tokens), i + 2) + 1)}
    low, high = HEAD_LENGTH
    length = len(word)
    return {word[i:j] for i in range(length) for j in range(i + low, min(length, i + high) + 1)}


def _quantile(volumes: Sequence[float] | None) -> float | None:
    known = sorted(volume for volume in volumes or () if not isnan(volume))
    if len(known) < 20:
        return None
    return known[int(RARE_QUANTILE * (len(known) - 1))]
