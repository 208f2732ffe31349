"""A folder of cases: which files, what they hold, one case by its name, many by words and filters."""
