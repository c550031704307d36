"""Report kinds: recognising a sheet by its headers and typing its values."""

from shopdesk.io.dialects.service import Dialects

__all__ = ["Dialects"]
