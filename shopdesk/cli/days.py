"""The days that a command is about, as its words name them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from shopdesk.domain.issues import Issue, Severity
from shopdesk.domain.periods import Period

if TYPE_CHECKING:
    import argparse


class NoSuchDay(ValueError):
    """A word names no day, or the last day lies before the first; ``issue`` says so."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.code)
        self.issue = issue


def day_of(word: str | None) -> date | None:
    """Return the day that a word names, None where it names none."""
    try:
        return date.fromisoformat(word) if word else None
    except ValueError:
        return None


def period_of(options: argparse.Namespace) -> Period | None:
    """Return the days from ``--from`` to ``--to``, open where one isn't said, None where neither is; ``NoSuchDay``."""
    days = {}
    for name, word in (("--from", options.first), ("--to", options.last)):
        days[name] = day_of(word)
        if word and days[name] is None:
            raise NoSuchDay(Issue("cli_no_day", Severity.FILE, value=word, values={"name": name}))
    if not options.first and not options.last:
        return None
    first, last = days["--from"] or date.min, days["--to"] or date.max
    if last < first:
        raise NoSuchDay(Issue("cli_days_turned", Severity.FILE, values={"first": str(first), "last": str(last)}))
    return Period(first, last)
