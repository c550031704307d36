"""Which ad account the user says a report of search terms speaks of, where the report itself doesn't."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TermAccount:
    """Terms whose report names ``platform`` and ``shop`` belong to the account ``of_platform`` and ``of_shop``."""

    platform: str
    shop: str
    of_platform: str
    of_shop: str


TERM_ACCOUNTS: Final = Collection("keyword_term_accounts", TermAccount, ("platform", "shop"))


def term_accounts(workspace: Workspace) -> Mapping[tuple[str, str], tuple[str, str]]:
    """Return what was said, by the account that the report names."""
    rows = workspace.rows(TERM_ACCOUNTS).values()
    return {(row.platform, row.shop): (row.of_platform, row.of_shop) for row in rows}


def say_account(source: tuple[str, str], account: tuple[str, str]) -> SetRows:
    """Return the change that gives the terms of a report to an account."""
    return SetRows.put(TERM_ACCOUNTS, [TermAccount(*source, *account)])
