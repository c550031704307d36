"""How all targets and a sprint stand: computed in a job, with the outlooks kept while the figures stay the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from shopdesk.app.documents import Key
from shopdesk.app.jobs import JobContext
from shopdesk.app.kpi.targets import TARGETS, SprintRow, TargetRow
from shopdesk.domain.kpi.calendar import CampaignCalendar
from shopdesk.domain.kpi.catalogue import BOARD, BoardMetric, Catalogue
from shopdesk.domain.kpi.daily import DailyFacts
from shopdesk.domain.kpi.targets.fit import can_project
from shopdesk.domain.kpi.targets.outlook import Outlook, outlook
from shopdesk.domain.kpi.targets.progress import Progress, progress_of
from shopdesk.domain.kpi.targets.sprint import GoalProgress, SprintGoal, goal_progress_of, whole_of
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    from shopdesk.domain.kpi.targets.suggestion import Suggestion


@dataclass(frozen=True, slots=True)
class Standing:
    """The progress of each target by its key, and of a sprint's goals by metric; unknown metrics are left out."""

    targets: Mapping[Key, Progress]
    goals: Mapping[str, GoalProgress]


class Forecasts:
    """Outlooks of one state of the figures; an edited value is then judged at once.

    ``metrics`` are those in force in the shop.
    """

    def __init__(
        self, facts: DailyFacts, *, until: date, calendar: CampaignCalendar, metrics: Catalogue = BOARD
    ) -> None:
        self.facts, self.until, self.calendar, self.metrics = facts, until, calendar, metrics
        self._outlooks: dict[tuple[BoardMetric, Period], Outlook] = {}

    def is_of(self, facts: DailyFacts, *, until: date, calendar: CampaignCalendar, metrics: Catalogue) -> bool:
        """Return whether they are those of these figures."""
        return (
            self.facts is facts
            and self.until == until
            and self.calendar == calendar
            and (self.metrics is metrics or self.metrics == metrics)
        )

    def outlook(self, metric: BoardMetric, period: Period) -> Outlook:
        """Return the outlook of a metric and period."""
        key = (metric, period)
        if key not in self._outlooks:
            self._outlooks[key] = outlook(self.facts, metric, period, until=self.until, calendar=self.calendar)
        return self._outlooks[key]

    def progress(self, row: TargetRow) -> Progress | None:
        """Return how a target stands, None where its metric is unknown or can't be projected."""
        target = row.target(self.metrics)
        if target is None or not can_project(target.metric):
            return None
        return progress_of(self.outlook(target.metric, target.period), target)

    def suggest(self, metric: BoardMetric, period: Period) -> Suggestion:
        """Return a value to start a target from."""
        from shopdesk.domain.kpi.targets.suggestion import suggest

        return suggest(self.facts, metric, period, until=self.until, calendar=self.calendar)

    def standing(self, rows: Sequence[TargetRow], sprint: SprintRow | None, context: JobContext) -> Standing:
        """Return how targets and a sprint stand; a job's work."""
        targets: dict[Key, Progress] = {}
        for row in rows:
            context.check()
            found = self.progress(row)
            if found is not None:
                targets[TARGETS.key_of(row)] = found
        return Standing(targets, {} if sprint is None else self._goals(sprint, context))

    def _goals(self, sprint: SprintRow, context: JobContext) -> dict[str, GoalProgress]:
        found = {}
        for row in sprint.goals:
            context.check()
            metric = self.metrics.get(row.metric)
            if metric is not None and can_project(metric):
                goal = SprintGoal(metric, row.changes, row.base)
                seen = self.outlook(metric, whole_of(sprint.period))
                found[row.metric] = goal_progress_of(seen, goal, sprint.period, calendar=self.calendar)
        return found
