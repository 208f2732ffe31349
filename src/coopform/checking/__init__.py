"""What `check` does beyond reading: repairs, explanations, reports."""
