"""The words of one ad group, or the negatives of one campaign, on the clipboard: consoles take them pasted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from shopdesk.app.keywords.rebuild_rules import rules_of
from shopdesk.app.keywords.rebuild_sheets import PasteForm, paste_forms
from shopdesk.domain.keywords.rebuild.entries import entries
from shopdesk.domain.keywords.rebuild.model import Proposal
from shopdesk.domain.keywords.rebuild.settled import Settled
from shopdesk.ui import formats
from shopdesk.ui.cards import MessageBar


def forms_to_paste(made: Proposal, settled: Settled) -> tuple[PasteForm, ...]:
    """Return what can be pasted, of all platforms."""
    found: list[PasteForm] = []
    for platform in sorted({one.platform for one in made.accounts}):
        rows = [row for row in settled.accepted if row.place.platform == platform]
        found += paste_forms(entries(made, rows, rules_of(platform)))
    return tuple(found)


class PasteMenu(QMenu):
    """Offers each place; says in the bar what was copied, and what was left out."""

    def __init__(self, forms: Sequence[PasteForm], bar: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        for form in forms:
            count = self.tr("{count} {count:word|words}").format(count=formats.full(len(form.lines)))
            action = self.addAction(f"{form.title} · {count}".replace("&", "&&"))
            action.triggered.connect(partial(self.copy, form))
        if not forms:
            self.addAction(self.tr("No words to paste")).setEnabled(False)

    def copy(self, form: PasteForm) -> None:
        """Put the words of one place on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(form.lines))
        text = self.tr("Copied {count} {count:word|words} for {place}.").format(
            count=formats.full(len(form.lines)), place=form.title
        )
        if form.left_out:
            left = self.tr("Left out, because of the comma in them: {words}")
            text += " " + left.format(words=formats.listed(form.left_out))
        self._bar.say(text, "warn" if form.left_out else "info")
