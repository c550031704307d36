"""What to mind in a title besides its length: difference to now, repeated words, order, what nobody has confirmed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.keywords.normal import normalise
from shopdesk.domain.titles.check import Finding
from shopdesk.domain.titles.compose import Remarks
from shopdesk.domain.titles.limit import TitleLimit, outside_gbk
from shopdesk.domain.titles.pieces import Piece, holds
from shopdesk.ui import formats
from shopdesk.ui.keywords.titles.wording import level_name, rule, to_check

MOST_ODD: Final = 10
"""Signs beyond GBK that are named."""


def notes_of(
    title: str, *, pieces: Sequence[Piece], current: Sequence[Piece], remarks: Remarks, unconfirmed: Collection[str]
) -> list[str]:
    """Return the notes of a title, the difference to the current one first."""
    notes = _difference(title, pieces, current)
    if unconfirmed:
        text = QCoreApplication.translate("Titles", "{count} {count:word|words} (?) not confirmed as true of the item")
        notes.append(text.format(count=formats.full(len(unconfirmed))))
    if remarks.repeated:
        notes.append(
            QCoreApplication.translate("Titles", "twice: {words}").format(words=formats.listed(remarks.repeated))
        )
    if pieces:
        notes += _order(remarks)
    return notes


def _difference(title: str, pieces: Sequence[Piece], current: Sequence[Piece]) -> list[str]:
    now = normalise(title)
    then = " ".join(piece.word for piece in current)
    added = [piece.text for piece in pieces if not holds(then, piece.word)]
    gone = [piece.text for piece in current if not holds(now, piece.word)]
    notes = []
    if added:
        notes.append(QCoreApplication.translate("Titles", "added: {words}").format(words=formats.listed(added)))
    if gone:
        notes.append(QCoreApplication.translate("Titles", "left out: {words}").format(words=formats.listed(gone)))
    return notes


def _order(remarks: Remarks) -> list[str]:
    if not remarks.head:
        return [QCoreApplication.translate("Titles", "no product word is known in it")]
    if remarks.head_early:
        return [QCoreApplication.translate("Titles", "“{head}” is whole within the first 10").format(head=remarks.head)]
    text = QCoreApplication.translate("Titles", "“{head}” comes late: better whole within the first 10")
    return [f"{text.format(head=remarks.head)} ({to_check()})"]


def warnings_of(title: str, limit: TitleLimit, remarks: Remarks, findings: Sequence[Finding]) -> list[str]:
    """Return what forbids a title: its length, odd signs, others' brands, prohibited words."""
    texts = []
    if limit.left(title) < 0:
        over = formats.full(-limit.left(title))
        texts.append(QCoreApplication.translate("Titles", "{over} too long").format(over=over))
    odd = outside_gbk(title)
    if odd:
        text = QCoreApplication.translate("Titles", "Not in GBK, counted as 4 bytes each, may be shown as “?”: {signs}")
        texts.append(text.format(signs=" ".join(odd[:MOST_ODD])))
    if remarks.foreign:
        text = QCoreApplication.translate("Titles", "Somebody else's brand: {names}")
        texts.append(text.format(names=formats.listed(remarks.foreign)))
    return texts + [f"{level_name(one.level)} “{one.found}”: {rule(one.group)}" for one in findings]
