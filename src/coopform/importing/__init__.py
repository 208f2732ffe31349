"""Documents of others to cases: slides, tables, pages and notes in; case files out (the extra `office`).

A reader (one file a format) turns a document into the plain blocks of `blocks`; `drafts` finds the cases in them;
`files` writes these as case files. Nothing is thrown away: what has no place is kept under a comment.
"""
