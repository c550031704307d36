"""Which ladder of thresholds pays, and how sure that is."""
