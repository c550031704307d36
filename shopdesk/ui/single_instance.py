"""A second start of the application hands its files to the first and ends."""

from __future__ import annotations

import getpass
import json
import os
import tempfile
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:  # loading it takes as long as painting the window
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS: Final = 500
LISTENS_WITHIN_S: Final = 3.0  # the first start listens once its window is painted
_AGAIN_S: Final = 0.05
_MOST_BYTES: Final = 1 << 20


class SingleInstance(QObject):
    """Speaks over a local socket (a named pipe on Windows) that only this user can reach. No network is used.

    A lock file tells the first start at once, so that the socket can wait until its window stands; a lock that a crash
    left behind counts for nothing.
    """

    files_received = Signal(list)  # list[Path], empty: only come to the front

    def __init__(self, parent: QObject | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        home = os.environ.get("SHOPDESK_HOME", "")
        who = f"{zlib.crc32(f'{getpass.getuser()}|{home}'.encode()):08x}"  # tells users apart, protects nothing
        self._name = name or f"shopdesk-{who}"
        self._lock = QLockFile(str(Path(tempfile.gettempdir()) / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # only the end of its process ends a lock
        self._server: QLocalServer | None = None

    def claim(self, files: Sequence[Path]) -> bool:
        """Return True where this is the first start, which is to ``listen``; else hand over the files, return False.

        A start whose predecessor doesn't answer is a first one, too.
        """
        return self._lock.tryLock(0) or not self._hand_over(files)

    def listen(self) -> None:
        """Take what later starts hand over."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._take)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a crash
            server.listen(self._name)
        self._server = server

    def close(self) -> None:
        """Stop listening and let another start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _hand_over(self, files: Sequence[Path]) -> bool:
        socket = self._connected()
        if socket is None:
            return False
        socket.write(json.dumps([str(Path(file).absolute()) for file in files]).encode() + b"\n")
        socket.flush()
        is_taken = socket.waitForReadyRead(4 * WAIT_MS) and socket.readAll().data() == b"ok\n"
        socket.disconnectFromServer()
        return is_taken

    def _connected(self) -> QLocalSocket | None:
        from PySide6.QtNetwork import QLocalSocket

        socket, deadline = QLocalSocket(), time.monotonic() + LISTENS_WITHIN_S
        while True:
            socket.connectToServer(self._name)
            if socket.waitForConnected(WAIT_MS):
                return socket
            if time.monotonic() > deadline:
                return None
            time.sleep(_AGAIN_S)

    def _take(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._read(socket))
        socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _MOST_BYTES:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            texts = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        paths = [Path(text) for text in texts if isinstance(text, str)] if isinstance(texts, list) else []
        self.files_received.emit(paths)
