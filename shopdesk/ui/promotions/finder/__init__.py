"""The search for ladders: what is wanted, what was found, and that none may be best."""
