"""A ladder as people write it down, 129-5 / 199-12, and back."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from shopdesk.domain.promotions.ladders.record import Ladder
from shopdesk.ui.promotions import words

_STEP: Final = re.compile(r"^\s*满?\s*(\d+(?:\.\d+)?)\s*[-−–—减]\s*(\d+(?:\.\d+)?)\s*$")
_BETWEEN: Final = re.compile(r"[/,，;；、\n]+")


def ladder_text(ladder: Ladder) -> str:
    """Return 129−5 / 199−12."""
    return " / ".join(f"{words.yuan(minimum)}−{words.yuan(off)}" for minimum, off in ladder)


def ladder_from(text: str) -> Ladder | None:
    """Return the rising ladder of a text, () of an empty one, None where it can't be read."""
    if not text.strip():
        return ()
    steps: list[tuple[int, int]] = []
    for part in _BETWEEN.split(text.strip()):
        found = _STEP.match(part)
        if found is None:
            return None
        steps.append((round(float(found[1]) * 100), round(float(found[2]) * 100)))
    steps.sort()
    rising = all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(steps))
    return tuple(steps) if rising and all(0 < off < minimum for minimum, off in steps) else None
