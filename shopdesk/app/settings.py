"""The settings of the application as one table: the dialog and the file derive from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; ``choices`` empty means free (or a switch, where the default is a bool)."""

    name: str
    default: Value
    choices: tuple[Value, ...] = ()
    group: str = "general"
    low: float | None = None
    high: float | None = None


TABLE: Final = (
    Setting("language", "system", ("system", "zh_CN", "en"), "look"),
    Setting("look", "system", ("system", "light", "dark"), "look"),
    Setting("red_up", True, (), "look"),
    Setting("data_folder", "", (), "data"),
    Setting("watched_folder", "", (), "data"),
    Setting("last_workspace", "", (), "hidden"),
    Setting("sample_workspace", "", (), "hidden"),
    Setting("recent_files", "", (), "hidden"),  # newline-separated
    Setting("source_files", "{}", (), "hidden"),  # JSON: shop -> imported file -> [bytes, modified in ns]
    Setting("window_geometry", "", (), "hidden"),
    Setting("grid_layouts", "{}", (), "hidden"),  # JSON: grid name -> order, width and visibility by column name
)


class SettingsFile(Protocol):
    """Where settings are kept."""

    def load(self) -> Mapping[str, Value]:
        """Return what is stored; an unreadable file counts as empty."""

    def save(self, values: Mapping[str, Value]) -> None:
        """Store all values, beside and then in place."""


class Settings:
    """Current values; every set is saved at once and told to the listeners."""

    def __init__(self, file: SettingsFile | None = None) -> None:
        self._file = file
        self._specs = {setting.name: setting for setting in TABLE}
        stored = file.load() if file else {}
        self._values = {name: self._valid(spec, stored.get(name, spec.default)) for name, spec in self._specs.items()}
        self._listeners: list[Callable[[str], None]] = []

    def text(self, name: str) -> str:
        """Return a text setting."""
        return str(self._values[name])

    def switch(self, name: str) -> bool:
        """Return an on/off setting."""
        return bool(self._values[name])

    def set(self, name: str, value: Value) -> None:
        """Store a value; one that the table does not allow becomes the default."""
        checked = self._valid(self._specs[name], value)
        if checked == self._values[name]:
            return
        self._values[name] = checked
        if self._file:
            self._file.save(self._values)
        for listener in tuple(self._listeners):
            listener(name)

    def subscribe(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with the name of each setting that changes."""
        self._listeners.append(listener)

    @staticmethod
    def _valid(spec: Setting, value: Value) -> Value:
        if type(value) is not type(spec.default) or (spec.choices and value not in spec.choices):
            return spec.default
        return value
