"""What a shop calls its RFM classes and does with them: the shipped names are general knowledge, to be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.kpi.customers import rfm_classes
from shopdesk.app.workspace import Workspace
from shopdesk.domain.kpi.customers.rfm import RfmClass


@dataclass(frozen=True, slots=True)
class ClassWords:
    """The shop's own name of a class and what it does with such buyers; empty where the shipped words stay."""

    key: str
    name: str = ""
    advice: str = ""


CLASS_WORDS: Final = Collection("kpi_class_words", ClassWords, ("key",))


def classes_of(workspace: Workspace | None) -> Mapping[str, RfmClass]:
    """Return the classes by key in their order, in the words of a shop."""
    own = workspace.rows(CLASS_WORDS) if workspace is not None else {}
    return {one.key: _worded(one, own.get((one.key,))) for one in rfm_classes()}


def _worded(shipped: RfmClass, own: ClassWords | None) -> RfmClass:
    if own is None:
        return shipped
    named = replace(shipped, zh=own.name, en=own.name) if own.name else shipped
    return replace(named, advice_zh=own.advice, advice_en=own.advice, is_checked=True) if own.advice else named


def words_of(workspace: Workspace, key: str) -> ClassWords:
    """Return a shop's own words of a class, empty ones where it has none."""
    return workspace.row(CLASS_WORDS, (key,)) or ClassWords(key)


def set_words(workspace: Workspace, row: ClassWords) -> SetRows:
    """Return the change that stores own words of a class, or removes them; empty where nothing differs."""
    if row == words_of(workspace, row.key):
        return SetRows(())
    if row == ClassWords(row.key):
        return SetRows.drop(CLASS_WORDS, [(row.key,)])
    return SetRows.put(CLASS_WORDS, [row])
