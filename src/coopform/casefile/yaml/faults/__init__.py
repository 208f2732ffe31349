"""What authors do that YAML refuses or swallows: one module for each family of faults."""
