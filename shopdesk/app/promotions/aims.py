"""What the shop wants most of a ladder, and the margin that it won't go below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.ladders.record import Objective

if TYPE_CHECKING:
    from shopdesk.domain.promotions.ladders.terms import Wish

MOST_TIERS: Final = 3


@dataclass(frozen=True, slots=True)
class LadderAim:
    """One row a shop. ``margin_floor`` is the least margin in tenths of a percent, None without one."""

    key: str = "shop"
    objective: Objective = Objective.PROFIT
    margin_floor: int | None = None
    most_tiers: int = MOST_TIERS

    def wish(self, most_steps: int | None = None) -> Wish:
        """Return what the search needs; ``most_steps`` is the limit of the platform."""
        from shopdesk.domain.promotions.ladders.terms import Wish

        floor = None if self.margin_floor is None else self.margin_floor / 1000
        tiers = self.most_tiers if most_steps is None else min(self.most_tiers, most_steps)
        return Wish(self.objective, floor, most_tiers=tiers)


LADDER_AIMS: Final = Collection("ladder_aims", LadderAim, ("key",))


def ladder_aim(workspace: Workspace) -> LadderAim:
    """Return what the shop wants, profit without a floor where it has said nothing."""
    return next(iter(workspace.rows(LADDER_AIMS).values()), LadderAim())


def set_aim(aim: LadderAim) -> SetRows:
    """Return the change of what the shop wants; what is shipped needs no document."""
    if aim == LadderAim():
        return SetRows.drop(LADDER_AIMS, [(aim.key,)])
    return SetRows.put(LADDER_AIMS, [aim])
