"""Puts the values of formulas into a written workbook, for readers that don't compute: previews, phones, scripts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

_FORMULA: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v\s*(?:/>|></v>)</c>', re.DOTALL)
_TYPE: Final = re.compile(rb'\s+t="[^"]*"')


def with_cached_values(data: bytes, sheets: Sequence[Mapping[str, float | str]]) -> bytes:
    """Return a workbook whose formulas carry values; ``sheets`` holds them by cell, in the order of the sheets."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            number = re.fullmatch(r"xl/worksheets/sheet([0-9]+)\.xml", entry.filename)
            if number and int(number[1]) <= len(sheets):
                content = _filled(content, sheets[int(number[1]) - 1])
            new.writestr(entry, content)
    return out.getvalue()


def _filled(content: bytes, values: Mapping[str, float | str]) -> bytes:
    def cell(found: re.Match[bytes]) -> bytes:
        name, attributes, formula = found[1], found[2], found[3]
        value = values.get(name.decode())
        if value is None:
            return found[0]
        kind = b' t="str"' if isinstance(value, str) else b""
        text = escape(value).encode() if isinstance(value, str) else repr(float(value)).encode()
        rest = _TYPE.sub(b"", attributes)
        return b'<c r="%s"%s%s><f>%s</f><v>%s</v></c>' % (name, rest, kind, formula, text)

    return _FORMULA.sub(cell, content)
