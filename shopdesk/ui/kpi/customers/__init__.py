"""Customers: RFM with moves, what a buyer is worth, who they are."""
