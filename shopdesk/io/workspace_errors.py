"""What SQLite and the disk say, as the errors that the interface words."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shopdesk.app.ports import WorkspaceError

_FULL = "workspace_disk_full"
_BY_PREFIX = (
    ("SQLITE_FULL", _FULL),
    ("SQLITE_READONLY", "workspace_read_only"),
    ("SQLITE_PERM", "workspace_read_only"),
    ("SQLITE_CANTOPEN", "workspace_cannot_open"),
    ("SQLITE_BUSY", "workspace_busy"),
    ("SQLITE_LOCKED", "workspace_busy"),
    ("SQLITE_CORRUPT", "workspace_damaged"),
    ("SQLITE_NOTADB", "workspace_not_a_workspace"),
)
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: _FULL,
    errno.EROFS: "workspace_read_only",
    errno.EACCES: "workspace_read_only",
    errno.EPERM: "workspace_read_only",
}
_IN_USE = (32, 33)  # Windows: another program has the file open, or a part of it locked


@contextmanager
def worded(path: Path, *, copied_to: Path | None = None) -> Iterator[None]:
    """Turn what goes wrong with the file inside the block into a ``WorkspaceError``.

    A copy goes to a folder that may lie on another disk: it is that one which is full.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        code = _code(error)
        place = copied_to if copied_to is not None and code == _FULL else path
        raise WorkspaceError(code, path=str(place), reason=str(error)) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise WorkspaceError("workspace_bad_value", path=str(path), reason=str(error)) from error
    except OSError as error:
        in_use = getattr(error, "winerror", None) in _IN_USE
        code = "workspace_busy" if in_use else _BY_ERRNO.get(error.errno or 0, "workspace_io_error")
        raise WorkspaceError(code, path=str(path), reason=error.strerror or str(error)) from error


def _code(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    return next((code for prefix, code in _BY_PREFIX if name.startswith(prefix)), "workspace_io_error")
