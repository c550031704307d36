"""What the user does to the dictionaries: each a document change with a name, one step back; faults come as words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from shopdesk.app.changes import SetRows
from shopdesk.app.keywords.dictionary import ask_again, drop_entries, entries, put_entries, refuse, refused
from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.entry_checks import Entries, Fault, entry_fault
from shopdesk.app.keywords.review import Proposal, accept_all
from shopdesk.domain.keywords.fuzzy import spellings_of
from shopdesk.domain.keywords.lexicon import TermKind
from shopdesk.domain.keywords.normal import normalise
from shopdesk.ui import formats
from shopdesk.ui.context import UiContext
from shopdesk.ui.keywords.dictionary import wording
from shopdesk.ui.plain import one_line

LEAST_INITIALS = 3
"""Letters of initials that are proposed: shorter ones stand in too many other words."""
_LONGEST_IN_NAME = 20


class EntryEdits(QObject):
    """Pushes the changes of the dictionaries; ``reveal`` and ``reveal_question`` show on undo what it was about."""

    def __init__(
        self,
        context: UiContext,
        *,
        reveal: Callable[[str], None] | None = None,
        reveal_question: Callable[[str], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._reveal, self._reveal_question = reveal, reveal_question
        self.own_names: frozenset[str] = frozenset()  # the shop's names by its data

    def entries(self) -> tuple[DictionaryTerm, ...]:
        """Return the shop's own entries."""
        workspace = self._context.workspace
        return entries(workspace) if workspace is not None else ()

    def refused(self) -> tuple[str, ...]:
        """Return what the user has said is no name."""
        workspace = self._context.workspace
        return refused(workspace) if workspace is not None else ()

    def add(self, text: str, kind: str) -> Fault | None:
        """Add a name; returns what is wrong with it, None where it went in."""
        entry = DictionaryTerm(text.strip(), kind)
        found = entry_fault(entry, Entries(self.entries(), own_names=self.own_names))
        if found is None:
            made = replace(entry, term=normalise(text))
            name = self.tr("Add “{term}” to the dictionaries").format(term=_short(made.term))
            self._push(self._stored([made]), name, made.term)
        return found

    def replace(self, news: Mapping[str, DictionaryTerm], name: str) -> dict[str, Fault]:
        """Put entries in the place of those of the given names, as one step; returns by name what was left out."""
        kept = {entry.term: entry for entry in self.entries()}
        faults: dict[str, Fault] = {}
        made: dict[str, DictionaryTerm] = {}
        for term, entry in news.items():
            others = Entries([*kept.values()], own_names=self.own_names - {term})
            found = entry_fault(entry, others, replaces=term)
            if found is not None:
                faults[term] = found
                continue
            kept.pop(term, None)
            kept[entry.term] = made[term] = entry
        gone = [term for term, entry in made.items() if term not in {one.term for one in made.values()}]
        known = {entry.term for entry in self.entries()}
        dropped = drop_entries(term for term in gone if term in known)
        if made:
            self._push(
                SetRows((*dropped.edits, *self._stored(made.values()).edits)), name, next(iter(made.values())).term
            )
        return faults

    def teach_fault(self, entry: DictionaryTerm) -> Fault | None:
        """Return what is wrong with an entry that a label teaches; it takes the place of one of its name."""
        return entry_fault(entry, Entries(self.entries(), own_names=self.own_names), replaces=entry.term)

    def teach(self, entry: DictionaryTerm) -> Fault | None:
        """Store the entry that a label teaches; returns what is wrong with it, None where it went in."""
        found = self.teach_fault(entry)
        if found is None:
            name = self.tr("Put “{term}” into the dictionary").format(term=_short(entry.term))
            self._push(self._stored([entry]), name, entry.term)
        return found

    def take(self, rows: Sequence[DictionaryTerm]) -> None:
        """Store the entries that a table brought, as one step."""
        name = self.tr("Take {count} {count:entry|entries} into the dictionaries").format(count=formats.full(len(rows)))
        if rows:
            self._push(self._stored(rows), name, rows[0].term)

    def remove(self, terms: Iterable[str]) -> None:
        """Remove own entries and answers; what the shipped lists say counts again."""
        known, answered = {entry.term for entry in self.entries()}, set(self.refused())
        listed = [term for term in terms if term in known or term in answered]
        dropped = drop_entries(term for term in listed if term in known)
        asked = ask_again(term for term in listed if term in answered)
        name = self.tr("Remove {count} {count:entry|entries} from the dictionaries").format(
            count=formats.full(len(listed))
        )
        if listed:
            self._push(SetRows((*dropped.edits, *asked.edits)), name, listed[0])

    def add_pinyin(self, rows: Sequence[DictionaryTerm]) -> dict[str, Fault]:
        """Give entries their pinyin and initials as spellings; returns by name what was left out."""
        news = {}
        for row in rows:
            found = tuple(text for text in spellings_of(row.term) if len(text) >= LEAST_INITIALS)
            fresh = [text for text in found if text not in row.spellings]
            if fresh:
                news[row.term] = replace(row, aliases=(*row.aliases, *fresh))
        name = self.tr("Add pinyin to {count} {count:entry|entries}").format(count=formats.full(len(news)))
        return self.replace(news, name) if news else {}

    def move(self, rows: Sequence[DictionaryTerm], kind: str) -> dict[str, Fault]:
        """Say of terms what they are; returns by name what was left out."""
        stored = {entry.term: entry.kind for entry in self.entries()}
        news = {row.term: replace(row, kind=kind) for row in rows if stored.get(row.term) != kind}
        name = self.tr("Make {count} {count:entry|entries}: {kind}").format(
            count=formats.full(len(news)), kind=wording.kind_name(kind)
        )
        return self.replace(news, name) if news else {}

    def answer(self, chosen: Sequence[Proposal], kind: TermKind | None) -> None:
        """Answer questions as names of a kind, None for no name, as one step."""
        workspace = self._context.workspace
        if workspace is None or not chosen:
            return
        change = refuse(one.term for one in chosen) if kind is None else accept_all(workspace, chosen, kind)
        values = {
            "term": _short(chosen[0].term),
            "count": formats.full(len(chosen)),
            "kind": wording.kind_name(kind.value) if kind else self.tr("no brand"),
        }
        if len(chosen) == 1:
            name = self.tr("“{term}”: {kind}").format(**values)
        else:
            name = self.tr("{count} names: {kind}").format(**values)
        self._push(change, name, chosen[0].term, reveal=self._reveal_question)

    def _stored(self, rows: Iterable[DictionaryTerm]) -> SetRows:
        """A name that was refused once and is entered now is none to be silent about."""
        made, answered = list(rows), set(self.refused())
        back = [spelling for row in made if row.kind for spelling in row.spellings if spelling in answered]
        return SetRows((*put_entries(made).edits, *ask_again(dict.fromkeys(back)).edits))

    def _push(self, change: SetRows, name: str, term: str, *, reveal: Callable[[str], None] | None = None) -> None:
        shown = reveal or self._reveal
        self._context.push(change, name, reveal=None if shown is None else lambda: shown(term))


def _short(text: str) -> str:
    return one_line(text, most=_LONGEST_IN_NAME)
