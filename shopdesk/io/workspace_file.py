"""The workspace file: one SQLite file a shop, every change one durable transaction."""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shopdesk.app.documents import Collection, Key, RowEdit
from shopdesk.app.ports import ImportRecord, WorkspaceError
from shopdesk.io import backups
from shopdesk.io.document_table import DocumentTable
from shopdesk.io.import_rows import IMPORT_COLUMNS, import_values, record_of
from shopdesk.io.paths import database_address
from shopdesk.io.workspace_errors import worded
from shopdesk.io.workspace_lock import WorkspaceLock
from shopdesk.io.workspace_schema import VERSION, file_version, is_empty, is_workspace, migrate

if TYPE_CHECKING:  # heavy; a kept board is drawn without it
    import pyarrow as pa

Clock = Callable[[], datetime]
_SALT_BYTES: Final = 32
_BUSY_TIMEOUT_S: Final = 5.0


class WorkspaceFile:
    """The store behind a ``Workspace``; may be used from several threads. Open it with ``open_workspace``."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        lock: WorkspaceLock | None,
        clock: Clock,
        backup_root: Path | None,
    ) -> None:
        self._path = path
        self._connection = connection
        self._lock = lock
        self._clock = clock
        self._backup_root = backup_root
        self._tables: dict[Collection[Any], DocumentTable] = {}
        self._records: list[ImportRecord] | None = None
        self._guard = threading.RLock()

    @property
    def path(self) -> Path:
        """Where the file stands."""
        return self._path

    @property
    def is_read_only(self) -> bool:
        """Whether it was opened only to look."""
        return self._lock is None

    @property
    def salt(self) -> bytes:
        """The secret with which buyers are hashed; made once for each workspace."""
        return bytes.fromhex(self.setting("salt") or "")

    @property
    def revision(self) -> int:
        """How many transactions changed the file so far."""
        return int(self.setting("revision") or 0)

    @property
    def is_sample(self) -> bool:
        """Whether the workspace holds the sample shop."""
        return self.setting("sample") == "1"

    @property
    def backup_folder(self) -> Path | None:
        """Where the backups of this workspace are kept, None where it keeps none."""
        return self._backup_root / f"{self._path.stem}-{self.setting('uid')}" if self._backup_root else None

    def load_rows(self, collection: Collection[Any]) -> dict[Key, Any]:
        """Return all rows of a collection, none where nothing was written to it yet."""
        with self._guard, worded(self._path):
            return DocumentTable(collection).load(self._connection)

    def write_rows(self, edits: Sequence[RowEdit]) -> None:
        """Commit document edits in one transaction, in their order."""
        if not edits:
            return
        with self._guard:
            for collection in {edit.collection: None for edit in edits}:
                with worded(self._path):
                    self._table(collection)
            with self._transaction():
                for (collection, is_drop), group in groupby(edits, lambda edit: (edit.collection, edit.row is None)):
                    table = self._table(collection)
                    if is_drop:
                        table.drop(self._connection, (edit.key for edit in group))
                    else:
                        table.put(self._connection, (edit.row for edit in group))

    def imports(self) -> list[ImportRecord]:
        """Return all imports, oldest first, also those taken back."""
        with self._guard, worded(self._path):
            if self._records is None:
                rows = self._connection.execute(f"SELECT {IMPORT_COLUMNS} FROM imports ORDER BY seq")  # noqa: S608
                self._records = [record_of(row) for row in rows]
            return list(self._records)

    def add_imports(self, additions: Sequence[tuple[ImportRecord, pa.Table]]) -> None:
        """Append imports with their typed frames in one transaction; inactive ones wait to be taken in."""
        from shopdesk.io import fact_chunks

        encoded = [(record, fact_chunks.encode(table)) for record, table in additions]
        with self._transaction():
            for record, parts in encoded:
                values = (*import_values(record), int(not record.active))
                marks = ", ".join("?" * len(values))
                self._connection.execute(
                    f"INSERT INTO imports ({IMPORT_COLUMNS}, staged) VALUES ({marks})",  # noqa: S608
                    values,
                )
                self._connection.executemany(
                    "INSERT INTO chunks VALUES (?, ?, ?, ?)",
                    ((record.import_id, number, part.sha256, part.data) for number, part in enumerate(parts)),
                )

    def activate_imports(self, imports: Mapping[str, bool]) -> None:
        """Take imports in or out in one transaction."""
        with self._transaction():
            self._connection.executemany(
                "UPDATE imports SET active = ?, staged = 0 WHERE import_id = ?",
                [(int(active), import_id) for import_id, active in imports.items()],
            )

    def chunk(self, import_id: str) -> pa.Table:
        """Return the typed frame of one import; raises ``WorkspaceError`` where its bytes are damaged."""
        import pyarrow as pa

        from shopdesk.io import fact_chunks

        with self._guard, worded(self._path):
            rows = self._connection.execute(
                "SELECT CAST(data AS BLOB) FROM chunks WHERE import_id = ? ORDER BY part", (import_id,)
            )
            parts = [row[0] for row in rows]
        try:
            return fact_chunks.decode(parts)
        except (pa.ArrowException, OSError) as error:
            raise WorkspaceError("workspace_damaged", path=str(self._path), reason=f"{import_id}: {error}") from error

    def setting(self, name: str) -> str | None:
        """Return one text stored with the workspace (its salt, its name)."""
        with self._guard, worded(self._path):
            row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def set_setting(self, name: str, value: str) -> None:
        """Store one text with the workspace, outside undo."""
        with self._transaction():
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def backup(self, reason: str) -> Path | None:
        """Keep a checked copy of the file as it is; None where nothing changed since the last copy."""
        folder = self.backup_folder
        revision = self.revision
        if folder is None or self._holds_nothing():
            return None
        newest = next(iter(backups.backups_in(folder)), None)
        if newest and newest.revision == revision:
            return None
        return backups.make_backup(self._path, folder, now=self._clock(), revision=revision, reason=reason)

    def daily_backup(self) -> Path | None:
        """Keep a copy where today has none yet."""
        folder = self.backup_folder
        today = self._clock().date()
        if folder is None or any(backup.made_at.date() == today for backup in backups.backups_in(folder)):
            return None
        return self.backup("daily")

    def save_copy(self, target: Path) -> None:
        """Write a checked copy elsewhere; the copy has backups of its own."""

        def amend(connection: sqlite3.Connection) -> None:
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('uid', ?)", (secrets.token_hex(4),))

        if target.absolute() == self._path.absolute():
            raise WorkspaceError("workspace_copy_onto_itself", path=str(target))
        with self._guard:
            backups.copy_checked(self._path, target, amend=amend)

    def check(self) -> list[str]:
        """Return what is wrong with the file, each in one technical line; [] where it is sound."""
        with self._guard, worded(self._path):
            answers = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check")]
            problems = [answer for answer in answers if answer != "ok"]
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchall()
            problems += [f"chunk without its import: {row[1]}" for row in broken]
            for record in self.imports():
                problems += self._chunk_problems(record)
        return problems

    def close(self) -> None:
        """Release the file and its lock; a second call does nothing."""
        with self._guard:
            self._connection.close()
            if self._lock:
                self._lock.release()
                self._lock = None
            elif self._path.with_name(self._path.name + "-shm").exists():
                _sweep(self._path, self._clock)

    def _chunk_problems(self, record: ImportRecord) -> list[str]:
        import pyarrow as pa

        from shopdesk.io import fact_chunks

        rows = self._connection.execute(
            "SELECT CAST(data AS BLOB), sha256 FROM chunks WHERE import_id = ? ORDER BY part", (record.import_id,)
        )
        parts = [fact_chunks.Part(data, digest) for data, digest in rows]
        if not parts or not all(fact_chunks.is_intact(part) for part in parts):
            return [f"import {record.import_id} ({record.path}): bytes are not those that were stored"]
        try:
            table = fact_chunks.decode(part.data for part in parts)
            table.validate(full=True)
        except (pa.ArrowException, OSError) as error:
            return [f"import {record.import_id} ({record.path}): {error}"]
        if table.num_rows != record.rows:
            return [f"import {record.import_id} ({record.path}): {table.num_rows} rows instead of {record.rows}"]
        return []

    def _holds_nothing(self) -> bool:
        with self._guard, worded(self._path):
            tables = self._connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'doc!_%' ESCAPE '!'")
            names = ["imports", *(row[0] for row in tables if not row[0].startswith("sqlite"))]
            return not any(
                self._connection.execute(f'SELECT EXISTS (SELECT 1 FROM "{name}")').fetchone()[0]  # noqa: S608
                for name in names
            )

    def _table(self, collection: Collection[Any]) -> DocumentTable:
        table = self._tables.get(collection)
        if table is None:
            table = DocumentTable(collection)
            if not self.is_read_only and not table.is_ready(self._connection):
                with self._transaction():
                    table.ensure(self._connection)
            self._tables[collection] = table
        return table

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One durable transaction; nested use joins the outer one."""
        with self._guard, worded(self._path):
            if self.is_read_only:
                raise WorkspaceError("workspace_read_only", path=str(self._path), reason="opened to read")
            if self._connection.in_transaction:
                yield
                return
            self._records = None
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'revision'")
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # the first error is the one to tell
                    self._connection.execute("ROLLBACK")
                raise


def open_workspace(
    path: Path, *, clock: Clock, backup_root: Path | None = None, create: bool = True, read_only: bool = False
) -> WorkspaceFile:
    """Open (or create) a workspace; ``clock`` gives local time without a zone.

    Raises ``WorkspaceError``: ``workspace_locked``, ``workspace_missing``, ``workspace_not_a_workspace``,
    ``workspace_newer``, ``workspace_damaged``, ``workspace_read_only``, ``workspace_disk_full``.
    """
    if not path.exists() and (read_only or not create):
        raise WorkspaceError("workspace_missing", path=str(path))
    if path.is_dir():
        raise WorkspaceError("workspace_not_a_workspace", path=str(path), reason="a folder")
    if read_only:
        return _open_to_read(path, clock=clock)
    with worded(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = WorkspaceLock.acquire(path, now=clock())
    try:
        connection = _connect(path)
        try:
            with worded(path):
                _check_ours(path, connection)
                _upgrade(path, connection, clock=clock, backup_root=backup_root)
                _prepare(connection)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise
    return WorkspaceFile(path, connection, lock=lock, clock=clock, backup_root=backup_root)


def _open_to_read(path: Path, *, clock: Clock) -> WorkspaceFile:
    """Open beside a window that may have the file open; an older file is brought up to date in memory."""
    with worded(path):
        connection = sqlite3.connect(database_address(path), uri=True, isolation_level=None, check_same_thread=False)
        try:
            _check_ours(path, connection)
            if file_version(connection) < VERSION:
                memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
                connection.backup(memory)
                connection.close()
                connection = memory
                migrate(connection)
        except BaseException:
            connection.close()
            raise
    return WorkspaceFile(path, connection, lock=None, clock=clock, backup_root=None)


def _sweep(path: Path, clock: Clock) -> None:
    """Remove the log files that a reader can't remove, where no window has the file open."""
    with suppress(WorkspaceError, sqlite3.Error, OSError):  # housekeeping: the next window does it otherwise
        lock = WorkspaceLock.acquire(path, now=clock())
        try:
            with closing(sqlite3.connect(path, isolation_level=None)) as connection:
                connection.execute("PRAGMA wal_checkpoint")
        finally:
            lock.release()


def _connect(path: Path) -> sqlite3.Connection:
    with worded(path):
        return sqlite3.connect(path, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False)


def _check_ours(path: Path, connection: sqlite3.Connection) -> None:
    if not is_workspace(connection):
        raise WorkspaceError("workspace_not_a_workspace", path=str(path), reason="another program's file")
    version = file_version(connection)
    if version > VERSION:
        raise WorkspaceError("workspace_newer", path=str(path), version=version, known=VERSION)
    answer = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if answer != "ok":
        raise WorkspaceError("workspace_damaged", path=str(path), reason=answer)


def _upgrade(path: Path, connection: sqlite3.Connection, *, clock: Clock, backup_root: Path | None) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if backup_root and not is_empty(connection) and file_version(connection) < VERSION:
        uid = connection.execute("SELECT value FROM meta WHERE name = 'uid'").fetchone()
        folder = backup_root / f"{path.stem}-{uid[0] if uid else 'old'}"
        backups.make_backup(path, folder, now=clock(), revision=0, reason="upgrade")
    migrate(connection)


def _prepare(connection: sqlite3.Connection) -> None:
    """Give a new file its secret, and drop what was stored but never taken in before the last end."""
    connection.execute("BEGIN IMMEDIATE")
    for name, size in (("salt", _SALT_BYTES), ("uid", 4)):
        connection.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (name, secrets.token_hex(size)))
    connection.execute("DELETE FROM imports WHERE staged = 1")
    connection.execute("COMMIT")
