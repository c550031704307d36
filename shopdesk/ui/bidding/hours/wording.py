"""Names of steps, limits and templates of the week, in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shopdesk.app.bidding.templates import NIGHT, PEAKS, WEEKEND, HourTemplate
from shopdesk.domain.bidding.profiles import HourLimits
from shopdesk.ui import formats
from shopdesk.ui.bidding import reasons, words
from shopdesk.ui.bidding.plan_view import PlanView
from shopdesk.ui.charts.heat_model import HeatAction, HeatEdit


def step_name(edit: HeatEdit) -> str:
    """Return what undo says of an action: +5 % 9 格."""
    texts = {
        HeatAction.TYPE: QCoreApplication.translate("BidHours", "{value} % in {count} {count:hour|hours}"),
        HeatAction.NUDGE: QCoreApplication.translate("BidHours", "{step} % in {count} {count:hour|hours}"),
        HeatAction.PASTE: QCoreApplication.translate("BidHours", "paste {count} {count:hour|hours}"),
        HeatAction.CUT: QCoreApplication.translate("BidHours", "cut {count} {count:hour|hours}"),
        HeatAction.FILL: QCoreApplication.translate("BidHours", "fill {count} {count:hour|hours}"),
        HeatAction.CLEAR: QCoreApplication.translate("BidHours", "{count} {count:hour|hours} back to 100 %"),
    }
    return texts[edit.action].format(
        count=formats.full(len(edit.cells)),
        value=f"{edit.cells[0][2]:.0f}",
        step=formats.signed(edit.step),
    )


def limits_line(view: PlanView) -> str:
    """Return what the platform takes by hour, and how far one review goes."""
    limits, profile = view.hour_limits, view.profile
    name = words.platform_name(profile)
    parts = [f"{name} {range_text(limits)}"]
    if limits.switch_only and not profile.hours.switch_only:
        text = QCoreApplication.translate("BidHours", "{platform}: smart bids can only be switched on or off")
        parts = [text.format(platform=name)]
    if limits.slots_per_hour > 1:
        parts.append(QCoreApplication.translate("BidHours", "half hours possible"))
    if limits.one_profile:
        parts.append(QCoreApplication.translate("BidHours", "the same every day"))
    if limits.windows_per_day is not None:
        text = QCoreApplication.translate("BidHours", "at most {count} {count:window|windows} a day")
        parts.append(text.format(count=formats.full(limits.windows_per_day)))
    if view.plan is not None and not view.plan.unlocked and not limits.switch_only:
        parts.append(reasons.step_text())
    return " · ".join(parts)


def range_text(limits: HourLimits) -> str:
    """Return the range of an hour: 30–250 % 或关."""
    if limits.switch_only:
        return QCoreApplication.translate("BidHours", "on / off only")
    span = f"{limits.low}–{limits.high} %"
    if limits.can_switch_off:
        return QCoreApplication.translate("BidHours", "{span} or off").format(span=span)
    return span


def template_name(template: HourTemplate) -> str:
    """Return a template's name, the shipped one where the shop gave none."""
    shipped = {
        NIGHT: QCoreApplication.translate("BidHours", "Night lower (00–07 at 60 %)"),
        PEAKS: QCoreApplication.translate("BidHours", "Night low, peaks high (40 % / 130 %)"),
        WEEKEND: QCoreApplication.translate("BidHours", "Weekend +10 %"),
    }
    return template.name or shipped.get(template.template_id, formats.UNKNOWN)


def template_warning(template: HourTemplate) -> str:
    """Return what is known of a template drawn by hand: little, and of one of them nothing good."""
    if template.template_id == PEAKS:
        return QCoreApplication.translate(
            "BidHours",
            "Templates by hand often lose: in this program's own simulation of small shops this one earned about a "
            "tenth less than leaving every hour at 100 % at the same spend. A simulation isn't your shop: where there "
            "is a proposal, look at it first.",
        )
    return QCoreApplication.translate(
        "BidHours",
        "A habit, not made from your data. Templates by hand often lose: the one that was simulated (40 % at night, "
        "130 % at the peaks) earned about a tenth less than 100 % everywhere. Where there is a proposal, look at it "
        "first.",
    )
