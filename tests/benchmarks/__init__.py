"""What coopform costs, beside what its parts alone cost: `python -m tests.benchmarks`."""
