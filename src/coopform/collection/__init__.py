"""A folder of cases: list its files, read them, find one case by its name."""
