"""The commands, one file each: they parse what was typed, call, and print."""
