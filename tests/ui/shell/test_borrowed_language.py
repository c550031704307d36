"""A language spoken without a window leaves neither an application nor its texts behind."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from shopdesk.ui import formats, language

ALONE = """
from PySide6.QtCore import QCoreApplication
from shopdesk.ui import language
with language.borrowed("zh_CN"):
    print(QCoreApplication.instance() is not None)
print(QCoreApplication.instance() is None)
"""


def test_that_what_was_spoken_before_is_spoken_again(qapp: QApplication) -> None:
    before, text = formats.language(), QCoreApplication.translate("DesignView", "Order values")
    with language.borrowed("zh_CN"):
        assert QCoreApplication.translate("DesignView", "Order values") == "订单金额分布"
    assert (formats.language(), QCoreApplication.translate("DesignView", "Order values")) == (before, text)
    assert QCoreApplication.instance() is qapp


def test_that_without_a_window_no_application_stays_behind() -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
