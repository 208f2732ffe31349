"""The commands: each parses, calls, prints, and returns an exit code."""
