"""What all commands share: exit codes, the language of a run, and words on a console."""

from __future__ import annotations

import errno
import sys
from typing import TYPE_CHECKING, Final

from shopdesk import bootstrap

if TYPE_CHECKING:
    import argparse

    from shopdesk.app.file_names import NotWritable
    from shopdesk.domain.issues import Issue

OK: Final = 0
UNUSABLE: Final = 2
REFUSED: Final = 3
_TROUBLES: Final = {
    errno.ENOENT: "cli_file_missing",
    errno.EACCES: "cli_file_closed",
    errno.EPERM: "cli_file_closed",
    errno.EROFS: "cli_file_closed",
    errno.ENOSPC: "cli_disk_full",
}


def language_of(options: argparse.Namespace) -> str:
    """Return the language asked for, else the system's."""
    return str(getattr(options, "lang", None) or bootstrap.system_language())


def file_trouble(error: OSError) -> Issue:
    """Return what the system says of a file that can't be read or written."""
    from shopdesk.domain.issues import Issue, Severity

    reason = error.strerror or str(error)
    values: dict[str, str | int | float] = {"path": str(error.filename or ""), "reason": reason}
    return Issue(_TROUBLES.get(error.errno or 0, "cli_file"), Severity.FILE, values=values)


def text_of(issue: Issue, language: str) -> str:
    """Return an issue in words."""
    return bootstrap.wording()(issue, language)


def complain(text: str) -> int:
    """Say on stderr why nothing could be done; returns the exit code for that."""
    print(text, file=sys.stderr)
    return UNUSABLE


def complain_of_target(options: argparse.Namespace, error: NotWritable) -> int:
    """Say on stderr why the file of ``--out`` can't be written; returns the exit code for that."""
    from shopdesk.domain.issues import Issue, Severity

    values: dict[str, str | int | float] = {"path": str(options.out), "detail": error.detail}
    return complain(text_of(Issue(f"export_target_{error.code}", Severity.FILE, values=values), language_of(options)))


def speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page: automation reads the output, and cp936 lacks characters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
