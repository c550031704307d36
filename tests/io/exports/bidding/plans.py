"""Plans as files take them, with every kind of change, and strategies that make them odd."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from shopdesk.app.bidding.exporting import Criterion, Form, Order, PlanOrder, WordPlace
from shopdesk.app.bidding.platforms import profile_of
from shopdesk.domain.bidding.forms.clones import Clone
from shopdesk.domain.bidding.forms.compare import changes
from shopdesk.domain.bidding.levers import Levers
from shopdesk.domain.bidding.plan import BidPlan
from shopdesk.domain.bidding.week import flat_week

DAY = date(2026, 6, 23)
ODD_WORDS = ("+nuts", "=1+1", "-free", "@home", '"nuts"', "坚果,礼盒", 'a "b", c', "🥜坚果", "坚" * 60, "1e5", "007")
SIGNS = st.characters(categories=("L", "N", "P", "S"), exclude_characters="'=\u200b\ufeff")
words = st.one_of(
    st.sampled_from(ODD_WORDS),
    st.text(SIGNS, min_size=2, max_size=20).filter(
        lambda word: word[0] not in "-—–/\\" and any(map(str.isalpha, word))
    ),
)


def place(number: int, word: str, *, match: str = "Exact", with_ids: bool = True) -> WordPlace:
    """A word in an ad group, with or without the ids of a console."""
    group, group_id, word_id = f"单元{number % 2}", f"7{number % 2}", f"90{number}"
    key = "\t".join((group_id, word_id, match) if with_ids else (group, word, match))
    ids = (group_id, word_id) if with_ids else ("", "")
    return WordPlace(key, "111" if with_ids else "", "坚果计划", ids[0], group, ids[1], word, match)


def plan_order(
    platform: str,
    new: Levers,
    *,
    now: Levers | None = None,
    places: tuple[WordPlace, ...] = (),
    criteria: tuple[Criterion, ...] = (),
    clones: tuple[Clone, ...] = (),
    campaign: str = "坚果计划",
    stand_ins: dict[str, int] | None = None,
    **fields: Any,
) -> PlanOrder:
    """What a file gets: all that differs between today's levers (flat where not given) and the new ones."""
    profile = profile_of(platform)
    before = now or Levers(hours=flat_week(1), bids={one.key: 100 for one in places})
    plan = BidPlan("p", platform, campaign)
    labels = {one.key: one.keyword for one in places}
    return PlanOrder(
        plan=plan,
        profile=profile,
        campaign=campaign,
        campaign_id="111",
        levers=new,
        changes=changes(before, new, plan=plan, profile=profile, labels=labels, stand_ins=stand_ins),
        clones=clones,
        words={one.key: one for one in places},
        criteria=criteria,
        **fields,
    )


def order(form: Form, path: Path, *plans: PlanOrder, **fields: Any) -> Order:
    """One file to be written."""
    return Order(form=form, path=path, plans=plans, day=DAY, **fields)
