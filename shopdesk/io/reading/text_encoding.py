"""Decides how bytes become text: mark, UTF-16, strict UTF-8, GB18030 with a look at whether it reads as Chinese.

Big5 and Shift_JIS are never guessed, since every such file is also valid GB18030: the user asks for them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.events import Problem, Unreadable
from shopdesk.io.reading.limits import MIB_BYTES
from shopdesk.io.reading.sniffing import HEAD_BYTES, looks_utf16

USER_ENCODINGS = ("utf-8", "gb18030", "utf-16", "big5", "shift_jis")
PIECE_BYTES = 4 * MIB_BYTES
SAMPLE_BYTES = 64 * 1024
DOUBLE_BYTES = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
COMMON_SHARE = 0.7  # of Chinese characters in true GBK text that are among the 3,755 common ones: 0.93 to 1.0
FEWEST_CHARACTERS = 6
DAMAGED_SHARE = 0.002
META_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text file as UTF-8 bytes without mark or NULs, and what it was."""

    data: bytes
    encoding: str
    problems: list[Problem] = field(default_factory=list)


def direct_encoding(data: bytes) -> Decoded | None:
    """Return bytes that can be split before decoding, with their likely encoding: UTF-8 or GB18030, as the start says.

    Decoding the cells proves it; None where the whole must be looked at first.
    """
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(_without_nul(data[3:]), "utf-8-sig")
    if looks_utf16(data[:HEAD_BYTES]):
        return None
    sample = data[:SAMPLE_BYTES]
    if _starts_as(sample, "utf-8"):
        return Decoded(_without_nul(data), "utf-8") if not sample.isascii() or data.isascii() else None
    if not _starts_as(sample, "gb18030"):
        return None
    return Decoded(_without_nul(data), "gb18030", _doubts(data, "gb18030"))


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Return text bytes as UTF-8; ``encoding`` is the user's choice, "" lets the bytes decide."""
    if encoding:
        return _decode_as(data, encoding, chosen=True)
    if data.startswith(codecs.BOM_UTF8):
        return _decode_as(data[3:], "utf-8", chosen=True, label="utf-8-sig")
    utf16 = looks_utf16(data[:HEAD_BYTES])
    if utf16:
        marked = data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
        return _decode_as(data[2:] if marked else data, utf16, chosen=True)
    if is_utf8(data):
        return Decoded(_without_nul(data), "utf-8")
    return _decode_as(data, "gb18030", chosen=False)


def decode_markup(data: bytes) -> tuple[str, str]:
    """Return (text, encoding) of HTML or XML: marks and bytes first, then what the file declares."""
    declared = META_CHARSET.search(data[:4096])
    name = declared[1].decode().lower() if declared else ""
    if name in {"big5", "shift_jis", "shift-jis", "sjis"}:
        decoded = _decode_as(data, "big5" if name == "big5" else "shift_jis", chosen=True)
    else:
        decoded = decode(data)
    return decoded.data.decode("utf-8", errors="replace"), decoded.encoding


def is_utf8(data: bytes) -> bool:
    """Return whether all bytes are strict UTF-8."""
    if data.isascii():
        return True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), PIECE_BYTES):
            decoder.decode(data[start : start + PIECE_BYTES])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def common_share(data: bytes) -> float | None:
    """Return which share of GBK characters beyond symbols are common Chinese ones, None where there are too few."""
    pairs = np.frombuffer(b"".join(DOUBLE_BYTES.findall(data[:SAMPLE_BYTES])), np.uint8).reshape(-1, 2)
    lead, in_table = pairs[:, 0], pairs[:, 1] >= 0xA1
    symbols = np.count_nonzero((lead >= 0xA1) & (lead <= 0xA9) & in_table)  # kana and full-width forms say nothing
    total = len(pairs) - symbols
    common = np.count_nonzero((lead >= 0xB0) & (lead <= 0xD7) & in_table)
    return common / total if total >= FEWEST_CHARACTERS else None


def _decode_as(data: bytes, encoding: str, *, chosen: bool, label: str = "") -> Decoded:
    if encoding == "utf-16":
        encoding = looks_utf16(data[:HEAD_BYTES]) or "utf-16-le"
        data = data[2:] if data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE} else data
    problems: list[Problem] = []
    try:
        text = b"".join(_transcode(data, encoding, "strict"))
    except UnicodeDecodeError:
        text = b"".join(_transcode(data, encoding, "replace"))
        damaged = text.count("\ufffd".encode())
        if not chosen and damaged > max(3, len(data) * DAMAGED_SHARE):
            raise Unreadable("file_encoding_unknown") from None
        problems.append(
            Problem("file_encoding_damaged", Severity.WARNING, values={"encoding": encoding, "count": damaged})
        )
    problems += [] if chosen else _doubts(data, encoding)
    return Decoded(_without_nul(text), label or encoding, problems)


def _doubts(data: bytes, encoding: str) -> list[Problem]:
    share = common_share(data)
    if share is None or share >= COMMON_SHARE:
        return []
    return [Problem("file_encoding_doubtful", Severity.WARNING, values={"encoding": encoding})]


def _starts_as(sample: bytes, encoding: str) -> bool:
    """Return whether a beginning is valid, but for a character that it cuts."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _transcode(data: bytes, encoding: str, errors: str) -> Iterator[bytes]:
    """Yield UTF-8 pieces, so that no whole text stands in memory at two to four bytes a character."""
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    for start in range(0, len(data), PIECE_BYTES):
        yield decoder.decode(data[start : start + PIECE_BYTES]).encode("utf-8", errors="replace")
    yield decoder.decode(b"", final=True).encode("utf-8", errors="replace")


def _without_nul(data: bytes) -> bytes:
    return data.replace(b"\x00", b"") if b"\x00" in data else data
