"""A seeded, invented small shop written as real platform files, for the sample and for benchmarks of any size."""
