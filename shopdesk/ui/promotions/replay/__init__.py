"""回放: what happened, today's offers and a candidate on the same orders."""
