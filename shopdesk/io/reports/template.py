"""Fills the operator's own Excel template by its named cells; everything else of the file stays byte by byte.

Only the cells with a name are rewritten within the sheet's XML, so that charts, pictures, pivot tables and styles
that no library could read and write again are kept.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape, unescape

from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import to_excel

from shopdesk.app.kpi.reports.names import PREFIX, Filled, TemplateRefused, known_names
from shopdesk.io.excel_writer import clean_text

MAX_PART_BYTES: Final = 64 * 2**20
"""A sheet larger than this is no template."""
_NAME: Final = re.compile(r"<definedName\b([^>]*)>([^<]*)</definedName>")
_ATTRIBUTE: Final = re.compile(r'\b([\w:]+)="([^"]*)"')
_SHEET: Final = re.compile(r"<sheet\b([^>]*?)/?>")
_RELATION: Final = re.compile(r"<Relationship\b([^>]*?)/?>")
_PLACE: Final = re.compile(r"^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?([0-9]{1,7})$")


@dataclass(frozen=True, slots=True)
class _Target:
    name: str
    sheet: str
    column: str
    row: int


def fill_template(template: bytes, values: Mapping[str, str | float | date | None]) -> tuple[bytes, Filled]:
    """Return the template with the values in its named cells, and what became of them; raises ``TemplateRefused``."""
    try:
        parts = _parts(template)
        workbook = parts["xl/workbook.xml"].decode("utf-8")
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError, NotImplementedError, RuntimeError) as error:
        raise TemplateRefused("no_workbook") from error
    files = _sheet_files(workbook, parts.get("xl/_rels/workbook.xml.rels", b"").decode("utf-8"))
    targets, misplaced, unknown = _targets(workbook, (*known_names(), *values))
    if not targets and not unknown and not misplaced:
        raise TemplateRefused("no_names")
    filled: list[str] = []
    empty: list[str] = []
    for target in targets:
        file = files.get(target.sheet, "")
        if file not in parts:
            misplaced.append(target.name)
            continue
        value = values.get(target.name)
        (filled if value is not None else empty).append(target.name)
        parts[file] = _with_cell(parts[file].decode("utf-8"), target, value).encode("utf-8")
    parts["xl/workbook.xml"] = _computed_anew(workbook).encode("utf-8")
    _drop_calculation_order(parts)
    return _zipped(template, parts), Filled(tuple(filled), tuple(unknown), tuple(misplaced), tuple(empty))


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if any(entry.file_size > MAX_PART_BYTES for entry in archive.infolist()):
            raise TemplateRefused("no_workbook")
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def _zipped(template: bytes, parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename in parts:
                new.writestr(entry, parts[entry.filename])
    return out.getvalue()


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value, {"&quot;": '"', "&apos;": "'"}) for name, value in _ATTRIBUTE.findall(text)}


def _sheet_files(workbook: str, relations: str) -> dict[str, str]:
    """Return the file of each sheet by its name."""
    by_id = {}
    for found in _RELATION.finditer(relations):
        own = _attributes(found[1])
        target = own.get("Target", "")
        by_id[own.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    sheets = (_attributes(found[1]) for found in _SHEET.finditer(workbook))
    return {own["name"]: by_id.get(own.get("r:id", ""), "") for own in sheets if "name" in own}


def _targets(workbook: str, names: Iterable[str]) -> tuple[list[_Target], list[str], list[str]]:
    """Return the named cells, names that are no single cell, and names of ours that no report knows."""
    known = {name.casefold(): name for name in names}
    targets, misplaced, unknown = [], [], []
    for found in _NAME.finditer(workbook):
        name = _attributes(found[1]).get("name", "")
        if not name.casefold().startswith(PREFIX):
            continue
        if name.casefold() not in known:
            unknown.append(name)
            continue
        place = _PLACE.match(unescape(found[2], {"&quot;": '"', "&apos;": "'"}).strip())
        if place is None:
            misplaced.append(name)
            continue
        sheet = (place[1] or place[2]).replace("''", "'")
        targets.append(_Target(known[name.casefold()], sheet, place[3], int(place[4])))
    return targets, misplaced, unknown


def _with_cell(xml: str, target: _Target, value: str | float | date | None) -> str:
    """Return the sheet with one cell set; it keeps its style."""
    cell = f"{target.column}{target.row}"
    own = re.compile(rf'<c\b(?=[^>]*\br="{cell}")([^>]*?)(?:/>|>.*?</c>)', re.DOTALL)
    found = own.search(xml)
    if found:
        style = _attributes(found[1]).get("s", "")
        return xml[: found.start()] + _cell_xml(cell, style, value) + xml[found.end() :]
    row = re.search(rf'<row\b(?=[^>]*\br="{target.row}")([^>]*?)(/>|>(.*?)</row>)', xml, re.DOTALL)
    if row is None:
        return _with_row(xml, target.row, _cell_xml(cell, "", value))
    cells = row[3] or ""
    at = len(cells)
    for other in re.finditer(r'<c\b[^>]*?\br="([A-Z]+)[0-9]+"', cells):
        if column_index_from_string(other[1]) > column_index_from_string(target.column):
            at = other.start()
            break
    filled = f"<row{row[1]}>{cells[:at]}{_cell_xml(cell, '', value)}{cells[at:]}</row>"
    return xml[: row.start()] + filled + xml[row.end() :]


def _with_row(xml: str, number: int, cell: str) -> str:
    line = f'<row r="{number}">{cell}</row>'
    empty = re.search(r"<sheetData\s*/>", xml)
    if empty:
        return f"{xml[: empty.start()]}<sheetData>{line}</sheetData>{xml[empty.end() :]}"
    for other in re.finditer(r'<row\b[^>]*?\br="([0-9]+)"', xml):
        if int(other[1]) > number:
            return xml[: other.start()] + line + xml[other.start() :]
    return xml.replace("</sheetData>", f"{line}</sheetData>", 1)


def _cell_xml(cell: str, style: str, value: str | float | date | None) -> str:
    look = f' s="{style}"' if style else ""
    if value is None or value == "":
        return f'<c r="{cell}"{look}/>'
    if isinstance(value, str):
        text = escape(clean_text(value))
        return f'<c r="{cell}"{look} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    number = to_excel(value) if isinstance(value, date) else value
    return f'<c r="{cell}"{look}><v>{float(number)!r}</v></c>'


def _computed_anew(workbook: str) -> str:
    """Return the workbook's XML such that Excel computes all formulas when it opens the file."""
    if "<calcPr" in workbook:
        without = re.sub(r'(<calcPr\b[^>]*?)\s+fullCalcOnLoad="[^"]*"', r"\1", workbook)
        return re.sub(r"<calcPr\b", '<calcPr fullCalcOnLoad="1"', without, count=1)
    return re.sub(r"(</definedNames>)", r'\1<calcPr calcId="191029" fullCalcOnLoad="1"/>', workbook, count=1)


def _drop_calculation_order(parts: dict[str, bytes]) -> None:
    """Leave out the list of formula cells: one that was filled is no formula any more. Excel makes it anew."""
    if parts.pop("xl/calcChain.xml", None) is None:
        return
    for name, pattern in (
        ("[Content_Types].xml", rb'<Override\b[^>]*?/xl/calcChain\.xml"[^>]*?/>'),
        ("xl/_rels/workbook.xml.rels", rb'<Relationship\b[^>]*?calcChain\.xml"[^>]*?/>'),
    ):
        if name in parts:
            parts[name] = re.sub(pattern, b"", parts[name])


def names_workbook(title: str, rows: list[tuple[str, str]], headers: tuple[str, str, str]) -> bytes:
    """Return a workbook that lists all names, each on a cell of that name, to copy from and to begin with."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.workbook.defined_name import DefinedName

    book = Workbook()
    sheet = book.active
    sheet.title = title
    sheet.append(headers)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row, (name, meaning) in enumerate(rows, start=2):
        sheet.cell(row, 1, name)
        sheet.cell(row, 2, clean_text(meaning))
        quoted = title.replace("'", "''")
        book.defined_names[name] = DefinedName(name, attr_text=f"'{quoted}'!$C${row}")
    for column, width in (("A", 34), ("B", 60), ("C", 24)):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
