"""What the result card is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shopdesk.domain.promotions.design import OfferDesign, Status

if TYPE_CHECKING:
    from shopdesk.app.promotions.design_study import Candidate, DesignStudy


@dataclass(frozen=True, slots=True)
class ResultState:
    """``offer`` is the candidate looked at, ``counts`` false where "none of them" is. By id of the candidates:
    ``names`` with what they give ("" is none of them), ``letters`` short names in a sentence, ``statuses``.
    """

    study: DesignStudy | None = None
    offer: OfferDesign | None = None
    counts: bool = True
    names: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, Status] = field(default_factory=dict)
    is_busy: bool = False

    @property
    def candidate(self) -> Candidate | None:
        """What the study says of the candidate looked at."""
        if self.study is None or self.offer is None:
            return None
        return self.study.candidates.get(self.offer.offer_id)

    def name(self, offer_id: str) -> str:
        """Return how a candidate is called in a sentence."""
        return self.letters.get(offer_id, "")
