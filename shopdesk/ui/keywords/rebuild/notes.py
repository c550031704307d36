"""What is said beneath the headline: structures that stay, what became of the last export, what is held back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.app.keywords.library import Answer
from shopdesk.app.keywords.rebuild import exported_day, last_exports, plans_of
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.rebuild.followed import followed
from shopdesk.domain.keywords.rebuild.model import Proposal, RowKind
from shopdesk.domain.keywords.rebuild.rest import MOST_WORDS
from shopdesk.domain.keywords.rebuild.settled import Settled
from shopdesk.ui import formats
from shopdesk.ui.keywords.rebuild import words
from shopdesk.ui.keywords.rebuild.checks import platform_name
from shopdesk.ui.kpi.wording import apart_text


def notes(made: Proposal, settled: Settled, answer: Answer, workspace: Workspace) -> str:
    """Return all that must be known beside the numbers of the headline."""
    said = [text for one in made.accounts if (text := words.kept_text(one, platform_name(one.platform)))]
    said += _rest(made)
    said += _waiting(made)
    said += _exports(made, answer, workspace)
    if answer.study.apart:
        said.append(apart_text(answer.study.apart))
    if settled.withheld:
        text = QCoreApplication.translate(
            "Rebuild",
            "{count} {count:row is|rows are} held back, because they would do harm beside what is refused.",
        )
        said.append(text.format(count=formats.full(len(settled.withheld))))
    moves = sum(row.kind is RowKind.MOVED for row in made.rows)
    if left := moves - settled.counts.get(RowKind.MOVED, 0):
        text = QCoreApplication.translate(
            "Rebuild", "{count} of {total} moves are not taken: tidying alone names no money."
        )
        said.append(text.format(count=formats.full(left), total=formats.full(moves)))
    if settled.counts.get(RowKind.MOVED):
        said.append(
            QCoreApplication.translate(
                "Rebuild", "A moved word starts anew in its ad group: its quality score begins again (please check)."
            )
        )
    return " ".join(said)


def _rest(made: Proposal) -> list[str]:
    """Return which words of a very large shop are not looked at one by one."""
    if not made.rest:
        return []
    left = sum(one.cost for one in made.rest)
    whole = left + sum(one.cost for one in made.bought)
    if whole <= 0 or sum(one.clicks for one in made.rest) <= 0:
        text = QCoreApplication.translate(
            "Rebuild", "{count} further {count:word|words} without a click get no row and stay as they are."
        )
        return [text.format(count=formats.full(made.rest_words))]
    text = QCoreApplication.translate(
        "Rebuild",
        "{count} further {count:word|words}, {share} of the spend ({cost} ¥), get no row and stay as they are: looked "
        "at are the {most} words that you decided on, that are advised on or that cost most.",
    )
    return [
        text.format(
            count=formats.full(made.rest_words),
            share=formats.percent(left / whole, decimals=0),
            cost=formats.money(left, decimals=0),
            most=formats.full(MOST_WORDS),
        )
    ]


def _waiting(made: Proposal) -> list[str]:
    """Return what decided terms wait for."""
    said = []
    if made.waiting.asked:
        text = QCoreApplication.translate(
            "Rebuild",
            "{count} decided search {count:term does|terms do} nothing yet: the report names no account, and several "
            "could be meant.",
        )
        said.append(text.format(count=formats.full(made.waiting.asked)))
    if made.waiting.homeless:
        text = QCoreApplication.translate(
            "Rebuild",
            "{count} decided search {count:term is|terms are} of a platform of which no keyword report is here: import "
            "one by campaign.",
        )
        said.append(text.format(count=formats.full(made.waiting.homeless)))
    return said


def _exports(made: Proposal, answer: Answer, workspace: Workspace) -> list[str]:
    """Return how far the last export of each platform shows in the reports."""
    if answer.library is None:
        return []
    texts = []
    for platform, export in last_exports(workspace).items():
        day = exported_day(export)
        own = [one for one in made.bought if one.place.platform == platform]
        is_early = answer.library.period.start <= day
        found = followed(plans_of(export), own, [one for one in made.rest if one.place.platform == platform])
        texts.append(words.followed_text(found, day=formats.full_day(day), is_early=is_early))
    return texts
