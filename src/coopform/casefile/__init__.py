"""Read and write one case file: decode its text, parse the YAML, validate the values, report every problem."""
