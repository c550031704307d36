"""Refunds written with a minus: some exports keep books that way, others take a refund back with it."""

from __future__ import annotations

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.app.importing.model import Role
from shopdesk.io.dialects.cells import as_mask
from shopdesk.io.dialects.sheet import Sheet

REFUNDS: Final = ("refunded", "refund_amount")
"""Amounts that facts hold as positive where money went back."""


def settle_refunds(work: Sheet) -> None:
    """Turn the sign of refunds where all are written with a minus, and say how many: a wrong sign is a wrong sum.

    Where only some have one, these took a refund back: they keep it and are subtracted.
    """
    for name in REFUNDS:
        amounts = work.typed.get(name)
        if amounts is None or not (pa.types.is_integer(amounts.type) or pa.types.is_floating(amounts.type)):
            continue
        below = as_mask(pc.less(amounts, 0))
        if not below.any():
            continue
        columns = [*work.at(name), *(column for column in work.mapped(Role.METRIC) if column.target == name)]
        header = columns[0].header if columns else ""
        if as_mask(pc.greater(amounts, 0)).any():
            work.problems.summary("refund_taken_back", below, column=header)
            continue
        work.typed[name] = pc.abs(amounts)
        work.problems.summary("refund_minus", below, column=header)
