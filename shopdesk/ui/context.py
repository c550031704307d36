"""What every page of the window is given: the open workspace, undo, jobs, the period, and news of change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shopdesk.app.jobs import JobContext
from shopdesk.app.settings import Settings
from shopdesk.domain.periods import Comparison, Period

if TYPE_CHECKING:  # pandas and pyarrow stand behind these: not before the first paint
    from shopdesk.app.changes import Change
    from shopdesk.app.services import AppServices
    from shopdesk.app.workspace import Workspace

ResultT = TypeVar("ResultT")


class Jobs(Protocol):
    """Runs long work beside the interface thread."""

    def start(
        self,
        name: str,
        work: Callable[[JobContext], ResultT],
        done: Callable[[ResultT], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> Callable[[], None]:
        """Run ``work`` in a thread; call ``done`` on the interface thread. Returns the way to cancel."""


class UndoStack(Protocol):
    """Pushes named changes; the real one wraps ``QUndoStack``."""

    def push(self, change: Change, name: str, *, reveal: Callable[[], None] | None = None) -> None:
        """Apply the change as one named undo step; ``reveal`` brings what it touched into view on undo."""


class UiContext(QObject):
    """Handed to every page. Pages never reach around it."""

    changed = Signal(object)  # frozenset[str]: names of changed fact tables and document collections
    workspace_replaced = Signal()  # another workspace was opened (or none)
    period_changed = Signal()
    selection_stats = Signal(object)  # tuple of numbers of the selected cells, for the status bar

    import_requested = Signal()  # an empty page's button: choose files to import
    page_requested = Signal(str, object)  # page name (kpi, keywords, bidding, promotions) and what to show there
    badge_changed = Signal(str, int, str)  # page name, how many things there wait for the user (0: none), and what
    message = Signal(str)  # a short plain sentence for the status bar

    def __init__(self, *, jobs: Jobs, undo: UndoStack, settings: Settings, services: AppServices | None = None) -> None:
        super().__init__()
        self.services = services
        self.jobs = jobs
        self.undo = undo
        self.settings = settings
        self.workspace: Workspace | None = None
        self.period: Period | None = None
        self.last_day: date | None = None  # the last day with daily figures
        self.comparison: Comparison = Comparison.PREVIOUS

    def today(self) -> date:
        """Return the day of the clock, that of the services where there are any."""
        return self.services.today() if self.services is not None else datetime.now().astimezone().date()

    def push(self, change: Change, name: str, *, reveal: Callable[[], None] | None = None) -> None:
        """Do a change as one named, undoable step; ``name`` is translated, e.g. ``粘贴 32 格``."""
        if not change.is_empty:
            self.undo.push(change, name, reveal=reveal)


class Page(QWidget):
    """One tab of the window. ``refresh`` is called when shown and when something it uses has changed."""

    uses: frozenset[str] = frozenset()  # fact tables and collections this page shows

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context

    def refresh(self) -> None:
        """Read the workspace anew and draw; must take under 100 ms or start a job."""
        raise NotImplementedError

    def show_target(self, target: object) -> None:
        """Bring something into view that another page asked for with ``page_requested``."""

    def find_target(self) -> Any:
        """Return the grid that Ctrl+F searches, None where the page has none."""
        return None
