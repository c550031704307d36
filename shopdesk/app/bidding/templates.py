"""Weeks that are kept by name: shipped beginnings that a shop may change, and its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.bidding.profiles import DAYS, HOURS_PER_DAY, UNCHANGED_PERCENT, HourLimits
from shopdesk.domain.bidding.week import resampled


@dataclass(frozen=True, slots=True)
class HourTemplate:
    """A week in percent of the bid, 168 slots or 336, Monday 00:00 first.

    ``name`` is empty while a shipped one keeps its own: the window words it.
    """

    template_id: str
    name: str
    hours: tuple[int, ...]


HOUR_TEMPLATES: Final = Collection("bid_hour_templates", HourTemplate, ("template_id",))


def _day(percents: Mapping[range, int]) -> tuple[int, ...]:
    return tuple(
        next((percent for hours, percent in percents.items() if hour in hours), UNCHANGED_PERCENT)
        for hour in range(HOURS_PER_DAY)
    )


NIGHT: Final = "night"
PEAKS: Final = "peaks"
WEEKEND: Final = "weekend"
_SHIPPED: Final = {
    NIGHT: _day({range(7): 60}) * DAYS,
    PEAKS: _day({range(8): 40, range(10, 12): 130, range(14, 16): 130, range(20, 23): 130}) * DAYS,
    WEEKEND: _day({}) * 5 + _day({range(24): 110}) * 2,
}
"""Habits of operators, not advice. That of night and peaks is the rival "hand template" of the simulated shops, where
it loses money."""


def templates(workspace: Workspace) -> tuple[HourTemplate, ...]:
    """Return the shipped templates as the shop has them, then its own by name."""
    kept = {row.template_id: row for row in workspace.rows(HOUR_TEMPLATES).values()}
    shipped = [kept.get(key, HourTemplate(key, "", hours)) for key, hours in _SHIPPED.items()]
    own = [template for key, template in kept.items() if key not in _SHIPPED]
    return (*shipped, *sorted(own, key=lambda template: (template.name, template.template_id)))


def is_shipped(template: HourTemplate) -> bool:
    """Whether removing a template brings the shipped one back."""
    return template.template_id in _SHIPPED


def is_own(template: HourTemplate) -> bool:
    """Whether the shop made the template or changed a shipped one."""
    return template.name != "" or template.hours != _SHIPPED.get(template.template_id)


def keep_template(template: HourTemplate) -> SetRows:
    """Return the change that stores a template."""
    return SetRows.put(HOUR_TEMPLATES, [template])


def drop_template(template: HourTemplate) -> SetRows:
    """Return the change that removes a template; a shipped one is as it was shipped again."""
    return SetRows.drop(HOUR_TEMPLATES, [(template.template_id,)])


def fitted(template: HourTemplate, limits: HourLimits, *, slots_per_hour: int) -> tuple[tuple[int, ...], int]:
    """Return a template's week as a platform takes it, and how many slots had to be moved to its limits.

    Where every day must be the same, Monday stands for all.
    """
    from shopdesk.domain.bidding.forms import fitting

    week = resampled(template.hours, slots_per_hour=slots_per_hour)
    if limits.one_profile:
        week = week[: len(week) // DAYS] * DAYS
    found = fitting.fitted(week, limits)
    return found, sum(before != after for before, after in zip(week, found, strict=True))
