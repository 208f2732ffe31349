"""A collection in one file, for a spreadsheet or a program, from which the same cases come back.

`formats` is the way in; `table` lays cases out in rows, `workbook` makes an XLSX of them (the extra `office`).
"""
