"""The settings of the application as one JSON file."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from shopdesk.app.settings import Value
from shopdesk.io.atomic_file import write_beside

_LOG = logging.getLogger(__name__)


class JsonSettingsFile:
    """Kept beside and then put in place, so that a crash leaves the old or the new file, never half of one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Mapping[str, Value]:
        """Return what is stored; an unreadable file counts as empty."""
        try:
            values = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            _LOG.warning("settings are unreadable, starting with none: %s", error)
            return {}
        if not isinstance(values, dict):
            return {}
        return {name: value for name, value in values.items() if isinstance(value, str | int | float | bool)}

    def save(self, values: Mapping[str, Value]) -> None:
        """Store all values; a disk that refuses is logged, because no setting is worth a lost click."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_beside(self._path, json.dumps(dict(values), ensure_ascii=False, indent=1).encode())
        except OSError as error:
            _LOG.warning("settings could not be saved: %s", error)
