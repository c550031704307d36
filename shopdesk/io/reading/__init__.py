"""Reads any file as text cells, in a worker process that may crash without harm."""

from shopdesk.io.reading.limits import Limits
from shopdesk.io.reading.reader import SafeReader

__all__ = ["Limits", "SafeReader"]
