"""The day: its steps, groups, letters of cases, and how many copies they need."""
