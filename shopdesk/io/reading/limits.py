"""What one file may cost, so that a hostile or broken file costs only itself."""

from __future__ import annotations

from dataclasses import dataclass

KIB_BYTES = 1024
MIB_BYTES = 1024 * KIB_BYTES
GIB_BYTES = 1024 * MIB_BYTES

EXCEL_ROWS = 1_048_576
EXCEL_COLUMNS = 16_384
EXCEL_CELL_CHARS = 32_767


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for reading one file; tests hand in smaller ones."""

    worker_memory_bytes: int = 1_150 * MIB_BYTES  # the rest of 1.5 GB holds the finished table in the window's process
    seconds_per_file: float = 60.0
    seconds_per_mib: float = 0.5  # of the packed file, on top: the largest legal sheet takes more than a minute
    text_bytes: int = 600 * MIB_BYTES
    line_bytes: int = 4 * MIB_BYTES  # the longest report row ever seen has 12 KB
    unpacked_bytes: int = 3 * GIB_BYTES  # the largest legal sheet of 50 columns unpacks to 2 GB
    unpacked_ratio: int = 250  # repetitive reports pack 60:1, blank styled rows 90:1
    ratio_free_bytes: int = 32 * MIB_BYTES  # below this any ratio is harmless
    shared_strings_bytes: int = 1 * GIB_BYTES
    archive_entries: int = 5_000
    archive_depth: int = 2  # a zip within a zip, not further
    inner_archive_bytes: int = 128 * MIB_BYTES
    folder_entries: int = 20_000
    folder_depth: int = 12
    sheets: int = 200
    columns: int = EXCEL_COLUMNS
    rows: int = 5_000_000  # CSV exports may be longer than an Excel sheet

    def seconds(self, size_bytes: int) -> float:
        """Return the time that a file of this packed size may take."""
        return self.seconds_per_file + self.seconds_per_mib * size_bytes / MIB_BYTES


DEFAULT_LIMITS = Limits()
