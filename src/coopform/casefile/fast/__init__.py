"""Files in which nothing is to be explained, read without keeping where things stand.

Nearly every file of a collection is right, and most are typed in the plainest YAML: keys, hyphens, texts. Such a file
becomes a case at a fifth of what `reading` costs, which keeps the place of every value for the problems that it may
have to report. Whatever is not sure to be read here to the letter as there (`Unsure`) is read there: a fault, a text
in several paragraphs, brackets, any key or shape that is not known here. `tests/test_fastpath.py` holds the two to the
same cases.

`lines` parts the text into lines, `nesting` puts them under one another, `shapes` makes the data of a case of them.
"""
