"""Builds workbook files by hand, so that tests can say exactly what stands in them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def packed(entries: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of these entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def xlsx_entries(
    *sheets: str, shared: str = "", styles: str = "", names: tuple[str, ...] = (), workbook_attributes: str = ""
) -> dict[str, str]:
    """Return the entries of an .xlsx; each sheet is what stands between ``<sheetData>`` and its end."""
    names = names or tuple(f"Sheet{number}" for number in range(1, len(sheets) + 1))
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(names, start=1)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    relations += f'<Relationship Id="rIdS" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>' if shared else ""
    relations += f'<Relationship Id="rIdT" Type="{OFFICE}/styles" Target="styles.xml"/>' if styles else ""
    entries = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook_attributes}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
    }
    for number, rows in enumerate(sheets, start=1):
        entries[f"xl/worksheets/sheet{number}.xml"] = worksheet(rows)
    if shared:
        entries["xl/sharedStrings.xml"] = shared
    if styles:
        entries["xl/styles.xml"] = styles
    return entries


def worksheet(rows: str, *, dimension: str = "") -> str:
    """Return the XML of a worksheet."""
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{dimension}<sheetData>{rows}</sheetData></worksheet>'


def xlsx(*sheets: str, **options: object) -> bytes:
    """Return an .xlsx as bytes; options as for ``xlsx_entries``."""
    return packed(xlsx_entries(*sheets, **options))  # type: ignore[arg-type]


def inline(place: str, text: str) -> str:
    """Return a text cell."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def ods(table: str, *, name: str = "表一") -> bytes:
    """Return an .ods whose one table holds these rows."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="{name}">{table}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


def _record(kind: int, payload: bytes = b"") -> bytes:
    """Return one BIFF12 record: type and length as the format's variable-length numbers."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0xFF, kind >> 8])
    length, size = b"", len(payload)
    while True:
        length += bytes([(size & 0x7F) | (0x80 if size > 0x7F else 0)])
        size >>= 7
        if not size:
            return head + length + payload


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(rows: list[list[str | float]], *, name: str = "Sheet1") -> bytes:
    """Return an .xlsb with one sheet of text and number cells."""
    workbook = _record(0x0183) + _record(0x018F)
    workbook += _record(0x019C, struct.pack("<II", 0, 1) + _wide("rId1") + _wide(name))
    workbook += _record(0x0190) + _record(0x0184)
    width = max(map(len, rows))
    sheet = _record(0x0181) + _record(0x0194, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)) + _record(0x0191)
    for number, row in enumerate(rows):
        sheet += _record(0x00, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, value in enumerate(row):
            place = struct.pack("<II", column, 0)
            if isinstance(value, str):
                sheet += _record(0x06, place + _wide(value))
            else:
                sheet += _record(0x05, place + struct.pack("<d", value))
    sheet += _record(0x0192) + _record(0x0182)
    relation = f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.bin"/>'
    return packed(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{PACKAGE}">{relation}</Relationships>',
            "xl/worksheets/sheet1.bin": sheet,
        }
    )
