"""What `check` does beyond reading: fixes, explanations, reports."""
