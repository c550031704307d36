"""``shopdesk report`` for a scheduler: files, exit codes, and what is said on stderr."""

from __future__ import annotations

import sys
from pathlib import Path

import openpyxl
import pytest

from tests.io.command_line import Run, runner
from tests.ui.stage import Stage


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object) -> Run:
    monkeypatch.setenv("SHOPDESK_HOME", str(tmp_path / "home"))
    return runner(capsys)


@pytest.fixture
def shop(tmp_path: Path, qapp: object) -> Path:
    made = Stage(tmp_path / "坚果.shopdesk")
    made.add_shop(days=120)
    made.workspace.close()
    return tmp_path / "坚果.shopdesk"


@pytest.mark.parametrize("kind", ["daily", "weekly", "monthly", "persona"])
@pytest.mark.parametrize("suffix", [".xlsx", ".pdf"])
def test_that_a_report_is_written_and_missing_sources_are_no_failure(
    run: Run, shop: Path, tmp_path: Path, kind: str, suffix: str
) -> None:
    target = tmp_path / "新 目录" / f"报告{suffix}"
    code, out, err = run("report", kind, "--workspace", shop, "--out", target, "--lang", "zh_CN")
    assert code == 0
    assert out.strip() == str(target)
    assert "缺少" in err or "没有" in err
    assert target.read_bytes()[:4] in (b"PK\x03\x04", b"%PDF")


def test_that_a_report_without_figures_is_refused_in_words(run: Run, shop: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.xlsx"
    code, _out, err = run(
        "report", "daily", "--workspace", shop, "--out", target, "--day", "2020-01-01", "--lang", "en"
    )
    assert code == 2
    assert "No figures" in err
    assert not target.exists()


@pytest.mark.parametrize("name", ["x.doc", "x"])
def test_that_another_ending_is_refused(run: Run, shop: Path, tmp_path: Path, name: str) -> None:
    code, _out, err = run("report", "daily", "--workspace", shop, "--out", tmp_path / name, "--lang", "en")
    assert code == 2
    assert name in err


@pytest.mark.parametrize(("language", "said"), [("zh_CN", "不是日期"), ("en", "names no day")])
@pytest.mark.parametrize("word", ["gestern", "2026-02-30", ""])
def test_that_a_day_that_is_none_is_refused_in_words(
    run: Run, shop: Path, tmp_path: Path, language: str, said: str, word: str
) -> None:
    target = tmp_path / "x.pdf"
    code, _out, err = run("report", "daily", "--workspace", shop, "--out", target, "--day", word, "--lang", language)
    assert code == 2
    assert said in err
    assert word in err
    assert "usage" not in err


def test_that_an_own_template_is_filled_and_wrong_names_are_told(run: Run, shop: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, cell in (("shopdesk_pay_amount", "$A$1"), ("shopdesk_nothing", "$A$2")):
        book.defined_names[name] = openpyxl.workbook.defined_name.DefinedName(name, attr_text=f"Sheet!{cell}")
    template, target = tmp_path / "模板.xlsx", tmp_path / "日报.xlsx"
    book.save(template)
    before = template.read_bytes()
    code, _out, err = run(
        "report", "daily", "--workspace", shop, "--out", target, "--template", template, "--lang", "zh_CN"
    )
    assert code == 3
    assert "shopdesk_nothing" in err
    assert openpyxl.load_workbook(target).active["A1"].value == (100 + 119 % 3) * 88
    assert template.read_bytes() == before


@pytest.mark.parametrize("name", ["日报.pdf", "模板.xlsx"])
def test_that_a_template_is_neither_written_over_nor_turned_into_something_else(
    run: Run, shop: Path, tmp_path: Path, name: str
) -> None:
    template = tmp_path / "模板.xlsx"
    book = openpyxl.Workbook()
    book.defined_names["shopdesk_shop"] = openpyxl.workbook.defined_name.DefinedName(
        "shopdesk_shop", attr_text="Sheet!$A$1"
    )
    book.save(template)
    before = template.read_bytes()
    given = ("--workspace", shop, "--out", tmp_path / name, "--template", template, "--lang", "en")
    code, _out, err = run("report", "daily", *given)
    assert code == 2
    assert name in err
    assert template.read_bytes() == before


def test_that_a_pdf_needs_no_display(shop: Path, tmp_path: Path) -> None:
    import os
    import subprocess

    surroundings = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    target = tmp_path / "x.pdf"
    done = subprocess.run(
        [sys.executable, "-m", "shopdesk", "report", "daily", "--workspace", str(shop), "--out", str(target)],
        env={**surroundings, "SHOPDESK_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert target.read_bytes().startswith(b"%PDF")


def test_that_help_names_the_reports(run: Run) -> None:
    code, out, _err = run("report", "--help")
    assert code == 0
    for kind in ("daily", "weekly", "monthly", "persona"):
        assert kind in out
