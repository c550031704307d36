"""Which refunds took money back: one that was withdrawn or refused did not, whatever amount it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # heavy; a board that was kept is drawn without it
    import pandas as pd

_FAILED: Final = r"关闭|撤销|取消|拒绝|驳回|失败|(?i:closed|cancel|reject|fail)"


def went_through(refunds: pd.DataFrame) -> pd.Series:
    """Return a mask of the ``refunds`` rows that are not known to have failed; all where no status is given."""
    if "status" not in refunds.columns:
        return refunds.index.to_series().notna()
    failed = refunds["status"].astype("str").fillna("").str.contains(_FAILED, regex=True)
    return ~failed.astype(bool)
