"""The card at the right of 设计: does it pay, how sure is that, and where the difference comes from."""
