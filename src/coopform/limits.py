"""How much a file may hold: a case is some 2 kB on 80 lines, and a file beyond these limits could only hurt."""

# A megabyte is five hundred cases; all of it is read into memory.
MAX_BYTES = 1_000_000
# A line costs some microseconds to look at: this many take a tenth of a second.
MAX_LINES = 10_000
# The longest paragraph that anyone typed is some 2,000 characters; a whole page is 5,000.
MAX_TEXT = 20_000
# A long case has some 300 values; each becomes an object, and printing a million of them would hang a terminal.
MAX_NODES = 10_000
# Three levels of points under a rubric, a partner or a body of a reading: eight levels at most are meant.
# The parser is quadratic in depth, so the limit is low and checked while it runs.
MAX_DEPTH = 32
# The report shows fifty problems a file. Looking for the nearest word costs a millisecond each.
MAX_FAULTS = 100
# No key and no term of the vocabulary is longer; the search for the nearest word is quadratic in length.
MAX_WORD = 80
