"""What the field is made of: a case and its keys, the grid, the vocabulary, the kinds of documents, their labels."""
