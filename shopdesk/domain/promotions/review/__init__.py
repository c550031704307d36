"""复盘: what became of a campaign, against the days before it and against what was foretold."""
