"""A folder of cases: list its files, read them, find one case by name, search cases by words and filters."""
