"""What the shop says of its words, as a snapshot for a job: documents are read beside the interface, never in a job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shopdesk.app.workspace import Workspace

if TYPE_CHECKING:
    from shopdesk.app.keywords.documents import DictionaryTerm
    from shopdesk.domain.keywords.classify import Quadrant


@dataclass(frozen=True, slots=True)
class SaidOfWords:
    """The entries of the shop's dictionary, and the quadrants that were set by hand, by word."""

    entries: tuple[DictionaryTerm, ...]
    hand: Mapping[str, Quadrant]


def said_of_words(workspace: Workspace) -> SaidOfWords:
    """Return the snapshot."""
    from shopdesk.app.keywords.documents import DICTIONARY, hand_labels

    return SaidOfWords(tuple(workspace.rows(DICTIONARY).values()), hand_labels(workspace))
