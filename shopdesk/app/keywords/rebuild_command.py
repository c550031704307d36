"""The rebuild without a window: the proposal of the last 28 days, without the refused rows, for one console."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from shopdesk.app.bidding.platforms import profile_of
from shopdesk.app.jobs import SILENT
from shopdesk.app.keywords.library import answer, question
from shopdesk.app.keywords.rebuild import ask, beginnings, proposal, refused
from shopdesk.app.keywords.rebuild_files import SUFFIXES, Form, Order, forms_of
from shopdesk.app.keywords.rebuild_rules import rules_of
from shopdesk.app.keywords.rebuild_sheets import paste_forms, paste_text, plan_sheets
from shopdesk.app.workspace import Workspace
from shopdesk.domain.keywords.rebuild.entries import entries
from shopdesk.domain.keywords.rebuild.model import Names, Row
from shopdesk.domain.keywords.rebuild.settled import settle
from shopdesk.domain.periods import Comparison

_QUADRANTS: Final = {
    "zh_CN": {"brand": "品牌词", "category": "品类词", "competitor": "竞品词", "long_tail": "长尾词"},
    "en": {"brand": "Brand", "category": "Category", "competitor": "Competitor", "long_tail": "Long tail"},
}
_REST: Final = {"zh_CN": "其他词", "en": "Other words"}


class NothingToRebuild(LookupError):
    """No words with campaigns were imported, nothing changes, or no platform of the shop takes such a file."""


def rebuild_order(
    workspace: Workspace,
    out: Path,
    *,
    language: str,
    reasons: Callable[[Sequence[Row]], Mapping[str, str]] = lambda _rows: {},
) -> Order:
    """Return what is to be written: for the platform that spends most among those whose console takes such a file.

    ``reasons`` words by key why rows are there, for the people who work through a worksheet.
    A bulksheet of Amazon needs the operator's own workbook, so that it is written from the window only.
    """
    found = answer(question(workspace, period=None, comparison=Comparison.PREVIOUS), workspace, SILENT)
    if found.library is None:
        raise NothingToRebuild
    names = Names(_QUADRANTS[language], _REST[language])
    made = proposal(ask(workspace, found.study, found.library, names), SILENT)
    settled = settle(made, refused(workspace, beginnings(made)))
    for account in sorted(made.accounts, key=lambda one: -one.clicks):
        form = next((one for one in forms_of(account.platform) if SUFFIXES[one] == out.suffix.casefold()), None)
        rows = [row for row in settled.accepted if row.place.platform == account.platform]
        if form is None or form is Form.AMAZON_BULK or not rows:
            continue
        rules = rules_of(account.platform)
        own = entries(made, rows, rules)
        people = form is Form.WORKSHEET
        return Order(
            form=form,
            path=out,
            entries=own,
            sheets=plan_sheets(own, profile_of(account.platform).zh, reasons(rows), rules) if people else (),
            paste=paste_text(paste_forms(own)) if people else "",
        )
    raise NothingToRebuild
