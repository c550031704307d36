"""Storing prepared sheets as one batch that is taken in, and back out, in one step."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import pyarrow as pa
import pyarrow.compute as pc

from shopdesk.app.changes import ActivateImports
from shopdesk.app.current_facts import Overlap, current_table, matching_rows, overlap
from shopdesk.app.importing.model import Conversion, ImportOutcome, Recognition
from shopdesk.app.jobs import JobContext
from shopdesk.app.ports import ImportRecord
from shopdesk.app.services import Committed, Prepared
from shopdesk.app.workspace import Workspace
from shopdesk.domain.issues import Issue, Place, Severity
from shopdesk.domain.parallel import each

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Batch:
    """The imports of one click while they are gathered."""

    workspace: Workspace
    clock: Clock
    keep_old: bool = False
    batch_id: str = field(default_factory=lambda: secrets.token_hex(8))
    additions: list[tuple[ImportRecord, pa.Table]] = field(default_factory=list)
    chunks: dict[str, list[pa.Table]] = field(default_factory=lambda: defaultdict(list))

    def add(self, prepared: Prepared) -> ImportOutcome:
        """Take one sheet into the batch where it changes anything; say what it does."""
        conversion = prepared.conversion
        if conversion is None or prepared.recognition is None:
            return _unusable(prepared)
        main = Overlap()
        import_id = ""
        changed_values = 0
        for name, rows in conversion.tables:
            effect, stored_as = self._add_table(prepared, conversion, name, rows)
            changed_values += effect.changed_values
            if name == conversion.recognition.table:
                main, import_id = effect, stored_as
        refused = conversion.rejected.num_rows if conversion.rejected is not None else 0
        return ImportOutcome(
            source=prepared.source,
            sheet=prepared.sheet.name if prepared.sheet else "",
            kind=conversion.recognition.kind,
            platform=conversion.recognition.platform,
            rows=conversion.data_rows or conversion.frame.num_rows + refused,
            stored=main.stored,
            replaced=main.replaced,
            unchanged=main.unchanged,
            rejected=refused,
            changed_values=changed_values,
            first_date=conversion.first_date,
            last_date=conversion.last_date,
            issues=(*prepared.file_issues, *conversion.issues),
            import_id=import_id,
        )

    def commit(self) -> ActivateImports:
        """Back up, store all in one transaction, and work out the figures to come; nothing is active yet."""
        if not self.additions:
            return ActivateImports({})
        self.workspace.store.backup("import")
        rows = sum(record.rows for record, _rows in self.additions)
        each(lambda step: step(), (self._store, self._prime), rows=rows)
        return ActivateImports({record.import_id: True for record, _rows in self.additions})

    def _store(self) -> None:
        self.workspace.store.add_imports(self.additions)

    def _prime(self) -> None:
        """Work out the figures that will be current; of no harm where storing fails."""
        for name, chunks in self.chunks.items():
            before = self.workspace.active_imports(name)
            added = tuple(record.import_id for record, _rows in self.additions if record.table == name)
            table = current_table(name, [*self.workspace.chunks(before), *chunks])
            self.workspace.prime(name, (*before, *added), table)

    def _add_table(self, prepared: Prepared, conversion: Conversion, name: str, rows: pa.Table) -> tuple[Overlap, str]:
        current = self._current(name)
        effect = overlap(name, current=current, incoming=rows)
        if self.keep_old and effect.replaced + effect.unchanged:
            kept = matching_rows(name, current=current, incoming=rows)
            rows = rows.filter(pc.invert(pa.array(kept)))
            effect = Overlap(stored=rows.num_rows, unchanged=int(kept.sum()))
        if effect.changes_nothing:
            return effect, ""
        record = _record(prepared, conversion.recognition, name, rows, batch_id=self.batch_id, now=self.clock())
        coded = conversion.coded if rows is conversion.frame else None
        self.additions.append((record, rows if coded is None else coded))
        self.chunks[name].append(rows)
        return effect, record.import_id

    def _current(self, name: str) -> pa.Table:
        stored = self.workspace.table(name)
        return current_table(name, [stored, *self.chunks[name]]) if self.chunks.get(name) else stored


def commit(
    prepared: Sequence[Prepared], workspace: Workspace, context: JobContext, *, clock: Clock, keep_old: bool
) -> Committed:
    """Store sheets as one batch; a sheet that changes nothing is not stored. Raises ``WorkspaceError``."""
    batch = Batch(workspace, clock, keep_old=keep_old)
    outcomes = []
    for position, sheet in enumerate(prepared):
        context.report(position / len(prepared), sheet.source.label)
        outcomes.append(batch.add(sheet))
    context.check()
    return Committed(batch.commit(), tuple(outcomes))


def _record(
    prepared: Prepared, recognition: Recognition, name: str, rows: pa.Table, *, batch_id: str, now: datetime
) -> ImportRecord:
    first, last = _span(rows)
    rejected = prepared.conversion.rejected if prepared.conversion else None
    return ImportRecord(
        import_id=secrets.token_hex(8),
        batch_id=batch_id,
        path=_label(prepared),
        sha256=prepared.sha256,
        kind=recognition.kind,
        platform=recognition.platform,
        table=name,
        imported_at=now,
        rows=rows.num_rows,
        rejected=rejected.num_rows if rejected is not None else 0,
        first_date=first,
        last_date=last,
        active=False,
        sample=prepared.sample,
    )


def _label(prepared: Prepared) -> str:
    """Return the file without folders (a home folder bears the user's name), with the sheet where it has several."""
    sheet = prepared.sheet.name if prepared.sheet is not None and len(prepared.sheets_of_file) > 1 else ""
    return f"{prepared.source.label} · {sheet}" if sheet else prepared.source.label


def _span(rows: pa.Table) -> tuple[date | None, date | None]:
    if "date" not in rows.column_names or not rows.num_rows:
        return None, None
    first = pc.min(rows.column("date")).as_py()
    last = pc.max(rows.column("date_end" if "date_end" in rows.column_names else "date")).as_py()
    return first, last


def _unusable(prepared: Prepared) -> ImportOutcome:
    """Return what is said of a sheet that can't go in as it is."""
    issues = list(prepared.file_issues)
    recognition = prepared.recognition
    place = Place(prepared.source.label, prepared.sheet.name if prepared.sheet else "")
    if prepared.sheet is not None and (recognition is None or not recognition.kind):
        issues.append(Issue("import_not_recognised", Severity.FILE, place))
    elif recognition is not None and recognition.needs_date:
        issues.append(Issue("import_needs_date", Severity.FILE, place))
    return ImportOutcome(
        source=prepared.source,
        sheet=place.sheet,
        kind=recognition.kind if recognition else "",
        platform=recognition.platform if recognition else "",
        rows=0,
        issues=tuple(issues),
    )
