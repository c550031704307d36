"""Money as integer fen, so that no cent is ever lost or invented."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

FEN_PER_YUAN = 100


def fen_from_yuan(yuan: str | int | Decimal) -> int:
    """Return whole fen of a decimal amount in yuan, half a fen rounded up (away from zero)."""
    return int((Decimal(yuan) * FEN_PER_YUAN).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def yuan_from_fen(fen: int) -> Decimal:
    """Return the exact amount in yuan, two places, e.g. for files and texts."""
    return Decimal(fen) / FEN_PER_YUAN
