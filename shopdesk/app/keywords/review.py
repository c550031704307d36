"""The queue of names to confirm: what is asked, and what an answer changes. Nothing is applied by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import RowEdit
from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.dictionary import put_entries, refuse, refused
from shopdesk.app.keywords.documents import DICTIONARY, REFUSED, DictionaryTerm
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.review import Proposal, Question, Spend, proposals

if TYPE_CHECKING:
    from shopdesk.domain.keywords.library import Study

__all__ = ["Proposal", "Question", "accept", "queue", "reject"]


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
    wanted = (kind or proposal.kind).value
    entry = replace(old, kind=wanted) if isinstance(old, DictionaryTerm) else DictionaryTerm(term, wanted)
    if proposal.term not in entry.spellings:
        entry = replace(entry, aliases=(*entry.aliases, proposal.term))
    if proposal.question is Question.AMBIGUOUS and entry.ambiguous is None:
        # Confirmed as a name, it still needs its context beside it wherever the spelling could mean the other thing.
        entry = replace(entry, ambiguous=True)
    edits = put_entries([entry]).edits
    taken_back = [term for term in entry.spellings if term in refused(workspace)]
    return SetRows((*edits, *(RowEdit(REFUSED, (term,), None) for term in taken_back)))


def reject(proposal: Proposal) -> SetRows:
    """Return the change that remembers that a term is no name, so that it is neither asked about nor labelled so."""
    return refuse([proposal.term])


def _spend(known: Study) -> Mapping[str, Spend]:
    if known.rows.empty:
        return {}
    sums = known.rows.groupby("word")[["cost", "clicks"]].sum()
    return {str(word): Spend(float(cost) / 100, float(clicks)) for word, cost, clicks in sums.itertuples()}
