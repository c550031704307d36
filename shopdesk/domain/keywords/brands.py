"""Which trade name a word speaks of: the longest of the strongest kind, and whether it is meant at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from shopdesk.domain.keywords.lexicon import BRANDS, Hit, Lexicon, TermKind
from shopdesk.domain.keywords.tokens import cuts

ORDER: Final = {TermKind.OWN: 2, TermKind.COMPETITOR: 1, TermKind.NAME: 0}
"""Own brand before competitor before a name of the shipped lists."""
MARKS: Final = ("牌", "官方", "旗舰", "专卖店", "专营店")
"""What follows nothing but names."""
SHORT: Final = 2
"""Signs of a name that may stand in a word by chance (美的 in 完美的)."""


@dataclass(frozen=True, slots=True)
class Named:
    """A trade name in a word; not ``sure`` where the spelling also means something else and nothing tells which."""

    kind: TermKind
    term: str
    name: str
    start: int
    sure: bool

    @property
    def end(self) -> int:
        """Position behind its last character."""
        return self.start + len(self.term)


def named(word: str, hits: tuple[Hit, ...], lexicon: Lexicon) -> Named | None:
    """Return the trade name that decides a word in normal spelling, None where it names nobody."""
    brands = [hit for hit in hits if hit.kind in BRANDS]
    if not brands:
        return None
    plain = [hit for hit in hits if hit.kind not in BRANDS]
    found = []
    for hit in brands:
        meant = _is_meant(word, hit, plain, lexicon)
        if meant is not False:
            found.append(Named(hit.kind, hit.term, lexicon.name(hit.term), hit.start, meant is True))
    return max(found, key=lambda one: (ORDER[one.kind], one.sure, len(one.term), -one.start), default=None)


def _is_meant(word: str, hit: Hit, plain: list[Hit], lexicon: Lexicon) -> bool | None:
    if any(other.start <= hit.start and hit.end <= other.end and len(other.term) > len(hit.term) for other in plain):
        return False
    doubt = lexicon.doubts.get(hit.term)
    if word.startswith(MARKS, hit.end):
        return True
    if doubt is not None:
        beside = doubt.says(word)
        if hit.kind is TermKind.NAME:  # nobody in the shop has said that it is meant: only its context can
            return bool(beside)
        return _beside_nothing(word, hit) if beside is None else beside
    if hit.kind is TermKind.NAME and not _in_its_trade(word, hit, lexicon):
        return None if len(hit.term) > SHORT else False
    if len(hit.term) <= SHORT and hit.start and word[hit.start].isalpha() and not _is_cut_out(word, hit):
        return None if hit.kind is not TermKind.NAME else False
    return True


def _beside_nothing(word: str, hit: Hit) -> bool | None:
    """A word that is nothing but the user's own entry means it, ambiguous or not."""
    return True if word == hit.term else None


def _in_its_trade(word: str, hit: Hit, lexicon: Lexicon) -> bool:
    """A shipped name counts where the shop's trade has it (no ``about``), or the word speaks of its trade."""
    about = lexicon.about.get(hit.term)
    return about is None or hit.start == 0 or any(term in word for term in about)


def _is_cut_out(word: str, hit: Hit) -> bool:
    """Whether a segmenter cuts where a short name begins."""
    return hit.start in cuts(word)
