"""Reads the text of a PDF back, as far as Qt writes it: each run of glyphs as one string, by its ToUnicode map."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)endobj", re.DOTALL)
_RUN = re.compile(rb"BT(.*?)ET", re.DOTALL)
_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass(frozen=True)
class PdfText:
    """What a PDF says: the runs of each page, its fonts and the size of a page in points."""

    pages: tuple[tuple[str, ...], ...]
    fonts: tuple[str, ...]
    embedded: int
    media_box: tuple[float, ...]

    def all(self) -> str:
        """Return everything, one run a line."""
        return "\n".join(run for page in self.pages for run in page)


def read_pdf(data: bytes) -> PdfText:
    """Return the text of a PDF."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(data)}
    pages = [body for body in objects.values() if re.search(rb"/Type /Page\b(?!s)", body)]
    runs = []
    for page in pages:
        fonts = _fonts(objects, _reference(page, b"Resources"))
        runs.append(tuple(_runs(_stream(objects[_reference(page, b"Contents")]), fonts)))
    box = re.search(rb"/MediaBox \[([^\]]+)\]", pages[0])
    names = [found[1].decode() for body in objects.values() for found in re.finditer(rb"/FontName /(\S+)", body)]
    embedded = sum(b"/FontFile2" in body or b"/FontFile3" in body for body in objects.values())
    assert box is not None
    return PdfText(tuple(runs), tuple(names), embedded, tuple(float(word) for word in box[1].split()))


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found is not None
    return int(found[1])


def _stream(body: bytes) -> bytes:
    start = body.index(b"stream") + len(b"stream")
    content = body[start:].lstrip(b"\r\n")
    return zlib.decompressobj().decompress(content) if b"/FlateDecode" in body[:start] else content


def _fonts(objects: dict[int, bytes], resources: int) -> dict[bytes, dict[int, str]]:
    listed = re.search(rb"/Font <<(.*?)>>", objects[resources], re.DOTALL)
    assert listed is not None
    found = {}
    for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", listed[1]):
        found[name] = _characters(_stream(objects[_reference(objects[int(number)], b"ToUnicode")]))
    return found


def _characters(table: bytes) -> dict[int, str]:
    characters: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, text in _PAIR.findall(block):
            characters[int(glyph, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for line in re.findall(rb"<(\w+)>\s*<(\w+)>\s*(\[[^\]]*\]|<\w+>)", block):
            first, last = int(line[0], 16), int(line[1], 16)
            texts = re.findall(rb"<(\w+)>", line[2])
            for glyph in range(first, last + 1):
                if line[2].startswith(b"["):
                    characters[glyph] = bytes.fromhex(texts[glyph - first].decode()).decode("utf-16-be")
                else:
                    characters[glyph] = chr(int(texts[0], 16) + glyph - first)
    return characters


def _runs(content: bytes, fonts: dict[bytes, dict[int, str]]) -> list[str]:
    runs = []
    for run in _RUN.findall(content):
        name = re.search(rb"/(F\d+) [\d.]+ Tf", run)
        assert name is not None
        characters = fonts[name[1]]
        glyphs = "".join(word.decode() for word in re.findall(rb"<(\w+)>\s*Tj", run))
        runs.append("".join(characters.get(int(glyphs[at : at + 4], 16), "\ufffd") for at in range(0, len(glyphs), 4)))
    return runs
