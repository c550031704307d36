"""The command as a shell runs it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shopdesk import cli

Run = Callable[..., tuple[int, str, str]]
"""Arguments to exit code, stdout and stderr."""


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command in this process."""

    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call
