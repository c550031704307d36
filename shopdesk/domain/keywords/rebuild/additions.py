"""What is not bought yet: words to buy anew, and search terms to keep out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from shopdesk.domain.keywords.advice import Action
from shopdesk.domain.keywords.rebuild.bids import first_bid
from shopdesk.domain.keywords.rebuild.grounds import Grounds
from shopdesk.domain.keywords.rebuild.model import BidBasis, Bought, Match, Rest, Row, RowKind
from shopdesk.domain.keywords.rebuild.negatives import Negative
from shopdesk.domain.keywords.rebuild.rows import campaign_of, negative_row, standing_of, with_money
from shopdesk.domain.keywords.rebuild.term_accounts import AccountKey, TermPlaces
from shopdesk.domain.keywords.rebuild.work import Work


def new_words(
    on: Grounds, known: Collection[str], accounts: Mapping[AccountKey, Sequence[Bought | Rest]], seen: TermPlaces
) -> Mapping[AccountKey, Sequence[str]]:
    """Return the words to buy anew by account: where their searches were seen, else where most is spent.

    One that was searched in an account that nobody has named yet waits for that. ``known`` are the words bought today.
    """
    wanted = sorted(
        word for word, verdict in on.verdicts.items() if verdict.action is Action.EXPAND and word not in known
    )
    if not wanted or not accounts:
        return {}
    usual = max(sorted(accounts), key=lambda account: sum(one.cost for one in accounts[account]))
    placed: dict[AccountKey, list[str]] = defaultdict(list)
    waiting = {*seen.asked, *seen.homeless}
    for word in wanted:
        places = seen.places.get(word, ())
        if places or word not in waiting:
            placed[places[0].account if places else usual].append(word)
    return placed


def add_new(work: Work, words: Iterable[str], seen: TermPlaces) -> None:
    """Add words to the campaign of their quadrant, where there is one, with a first bid of what a click is worth."""
    for word in words:
        verdict = work.known[word]
        home = (None if work.keeps else work.homes.campaign_of.get(verdict.quadrant)) or work.first
        like = Bought(word=word, shown=verdict.shown, place=campaign_of(home))
        target = work.groups.of(like, verdict, home)
        bid = first_bid(verdict, work.rules)
        match = work.rules.new_match["proven" if verdict.is_proven else verdict.quadrant]
        row = Row(
            key=f"{RowKind.ADDED.value}|{like.key}",
            kind=RowKind.ADDED,
            word=word,
            shown=like.shown,
            quadrant=verdict.quadrant,
            target=target,
            match_type=work.rules.matches.get(match, ""),
            new_bid_fen=bid,
            basis=BidBasis.WORTH if bid else BidBasis.NONE,
            reason="decided" if verdict.by_hand else "advised",
            values={"advice": verdict.reason, **_how(word, seen)},
            chance=verdict.chance,
        )
        work.rows.append(with_money(row, verdict, 1.0))
        work.standing.append(standing_of(like, verdict, target))


def keep_out_terms(work: Work, seen: TermPlaces) -> None:
    """Keep search terms that aren't bought and don't pay out of the campaigns in which they were seen."""
    exact = next((match for match in (Match.EXACT, Match.PHRASE) if match in work.rules.negatives), None)
    bought = {*(one.word for one in work.words), *(word for one in work.rest for word in one.words)}
    account = work.first.account
    for word, places in sorted(seen.places.items()):
        verdict = work.known.get(word)
        own = [place for place in places if place.account == account]
        if exact is None or verdict is None or verdict.action is not Action.NEGATIVE or word in bought or not own:
            continue
        for place in own:
            reason = "decided" if verdict.by_hand else "term_never_pays"
            row = negative_row(Negative(word, verdict.shown, exact, place, verdict.quadrant, reason, ""))
            row = replace(row, values={**row.values, **_how(word, seen)})
            work.rows.append(with_money(row, verdict, 1 / len(own)))


def _how(word: str, seen: TermPlaces) -> Mapping[str, str]:
    """Return what a row must say of an account that no report names."""
    return {"account": seen.how[word]} if word in seen.how else {}
