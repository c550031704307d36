"""The platforms shipped as data: one file a platform, with its limits and its stacking rules."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from shopdesk import assets


@cache
def platform_files() -> tuple[Mapping[str, Any], ...]:
    """Return the parsed files, in the order of their names."""
    files = sorted(assets.path("platforms").glob("*.toml"))
    return tuple(tomllib.loads(file.read_text(encoding="utf-8")) for file in files)
