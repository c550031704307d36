"""Words of the checklist in the language of a console: its sheets are named as the dialogs that they are typed into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

from shopdesk.domain.bidding.profiles import RegionLever
from shopdesk.domain.currencies import billed_abroad, set_apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Every word of a checklist in one language; the reader knows sheets and heads by those of all languages."""

    plans: str
    hours: str
    regions: str
    clones: str
    bids: str
    audiences: str
    budgets: str
    done: str
    plan: str
    plan_id: str
    platform: str
    rows: str
    week: str
    days: str
    times: str
    now_percent: str
    new_percent: str
    region: str
    action: str
    deliver: str
    leave: str
    new_plan: str
    copy_of: str
    region_list: str
    bid_percent: str
    daily_budget: str
    adgroup: str
    adgroup_id: str
    keyword: str
    keyword_id: str
    match_type: str
    now_yuan: str
    new_yuan: str
    bid_step: str
    step_note: str
    audience: str
    now_premium: str
    new_premium: str
    money: str
    reason: str
    check: str
    weekdays: tuple[str, ...]
    every_day: str
    off_regions: str
    to: str
    unknown: str
    limits: str
    no_budget_limit: str
    limit_names: Mapping[str, str]
    clone_name: str
    clone_reason: str
    budget_small: str
    list_separator: str
    off: str
    text_note: str
    percent_note: str
    grid_name: str


WORDS: Final[Mapping[str, Words]] = {
    "zh_CN": Words(
        plans="计划",
        hours="分时折扣",
        regions="投放地域",
        clones="按地域拆分计划",
        bids="出价",
        audiences="人群溢价",
        budgets="每日预算",
        done="完成",
        plan="计划",
        plan_id="计划ID",
        platform="平台",
        rows="改动数",
        week="整周时段",
        days="星期",
        times="时段",
        now_percent="现在(%)",
        new_percent="改为(%)",
        region="地域",
        action="操作",
        deliver="投放",
        leave="不投放",
        new_plan="新计划名称",
        copy_of="复制自",
        region_list="只投放这些地域",
        bid_percent="出价为原计划的(%)",
        daily_budget="日预算(元)",
        adgroup="单元",
        adgroup_id="单元ID",
        keyword="关键词",
        keyword_id="词ID",
        match_type="匹配方式",
        now_yuan="现在(元)",
        new_yuan="改为(元)",
        bid_step="按后台现价调",
        step_note="没有报表给出现出价的词：请在后台按现出价加减这个百分比，不要填固定价格。",
        audience="人群",
        now_premium="现在溢价(%)",
        new_premium="改为溢价(%)",
        money="预计利润变化(元)",
        reason="理由",
        check="请核对",
        weekdays=("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
        every_day="每天",
        off_regions="不投放的地域",
        to="–",
        unknown="未导入",
        limits="{name}限额 {low}–{high}",
        no_budget_limit="最低日预算未知",
        limit_names={
            "hours": "分时折扣",
            "regions": "地域",
            "audiences": "人群溢价",
            "bids": "出价",
            "budget": "日预算",
        },
        clone_name="{plan} · {regions}",
        clone_reason="原计划不再投放这些地域",
        budget_small="日预算低于平台最低 {low} 元：请合并分组或提高预算",
        list_separator="、",
        off="不投放",
        text_note="整周时段可整段复制：未列出的时段不投放，100 = 不变。",
        percent_note="数字为出价的百分比：100 = 不变，0 = 不投放。",
        grid_name="时段表 {plan}",
    ),
    "en": Words(
        plans="Campaigns",
        hours="Hours",
        regions="Regions",
        clones="Campaigns by region",
        bids="Bids",
        audiences="Audiences",
        budgets="Daily budgets",
        done="Done",
        plan="Campaign",
        plan_id="Campaign ID",
        platform="Platform",
        rows="Changes",
        week="Whole week",
        days="Days",
        times="Times",
        now_percent="Now (%)",
        new_percent="New (%)",
        region="Region",
        action="Action",
        deliver="show",
        leave="don't show",
        new_plan="New campaign",
        copy_of="Copy of",
        region_list="Only these regions",
        bid_percent="Bids, % of the original",
        daily_budget="Daily budget (yuan)",
        adgroup="Ad group",
        adgroup_id="Ad group ID",
        keyword="Keyword",
        keyword_id="Keyword ID",
        match_type="Match type",
        now_yuan="Now (yuan)",
        new_yuan="New (yuan)",
        bid_step="Change today's bid by",
        step_note="No report tells today's bid of these words: change the bid in the console by this percent.",
        audience="Audience",
        now_premium="Adjustment now (%)",
        new_premium="New adjustment (%)",
        money="Expected change of profit (yuan)",
        reason="Reason",
        check="Please check",
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        every_day="every day",
        off_regions="Regions left out",
        to="–",
        unknown="not imported",
        limits="limit of {name} {low}–{high}",
        no_budget_limit="least daily budget unknown",
        limit_names={
            "hours": "hours",
            "regions": "regions",
            "audiences": "audiences",
            "bids": "bids",
            "budget": "budget",
        },
        clone_name="{plan} · {regions}",
        clone_reason="the original no longer shows there",
        budget_small="daily budget below the least of {low} yuan: join groups or raise the budget",
        list_separator=", ",
        off="off",
        text_note="The whole week can be copied as it stands: what isn't listed is off, 100 = unchanged.",
        percent_note="Percent of the bid: 100 = unchanged, 0 = off.",
        grid_name="Week {plan}",
    ),
}
CHINESE_CONSOLES: Final = frozenset({"taobao", "jd", "pdd", "douyin", "other"})


_CURRENCIES: Final = {"zh_CN": ("元", "账户币种"), "en": ("yuan", "account currency")}
_MONEY: Final = ("now_yuan", "new_yuan", "daily_budget", "money", "budget_small")


def words_for(platforms: Iterable[str], language: str) -> Words:
    """Return the words of a console; where several are in one file those of the first, with every currency named."""
    known = list(platforms)
    own = console_language(known[0], language)
    if billed_abroad(known):
        return _in_currency(own, _CURRENCIES[own][1])
    return _in_currency(own, " / ".join(_CURRENCIES[own])) if set_apart(known) else WORDS[own]


def _in_currency(language: str, currency: str) -> Words:
    """Return the words with another name for the money; platforms abroad bill in the currency of the account."""
    words = WORDS[language]
    texts = {name: getattr(words, name).replace(_CURRENCIES[language][0], currency) for name in _MONEY}
    return replace(words, **texts)


def console_language(platform: str, language: str) -> str:
    """Return the language of a console: Chinese ones are Chinese whatever the window speaks."""
    return "zh_CN" if platform in CHINESE_CONSOLES else language


def spelled(name: str) -> frozenset[str]:
    """Return a head or sheet name in every language and currency."""
    known = [*WORDS.values()]
    for language, currencies in _CURRENCIES.items():
        known += [_in_currency(language, currency) for currency in (currencies[1], " / ".join(currencies))]
    return frozenset(str(getattr(words, name)) for words in known)


def field_of(text: str, names: frozenset[str]) -> str | None:
    """Return which of the named fields of ``Words`` a text is, in whatever language."""
    known = (field.name for field in fields(Words) if field.name in names)
    return next((name for name in known if text.strip() in spelled(name)), None)


def region_action(percent: int, lever: RegionLever, words: Words) -> str:
    """Return what is to be done about a region: switched, or a percent where the platform has one."""
    if percent == 0:
        return words.leave
    return words.deliver if lever is not RegionLever.PERCENT else f"{percent}"
