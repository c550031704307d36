"""How an import's record stands in the workspace file: columns, a row of them, and back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from shopdesk.app.ports import ImportRecord

IMPORT_COLUMNS: Final = (
    "import_id, batch_id, path, sha256, kind, platform, fact_table, imported_at, rows, rejected, "
    "first_date, last_date, active, sample"
)


def import_values(record: ImportRecord) -> tuple[str | int | None, ...]:
    """Return a record as the file keeps it, in the order of ``IMPORT_COLUMNS``."""
    return (
        record.import_id,
        record.batch_id,
        record.path,
        record.sha256,
        record.kind,
        record.platform,
        record.table,
        record.imported_at.isoformat(),
        record.rows,
        record.rejected,
        record.first_date.isoformat() if record.first_date else None,
        record.last_date.isoformat() if record.last_date else None,
        int(record.active),
        int(record.sample),
    )


def record_of(row: tuple[Any, ...]) -> ImportRecord:
    """Return the record of a row of ``IMPORT_COLUMNS``."""
    import_id, batch_id, path, sha256, kind, platform, table = row[:7]
    return ImportRecord(
        import_id=import_id,
        batch_id=batch_id,
        path=path,
        sha256=sha256,
        kind=kind,
        platform=platform,
        table=table,
        imported_at=datetime.fromisoformat(row[7]),
        rows=row[8],
        rejected=row[9],
        first_date=date.fromisoformat(row[10]) if row[10] else None,
        last_date=date.fromisoformat(row[11]) if row[11] else None,
        active=bool(row[12]),
        sample=bool(row[13]),
    )
