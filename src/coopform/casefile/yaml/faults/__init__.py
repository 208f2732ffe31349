"""Find and explain typical faults that YAML refuses or silently misreads: one module per kind of fault."""
