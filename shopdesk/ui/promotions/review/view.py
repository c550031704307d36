"""复盘: the offers that ran against the weeks before and their forecasts; the versions of each campaign beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from shopdesk.app.promotions.beliefs import ladder_belief
from shopdesk.app.promotions.campaign_review import (
    READ,
    TABLES,
    ReviewAnswer,
    review_offer,
    review_question,
    reviewable,
)
from shopdesk.app.promotions.candidates import rivals
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.stacking import STACKINGS, shop_stacking
from shopdesk.app.promotions.versions import (
    CAMPAIGN_VERSIONS,
    CampaignVersion,
    campaign_of,
    removed,
    restored,
    stored,
    version_now,
    versions_of,
)
from shopdesk.domain.promotions.design import OfferDesign
from shopdesk.domain.promotions.review.record import LEAST_DAYS
from shopdesk.ui.context import UiContext
from shopdesk.ui.latest_job import LatestJob
from shopdesk.ui.promotions.review.card import ReviewCard
from shopdesk.ui.promotions.review.versions import VersionsCard, title_of
from shopdesk.ui.promotions.view import OffersView
from shopdesk.ui.promotions.words import short_name
from shopdesk.ui.tokens import GUTTER_PX

if TYPE_CHECKING:
    from shopdesk.app.changes import Change
    from shopdesk.app.promotions.design_study import DesignStudy

_VERSIONS_PX: Final = 320


class View(OffersView):
    """One campaign at a time, chosen at the head of the review; each review is worked out in a job."""

    uses = READ | {CAMPAIGN_VERSIONS.name, STACKINGS.name}

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._campaign = ""
        self._job = LatestJob(context.jobs, self)
        self._answers: dict[str, ReviewAnswer] = {}
        self.versions = VersionsCard()
        self.versions.setFixedWidth(_VERSIONS_PX)
        self.card = ReviewCard()
        self.campaigns = QComboBox()
        self.campaigns.setProperty("small", True)
        self.campaigns.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.card.add_action(self.campaigns)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER_PX)
        row.addWidget(self.versions)
        row.addWidget(self.card, 1)
        self._connect()
        self._write()

    def refresh(self) -> None:
        """Show the campaigns and versions at once; work the review out in a job where anything behind it changed."""
        if self.context.workspace is None:
            return
        self._fill()
        self._show()

    def show_target(self, target: object) -> None:
        """Choose a campaign by its id or by that of an offer."""
        offers = self._offers()
        if isinstance(target, str):
            self._choose(campaign_of(offers[target]) if target in offers else target)

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches."""
        return self.card.find_target()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
            self.refresh()
        super().changeEvent(event)

    # --- wiring

    def _connect(self) -> None:
        self.context.workspace_replaced.connect(self._forget)
        self.campaigns.activated.connect(lambda _place: self._choose(str(self.campaigns.currentData())))
        self.card.lesson_taken.connect(self._take_lesson)
        self.card.empty.triggered.connect(self._follow_empty)
        self.versions.keep_wanted.connect(self.keep)
        self.versions.restore_wanted.connect(self.restore)
        self.versions.noted.connect(self.note)
        self.versions.removed.connect(self.remove)

    def _write(self) -> None:
        self.campaigns.setAccessibleName(self.tr("Campaign to review"))

    def _forget(self) -> None:
        self._job.drop()
        self._campaign = ""
        self._answers.clear()

    # --- state

    def _offers(self) -> dict[str, OfferDesign]:
        workspace = self.context.workspace
        return {} if workspace is None else {one.offer_id: one for one in workspace.rows(OFFERS).values()}

    def _ran(self) -> OfferDesign | None:
        """Return the offer of the chosen campaign that may have run."""
        workspace = self.context.workspace
        if workspace is None:
            return None
        return next((one for one in reviewable(workspace) if campaign_of(one) == self._campaign), None)

    def _members(self) -> list[OfferDesign]:
        return [one for one in self._offers().values() if campaign_of(one) == self._campaign]

    def _fill(self) -> None:
        """Fill the list of campaigns: those that ran first, then the others, then what only versions tell of."""
        workspace = self.context.workspace
        if workspace is None:
            return
        names: dict[str, str] = {}
        for offer in (*reviewable(workspace), *self._offers().values()):
            names.setdefault(campaign_of(offer), short_name(offer.name))
        for version in workspace.rows(CAMPAIGN_VERSIONS).values():
            if version.offers:
                names.setdefault(version.campaign, short_name(version.offers[0].name))
        self.campaigns.blockSignals(True)
        self.campaigns.clear()
        for campaign, name in names.items():
            self.campaigns.addItem(name, campaign)
        if self._campaign not in names:
            self._campaign = self._first_that_tells() or next(iter(names), "")
        self.campaigns.setCurrentIndex(self.campaigns.findData(self._campaign))
        self.campaigns.setVisible(bool(names))
        self.campaigns.blockSignals(False)

    def _first_that_tells(self) -> str:
        """Return the campaign that began last among those that have run long enough, "" where none has."""
        workspace, last = self.context.workspace, self.context.last_day
        if workspace is None or last is None:
            return ""
        ripe = (one for one in reviewable(workspace) if one.start is not None and (last - one.start).days >= LEAST_DAYS)
        return next((campaign_of(one) for one in ripe), "")

    def _choose(self, campaign: str) -> None:
        if campaign and self.campaigns.findData(campaign) >= 0:
            self._campaign = campaign
            self.campaigns.setCurrentIndex(self.campaigns.findData(campaign))
            self._show()

    def _show(self) -> None:
        workspace, offer = self.context.workspace, self._ran()
        if workspace is None:
            return
        self.versions.show_versions(versions_of(workspace, self._campaign), self._members())
        if offer is None:
            self._job.drop()
            self._job.is_news(())
            self.card.say(self._nothing(), self.tr("Go to Design"))
            return
        question = review_question(workspace, offer)
        frames = tuple(workspace.frame(name) for name in TABLES)
        if not any(len(frame) for frame in frames[:2]):
            self._job.is_news(())
            self.card.say(
                self.tr("No orders are imported. With the order list and the order lines an offer can be reviewed."),
                self.tr("Import files…"),
            )
            return
        promise = "" if question.promise is None else question.promise.version_id
        rest = (offer, question.others, promise, question.own, question.calendar.campaigns)
        if not self._job.is_news(frames, *rest):
            return
        known = self._answers.get(offer.offer_id)
        self.card.show_answer(known if known is not None and known.offer == offer else None, question.own)
        self._job.start(self.tr("Looking back"), lambda job: review_offer(question, workspace, job), self._take)

    def _nothing(self) -> str:
        if not self._campaign:
            return self.tr(
                "Nothing to look back on yet. Adopt an offer in Design and give it a first day; "
                "a week later, with its orders imported, this says what became of it."
            )
        return self.tr(
            "This one has not run: adopt a candidate in Design and give it a first day. "
            "A campaign of the past can be put down there too, with its days, as in use."
        )

    def _take(self, answer: ReviewAnswer) -> None:
        self._answers[answer.offer.offer_id] = answer
        workspace = self.context.workspace
        if workspace is not None and campaign_of(answer.offer) == self._campaign:
            self.card.show_answer(answer, ladder_belief(workspace))

    # --- doing

    def keep(self, name: str) -> None:
        """Keep the candidates of the campaign as they stand, with what is foretold of them: a job's work."""
        from shopdesk.app.promotions.design_study import design_question, study_design

        workspace, services, members = self.context.workspace, self.context.services, self._members()
        if workspace is None or services is None or not members:
            return
        first, stacking, made_on = rivals(members, members[0])[0], shop_stacking(workspace), services.today()
        question = design_question(workspace, stacking, offer=first, period=self.context.period)

        def store(study: DesignStudy) -> None:
            if self.context.workspace is not workspace or workspace.row(OFFERS, (first.offer_id,)) is None:
                return
            version = version_now(workspace, first, made_on=made_on, stacking=stacking, name=name, study=study)
            self._push(stored(version), self.tr("Keep {version}").format(version=title_of(version)))
            self.versions.show_versions(versions_of(workspace, self._campaign), self._members())
            self.versions.choose(version.version_id)

        text = self.tr("Keeping a version")
        self.context.jobs.start(text, lambda job: study_design(question, workspace, job), store)

    def restore(self, version_id: str) -> None:
        """Put the candidates of a version back."""
        workspace, version = self.context.workspace, self._version(version_id)
        if workspace is not None and version is not None:
            self._push(restored(workspace, version), self.tr("Back to {version}").format(version=title_of(version)))

    def note(self, version_id: str, note: str) -> None:
        """Write a note to a version."""
        version = self._version(version_id)
        if version is not None and version.note != note:
            name = self.tr("Note of {version}").format(version=title_of(version))
            self._push(stored(replace(version, note=note)), name)

    def remove(self, version_id: str) -> None:
        """Remove a version."""
        version = self._version(version_id)
        if version is not None:
            self._push(removed(version), self.tr("Remove {version}").format(version=title_of(version)))

    def _version(self, version_id: str) -> CampaignVersion | None:
        workspace = self.context.workspace
        return None if workspace is None else workspace.row(CAMPAIGN_VERSIONS, (version_id,))

    def _take_lesson(self) -> None:
        workspace, answer = self.context.workspace, self.card.answer()
        if workspace is None or answer is None or answer.lesson is None:
            return
        name = self.tr("Learn from {name}").format(name=answer.offer.name)
        self._push(answer.lesson.take(ladder_belief(workspace)), name)

    def _follow_empty(self) -> None:
        if self._ran() is None:
            self.wanted.emit("design", None)
        else:
            self.context.import_requested.emit()

    def _push(self, change: Change, name: str) -> None:
        campaign = self._campaign
        self.context.push(
            change, name, reveal=lambda: self.context.page_requested.emit("promotions", ("review", campaign))
        )
