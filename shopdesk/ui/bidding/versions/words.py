"""Versions of a plan in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.versions import PlanVersion
from shopdesk.ui import formats

if TYPE_CHECKING:  # numpy and scipy stand behind it
    from shopdesk.domain.bidding.review.review import Verdict


def version_name(version: PlanVersion) -> str:
    """Return number and day of a version, or the name that was given to it."""
    day = formats.day(version.taken_on or version.made_on)
    if version.name:
        return QCoreApplication.translate("Versions", "{name} {day}").format(name=version.name, day=day)
    return QCoreApplication.translate("Versions", "Version {number} {day}").format(number=version.number, day=day)


def standing_text(version: PlanVersion, *, is_live: bool, verdict: str = "") -> str:
    """Return whether a version runs, was judged, ran before, or never went out."""
    if verdict:
        return QCoreApplication.translate("Versions", "review: {verdict}").format(verdict=verdict)
    if is_live:
        return QCoreApplication.translate("Versions", "running")
    if version.taken_on is not None:
        return QCoreApplication.translate("Versions", "ran before")
    return QCoreApplication.translate("Versions", "kept")


def tip_text(version: PlanVersion, today: date | None) -> str:
    """Return all about a version, one fact a line."""
    lines = [
        QCoreApplication.translate("Versions", "Version {number}, kept on {day}").format(
            number=version.number, day=formats.full_day(version.made_on)
        )
    ]
    if version.name:
        lines.insert(0, version.name)
    if version.taken_on is not None:
        lines.append(
            QCoreApplication.translate("Versions", "exported on {day}").format(day=formats.full_day(version.taken_on))
        )
        if today is not None and today > version.taken_on:
            lines.append(
                QCoreApplication.translate("Versions", "{count} {count:day|days} ago").format(
                    count=formats.full((today - version.taken_on).days)
                )
            )
    if version.note:
        lines.append(version.note)
    return "\n".join(lines)


def verdict_word(verdict: Verdict) -> str:
    """Return a review in a word or two, for a list."""
    from shopdesk.domain.bidding.review.review import Verdict

    names = {
        Verdict.BETTER: QCoreApplication.translate("Versions", "better"),
        Verdict.WORSE: QCoreApplication.translate("Versions", "worse"),
        Verdict.CANNOT_TELL: QCoreApplication.translate("Versions", "can't tell yet"),
        Verdict.TOO_EARLY: QCoreApplication.translate("Versions", "too early"),
        Verdict.TOO_FEW: QCoreApplication.translate("Versions", "too few orders"),
        Verdict.NO_BEFORE: QCoreApplication.translate("Versions", "nothing before"),
        Verdict.NO_REPORT: QCoreApplication.translate("Versions", "no report"),
    }
    return names[verdict]
