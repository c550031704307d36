"""The composition root: the one place that knows domain, app, io and ui together."""
