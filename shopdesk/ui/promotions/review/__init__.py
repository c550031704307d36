"""复盘: what became of an offer that ran, and the versions of its campaign."""
