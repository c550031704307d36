"""Header cells in one spelling, so that the small differences between exports don't matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNIT = re.compile(
    r"\((?:元|万元|件|个|人|次|单|笔|秒|%|#|[a-z]{3}|us\$|\$|¥|仅供参考|informationalonly|readonly|单位:?[^)]*)\)$"
)
_JUNK = re.compile(r"[\s\u200b-\u200f\ufeff\x00]+")
_AROUND_HAN = re.compile(r"(?<=[\u2e80-\u9fff]) +| +(?=[\u2e80-\u9fff])")
_WRAPPED = re.compile(r'^="(.*)"$', re.DOTALL)


@lru_cache(maxsize=16384)
def normalised(header: str) -> str:
    """Return a header without blanks, wrappers and case: ``词 ID／词包ID`` and ``词ID/词包id`` are one."""
    text = unicodedata.normalize("NFKC", header).strip()
    wrapped = _WRAPPED.match(text)
    text = wrapped.group(1) if wrapped else text.lstrip("'")
    return _JUNK.sub("", text).replace("-", "_").replace("–", "_").replace("—", "_").casefold()


@lru_cache(maxsize=16384)
def without_unit(name: str) -> str:
    """Return a normalised header without its unit, e.g. ``花费(元)`` as ``花费``; itself where it has none."""
    bare = _UNIT.sub("", name)
    return bare or name


def spelt(header: str) -> str:
    """Return a header as the name of a figure: the same with half-width brackets or without a line break."""
    return _AROUND_HAN.sub("", unicodedata.normalize("NFKC", shown(header)))


def shown(header: str | None) -> str:
    """Return a header as the user sees it: one line, no wrapper, outer blanks gone."""
    text = _JUNK.sub(" ", header or "").strip()
    wrapped = _WRAPPED.match(text)
    return wrapped.group(1).strip() if wrapped else text
