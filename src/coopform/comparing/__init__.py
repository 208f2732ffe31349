"""Comparing cases: side by side on one grid, the synthesis, the words in common, the forms of agreement explained."""
