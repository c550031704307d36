"""What differs between a version and the offers now, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from shopdesk.domain.promotions.campaign_changes import OfferChange
from shopdesk.domain.promotions.design import OfferDesign, OfferKind, Status
from shopdesk.ui import formats
from shopdesk.ui.promotions import words

_MONEY: Final = frozenset({"threshold", "cap", "budget", "price_min", "price_max", "gift_cost"})
_MANY: Final = frozenset({"skus", "excluded", "tags", "excluded_tags", "get_skus", "excludes", "gift_steps"})


def change_texts(changes: Iterable[OfferChange]) -> list[str]:
    """Return one line a difference."""
    return [_text(change) for change in changes]


def _text(change: OfferChange) -> str:
    name = words.short_name(change.name)
    if change.field == "":
        if change.before is None:
            return QCoreApplication.translate("CampaignVersions", "+ {name}: {what}").format(
                name=name, what=words.summary(change.after)
            )
        return QCoreApplication.translate("CampaignVersions", "− {name}: {what}").format(
            name=name, what=words.summary(change.before)
        )
    return QCoreApplication.translate("CampaignVersions", "{name} · {field}: {before} → {after}").format(
        name=name,
        field=field_name(change.field),
        before=_value(change.field, change.before),
        after=_value(change.field, change.after),
    )


def field_name(field: str) -> str:
    """Return the name of a part of an offer."""
    names = {
        "name": QCoreApplication.translate("CampaignVersions", "name"),
        "kind": QCoreApplication.translate("CampaignVersions", "kind"),
        "status": QCoreApplication.translate("CampaignVersions", "state"),
        "start": QCoreApplication.translate("CampaignVersions", "first day"),
        "end": QCoreApplication.translate("CampaignVersions", "last day"),
        "steps": QCoreApplication.translate("CampaignVersions", "steps"),
        "gift_steps": QCoreApplication.translate("CampaignVersions", "gifts"),
        "value": QCoreApplication.translate("CampaignVersions", "value"),
        "threshold": QCoreApplication.translate("CampaignVersions", "threshold"),
        "skus": QCoreApplication.translate("CampaignVersions", "goods"),
        "excluded": QCoreApplication.translate("CampaignVersions", "goods left out"),
        "budget": QCoreApplication.translate("CampaignVersions", "budget"),
        "per_buyer": QCoreApplication.translate("CampaignVersions", "limit per buyer"),
        "cap": QCoreApplication.translate("CampaignVersions", "at most"),
        "note": QCoreApplication.translate("CampaignVersions", "note"),
    }
    return names.get(field) or QCoreApplication.translate("CampaignVersions", "another setting")


def _value(field: str, value: Any) -> str:
    if value is None or value in ("", ()):
        return formats.UNKNOWN
    if field == "steps":
        return words.summary(OfferDesign("", OfferKind.THRESHOLD_OFF, "", steps=value))
    if field in _MANY:
        return QCoreApplication.translate("CampaignVersions", "{count} chosen").format(count=formats.full(len(value)))
    if isinstance(value, date):
        return formats.full_day(value)
    if isinstance(value, Status):
        return words.status_name(value)
    if isinstance(value, OfferKind):
        return words.kind_name(value)
    return words.yuan(value) if field in _MONEY else str(value)
