"""Start: no arguments opens the window, a subcommand runs headless."""
