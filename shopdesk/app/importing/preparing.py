"""From dropped paths to what the preview shows: read, recognised, converted, held against what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shopdesk.app.current_facts import Overlap as RowOverlap
from shopdesk.app.current_facts import overlap
from shopdesk.app.importing.mappings import remembered
from shopdesk.app.importing.model import Conversion, RawBook, RawSheet, Recognition, SourceFile
from shopdesk.app.jobs import JobContext
from shopdesk.app.ports import FileReader, ReportDialects
from shopdesk.app.services import Overlap, Prepared
from shopdesk.app.workspace import Workspace
from shopdesk.domain.issues import Issue, Place, Severity

_NO_SALT = b"shopdesk preview"  # before there is a workspace nothing is stored under it


@dataclass(frozen=True, slots=True)
class Preparation:
    """The tools of preparing and the workspace that the files are held against."""

    reader: FileReader
    dialects: ReportDialects
    workspace: Workspace | None
    sample: bool = False
    lean: bool = False  # nobody will edit mappings: let the text cells go once they are converted

    def of_paths(self, paths: Sequence[Path], context: JobContext) -> list[Prepared]:
        """Return every sheet of every file behind the paths; bad files stand in the list with their issues."""
        prepared: list[Prepared] = []
        survey = self.reader.survey(paths, context)
        sources = survey.sources
        prepared += [_left_out(source, issue) for source, issue in survey.left_out]
        for position, source in enumerate(sources):
            context.report(position / len(sources), source.label)
            prepared += self.of_book(self.reader.read(source, context), context)
        context.report(1.0, "")
        return prepared

    def of_book(self, book: RawBook, context: JobContext) -> list[Prepared]:
        """Return the recognised sheets of a file, or all of them where none is recognised."""
        names = tuple(sheet.name for sheet in book.sheets)
        sheets = [sheet for sheet in book.sheets if sheet.cells.num_rows and sheet.cells.num_columns]
        seen = [(sheet, self._recognise(sheet, book.source)) for sheet in sheets]
        known = [(sheet, recognition) for sheet, recognition in seen if recognition.kind]
        chosen = known or seen[:1]
        skipped = [sheet.name for sheet, recognition in seen if not recognition.kind] if known else []
        issues = book.issues + tuple(
            Issue("import_sheet_skipped", Severity.INFO, Place(book.source.label, name)) for name in skipped
        )
        base = Prepared(
            source=book.source,
            sheet=None,
            recognition=None,
            conversion=None,
            encoding=book.encoding,
            format=book.format,
            sha256=book.sha256,
            file_issues=issues,
            sheets_of_file=names,
            already_imported=self._is_known(book.sha256),
            sample=self.sample,
        )
        if not chosen:
            return [replace(base, file_issues=issues or (_nothing(book.source),))]
        result = []
        for position, (sheet, recognition) in enumerate(chosen):
            context.check()
            first = replace(base, sheet=sheet, file_issues=issues if position == 0 else ())
            result.append(self._slim(self.converted(first, recognition)))
        return result

    def converted(self, prepared: Prepared, recognition: Recognition) -> Prepared:
        """Return the sheet converted under a mapping, with its overlap; without one where it can't be."""
        if prepared.sheet is None or not recognition.kind or recognition.needs_date:
            return replace(prepared, recognition=recognition, conversion=None, overlap=Overlap())
        salt = self._salt()
        conversion = self.dialects.convert(prepared.sheet, recognition, salt=salt, file_name=prepared.source.label)
        return replace(
            prepared, recognition=conversion.recognition, conversion=conversion, overlap=self._overlap(conversion)
        )

    def _slim(self, prepared: Prepared) -> Prepared:
        if not self.lean or prepared.sheet is None:
            return prepared
        return replace(prepared, sheet=replace(prepared.sheet, cells=prepared.sheet.cells.slice(0, 0)))

    def _recognise(self, sheet: RawSheet, source: SourceFile) -> Recognition:
        return self.dialects.recognise(sheet, file_name=source.full_name, remembered=remembered(self.workspace))

    def _overlap(self, conversion: Conversion) -> Overlap:
        total = RowOverlap()
        for name, rows in conversion.tables:
            current = self.workspace.table(name) if self.workspace else rows.slice(0, 0)
            total += overlap(name, current=current, incoming=rows)
        return Overlap(
            new=total.stored, same=total.unchanged, replaced=total.replaced, changed_values=total.changed_values
        )

    def _is_known(self, sha256: str) -> bool:
        if self.workspace is None or not sha256:
            return False
        return any(record.active and record.sha256 == sha256 for record in self.workspace.imports())

    def _salt(self) -> bytes:
        text = self.workspace.store.setting("salt") if self.workspace else None
        return bytes.fromhex(text) if text else _NO_SALT


def _left_out(source: SourceFile, issue: Issue) -> Prepared:
    """Return a file that was refused before it was read."""
    return Prepared(source=source, sheet=None, recognition=None, conversion=None, file_issues=(issue,))


def _nothing(source: SourceFile) -> Issue:
    return Issue("import_empty_file", Severity.FILE, Place(source.label))
