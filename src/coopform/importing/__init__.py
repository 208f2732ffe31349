"""Importing documents: slides, tables, pages and notes become case files.

Text, Markdown, CSV and data are read without an extra; HTML and the documents of office programs take `office`.

`readers` has one module per format, which turns a document into plain blocks; `find_cases` finds the cases in them,
`build_case` fills their keys, `import_document` writes the case files. No words are lost: those that fit no key are
kept in a comment.
"""
