"""The field: a case, its keys, the grid, the sections of a sheet, the vocabulary, the kinds of documents."""
