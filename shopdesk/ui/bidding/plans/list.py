"""The plans at the left: name, platform, stage and aim, daily budget, where each stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.plan import BidPlan, Objective, Stage
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.bidding.plans.status import PlanStatus, Standing
from shopdesk.ui.entry_list import Entry, EntryChip, EntryList

_ID_SIGNS = 8
_TONES = {Standing.DRAFT: "warn", Standing.RUNNING: "info"}


class PlanList(EntryList):
    """Plans; ``chosen`` gives the id."""

    def set_plans(self, plans: Sequence[BidPlan], statuses: Mapping[str, PlanStatus], *, current: str) -> None:
        """Show plans and keep ``current`` selected."""
        times = Counter((plan.platform, plan.name) for plan in plans)
        entries = [
            self._entry(plan, statuses.get(plan.plan_id), is_alike=times[plan.platform, plan.name] > 1)
            for plan in plans
        ]
        self.set_entries(entries, current=current)

    def _entry(self, plan: BidPlan, status: PlanStatus | None, *, is_alike: bool) -> Entry:
        parts = [words.platform_name(profile_of(plan.platform))]
        if is_alike:  # two campaigns may have one name: their ids tell them apart
            parts.insert(0, plan.campaign_id or plan.plan_id[:_ID_SIGNS])
        if plan.stage is not Stage.NONE:
            parts.append(words.stage_name(plan.stage))
        if plan.objective is not Objective.NONE:
            parts.append(words.objective_name(plan.objective))
        if plan.is_smart:
            parts.append(self.tr("smart bids"))
        budget = (
            self.tr("budget unknown")
            if plan.daily_budget is None
            else self.tr("{budget} yuan a day").format(budget=formats.money_fen(plan.daily_budget, decimals=0))
        )
        standing = status.standing if status is not None else Standing.UNCHANGED
        if status is None and plan.is_changed:
            standing = Standing.DRAFT
        text = self._chip_text(standing, status)
        lines = (plan.name, " · ".join(parts), budget)
        chip = EntryChip(text, _TONES.get(standing, ""), line=2)
        told = [*lines, text]
        if status is not None and status.reason:
            told.append(status.reason)
        return Entry(plan.plan_id, lines, chip, tip="\n".join(told))

    def _chip_text(self, standing: Standing, status: PlanStatus | None) -> str:
        match standing:
            case Standing.UNCHANGED:
                return self.tr("unchanged")
            case Standing.DRAFT:
                return self.tr("draft · changed")
            case Standing.RUNNING:
                return self.tr("running")
            case Standing.NEEDS_DAYS:
                days = formats.full(status.days if status is not None else 0)
                return self.tr("about {count} more {count:day|days}").format(count=days)
            case Standing.REVIEWED:
                return self.tr("review: {verdict}").format(verdict=status.verdict if status is not None else "")
