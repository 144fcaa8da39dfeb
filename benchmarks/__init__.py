"""Ratios of time between porspec and its peers: `python -m benchmarks`."""
