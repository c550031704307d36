"""查违禁词: any list of titles against the prohibited words, with rule, reason, replacement and proof."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from shopdesk.app.titles.answer import Titles
from shopdesk.app.titles.documents import PROOFS, Proof, set_own_term, set_proof
from shopdesk.domain.titles.check import Finding, check_all
from shopdesk.domain.titles.terms import AdList, Level
from shopdesk.ui import formats
from shopdesk.ui.cards import Card, button, label
from shopdesk.ui.context import UiContext
from shopdesk.ui.grid import CellPaint, Choice, Column, GridFrame, GridPanel, Kind, draw_chip, draw_text
from shopdesk.ui.keywords.export import sheet_of
from shopdesk.ui.keywords.titles import wording
from shopdesk.ui.keywords.titles.panel import TitlePanel
from shopdesk.ui.keywords.titles.proof_card import ProofCard
from shopdesk.ui.keywords.titles.terms_dialog import TermsDialog
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.plain import plain_tip
from shopdesk.ui.tokens import GUTTER_PX

PASTE_PX: Final = 320
MOST_TITLES: Final = 20_000
MOST_SIGNS: Final = 500
"""Signs of a title that are kept; longer lines are cut, and the bar says so."""
CLEAN: Final = "clean"
PROVEN: Final = "proven"


@dataclass(frozen=True, slots=True)
class Judged:
    """All titles with their findings, in order."""

    titles: tuple[str, ...]
    findings: tuple[tuple[Finding, ...], ...]


class Checker(TitlePanel):
    """Titles are pasted, one a line, or taken from the shop's items; the table has a row a finding."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.judged = Judged((), ())
        self._job = LatestJob(context.jobs, self)
        self._places: list[tuple[int, int]] = []  # of each row: number of the title, number of its finding
        self._listed: AdList | None = None
        self.paste = QPlainTextEdit()
        self.paste.setTabChangesFocus(True)
        self.run, self.take, self.edit_terms = button(primary=True), button(), button(small=True)
        self.hint = label("", "caption", wrap=True)
        self.note = label("", "secondary", wrap=True)
        self.grid = GridPanel(_columns(), title=lambda: self.tr("Findings"), read_only=True, small=True, parent=self)
        self.proof = ProofCard()
        self.card = Card(" ")
        self._lay_out()
        self._connect()
        self._write()
        self._fill()

    def show_titles(self, found: Titles) -> None:
        """Keep what is judged; judge it anew where the list of words has changed."""
        self.found = found
        self._write()
        listed = self.listed()
        if self._listed is not None and listed is not self._listed and self.judged.titles:
            self.judge(self.judged.titles)
        else:
            self._fill()

    def judge(self, titles: tuple[str, ...]) -> None:
        """Look at titles, in a job; thousands take a moment."""
        listed = self._listed = self.listed()
        kept = tuple(title[:MOST_SIGNS] for title in titles[:MOST_TITLES])

        def done(findings: tuple[tuple[Finding, ...], ...]) -> None:
            self.judged = Judged(kept, findings)
            self._tell_cut(titles)
            self._fill()

        self._job.start(self.tr("Checking titles"), lambda _job: tuple(check_all(kept, listed)), done)

    def judge_pasted(self) -> None:
        """Look at the pasted lines."""
        self.judge(tuple(line.strip() for line in self.paste.toPlainText().splitlines() if line.strip()))

    def take_items(self) -> None:
        """Put the titles of the shop's items into the box and look at them."""
        if self.found is not None:
            self.paste.setPlainText("\n".join(self.found.titles))
            self.judge(self.found.titles)

    def show_title(self, title: str) -> None:
        """Look at one title that another view asks about."""
        self.paste.setPlainText(title)
        self.judge((title,))

    def export(self) -> None:
        """Write the table to .xlsx."""
        sheet = sheet_of(self.grid.view, name=self.tr("Titles"), notes=(self.note.text(),))
        self.write_sheet(sheet, name=self.tr("Checked titles"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self._fill()
        super().changeEvent(event)

    # --- inside

    def _proofs(self) -> Mapping[tuple[str, str], Proof]:
        workspace = self.context.workspace
        rows = workspace.rows(PROOFS).values() if workspace is not None else ()
        return {(row.title, row.term): row for row in rows}

    def _fill(self) -> None:
        proofs = self._proofs()
        every = [
            ((place, at), _row(self.judged.titles[place], finding, proofs))
            for place, findings in enumerate(self.judged.findings)
            for at, finding in enumerate(findings or (None,))
        ]
        every.sort(key=lambda one: one[1][-1])  # what must go first, then what needs proof, each in the order given
        self._places = [place for place, _row_shown in every]
        rows = [shown for _place, shown in every]
        names = ("title", "level", "found", "rule", "reason", "instead", "proof", "order")
        data = {name: [row[place] for row in rows] for place, name in enumerate(names)}
        keys = [f"{number}" for number in range(len(rows))]
        self.grid.set_frame(GridFrame(data, keys=keys))
        self.note.setText(self._summary(proofs))
        if rows and self.grid.view.current_cell() is None:
            self.grid.view.move_to(0, 0)
        self._show_detail(self._current_key())

    def _current_key(self) -> Hashable | None:
        row = self.grid.view.currentIndex().row()
        return self.grid.model.key(row) if 0 <= row < self.grid.model.rowCount() else None

    def _summary(self, proofs: Mapping[tuple[str, str], Proof]) -> str:
        if not self.judged.titles:
            return self.tr("Paste titles, one a line, from any platform, or take those of your items.")
        counts = {"block": 0, "warn": 0, CLEAN: 0}
        for title, findings in zip(self.judged.titles, self.judged.findings, strict=True):
            states = {_state(title, finding, proofs) for finding in findings}
            counts["block" if "block" in states else "warn" if "warn" in states else CLEAN] += 1
        return self.tr(
            "{all} {all:title|titles}: {block} with prohibited words, {warn} that need proof, {clean} where nothing "
            "was found. A list can't know every case: nothing found is no legal advice."
        ).format(
            all=formats.full(len(self.judged.titles)),
            block=formats.full(counts["block"]),
            warn=formats.full(counts["warn"]),
            clean=formats.full(counts[CLEAN]),
        )

    def _tell_cut(self, titles: tuple[str, ...]) -> None:
        if len(titles) > MOST_TITLES:
            text = self.tr("Only the first {count} titles were looked at.")
            self.bar.say(text.format(count=formats.full(MOST_TITLES)), "warn")
        elif any(len(title) > MOST_SIGNS for title in titles):
            text = self.tr("Titles longer than {count} characters were cut.")
            self.bar.say(text.format(count=formats.full(MOST_SIGNS)), "warn")
        else:
            self.bar.hide()

    def _chosen(self, key: Hashable | None) -> tuple[str, Finding] | None:
        if key is None or not 0 <= int(str(key)) < len(self._places):
            return None
        place, at = self._places[int(str(key))]
        findings = self.judged.findings[place]
        return (self.judged.titles[place], findings[at]) if findings else None

    def _show_detail(self, key: Hashable | None) -> None:
        chosen = self._chosen(key)
        if chosen is None:
            self.proof.show_nothing(has_titles=bool(self.judged.titles))
            return
        title, finding = chosen
        self.proof.show_finding(title, finding, self._proofs().get((title, finding.term)))

    def _keep_proof(self, proof: Proof) -> None:
        self.context.push(set_proof(proof), self.tr("Keep the proof of “{term}”").format(term=proof.term))
        self._fill()

    def _silence(self, term: str) -> None:
        self._change_term(term, Level.SILENT, self.tr("Don't watch “{term}”").format(term=term))

    def _excuse(self, term: str, context: str) -> None:
        """Add a phrase in which a term is harmless."""
        known = next((one for one in self.listed().terms if one.term == term), None)
        if known is not None:
            change = set_own_term(
                term, known.level, ok_in=(*known.ok_in, context), instead=known.instead, is_shipped=not known.own
            )
            self.context.push(change, self.tr("“{term}” is harmless in “{context}”").format(term=term, context=context))
            self.judge(self.judged.titles)

    def _change_term(self, term: str, level: Level, name: str) -> None:
        known = next((one for one in self.listed().terms if one.term == term), None)
        ok_in = known.ok_in if known is not None else ()
        instead = known.instead if known is not None else ""
        shipped = known is not None and not known.own
        self.context.push(set_own_term(term, level, ok_in=ok_in, instead=instead, is_shipped=shipped), name)
        self.judge(self.judged.titles)

    def _open_terms(self) -> None:
        dialog = TermsDialog(self.context, parent=self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- layout

    def _lay_out(self) -> None:
        self.card.setFixedWidth(PASTE_PX)
        self.card.add_action(self.edit_terms)
        body = self.card.body
        body.addWidget(self.paste, 1)
        body.addWidget(self.hint)
        verbs = QHBoxLayout()
        verbs.addWidget(self.run)
        verbs.addWidget(self.take, 1)
        body.addLayout(verbs)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.bar)
        right.addWidget(self.note)
        right.addWidget(self.grid, 1)
        right.addWidget(self.proof)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER_PX)
        row.addWidget(self.card)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.run.clicked.connect(self.judge_pasted)
        self.take.clicked.connect(self.take_items)
        self.edit_terms.clicked.connect(self._open_terms)
        self.grid.row_changed.connect(self._show_detail)
        self.grid.export_asked.connect(self.export)
        self.grid.stats_changed.connect(self.context.selection_stats)
        self.proof.kept.connect(self._keep_proof)
        self.proof.silenced.connect(self._silence)
        self.proof.excused.connect(self._excuse)
        self.proof.compose_wanted.connect(self.compose_wanted)

    def _write(self) -> None:
        self.card.set_title(self.tr("Titles"))
        self.paste.setPlaceholderText(self.tr("One title a line"))
        self.paste.setAccessibleName(self.tr("Titles to check, one a line"))
        self.hint.setText(
            self.tr("Spaces, signs, emoji, full-width and traditional spellings inside a word hide nothing.")
        )
        self.run.setText(self.tr("Check"))
        count = len(self.found.titles) if self.found is not None else 0
        self.take.setText(self.tr("Take my {count} {count:item|items}").format(count=formats.full(count)))
        self.take.setEnabled(count > 0)
        self.edit_terms.setText(self.tr("Word list…"))


def _state(title: str, finding: Finding, proofs: Mapping[tuple[str, str], Proof]) -> str:
    """A claim with its proof is settled; a prohibited word stays so."""
    if finding.level is Level.WARN and (title, finding.term) in proofs:
        return PROVEN
    return finding.level.value


def _row(title: str, finding: Finding | None, proofs: Mapping[tuple[str, str], Proof]) -> tuple[Any, ...]:
    if finding is None:
        return title, CLEAN, "", "", "", "", "", 3
    state = _state(title, finding, proofs)
    proof = proofs.get((title, finding.term))
    shown = formats.listed(part for part in (proof.day, proof.scope, proof.source) if part) if proof else ""
    order = {Level.BLOCK.value: 0, Level.WARN.value: 1, PROVEN: 2}[state]
    return (
        title, state, finding.found, wording.rule(finding.group), wording.reason(finding), wording.instead(finding),
        shown, order,
    )  # fmt: skip


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            name="title",
            title=lambda: QCoreApplication.translate("Titles", "Title"),
            width=170,
            grow=4,
            emphasis=True,
            tooltip=lambda row: plain_tip(str(row["title"])),
        ),
        Column(
            name="level",
            title=lambda: QCoreApplication.translate("Titles", "Verdict"),
            kind=Kind.CHOICE,
            width=108,
            choices=state_choices,
            paint=_paint_state,
        ),
        Column(name="found", title=lambda: QCoreApplication.translate("Titles", "Word"), width=84, grow=1),
        Column(
            name="rule",
            title=lambda: QCoreApplication.translate("Titles", "Rule"),
            width=140,
            grow=2,
            tooltip=lambda row: plain_tip(str(row["rule"] or "")),
        ),
        Column(
            name="instead",
            title=lambda: QCoreApplication.translate("Titles", "Say instead"),
            width=120,
            grow=2,
            tooltip=lambda row: plain_tip(str(row["instead"] or "")),
        ),
        Column(name="proof", title=lambda: QCoreApplication.translate("Titles", "Proof kept"), width=88, grow=1),
        Column(
            name="reason", title=lambda: QCoreApplication.translate("Titles", "Reason"), width=140, visible=False
        ),
    )  # fmt: skip


def state_choices() -> list[Choice]:
    """Return the verdicts of a title."""
    return [
        Choice(Level.BLOCK.value, lambda: wording.level_name(Level.BLOCK)),
        Choice(Level.WARN.value, lambda: wording.level_name(Level.WARN)),
        Choice(PROVEN, lambda: QCoreApplication.translate("Titles", "proof kept")),
        Choice(CLEAN, lambda: QCoreApplication.translate("Titles", "nothing found")),
    ]


def _paint_state(cell: CellPaint) -> None:
    t = cell.tokens
    if cell.value == Level.BLOCK.value:
        draw_chip(cell, text=cell.text, back=t.card, color=t.up_text, border=t.up)
    elif cell.value == Level.WARN.value:
        draw_chip(cell, text=cell.text)
    else:
        draw_text(cell.painter, cell.inner, cell.text, font=cell.font, color=t.secondary)
