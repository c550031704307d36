from __future__ import annotations

import pandas as pd

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.rebuild.model import Proposal, RowKind
from shopdesk.domain.keywords.rebuild.verdicts import Decision
from tests.unit.keywords.rebuild.rebuild_shop import At, proposed

OWN = [At("坚果", "综合", clicks=900, cost=900), At("开心果", "第二计划")]
ELSEWHERE = {"jd": [At("夏威夷果", "快车", clicks=400)]}
DECIDED = {"坚果批发": Decision(Action.NEGATIVE), "坚果小包": Decision(Action.EXPAND)}


def terms(*, platform: str = "other", campaign: str = "综合") -> dict[str, pd.DataFrame]:
    day = pd.Timestamp("2026-06-20")
    frame = pd.DataFrame(
        {
            "platform": platform,
            "shop": "",
            "date": day,
            "campaign": campaign,
            "term": ["坚果批发", "坚果小包"],
            "cost": 900,
        }
    )
    return {"ad_search_term": frame}


def kept_out(found: Proposal) -> set[tuple[str, str, str]]:
    return {
        (row.place.platform, row.place.campaign, str(row.values.get("account", "")))
        for row in found.rows
        if row.word == "坚果批发" and row.kind is RowKind.NEGATIVE
    }


def test_that_terms_of_no_named_platform_are_kept_out_of_the_only_account_there_is_and_say_so() -> None:
    found = proposed(OWN, decided=DECIDED, extra=terms())
    assert kept_out(found) == {("taobao", "综合", "only")}
    assert {row.values["account"] for row in found.rows if row.kind is RowKind.ADDED} == {"only"}
    assert found.waiting.asked == 0


def test_that_terms_which_several_accounts_could_have_wait_for_an_answer_and_then_follow_it() -> None:
    found = proposed(OWN, decided=DECIDED, extra=terms(), beside=ELSEWHERE)
    assert not kept_out(found)
    assert not [row for row in found.rows if row.kind is RowKind.ADDED]
    assert (found.waiting.asked, found.waiting.sources) == (2, (("other", ""),))
    told = proposed(OWN, decided=DECIDED, extra=terms(), beside=ELSEWHERE, chosen={("other", ""): ("taobao", "")})
    assert kept_out(told) == {("taobao", "综合", "chosen")}
    assert (told.waiting.asked, told.waiting.sources) == (0, (("other", ""),))


def test_that_terms_of_no_named_campaign_are_kept_out_of_all_campaigns() -> None:
    found = proposed(OWN, decided=DECIDED, extra=terms(platform="taobao", campaign=""))
    assert kept_out(found) == {("taobao", "综合", ""), ("taobao", "第二计划", "")}


def test_that_terms_of_a_platform_without_keywords_are_counted_and_never_given_to_another() -> None:
    found = proposed(OWN, decided=DECIDED, extra=terms(platform="jd"))
    assert not kept_out(found)
    assert (found.waiting.asked, found.waiting.homeless) == (0, 2)
