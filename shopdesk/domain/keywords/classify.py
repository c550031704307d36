"""Which of the four quadrants a word belongs to, and why: own brand > competitor > long tail > category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import isnan
from typing import Final

from shopdesk.domain.keywords.brands import SHORT, Named, named
from shopdesk.domain.keywords.lexicon import BRANDS, MIN_TERM, Hit, Lexicon, TermKind, cover
from shopdesk.domain.keywords.normal import is_han, normalise
from shopdesk.domain.keywords.strangers import Stranger, stranger, trailing
from shopdesk.domain.keywords.tokens import chunks, cuts


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
    """How sure the rule is; ``certainty`` says what stands behind a grade."""

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
    """What the shop's own words teach: heads (words inside many others and titles) and how rare a word must be."""

    heads: Mapping[str, int]
    rare_below: float | None
    titles: str = ""  # all item titles in normal spelling: what stands there is no stranger


MIN_FAMILY: Final = 3
"""A word is a head where at least this many other words or item titles contain it."""
HEAD_LENGTH: Final = (2, 6)
RARE_QUANTILE: Final = 0.30
MANY_MODIFIERS: Final = 2
LONG_HAN: Final = 8
BEYOND_SIGNS: Final = 4
"""How much longer a term may be that a piece is looked for in."""
MANY_TOKENS: Final = 4
LIKELY_NAME: Final = 0.5
"""Chance from which an unknown beginning is taken for a competitor's name, to be confirmed."""
POSSIBLE_NAME: Final = 0.3
"""Chance from which the word keeps its quadrant but the question is put."""
LIKELY_END: Final = 0.6
"""Chance from which the question is put about what stands behind the product. Of the names of
tests/referee/keyword_queries.tsv put behind their words it asks about .61 (.13 without), of words without a name about
none of 333."""
STEP: Final = 1000
"""Words between two reports of progress."""
CERTAINTY: Final[Mapping[str, float]] = {
    "own_brand": 0.98,
    "competitor": 0.98,
    "known_name": 0.92,
    "unknown_name": 0.84,
    "compatible": 0.85,
    "own_brand_unclear": 0.6,
    "competitor_unclear": 0.6,
    "modifiers": 0.9,
    "modifier_rare": 0.8,
    "long_word": 0.8,
    "head": 0.92,
    "unknown_lead": 0.45,
    "nothing_else": 0.8,
    "no_word": 0.1,
}
"""Share of labels with a reason that are right: of tests/referee/keyword_queries.tsv, rounded down where it has few."""


def learn(
    words: Sequence[str],
    volumes: Sequence[float] | None = None,
    *,
    titles: Sequence[str] = (),
    progress: Callable[[float], None] | None = None,
) -> Vocabulary:
    """Return the vocabulary of words in normal spelling; ``volumes`` are impressions, NaN where unknown.

    ``progress`` hears the share that is done and may raise.
    """
    present = {word for word in words if _may_be_head(word)}
    spelt = [normalise(title) for title in titles]
    inside: Counter[str] = Counter()
    texts = {*words, *spelt}
    for number, text in enumerate(texts):
        if progress is not None and number % STEP == 0:
            progress(number / len(texts))
        inside.update(piece for piece in _pieces(text) if piece in present and piece != text)
    heads = {word: count for word, count in inside.items() if count >= MIN_FAMILY}
    return Vocabulary(heads, _quantile(volumes), "\n".join(spelt))


def classify(
    words: Sequence[str],
    lexicon: Lexicon,
    *,
    volumes: Sequence[float] | None = None,
    titles: Sequence[str] = (),
    progress: Callable[[float], None] | None = None,
) -> list[Label]:
    """Return one label a word, in order; the labels don't depend on the order of the words."""
    normal = [normalise(word) for word in words]
    vocabulary = learn(normal, volumes, titles=titles)
    return label_all(normal, lexicon, vocabulary, volumes=volumes, progress=progress)


def label_all(
    words: Sequence[str],
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    *,
    volumes: Sequence[float] | None = None,
    progress: Callable[[float], None] | None = None,
) -> list[Label]:
    """Return the labels of words in normal spelling; ``progress`` hears the share that is done and may raise.

    Equal labels are one object, since most words of a large shop share theirs with others.
    """
    sizes = volumes if volumes is not None else [float("nan")] * len(words)
    found = []
    same: dict[Hashable, Label] = {}
    for number, (word, size) in enumerate(zip(words, sizes, strict=True)):
        if progress is not None and number % STEP == 0:
            progress(number / len(words))
        own = label(word, lexicon, vocabulary, volume=size)
        told = (own.quadrant, own.reason, *own.values.items(), own.confidence, own.source, own.needs_review)
        found.append(same.setdefault(told, own))
    return found


def label(word: str, lexicon: Lexicon, vocabulary: Vocabulary, *, volume: float = float("nan")) -> Label:
    """Return the label of one word in normal spelling."""
    if not any(map(str.isalnum, word)):
        return Label(Quadrant.CATEGORY, "no_word", {}, Confidence.LOW)
    hits = lexicon.hits(word)
    name = named(word, hits, lexicon)
    if name is not None and name.kind is TermKind.OWN:
        return _own(name)
    if name is not None and not (accessory := _accessory(word, lexicon)):
        return _rival(name, vocabulary)
    plain = _standing([hit for hit in hits if hit.kind not in BRANDS], word)
    if name is not None:
        plain = [hit for hit in plain if hit.end <= name.start or hit.start >= name.end]
        return _compatible(word, plain, vocabulary, volume, name, accessory)
    return _plain(word, tuple(plain), lexicon, vocabulary, volume)


def _standing(hits: list[Hit], word: str) -> list[Hit]:
    """Return the terms that a word really holds: a short one stands in it by chance where no token begins or ends at
    its sides (米粉 in 玉米粉碎机).
    """
    if all(len(hit.term) > SHORT for hit in hits):
        return hits
    sides = cuts(word) | {len(word)}
    return [hit for hit in hits if len(hit.term) > SHORT or hit.start in sides or hit.end in sides]


def certainty(label: Label) -> float:
    """Return the share of labels with this reason that were right when it was measured, 1 for a hand's label.

    Raises ``KeyError`` for a reason that nobody has measured.
    """
    if label.source is LabelSource.HAND:
        return 1.0
    return CERTAINTY[label.reason]


def _own(name: Named) -> Label:
    values = _named_values(name)
    if name.sure:
        return Label(Quadrant.BRAND, "own_brand", values, Confidence.HIGH, LabelSource.DICTIONARY)
    return Label(Quadrant.BRAND, "own_brand_unclear", values, Confidence.LOW, LabelSource.DICTIONARY, needs_review=True)


def _rival(name: Named, vocabulary: Vocabulary) -> Label:
    values = _named_values(name)
    shipped = name.kind is TermKind.NAME
    source = LabelSource.RULE if shipped else LabelSource.DICTIONARY
    if not name.sure:
        return Label(Quadrant.COMPETITOR, "competitor_unclear", values, Confidence.LOW, source, needs_review=True)
    if shipped:
        # A shop whose own titles hold the name may sell that brand: only the shop can say.
        sold = name.term in vocabulary.titles
        return Label(Quadrant.COMPETITOR, "known_name", values, Confidence.MEDIUM, source, needs_review=sold)
    return Label(Quadrant.COMPETITOR, "competitor", values, Confidence.HIGH, source)


def _named_values(name: Named) -> dict[str, str | int]:
    """Return the spelling found, and the name that it stands for where that is another."""
    return {"term": name.term} if name.name == name.term else {"term": name.term, "name": name.name}


def _accessory(word: str, lexicon: Lexicon) -> str:
    """Return the accessory that a word ends in or names, where the shop sells such for other people's brands."""
    if not lexicon.compatible:
        return ""
    return max((term for term in lexicon.accessories if term in word), key=lambda term: (len(term), term), default="")


def _compatible(
    word: str, plain: Sequence[Hit], vocabulary: Vocabulary, volume: float, name: Named, accessory: str
) -> Label:
    at = word.rfind(accessory)
    taken = [hit for hit in plain if hit.end <= at or hit.start >= at + len(accessory)]
    rest = word[: name.start] + " " + word[name.end :]
    modifiers = [name.term, *_modifiers(rest, tuple(_moved(taken, name)), accessory)]
    rare = vocabulary.rare_below is not None and volume < vocabulary.rare_below
    tail = len(modifiers) > MANY_MODIFIERS or (rare and len(modifiers) >= MANY_MODIFIERS)
    values = {**_named_values(name), "head": accessory}
    return Label(Quadrant.LONG_TAIL if tail else Quadrant.CATEGORY, "compatible", values, Confidence.MEDIUM)


def _moved(hits: Sequence[Hit], name: Named) -> list[Hit]:
    """Return hits at their places in a word whose name has become one blank."""
    gap = 1 - (name.end - name.start)
    return [hit if hit.end <= name.start else Hit(hit.term, hit.kind, hit.start + gap) for hit in hits]


def _plain(word: str, hits: tuple[Hit, ...], lexicon: Lexicon, vocabulary: Vocabulary, volume: float) -> Label:
    head = _head(word, hits, vocabulary)
    places, is_ordinary = _known(word, hits, head, lexicon, vocabulary)
    unknown = stranger(word, known=places, is_ordinary=is_ordinary)
    if unknown is not None and unknown.chance >= LIKELY_NAME:
        values: dict[str, str | int] = {"term": unknown.term, "head": head}
        sure = Confidence.MEDIUM if unknown.chance >= 0.8 else Confidence.LOW
        return Label(Quadrant.COMPETITOR, "unknown_name", values, sure, needs_review=True)
    ask = _asked(word, unknown, places, is_ordinary)
    modifiers = _modifiers(word, hits, head)
    rare = vocabulary.rare_below is not None and volume < vocabulary.rare_below
    if len(modifiers) >= MANY_MODIFIERS:
        many: dict[str, str | int] = {"modifiers": "、".join(modifiers), "count": len(modifiers), "head": head}
        many |= {"unknown": ask} if ask else {}
        return Label(Quadrant.LONG_TAIL, "modifiers", many, Confidence.HIGH, needs_review=bool(ask))
    if _length(word) and (rare or not modifiers):
        return Label(Quadrant.LONG_TAIL, "long_word", {"head": head, "length": _length(word)}, Confidence.MEDIUM)
    if modifiers and rare:
        one: dict[str, str | int] = {"modifiers": modifiers[0], "head": head}
        one |= {"unknown": ask} if ask else {}
        return Label(Quadrant.LONG_TAIL, "modifier_rare", one, Confidence.MEDIUM, needs_review=bool(ask))
    if ask:
        return Label(Quadrant.CATEGORY, "unknown_lead", {"term": ask, "head": head}, Confidence.LOW, needs_review=True)
    if head:
        sure = Confidence.HIGH if not modifiers else Confidence.MEDIUM
        source = LabelSource.DICTIONARY if _is(hits, head, TermKind.HEAD) else LabelSource.RULE
        return Label(Quadrant.CATEGORY, "head", {"head": head}, sure, source)
    return Label(Quadrant.CATEGORY, "nothing_else", {}, Confidence.LOW)


def _is(hits: tuple[Hit, ...], term: str, kind: TermKind) -> bool:
    return any(hit.term == term and hit.kind is kind for hit in hits)


def _head(word: str, hits: tuple[Hit, ...], vocabulary: Vocabulary) -> str:
    """The longest name of a product inside the word: from the dictionary, else learnt from the shop's words."""
    known = {hit.term for hit in hits if hit.kind is TermKind.HEAD}
    blocked = {hit.term for hit in hits if hit.kind is not TermKind.HEAD}
    if vocabulary.heads:
        known |= {piece for piece in _pieces(word) if piece in vocabulary.heads and piece not in blocked}
    # The later one of equal length: in Chinese and English alike the head stands behind its modifiers.
    return max(known, key=lambda term: (len(term), word.rfind(term)), default="")


def _known(
    word: str, hits: tuple[Hit, ...], head: str, lexicon: Lexicon, vocabulary: Vocabulary
) -> tuple[list[tuple[int, int]], Callable[[str], bool]]:
    """Return where known terms stand in a word, and what tells that a piece names nobody."""
    places = [(hit.start, hit.end) for hit in hits]
    if head:
        places.append((word.rfind(head), word.rfind(head) + len(head)))

    def is_ordinary(piece: str) -> bool:
        return (
            _within_ordinary(piece, word, lexicon)
            or piece in lexicon.terms
            or piece in vocabulary.heads
            or piece in vocabulary.titles
            or _holds_ordinary(piece, word, lexicon)
        )

    return places, is_ordinary


def _asked(
    word: str,
    unknown: Stranger | None,
    places: Sequence[tuple[int, int]],
    is_ordinary: Callable[[str], bool],
) -> str:
    """Return the piece that is to be asked about, "" for none: a beginning that may be a name, else an end."""
    if unknown is not None and unknown.chance >= POSSIBLE_NAME:
        return unknown.term
    end = trailing(word, known=places, is_ordinary=is_ordinary)
    return end.term if end is not None and end.chance >= LIKELY_END else ""


def _within_ordinary(piece: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a piece is a term that names nobody, or part of one: 良品铺子 refused, 良品 is no question either."""
    at = word.find(piece)
    starts = range(max(0, at - BEYOND_SIGNS), at + 1)
    ends = range(at + len(piece), min(len(word), at + len(piece) + BEYOND_SIGNS) + 1)
    return any(word[start:end] in lexicon.ordinary for start in starts for end in ends)


def _holds_ordinary(piece: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a piece holds an ambiguous name of which the word says that the ordinary thing is meant (黄小米)."""
    doubts = lexicon.doubts
    inside = (piece[i:j] for i in range(len(piece)) for j in range(i + MIN_TERM, len(piece) + 1))
    return any(doubts[term].says(word) is False for term in inside if term in doubts)


def _modifiers(word: str, hits: tuple[Hit, ...], head: str) -> list[str]:
    """What stands beside the head: known modifiers, and what a segmenter makes of the rest.

    Without a known head the last unknown piece is taken for it.
    """
    at = word.rfind(head) if head else -1
    taken = [Hit(head, TermKind.HEAD, at)] if head else []
    found = list(cover(hit for hit in hits if hit.kind not in BRANDS and not _overlap(hit, taken)))
    taken += found
    rests = [piece for rest in _rests(word, taken) for piece in chunks(rest)]
    # Another product beside the head says what the head is for: 电动车 of 充电器.
    named = [hit.term for hit in found if hit.kind is not TermKind.MARKETING]
    beside = named + (rests if head else rests[:-1])
    return [piece for piece in beside if piece != head] + _signs_apart(word)


def _signs_apart(word: str) -> list[str]:
    """Return single Chinese signs that stand between blanks: whoever typed them so meant each (项链 金 粗)."""
    return [piece for piece in word.split() if len(piece) == 1 and is_han(piece)]


def _overlap(hit: Hit, others: list[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _rests(word: str, taken: list[Hit]) -> list[str]:
    rests, position = [], 0
    for hit in sorted(taken, key=lambda h: h.start):
        rests.append(word[position : hit.start])
        position = max(position, hit.end)
    rests.append(word[position:])
    return [piece for rest in rests for piece in rest.split() if piece]


def _length(word: str) -> int:
    """Return the length of a long word (signs for Chinese, tokens for Latin), 0 where it isn't long."""
    han = sum(map(is_han, word))
    if han >= LONG_HAN:
        return han
    count = len(word.split())
    return count if count >= MANY_TOKENS else 0


def _may_be_head(word: str) -> bool:
    if any(is_han(sign) for sign in word):
        return HEAD_LENGTH[0] <= len(word) <= HEAD_LENGTH[1]
    return bool(word) and len(word.split()) <= 2 and len(word) >= 3


def _pieces(word: str) -> set[str]:
    """Return what may be a head inside a word: runs of signs for Chinese, of tokens for Latin."""
    if " " in word and not any(map(is_han, word)):
        parts = word.split()
        return {" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, min(len(parts), i + 2) + 1)}
    low, high = HEAD_LENGTH
    length = len(word)
    return {word[i:j] for i in range(length) for j in range(i + low, min(length, i + high) + 1)}


def _quantile(volumes: Sequence[float] | None) -> float | None:
    known = sorted(volume for volume in volumes or () if not isnan(volume))
    if len(known) < 20:
        return None
    return known[int(RARE_QUANTILE * (len(known) - 1))]
