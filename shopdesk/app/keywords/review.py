"""The queue of names to confirm: what is asked, and what an answer changes. Nothing is applied by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import RowEdit
from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.dictionary import put_entries, refuse, refused
from shopdesk.app.keywords.documents import DICTIONARY, REFUSED, DictionaryTerm
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.keywords.review import Proposal, Question, Spend, proposals

if TYPE_CHECKING:
    from shopdesk.domain.keywords.library import Study

__all__ = ["Proposal", "Question", "accept", "accept_all", "name_term", "queue", "reject", "waiting"]


def queue(known: Study, turned_down: tuple[str, ...], context: JobContext) -> tuple[Proposal, ...]:
    """Return what is to be asked of a study's words, dearest first; a job's work for large shops.

    ``turned_down`` are the refused terms (``dictionary.refused``), read before the job starts. Words that a hand has
    labelled are asked about too: a hand says where one word belongs, an entry what a name is.
    """
    from shopdesk.domain.keywords.library import titles

    return proposals(
        known.labels,
        known.lexicon,
        spend=_spend(known),
        titles=titles(known.frames),
        refused=turned_down,
        progress=lambda share: context.report(share, ""),
    )


def accept(
    workspace: Workspace, proposal: Proposal, *, kind: TermKind | None = None, name: str | None = None
) -> SetRows:
    """Return the change that makes a proposal an entry: a spelling of the name it resembles, else a name of its own.

    ``kind`` and ``name`` are the user's corrections. A term that an entry has already only takes the new kind.
    """
    term = name or proposal.like or proposal.term
    old = workspace.rows(DICTIONARY).get((term,))
    return _store(workspace, [_taken(proposal, term, (kind or proposal.kind).value, old)])


def accept_all(workspace: Workspace, chosen: Iterable[Proposal], kind: TermKind) -> SetRows:
    """Return the change that makes proposals names of one kind, as one step.

    What resembles a name of another kind becomes a name of its own: nobody's brand changes sides by a misspelling.
    """
    owners = {spelling: row for row in workspace.rows(DICTIONARY).values() for spelling in row.spellings}
    made: dict[str, DictionaryTerm] = {}
    for proposal in chosen:
        term = proposal.like if proposal.like and kind is proposal.kind else proposal.term
        owner = owners.get(term)
        name = owner.term if owner is not None else term
        made[name] = _taken(proposal, name, kind.value, made.get(name, owner))
    return _store(workspace, made.values())


def name_term(workspace: Workspace, term: str, kind: TermKind) -> SetRows:
    """Return the change that says what a term is; where an entry has it as a spelling, that entry takes the kind."""
    spelt = normalise(term)
    owner = next((row for row in workspace.rows(DICTIONARY).values() if spelt in row.spellings), None)
    return _store(workspace, [DictionaryTerm(spelt, kind.value) if owner is None else replace(owner, kind=kind.value)])


def waiting(
    asked: Iterable[Proposal], entries: Iterable[DictionaryTerm], turned_down: Iterable[str]
) -> tuple[Proposal, ...]:
    """Return the proposals that no entry and no refusal has answered since they were made.

    A name confirmed as ambiguous stays unsure in words without its context; asking again would bring nothing.
    """
    owners = {spelling: entry for entry in entries for spelling in entry.spellings}
    silent = set(turned_down)
    return tuple(one for one in asked if one.term not in silent and not _is_answered(one, owners.get(one.term)))


def _is_answered(proposal: Proposal, owner: DictionaryTerm | None) -> bool:
    if owner is None:
        return False
    return proposal.question is not Question.AMBIGUOUS or owner.ambiguous is True


def _taken(proposal: Proposal, term: str, kind: str, old: DictionaryTerm | None) -> DictionaryTerm:
    entry = DictionaryTerm(term, kind) if old is None else replace(old, kind=kind)
    if proposal.term not in entry.spellings:
        entry = replace(entry, aliases=(*entry.aliases, proposal.term))
    if proposal.question is Question.AMBIGUOUS and entry.ambiguous is None:
        # Confirmed as a name, it still needs its context beside it wherever the spelling could mean the other thing.
        entry = replace(entry, ambiguous=True)
    return entry


def _store(workspace: Workspace, rows: Iterable[DictionaryTerm]) -> SetRows:
    """Return the change that stores entries and forgets that their spellings were refused."""
    taken = list(rows)
    known = set(refused(workspace))
    back = dict.fromkeys(spelling for entry in taken for spelling in entry.spellings if spelling in known)
    return SetRows((*put_entries(taken).edits, *(RowEdit(REFUSED, (term,), None) for term in back)))


def reject(proposal: Proposal) -> SetRows:
    """Return the change that remembers that a term is no name, so that it is neither asked about nor labelled so."""
    return refuse([proposal.term])


def _spend(known: Study) -> Mapping[str, Spend]:
    if known.rows.empty:
        return {}
    sums = known.rows.groupby("word")[["cost", "clicks"]].sum()
    return {str(word): Spend(float(cost) / 100, float(clicks)) for word, cost, clicks in sums.itertuples()}
