"""Importing documents: slides, tables, pages and notes become case files.

Text, Markdown, CSV and data are read without an extra; HTML and the documents of office programs take `office`.

From the bottom: `lines` says how a line looks, `labels` which words are labels; `readers` has one module per format,
which turns a document into plain blocks; `tables` finds the grids in tables, `cases` the cases in blocks, `keys` fills
their keys; `import_document` makes the case files. No words are lost: those that fit no key are kept in a comment.
"""
