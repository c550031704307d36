"""The columns of the dictionaries, and the frame behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from shopdesk.app.keywords.documents import DictionaryTerm
from shopdesk.app.keywords.entry_checks import LONGEST_NOTE, MOST_SPELLINGS, text_fault
from shopdesk.app.keywords.listing import ListedTerm, Origin
from shopdesk.app.keywords.tags import note_from
from shopdesk.domain.keywords.lexicon import Doubt, TermKind
from shopdesk.domain.keywords.normal import normalise
from shopdesk.ui.grid.columns import CellError, Choice, Column, Kind, Row
from shopdesk.ui.grid.frame import GridFrame
from shopdesk.ui.keywords.dictionary import wording
from shopdesk.ui.keywords.value_columns import count, yuan
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.theme import tokens

BETWEEN: Final = "、"
"""What stands between the spellings of a cell; commas and line breaks are read as well."""
BY_LIST: Final = "list"
_SPLIT: Final = str.maketrans(dict.fromkeys(",，;；|\n\t", BETWEEN))


def frame_of(rows: Sequence[ListedTerm], doubts: Mapping[str, Doubt]) -> GridFrame:
    """Return lines of the dictionaries; a shipped trade name stands as the competitor that it is taken for."""
    data: dict[str, list[Any]] = {name: [] for name in _NAMES}
    for row in rows:
        entry, use = row.entry, row.use
        data["term"].append(entry.term)
        data["kind"].append(kind_of(entry))
        data["aliases"].append(BETWEEN.join(entry.aliases) or None)
        data["ambiguous"].append(_ambiguous(entry, doubts))
        data["context"].append(BETWEEN.join(entry.context) or None)
        data["words"].append(None if use is None else float(use.words))
        data["cost"].append(None if use is None else use.cost)
        data["origin"].append(row.origin.value)
        data["note"].append(entry.note or None)
    return GridFrame(data, keys=[row.entry.term for row in rows])


_NAMES: Final = ("term", "kind", "aliases", "ambiguous", "context", "words", "cost", "origin", "note")


def kind_of(entry: DictionaryTerm) -> str:
    """Return the kind that the list shows and an edit keeps."""
    return TermKind.COMPETITOR.value if entry.kind == TermKind.NAME.value else entry.kind


def edited(entry: DictionaryTerm, values: Mapping[str, Any]) -> DictionaryTerm:
    """Return an entry with what was typed into its cells."""
    made = replace(entry, kind=kind_of(entry))
    if "term" in values:
        made = replace(made, term=str(values["term"] or ""))
    if "kind" in values:
        made = replace(made, kind=str(values["kind"] or ""))
    if "aliases" in values:
        made = replace(made, aliases=pieces(str(values["aliases"] or "")))
    if "context" in values:
        made = replace(made, context=pieces(str(values["context"] or "")))
    if "ambiguous" in values:
        made = replace(made, ambiguous={"yes": True, "no": False}.get(str(values["ambiguous"])))
    return replace(made, note=str(values["note"] or "")) if "note" in values else made


def pieces(text: str) -> tuple[str, ...]:
    """Return the spellings that a cell lists, each once, in normal spelling."""
    found = (normalise(piece) for piece in text.translate(_SPLIT).split(BETWEEN))
    return tuple(dict.fromkeys(piece for piece in found if piece))


def columns() -> tuple[Column, ...]:
    """Return all columns in their first order."""
    return (
        Column(
            name="term",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Name"),
            width=148,
            grow=2,
            emphasis=True,
            editable=True,
            editable_if=_is_own,
            parse=parse_name,
            color=_ink,
            tooltip=lambda row: plain_tip(str(row["term"] or "")),
        ),
        Column(
            name="kind",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "What it is"),
            kind=Kind.CHOICE,
            width=104,
            editable=True,
            required=True,
            choices=kind_choices,
            color=_ink,
        ),
        Column(
            name="aliases",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Spellings"),
            width=220,
            grow=4,
            editable=True,
            parse=parse_spellings,
            tooltip=lambda row: plain_tip(str(row["aliases"] or "")),
            help=lambda: QCoreApplication.translate(
                "KeywordDictionary", "Other names, pinyin, initials, English, usual typos; separated by commas."
            ),
        ),
        *_doubt_columns(),
        count("words", lambda: QCoreApplication.translate("KeywordDictionary", "Words"), width=64),
        yuan("cost", lambda: QCoreApplication.translate("Keywords", "Spend"), width=92, additive=True),
        Column(
            name="origin",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Source"),
            width=152,
            text=lambda row: wording.origin_name(Origin(str(row["origin"]))),
            color=_ink,
        ),
        Column(
            name="note",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Note"),
            width=120,
            grow=1,
            editable=True,
            parse=parse_note,
        ),
    )


def _doubt_columns() -> tuple[Column, ...]:
    return (
        Column(
            name="ambiguous",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Ambiguous"),
            kind=Kind.CHOICE,
            width=104,
            editable=True,
            choices=_ambiguous_choices,
            format=_ambiguous_name,
            color=lambda row: tokens().secondary if row["ambiguous"] in ("", BY_LIST) else None,
            help=lambda: QCoreApplication.translate(
                "KeywordDictionary",
                "Whether the spelling also means something else (小米). Then it counts as the name only beside a word "
                "of the next column, or of the shipped list.",
            ),
        ),
        Column(
            name="context",
            title=lambda: QCoreApplication.translate("KeywordDictionary", "Only beside"),
            width=120,
            grow=1,
            editable=True,
            parse=_parse_context,
            tooltip=lambda row: plain_tip(str(row["context"] or "")),
        ),
    )


def kind_choices() -> list[Choice]:
    """Return what a term may be."""
    return [Choice(kind, _kind_title(kind)) for kind in wording.KINDS]


def parse_name(text: str) -> str:
    """Return a typed name in normal spelling; raises ``CellError`` in words."""
    found = text_fault(text)
    if found is not None:
        raise CellError(wording.fault(found))
    return normalise(text)


def parse_spellings(text: str) -> str | None:
    """Return typed spellings as they are stored; raises ``CellError`` in words."""
    named = pieces(text)
    for piece in text.translate(_SPLIT).split(BETWEEN):
        found = text_fault(piece) if piece.strip() else None
        if found is not None:
            raise CellError(wording.fault(found))
    if len(named) > MOST_SPELLINGS:
        raise CellError(
            QCoreApplication.translate("KeywordDictionary", "at most {count} spellings").format(count=MOST_SPELLINGS)
        )
    return BETWEEN.join(named) or None


def parse_note(text: str) -> str | None:
    """Return a typed note as it is stored; raises ``CellError`` in words."""
    note = " ".join(note_from(text[: 2 * LONGEST_NOTE]).split())
    if len(note) > LONGEST_NOTE:
        raise CellError(
            QCoreApplication.translate("KeywordDictionary", "a note has at most {count} characters").format(
                count=LONGEST_NOTE
            )
        )
    return note or None


def _parse_context(text: str) -> str | None:
    return BETWEEN.join(pieces(text)) or None


def _kind_title(kind: str) -> Any:
    return lambda: wording.kind_name(kind)


def _ambiguous(entry: DictionaryTerm, doubts: Mapping[str, Doubt]) -> str:
    if entry.ambiguous is None:
        return BY_LIST if any(spelling in doubts for spelling in entry.spellings) else ""
    return "yes" if entry.ambiguous else "no"


def _ambiguous_name(value: Any) -> str:
    match value:
        case "yes":
            return QCoreApplication.translate("KeywordDictionary", "yes")
        case "no":
            return QCoreApplication.translate("KeywordDictionary", "no")
        case "list":
            return QCoreApplication.translate("KeywordDictionary", "yes, shipped")
        case _:
            return "—"


def _ambiguous_choices() -> list[Choice]:
    return [Choice(value, _ambiguous_title(value)) for value in ("", "yes", "no")]


def _ambiguous_title(value: str) -> Any:
    return lambda: _ambiguous_name(value)


def _is_own(row: Row) -> bool:
    return bool(row["origin"] == Origin.SHOP.value)


def _ink(row: Row) -> str | None:
    return None if _is_own(row) else tokens().secondary
