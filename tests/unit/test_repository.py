"""What holds for the repository as a whole."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted(
    path
    for folder in ("shopdesk", "resources", "packaging", "benchmarks", "docs", "tests", ".ci")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".toml", ".json", ".md", ".sh", ".spec", ".ts", ".svg", ".txt", ".xml"}
    and path != Path(__file__)
)
CODES = re.compile(r"\bIssue\(\s*(?:code=)?\"([a-z_]+)\"")


def test_that_the_lock_has_versions_and_hashes_and_no_addresses() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert all(
        re.fullmatch(r"[A-Za-z0-9_.-]+==\S+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line) for line in lines
    )


def test_that_no_file_says_where_packages_come_from() -> None:
    address = re.compile(r"index[-_]url|find-links|registry\s*=\s*[\"']?http")
    assert [path for path in TEXTS if address.search(path.read_text(encoding="utf-8"))] == []


def test_that_every_issue_code_in_the_source_has_a_text_in_both_languages() -> None:
    catalogue = tomllib.loads((ROOT / "resources/messages/issues.toml").read_text(encoding="utf-8"))
    used = {
        code for path in (ROOT / "shopdesk").rglob("*.py") for code in CODES.findall(path.read_text(encoding="utf-8"))
    }
    assert used, "the pattern finds no issue codes any more"
    assert sorted(code for code in used if not {"en", "zh"} <= catalogue.get(code, {}).keys()) == []


def test_that_both_languages_of_an_issue_use_the_same_placeholders() -> None:
    catalogue = tomllib.loads((ROOT / "resources/messages/issues.toml").read_text(encoding="utf-8"))
    fields = {
        code: [set(re.findall(r"\{(\w+)", texts[language])) for language in ("en", "zh")]
        for code, texts in catalogue.items()
    }
    assert {code: pair for code, pair in fields.items() if pair[0] != pair[1]} == {}
