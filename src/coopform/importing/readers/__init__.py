"""One module per format of documents, whose `read` returns blocks: lines, tables, breaks."""
