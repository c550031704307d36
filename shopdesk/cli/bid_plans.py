"""``export bid-plan``: the settled bid plans of a workspace as a file for a console."""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING, Final

from shopdesk import bootstrap
from shopdesk.cli.console import OK, REFUSED, UNUSABLE, complain, language_of, text_of
from shopdesk.domain.issues import Issue, Severity

if TYPE_CHECKING:
    import argparse

    from shopdesk.app.bidding.exporting import LeftOut
    from shopdesk.domain.bidding.forms.limits import Trouble
    from shopdesk.domain.bidding.week import LimitProblem

BID_PLAN: Final = "bid-plan"
_LEVERS: Final = {
    "zh_CN": {"words": "出价", "hours": "分时折扣", "regions": "地域", "audiences": "人群溢价", "budget": "日预算"},
    "en": {"words": "Bid", "hours": "Hours", "regions": "Region", "audiences": "Audience", "budget": "Budget"},
}
_DAYS: Final = {
    "zh_CN": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MOST_NAMED: Final = 10


def export_bid_plans(options: argparse.Namespace) -> int:
    """Write the plans; 0 all is in the file, 3 some must be set by hand (named on stderr), 2 nothing was written."""
    from shopdesk.app.bidding.exporting import LimitsBroken
    from shopdesk.app.bidding.plan_command import FormDoesNotFit, NoSuchPlan, NothingToExport
    from shopdesk.app.keywords.rebuild_files import BulkRefused
    from shopdesk.domain.bidding.week import ScheduleError

    language = language_of(options)
    try:
        with closing(bootstrap.open_workspace(options.workspace, read_only=True)) as workspace:
            options.out.parent.mkdir(parents=True, exist_ok=True)
            written = bootstrap.write_bid_plans(
                workspace,
                options.out,
                names=options.plan,
                form=options.form,
                language=language,
                workbook=options.workbook,
            )
    except NoSuchPlan as error:
        known = ", ".join(error.known)
        code = "export_no_plan" if known else "export_no_plans"
        return complain(text_of(Issue(code, Severity.FILE, values={"name": error.name, "known": known}), language))
    except NothingToExport:
        return complain(text_of(Issue("export_plan_unchanged", Severity.FILE), language))
    except FormDoesNotFit as error:
        values = {"form": error.form, "forms": ", ".join(error.fitting)}
        return complain(text_of(Issue("export_plan_form", Severity.FILE, values=values), language))
    except LimitsBroken as error:
        return _broken(error.troubles, language)
    except ScheduleError as error:
        return complain(text_of(Issue("export_plan_shape", Severity.FILE, values={"part": error.part}), language))
    except BulkRefused as error:
        return complain(text_of(Issue(f"export_bulk_{error.code}", Severity.FILE), language))
    for path in (written.path, *written.beside):
        print(path)
    return _tell(written.left_out, language)


def _tell(left_out: tuple[LeftOut, ...], language: str) -> int:
    if not left_out:
        return OK
    names = [_name(one.name) or _LEVERS[language][one.lever.value] for one in left_out]
    issue = Issue("export_plan_left_out", Severity.WARNING, values={"names": ", ".join(dict.fromkeys(names))})
    print(text_of(issue, language), file=sys.stderr)
    return REFUSED


def _broken(troubles: tuple[Trouble, ...], language: str) -> int:
    """Name the first cells that a platform refuses, one line each."""
    for one in troubles[:_MOST_NAMED]:
        problem = one.problem
        yuan = one.lever.value in ("words", "budget")
        values = {
            "lever": _LEVERS[language][one.lever.value],
            "name": _name(one.name),
            "plan": one.plan,
            "place": _place(one, language),
            "value": f"{problem.value / 100:.2f}" if yuan else f"{problem.value} %",
            "limits": _limits(problem, yuan=yuan),
        }
        complain(text_of(Issue("export_plan_limit", Severity.FILE, values=values), language))
    return UNUSABLE


def _limits(problem: LimitProblem, *, yuan: bool) -> str:
    """Return the limits that were broken, the code where they are no numbers."""
    if not problem.high and not problem.low:
        return problem.code.value
    low, high = (f"{value / 100:.2f}" if yuan else str(value) for value in (problem.low, problem.high))
    return f"{low}–{high}" if problem.high else f"≥ {low}"


def _place(trouble: Trouble, language: str) -> str:
    """Return the weekday and time of a slot, nothing where the problem is of the whole."""
    from shopdesk.domain.bidding.profiles import HOURS_PER_DAY
    from shopdesk.domain.bidding.week import clock

    place = trouble.problem.place
    if place is None:
        return ""
    day, slot = divmod(place, HOURS_PER_DAY * trouble.slots_per_hour)
    return f"{_DAYS[language][day]} {clock(slot * 60 // trouble.slots_per_hour)}"


def _name(key: str) -> str:
    return " ".join(key.split("\t")).strip()
