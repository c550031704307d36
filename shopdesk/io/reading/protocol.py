"""What passes between the window's process and the worker: JSON lines in, framed messages and Arrow streams out.

A frame is four bytes of length (big-endian), then JSON. A frame with ``kind`` "cells" is followed by one
Arrow IPC stream. Nothing goes through temporary files: reports hold personal data.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import pyarrow as pa

from shopdesk.domain.issues import Severity
from shopdesk.io.reading.events import (
    Cells,
    Digest,
    Event,
    FileFacts,
    Problem,
    Progress,
    SheetStart,
    TextEncoding,
    Unreadable,
)
from shopdesk.io.reading.limits import MIB_BYTES, Limits
from shopdesk.io.reading.parsing import Task

LENGTH = struct.Struct(">I")
MESSAGE_BYTES_LIMIT = 1 * MIB_BYTES
KINDS: dict[str, type[Any]] = {
    "facts": FileFacts,
    "digest": Digest,
    "sheet": SheetStart,
    "problem": Problem,
    "progress": Progress,
    "encoding": TextEncoding,
}
KIND_OF = {event: kind for kind, event in KINDS.items()}


def encode_task(task: Task, limits: Limits) -> bytes:
    """Return a request as one line."""
    request = {
        "path": str(task.path),
        "member": task.member,
        "attempt": task.attempt,
        "encoding": task.encoding,
        "limits": asdict(limits),
    }
    return json.dumps(request).encode() + b"\n"


def decode_task(line: bytes) -> tuple[Task, Limits]:
    """Return the task of a request line and the limits to keep."""
    request = json.loads(line)
    task = Task(Path(request["path"]), request["member"], request["attempt"], request["encoding"])
    return task, Limits(**request["limits"])


def write_event(stream: IO[bytes], event: Event) -> None:
    """Send one event; cells follow their frame as an Arrow stream."""
    if not isinstance(event, Cells):
        _write_frame(stream, {"kind": KIND_OF[type(event)], **asdict(event)})
        return
    _write_frame(stream, {"kind": "cells"})
    with pa.ipc.new_stream(stream, event.batch.schema) as writer:
        writer.write_batch(event.batch)


def write_ready(stream: IO[bytes]) -> None:
    """Say that the worker has loaded its parsers and set its limits."""
    _write_frame(stream, {"kind": "ready"})
    stream.flush()


def write_end(stream: IO[bytes], failure: Unreadable | None) -> None:
    """Say that a task is over, and what stopped it."""
    message: dict[str, Any] = {"kind": "end"}
    if failure is not None:
        message["failure"] = {"code": failure.code, "retry": failure.retry, "values": failure.values}
    _write_frame(stream, message)
    stream.flush()


def read_messages(stream: IO[bytes]) -> Iterator[Event | Unreadable | None]:
    """Yield events as they come, at a task's end None or the failure; ends where the worker is gone.

    Raises ``EOFError``, ``ValueError`` or ``pa.ArrowException`` where the worker died within a message.
    """
    while head := stream.read(LENGTH.size):
        length = LENGTH.unpack(head)[0] if len(head) == LENGTH.size else MESSAGE_BYTES_LIMIT + 1
        if length > MESSAGE_BYTES_LIMIT:
            raise EOFError
        message = json.loads(stream.read(length))
        kind = message.pop("kind")
        if kind == "end":
            failure = message.get("failure")
            yield Unreadable(failure["code"], retry=failure["retry"], **failure["values"]) if failure else None
        elif kind == "cells":
            yield from map(Cells, pa.ipc.open_stream(stream))
        elif kind == "problem":
            yield Problem(**{**message, "severity": Severity(message["severity"])})
        elif kind != "ready":
            yield KINDS[kind](**message)


def _write_frame(stream: IO[bytes], message: dict[str, Any]) -> None:
    data = json.dumps(message).encode()
    stream.write(LENGTH.pack(len(data)) + data)
