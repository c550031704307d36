"""Bounds the memory of the own process, so that a hostile file ends the worker and not the computer."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path


def limit_memory(extra_bytes: int) -> None:
    """Allow the process so many bytes beyond what it has now; exceeding them fails the allocation."""
    if sys.platform == "win32":
        _limit_windows(extra_bytes)
    else:
        _limit_posix(extra_bytes)


if sys.platform == "win32":

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", ctypes.c_uint32),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", ctypes.c_uint32),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", ctypes.c_uint32),
            ("SchedulingClass", ctypes.c_uint32),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    EXTENDED_LIMIT_INFORMATION = 9
    LIMIT_PROCESS_MEMORY = 0x100
    LIMIT_DIE_ON_UNHANDLED_EXCEPTION = 0x400
    SEM_NO_DIALOGS = 0x0001 | 0x0002 | 0x8000
    INTERPRETER_BYTES = 350 * 1024 * 1024  # committed by Python and the parsers before the first file

    def _limit_windows(extra_bytes: int) -> None:
        """Put the own process into a job of its own; the system keeps the job while the process lives."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
        kernel.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        kernel.SetErrorMode(SEM_NO_DIALOGS)
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = LIMIT_PROCESS_MEMORY | LIMIT_DIE_ON_UNHANDLED_EXCEPTION
        limits.ProcessMemoryLimit = INTERPRETER_BYTES + extra_bytes
        job = kernel.CreateJobObjectW(None, None)
        done = job and kernel.SetInformationJobObject(
            job, EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not done or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import resource

    def _limit_posix(extra_bytes: int) -> None:
        """Limit the address space; where the system can't tell the present one, the limit is left alone."""
        present = _address_space_bytes()
        if present is None:
            return
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = present + extra_bytes
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))

    def _address_space_bytes() -> int | None:
        statistics = Path("/proc/self/statm")
        if not statistics.exists():
            return None
        return int(statistics.read_text().split()[0]) * resource.getpagesize()
