"""One reader for each format of documents, which gives blocks: lines, tables, breaks."""
