"""What the shop assumes where no report tells it; the advice follows."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

from shopdesk.app.changes import SetRows
from shopdesk.app.documents import Collection
from shopdesk.app.workspace import Workspace

if TYPE_CHECKING:  # scipy stands behind it
    from shopdesk.domain.keywords.advice import Assumptions


@dataclass(frozen=True, slots=True)
class ShopAssumptions:
    """Elasticities of spend (with its standard deviation) and of the price of a click, and the margin as a fraction;
    what brand, competitor and long-tail words usually convert against category words.

    None takes what is shipped, of the margin what orders and costs tell. One row a shop.
    """

    key: str = "shop"
    spend: float | None = None
    spend_sd: float | None = None
    cpc: float | None = None
    margin: float | None = None
    brand: float | None = None
    competitor: float | None = None
    long_tail: float | None = None


NOTHING_OWN: Final = ShopAssumptions()
ASSUMPTIONS: Final = Collection("keyword_assumptions", ShopAssumptions, ("key",))


def shop_assumptions(workspace: Workspace) -> ShopAssumptions:
    """Return what the shop has set, nothing where it hasn't."""
    return next(iter(workspace.rows(ASSUMPTIONS).values()), NOTHING_OWN)


def assumptions(own: ShopAssumptions) -> Assumptions:
    """Return what the advice rests on: the shop's own where it has set it, else what is shipped."""
    from shopdesk.domain.keywords.advice import Assumptions

    named = {field.name: getattr(own, field.name) for field in fields(Assumptions)}
    return Assumptions(**{name: value for name, value in named.items() if value is not None})


def assume(own: ShopAssumptions) -> SetRows:
    """Return the change of what the shop assumes; nothing of its own needs no document."""
    if own == NOTHING_OWN:
        return SetRows.drop(ASSUMPTIONS, [(own.key,)])
    return SetRows.put(ASSUMPTIONS, [own])
