"""Headless use of the same app layer, for automation."""
