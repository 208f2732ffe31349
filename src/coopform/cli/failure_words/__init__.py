"""The messages of failures: what happened, where, what to do. Loaded when a command fails."""
