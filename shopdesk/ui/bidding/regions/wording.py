"""What is said of the regions of a plan: what the platform can do, its groups, and why some stay at 100."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.bidding.forms.change import Lever
from shopdesk.domain.bidding.profiles import RegionLever
from shopdesk.domain.bidding.propose.proposal import Stay
from shopdesk.ui import formats
from shopdesk.ui.bidding import reasons, words
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.bidding.regions.tiles import PROPOSED, RATIOS, clones, rest_group, thin_names
from shopdesk.ui.bidding.taking import offer_of


def group_lines(view: PlanView) -> list[tuple[str, str]]:
    """Return the letter and the words of each group that gets a plan of its own, then those of the rest."""
    lines = [
        (
            letter,
            QCoreApplication.translate("RegionCard", "{letter}: own plan, {percent} %").format(
                letter=letter, percent=group.percent
            ),
        )
        for letter, group in clones(view.proposal).items()
    ]
    rest = rest_group(view.proposal)
    if rest is not None:
        lines.append(
            ("", QCoreApplication.translate("RegionCard", "The rest: {percent} %").format(percent=rest.percent))
        )
    return lines


def lever_text(view: PlanView, groups: int) -> str:
    """Return what the platform can do about regions, short enough for a header."""
    limits = view.profile.regions
    if limits.lever is RegionLever.NONE:
        return QCoreApplication.translate("RegionCard", "no such setting")
    if limits.lever is RegionLever.PERCENT:
        return f"{limits.low}–{limits.high} %"
    text = (
        QCoreApplication.translate("RegionCard", "on / off → {count} plans")
        if groups
        else QCoreApplication.translate("RegionCard", "on / off only")
    )
    return text.format(count=groups + 1)


def percent_note(view: PlanView, layer: str) -> list[str]:
    """Return why regions stay at 100 or are drawn to it, and how many are off."""
    proposal = view.proposal
    if layer == PROPOSED and proposal is None:
        return [reasons.missing_text(view, reasons.REGIONS)]
    parts = []
    if proposal is not None and proposal.regions is not Stay.MOVES:
        parts.append(reasons.stay_text(proposal.regions, reasons.REGIONS))
    elif view.model is not None and view.model.regions is not None:
        if layer == PROPOSED:
            parts += [offer_of(view, Lever.REGIONS).said, reasons.basis_text(view.model.regions)]
        count = len(thin_names(view))
        if count:
            text = QCoreApplication.translate(
                "RegionCard", "dashed: too few orders in {count} {count:region|regions}, drawn to 100"
            )
            parts.append(text.format(count=formats.full(count)))
    off = sum(value == 0 for value in view.plan.regions.values()) if view.plan is not None else 0
    if off:
        parts.append(QCoreApplication.translate("RegionCard", "{count} off").format(count=formats.full(off)))
    return parts


def figure_note(view: PlanView, layer: str) -> list[str]:
    """Return where a figure of what happened comes from."""
    happened = view.figures.regions if view.figures is not None else None
    if happened is None:
        nothing = QCoreApplication.translate("RegionCard", "no report by region and no orders with a region")
        return [reasons.loading_text() if view.is_loading else nothing]
    thin = QCoreApplication.translate("RegionCard", "dashed: too few orders") if layer in RATIOS else ""
    return [words.evidence_text(happened.evidence), thin]
