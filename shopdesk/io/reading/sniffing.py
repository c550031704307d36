"""Names a file's format by its bytes, because export tools give wrong extensions."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

HEAD_BYTES = 8192

ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BARE_BIFF = re.compile(rb"\A\x09[\x00\x02\x04\x08][\x04-\x10]\x00")

FOREIGN_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"RIFF", "RIFF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"{\\rtf", "RTF"),
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Arrow"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)


class Format(StrEnum):
    """What the bytes are."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    XML2003 = "xml2003"
    TEXT = "text"
    ARCHIVE = "zip"
    ZIP = "zip-of-some-kind"  # the entries decide: see ``zip_format``
    FOREIGN = "foreign"
    EMPTY = "empty"


def sniff(head: bytes) -> Format:
    """Return what the first bytes of a file say; ``head`` holds up to ``HEAD_BYTES``."""
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return Format.EMPTY
    if head.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)):
        return Format.ZIP
    if head.startswith(OLE_MAGIC) or BARE_BIFF.match(head):
        return Format.XLS
    if foreign_kind(head):
        return Format.FOREIGN
    return _markup(head) or Format.TEXT


def foreign_kind(head: bytes) -> str:
    """Return the name of a kind that never holds a table for us, "" where it may."""
    for magic, name in FOREIGN_MAGIC:
        if head.startswith(magic) and (magic not in {b"BM", b"MZ"} or _has_control_bytes(head)):
            return name
    if head[4:8] == b"ftyp":
        return "MP4"
    if b"\x00" in head and not looks_utf16(head) and _has_control_bytes(head):
        return "binary"
    return ""


def looks_utf16(head: bytes) -> str:
    """Return "utf-16-le" or "utf-16-be" where text bytes alternate with zeros (or a mark says so), else ""."""
    if head.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if head.startswith(b"\xfe\xff"):
        return "utf-16-be"
    sample = head[: len(head) // 2 * 2]
    if len(sample) < 4:
        return ""
    even, odd, half = sample[::2].count(0), sample[1::2].count(0), len(sample) // 2
    # separators, digits and line ends are a fifth of any report even where the words are Chinese
    if odd > half * 0.15 and even < half * 0.02 and _plain_utf16(sample, "utf-16-le"):
        return "utf-16-le"
    if even > half * 0.15 and odd < half * 0.02 and _plain_utf16(sample, "utf-16-be"):
        return "utf-16-be"
    return ""


def zip_format(names: Collection[str], mimetype: bytes = b"") -> Format:
    """Return what a zip's entry names (and its ``mimetype`` entry) make of it."""
    lowered = {name.replace("\\", "/").lstrip("/").lower() for name in names}
    if b"opendocument.spreadsheet" in mimetype:
        return Format.ODS
    if b"opendocument" in mimetype:
        return Format.FOREIGN
    if "xl/workbook.bin" in lowered:
        return Format.XLSB
    if "xl/workbook.xml" in lowered:
        return Format.XLSX
    if "[content_types].xml" in lowered:
        sheets = any("worksheets/" in name or name.endswith("workbook.xml") for name in lowered)
        return Format.XLSX if sheets else Format.FOREIGN
    if "content.xml" in lowered and "meta-inf/manifest.xml" in lowered:
        return Format.ODS
    if any(name.endswith(".iwa") for name in lowered):
        return Format.FOREIGN
    return Format.ARCHIVE


def _has_control_bytes(head: bytes) -> bool:
    sample = head[:1024]
    return sum(byte < 9 or 13 < byte < 27 for byte in sample) > len(sample) * 0.02


def _plain_utf16(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, errors="replace")
    strange = sum(character < "\t" or "\ue000" <= character <= "\uf8ff" or character == "�" for character in text)
    return strange <= max(1, len(text) // 100)


def _markup(head: bytes) -> Format | None:
    encoding = looks_utf16(head)
    text = head.decode(encoding or "latin-1", errors="replace").lstrip("ï»¿\ufeff\x00 \t\r\n").lower()
    if not text.startswith("<"):
        return None
    if "urn:schemas-microsoft-com:office:spreadsheet" in text and "<table" not in text.split("<workbook", 1)[0]:
        html_first = re.match(r"<(?:!doctype html|html)", text)
        return Format.HTML if html_first else Format.XML2003
    if re.search(r"<(?:html|table|body|head|meta|!doctype html|tr|div)\b", text):
        return Format.HTML
    if "<?xml" in text[:10] and re.search(r"<(?:\w+:)?workbook\b", text):
        return Format.XML2003
    if text.startswith(("<?xml", "<!doctype")):
        return Format.XML2003 if "spreadsheet" in text else Format.HTML
    return None
