"""The files that carry a settled plan into a console, and what ``io`` gives for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from shopdesk.domain.bidding.forms.change import Change
    from shopdesk.domain.bidding.forms.limits import Trouble
    from shopdesk.domain.bidding.forms.reading import ReadWeek
    from shopdesk.domain.bidding.levers import Levers
    from shopdesk.domain.bidding.plan import BidPlan
    from shopdesk.domain.bidding.profiles import PlatformProfile
    from shopdesk.domain.bidding.propose.proposal import RegionGroup


class Form(StrEnum):
    """A form that a plan can be written in; the value is its name on the command line."""

    CHECKLIST = "checklist"  # a workbook for people, one sheet for each dialog of the console
    TEXT = "text"  # 00:00-12:00:100,…;…
    LAUNCH_JSON = "launch-json"  # launchPeriodList of 万相台
    WEEK_SHEET = "week"  # 7 × 24 or 7 × 48 cells
    JD_JSON = "jd-json"  # timeRangePriceCoef of 京东快车
    DAY_JSON = "pdd-json"  # 24 rates of 拼多多
    SWITCHES = "switches"  # 336 signs 0 or 1 of 巨量千川
    GOOGLE_EDITOR = "google-editor"
    MICROSOFT_BULK = "microsoft-bulk"
    AMAZON_BULK = "amazon-bulk"  # a copy of the operator's own bulksheet with the changed cells


FORMS: Final = {
    "taobao": (Form.CHECKLIST, Form.TEXT, Form.LAUNCH_JSON, Form.WEEK_SHEET),
    "jd": (Form.CHECKLIST, Form.JD_JSON, Form.WEEK_SHEET, Form.TEXT),
    "pdd": (Form.CHECKLIST, Form.DAY_JSON, Form.WEEK_SHEET),
    "douyin": (Form.CHECKLIST, Form.SWITCHES, Form.WEEK_SHEET),
    "google_ads": (Form.GOOGLE_EDITOR, Form.CHECKLIST, Form.WEEK_SHEET),
    "microsoft_ads": (Form.MICROSOFT_BULK, Form.CHECKLIST, Form.WEEK_SHEET),
    "amazon": (Form.AMAZON_BULK, Form.CHECKLIST, Form.WEEK_SHEET),
}
"""By platform, the form that its console reads first; JSON and text are for browser helpers and for pasting."""
SUFFIXES: Final = {
    Form.CHECKLIST: ".xlsx",
    Form.TEXT: ".txt",
    Form.LAUNCH_JSON: ".json",
    Form.WEEK_SHEET: ".xlsx",
    Form.JD_JSON: ".json",
    Form.DAY_JSON: ".json",
    Form.SWITCHES: ".txt",
    Form.GOOGLE_EDITOR: ".csv",
    Form.MICROSOFT_BULK: ".csv",
    Form.AMAZON_BULK: ".xlsx",
}
_EVERYWHERE: Final = (Form.CHECKLIST, Form.TEXT, Form.WEEK_SHEET)


def forms_of(platform: str) -> tuple[Form, ...]:
    """Return the forms that fit a platform, the one that its console reads first."""
    return FORMS.get(platform, _EVERYWHERE)


def takes_all(form: Form) -> bool:
    """Whether a form carries bids, regions, audiences and budget too; the others carry the week only."""
    return form in (Form.CHECKLIST, Form.GOOGLE_EDITOR, Form.MICROSOFT_BULK, Form.AMAZON_BULK)


@dataclass(frozen=True, slots=True)
class WordPlace:
    """Where a bought word stands, as reports name it; ``bid`` in fen, None where no report tells it."""

    key: str
    campaign_id: str
    campaign: str
    adgroup_id: str
    adgroup: str
    keyword_id: str
    keyword: str
    match_type: str
    bid: int | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """An entry that a console has now and that a bulk file must delete or change: hours, or a region."""

    target_id: str
    entity: str
    target: str
    sub_type: str = ""


class LimitsBroken(Exception):
    """A plan asks for what its platform refuses; ``troubles`` says what, cell by cell."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__(f"{len(troubles)} limits broken")
        self.troubles = tuple(troubles)


class WeekUnreadable(ValueError):
    """A text or file holds no week in any known form; ``part`` is the piece that is wrong."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOrder:
    """One plan in a file: what it sets now, the settled rows, and what a console must be told beside.

    ``words`` by word key; ``criteria`` are what the console has today; ``reasons`` say in words why a row changes, by
    its key.
    """

    plan: BidPlan
    profile: PlatformProfile
    levers: Levers
    changes: tuple[Change, ...]
    groups: tuple[RegionGroup, ...] = ()
    words: Mapping[str, WordPlace] = field(default_factory=dict)
    criteria: tuple[Criterion, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    first_day: int = 0  # the weekday (Monday 0) that a file which counts weekdays begins with


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One file to be written, of one form; only the checklist takes several plans. ``workbook`` is Amazon's own."""

    form: Form
    path: Path
    plans: tuple[PlanOrder, ...]
    day: date
    workbook: Path | None = None
    language: str = "zh_CN"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that a form can't carry, and why: no_id, no_bid, not_in_workbook, no_lever, no_campaign."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an order: lines written and what had to be left out."""

    path: Path
    lines: int
    left_out: tuple[LeftOut, ...] = ()


class BidFiles(Protocol):
    """Writes plans and reads weeks; may be slow, runs in a job; ``OSError`` or ``BulkRefused``."""

    def write(self, order: Order) -> Written:
        """Write a file whole or not at all; ``LimitsBroken`` where a platform would refuse it."""

    def read_week(self, path: Path) -> ReadWeek:
        """Read a week from any form that a plan is written in; ``WeekUnreadable``."""

    def read_levers(self, path: Path) -> Mapping[str, Levers]:
        """Read the plans of a checklist back, by name of the plan; ``WeekUnreadable``."""
