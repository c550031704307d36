"""The shop's dictionaries as entries: edited one by one, taken from a table of text, given back as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.keywords.documents import DICTIONARY, REFUSED, DictionaryTerm, RefusedProposal
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.lexicon import MIN_TERM, TermKind
from shopdesk.domain.keywords.normal import normalise

if TYPE_CHECKING:
    from shopdesk.domain.keywords.library import Study

HEADERS: Final[Mapping[str, tuple[str, ...]]] = {
    "term": ("名称", "词", "词语", "品牌", "品牌名", "品牌名称", "关键词", "name", "term", "brand", "word", "keyword"),
    "kind": ("类型", "类别", "词性", "归类", "象限", "kind", "type"),
    "alias": (
        "别名", "其他写法", "写法", "拼音", "缩写", "首字母", "英文", "英文名", "错别字", "常见错字", "别称",
        "aliases", "alias", "spellings", "pinyin", "initials", "english", "typos",
    ),
    "ambiguous": ("有歧义", "歧义", "多义", "ambiguous"),
    "context": ("语境", "语境词", "限定词", "同现词", "context"),
    "note": ("备注", "说明", "note", "notes"),
}  # fmt: skip
"""Header texts by what stands below; several columns may hold spellings."""
KINDS: Final[Mapping[TermKind | None, tuple[str, ...]]] = {
    TermKind.OWN: ("own", "本店", "自有", "自有品牌", "本品", "本店品牌", "品牌词", "本品牌", "自己", "我的品牌"),
    TermKind.COMPETITOR: ("competitor", "竞品", "竞品词", "竞争对手", "对手", "竞品品牌", "竞对", "其他品牌"),
    TermKind.HEAD: ("head", "品类", "品类词", "产品词", "核心词", "category", "product"),
    TermKind.ATTRIBUTE: ("attribute", "属性", "属性词", "修饰词"),
    TermKind.SCENE: ("scene", "场景", "场景词", "人群", "人群词"),
    TermKind.MARKETING: ("marketing", "营销", "营销词"),
    None: ("", "ignore", "忽略", "普通词", "不是品牌", "停用"),
}
WRITTEN: Final = ("名称", "类型", "别名", "有歧义", "语境", "备注")
"""The header of a written table, in the order of ``rows_of``."""
_KIND_WRITTEN: Final = {
    "own": "自有品牌", "competitor": "竞品", "head": "品类词", "attribute": "属性词", "scene": "场景词",
    "marketing": "营销词", "": "忽略",
}  # fmt: skip
_SEPARATORS: Final = re.compile(r"[、,，;；|/\n\t]+")
_YES: Final = frozenset({"是", "1", "true", "yes", "y", "有", "√", "x"})
_NO: Final = frozenset({"否", "0", "false", "no", "n", "无"})


@dataclass(frozen=True, slots=True)
class RowIssue:
    """A row that was not taken as it stands: ``row`` counts from 1 as in the table, ``text`` is what it says.

    Codes: ``no_term`` (no name), ``too_short``, ``unknown_kind`` (text: the kind) refuse the row; ``merged`` (a name
    that stood earlier: spellings joined), ``two_kinds`` (a spelling that is also another entry's, which is kept).
    """

    row: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ProposedEntries:
    """What a table would bring: entries in its order, and everything that was refused or joined."""

    entries: tuple[DictionaryTerm, ...]
    issues: tuple[RowIssue, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A spelling that two entries of different kinds have: the first entry wins."""

    spelling: str
    terms: tuple[str, str]


@dataclass(slots=True)
class _Reading:
    columns: Mapping[int, str]
    kind: TermKind | None
    found: dict[str, DictionaryTerm] = field(default_factory=dict)
    owners: dict[str, DictionaryTerm] = field(default_factory=dict)
    issues: list[RowIssue] = field(default_factory=list)


def entries(workspace: Workspace) -> tuple[DictionaryTerm, ...]:
    """Return all entries in the order in which they were added."""
    return tuple(workspace.rows(DICTIONARY).values())


def found_names(known: Study, rows: Iterable[DictionaryTerm]) -> tuple[str, ...]:
    """Return the own names in force that no entry holds: taken from the shop's name and what its titles begin with."""
    held = {spelling for row in rows for spelling in row.spellings}
    return tuple(term for term, kind in known.lexicon.terms.items() if kind is TermKind.OWN and term not in held)


def put_entries(rows: Iterable[DictionaryTerm]) -> SetRows:
    """Return the change that stores entries; one with the same term is replaced."""
    return SetRows.put(DICTIONARY, [_tidy(row) for row in rows])


def edit_entry(before: str, row: DictionaryTerm) -> SetRows:
    """Return the change that replaces the entry ``before`` (its term) by another, under its own term."""
    tidy = _tidy(row)
    gone = SetRows.drop(DICTIONARY, [(before,)]).edits if before != tidy.term else ()
    return SetRows((*gone, *SetRows.put(DICTIONARY, [tidy]).edits))


def drop_entries(terms: Iterable[str]) -> SetRows:
    """Return the change that removes entries by term; what the shipped lists say counts again."""
    return SetRows.drop(DICTIONARY, [(term,) for term in terms])


def shared(rows: Iterable[DictionaryTerm]) -> tuple[Shared, ...]:
    """Return the spellings that entries of different kinds share, to be sorted out by the user."""
    owners: dict[str, DictionaryTerm] = {}
    found = []
    for row in rows:
        for spelling in row.spellings:
            other = owners.setdefault(spelling, row)
            if other.kind != row.kind:
                found.append(Shared(spelling, (other.term, row.term)))
    return tuple(found)


def entries_from_rows(
    rows: Sequence[Sequence[str | None]],
    *,
    kind: TermKind | None = TermKind.COMPETITOR,
    known: Iterable[DictionaryTerm] = (),
) -> ProposedEntries:
    """Return the entries of a table of text: with a header that ``HEADERS`` knows, else name, kind and spellings.

    ``kind`` holds for rows that name none. Names that ``known`` has are joined to them, so that nothing is lost.
    """
    first = next((row for row in rows if any(_texts(row))), ())
    columns = _columns(first)
    header = bool(columns)
    if not header:
        columns = {0: "term"} if max(map(len, rows), default=0) < 2 else {0: "term", 1: "kind"}
        columns |= dict.fromkeys(range(2, max(map(len, rows), default=0)), "alias")
    reading = _Reading(columns, kind)
    for entry in known:
        reading.found[entry.term] = entry
        reading.owners |= dict.fromkeys(entry.spellings, entry)
    before = dict(reading.found)
    skipped = not header
    for number, row in enumerate(rows, start=1):
        if not any(_texts(row)):
            continue
        if not skipped:
            skipped = True
            continue
        _read(reading, number, row)
    fresh = tuple(entry for term, entry in reading.found.items() if before.get(term) != entry)
    return ProposedEntries(fresh, tuple(reading.issues))


def rows_of(rows: Iterable[DictionaryTerm]) -> list[list[str]]:
    """Return entries as a table of text with a header; ``entries_from_rows`` reads it back alike."""
    table = [list(WRITTEN)]
    for row in rows:
        unclear = {None: "", True: "是", False: "否"}[row.ambiguous]
        table.append(
            [row.term, _KIND_WRITTEN[row.kind], "、".join(row.aliases), unclear, "、".join(row.context), row.note]
        )
    return table


def refuse(terms: Iterable[str]) -> SetRows:
    """Return the change that remembers terms as no names: they are not asked about again."""
    return SetRows.put(REFUSED, [RefusedProposal(normalise(term)) for term in terms])


def ask_again(terms: Iterable[str]) -> SetRows:
    """Return the change that forgets refusals."""
    return SetRows.drop(REFUSED, [(term,) for term in terms])


def refused(workspace: Workspace) -> tuple[str, ...]:
    """Return the refused terms, sorted."""
    return tuple(sorted(row.term for row in workspace.rows(REFUSED).values()))


def _read(reading: _Reading, number: int, row: Sequence[str | None]) -> None:
    cells: dict[str, list[str]] = {}
    for place, text in enumerate(_texts(row)):
        if text and place in reading.columns:
            cells.setdefault(reading.columns[place], []).append(text)
    whole = " ".join(text for text in _texts(row) if text)
    term = normalise(" ".join(cells.get("term", ())))
    if not term:
        reading.issues.append(RowIssue(number, "no_term", whole))
    elif len(term) < MIN_TERM:
        reading.issues.append(RowIssue(number, "too_short", whole))
    elif not _is_known_kind(cells.get("kind")):
        reading.issues.append(RowIssue(number, "unknown_kind", " ".join(cells["kind"])))
    else:
        _take(reading, number, _entry(term, _kind(cells.get("kind"), reading.kind), cells))


def _entry(term: str, kind: TermKind | None, cells: Mapping[str, list[str]]) -> DictionaryTerm:
    said = normalise(" ".join(cells.get("ambiguous", ())))
    return DictionaryTerm(
        term,
        kind.value if kind else "",
        tuple(spelt for spelt in _split(cells.get("alias", ())) if len(spelt) >= MIN_TERM and spelt != term),
        True if said in _YES else False if said in _NO else None,
        _split(cells.get("context", ())),
        " ".join(cells.get("note", ())),
    )


def _take(reading: _Reading, number: int, entry: DictionaryTerm) -> None:
    old = reading.found.get(entry.term)
    if old is not None:
        joined = replace(
            entry,
            aliases=tuple(dict.fromkeys((*old.aliases, *entry.aliases))),
            context=tuple(dict.fromkeys((*old.context, *entry.context))),
            ambiguous=old.ambiguous if entry.ambiguous is None else entry.ambiguous,
            note=entry.note or old.note,
        )
        reading.issues.append(RowIssue(number, "merged", entry.term))
        entry = joined
    for spelling in entry.spellings:
        other = reading.owners.setdefault(spelling, entry)
        if other.term != entry.term and other.kind != entry.kind:
            reading.issues.append(RowIssue(number, "two_kinds", f"{spelling}: {other.term}, {entry.term}"))
    reading.found[entry.term] = entry


def _is_known_kind(texts: Sequence[str] | None) -> bool:
    return not texts or any(normalise(" ".join(texts)) in spelt for spelt in KINDS.values())


def _kind(texts: Sequence[str] | None, otherwise: TermKind | None) -> TermKind | None:
    """Return the kind that a cell names, None to silence."""
    if not texts:
        return otherwise
    said = normalise(" ".join(texts))
    return next((kind for kind, spelt in KINDS.items() if said in spelt), otherwise)


def _columns(row: Sequence[str | None]) -> dict[int, str]:
    """Return what each column of a header holds; {} where the row is none."""
    found = {}
    for place, text in enumerate(_texts(row)):
        plain = normalise(text)
        what = next((name for name, spelt in HEADERS.items() if plain in spelt), None)
        if what is not None:
            found[place] = what
    return found if "term" in found.values() else {}


def _texts(row: Sequence[str | None]) -> list[str]:
    return [(cell or "").strip() for cell in row]


def _split(texts: Iterable[str]) -> tuple[str, ...]:
    pieces = (normalise(piece) for text in texts for piece in _SEPARATORS.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def _tidy(row: DictionaryTerm) -> DictionaryTerm:
    """Return an entry in normal spelling, its other spellings each once."""
    term = normalise(row.term)
    aliases = tuple(dict.fromkeys(spelt for spelt in map(normalise, row.aliases) if len(spelt) >= MIN_TERM))
    context = tuple(dict.fromkeys(spelt for spelt in map(normalise, row.context) if spelt))
    return replace(row, term=term, aliases=tuple(spelt for spelt in aliases if spelt != term), context=context)
