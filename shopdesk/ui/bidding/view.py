"""One view within 出价计划: what each gets to draw from, and how one asks for another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.periods import Period
from shopdesk.ui.bidding.plan_view import PlanView

if TYPE_CHECKING:  # pandas and scipy stand behind it
    from shopdesk.app.bidding.outlook import Outlook
    from shopdesk.app.bidding.review import ReviewAnswer
    from shopdesk.app.bidding.study import PlanStudy


@dataclass(frozen=True, slots=True)
class BiddingState:
    """What all views show at one moment: the shop's plans by id, all about the chosen one, and the days looked at.

    ``outlook`` is what the chosen plan proposes and should bring, None while that isn't known; ``is_working``: a
    newer one is on its way. ``study`` is what its reports say, ``review`` what became of its versions.
    """

    plans: Mapping[str, BidPlan]
    shown: PlanView
    period: Period | None
    outlook: Outlook | None = None
    is_working: bool = False
    study: PlanStudy | None = None
    review: ReviewAnswer | None = None


class BiddingView(QWidget):
    """A view beside the list of plans; ``wanted`` names another view, ``plan_wanted`` another plan by its id.

    The class of ``shopdesk.ui.bidding.<name>.view`` is called ``View`` and takes the ``UiContext``.
    """

    wanted = Signal(str, object)
    plan_wanted = Signal(str)
    uses: frozenset[str] = frozenset()  # fact tables and collections that this view shows

    def show_plan(self, state: BiddingState) -> None:
        """Draw; called when shown, and when plans, figures or the chosen plan changed."""
        raise NotImplementedError

    def show_target(self, target: object) -> None:
        """Bring something within the view into sight."""

    def find_target(self) -> Any:
        """Return the table that Ctrl+F searches, None where the view has none."""
        return None
