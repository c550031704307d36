"""What the user is asked about names: pieces of words that may be somebody's name, with the evidence for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shopdesk.domain.keywords.classify import Label, LabelSource
from shopdesk.domain.keywords.fuzzy import Likeness, near
from shopdesk.domain.keywords.fuzzy import names as index_names
from shopdesk.domain.keywords.lexicon import BRANDS, Lexicon, TermKind
from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.keywords.strangers import stranger

MIN_TITLES: Final = 2
"""A beginning that two titles share may be a name; one that stands once may be anything."""
LIKELY: Final = 0.5
STEP: Final = 500


class Question(StrEnum):
    """Why a term is asked about."""

    STRANGER = "stranger"  # something unknown before or behind a product word: a name?
    AMBIGUOUS = "ambiguous"  # a known name whose spelling also means something else
    SHIPPED = "shipped"  # a name of the shipped lists, not confirmed by the shop
    SOUND = "sound"  # sounds like a known name, or is its pinyin or its initials
    ONE_SIGN = "one_sign"  # one sign off a known name
    TITLES = "titles"  # begins several item titles, or is a shipped name that several hold: an own brand, or one sold?


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term with what stands behind the question. ``kind`` is what it would become, ``like`` the name it resembles.

    ``words`` are all words that hold it, dearest first; ``cost`` their spend in yuan and ``clicks`` their clicks, None
    where nothing is known. ``titles`` counts the item titles that begin with it (or hold it, for a shipped name).
    """

    term: str
    question: Question
    kind: TermKind
    like: str
    words: tuple[str, ...]
    cost: float | None
    clicks: float | None
    titles: int = 0


@dataclass(frozen=True, slots=True)
class Spend:
    """What a word has cost, in yuan, and its clicks."""

    cost: float
    clicks: float


def proposals(
    labels: Mapping[str, Label],
    lexicon: Lexicon,
    *,
    spend: Mapping[str, Spend],
    titles: Sequence[str] = (),
    refused: Iterable[str] = (),
    progress: Callable[[float], None] | None = None,
) -> tuple[Proposal, ...]:
    """Return what is to be asked, dearest first. ``labels`` are those of rules; a word set by hand asks nothing."""
    silent = set(refused)
    asked = {word: label for word, label in labels.items() if label.source is not LabelSource.HAND}
    groups: dict[tuple[Question, str, str], list[str]] = {}
    for word, label in asked.items():
        if (found := _question(label)) and found[1] not in silent:
            groups.setdefault((*found, ""), []).append(word)
    for word, key in _nearly(asked, lexicon, progress):
        if key[1] not in silent:
            groups.setdefault(key, []).append(word)
    like = {term for _question, term, name in groups if name}
    groups = {key: words for key, words in groups.items() if key[2] or key[1] not in like}  # one question a term
    sold = _sold(titles, lexicon)
    made = [_proposal(key, words, spend, lexicon, sold) for key, words in groups.items()]
    known = {one.term for one in made}
    made += [one for one in _from_titles(titles, lexicon) if one.term not in silent | known]
    return tuple(sorted(made, key=lambda one: (-(one.cost or 0), -(one.clicks or 0), -len(one.words), one.term)))


def _question(label: Label) -> tuple[Question, str] | None:
    term = str(label.values.get("unknown") or label.values.get("term", ""))
    if not term:
        return None
    if label.reason in ("unknown_name", "unknown_lead") or "unknown" in label.values:
        return Question.STRANGER, term
    if label.reason in ("own_brand_unclear", "competitor_unclear"):
        return Question.AMBIGUOUS, term
    return (Question.SHIPPED, term) if label.reason == "known_name" else None


def _nearly(
    labels: Mapping[str, Label], lexicon: Lexicon, progress: Callable[[float], None] | None
) -> Iterable[tuple[str, tuple[Question, str, str]]]:
    own = {TermKind.OWN, TermKind.COMPETITOR}
    known = index_names(term for term, kind in lexicon.terms.items() if kind in own)
    if not known.spellings:
        return
    for number, (word, label) in enumerate(labels.items()):
        if progress is not None and number % STEP == 0:
            progress(number / len(labels))
        if label.source is LabelSource.DICTIONARY and label.reason in ("own_brand", "competitor"):
            continue
        found = near(word, known)
        if found is None or found.piece in lexicon.terms or found.piece in lexicon.ordinary:
            continue
        question = Question.ONE_SIGN if found.likeness is Likeness.ONE_SIGN else Question.SOUND
        yield word, (question, found.piece, found.name)


def _sold(titles: Sequence[str], lexicon: Lexicon) -> dict[str, int]:
    """Return how many item titles hold each shipped name: a shop that sells a brand is not its competitor."""
    counts: dict[str, int] = {}
    for title in map(normalise, titles):
        for term in {hit.term for hit in lexicon.hits(title) if hit.kind is TermKind.NAME}:
            counts[term] = counts.get(term, 0) + 1
    return counts


def _proposal(
    key: tuple[Question, str, str],
    words: Sequence[str],
    spend: Mapping[str, Spend],
    lexicon: Lexicon,
    sold: Mapping[str, int],
) -> Proposal:
    question, term, like = key
    known = [spend[word] for word in words if word in spend]
    kind = lexicon.terms.get(like or term, TermKind.COMPETITOR)
    count = sold.get(term, 0)
    if question is Question.SHIPPED and count >= MIN_TITLES:
        question, kind = Question.TITLES, TermKind.OWN
    return Proposal(
        term,
        question,
        kind if kind in BRANDS - {TermKind.NAME} else TermKind.COMPETITOR,
        lexicon.name(like),
        tuple(sorted(words, key=lambda word: (-spend[word].cost if word in spend else 0.0, word))),
        sum(one.cost for one in known) if known else None,
        sum(one.clicks for one in known) if known else None,
        count,
    )


def _from_titles(titles: Sequence[str], lexicon: Lexicon) -> list[Proposal]:
    counts: dict[str, int] = {}
    for title in map(normalise, titles):
        places = [(hit.start, hit.end) for hit in lexicon.hits(title)]
        found = stranger(title, known=places, is_ordinary=lambda piece: piece in lexicon.ordinary)
        if found is not None and found.start == 0 and found.chance >= LIKELY:
            counts[found.term] = counts.get(found.term, 0) + 1
    return [
        Proposal(term, Question.TITLES, TermKind.OWN, "", (), None, None, count)
        for term, count in counts.items()
        if count >= MIN_TITLES
    ]
