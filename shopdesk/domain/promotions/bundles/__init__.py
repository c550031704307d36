"""Which goods are bought together more often than by chance, and what a set of them would bring."""
