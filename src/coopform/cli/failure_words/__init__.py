"""What is said of each failure: what happened, where, what to do. Loaded when one happens."""
