"""Customers over time: who bought how recently, how often and for how much, what they are worth, who they are."""
