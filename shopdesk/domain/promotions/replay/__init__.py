"""Real orders priced again under other offers."""
