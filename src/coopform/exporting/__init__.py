"""A collection in one file for a spreadsheet or a program, from which the same cases can be imported again.

`formats` is the entry point; `endings` has the names of the formats; `table` makes rows of cases, `workbook` an XLSX of
them (the extra `office`).
"""
