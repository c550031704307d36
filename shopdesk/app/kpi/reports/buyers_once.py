"""The buyers of a shop, read and modelled when a report first asks, then kept for the next one of the same figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from shopdesk.app.jobs import JobContext
from shopdesk.app.workspace import Workspace

if TYPE_CHECKING:
    from shopdesk.app.kpi.customers import Customers
    from shopdesk.domain.kpi.customers.value import ModelValue, Refusal


class BuyersOnce:
    """Buyers around a quarter, and what the models expect of them: some seconds, spent once."""

    def __init__(self, workspace: Workspace, context: JobContext) -> None:
        self._workspace, self._context = workspace, context
        self._around: dict[date, Customers | None] = {}
        self._value: ModelValue | Refusal | None = None

    def again(self, context: JobContext) -> BuyersOnce:
        """Return these for another job: what was read stays, what isn't yet can be cancelled with that job."""
        self._context = context
        return self

    def around(self, day: date) -> Customers | None:
        """Return the buyers of the quarter of a day and of the one before, None where orders name none."""
        from shopdesk.app.kpi.customers import customers

        if day not in self._around:
            self._around[day] = customers(self._workspace, self._context, around=day)
        return self._around[day]

    def value(self, found: Customers) -> ModelValue | Refusal:
        """Return what is expected of all buyers as of the last order, whichever quarter they were asked for."""
        from shopdesk.app.kpi.customers import expected_value

        if self._value is None:
            self._value = expected_value(found, self._context)
        return self._value
