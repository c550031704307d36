"""The import use cases behind one face, as the window and the command line call them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from shopdesk.app.importing.committing import commit
from shopdesk.app.importing.mappings import remember
from shopdesk.app.importing.model import KindInfo, Recognition
from shopdesk.app.importing.preparing import Preparation
from shopdesk.app.jobs import JobContext
from shopdesk.app.ports import FileReader, ReportDialects
from shopdesk.app.services import Committed, MappingTarget, Prepared, ReportKind
from shopdesk.app.workspace import Workspace

RejectedWriter = Callable[[Path, Sequence[tuple[str, pa.Table]]], None]
"""Writes refused rows as an .xlsx with one sheet a source; raises ``OSError``."""


class ImportUseCase:
    """Fulfils ``services.Importing``; holds no state of its own."""

    def __init__(
        self,
        *,
        reader: FileReader,
        dialects: ReportDialects,
        write_rejected: RejectedWriter,
        clock: Callable[[], datetime],
        units: Mapping[str, str],
    ) -> None:
        self._units = units
        self._reader = reader
        self._dialects = dialects
        self._write_rejected = write_rejected
        self._clock = clock

    def kinds(self) -> Sequence[ReportKind]:
        """Return every report kind with what its columns can be taken as."""
        return [self._kind(info) for info in self._dialects.kinds()]

    def prepare(
        self,
        paths: Sequence[Path],
        workspace: Workspace | None,
        context: JobContext,
        *,
        sample: bool = False,
        lean: bool = False,
    ) -> list[Prepared]:
        """Expand, read, recognise and convert; never raises for a bad file, only ``Cancelled``.

        ``lean`` lets the text cells go at once, where no preview will show or remap them.
        """
        preparation = Preparation(self._reader, self._dialects, workspace, sample=sample, lean=lean)
        return preparation.of_paths(paths, context)

    def recognise_as(self, prepared: Prepared, *, kind: str, header_row: int | None) -> Recognition:
        """Return the mapping of a sheet under a kind ("" for: find it) and a 0-based header row that the user chose."""
        if prepared.sheet is None:
            raise ValueError("a file without a readable sheet can't be recognised")
        if prepared.recognition is None or not kind:
            return self._dialects.recognise(prepared.sheet, file_name=prepared.source.full_name)
        return self._dialects.rebuild(
            prepared.sheet,
            prepared.recognition,
            file_name=prepared.source.full_name,
            kind=kind,
            header_row=header_row,
        )

    def reconvert(
        self, prepared: Prepared, recognition: Recognition, workspace: Workspace | None, context: JobContext
    ) -> Prepared:
        """Convert the sheet anew under an edited mapping."""
        context.check()
        return self._preparation(workspace, sample=prepared.sample).converted(prepared, recognition)

    def reread(
        self, prepared: Prepared, *, encoding: str, workspace: Workspace | None, context: JobContext
    ) -> list[Prepared]:
        """Read a text file anew in the encoding that the user chose."""
        book = self._reader.read(prepared.source, context, encoding=encoding)
        return self._preparation(workspace, sample=prepared.sample).of_book(book, context)

    def commit(
        self, prepared: Sequence[Prepared], workspace: Workspace, context: JobContext, *, keep_old: bool = False
    ) -> Committed:
        """Back up, then store the sheets durably as one batch, inactive; ``keep_old`` lets stored keys win."""
        return commit(prepared, workspace, context, clock=self._clock, keep_old=keep_old)

    def remember(self, recognition: Recognition, workspace: Workspace) -> None:
        """Remember a mapping made by hand for its header set."""
        workspace.apply(remember(replace(recognition, remembered=True)))

    def save_rejected(self, prepared: Sequence[Prepared], target: Path) -> None:
        """Write the refused rows with their reasons to .xlsx, so that they can be mended and dropped again."""
        sheets = [
            (sheet.source.label, sheet.conversion.rejected)
            for sheet in prepared
            if sheet.conversion is not None and sheet.conversion.rejected is not None
        ]
        self._write_rejected(target, sheets)

    def _kind(self, info: KindInfo) -> ReportKind:
        units = self._units
        targets = tuple(
            MappingTarget(option.target, option.role, option.label_zh, option.label_en, units.get(option.target, ""))
            for option in self._dialects.targets(info.kind)
        )
        return ReportKind(
            kind=info.kind,
            platform=info.platform,
            table=info.table,
            label_zh=info.label_zh,
            label_en=info.label_en,
            targets=targets,
            platform_zh=info.platform_zh,
            platform_en=info.platform_en,
        )

    def _preparation(self, workspace: Workspace | None, *, sample: bool) -> Preparation:
        return Preparation(self._reader, self._dialects, workspace, sample=sample)
