"""One account while its rows are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shopdesk.domain.keywords.rebuild.homes import Groups, Homes
from shopdesk.domain.keywords.rebuild.model import Bought, KeywordRules, Place, Rest, Row, together
from shopdesk.domain.keywords.rebuild.negatives import Standing
from shopdesk.domain.keywords.rebuild.verdicts import Verdict


@dataclass(slots=True)
class Work:
    """What is known of an account, and what has come out so far: ``rows`` and the words ``standing`` after them."""

    rules: KeywordRules
    known: Mapping[str, Verdict]
    words: Sequence[Bought]
    margin: float | None
    days: int
    homes: Homes
    groups: Groups
    keeps: str
    rows: list[Row]
    standing: list[Standing]
    rest: Sequence[Rest] = ()

    @property
    def first(self) -> Place:
        """The place of the account's first words."""
        return next(one.place for one in together(self.words[:1], self.rest[:1]))
