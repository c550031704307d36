"""What all commands share: exit codes, the language of a run, and words on a console."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from shopdesk import bootstrap

if TYPE_CHECKING:
    import argparse

    from shopdesk.domain.issues import Issue

OK: Final = 0
UNUSABLE: Final = 2
REFUSED: Final = 3


def language_of(options: argparse.Namespace) -> str:
    """Return the language asked for, else the system's."""
    return str(getattr(options, "lang", None) or bootstrap.system_language())


def text_of(issue: Issue, language: str) -> str:
    """Return an issue in words."""
    return bootstrap.wording()(issue, language)


def complain(text: str) -> int:
    """Say on stderr why nothing could be done; returns the exit code for that."""
    print(text, file=sys.stderr)
    return UNUSABLE


def speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page: automation reads the output, and cp936 lacks characters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
