"""Benchmarks of coopform, compared with the cost of its parts: `python -m tests.benchmarks`."""
