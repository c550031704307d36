"""A real workspace file with small figures, and a context whose jobs run at once: for tests of single pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from shopdesk import bootstrap
from shopdesk.app.changes import ActivateImports
from shopdesk.app.jobs import SILENT
from shopdesk.app.ports import ImportRecord
from shopdesk.app.settings import Settings
from shopdesk.app.workspace import Workspace
from shopdesk.ui.context import UiContext
from shopdesk.ui.undo import UndoSteps

END = date(2026, 4, 30)


class JobsAtOnce:
    """Runs work where it is started."""

    def start(
        self,
        _name: str,
        work: Callable[[Any], Any],
        done: Callable[[Any], None],
        _failed: Callable[[BaseException], None] | None = None,
    ) -> Callable[[], None]:
        done(work(SILENT))
        return lambda: None


class Stage:
    """A workspace with its context; ``add`` imports a table, as one import."""

    def __init__(self, path: Path) -> None:
        self.workspace: Workspace = bootstrap.create_workspace(path)
        self.undo = UndoSteps()
        self.undo.attach(self.workspace)
        self.context = UiContext(jobs=JobsAtOnce(), undo=self.undo, settings=Settings())
        self.context.workspace = self.workspace
        self.workspace.subscribe(self.context.changed.emit)

    def add(self, table: str, columns: dict[str, Any], *, kind: str, platform: str = "taobao") -> str:
        rows = len(next(iter(columns.values())))
        base = {"kind": kind, "platform": platform, "shop": ""}
        frame = pa.table({**{name: [value] * rows for name, value in base.items()}, **columns})
        number = f"{table}-{len(self.workspace.imports())}"
        record = ImportRecord(
            import_id=number,
            batch_id=number,
            path=f"/exports/{kind}.xlsx",
            sha256=number,
            kind=kind,
            platform=platform,
            table=table,
            imported_at=datetime(2026, 5, 1, 9),
            rows=rows,
            rejected=0,
            first_date=None,
            last_date=None,
            active=False,
        )
        self.workspace.store.add_imports([(record, frame)])
        self.workspace.apply(ActivateImports({number: True}))
        return number

    def add_shop(self, *, days: int = 100, buyers: int = 100, last: int | None = None) -> None:
        """Daily shop report up to ``END``; ``last`` sets the buyers of the last day."""
        dates = [END - timedelta(days=days - 1 - place) for place in range(days)]
        bought = [buyers + 5 * (day.weekday() >= 5) + place % 3 for place, day in enumerate(dates)]
        if last is not None:
            bought[-1] = last
        self.add(
            "shop_daily",
            {
                "date": dates,
                "date_end": dates,
                "pay_amount": [count * 8800 for count in bought],
                "pay_buyers": [float(count) for count in bought],
                "visitors": [30.0 * count for count in bought],
            },
            kind="sycm_shop_daily_2023",
        )

    def add_words(self, rows: list[tuple[str, str, float, float, float]]) -> None:
        """Keyword report of the last day: (word, campaign, clicks, cost yuan, orders)."""
        self.add(
            "ad_keyword",
            {
                "date": [END] * len(rows),
                "date_end": [END] * len(rows),
                "campaign": [row[1] for row in rows],
                "adgroup": ["unit"] * len(rows),
                "keyword": [row[0] for row in rows],
                "impressions": [row[2] * 30 for row in rows],
                "clicks": [row[2] for row in rows],
                "cost": [round(row[3] * 100) for row in rows],
                "ad_orders": [row[4] for row in rows],
                "ad_gmv": [round(row[4] * 9000) for row in rows],
            },
            kind="wxt_keyword",
        )
