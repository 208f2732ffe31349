"""One case file: its text, what YAML makes of it, the values in it, and everything that is wrong with it."""
