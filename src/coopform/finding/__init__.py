"""Finding cases: by words and by filters, and the filters with the values that cases have."""
