"""What a rule of the shop would change, told before it is switched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from shopdesk.app.jobs import JobContext
from shopdesk.app.keywords.teaching import Moved, moves

if TYPE_CHECKING:
    from shopdesk.domain.keywords.classify import Quadrant
    from shopdesk.domain.keywords.library import Study


def compatible_effect(known: Study, hand: Mapping[str, Quadrant], context: JobContext) -> tuple[Moved, ...]:
    """Return the words that the switch "accessories for other people's brands" would move, turned from how it stands.

    Words that a hand has labelled never move. Only words that name an accessory can be concerned.
    """
    turned = replace(known.lexicon, compatible=not known.lexicon.compatible)
    concerned = [word for word in known.labels if any(term in word for term in known.lexicon.accessories)]
    context.check()
    return moves(concerned, turned, known, hand)
