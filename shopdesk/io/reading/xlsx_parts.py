"""Where the parts of an .xlsx stand: its sheets, shared strings and styles."""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass

from shopdesk.io.reading.events import Unreadable
from shopdesk.io.reading.safe_xml import read_elements


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One worksheet: its name, whether it is hidden, and the zip entry that holds its cells."""

    name: str
    hidden: bool
    entry: str


@dataclass(frozen=True, slots=True)
class XlsxParts:
    """The parts that hold cells; an entry is "" where the file has none."""

    sheets: tuple[SheetPart, ...]
    shared_strings: str
    styles: str
    from_1904: bool


def xlsx_parts(archive: zipfile.ZipFile) -> XlsxParts:
    """Return the parts of an .xlsx; raises ``Unreadable`` where its directory is broken."""
    entries = {info.filename.replace("\\", "/").lstrip("/").lower(): info.filename for info in archive.infolist()}
    workbook = entries.get("xl/workbook.xml") or next(
        (real for name, real in sorted(entries.items()) if name.endswith("workbook.xml")), ""
    )
    if not workbook:
        raise Unreadable("file_damaged", retry=True, detail="no workbook.xml")
    folder = posixpath.dirname(workbook.replace("\\", "/").lstrip("/"))
    relations = _relations(archive, entries, workbook, folder)
    with archive.open(workbook) as stream:
        elements = read_elements(stream, frozenset({"sheet", "workbookPr"}))
    sheets = []
    for name, attributes in elements:
        entry = relations.get(attributes.get("id", ""), ("", ""))
        if name == "sheet" and entry[0] in {"worksheet", ""} and entry[1]:
            hidden = attributes.get("state", "visible") != "visible"
            sheets.append(SheetPart(attributes.get("name", ""), hidden, entry[1]))
    by_type = dict(relations.values())
    from_1904 = any(
        attributes.get("date1904") in {"1", "true"} for name, attributes in elements if name == "workbookPr"
    )
    return XlsxParts(tuple(sheets), by_type.get("sharedStrings", ""), by_type.get("styles", ""), from_1904)


def _relations(
    archive: zipfile.ZipFile, entries: dict[str, str], workbook: str, folder: str
) -> dict[str, tuple[str, str]]:
    """Return relation id → (kind, zip entry); targets outside the file are left out."""
    listing = entries.get(f"{folder}/_rels/{posixpath.basename(workbook)}.rels".lstrip("/").lower())
    if listing is None:
        return {}
    relations: dict[str, tuple[str, str]] = {}
    with archive.open(listing) as stream:
        for _, attributes in read_elements(stream, frozenset({"Relationship"})):
            target = attributes.get("Target", "").replace("\\", "/")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            entry = entries.get(full.lower())
            if entry and attributes.get("TargetMode") != "External":
                relations[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], entry)
    return relations
