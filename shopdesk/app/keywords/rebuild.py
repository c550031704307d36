"""The rebuild of plans as a use case: the proposal of a period, what the user refused, and what was exported."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.decisions import DECISIONS, WordDecision
from shopdesk.app.keywords.rebuild_rules import keyword_rules
from shopdesk.app.keywords.term_accounts import term_accounts
from shopdesk.app.workspace import Workspace

if TYPE_CHECKING:  # pandas stands behind these
    from shopdesk.domain.keywords.library import Library, Study
    from shopdesk.domain.keywords.rebuild.followed import Planned
    from shopdesk.domain.keywords.rebuild.model import Names, Proposal, Row
    from shopdesk.domain.keywords.rebuild.scope import Scope


@dataclass(frozen=True, slots=True)
class RebuildChoice:
    """A row of the proposal that the user took or refused; rows without a choice follow the scope of the rebuild."""

    row: str  # the key of the row: the same after every import of the same structure
    accepted: bool


@dataclass(frozen=True, slots=True)
class RebuildExport:
    """What went out once: kept so that later reports can be compared with it.

    ``rows`` hold one change each as JSON (see ``domain.keywords.rebuild.followed.Planned``); ``formats`` are the names
    of the forms written.
    """

    export_id: str
    exported_at: str  # ISO time to the second
    platform: str
    formats: tuple[str, ...]
    file: str  # the name alone
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RebuildScope:
    """How much of a proposal begins as taken: a ``Scope`` value; one row a shop."""

    key: str = "shop"
    scope: str = ""


CHOICES: Final = Collection("keyword_rebuild_choices", RebuildChoice, ("row",))
SCOPE: Final = Collection("keyword_rebuild_scope", RebuildScope, ("key",))
EXPORTS: Final = Collection("keyword_rebuild_exports", RebuildExport, ("export_id",))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a proposal rests on, as an immutable snapshot for a job."""

    study: Study
    library: Library
    decided: tuple[WordDecision, ...]
    names: Names
    accounts: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = ()  # as ``term_accounts`` tells


def ask(workspace: Workspace, study: Study, library: Library, names: Names) -> Asked:
    """Return a snapshot of the documents, for ``proposal``."""
    accounts = tuple(term_accounts(workspace).items())
    return Asked(study, library, tuple(workspace.rows(DECISIONS).values()), names, accounts)


def proposal(asked: Asked, context: JobContext) -> Proposal:
    """Return the proposal; a job's work for large accounts."""
    from shopdesk.domain.keywords.advice import Action
    from shopdesk.domain.keywords.rebuild.grounds import grounds
    from shopdesk.domain.keywords.rebuild.propose import Setup, propose
    from shopdesk.domain.keywords.rebuild.verdicts import Decision

    context.report(None, "")
    known = list(Action)
    decided = {
        one.word: Decision(Action(one.action), one.bid_fen, one.step) for one in asked.decided if one.action in known
    }
    on = grounds(asked.study, asked.library, decided, dict(asked.accounts))
    return propose(on, Setup(rules=keyword_rules(), names=asked.names))


def scope_of(workspace: Workspace) -> Scope:
    """Return how much begins as taken: what matters, where nobody has said otherwise."""
    from shopdesk.domain.keywords.rebuild.scope import Scope

    is_all = any(row.scope == Scope.ALL.value for row in workspace.rows(SCOPE).values())
    return Scope.ALL if is_all else Scope.MATERIAL


def set_scope(scope: Scope) -> SetRows:
    """Return the change of how much begins as taken; rows chosen one by one stay as they were chosen."""
    return SetRows.put(SCOPE, [RebuildScope(scope=scope.value)])


def beginnings(made: Proposal) -> Mapping[Scope, frozenset[str]]:
    """Return by scope the keys of the rows that begin as refused; a job's work for large accounts."""
    from shopdesk.domain.keywords.rebuild.scope import Scope, begins_refused

    return {scope: begins_refused(made, scope) for scope in Scope}


def refused(workspace: Workspace, begun: Mapping[Scope, frozenset[str]], scope: Scope | None = None) -> frozenset[str]:
    """Return the keys of the rows that don't go out, in the shop's scope or in another; ``begun`` as they begin."""
    chosen = workspace.rows(CHOICES).values()
    taken = {one.row for one in chosen if one.accepted}
    left = {one.row for one in chosen if not one.accepted}
    return begun[scope or scope_of(workspace)] - taken | left


def choose(
    workspace: Workspace, begun: Mapping[Scope, frozenset[str]], rows: Iterable[str], *, accepted: bool
) -> SetRows:
    """Return the change that takes or refuses rows of a proposal; rows that are so already need none."""
    off = refused(workspace, begun)
    wanted = [row for row in rows if (row not in off) is not accepted]
    return SetRows.put(CHOICES, [RebuildChoice(row, accepted=accepted) for row in wanted])


def keep_export(
    rows: Sequence[Row], *, platform: str, formats: Sequence[str], file: str, now: datetime, export_id: str
) -> SetRows:
    """Return the change that keeps what was exported."""
    from shopdesk.domain.keywords.rebuild.followed import planned

    kept = tuple(json.dumps(asdict(planned(row)), ensure_ascii=False) for row in rows)
    at = now.isoformat(timespec="seconds")
    return SetRows.put(EXPORTS, [RebuildExport(export_id, at, platform, tuple(formats), file, kept)])


def last_exports(workspace: Workspace) -> Mapping[str, RebuildExport]:
    """Return the newest export of each platform."""
    found: dict[str, RebuildExport] = {}
    for one in sorted(workspace.rows(EXPORTS).values(), key=lambda export: export.exported_at):
        found[one.platform] = one
    return found


def exported_day(export: RebuildExport) -> date:
    """Return the day of an export."""
    return datetime.fromisoformat(export.exported_at).date()


def plans_of(export: RebuildExport) -> tuple[Planned, ...]:
    """Return the changes of an export."""
    from shopdesk.domain.keywords.rebuild.followed import Planned

    found = []
    for text in export.rows:
        raw = json.loads(text)
        found.append(Planned(**{**raw, "source": tuple(raw["source"]), "target": tuple(raw["target"])}))
    return tuple(found)
