"""Entries written into a copy of the operator's own Amazon bulksheet: only the cells that change, new lines at the end.

The workbook keeps its language, columns, other sheets and styles. Amazon's Chinese words for operations were not
found, so that ``Update`` and ``Create`` stand there too, marked in the interface as to be checked.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from shopdesk.app.keywords.rebuild_files import BulkRefused
from shopdesk.domain.keywords.rebuild.entries import Entity, Entry, Operation
from shopdesk.domain.keywords.rebuild.model import Match
from shopdesk.io.dialects.catalogue import Dialect, dialects
from shopdesk.io.excel_writer import clean_text

MOST_BYTES: Final = 512 * 2**20
"""Unpacked; Amazon takes 40 MB and 500,000 lines."""
_KINDS: Final = ("amazon_bulk_sp", "amazon_bulk_sp_zh")
_HEADER_ROWS: Final = 20
_NEEDED: Final = frozenset({"entity", "operation", "campaign_id"})
_ENTITIES: Final = {
    "campaign": Entity.CAMPAIGN, "广告活动": Entity.CAMPAIGN,
    "ad group": Entity.AD_GROUP, "广告组": Entity.AD_GROUP,
    "keyword": Entity.KEYWORD, "关键词": Entity.KEYWORD,
    "campaign negative keyword": Entity.NEGATIVE, "广告活动否定关键词": Entity.NEGATIVE,
}  # fmt: skip
_NAMES: Final = {
    Entity.CAMPAIGN: "Campaign",
    Entity.AD_GROUP: "Ad Group",
    Entity.KEYWORD: "Keyword",
    Entity.NEGATIVE: "Campaign Negative Keyword",
}
_MATCHES: Final = {
    "exact": Match.EXACT, "精准": Match.EXACT, "phrase": Match.PHRASE, "词组": Match.PHRASE, "broad": Match.BROAD,
    "广泛": Match.BROAD,
}  # fmt: skip
_GONE: Final = frozenset({"archived", "已存档", "已归档"})
"""States of lines that the console keeps for the record and lets nobody change."""
_PRODUCT: Final = "Sponsored Products"
_LEAST_BID: Final = 0.02


@dataclass(slots=True)
class Bulksheet:
    """The sheet of a bulksheet with its columns by target (1-based) and its lines by what they are about."""

    book: Any
    cells: Any
    header_row: int
    columns: Mapping[str, list[int]]
    by_header: Mapping[str, int]
    lines: Mapping[tuple[str, ...], int]
    words: Mapping[Entity, str]
    ids: Mapping[tuple[str, ...], str]  # by name of the campaign, or of campaign and ad group


def edited_copy(workbook: bytes, entries: Sequence[Entry]) -> tuple[bytes, int, tuple[str, ...]]:
    """Return the workbook with the entries in it, how many went in, and the words that it doesn't know.

    Raises ``BulkRefused`` where it isn't a bulksheet of Sponsored Products.
    """
    sheet = bulksheet(workbook)
    done, left_out = 0, []
    for one in entries:
        if one.operation is Operation.CREATE:
            _append(sheet, one)
        elif not change_entry(sheet, one):
            left_out.append(one.keyword or one.place.campaign)
            continue
        done += 1
    return saved(sheet), done, tuple(left_out)


def bulksheet(workbook: bytes) -> Bulksheet:
    """Return the sheet of Sponsored Products in a workbook; ``BulkRefused`` where it has none."""
    book = _opened(workbook)
    sheet = next((found for cells in book.worksheets if (found := _read(book, cells))), None)
    if sheet is None:
        raise BulkRefused("no_sheet")
    return sheet


def saved(sheet: Bulksheet) -> bytes:
    """Return the workbook of a sheet as it stands now."""
    buffer = io.BytesIO()
    sheet.book.save(buffer)
    return buffer.getvalue()


def _opened(workbook: bytes) -> Any:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
                raise BulkRefused("too_large")
        return load_workbook(io.BytesIO(workbook))
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise BulkRefused("no_workbook") from error


def _read(book: Any, cells: Any) -> Bulksheet | None:
    """Return the sheet where one of its first rows is the header of a bulksheet."""
    for number, row in enumerate(cells.iter_rows(max_row=_HEADER_ROWS, values_only=True), start=1):
        texts = ["" if value is None else str(value) for value in row]
        for kind in _KINDS:
            columns = _columns(dialects()[kind], texts)
            if columns.keys() >= _NEEDED:
                by_header = {text.strip(): at for at, text in enumerate(texts, start=1) if text.strip()}
                sheet = Bulksheet(book, cells, number, columns, by_header, {}, {}, {})
                sheet.lines, sheet.words, sheet.ids = _index(sheet)
                return sheet
    return None


def _columns(dialect: Dialect, texts: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, text in enumerate(texts, start=1):
        alias = dialect.alias(text) if text else None
        if alias is not None:
            found.setdefault(alias.target, []).append(at)
    return found


def _index(sheet: Bulksheet) -> tuple[dict[tuple[str, ...], int], dict[Entity, str], dict[tuple[str, ...], str]]:
    """Return the lines by id and by names, the workbook's own words for its entities, and ids by names."""
    ids: dict[tuple[str, ...], str] = {}
    lines: dict[tuple[str, ...], int] = {}
    words: dict[Entity, str] = {}
    for number in range(sheet.header_row + 1, sheet.cells.max_row + 1):
        written = text_of(sheet, number, "entity")
        names = (text_of(sheet, number, "campaign"), text_of(sheet, number, "adgroup"))
        ids.setdefault(names[:1], text_of(sheet, number, "campaign_id"))
        if group := text_of(sheet, number, "adgroup_id"):
            ids.setdefault(names, group)
        entity = _ENTITIES.get(written.casefold())
        if entity is None:
            continue
        words.setdefault(entity, written)
        if text_of(sheet, number, "state").casefold() in _GONE:
            continue
        for key in _keys_of_line(sheet, number, entity):
            lines.setdefault(key, number)
    return lines, words, ids


def _keys_of_line(sheet: Bulksheet, number: int, entity: Entity) -> Iterator[tuple[str, ...]]:
    campaigns = {text_of(sheet, number, name) for name in ("campaign_id", "campaign")} - {""}
    if entity is Entity.CAMPAIGN:
        yield from ((entity.value, name) for name in campaigns)
        return
    if entity is not Entity.KEYWORD:
        return
    number_text = text_of(sheet, number, "keyword_id")
    if number_text:
        yield (entity.value, number_text)
    groups = {text_of(sheet, number, name) for name in ("adgroup_id", "adgroup")} - {""}
    keyword, match = text_of(sheet, number, "keyword").casefold(), _match(text_of(sheet, number, "match_type"))
    yield from (
        (entity.value, campaign, group, keyword, which)
        for campaign in campaigns
        for group in groups
        for which in (match.value, "any")
    )


def _match(text: str) -> Match:
    return _MATCHES.get(text.casefold().removesuffix("匹配"), Match.UNKNOWN)


def text_of(sheet: Bulksheet, number: int, target: str) -> str:
    """Return the text of the first filled cell of a target in a line, whole numbers without a point."""
    for column in sheet.columns.get(target, ()):
        value = sheet.cells.cell(number, column).value
        if value not in (None, ""):
            text = str(value).strip()
            return text.removesuffix(".0") if isinstance(value, float) else text
    return ""


def change_entry(sheet: Bulksheet, one: Entry) -> bool:
    """Set the cells that change in the line of an entry; False where the workbook has no such line."""
    number = next((sheet.lines[key] for key in _keys_of(one) if key in sheet.lines), None)
    if number is None:
        return False
    if one.step is not None and not _step(sheet, number, one.step):
        return False
    set_cell(sheet, number, "operation", "Update")
    if one.operation is Operation.PAUSE:
        set_cell(sheet, number, "state", "paused")
    if one.bid_fen is not None and one.entity is Entity.KEYWORD:
        set_cell(sheet, number, "bid", one.bid_fen / 100)
    if one.budget is not None:
        set_cell(sheet, number, "daily_budget", one.budget)
    return True


def _step(sheet: Bulksheet, number: int, step: float) -> bool:
    """Change the bid that stands in the workbook by a share; False where none stands there."""
    try:
        bid = float(text_of(sheet, number, "bid"))
    except ValueError:
        return False
    set_cell(sheet, number, "bid", max(bid * (1 + step), _LEAST_BID))
    return True


def _keys_of(one: Entry) -> Iterator[tuple[str, ...]]:
    campaigns = [name for name in (one.place.campaign_id, one.place.campaign) if name]
    if one.entity is Entity.CAMPAIGN:
        yield from ((one.entity.value, name) for name in campaigns)
        return
    if one.keyword_id:
        yield (one.entity.value, one.keyword_id)
    groups = [name for name in (one.place.adgroup_id, one.place.adgroup) if name]
    match = one.match.value if one.match is not Match.UNKNOWN else "any"
    yield from (
        (one.entity.value, campaign, group, one.keyword.casefold(), match) for campaign in campaigns for group in groups
    )


def _append(sheet: Bulksheet, one: Entry) -> None:
    """Add the line of something new; the id of a new campaign or group is its name until Amazon gives a real one."""
    number = sheet.cells.max_row + 1
    place = one.place
    values: dict[str, Any] = {
        "entity": sheet.words.get(one.entity, _NAMES[one.entity]),
        "operation": "Create",
        "campaign_id": place.campaign_id or sheet.ids.get((place.campaign,)) or place.campaign,
        "campaign": place.campaign,
        "state": "enabled",
    }
    if one.entity is Entity.CAMPAIGN:
        values |= {"state": "paused", "daily_budget": one.budget}
    if one.entity in (Entity.AD_GROUP, Entity.KEYWORD):
        group = place.adgroup_id or sheet.ids.get((place.campaign, place.adgroup)) or place.adgroup
        values |= {"adgroup_id": group, "adgroup": place.adgroup}
        bid = None if one.bid_fen is None else one.bid_fen / 100
        values["default_bid" if one.entity is Entity.AD_GROUP else "bid"] = bid
    if one.entity in (Entity.KEYWORD, Entity.NEGATIVE):
        values |= {"keyword": one.keyword, "match_type": one.match_type or one.match.value}
    for target, value in values.items():
        if value not in (None, ""):
            set_cell(sheet, number, target, value)
    for header, text in (("Product", _PRODUCT), ("产品", _PRODUCT), *_new_campaign(one)):
        if header in sheet.by_header:
            sheet.cells.cell(number, sheet.by_header[header], text)


def _new_campaign(one: Entry) -> tuple[tuple[str, str], ...]:
    return (("Targeting Type", "Manual"),) if one.entity is Entity.CAMPAIGN else ()


def set_cell(sheet: Bulksheet, number: int, target: str, value: str | float) -> None:
    """Set a cell in the first column of its target; a text stays text, whatever it begins with."""
    columns = sheet.columns.get(target)
    if not columns:
        return
    cell = sheet.cells.cell(number, columns[0])
    if isinstance(value, str):
        cell.value = clean_text(value)
        cell.data_type = "s"
        return
    if isinstance(cell.value, str):
        cell.value = str(value) if isinstance(value, int) else f"{value:.2f}"
    else:
        cell.value = round(value, 2)
