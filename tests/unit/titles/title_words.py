"""A small trade to put titles together from."""

from __future__ import annotations

from shopdesk.domain.keywords.lexicon import Lexicon, TermKind
from shopdesk.domain.titles.demand import TitleWord
from shopdesk.domain.titles.limit import LimitUnit, TitleLimit
from shopdesk.domain.titles.pieces import Cutter

CUTTER = Cutter(
    Lexicon.of(
        {
            TermKind.OWN: ["果山里"],
            TermKind.COMPETITOR: ["三只松鼠"],
            TermKind.HEAD: ["坚果", "每日坚果", "坚果礼盒", "腰果"],
            TermKind.ATTRIBUTE: ["无糖", "小包装", "原味", "500g", "250g"],
            TermKind.SCENE: ["孕妇", "办公室"],
            TermKind.MARKETING: ["正品"],
        }
    ),
    {"开心果": TermKind.HEAD, "洽洽": TermKind.COMPETITOR},
)


def limit(most: int) -> TitleLimit:
    return TitleLimit("taobao", most, LimitUnit.GBK_BYTES, "R")


def word(text: str, weight: float, *, orders: float = 10) -> TitleWord:
    return TitleWord(text, text, CUTTER.cut(text), weight, 100, orders, 0, 0, "category")
