"""Where grids keep order, width and choice of their columns: among the settings, by grid name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from shopdesk.app.settings import Settings

SETTING: Final = "grid_layouts"


class SettingsLayout:
    """The ``LayoutStore`` of one grid, kept in the settings beside those of other grids."""

    def __init__(self, settings: Settings, name: str) -> None:
        self._settings = settings
        self._name = name

    def get(self) -> Mapping[str, Any] | None:
        """Return the layout as it was set, None where there is none."""
        layout = self._all().get(self._name)
        return layout if isinstance(layout, dict) else None

    def set(self, layout: Mapping[str, Any]) -> None:
        """Keep a layout."""
        kept = {**self._all(), self._name: dict(layout)}
        self._settings.set(SETTING, json.dumps(kept, ensure_ascii=False))

    def _all(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._settings.text(SETTING))
        except json.JSONDecodeError:  # edited by hand: the grids start with their own order
            return {}
        return stored if isinstance(stored, dict) else {}
