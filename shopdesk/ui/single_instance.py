"""A second start of the application hands its files to the first and ends."""

from __future__ import annotations

import getpass
import json
import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS: Final = 500
_MOST_BYTES: Final = 1 << 20


class SingleInstance(QObject):
    """Speaks over a local socket (a named pipe on Windows) that only this user can reach. No network is used."""

    files_received = Signal(list)  # list[Path], empty: only come to the front

    def __init__(self, parent: QObject | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        home = os.environ.get("SHOPDESK_HOME", "")
        who = f"{zlib.crc32(f'{getpass.getuser()}|{home}'.encode()):08x}"  # tells users apart, protects nothing
        self._name = name or f"shopdesk-{who}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)

    def claim(self, files: Sequence[Path]) -> bool:
        """Return True where this is the first start; else hand over the files and return False."""
        if self._hand_over(files):
            return False
        if not self._server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a crash
            self._server.listen(self._name)
        return True

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _hand_over(self, files: Sequence[Path]) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(json.dumps([str(Path(file).absolute()) for file in files]).encode() + b"\n")
        socket.flush()
        is_taken = socket.waitForReadyRead(4 * WAIT_MS) and socket.readAll().data() == b"ok\n"
        socket.disconnectFromServer()
        return is_taken

    def _take(self) -> None:
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
