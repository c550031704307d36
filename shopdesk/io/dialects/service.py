"""The report kinds as the use cases and the preview see them."""

from __future__ import annotations

from collections.abc import Mapping

from shopdesk.app.importing.model import (
    Conversion,
    KindInfo,
    RawSheet,
    Recognition,
    RememberedMapping,
    Role,
    TargetOption,
)
from shopdesk.io.dialects.catalogue import dialects
from shopdesk.io.dialects.cells import cleaned, coded
from shopdesk.io.dialects.conversion import convert
from shopdesk.io.dialects.recognition import edited, recognise
from shopdesk.io.dialects.targets import LABELS, targets_of
from shopdesk.io.metric_catalogue import metric_catalogue

_SAMPLED_ROWS = 200


class Dialects:
    """Knows the report kinds (the ``ReportDialects`` port); holds no state of its own."""

    def recognise(
        self, sheet: RawSheet, *, file_name: str, remembered: Mapping[str, RememberedMapping] | None = None
    ) -> Recognition:
        """Return what a sheet most likely is, with mapping and reasons; kind "" where unknown."""
        return recognise(sheet, file_name=file_name, remembered=remembered or {})

    def convert(self, sheet: RawSheet, recognition: Recognition, *, salt: bytes, file_name: str = "") -> Conversion:
        """Return typed facts, issues and rejected rows of a sheet under a (possibly edited) mapping."""
        return convert(sheet, recognition, salt=salt, file_name=file_name)

    def kinds(self) -> tuple[KindInfo, ...]:
        """Return all report kinds, those of a platform before the generic ones."""
        infos = [dialect.info for dialect in dialects().values()]
        return tuple(sorted(infos, key=lambda info: (info.generic, info.platform, info.platform_en, info.kind)))

    def targets(self, kind: str) -> tuple[TargetOption, ...]:
        """Return what a column of this kind can be taken as: dimensions first, then its metrics."""
        dialect = dialects()[kind]
        own = [name for name in targets_of(dialect.info.table) if name in LABELS]
        own += [alias.target for alias in dialect.aliases.values() if alias.role is Role.DIMENSION]
        options = [TargetOption(name, Role.DIMENSION, *LABELS[name]) for name in dict.fromkeys(own)]
        catalogue = metric_catalogue()
        metrics = [catalogue[name] for name in dialect.metrics]
        return (*options, *(TargetOption(metric.name, Role.METRIC, metric.zh, metric.en) for metric in metrics))

    def rebuild(
        self,
        sheet: RawSheet,
        recognition: Recognition,
        *,
        file_name: str,
        kind: str | None = None,
        header_row: int | None = None,
        columns: Mapping[int, tuple[Role, str]] | None = None,
    ) -> Recognition:
        """Return the recognition after the user changed kind, header row (0-based) or columns by position."""
        return edited(sheet, recognition, file_name=file_name, kind=kind, header_row=header_row, columns=columns or {})

    def remember(self, recognition: Recognition) -> RememberedMapping:
        """Return what to keep of a mapping made by hand, under ``recognition.header_signature``."""
        return RememberedMapping(recognition.kind, tuple((c.role, c.target) for c in recognition.columns))

    def samples(self, sheet: RawSheet, recognition: Recognition, position: int, *, count: int = 5) -> tuple[str, ...]:
        """Return the first distinct values of a column below the header; nothing of a private column."""
        role = next((c.role for c in recognition.columns if c.position == position), Role.IGNORED)
        if role is Role.PRIVATE or position >= sheet.cells.num_columns:
            return ()
        body = sheet.cells.slice(recognition.header_row + 1, _SAMPLED_ROWS)
        values = cleaned(coded(body.column(position)).raw)
        return tuple(text for text in values.to_pylist() if text)[:count]
