"""The price check as lines under a report, for use without a window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from shopdesk.app.jobs import SILENT
from shopdesk.app.promotions.campaign_words import words_in
from shopdesk.app.promotions.check_lines import broken, clashes, tried
from shopdesk.app.promotions.checks import CheckStudy, check_question, study_checks
from shopdesk.app.promotions.documents import OFFERS
from shopdesk.app.promotions.study import KnownBook
from shopdesk.app.workspace import Workspace
from shopdesk.domain.promotions.stacking import Stacking

_MOST_ROWS: Final = 20


def check_notes(
    workspace: Workspace, stacking: Stacking, language: str, *, today: date, known: KnownBook | None = None
) -> tuple[str, ...]:
    """Return what the check of the offers in use finds, the worst first; () without an article that has a price."""
    designs = tuple(workspace.rows(OFFERS).values())
    study = study_checks(check_question(workspace, stacking, designs, today=today, known=known), workspace, SILENT)
    if not study.articles:
        return ()
    return tuple(_lines(study, words_in(language)))


def _lines(study: CheckStudy, words: Mapping[str, str]) -> Iterator[str]:
    yield tried(study, words)
    if study.without_floor:
        yield words["floors_off"].format(count=study.without_floor)
    low, found = list(broken(study, words)), list(clashes(study, words))
    if not low:
        yield words["no_break"]
    for _severity, what, where, says in (*low[:_MOST_ROWS], *found):
        yield words["check_line"].format(what=what, where=where, says=says)
    if len(low) > _MOST_ROWS:
        yield words["more_articles"].format(count=len(low) - _MOST_ROWS)
