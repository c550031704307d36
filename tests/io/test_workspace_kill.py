"""Killed at any moment, the workspace has lost nothing that was acknowledged and holds no half of an import."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections import defaultdict
from contextlib import closing
from datetime import datetime
from pathlib import Path

from workspace_victim import COUNTS, Count

from shopdesk.io.workspace_file import open_workspace

KILLS = 54
AT_WORK = 3  # processes on files of their own, so that starting Python overlaps
REPOSITORY = Path(__file__).parents[2]


def killed_after(path: Path, number: int, *, changes: int, grace: float) -> list[str]:
    """Let a process work until it acknowledged so many changes, kill it a moment later; return what it said."""
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, str(Path(__file__).with_name("workspace_victim.py")), str(path), str(number)]
    said = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as victim:
        assert victim.stdout is not None
        for line in victim.stdout:
            said.append(line.decode().strip())
            if len(said) > changes:
                break
        timer = threading.Timer(grace, victim.kill)
        timer.start()
        said += [line.decode().strip() for line in victim.stdout if line.endswith((b"\n", b"\r\n"))]
        timer.join()
    return said[1:]


def check_after_kill(path: Path, acknowledged: dict[str, set[int]]) -> int:
    """Return the last number that the file holds, having held it against what was acknowledged."""
    with closing(open_workspace(path, clock=datetime.now)) as file:
        counts = file.load_rows(COUNTS)
        left, right = (counts.get((side,), Count(side, 0)).value for side in ("left", "right"))
        assert left == right
        assert left >= max(acknowledged["edit"], default=0)
        active = {record.import_id for record in file.imports() if record.active}
        whole = {int(name[:-1]) for name in active if name.endswith("a")}
        assert active == {f"{number}{part}" for number in whole for part in "ab"}
        assert acknowledged["import"] <= whole
        assert not [record for record in file.imports() if not record.active]
    return left


def kill_again_and_again(path: Path, seed: int, kills: int, failures: list[BaseException]) -> None:
    dice = random.Random(seed)
    acknowledged: dict[str, set[int]] = defaultdict(set)
    last = 0
    try:
        for _ in range(kills):
            for line in killed_after(path, last, changes=dice.randrange(12), grace=dice.random() * 0.06):
                what, number = line.split()
                acknowledged[what].add(int(number))
            last = check_after_kill(path, acknowledged)
        with closing(open_workspace(path, clock=datetime.now)) as file:
            assert file.check() == []
        assert acknowledged["edit"]
        assert acknowledged["import"]
    except BaseException as error:  # noqa: BLE001
        failures.append(error)


def test_that_no_kill_loses_an_acknowledged_change_or_leaves_half_an_import(tmp_path: Path) -> None:
    failures: list[BaseException] = []
    threads = [
        threading.Thread(
            target=kill_again_and_again, args=(tmp_path / f"店 {seed}.shopdesk", seed, KILLS // AT_WORK, failures)
        )
        for seed in range(AT_WORK)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
