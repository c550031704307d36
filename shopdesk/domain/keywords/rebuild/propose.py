"""The proposal: each word to one place, campaigns by quadrant, ad groups by product, bids, negatives and budgets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.rebuild.additions import add_new, keep_out_terms, new_words
from shopdesk.domain.keywords.rebuild.best_place import best_place
from shopdesk.domain.keywords.rebuild.bids import NewBid, changed_bid
from shopdesk.domain.keywords.rebuild.budget_rows import budget_rows
from shopdesk.domain.keywords.rebuild.grounds import Grounds
from shopdesk.domain.keywords.rebuild.homes import Groups, homes
from shopdesk.domain.keywords.rebuild.model import (
    Account,
    Bought,
    KeywordRules,
    Match,
    Names,
    Place,
    Proposal,
    Rest,
    Row,
    RowKind,
    WaitingTerms,
    together,
)
from shopdesk.domain.keywords.rebuild.negatives import Negative, between_campaigns
from shopdesk.domain.keywords.rebuild.rows import campaign_of, negative_row, row_of, standing_of, with_money
from shopdesk.domain.keywords.rebuild.structure import budgets_of, negatives_of, structure
from shopdesk.domain.keywords.rebuild.term_accounts import TermPlaces, place_terms
from shopdesk.domain.keywords.rebuild.verdicts import Verdict
from shopdesk.domain.keywords.rebuild.work import Work

FEW_WORDS: Final = 30
"""Up to so many words in one campaign are looked after more easily there than in four."""
FEW_CLICKS: Final = 200.0
"""With fewer clicks in the period no structure can be said to be better than another."""
_OUT: Final = frozenset({Action.PAUSE, Action.NEGATIVE})
_STRUCTURAL: Final = frozenset({"duplicate", "brand_elsewhere", "competitor_elsewhere", "long_tail_elsewhere"})
_KINDS: Final = {kind: number for number, kind in enumerate(RowKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What the platforms allow and what new plans are called; ``rules`` by platform, with ``other`` for the rest."""

    rules: Mapping[str, KeywordRules]
    names: Names

    def rules_of(self, platform: str) -> KeywordRules:
        """Return the rules of a platform."""
        return self.rules.get(platform) or self.rules["other"]


def propose(on: Grounds, setup: Setup) -> Proposal:
    """Return the proposal for the structure of a period; the same input gives the same rows in the same order."""
    today = structure(on.frames, on.used, on.period, left=on.left)
    negatives, budgets = negatives_of(on.frames), budgets_of(on.frames)
    by_account: dict[tuple[str, str], list[Bought]] = defaultdict(list)
    for one in today.bought:
        if one.word in on.verdicts:
            by_account[one.place.account].append(one)
    left: dict[tuple[str, str], list[Rest]] = defaultdict(list)
    for rest in today.rest:
        left[rest.place.account].append(rest)
    every = {account: together(by_account[account], left[account]) for account in sorted({*by_account, *left})}
    apart = {word for rest in today.rest for word in rest.words}
    known = apart | {one.word for one in today.bought}
    seen = place_terms(on.terms, every, on.chosen)
    new = new_words(on, known, every, seen)
    rows: list[Row] = []
    accounts: list[Account] = []
    for account in every:
        work = _start(account, by_account[account], left[account], on, setup, days=today.days)
        _arrange(work)
        add_new(work, new.get(account, ()), seen)
        keep_out_terms(work, seen)
        if not work.keeps:
            _keep_apart(work, negatives)
        rows += [
            *work.rows,
            *budget_rows(work.words, work.standing, work.homes, work.rules, budgets, work.days, work.rest),
        ]
        accounts.append(_account(account, work))
    rows.sort(key=lambda row: (_KINDS[row.kind], -row.cost, row.place.key, row.word, row.key))
    waiting = _waiting(seen, known)
    return Proposal(tuple(rows), today.bought, tuple(accounts), today.days, waiting, today.rest, len(apart))


def _waiting(seen: TermPlaces, bought: Collection[str]) -> WaitingTerms:
    asked, homeless = (sum(word not in bought for word in words) for words in (seen.asked, seen.homeless))
    return WaitingTerms(asked, homeless, seen.sources)


def _start(
    account: tuple[str, str], words: Sequence[Bought], rest: Sequence[Rest], on: Grounds, setup: Setup, *, days: int
) -> Work:
    rules, found = setup.rules_of(account[0]), on.verdicts
    movable = [one for one in words if not one.is_package]
    own = homes(movable, found, rules=rules, names=setup.names, days=days, rest=rest)
    groups = Groups(movable, found, setup.names, rest)
    keeps = _reason_to_keep(words, rest)
    return Work(rules, found, words, on.margin, days, own, groups, keeps, [], [], rest)


def _reason_to_keep(words: Sequence[Bought], rest: Sequence[Rest]) -> str:
    if not any(one.place.campaign for one in together(words, rest)):
        return "no_structure"
    if (
        not rest
        and len({one.place.campaign_key for one in words}) == 1
        and len({one.word for one in words}) <= FEW_WORDS
    ):
        return "few_words"
    return "few_clicks" if sum(one.clicks for one in together(words, rest)) < FEW_CLICKS else ""


def _account(account: tuple[str, str], work: Work) -> Account:
    structural = any(row.kind is RowKind.MOVED or row.reason in _STRUCTURAL for row in work.rows)
    everything = together(work.words, work.rest)
    campaigns = len({one.place.campaign_key for one in everything})
    words = len({*(one.word for one in work.words), *(word for one in work.rest for word in one.words)})
    left = {row.reason for row in work.rows if row.kind is RowKind.UNCHANGED}
    clean = "already_clean" if not work.rest else "looked_at" if work.words else ""
    settled = next((reason for reason in ("too_small", "review_first") if reason in left), clean)
    keeps = work.keeps or ("" if structural else settled)
    return Account(*account, campaigns, words, sum(one.clicks for one in everything), keeps)


def _arrange(work: Work) -> None:
    by_word: dict[str, list[Bought]] = defaultdict(list)
    for one in work.words:
        by_word[one.word].append(one)
    for word, places in by_word.items():
        verdict = work.known[word]
        movable = [one for one in places if not one.is_package]
        for one in places:
            if one.is_package:
                _leave(work, one, verdict, "package")
        if not movable:
            continue
        if verdict.action in _OUT:
            _take_out(work, movable, verdict)
        else:
            _place_word(work, movable, verdict)


def _take_out(work: Work, places: Sequence[Bought], verdict: Verdict) -> None:
    """Pause a word everywhere; where it is to be a negative, keep its searches out of these campaigns too."""
    whole = sum(one.cost for one in places)
    reason = "decided" if verdict.by_hand else "advised"
    exact = next((match for match in (Match.EXACT, Match.PHRASE) if match in work.rules.negatives), None)
    excludes = verdict.action is Action.NEGATIVE and exact is not None
    values: dict[str, str | float] = {"advice": verdict.reason, **({"excluded": 1.0} if excludes else {})}
    for one in places:
        share = one.cost / whole if whole > 0 else 1 / len(places)
        row = replace(row_of(RowKind.PAUSED, one, verdict, reason, source=one.place), values=values)
        work.rows.append(with_money(row, verdict, share))
    if excludes and exact is not None:
        for one in {one.place.campaign_key: one for one in reversed(places)}.values():
            negative = Negative(
                verdict.word, one.shown, exact, campaign_of(one.place), verdict.quadrant, "never_pays", ""
            )
            work.rows.append(negative_row(negative))


def _place_word(work: Work, places: Sequence[Bought], verdict: Verdict) -> None:
    groups = {one.place.key for one in places}
    kept = list(places)
    if len(groups) > 1 and not work.keeps:
        kept = _one_place(work, places, verdict)
    for one in kept:
        target = _target(work, one, verdict)
        if target is not None:
            row = row_of(RowKind.MOVED, one, verdict, "other_quadrant", source=one.place, target=target)
            today = work.homes.quadrant_of.get(one.place.campaign_key, "")
            work.rows.append(replace(row, values={"home": today}))
        bid = changed_bid(one, verdict, work.rules)
        if bid is not None:
            work.rows.append(_bid_row(one, verdict, bid, target or one.place, len(kept)))
        if target is None and bid is None:
            _leave(work, one, verdict, _why_left(work, one, verdict))
        work.standing.append(standing_of(one, verdict, target or one.place))


def _one_place(work: Work, places: Sequence[Bought], verdict: Verdict) -> list[Bought]:
    """Pause a word at all places but the best; one in a campaign of its own quadrant goes before others."""
    fitting = [one for one in places if work.homes.quadrant_of.get(one.place.campaign_key) == verdict.quadrant]
    best = best_place(fitting or places, verdict, margin=work.margin)
    for one in places:
        if one.place.key != best.bought.place.key:
            row = row_of(RowKind.PAUSED, one, verdict, "duplicate", source=one.place)
            values: dict[str, str | float] = {
                "campaign": best.bought.place.campaign,
                "adgroup": best.bought.place.adgroup,
            }
            if best.chance is not None:
                values["better"] = best.chance
            if fitting and len(fitting) < len(places):
                values["fits"] = verdict.quadrant
            work.rows.append(replace(row, values=values))
    return [one for one in places if one.place.key == best.bought.place.key]


def _target(work: Work, one: Bought, verdict: Verdict) -> Place | None:
    """Return where a word moves, None where it stays."""
    if work.keeps or verdict.needs_review or work.homes.quadrant_of.get(one.place.campaign_key) == verdict.quadrant:
        return None
    home = work.homes.campaign_of.get(verdict.quadrant)
    return None if home is None else work.groups.of(one, verdict, home)


def _why_left(work: Work, one: Bought, verdict: Verdict) -> str:
    if work.keeps:
        return work.keeps
    if verdict.by_hand and verdict.action is Action.HOLD:
        return "decided"
    if work.homes.quadrant_of.get(one.place.campaign_key) == verdict.quadrant:
        return "fits"
    return "review_first" if verdict.needs_review else "too_small"


def _leave(work: Work, one: Bought, verdict: Verdict, reason: str) -> None:
    work.rows.append(row_of(RowKind.UNCHANGED, one, verdict, reason, source=one.place))
    if reason == "package":
        work.standing.append(standing_of(one, verdict, one.place))


def _bid_row(one: Bought, verdict: Verdict, bid: NewBid, place: Place, parts: int) -> Row:
    row = row_of(RowKind.BID, one, verdict, "decided" if verdict.by_hand else verdict.action.value, source=place)
    row = replace(row, new_bid_fen=bid.fen, bid_fen=bid.today, step=bid.step, basis=bid.basis)
    values: dict[str, str | float] = {}
    if verdict.break_even is not None:
        values["break_even"] = verdict.break_even
    return with_money(replace(row, source=one.place, target=place, values=values), verdict, 1 / parts)


def _keep_apart(work: Work, known: Collection[tuple[str, str, str]]) -> None:
    quadrants = dict(work.homes.quadrant_of)
    quadrants |= {place.campaign_key: quadrant for quadrant, place in work.homes.campaign_of.items()}
    found = between_campaigns(work.standing, quadrants, allowed=work.rules.negatives, known=known, rest=work.rest)
    taken = {row.key for row in work.rows}
    work.rows += [row for one in found if (row := negative_row(one)).key not in taken]
