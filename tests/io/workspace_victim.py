"""A process that works on a workspace until it is killed; prints each change once it is durable."""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa

from shopdesk.app.changes import ActivateImports, SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.ports import ImportRecord
from shopdesk.app.workspace import Workspace
from shopdesk.io.workspace_file import open_workspace

ROWS_PER_FILE = 30_000


@dataclass(frozen=True, slots=True)
class Count:
    name: str
    value: int


COUNTS = Collection("counts", Count, ("name",))


def chunk(number: int) -> pa.Table:
    return pa.table({"order_id": [f"{number}-{i}" for i in range(ROWS_PER_FILE)], "paid": [number] * ROWS_PER_FILE})


def record(number: int, part: str) -> ImportRecord:
    name = f"{number}{part}"
    now = datetime(2026, 1, 1)
    return ImportRecord(
        name, str(number), "订单.csv", "0", "orders", "taobao", "orders", now, ROWS_PER_FILE, 0, None, None, False
    )


def work(path: Path, number: int) -> None:
    """Edit two rows that must always agree, and now and then import two files that must come together."""
    workspace = Workspace(open_workspace(path, clock=datetime.now))
    print("ready", flush=True)
    while True:
        number += 1
        workspace.apply(SetRows.put(COUNTS, [Count("left", number), Count("right", number)]))
        print(f"edit {number}", flush=True)
        if random.random() < 0.3:
            records = [record(number, part) for part in "ab"]
            workspace.store.add_imports([(entry, chunk(number)) for entry in records])
            workspace.apply(ActivateImports({entry.import_id: True for entry in records}))
            print(f"import {number}", flush=True)


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
