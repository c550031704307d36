"""Where the shipped data files stand, so that every layer but the domain finds them the same way."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Return the folder of the shipped resources: frozen app, installed wheel or checkout."""
    bundle = getattr(sys, "_MEIPASS", None)
    here = Path(__file__).resolve().parent
    candidates = [Path(bundle) / "resources"] if bundle else []
    candidates += [here / "resources", here.parent / "resources"]
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"resources not found beside {here}")


def path(*parts: str) -> Path:
    """Return the path of one shipped file or folder, e.g. ``path("dialects")``."""
    return root().joinpath(*parts)
