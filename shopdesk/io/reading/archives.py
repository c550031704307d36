"""Looks into zips that hold report files, without ever unpacking to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from shopdesk.io.reading.events import Unreadable
from shopdesk.io.reading.limits import MIB_BYTES, Limits
from shopdesk.io.reading.sniffing import HEAD_BYTES, Format, sniff, zip_format

NESTED_MARK = "!/"
ENCRYPTED_FLAG = 0x1
UTF8_FLAG = 0x800
PIECE_BYTES = 1 * MIB_BYTES


@dataclass(frozen=True, slots=True)
class Member:
    """One entry that may be read: its name with folders, and the entry itself."""

    name: str
    info: zipfile.ZipInfo


def open_zip(source: Path | bytes) -> zipfile.ZipFile:
    """Open a zip; raises ``Unreadable`` where its directory is broken, ``OSError`` where the file can't be read."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise Unreadable("file_truncated", detail=str(error)) from None
    return archive


def format_of_zip(archive: zipfile.ZipFile) -> Format:
    """Return whether a zip is a workbook, and which, or a plain archive."""
    names = [info.filename for info in archive.infolist()]
    mimetype = b""
    if "mimetype" in names:
        mimetype = _read(archive, archive.getinfo("mimetype"), 200, exact=False)
    return zip_format(names, mimetype)


def check_sizes(archive: zipfile.ZipFile, packed_bytes: int, limits: Limits) -> None:
    """Refuse a zip that would unpack to more than is sane; the sizes stated may lie, so reading checks again."""
    unpacked = sum(info.file_size for info in archive.infolist())
    too_dense = unpacked > limits.ratio_free_bytes and unpacked > packed_bytes * limits.unpacked_ratio
    if unpacked > limits.unpacked_bytes or too_dense or len(archive.infolist()) > limits.archive_entries * 4:
        raise Unreadable(
            "file_zip_bomb", unpacked_mib=unpacked // MIB_BYTES, limit_mib=limits.unpacked_bytes // MIB_BYTES
        )


def members(archive: zipfile.ZipFile, limits: Limits) -> list[Member]:
    """Return the entries that are files of the user, not of the packer; names with traversal keep only their tail."""
    found: dict[str, Member] = {}
    for info in archive.infolist()[: limits.archive_entries]:
        name = _plain_name(_decoded_name(info))
        base = name.rpartition("/")[2]
        if info.is_dir() or not base or base.startswith((".", "~$")) or name.startswith("__MACOSX/"):
            continue
        found.setdefault(name, Member(name, info))
    return sorted(found.values(), key=lambda member: member.name)


def is_encrypted(member: Member) -> bool:
    """Return whether the entry needs a password."""
    return bool(member.info.flag_bits & ENCRYPTED_FLAG)


def sniff_member(archive: zipfile.ZipFile, member: Member) -> Format:
    """Return what the first bytes of an entry say."""
    return sniff(_read(archive, member.info, HEAD_BYTES, exact=False))


def read_member(source: Path | bytes, name: str, limits: Limits) -> bytes:
    """Return the bytes of an entry; ``a.zip!/b.csv`` goes through a zip within the zip."""
    outer, mark, rest = name.partition(NESTED_MARK)
    with open_zip(source) as archive:
        check_sizes(archive, _packed_bytes(source), limits)
        wanted = next((member for member in members(archive, limits) if member.name == outer), None)
        if wanted is None:
            raise Unreadable("file_missing")
        if is_encrypted(wanted):
            raise Unreadable("file_password")
        limit = limits.inner_archive_bytes if mark else limits.unpacked_bytes // 2
        data = _read(archive, wanted.info, limit, exact=True)
    return read_member(data, rest, limits) if mark else data


def _packed_bytes(source: Path | bytes) -> int:
    return len(source) if isinstance(source, bytes) else source.stat().st_size


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit_bytes: int, *, exact: bool) -> bytes:
    """Return up to ``limit_bytes`` of an entry; with ``exact`` a longer one is refused."""
    try:
        return b"".join(_pieces(archive, info, limit_bytes, exact=exact))
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Unreadable("file_truncated", detail=str(error)) from None
    except (NotImplementedError, RuntimeError) as error:
        code = "file_password" if "password" in str(error) else "file_damaged"
        raise Unreadable(code, detail=str(error)) from None


def _pieces(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit_bytes: int, *, exact: bool) -> Iterator[bytes]:
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Unreadable("file_damaged", detail="compression method")
    left = limit_bytes
    with archive.open(info) as stream:
        while left > 0 and (piece := stream.read(min(PIECE_BYTES, left))):
            left -= len(piece)
            yield piece
        if exact and stream.read(1):
            raise Unreadable("file_zip_bomb", limit_mib=limit_bytes // MIB_BYTES)


def _decoded_name(info: zipfile.ZipInfo) -> str:
    """Return the entry name; packers on Chinese Windows write GBK without saying so."""
    if info.flag_bits & UTF8_FLAG:
        return info.filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _plain_name(name: str) -> str:
    """Return an entry name with forward slashes and nothing that points outside; control characters go."""
    parts = PurePosixPath(name.replace("\\", "/").replace("\x00", "")).parts
    kept = [part for part in parts if part not in {"/", "..", "."} and not part.endswith(":")]
    return "/".join("".join(letter for letter in part if letter.isprintable()) for part in kept)
