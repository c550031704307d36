"""One window a workspace: a lock that dies with its process and says who holds it."""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from shopdesk.app.ports import WorkspaceError

_LOCKED_BYTE: Final = 1 << 20  # far behind the text, which other processes must be able to read on Windows


class WorkspaceLock:
    """Held from ``acquire`` to ``release``; the system releases it for a process that dies."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor = descriptor
        self._path = path

    @classmethod
    def acquire(cls, workspace: Path, *, now: datetime) -> WorkspaceLock:
        """Take the lock or raise ``WorkspaceError("workspace_locked")`` naming who holds it since when."""
        path = lock_path(workspace)
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            if not _try_lock(descriptor):
                os.close(descriptor)
                raise WorkspaceError("workspace_locked", path=str(workspace), **_holder(path))
            if _is_same_file(descriptor, path):
                break
            os.close(descriptor)  # the holder removed it between our opening and our locking
        note = json.dumps(
            {"pid": os.getpid(), "host": socket.gethostname(), "since": now.isoformat(timespec="seconds")}
        )
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, note.encode())
        return cls(descriptor, path)

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if sys.platform == "win32":
            os.close(self._descriptor)
            with suppress(OSError):  # another window may have taken it at once: then the file is its
                self._path.unlink()
        else:
            with suppress(FileNotFoundError):
                self._path.unlink()
            os.close(self._descriptor)


def lock_path(workspace: Path) -> Path:
    """Return the path of the lock file beside a workspace."""
    return workspace.with_name(workspace.name + ".lock")


def _holder(path: Path) -> dict[str, str]:
    try:
        note = json.loads(path.read_text("utf-8"))
        return {"pid": str(note["pid"]), "host": str(note["host"]), "since": str(note["since"]).replace("T", " ")}
    except (OSError, ValueError, KeyError, TypeError):
        return {"pid": "?", "host": "?", "since": "?"}


def _is_same_file(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import errno
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # a file system without locks (some network folders) gives no protection, and no reason to refuse work
            return error.errno in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)
        return True
