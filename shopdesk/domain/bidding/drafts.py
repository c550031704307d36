"""First plans made from what the reports name: one for each campaign, nothing changed yet."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.week import flat_week


def draft_plans(campaigns: pd.DataFrame, known: Collection[tuple[str, str]], *, slots: dict[str, int]) -> list[BidPlan]:
    """Return one unchanged plan for each campaign that has none yet, those that cost most first.

    ``campaigns`` has platform, campaign and/or campaign_id, and cost (fen) where known; ``known`` are
    (platform, campaign id or name) of existing plans; ``slots`` gives slots an hour by platform.
    """
    names = [column for column in ("campaign_id", "campaign") if column in campaigns]
    if campaigns.empty or not names:
        return []
    rows = campaigns.assign(
        platform=campaigns.get("platform", "other"),
        cost=campaigns.get("cost", 0),
        **{name: campaigns[name].fillna("").astype(str) for name in names},
    )
    grouped = rows.groupby(["platform", *names], sort=False, observed=True)["cost"].sum().sort_values(ascending=False)
    plans = []
    for key in grouped.index:
        platform, *parts = (str(part) for part in key)
        ids = dict(zip(names, parts, strict=True))
        campaign = ids.get("campaign_id") or ids.get("campaign", "")
        if not campaign or (platform, campaign) in known:
            continue
        per_hour = slots.get(platform, 1)
        plans.append(
            BidPlan(
                plan_id=f"{platform}:{campaign}",
                platform=platform,
                name=ids.get("campaign") or campaign,
                campaign_id=campaign,
                slots_per_hour=per_hour,
                hours=flat_week(per_hour),
            )
        )
    return plans
