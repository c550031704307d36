"""The plans at the left: name, platform, stage and aim, daily budget, what was changed."""

from __future__ import annotations

from collections.abc import Sequence

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.plan import BidPlan, Objective, Stage
from shopdesk.ui import formats
from shopdesk.ui.bidding import words
from shopdesk.ui.entry_list import Entry, EntryChip, EntryList


class PlanList(EntryList):
    """Plans; ``chosen`` gives the id."""

    def set_plans(self, plans: Sequence[BidPlan], *, current: str) -> None:
        """Show plans and keep ``current`` selected."""
        self.set_entries([self._entry(plan) for plan in plans], current=current)

    def _entry(self, plan: BidPlan) -> Entry:
        parts = [words.platform_name(profile_of(plan.platform))]
        if plan.stage is not Stage.NONE:
            parts.append(words.stage_name(plan.stage))
        if plan.objective is not Objective.NONE:
            parts.append(words.objective_name(plan.objective))
        budget = (
            self.tr("budget unknown")
            if plan.daily_budget is None
            else self.tr("{budget} yuan a day").format(budget=formats.money_fen(plan.daily_budget, decimals=0))
        )
        changed = self.tr("changed") if plan.is_changed else self.tr("unchanged")
        lines = (plan.name, " · ".join(parts), budget)
        chip = EntryChip(changed, "warn" if plan.is_changed else "", line=2)
        return Entry(plan.plan_id, lines, chip, tip=" · ".join([*lines, changed]))
