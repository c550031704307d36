"""The commands that write files: stored figures, the rebuild of plans, tables and reports."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shopdesk import bootstrap
from shopdesk.app.file_names import NotWritable
from shopdesk.cli.bid_plans import BID_PLAN, export_bid_plans
from shopdesk.cli.campaigns import CAMPAIGNS, export_campaign
from shopdesk.cli.console import OK, REFUSED, complain, complain_of_target, language_of, text_of
from shopdesk.cli.days import NoSuchDay, day_of, period_of
from shopdesk.domain.issues import Issue, Severity

if TYPE_CHECKING:
    import argparse

    from shopdesk.app.kpi.reports.names import Filled

REBUILD: Final = "keywords-rebuild"
TABLES: Final = ("kpi", "keywords", "history", "bidding", "promotions")
MADE: Final = ("daily", "weekly", "monthly", "persona", "alerts")


def export(options: argparse.Namespace) -> int:
    """Write stored figures of a report kind or fact table, the rebuild of plans, bid plans, or a campaign."""
    from shopdesk.app.exporting import UnknownExport, export_names, sheet_of, stored_figures

    if options.kind == REBUILD and options.workspace and options.out:
        return _export_rebuild(options)
    if options.kind == BID_PLAN and options.workspace and options.out:
        return export_bid_plans(options)
    if options.kind in CAMPAIGNS and options.workspace and options.out:
        return export_campaign(options)
    dialects = bootstrap.dialects()
    if options.list:
        for made in (REBUILD, BID_PLAN, *CAMPAIGNS):
            print(made)
        for name, table in export_names(dialects):
            print(name if name == table else f"{name}\t{table}")
        return OK
    if not (options.kind and options.workspace and options.out):
        return complain(text_of(Issue("cli_export_needs", Severity.FILE), language_of(options)))
    with closing(bootstrap.open_workspace(options.workspace, read_only=True)) as workspace:
        try:
            rows = stored_figures(workspace, options.kind, dialects)
        except UnknownExport:
            issue = Issue("export_unknown", Severity.FILE, values={"name": options.kind})
            return complain(text_of(issue, language_of(options)))
        return _write(options, sheet_of(options.kind, rows, catalogue=bootstrap.catalogue()))


def _export_rebuild(options: argparse.Namespace) -> int:
    from shopdesk.app.keywords.rebuild_command import NothingToRebuild

    with closing(bootstrap.open_workspace(options.workspace, read_only=True)) as workspace:
        try:
            options.out.parent.mkdir(parents=True, exist_ok=True)
            bootstrap.write_rebuild(workspace, options.out, language_of(options))
        except NothingToRebuild:
            return complain(text_of(Issue("export_no_rebuild", Severity.FILE), language_of(options)))
    print(options.out)
    return OK


def report(options: argparse.Namespace) -> int:
    """Write a report: a table, or one for people."""
    from shopdesk.app.reporting import report as table_of

    if options.day is not None and day_of(options.day) is None:
        issue = Issue("report_no_day", Severity.FILE, value=options.day)
        return complain(text_of(issue, language_of(options)))
    path = options.workspace or _last_workspace()
    if path is None:
        return complain(text_of(Issue("export_no_workspace", Severity.FILE), language_of(options)))
    if options.kind in MADE and not _is_table(options):
        return _make_report(options, path)
    try:
        period = period_of(options)
    except NoSuchDay as error:
        return complain(text_of(error.issue, language_of(options)))
    with closing(bootstrap.open_workspace(path, read_only=True)) as workspace:
        sheet = table_of(
            options.kind,
            workspace,
            catalogue=bootstrap.catalogue(),
            language=language_of(options),
            today=bootstrap.now().date(),
            period=period,
        )
        return _write(options, sheet)


def _is_table(options: argparse.Namespace) -> bool:
    """Whether the alerts are wanted as a plain table for other programs rather than as a page to read."""
    return bool(options.kind == "alerts" and options.template is None and options.out.suffix.casefold() != ".pdf")


def _make_report(options: argparse.Namespace, path: Path) -> int:
    """Write a report for people; missing sources are named on stderr and are no failure."""
    from shopdesk.app.jobs import SILENT
    from shopdesk.app.kpi.reports.make import NoFigures, gather, make_report
    from shopdesk.app.kpi.reports.names import TemplateRefused
    from shopdesk.app.kpi.reports.source import ReportKind

    language, writer = language_of(options), bootstrap.ReportWriter()
    try:
        with closing(bootstrap.open_workspace(path, read_only=True)) as workspace:
            source = gather(workspace, SILENT, made_at=bootstrap.now(), language=language, day=day_of(options.day))
            made = make_report(ReportKind(options.kind), source)
        options.out.parent.mkdir(parents=True, exist_ok=True)
        if options.template is not None:
            filled = writer.fill(options.out, made, options.template)
            code = _tell_template(options, filled)
        else:
            writer.write(options.out, made)
            code = OK
    except NoFigures:
        return complain(text_of(Issue("report_no_figures", Severity.FILE), language))
    except TemplateRefused as error:
        issue = Issue(f"report_template_{error.code}", Severity.FILE, values={"path": str(options.template)})
        return complain(text_of(issue, language))
    except NotWritable as error:
        return complain_of_target(options, error)
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
            print(text_of(issue, language_of(options)), file=sys.stderr)
    return REFUSED if filled.unknown or filled.misplaced else OK


def _write(options: argparse.Namespace, sheet: Any) -> int:
    try:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        bootstrap.write_sheet(options.out, sheet)
    except NotWritable as error:
        return complain_of_target(options, error)
    print(options.out)
    return OK


def _last_workspace() -> Path | None:
    """Return the workspace that the window had open last, so that a scheduled report needs no path."""
    last = bootstrap.settings().text("last_workspace")
    return Path(last) if last else None
