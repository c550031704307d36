"""Headless use of the same app layer, for automation."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shopdesk import __version__, bootstrap
from shopdesk.domain.issues import Issue, Place, Severity

if TYPE_CHECKING:
    import argparse

    from shopdesk.app.importing.model import ImportOutcome
    from shopdesk.app.kpi.reports.names import Filled

OK: Final = 0
UNUSABLE: Final = 2
REFUSED: Final = 3
READER_WORKER: Final = "--reader-worker"
SAMPLE: Final = "--sample"
REBUILD: Final = "keywords-rebuild"
_REPORTS: Final = ("kpi", "keywords", "history")
_MADE_REPORTS: Final = ("daily", "weekly", "monthly", "persona", "alerts")


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code: 0 all well, 3 some data refused, 2 nothing usable or bad arguments."""
    words = list(arguments)
    _speak_utf8()
    if words[:1] == [READER_WORKER]:
        from shopdesk.io.reading.worker import worker_main

        return worker_main()
    if words[:1] == ["--selftest"]:
        return _selftest(words[1:])
    if words == [SAMPLE]:
        return _open_window(None, sample=True)
    if not words or (len(words) == 1 and _names_a_file(words[0])):
        return _open_window(Path(words[0]) if words else None)
    from shopdesk.app.services import WorkspaceRefused

    options = _parser().parse_args(words)
    try:
        return int(_COMMANDS[options.command](options))
    except WorkspaceRefused as error:
        if getattr(options, "json", False):
            _print_json([], _language(options))
        return _complain(bootstrap.wording()(error.issue, _language(options)))
    except OSError as error:
        return _complain(f"{error.filename or ''}: {error.strerror or error}".lstrip(": "))
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


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="shopdesk",
        description="Without arguments, or with a .shopdesk file, the window opens; with --sample on the sample shop.",
    )
    parser.add_argument("--version", action="version", version=f"ShopDesk {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    importing = _command(commands, "import", "read export files, folders and zips into a workspace")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _workspace_option(importing)
    importing.add_argument("--json", action="store_true", help="print one JSON object")
    importing.add_argument(
        "--sample", action="store_true", help="mark it as the sample shop, with its offers and plans"
    )
    exporting = _command(commands, "export", "write stored figures of a report kind or fact table")
    exporting.add_argument("kind", nargs="?", metavar="KIND|TABLE")
    exporting.add_argument("--list", action="store_true", help="name the kinds and tables")
    _workspace_option(exporting, required=False)
    exporting.add_argument("--out", type=Path, metavar="F.csv|F.xlsx")
    reporting = _command(commands, "report", "write a report")
    reporting.add_argument("kind", choices=(*_REPORTS, *_MADE_REPORTS))
    _workspace_option(reporting, required=False)
    reporting.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="F",
        help=f"F.xlsx or F.csv; {', '.join(_MADE_REPORTS)}: F.xlsx or F.pdf; alerts: F.csv as well",
    )
    reporting.add_argument("--day", type=_day, metavar="YYYY-MM-DD", help="the last day to look at; else the newest")
    reporting.add_argument("--template", type=Path, metavar="T.xlsx", help="a workbook of your own with named cells")
    pricing = _command(commands, "price", "price a cart under offers, exactly")
    pricing.add_argument("cart", type=Path, metavar="CART.json")
    checking = _command(commands, "check", "verify that a workspace file is whole")
    _workspace_option(checking)
    screens = _command(commands, "screens", "save a picture of every tab and dialog")
    _workspace_option(screens)
    screens.add_argument("--out", type=Path, required=True, metavar="DIR")
    screens.add_argument("--theme", choices=("light", "dark"), default=None)
    screens.add_argument("--size", default="1366x768", metavar="WxH")
    screens.add_argument("--scale", default="1")
    return parser


def _command(commands: Any, name: str, purpose: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=purpose, description=purpose)
    parser.add_argument("--lang", choices=("zh_CN", "en"), default=None)
    return parser


def _workspace_option(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    parser.add_argument("--workspace", type=Path, required=required, metavar="W.shopdesk")


def _import(options: argparse.Namespace) -> int:
    from shopdesk.app.jobs import SILENT

    language = _language(options)
    missing = [path for path in options.files if not path.exists()]
    if len(missing) == len(options.files):
        refused = [_missing(path) for path in missing]
        for outcome in refused:
            _complain(_text(outcome.issues[0], language))
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
        "message": _text(issue, language),
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
        print(_text(counts, language))
        for issue in outcome.issues:
            place = " ".join(filter(None, (issue.place.sheet, str(issue.place.row or ""), issue.place.column)))
            print(f"  {place}: {_text(issue, language)}" if place else f"  {_text(issue, language)}")


def _export(options: argparse.Namespace) -> int:
    from shopdesk.app.exporting import UnknownExport, export_names, sheet_of, stored_figures

    if options.kind == REBUILD and options.workspace and options.out:
        return _export_rebuild(options)
    dialects = bootstrap.dialects()
    if options.list:
        print(REBUILD)
        for name, table in export_names(dialects):
            print(name if name == table else f"{name}\t{table}")
        return OK
    if not (options.kind and options.workspace and options.out):
        return _complain("export KIND|TABLE --workspace W --out F.csv|F.xlsx")
    with closing(bootstrap.open_workspace(options.workspace, read_only=True)) as workspace:
        try:
            rows = stored_figures(workspace, options.kind, dialects)
        except UnknownExport:
            issue = Issue("export_unknown", Severity.FILE, values={"name": options.kind})
            return _complain(_text(issue, _language(options)))
        return _write(options, sheet_of(options.kind, rows, catalogue=bootstrap.catalogue()))


def _export_rebuild(options: argparse.Namespace) -> int:
    from shopdesk.app.keywords.rebuild_command import NothingToRebuild

    with closing(bootstrap.open_workspace(options.workspace, read_only=True)) as workspace:
        try:
            options.out.parent.mkdir(parents=True, exist_ok=True)
            bootstrap.write_rebuild(workspace, options.out, _language(options))
        except NothingToRebuild:
            return _complain(_text(Issue("export_no_rebuild", Severity.FILE), _language(options)))
    print(options.out)
    return OK


def _day(word: str) -> date:
    return date.fromisoformat(word)


def _report(options: argparse.Namespace) -> int:
    from shopdesk.app.reporting import report

    path = options.workspace or _last_workspace()
    if path is None:
        return _complain(_text(Issue("export_no_workspace", Severity.FILE), _language(options)))
    if options.kind in _MADE_REPORTS and not _is_table(options):
        return _make_report(options, path)
    with closing(bootstrap.open_workspace(path, read_only=True)) as workspace:
        sheet = report(options.kind, workspace, catalogue=bootstrap.catalogue(), language=_language(options))
        return _write(options, sheet)


def _is_table(options: argparse.Namespace) -> bool:
    """Whether the alerts are wanted as a plain table for other programs rather than as a page to read."""
    return bool(options.kind == "alerts" and options.template is None and options.out.suffix.casefold() != ".pdf")


def _is_alert_table(options: argparse.Namespace) -> bool:
    """Return whether alerts are wanted as a plain table, for another program to read."""
    return bool(options.kind == "alerts" and options.out.suffix.lower() == ".csv")


def _make_report(options: argparse.Namespace, path: Path) -> int:
    """Write a report for people; missing sources are named on stderr and are no failure."""
    from shopdesk.app.jobs import SILENT
    from shopdesk.app.kpi.reports.make import NoFigures, gather, make_report
    from shopdesk.app.kpi.reports.names import TemplateRefused
    from shopdesk.app.kpi.reports.source import ReportKind

    language, writer = _language(options), bootstrap.ReportWriter()
    try:
        with closing(bootstrap.open_workspace(path, read_only=True)) as workspace:
            source = gather(workspace, SILENT, made_at=bootstrap.now(), language=language, day=options.day)
            made = make_report(ReportKind(options.kind), source)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        if options.template is not None:
            filled = writer.fill(options.out, made, options.template)
            code = _tell_template(options, filled)
        else:
            writer.write(options.out, made)
            code = OK
    except NoFigures:
        return _complain(_text(Issue("report_no_figures", Severity.FILE), language))
    except TemplateRefused as error:
        issue = Issue(f"report_template_{error.code}", Severity.FILE, values={"path": str(options.template)})
        return _complain(_text(issue, language))
    except ValueError as error:
        issue = Issue("export_not_written", Severity.FILE, values={"path": str(options.out), "reason": str(error)})
        return _complain(_text(issue, language))
    for one in made.missing:
        print(one.text, file=sys.stderr)
    print(options.out)
    return code


def _tell_template(options: argparse.Namespace, filled: Filled) -> int:
    """Name what of a template could not be filled; names that nothing knows count as refused."""
    for code, names in (
        ("report_names_unknown", filled.unknown),
        ("report_names_misplaced", filled.misplaced),
        ("report_names_empty", filled.empty),
    ):
        if names:
            issue = Issue(code, Severity.FILE, values={"names": ", ".join(names)})
            print(_text(issue, _language(options)), file=sys.stderr)
    return REFUSED if filled.unknown or filled.misplaced else OK


def _write(options: argparse.Namespace, sheet: Any) -> int:
    try:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        bootstrap.write_sheet(options.out, sheet)
    except ValueError as error:
        issue = Issue("export_not_written", Severity.FILE, values={"path": str(options.out), "reason": str(error)})
        return _complain(_text(issue, _language(options)))
    print(options.out)
    return OK


def _last_workspace() -> Path | None:
    """Return the workspace that the window had open last, so that a scheduled report needs no path."""
    last = bootstrap.settings().text("last_workspace")
    return Path(last) if last else None


def _price(options: argparse.Namespace) -> int:
    from shopdesk.app.promotions.cart_file import CartFileError, price_json

    try:
        priced = price_json(options.cart.read_bytes())
    except CartFileError as error:
        return _complain(f"{options.cart}: {error}")
    print(json.dumps(priced, ensure_ascii=False, indent=1))
    return OK


def _check(options: argparse.Namespace) -> int:
    with closing(bootstrap.open_workspace(options.workspace, read_only=True)) as workspace:
        problems = workspace.store.check()
    for problem in problems:
        print(problem, file=sys.stderr)
    code = "workspace_check_failed" if problems else "workspace_check_ok"
    print(_text(Issue(code, Severity.INFO, values={"path": str(options.workspace)}), _language(options)))
    return REFUSED if problems else OK


def _screens(options: argparse.Namespace) -> int:
    from shopdesk.ui import screens

    return int(screens.main(options, bootstrap.services))


def _has_display() -> bool:
    """Whether Qt will find a screen; without this question it would abort the process."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _open_window(path: Path | None, *, sample: bool = False) -> int:
    if not _has_display():
        return _complain(_text(Issue("cli_no_display", Severity.FILE), bootstrap.system_language()))
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


def _language(options: argparse.Namespace) -> str:
    return str(getattr(options, "lang", None) or bootstrap.system_language())


def _text(issue: Issue, language: str) -> str:
    return bootstrap.wording()(issue, language)


def _complain(text: str) -> int:
    print(text, file=sys.stderr)
    return UNUSABLE


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page: automation reads the output, and cp936 lacks characters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


_COMMANDS: Final = {
    "import": _import,
    "export": _export,
    "report": _report,
    "price": _price,
    "check": _check,
    "screens": _screens,
}
