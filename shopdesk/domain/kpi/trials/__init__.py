"""Trials: what a change of a page or picture did, judged so that chance isn't taken for a result."""
