"""The composition root: the one place that knows domain, app, io and ui together."""

from __future__ import annotations

import faulthandler
import locale
import logging
import os
import sys
import threading
from collections.abc import Sequence
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from shopdesk import __version__, assets
from shopdesk.app.file_names import NotWritable
from shopdesk.app.settings import Settings
from shopdesk.io import paths
from shopdesk.io.settings_file import JsonSettingsFile

if TYPE_CHECKING:  # everything else loads on first use: the window paints before
    from shopdesk.app.bidding.exporting import Written
    from shopdesk.app.importing.use_case import ImportUseCase
    from shopdesk.app.kpi.reports.model import Report
    from shopdesk.app.kpi.reports.names import Filled
    from shopdesk.app.ports import ReportDialects
    from shopdesk.app.services import AppPaths, AppServices, Backup, ExportSheet
    from shopdesk.app.wording import IssueWording
    from shopdesk.app.workspace import Workspace
    from shopdesk.domain.kpi.catalogue import Catalogue
    from shopdesk.domain.metrics import Metric
    from shopdesk.domain.periods import Period
    from shopdesk.io.reading import SafeReader

_LOG = logging.getLogger(__name__)
_LOG_BYTES: Final = 1 << 20
_LOG_FILES: Final = 5
_LANGUAGE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def now() -> datetime:
    """Return local time without a zone: what the user's clock shows."""
    return datetime.now()  # noqa: DTZ005


@cache
def wording() -> IssueWording:
    """Return the wording of issues from the shipped texts."""
    import tomllib

    from shopdesk.app.wording import IssueWording

    path = assets.path("messages", "issues.toml")
    return IssueWording(tomllib.loads(path.read_text("utf-8")) if path.is_file() else {})


@cache
def dialects() -> ReportDialects:
    """Return the report kinds; loads pyarrow and the dialect files."""
    from shopdesk.io.dialects import Dialects

    return Dialects()


@cache
def reader() -> SafeReader:
    """Return the one reader, which keeps its worker processes for the next file."""
    from shopdesk.io.reading import SafeReader

    return SafeReader()


def catalogue() -> dict[str, Metric]:
    """Return the canonical metrics."""
    from shopdesk.io.metric_catalogue import metric_catalogue

    return metric_catalogue()


@cache
def importing() -> ImportUseCase:
    """Return the import use cases, wired on first use because they are heavy; a reader's worker starts meanwhile."""
    from shopdesk.app.importing.use_case import ImportUseCase
    from shopdesk.io.excel_writer import write_rejected

    reader().prewarm()
    units = {name: metric.unit.value for name, metric in catalogue().items()}
    return ImportUseCase(reader=reader(), dialects=dialects(), write_rejected=write_rejected, clock=now, units=units)


def close_reader() -> None:
    """End the reader's idle workers where one was ever made."""
    if reader.cache_info().currsize:
        reader().close()
        reader.cache_clear()
        importing.cache_clear()


def open_workspace(path: Path, *, create: bool = False, read_only: bool = False) -> Workspace:
    """Open (or create) a shop with its daily backup; raises ``WorkspaceError``."""
    from shopdesk.app.ports import WorkspaceError
    from shopdesk.app.workspace import Workspace
    from shopdesk.io.workspace_file import open_workspace as open_file

    store = open_file(path, clock=now, backup_root=paths.backup_folder(), create=create, read_only=read_only)
    if not read_only:
        try:
            store.daily_backup()
        except WorkspaceError as error:
            _LOG.warning("no daily backup of %s: %s", path, wording()(error.issue, system_language()))
        except BaseException:
            store.close()
            raise
    return Workspace(store)


def create_workspace(path: Path) -> Workspace:
    """Create a shop; raises ``WorkspaceError`` where something stands there already."""
    from shopdesk.app.ports import WorkspaceError

    if path.exists() and path.stat().st_size:
        raise WorkspaceError("workspace_exists", path=str(path))
    return open_workspace(path, create=True)


class WorkspaceBackups:
    """Fulfils ``services.Backups``."""

    def list(self, workspace: Path) -> Sequence[Backup]:
        """Return the backups of one workspace file, newest first."""
        from shopdesk.app.services import Backup
        from shopdesk.io import backups

        found = backups.backups_in(_backup_folder(workspace))
        return [Backup(backup.path, backup.made_at, backup.size_bytes) for backup in found]

    def make(self, workspace: Workspace) -> Backup:
        """Write and check a backup now (or return the newest where nothing changed since); ``WorkspaceError``."""
        from shopdesk.app.ports import WorkspaceError

        workspace.store.backup("manual")
        newest = self.list(workspace.path)
        if not newest:
            raise WorkspaceError("workspace_nothing_to_back_up", path=str(workspace.path))
        return newest[0]

    def restore(self, backup: Backup, target: Path) -> None:
        """Put a backup at ``target`` (a closed workspace; what stood there is kept beside the backups)."""
        from shopdesk.io import backups

        backups.restore(backup.path, target, keep_in=backup.path.parent, now=now())

    def save_copy(self, workspace: Workspace, target: Path) -> None:
        """Write a consistent copy of the open workspace; replaces ``target``."""
        workspace.store.save_copy(target)


def _backup_folder(workspace: Path) -> Path:
    """Return where the backups of a closed or open workspace are kept, also where the file is damaged."""
    from shopdesk.app.ports import WorkspaceError
    from shopdesk.io.workspace_file import open_workspace as open_file

    root = paths.backup_folder()
    try:
        store = open_file(workspace, clock=now, read_only=True)
    except WorkspaceError:
        folders = sorted(root.glob(f"{workspace.stem}-*"), key=lambda folder: folder.stat().st_mtime, reverse=True)
        return folders[0] if folders else root / workspace.stem
    try:
        return root / f"{workspace.stem}-{store.setting('uid')}"
    finally:
        store.close()


def _write_workbook(path: Path, sheets: Sequence[ExportSheet]) -> None:
    from shopdesk.io.excel_writer import write_workbook

    write_workbook(path, sheets)


def _write_csv(path: Path, sheet: ExportSheet) -> None:
    from shopdesk.io.csv_writer import write_csv

    write_csv(path, sheet)


def write_rebuild(workspace: Workspace, path: Path, language: str) -> int:
    """Write the rebuild of the plans for a console, return its lines; raises ``NothingToRebuild``."""
    from shopdesk.app.keywords.rebuild_command import rebuild_order
    from shopdesk.app.keywords.rebuild_files import write
    from shopdesk.io.exports.files import ProposalFiles
    from shopdesk.ui.keywords.rebuild.spoken import spoken_reasons

    order = rebuild_order(workspace, path, language=language, reasons=partial(spoken_reasons, language=language))
    return write(order, ProposalFiles(), _write_workbook).entries


def write_bid_plans(
    workspace: Workspace, path: Path, *, names: Sequence[str], form: str, language: str, workbook: Path | None
) -> Written:
    """Write bid plans for a console; raises what ``plan_command`` and ``BidFiles.write`` raise."""
    from shopdesk.app.bidding.plan_command import plans_order
    from shopdesk.io.exports.bidding.files import PlanFiles

    order = plans_order(workspace, path, names=names, form=form, day=now().date(), language=language, workbook=workbook)
    return PlanFiles().write(order)


def write_campaign(
    workspace: Workspace, path: Path, *, name: str, language: str, only_prices: bool, period: Period | None = None
) -> None:
    """Write the sheet of an offer's campaign, or its price list; ``NoSuchOffer``, ``NotWritable``.

    ``period`` holds the orders that are replayed, None for all.
    """
    from shopdesk.app.figure_days import figure_days
    from shopdesk.app.promotions.campaign_sheet import campaign_sheets, look_at_campaign, offer_named, price_sheet

    offer, today = offer_named(workspace, name), now().date()
    if not only_prices and path.suffix.casefold() != ".xlsx":
        raise NotWritable("ending", ".xlsx")
    _first, last = figure_days(workspace.imports(), today=today)
    campaign = look_at_campaign(workspace, offer, made_on=today, last=last, period=period)
    if only_prices:
        write_sheet(path, price_sheet(campaign, language))
    else:
        _write_workbook(path, campaign_sheets(campaign, language))


def write_sheet(path: Path, sheet: ExportSheet) -> None:
    """Write one table as the suffix of its file says, .csv or .xlsx; ``NotWritable`` for another."""
    if path.suffix.casefold() == ".xlsx":
        _write_workbook(path, [sheet])
    elif path.suffix.casefold() == ".csv":
        _write_csv(path, sheet)
    else:
        raise NotWritable("ending", ".csv / .xlsx")


class ReportWriter:
    """Fulfils ``services.ReportFiles``; Excel files are made in ``io``, pages in ``ui``."""

    def write(self, path: Path, report: Report) -> None:
        """Write a report as .xlsx or .pdf; ``NotWritable`` for another ending."""
        from shopdesk.io.atomic_file import write_beside

        match path.suffix.casefold():
            case ".xlsx":
                from shopdesk.io.reports.workbook import workbook_bytes

                write_beside(path, workbook_bytes(report))
            case ".pdf":
                from shopdesk.ui.kpi.reports.pdf import pdf_bytes

                write_beside(path, pdf_bytes(report))
            case _:
                raise NotWritable("ending", ".xlsx / .pdf")

    def fill(self, path: Path, report: Report, template: Path) -> Filled:
        """Write a template with its named cells filled; ``TemplateRefused`` or ``NotWritable``."""
        from shopdesk.app.kpi.reports.names import named_values
        from shopdesk.io.atomic_file import write_beside
        from shopdesk.io.reports.template import fill_template

        if path.suffix.casefold() != template.suffix.casefold():
            raise NotWritable("ending", template.suffix)
        if path.exists() and path.samefile(template):
            raise NotWritable("template")
        data, filled = fill_template(template.read_bytes(), named_values(report))
        write_beside(path, data)
        return filled

    def write_names(self, path: Path, language: str, metrics: Catalogue) -> None:
        """Write a workbook with all names that a template may use; ``metrics`` are those in force in the shop."""
        from shopdesk.app.kpi.reports.names import known_names, meaning
        from shopdesk.app.kpi.reports.words import Words
        from shopdesk.io.atomic_file import write_beside
        from shopdesk.io.reports.template import names_workbook

        words = Words(language)
        rows = [(name, meaning(words, name, metrics)) for name in known_names(metrics)]
        headers = (words("names_name"), words("names_meaning"), words("value"))
        write_beside(path, names_workbook(words("names_title"), rows, headers))


def app_paths() -> AppPaths:
    """Return the folders that the Help menu opens, each made where it is missing."""
    from shopdesk.app.services import AppPaths

    folders = paths.documents_folder(), paths.backup_folder(), paths.log_folder()
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    return AppPaths(data=folders[0], backups=folders[1], logs=folders[2], sample=assets.path("sample"))


def settings() -> Settings:
    """Return the settings as they are stored."""
    return Settings(JsonSettingsFile(paths.config_folder() / "settings.json"))


def services(given: Settings | None = None) -> AppServices:
    """Return everything behind the window; ``given`` are the settings that the window already shows."""
    from shopdesk.app.services import AppServices
    from shopdesk.io.exports.bidding.files import PlanFiles
    from shopdesk.io.exports.files import ProposalFiles

    chosen = given or settings()
    return AppServices(
        version=__version__,
        settings=chosen,
        paths=app_paths(),
        open_workspace=open_workspace,
        create_workspace=create_workspace,
        default_workspace=lambda shop: paths.free_workspace(shop, _chosen_folder(chosen)),
        importing=importing,
        backups=WorkspaceBackups(),
        word_issue=wording(),
        write_workbook=_write_workbook,
        write_csv=_write_csv,
        today=lambda: now().date(),
        now=now,
        location_warning=paths.risk_of,
        reports=ReportWriter(),
        proposals=ProposalFiles(),
        bid_files=PlanFiles(),
        log_file=log_file(),
    )


def _chosen_folder(chosen: Settings) -> Path | None:
    """Return the folder of the settings for new shops, read anew each time: the user may change it."""
    folder = chosen.text("data_folder")
    return Path(folder) if folder else None


def log_file() -> Path:
    """Return where the log is written."""
    return paths.log_folder() / "shopdesk.log"


class _LateLogFile(logging.Handler):
    """Opens the rotating log with its first record: its module costs 4 ms that the first paint would wait for."""

    def emit(self, record: logging.LogRecord) -> None:
        """Put the real handler in place of this one and hand it the record."""
        from logging.handlers import RotatingFileHandler

        handler = RotatingFileHandler(log_file(), maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root = logging.getLogger()
        root.removeHandler(self)
        root.addHandler(handler)
        handler.handle(record)


def start_logging() -> None:
    """Write a rotating log and catch crashes of the interpreter; a folder that refuses leaves only the console."""
    if sys.excepthook is _log_uncaught:
        return
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        log_file().parent.mkdir(parents=True, exist_ok=True)
        root.addHandler(_LateLogFile())
        crash_file = (log_file().parent / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(crash_file)
    except OSError as error:
        _LOG.warning("no log file: %s", error)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread


def system_language() -> str:
    """Return ``zh_CN`` where the system speaks Chinese, else ``en``; as the window does, without Qt.

    A language can be asked for that the C library has no data of: then only the environment names it.
    """
    asked = next(filter(None, map(os.environ.get, _LANGUAGE_VARIABLES)), "") if os.name == "posix" else ""
    name = asked or locale.getlocale()[0] or ""
    return "zh_CN" if name.casefold().startswith(("zh", "chinese")) else "en"


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _LOG.critical("uncaught", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)


def _log_uncaught_in_thread(arguments: threading.ExceptHookArgs) -> None:
    name = arguments.thread.name if arguments.thread else "?"
    error = arguments.exc_value or arguments.exc_type()
    _LOG.critical("uncaught in thread %s", name, exc_info=(arguments.exc_type, error, arguments.exc_traceback))
