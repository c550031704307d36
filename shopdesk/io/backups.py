"""Checked copies of a workspace file, thinned with age; a damaged file never pushes out a good copy."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from shopdesk.app.ports import WorkspaceError
from shopdesk.io.atomic_file import put_in_place, temporary_beside
from shopdesk.io.paths import database_address
from shopdesk.io.workspace_errors import worded
from shopdesk.io.workspace_schema import APPLICATION_ID

NEWEST: Final = 3
DAILY: Final = 12
WEEKLY: Final = 10
MONTHLY: Final = 9
_STAMP: Final = "%Y%m%d-%H%M%S"
_NAME: Final = re.compile(r"(\d{8}-\d{6})-r(\d+)-([a-z]+)\.shopdesk")


@dataclass(frozen=True, slots=True)
class Backup:
    """One kept copy; ``reason`` is ``import``, ``daily``, ``manual`` or ``upgrade``."""

    path: Path
    made_at: datetime
    revision: int
    reason: str

    @property
    def size_bytes(self) -> int:
        """Size of the copy."""
        return self.path.stat().st_size


def backups_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first; other files are not ours."""
    found = []
    for path in folder.glob("*.shopdesk") if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            made_at = datetime.strptime(match[1], _STAMP)  # noqa: DTZ007
            found.append(Backup(path, made_at, int(match[2]), match[3]))
    return sorted(found, key=lambda backup: (backup.made_at, backup.revision), reverse=True)


def make_backup(source: Path, folder: Path, *, now: datetime, revision: int, reason: str) -> Path:
    """Keep a checked copy of ``source``, then thin the folder; raises ``WorkspaceError`` and keeps all on damage."""
    with worded(folder):
        folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{now.strftime(_STAMP)}-r{revision}-{reason}.shopdesk"
    copy_checked(source, target)
    thin(folder)
    return target


def copy_checked(source: Path, target: Path, *, amend: Callable[[sqlite3.Connection], None] | None = None) -> None:
    """Copy a workspace: into a temporary file beside the target, checked, forced to disk, then renamed."""
    temporary = temporary_beside(target)
    try:
        with worded(source, copied_to=target.parent):
            with closing(sqlite3.connect(database_address(source), uri=True)) as connection:
                connection.execute("VACUUM INTO ?", (str(temporary),))
            problem = integrity_problem(temporary, amend=amend)
        if problem:
            raise WorkspaceError("workspace_damaged", path=str(source), reason=problem)
        with worded(target):
            _force_to_disk(temporary)
            put_in_place(temporary, target)
            _force_to_disk(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def integrity_problem(path: Path, *, amend: Callable[[sqlite3.Connection], None] | None = None) -> str:
    """Return what SQLite finds wrong with a file, "" where nothing; ``amend`` may change the file first."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            if int(connection.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID:
                return "not a workspace"
            if amend:
                amend(connection)
            answer = str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    except sqlite3.DatabaseError as error:
        return str(error)
    return "" if answer == "ok" else answer


def restore(backup: Path, workspace: Path, *, keep_in: Path, now: datetime) -> None:
    """Put a backup in the place of a closed workspace; the replaced file is kept beside the backups.

    Raises ``WorkspaceError``: ``workspace_damaged`` where the backup is no good (nothing is touched then).
    """
    problem = integrity_problem(backup)
    if problem:
        raise WorkspaceError("workspace_damaged", path=str(backup), reason=problem)
    with worded(workspace):
        keep_in.mkdir(parents=True, exist_ok=True)
        _put_aside(workspace, keep_in / f"replaced-{now.strftime(_STAMP)}.shopdesk")
        temporary = temporary_beside(workspace)
        try:
            shutil.copyfile(backup, temporary)
            _force_to_disk(temporary)
            # the log of the replaced file must be gone before: SQLite would replay it into the restored one
            for suffix in ("-wal", "-shm"):
                workspace.with_name(workspace.name + suffix).unlink(missing_ok=True)
            put_in_place(temporary, workspace)
            _force_to_disk(workspace.parent)
        finally:
            temporary.unlink(missing_ok=True)


def _put_aside(workspace: Path, kept: Path) -> None:
    """Copy a file and its log as they are, damaged or not."""
    for suffix in ("", "-wal"):
        part = workspace.with_name(workspace.name + suffix)
        if part.exists():
            shutil.copyfile(part, kept.with_name(kept.name + suffix))
            _force_to_disk(kept.with_name(kept.name + suffix))


def thin(folder: Path) -> None:
    """Remove the backups that no rule keeps."""
    backups = backups_in(folder)
    keep = kept_positions([backup.made_at for backup in backups])
    for position, backup in enumerate(backups):
        if position not in keep:
            backup.path.unlink(missing_ok=True)


def kept_positions(stamps: Sequence[datetime]) -> set[int]:
    """Return which of the stamps (newest first) stay: the newest few, then one a day, a week, a month."""
    keep = set(range(min(NEWEST, len(stamps))))
    keep |= _newest_of_each((stamp.date() for stamp in stamps), DAILY)
    keep |= _newest_of_each((stamp.isocalendar()[:2] for stamp in stamps), WEEKLY)
    return keep | _newest_of_each(((stamp.year, stamp.month) for stamp in stamps), MONTHLY)


def _newest_of_each(spans: Iterable[object], limit: int) -> set[int]:
    first: dict[object, int] = {}
    for position, span in enumerate(spans):
        first.setdefault(span, position)
    return set(list(first.values())[:limit])


def _force_to_disk(path: Path) -> None:
    if path.is_dir():
        if os.name == "nt":  # a folder can't be opened for that on Windows; the rename is journalled there
            return
        descriptor = os.open(path, os.O_RDONLY)
    else:
        descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
