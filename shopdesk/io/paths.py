"""Where things are kept, and whether a folder is a bad place for a workspace."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

import platformdirs

from shopdesk.app.file_names import file_stem
from shopdesk.domain.issues import Issue, Place, Severity

APPLICATION: Final = "ShopDesk"
SUFFIX: Final = ".shopdesk"
_HOME_VARIABLE: Final = "SHOPDESK_HOME"  # one folder for everything: portable use, tests
_SYNCHRONISED: Final = (
    "onedrive", "坚果云", "nutstore", "网盘", "云盘", "baidunetdisk", "baidusyncdisk", "百度同步", "dropbox",
    "google drive", "googledrive", "icloud", "微云", "weiyun", "wpsdrive", "wps云", "seafile", "nextcloud", "同步空间",
)  # fmt: skip
_NETWORK_FILE_SYSTEMS: Final = ("nfs", "cifs", "smb", "fuse.sshfs", "davfs", "9p", "afs", "fuse.rclone")
_DRIVE_REMOTE: Final = 4


def documents_folder() -> Path:
    """Return where a new workspace stands unless the user chooses otherwise."""
    return _home("documents") or Path(platformdirs.user_documents_dir()) / APPLICATION


def config_folder() -> Path:
    """Return the folder of the settings file."""
    return _home("config") or Path(platformdirs.user_config_dir(APPLICATION, appauthor=False))


def log_folder() -> Path:
    """Return the folder of the rotating log."""
    return _home("logs") or Path(platformdirs.user_log_dir(APPLICATION, appauthor=False))


def backup_folder() -> Path:
    """Return the folder under which every workspace has its folder of backups."""
    return _home("backups") or Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "backups"


def free_workspace(shop: str, folder: Path | None = None) -> Path:
    """Return a path in ``folder`` (None: the documents folder), free and legal everywhere, for the file of a shop."""
    folder = folder or documents_folder()
    stem = file_stem(shop) or APPLICATION
    candidate, number = folder / f"{stem}{SUFFIX}", 1
    while candidate.exists():
        number += 1
        candidate = folder / f"{stem} {number}{SUFFIX}"
    return candidate


def database_address(path: Path) -> str:
    """Return the address under which SQLite opens a file only to read, also on a Windows share."""
    address = path.absolute().as_uri()
    if not address.startswith("file:///"):  # SQLite refuses a host: //server/share belongs into the path
        address = address.replace("file://", "file:////", 1)
    return f"{address}?mode=ro"


def risk_of(path: Path) -> Issue | None:
    """Return a warning where a synchronising program or a network may damage the file, else None."""
    text = str(path.absolute())
    if text.startswith("\\\\") or _is_network_drive(path):
        return Issue("workspace_network_folder", Severity.WARNING, Place(file=str(path)), values={"path": str(path)})
    service = _service(text.casefold())
    if service:
        values = {"path": str(path), "service": service}
        return Issue("workspace_synced_folder", Severity.WARNING, Place(file=str(path)), values=values)
    return None


def _service(text: str) -> str:
    for variable in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        folder = os.environ.get(variable, "").casefold()
        if folder and text.startswith(folder.rstrip("\\/") + os.sep):
            return "OneDrive"
    parts = text.replace("\\", "/").split("/")[:-1]
    return next((part for part in parts for mark in _SYNCHRONISED if mark in part), "")


def _is_network_drive(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.absolute().anchor) == _DRIVE_REMOTE)
    return _file_system(path).startswith(_NETWORK_FILE_SYSTEMS)


def _file_system(path: Path) -> str:
    """Return the type of the mount that holds a path, "" where the system doesn't say."""
    try:
        mounts = Path("/proc/mounts").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    absolute = path.absolute()
    best, kind = -1, ""
    for line in mounts:
        fields = line.split()
        point = fields[1].replace("\\040", " ")
        if len(point) > best and absolute.is_relative_to(point):
            best, kind = len(point), fields[2]
    return kind


def _home(part: str) -> Path | None:
    home = os.environ.get(_HOME_VARIABLE)
    return Path(home) / part if home else None
