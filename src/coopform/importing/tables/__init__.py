"""The grids in tables: labels in a row or a column, for one case or several."""
