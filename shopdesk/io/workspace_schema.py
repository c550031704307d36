"""The tables of a workspace file and how a file of an older version becomes one of today."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Final

APPLICATION_ID: Final = 0x53684431  # "ShD1"

Migration = Callable[[sqlite3.Connection], None]


def create_version_1(connection: sqlite3.Connection) -> None:
    """Create the tables of the first version: names, the import log, chunks."""
    connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    connection.execute(
        """CREATE TABLE imports (
            seq INTEGER PRIMARY KEY AUTOINCREMENT, import_id TEXT NOT NULL UNIQUE, batch_id TEXT NOT NULL,
            path TEXT NOT NULL, sha256 TEXT NOT NULL, kind TEXT NOT NULL, platform TEXT NOT NULL,
            fact_table TEXT NOT NULL, imported_at TEXT NOT NULL, rows INTEGER NOT NULL, rejected INTEGER NOT NULL,
            first_date TEXT, last_date TEXT, active INTEGER NOT NULL, sample INTEGER NOT NULL)"""
    )
    connection.execute(
        """CREATE TABLE chunks (
            import_id TEXT NOT NULL REFERENCES imports (import_id) ON DELETE CASCADE, part INTEGER NOT NULL,
            sha256 TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (import_id, part))"""
    )
    connection.execute("INSERT INTO meta VALUES ('revision', '0')")


def mark_staged_imports(connection: sqlite3.Connection) -> None:
    """Tell an import that was stored but never yet taken in from one that was taken back."""
    connection.execute("ALTER TABLE imports ADD COLUMN staged INTEGER NOT NULL DEFAULT 0")


MIGRATIONS: Final[tuple[Migration, ...]] = (create_version_1, mark_staged_imports)
"""Function *i* makes version *i + 1* of a file of version *i*; only ever append."""

VERSION: Final = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, *, until: int = VERSION) -> None:
    """Bring a file to a version in one transaction, so that no kill leaves it between two."""
    version = file_version(connection)
    if version >= until:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in MIGRATIONS[version:until]:
            migration(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {until}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def file_version(connection: sqlite3.Connection) -> int:
    """Return the schema version that a file says it has; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_workspace(connection: sqlite3.Connection) -> bool:
    """Return whether an SQLite file is ours, or still empty."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    return application == APPLICATION_ID or (application == 0 and is_empty(connection))


def is_empty(connection: sqlite3.Connection) -> bool:
    """Return whether a file holds no table yet."""
    return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0)
