"""Trials: before and after a change, and true A/B tests."""
