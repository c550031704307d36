"""A checklist read back: what each plan in it is to be set to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from shopdesk.app.bidding.checklist_words import field_of, spelled
from shopdesk.app.bidding.exporting import WeekUnreadable
from shopdesk.domain.bidding.forms.reading import coarsest
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.profiles import UNCHANGED_PERCENT
from shopdesk.domain.bidding.week import ScheduleError, from_text
from shopdesk.io.exports.bidding.week_sheet import opened, texts

_SHEETS: Final = frozenset({"plans", "hours", "regions", "clones", "bids", "audiences", "budgets"})
_HEADS: Final = frozenset(
    {
        "plan", "rows", "week", "region", "new_percent", "adgroup", "adgroup_id", "keyword", "keyword_id", "match_type",
        "new_yuan", "audience", "new_premium",
    }
)  # fmt: skip


@dataclass(slots=True)
class _Plan:
    hours: tuple[int, ...] = ()
    regions: dict[str, int] = field(default_factory=dict)
    bids: dict[str, int] = field(default_factory=dict)
    audiences: dict[str, int] = field(default_factory=dict)
    budget: int | None = None


def read_checklist(data: bytes) -> Mapping[str, Levers]:
    """Return what a checklist sets, by name of the plan: the whole week, of the rest what changes.

    A region or audience that goes back to 100 stands there as 100; a bid that is changed by a percent of one that
    nobody knows isn't there. ``WeekUnreadable`` names what is wrong.
    """
    plans: defaultdict[str, _Plan] = defaultdict(_Plan)
    found = False
    for sheet in opened(data).worksheets:
        kind = field_of(str(sheet.title), _SHEETS)
        if kind is None:
            continue
        found = True
        for row in _rows(sheet):
            try:
                _take(kind, row, plans[row["plan"]])
            except (InvalidOperation, ScheduleError, KeyError) as error:
                raise WeekUnreadable(f"{sheet.title}: {error}") from error
    if not found:
        raise WeekUnreadable(" / ".join(sorted(spelled("plans"))))
    return {name: Levers(one.bids, one.hours, one.regions, one.audiences, one.budget) for name, one in plans.items()}


def _rows(sheet: Any) -> Iterator[dict[str, str]]:
    """Return the rows of a sheet by what its heads mean; notes below a table have one cell and are no rows."""
    table = texts(sheet)
    heads = [field_of(text, _HEADS) for text in table[0]] if table else []
    for cells in table[1:]:
        row = {head: cell for head, cell in zip(heads, cells, strict=False) if head is not None}
        if row.get("plan") and sum(1 for cell in cells if cell) > 1:
            yield row


def _take(kind: str, row: Mapping[str, str], plan: _Plan) -> None:
    match kind:
        case "plans" if row["week"]:
            plan.hours = coarsest(from_text(row["week"], slots_per_hour=2))
        case "regions":
            plan.regions[row["region"]] = int(Decimal(row["new_percent"]))
        case "bids" if row["new_yuan"]:
            group, word = row["adgroup_id"] or row["adgroup"], row["keyword_id"] or row["keyword"]
            plan.bids[f"{group}\t{word}\t{row['match_type']}"] = _fen(row["new_yuan"])
        case "audiences":
            plan.audiences[row["audience"]] = UNCHANGED_PERCENT + int(Decimal(row["new_premium"]))
        case "budgets":
            plan.budget = _fen(row["new_yuan"])


def _fen(text: str) -> int:
    return int((Decimal(text) * 100).to_integral_value())
