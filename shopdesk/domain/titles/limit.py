"""How long a title may be, and how long it is, by the platform's own way of counting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FOUR_BYTES: Final = 4


class LimitUnit(StrEnum):
    """What a platform counts."""

    GBK_BYTES = "gbk_bytes"  # a Chinese sign 2, a Latin letter 1
    CHARACTERS = "characters"


@dataclass(frozen=True, slots=True)
class TitleLimit:
    """Most bytes or characters of a title on a platform; ``evidence`` as in the platform files, ``own`` if edited."""

    platform: str
    most: int
    unit: LimitUnit
    evidence: str
    own: bool = False

    def length(self, title: str) -> int:
        """Return how long a title is."""
        return len(title) if self.unit is LimitUnit.CHARACTERS else gbk_bytes(title)

    def left(self, title: str) -> int:
        """Return what may still be added, negative where the title is too long."""
        return self.most - self.length(title)


def gbk_bytes(title: str) -> int:
    """Return the bytes of a title in GBK; signs beyond GBK count 4.

    GB 18030, which contains GBK as it is, writes all further signs (emoji, rare Chinese signs) with four bytes.
    """
    return sum(map(_bytes, title))


def outside_gbk(title: str) -> tuple[str, ...]:
    """Return the distinct signs that GBK doesn't know: a platform may refuse them or show a question mark."""
    return tuple(dict.fromkeys(sign for sign in title if not _is_gbk(sign)))


def _bytes(sign: str) -> int:
    if sign.isascii():
        return 1
    try:
        return len(sign.encode("gb18030"))
    except UnicodeEncodeError:  # half of a surrogate pair
        return FOUR_BYTES


def _is_gbk(sign: str) -> bool:
    try:
        sign.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
