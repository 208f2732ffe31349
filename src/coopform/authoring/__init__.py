"""New files: a new collection, and a new case, from answers to questions or as a blank file to fill in."""
