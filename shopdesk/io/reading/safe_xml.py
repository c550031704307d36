"""An XML parser without entities: the one door through which XML from files comes in."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from shopdesk.io.reading.events import Unreadable

CHUNK_BYTES = 256 * 1024

StartHandler = Callable[[str, dict[str, str]], None]
EndHandler = Callable[[str], None]
TextHandler = Callable[[str], None]


def local_name(name: str) -> str:
    """Return a tag or attribute name without its namespace prefix."""
    return name.rpartition(":")[2]


class SafeParser:
    """Feeds handlers with local names; a document type or an entity makes the file unreadable."""

    def __init__(self, start: StartHandler, end: EndHandler, text: TextHandler, *, encoding: str | None = None) -> None:
        self._start = start
        self._parser = expat.ParserCreate(encoding)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = lambda name: end(local_name(name))
        self._parser.CharacterDataHandler = text
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.EntityDeclHandler = self._refuse
        self._parser.ExternalEntityRefHandler = self._refuse

    def feed(self, data: bytes, *, final: bool = False) -> None:
        """Parse one piece; raises ``Unreadable`` where the XML is broken or hostile."""
        try:
            self._parser.Parse(data, final)
        except expat.ExpatError as error:
            raise Unreadable("file_damaged", retry=True, detail=str(error)) from None

    def run(self, stream: IO[bytes]) -> None:
        """Parse a whole stream."""
        while piece := stream.read(CHUNK_BYTES):
            self.feed(piece)
        self.feed(b"", final=True)

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self._start(local_name(name), {local_name(key): value for key, value in attributes.items()})

    def _refuse(self, *_: object) -> int:
        raise Unreadable("file_entities_refused")


def read_elements(stream: IO[bytes], wanted: frozenset[str]) -> list[tuple[str, dict[str, str]]]:
    """Return the wanted elements with their attributes, in document order."""
    found: list[tuple[str, dict[str, str]]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in wanted:
            found.append((name, attributes))

    SafeParser(start, lambda _name: None, lambda _text: None).run(stream)
    return found
