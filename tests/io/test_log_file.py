"""The log is written from its first record on, and opened no sooner."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(code: str, home: Path) -> None:
    environment = {**os.environ, "SHOPDESK_HOME": str(home)}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, timeout=60)


def logs(home: Path) -> list[Path]:
    return sorted(home.rglob("shopdesk.log"))


def test_that_the_log_file_is_opened_by_the_first_record_and_keeps_it(tmp_path: Path) -> None:
    start = "import logging, sys; from shopdesk import bootstrap; bootstrap.start_logging(); bootstrap.start_logging();"
    run(start + "assert 'logging.handlers' not in sys.modules", tmp_path)
    assert logs(tmp_path) == []
    run(start + "logging.getLogger('shop').warning('缺一天'); logging.getLogger('shop').info('补上了')", tmp_path)
    written = logs(tmp_path)[0].read_text(encoding="utf-8")
    assert written.count("缺一天") == 1
    assert written.count("补上了") == 1
