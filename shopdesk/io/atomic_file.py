"""Files that are there whole or not at all: written beside, forced to disk, then put in place."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Final

_TRIES: Final = 6
_PAUSE_SECONDS: Final = 0.05  # virus scanners and indexers hold a new file for some tens of milliseconds


def write_beside(path: Path, data: bytes) -> None:
    """Write a file so that a crash leaves the old or the new one; raises ``OSError``, e.g. where Excel has it open."""
    temporary = temporary_beside(path)
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(temporary, path)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = str(path)  # the name that somebody asked for
        raise


def temporary_beside(path: Path) -> Path:
    """Return a free name in the same folder, so that a rename can put the file in place."""
    import secrets  # loads OpenSSL, which nothing needs before the first paint

    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")


def put_in_place(temporary: Path, path: Path) -> None:
    """Rename a finished file over another; on Windows again for a moment while another program looks at either."""
    for _ in range(_TRIES - 1 if sys.platform == "win32" else 0):
        try:
            temporary.replace(path)
        except PermissionError:
            time.sleep(_PAUSE_SECONDS)
        else:
            return
    temporary.replace(path)
