"""Headless use of the same app layer, for automation."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shopdesk import bootstrap
from shopdesk.cli import exporting
from shopdesk.cli.console import OK, REFUSED, UNUSABLE, complain, file_trouble, language_of, speak_utf8, text_of
from shopdesk.domain.issues import Issue, Place, Severity

if TYPE_CHECKING:
    import argparse

    from shopdesk.app.importing.model import ImportOutcome

READER_WORKER: Final = "--reader-worker"
SAMPLE: Final = "--sample"


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code: 0 all well, 3 some data refused, 2 nothing usable or bad arguments."""
    words = list(arguments)
    speak_utf8()
    if words[:1] == [READER_WORKER]:
        from shopdesk.io.reading.worker import worker_main

        worker_main()
    if words[:1] == ["--selftest"]:
        return _selftest(words[1:])
    if words == [SAMPLE]:
        return _open_window(None, sample=True)
    if not words or (len(words) == 1 and _names_a_file(words[0])):
        return _open_window(Path(words[0]) if words else None)
    from shopdesk.app.services import WorkspaceRefused
    from shopdesk.cli.arguments import asked_language, parser

    options = parser(asked_language(words)).parse_args(words)
    try:
        return int(_COMMANDS[options.command](options))
    except WorkspaceRefused as error:
        if getattr(options, "json", False):
            _print_json([], language_of(options))
        return complain(bootstrap.wording()(error.issue, language_of(options)))
    except OSError as error:
        return complain(text_of(file_trouble(error), language_of(options)))
    finally:
        bootstrap.close_reader()


def _names_a_file(word: str) -> bool:
    return word not in _COMMANDS and not word.startswith("-") and (Path(word).suffix != "" or Path(word).exists())


def _selftest(words: Sequence[str]) -> int:
    from shopdesk.ui import selftest

    try:
        return int(selftest.main(words, bootstrap.services))
    finally:
        bootstrap.close_reader()


def _import(options: argparse.Namespace) -> int:
    from shopdesk.app.jobs import SILENT

    language = language_of(options)
    missing = [path for path in options.files if not path.exists()]
    if len(missing) == len(options.files):
        refused = [_missing(path) for path in missing]
        for outcome in refused:
            complain(text_of(outcome.issues[0], language))
        if options.json:
            _print_json(refused, language)
        return UNUSABLE
    with closing(bootstrap.open_workspace(options.workspace, create=True)) as workspace:
        use_case = bootstrap.importing()
        sheets = use_case.prepare(options.files, workspace, SILENT, sample=options.sample, lean=True)
        committed = use_case.commit(sheets, workspace, SILENT)
        change = committed.change
        if options.sample:
            from shopdesk.app.sample import with_documents

            change = with_documents(sheets, committed)
        if not change.is_empty:
            workspace.apply(change)
    if options.json:
        _print_json(committed.outcomes, language)
    else:
        _print_outcomes(committed.outcomes, language)
    return _import_code(committed.outcomes)


def _import_code(outcomes: Sequence[ImportOutcome]) -> int:
    if not any(outcome.stored or outcome.replaced or outcome.unchanged for outcome in outcomes):
        return UNUSABLE
    refused = any(
        outcome.rejected or any(issue.severity is not Severity.INFO for issue in outcome.issues) for outcome in outcomes
    )
    return REFUSED if refused else OK


def _print_json(outcomes: Sequence[ImportOutcome], language: str) -> None:
    print(json.dumps({"files": [_outcome_json(outcome, language) for outcome in outcomes]}, ensure_ascii=False))


def _outcome_json(outcome: ImportOutcome, language: str) -> dict[str, Any]:
    return {
        "path": outcome.source.full_path,
        "member": outcome.source.member,
        "sheet": outcome.sheet,
        "platform": outcome.platform,
        "kind": outcome.kind,
        "rows": outcome.rows,
        "stored": outcome.stored,
        "replaced": outcome.replaced,
        "unchanged": outcome.unchanged,
        "rejected": outcome.rejected,
        "changed_values": outcome.changed_values,
        "first_date": outcome.first_date.isoformat() if outcome.first_date else None,
        "last_date": outcome.last_date.isoformat() if outcome.last_date else None,
        "issues": [_issue_json(issue, language) for issue in outcome.issues],
    }


def _issue_json(issue: Issue, language: str) -> dict[str, Any]:
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "sheet": issue.place.sheet,
        "row": issue.place.row,
        "column": issue.place.column,
        "value": issue.value,
        "message": text_of(issue, language),
    }


def _missing(path: Path) -> ImportOutcome:
    from shopdesk.app.importing.model import ImportOutcome, SourceFile

    issue = Issue("import_no_such_file", Severity.FILE, Place(file=path.name), values={"path": str(path)})
    return ImportOutcome(SourceFile(path), sheet="", kind="", platform="", rows=0, issues=(issue,))


def _print_outcomes(outcomes: Sequence[ImportOutcome], language: str) -> None:
    for outcome in outcomes:
        days = f"{outcome.first_date} – {outcome.last_date}" if outcome.first_date else ""
        counts = Issue(
            "import_line",
            Severity.INFO,
            values={
                "name": outcome.source.label,
                "kind": outcome.kind or "—",
                "days": days,
                "rows": outcome.rows,
                "stored": outcome.stored,
                "replaced": outcome.replaced,
                "unchanged": outcome.unchanged,
                "rejected": outcome.rejected,
            },
        )
        print(text_of(counts, language))
        for issue in outcome.issues:
            place = " ".join(filter(None, (issue.place.sheet, str(issue.place.row or ""), issue.place.column)))
            print(f"  {place}: {text_of(issue, language)}" if place else f"  {text_of(issue, language)}")


def _price(options: argparse.Namespace) -> int:
    from shopdesk.app.promotions.benefit_file import CartFileError
    from shopdesk.app.promotions.cart_file import price_json

    try:
        priced = price_json(options.cart.read_bytes())
    except CartFileError as error:
        language = language_of(options)
        values: dict[str, str | int | float] = {"path": str(options.cart), "reason": text_of(error.issue, language)}
        return complain(text_of(Issue("price_refused", Severity.FILE, values=values), language))
    print(json.dumps(priced, ensure_ascii=False, indent=1))
    return OK


def _check(options: argparse.Namespace) -> int:
    with closing(bootstrap.open_workspace(options.workspace, read_only=True)) as workspace:
        problems = workspace.store.check()
    for problem in problems:
        print(problem, file=sys.stderr)
    code = "workspace_check_failed" if problems else "workspace_check_ok"
    print(text_of(Issue(code, Severity.INFO, values={"path": str(options.workspace)}), language_of(options)))
    return REFUSED if problems else OK


def _screens(options: argparse.Namespace) -> int:
    from shopdesk.ui import screens
    from shopdesk.ui.driver import DriveError

    if not options.workspace.exists():
        missing = Issue("workspace_missing", Severity.FILE, values={"path": str(options.workspace)})
        return complain(text_of(missing, language_of(options)))
    try:
        count = screens.main(options, bootstrap.services)
    except DriveError as error:
        return complain(text_of(Issue("cli_screens_failed", Severity.FILE, value=str(error)), language_of(options)))
    saved = Issue("cli_screens_saved", Severity.INFO, values={"count": count, "path": str(options.out)})
    print(text_of(saved, language_of(options)))
    return OK


def _has_display() -> bool:
    """Whether Qt will find a screen; without this question it would abort the process."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _open_window(path: Path | None, *, sample: bool = False) -> int:
    if not _has_display():
        return complain(text_of(Issue("cli_no_display", Severity.FILE), bootstrap.system_language()))
    gc.disable()  # nothing made while loading is garbage; ``ShopDesk`` turns it on again
    bootstrap.start_logging()
    from shopdesk.ui import application

    settings = bootstrap.settings()
    files = [path] if path else []
    try:
        return int(
            application.run(
                settings=settings, load_services=lambda: bootstrap.services(settings), files=files, sample=sample
            )
        )
    finally:
        bootstrap.close_reader()


_COMMANDS: Final = {
    "import": _import,
    "export": exporting.export,
    "report": exporting.report,
    "price": _price,
    "check": _check,
    "screens": _screens,
}
