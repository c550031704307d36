"""Kinds of buyers that offers may be for."""

from __future__ import annotations

from enum import StrEnum


class BuyerKind(StrEnum):
    """Whom an offer is for; ``RISING`` buyers are returning ones too."""

    ANY = "any"
    NEW = "new"  # 新客: no order of theirs was known before
    RETURNING = "returning"  # 老客
    RISING = "rising"  # 高消费潜客: bought before, lately much and no less than they used to

    def is_for(self, buyer: BuyerKind | None) -> bool:
        """Whether an offer of this kind is for a buyer; None is one who can't be told, ``ANY`` no offer excludes."""
        if self is BuyerKind.ANY or buyer is BuyerKind.ANY:
            return True
        if self is BuyerKind.RETURNING:
            return buyer in (BuyerKind.RETURNING, BuyerKind.RISING)
        return self is buyer
