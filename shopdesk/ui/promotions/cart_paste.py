"""Lines of a cart out of cells copied from a spreadsheet: article, units, price, in any order of the last two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shopdesk.domain.promotions.catalogue import Goods
from shopdesk.ui.grid.clipboard import parse_cells
from shopdesk.ui.promotions.figures import CartItem

_NUMBER: Final = re.compile(r"^[¥￥]?\s*(\d[\d,]*(?:\.\d+)?)\s*(?:元|件)?$")
_MOST_UNITS: Final = 10_000


def items_from(text: str, goods: Sequence[Goods]) -> tuple[list[CartItem], list[str]]:
    """Return the lines that could be read, and the articles that the shop doesn't know.

    The first cell names the article by its code or title. Of the numbers behind it the first whole one is the
    units (1 without), the next is a price in yuan (that of the shop without); a line of headers is left out.
    """
    codes = {article.sku: article for article in goods}
    titles = {article.title: article for article in goods}
    items: list[CartItem] = []
    unknown: list[str] = []
    for place, row in enumerate(parse_cells(text)):
        cells = [cell.strip() for cell in row]
        name = cells[0] if cells else ""
        if not name:
            continue
        article = codes.get(name) or titles.get(name) or _only_with(name, goods)
        numbers = [number for cell in cells[1:] if (number := _number(cell)) is not None]
        if article is None:
            if place or numbers:
                unknown.append(name)
            continue
        items.append(_item(article, numbers))
    return items, unknown


def _item(article: Goods, numbers: list[float]) -> CartItem:
    at = next((place for place, number in enumerate(numbers) if number.is_integer()), None)
    units = 1 if at is None else max(1, min(_MOST_UNITS, int(numbers[at])))
    prices = [number for place, number in enumerate(numbers) if place != at]
    price = round(prices[0] * 100) if prices else article.list_price or 0
    return CartItem(article.sku, article.title, price, units)


def _only_with(name: str, goods: Sequence[Goods]) -> Goods | None:
    """Return the one article whose title holds the name; None where there are several."""
    found = [article for article in goods if name in article.title]
    return found[0] if len(found) == 1 else None


def _number(cell: str) -> float | None:
    found = _NUMBER.match(cell)
    return None if found is None else float(found[1].replace(",", ""))
