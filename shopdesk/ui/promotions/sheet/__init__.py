"""The campaign sheet and the price list, written from the window."""
