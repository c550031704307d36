"""人群溢价: audiences with what their clicks are worth, what the console has, what is proposed and what is set."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from shopdesk.domain.bidding.estimate.model import Factor
from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.forms.limits import check_named
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT, PlatformProfile
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.domain.bidding.week import LimitProblem
from shopdesk.ui import formats
from shopdesk.ui.bidding import reasons, words
from shopdesk.ui.bidding.check_chip import CheckChip
from shopdesk.ui.bidding.columns import OPTIONAL, batch_name, factors_by_name, percent_columns, worth_showing
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.refusal import Refusal, batch_text
from shopdesk.ui.bidding.sizes import DENSE_HEADER_PX
from shopdesk.ui.bidding.steady_label import SteadyLabel
from shopdesk.ui.bidding.taking import offer_of, show_offer
from shopdesk.ui.cards import Card, button
from shopdesk.ui.grid import Column, EditBatch, GridFrame, GridModel, GridView

_TITLE_AIR_PX = 28  # beside a column's title: air, and the arrow of a sorted one


class AudienceCard(Card):
    """``edited(fields, name)`` gives the new audiences; ``parts_wanted(levers)`` takes them with what they rest on."""

    edited = Signal(object, str)
    limits_wanted = Signal()
    parts_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=0, parent=parent)
        self._view: PlanView | None = None
        self._shown = self._wanted = OPTIONAL
        self._refusal = Refusal()
        self.unverified = CheckChip()
        self.add_action(self.unverified)
        self.take = button(small=True)
        self.add_action(self.take)
        self.model = GridModel(self._columns(OPTIONAL), self)
        self.view = GridView(self.model, self, small=True)
        self.caption = SteadyLabel("caption")
        self.caption.setContentsMargins(12, 3, 12, 3)
        self.body.setSpacing(0)
        self.header.setFixedHeight(DENSE_HEADER_PX)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.caption)
        self.model.edited.connect(self._edited)
        self.model.refused.connect(lambda problem: self._refuse(problem.reason))
        self.view.refused.connect(lambda batch: self._refuse(batch_text(batch)))
        self.take.clicked.connect(self.take_proposal)
        self.unverified.clicked.connect(self.limits_wanted)
        self._say()

    def set_view(self, view: PlanView) -> None:
        """Show the audiences that the reports name, and those that the plan has a premium for."""
        before, self._view = self._view, view
        if before is not None and view.is_same_for("audiences", before):
            return
        self.model.read_only = view.plan is None
        self._choose_columns(view)
        self._fill(view)
        self._write(view)

    def take_proposal(self) -> None:
        """Put the proposed premiums into what is set."""
        view = self._view
        if view is None or view.proposal is None:
            return
        offer = offer_of(view, Lever.AUDIENCES)
        if offer.is_joint:
            self.parts_wanted.emit(offer.parts)
            return
        edits = {name: value for name, value in view.proposal.levers.audiences.items() if value != _set(view, name)}
        name = self.tr("take the proposal in {count} {count:audience|audiences}").format(count=formats.full(len(edits)))
        self._put(edits, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns into the width that there is."""
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.model.retranslate()
            if self._view is not None:
                self._write(self._view)
        super().changeEvent(event)

    def _fill(self, view: PlanView) -> None:
        happened = view.figures.audiences if view.figures is not None else None
        sums = {member.name: member.sums for member in happened.members} if happened is not None else {}
        factors = factors_by_name(view.model.audiences if view.model is not None else None)
        placements = view.profile.placements.names if view.profile.placements is not None else ()
        set_now = view.plan.audiences if view.plan is not None else {}
        names = _ordered(view, [*sums, *factors, *set_now, *placements])
        self.model.set_frame(
            GridFrame(
                {
                    "name": names,
                    "orders": [sums[name].orders if name in sums else None for name in names],
                    "factor": [factors.get(name) for name in names],
                    "live": [_live(view, name) for name in names],
                    "proposed": [_proposed(view, name) for name in names],
                    "new": [_set(view, name) for name in names],
                    "why": [_evidence(view, name, factors.get(name)) for name in names],
                },
                keys=names,
            )
        )

    def _choose_columns(self, view: PlanView) -> None:
        """Leave out what has nothing to say: a console where all is 100, factors and a proposal that don't exist."""
        shown = worth_showing(
            live=view.live.audiences if view.live is not None else {},
            stay=view.proposal.audiences if view.proposal is not None else None,
            is_believed=view.model is not None and view.model.audiences is not None,
        )
        self._wanted = shown
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leave the bar of the factor out where it would push what is set out of sight: its hover tells it too."""
        shown = self._wanted
        if self._width_of(shown) > self.view.viewport().width():
            shown -= {"factor"}
        if shown != self._shown:
            self._shown = shown
            self.model.set_columns(self._columns(shown))

    def _width_of(self, shown: frozenset[str]) -> int:
        measure = self.view.horizontalHeader().fontMetrics()
        return sum(
            max(column.width, measure.horizontalAdvance(column.title()) + _TITLE_AIR_PX)
            for column in self._columns(shown)
        )

    def _columns(self, shown: frozenset[str]) -> tuple[Column, ...]:
        name = Column(name="name", title=lambda: self.tr("Audience"), width=90, grow=2)
        return (
            name,
            *percent_columns(self._refused_for_all, self._limits, shown=shown, short=True),
        )

    def _refused_for_all(self, value: int) -> LimitProblem | None:
        """Return what keeps a percent from every row: a cell doesn't know whether it is a placement's."""
        profile = self._limits()
        placements = profile.placements.names if profile.placements is not None else ()
        found = [check_named(name, value, profile) for name in ("", *placements)]
        return None if None in found else found[0]

    def _limits(self) -> PlatformProfile:
        if self._view is None:
            raise RuntimeError("no plan is shown")
        return self._view.profile

    def _write(self, view: PlanView) -> None:
        dimension = view.model.audiences if view.model is not None else None
        limits = view.profile.audiences
        only_placements = view.profile.audiences.high is None and view.profile.placements is not None
        title = self.tr("Placements") if only_placements else self.tr("Audiences")
        self.set_title(title, self._span(view.profile))
        self.subtitle_label.setToolTip(words.audience_text(view.profile))
        self.unverified.setVisible(not limits.evidence.is_verified)
        said = (self._refusal.text(view.plan.audiences) if view.plan is not None else "") or self._said(view)
        self.caption.setText(said)
        self.caption.setVisible(bool(said))
        tips = [said, reasons.gate_line(dimension.gate) if dimension is not None else ""]
        if view.figures is not None and view.figures.audiences is not None:
            tips.append(words.evidence_text(view.figures.audiences.evidence))
        self.caption.setToolTip("\n".join(tip for tip in tips if tip))
        changes = self._changes(view)
        self.take.setVisible(changes > 0 and view.plan is not None)
        tip = self.tr("Put the proposed premiums into the plan")
        show_offer(self.take, offer_of(view, Lever.AUDIENCES), whole=self.tr("Take it"), tip=tip)

    def _span(self, profile: PlatformProfile) -> str:
        limits, placements = profile.audiences, profile.placements
        if limits.high is not None:
            return f"{limits.low}–{limits.high} %"
        if placements is None or not placements.names:
            return self.tr("no audience premium")
        return f"{placements.low}–{placements.high} %"

    def _said(self, view: PlanView) -> str:
        """Return what is proposed of the audiences in one sentence: most stay as they are."""
        proposal = view.proposal
        if proposal is None:
            missing = view.figures is None or view.figures.audiences is None
            return reasons.missing_text(view, reasons.AUDIENCES) if missing else ""
        if proposal.audiences is Stay.NO_REPORT and view.figures is not None and view.figures.audiences is not None:
            return self.tr("The report doesn't tell plans apart: no proposal")
        if proposal.audiences is Stay.NO_LEVER:
            return reasons.no_audiences_text(view)
        if proposal.audiences is not Stay.MOVES:
            return reasons.stay_text(proposal.audiences, reasons.AUDIENCES)
        basis = reasons.basis_text(view.model.audiences if view.model is not None else None)
        said = " · ".join(part for part in (offer_of(view, Lever.AUDIENCES).said, basis) if part)
        if said:
            return said
        if view.profile.audiences.low >= UNCHANGED_PERCENT:
            return self._raised_only(view)
        staying = sum(
            self.model.frame.value("proposed", row) == UNCHANGED_PERCENT for row in range(len(self.model.frame))
        )
        if not staying:
            return ""
        text = self.tr("The other {count}: too little difference, they stay at 100 %")
        return text.format(count=formats.full(staying))

    def _raised_only(self, view: PlanView) -> str:
        """Return why audiences around the average get a premium where a console can't lower any."""
        if view.together:
            return self.tr("Premiums only raise: the weakest stays at 100 %, bids of words fall for it. Take both.")
        return self.tr("Premiums only raise: the weakest stays at 100 %. Bids don't fall for it, so spend rises.")

    def _changes(self, view: PlanView) -> int:
        if view.proposal is None:
            return 0
        return sum(value != _set(view, name) for name, value in view.proposal.levers.audiences.items())

    def _edited(self, batch: EditBatch) -> None:
        self._put({str(cell.key): int(cell.new) for cell in batch}, batch_name(batch, self.tr("Audiences")))

    def _put(self, edits: Mapping[str, int], name: str) -> None:
        plan = self._view.plan if self._view is not None else None
        if plan is None:
            return
        profile = self._limits()
        bad = {
            key: problem for key, value in edits.items() if (problem := check_named(key, value, profile)) is not None
        }
        good = {key: value for key, value in edits.items() if key not in bad}
        found = {key: value for key, value in {**plan.audiences, **good}.items() if value != UNCHANGED_PERCENT}
        if good and found != dict(plan.audiences):
            self._refusal.note_sent(found)
            self.edited.emit({"audiences": found}, name)
        if bad:
            key, problem = next(iter(bad.items()))
            self._refuse(f"{key}: {words.problem_text(problem, profile)}")

    def _refuse(self, text: str) -> None:
        """Say beneath the table what could not go in."""
        plan = self._view.plan if self._view is not None else None
        self.caption.setText(self._refusal.say(text, plan.audiences if plan is not None else {}))
        self.caption.show()

    def _say(self) -> None:
        self.set_title(self.tr("Audiences"))
        self.view.setAccessibleName(self.tr("Audiences"))


def _live(view: PlanView, name: str) -> int:
    return view.live.audiences.get(name, UNCHANGED_PERCENT) if view.live is not None else UNCHANGED_PERCENT


def _set(view: PlanView, name: str) -> int:
    return view.plan.audiences.get(name, UNCHANGED_PERCENT) if view.plan is not None else UNCHANGED_PERCENT


def _proposed(view: PlanView, name: str) -> int | None:
    return None if view.proposal is None else view.proposal.levers.audiences.get(name, UNCHANGED_PERCENT)


def _ordered(view: PlanView, names: list[str]) -> list[str]:
    """Return each audience once, those that the proposal moves furthest first."""
    moved = view.proposal.levers.audiences if view.proposal is not None else {}
    unique = list(dict.fromkeys(names))
    return sorted(unique, key=lambda name: -abs(moved.get(name, UNCHANGED_PERCENT) - UNCHANGED_PERCENT))


def _evidence(view: PlanView, name: str, factor: Factor | None) -> str:
    lines = [reasons.now_text(_live(view, name))]
    proposed = _proposed(view, name)
    if proposed is not None:
        lines.append(reasons.proposed_text(proposed))
    lines += reasons.belief_lines(factor) if factor is not None else []
    if view.proposal is not None:
        lines.append(reasons.stay_text(view.proposal.audiences, reasons.AUDIENCES))
    return "\n".join(line for line in lines if line)
