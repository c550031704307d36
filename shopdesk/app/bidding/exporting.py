"""The files that carry a settled plan into a console, and what ``io`` gives for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from shopdesk.domain.bidding.forms.change import Lever

if TYPE_CHECKING:
    from shopdesk.domain.bidding.forms.change import Change
    from shopdesk.domain.bidding.forms.clones import Clone
    from shopdesk.domain.bidding.forms.limits import Trouble
    from shopdesk.domain.bidding.forms.reading import ReadWeek
    from shopdesk.domain.bidding.levers import Levers
    from shopdesk.domain.bidding.plan import BidPlan
    from shopdesk.domain.bidding.profiles import PlatformProfile


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
    """Where a bought word stands, as reports name it; "" where they don't."""

    key: str
    campaign_id: str
    campaign: str
    adgroup_id: str
    adgroup: str
    keyword_id: str
    keyword: str
    match_type: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """An entry that a console has now, as an imported bulk file names it: an hour of a day, or a region by its id."""

    criterion_id: str
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
    """One plan in a file: what it sets as a whole, the rows that were taken, and what a console must be told beside.

    ``campaign`` and ``campaign_id`` are as the console knows them, the id "" where no report tells it. ``levers`` is
    what the original plan gets; ``clones`` are the plans to be made for groups of regions. ``words`` by word key;
    ``criteria`` are what the console has today; ``reasons`` say in words why a row changes, by its key.
    """

    plan: BidPlan
    profile: PlatformProfile
    campaign: str
    campaign_id: str
    levers: Levers
    changes: tuple[Change, ...]
    clones: tuple[Clone, ...] = ()
    words: Mapping[str, WordPlace] = field(default_factory=dict)
    criteria: tuple[Criterion, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One file to be written, of one form; only the checklist takes several plans. ``workbook`` is Amazon's own."""

    form: Form
    path: Path
    plans: tuple[PlanOrder, ...]
    day: date
    workbook: Path | None = None
    language: str = "zh_CN"


class Why(StrEnum):
    """Why a form can't carry a change; the checklist carries all."""

    NO_ID = "no_id"  # the console wants an id that no report tells
    NO_CAMPAIGN = "no_campaign"  # the console wants the campaign's own id
    NO_FIELD = "no_field"  # the file has no column for it: the console's page has
    NOT_IN_WORKBOOK = "not_in_workbook"
    BID_UNKNOWN = "bid_unknown"  # no report tells today's bid, and the file can't say "10 % more"
    OLD_HOURS = "old_hours"  # no bulk file was imported, so that the present hours can't be deleted in the file


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that had to be done by hand: a word, region or audience ("" for hours and budget), and why."""

    lever: Lever
    name: str
    why: Why


def left_out_keys(taken: Iterable[Change], left_out: Iterable[LeftOut]) -> frozenset[str]:
    """Return the keys of the changes that a file doesn't carry: they still have to be set by hand.

    Hours whose old windows stay beside them are in the file all the same.
    """
    absent = {(one.lever, one.name) for one in left_out if one.why is not Why.OLD_HOURS}
    whole = {lever for lever, _ in absent} & {Lever.HOURS, Lever.BUDGET}
    return frozenset(one.key for one in taken if one.lever in whole or (one.lever, one.name) in absent)


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an order: lines written, further files beside, and what had to be left out."""

    path: Path
    lines: int
    left_out: tuple[LeftOut, ...] = ()
    beside: tuple[Path, ...] = ()


def troubles_of(order: Order) -> tuple[Trouble, ...]:
    """Return what the platforms refuse of an order's plans; a form of the week alone is held against the week only."""
    from shopdesk.domain.bidding.forms.limits import troubles

    found = []
    for one in order.plans:
        guessed = {change.name for change in one.changes if change.is_stand_in}
        own = troubles(one.levers, one.profile, is_smart=one.plan.is_smart)
        own = tuple(trouble for trouble in own if trouble.lever is not Lever.WORDS or trouble.name not in guessed)
        turned = {change.lever for change in one.changes} if takes_all(order.form) else {Lever.HOURS}
        found += [replace(trouble, plan=one.campaign) for trouble in own if trouble.lever in turned]
    return tuple(found)


def week_text(form: Form, order: PlanOrder) -> str:
    """Return a plan's week in a form of text; ``ScheduleError`` where the form can't say it."""
    from shopdesk.domain.bidding.forms.coefficients import to_jd, to_rates, to_switches
    from shopdesk.domain.bidding.forms.launch import to_launch
    from shopdesk.domain.bidding.week import to_text

    hours = order.levers.hours
    match form:
        case Form.LAUNCH_JSON:
            return to_launch(hours)
        case Form.JD_JSON:
            return to_jd(hours, first_day=order.profile.first_day)
        case Form.DAY_JSON:
            return to_rates(hours)
        case Form.SWITCHES:
            return to_switches(hours)
        case _:
            return to_text(hours)


class BidFiles(Protocol):
    """Writes plans and reads weeks; may be slow, runs in a job; ``OSError`` or ``BulkRefused``."""

    def write(self, order: Order) -> Written:
        """Write a file whole or not at all; ``LimitsBroken`` where a platform would refuse it."""

    def read_week(self, path: Path, *, first_day: int = 0) -> ReadWeek:
        """Read a week from any form that a plan is written in; ``WeekUnreadable``.

        ``first_day`` is the weekday (Monday 0) that a file which counts weekdays begins with.
        """

    def read_levers(self, path: Path) -> Mapping[str, Levers]:
        """Read the plans of a checklist back, by name of the plan; ``WeekUnreadable``."""
