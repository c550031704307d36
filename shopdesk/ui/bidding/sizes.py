"""Sizes that the cards of a plan share."""

from __future__ import annotations

from typing import Final

DENSE_HEADER_PX: Final = 34
"""The header of a secondary card: three of them and the week have to stand in a small window."""
