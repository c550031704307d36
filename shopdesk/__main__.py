"""Start: no arguments opens the window, a subcommand runs headless."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Run the program with the arguments of its process."""
    multiprocessing.freeze_support()
    from shopdesk.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
