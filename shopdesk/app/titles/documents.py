"""What the user edits about titles: own prohibited words, proofs of claims, limits of platforms, drafts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.domain.titles.spelling import spelled
from shopdesk.domain.titles.terms import Level


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """A term added or changed by the shop; ``level`` is a ``Level`` value, empty to silence it."""

    term: str
    level: str
    ok_in: tuple[str, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves a claim of a title: when, for what scope, by which source; ``title`` as it was typed."""

    title: str
    term: str
    day: str
    scope: str
    source: str


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """How long titles of a platform may be, where the shop knows better; ``unit`` is a ``LimitUnit`` value."""

    platform: str
    most: int
    unit: str


@dataclass(frozen=True, slots=True)
class TitleDraft:
    """A title that the shop keeps for an item; ``item`` is its title as imported."""

    item: str
    platform: str
    title: str
    kept_at: str


@dataclass(frozen=True, slots=True)
class PieceFit:
    """Whether a piece (in normal spelling) is true of an item, so that its title may say it."""

    item: str
    piece: str
    fits: bool


OWN_TERMS: Final = Collection("title_terms", OwnTerm, ("term",))
PROOFS: Final = Collection("title_proofs", Proof, ("title", "term"))
LIMITS: Final = Collection("title_limits", OwnLimit, ("platform",))
DRAFTS: Final = Collection("title_drafts", TitleDraft, ("item", "platform"))
FITS: Final = Collection("title_fits", PieceFit, ("item", "piece"))

COLLECTIONS: Final = frozenset({one.name for one in (OWN_TERMS, PROOFS, LIMITS, DRAFTS, FITS)})


def set_own_term(
    term: str, level: Level, *, ok_in: Iterable[str] = (), instead: str = "", is_shipped: bool = False
) -> SetRows:
    """Return the change that adds or changes a term; empty where no letter or digit is in it.

    A shipped term keeps its spelling, because patterns are known by their name.
    """
    named = term if is_shipped else spelled(term).text
    row = OwnTerm(named, level.value, tuple(dict.fromkeys(ok_in)), instead)
    return SetRows.put(OWN_TERMS, [row]) if named else SetRows(())


def forget_own_term(term: str) -> SetRows:
    """Return the change that gives a term back to the shipped list, or removes an own one."""
    return SetRows.drop(OWN_TERMS, [(term,)])


def set_proof(proof: Proof) -> SetRows:
    """Return the change that keeps what proves a claim; a proof that says nothing is removed."""
    if not (proof.day or proof.scope or proof.source):
        return SetRows.drop(PROOFS, [(proof.title, proof.term)])
    return SetRows.put(PROOFS, [proof])


def set_limit(limit: OwnLimit) -> SetRows:
    """Return the change that sets a platform's limit."""
    return SetRows.put(LIMITS, [limit])


def forget_limit(platform: str) -> SetRows:
    """Return the change that goes back to the shipped limit."""
    return SetRows.drop(LIMITS, [(platform,)])


def keep_draft(draft: TitleDraft) -> SetRows:
    """Return the change that keeps a draft for an item."""
    return SetRows.put(DRAFTS, [draft])


def drop_draft(item: str, platform: str) -> SetRows:
    """Return the change that removes an item's draft."""
    return SetRows.drop(DRAFTS, [(item, platform)])


def set_fit(item: str, piece: str, *, fits: bool | None) -> SetRows:
    """Return the change that says whether a piece is true of an item; None forgets it."""
    if fits is None:
        return SetRows.drop(FITS, [(item, piece)])
    return SetRows.put(FITS, [PieceFit(item, piece, fits)])
