"""What the list of versions does: keep, name, put back, remove, each as one undoable step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from shopdesk.app.bidding.documents import differs_from, new_version_id
from shopdesk.app.bidding.versions import keep_version, last_taken, removed, restored, stored, versions_of
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.versions import PlanVersion
from shopdesk.ui.bidding.plans.edits import PlanEdits
from shopdesk.ui.bidding.versions.list import VersionList, VersionsState
from shopdesk.ui.bidding.versions.words import version_name
from shopdesk.ui.context import UiContext

if TYPE_CHECKING:
    from shopdesk.app.changes import Change


class VersionKeeper(QObject):
    """Fills the list with the chosen plan's versions and does what it asks for."""

    def __init__(self, context: UiContext, edits: PlanEdits, view: VersionList) -> None:
        super().__init__(view)
        self._context = context
        self._edits = edits
        self._view = view
        view.keep_wanted.connect(self.keep)
        view.restore_wanted.connect(self.restore)
        view.renamed.connect(self.rename)
        view.removed.connect(self.remove)

    def show_plan(self, plan: BidPlan | None, verdicts: Mapping[str, str], note: str) -> None:
        """Show the versions of a plan; ``verdicts`` of reviews by version, ``note`` what the newest one says."""
        workspace = self._context.workspace
        if plan is None or workspace is None:
            self._view.show_versions(None)
            return
        versions = versions_of(workspace, plan.plan_id)
        live = last_taken(versions)
        is_draft = differs_from(plan, live.levers) if live is not None else plan.is_changed
        services = self._context.services
        today = services.today() if services is not None else None
        self._view.show_versions(VersionsState(plan, versions, live, is_draft, today, verdicts, note))

    def keep(self, name: str) -> None:
        """Keep the plan as it stands."""
        plan, workspace, services = self._edits.plan(), self._context.workspace, self._context.services
        if plan is None or workspace is None or services is None:
            return
        versions = versions_of(workspace, plan.plan_id)
        version = keep_version(plan, versions, name=name, made_on=services.today(), version_id=new_version_id(plan))
        self._push(plan, stored(version), self.tr("keep {version}").format(version=version_name(version)))

    def restore(self, version_id: str) -> None:
        """Put a version back into the plan."""
        self._with(
            version_id,
            lambda plan, version: self._push(
                plan,
                restored(plan, version, self._last(plan)),
                self.tr("back to {version}").format(version=version_name(version)),
            ),
        )

    def rename(self, version_id: str, name: str) -> None:
        """Give a version a name."""
        self._with(
            version_id,
            lambda plan, version: self._push(
                plan,
                stored(replace(version, name=name)),
                self.tr("name {version}").format(version=version_name(replace(version, name=name))),
            ),
        )

    def remove(self, version_id: str) -> None:
        """Remove a version."""
        self._with(
            version_id,
            lambda plan, version: self._push(
                plan, removed(version), self.tr("remove {version}").format(version=version_name(version))
            ),
        )

    def _with(self, version_id: str, do: Callable[[BidPlan, PlanVersion], None]) -> None:
        plan, workspace = self._edits.plan(), self._context.workspace
        if plan is None or workspace is None:
            return
        version = next((one for one in versions_of(workspace, plan.plan_id) if one.version_id == version_id), None)
        if version is not None:
            do(plan, version)

    def _last(self, plan: BidPlan) -> PlanVersion | None:
        workspace = self._context.workspace
        return last_taken(versions_of(workspace, plan.plan_id)) if workspace is not None else None

    def _push(self, plan: BidPlan, change: Change, what: str) -> None:
        self._edits.push(change, f"{what} · {plan.name}", plan.plan_id)
