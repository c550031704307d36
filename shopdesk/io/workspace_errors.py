"""What SQLite and the disk say, as the errors that the interface words."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shopdesk.app.ports import WorkspaceError

_BY_PREFIX = (
    ("SQLITE_FULL", "workspace_disk_full"),
    ("SQLITE_READONLY", "workspace_read_only"),
    ("SQLITE_PERM", "workspace_read_only"),
    ("SQLITE_CANTOPEN", "workspace_cannot_open"),
    ("SQLITE_BUSY", "workspace_busy"),
    ("SQLITE_LOCKED", "workspace_busy"),
    ("SQLITE_CORRUPT", "workspace_damaged"),
    ("SQLITE_NOTADB", "workspace_not_a_workspace"),
)
_BY_ERRNO = {
    errno.ENOSPC: "workspace_disk_full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "workspace_disk_full",
    errno.EROFS: "workspace_read_only",
    errno.EACCES: "workspace_read_only",
    errno.EPERM: "workspace_read_only",
}
_IN_USE = (32, 33)  # Windows: another program has the file open, or a part of it locked


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Turn what goes wrong with the file inside the block into a ``WorkspaceError``."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        raise WorkspaceError(_code(error), path=str(path), reason=str(error)) from error
    except (UnicodeEncodeError, OverflowError) as error:
        raise WorkspaceError("workspace_bad_value", path=str(path), reason=str(error)) from error
    except OSError as error:
        in_use = getattr(error, "winerror", None) in _IN_USE
        code = "workspace_busy" if in_use else _BY_ERRNO.get(error.errno or 0, "workspace_io_error")
        raise WorkspaceError(code, path=str(path), reason=error.strerror or str(error)) from error


def _code(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    return next((code for prefix, code in _BY_PREFIX if name.startswith(prefix)), "workspace_io_error")
