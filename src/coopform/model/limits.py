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
# Under a rubric: an axis, its measures, their detail. More is an outline, not a row of a grid.
MAX_POINT_DEPTH = 3
# The report shows fifty problems a file. Looking for the nearest word costs a millisecond each.
MAX_FAULTS = 100
# No key and no term of the vocabulary is longer; the search for the nearest word is quadratic in length.
MAX_WORD = 80

# Documents of others, for `importing`. A zip unpacks to a thousand times its size at the least effort, and a parser
# makes some hundred bytes of every sign of markup: these limits keep the worst within 200 MB and a second.

# Two hundred slides with their notes, pictures and relations are some 1,500 entries.
MAX_ENTRIES = 5_000
# The directory of a zip that has so many entries, with long names; one of a million entries takes seconds to read.
MAX_DIRECTORY = 2_000_000
# The text of a document of 300 pages is some 5 MB of XML. Pictures and films are never unpacked.
MAX_XML = 20_000_000
# Tags and attributes, counted before they are parsed: two hundred slides have some 300,000, as many pages fewer.
MAX_MARKUP = 500_000
# XML repeats itself and packs some thirty times; sheets of equal rows a hundred.
MAX_RATIO = 300
# A packed part below this size needs no ratio: a blank sheet repeats itself more than any text.
MIN_RATIO_BYTES = 1_000_000
# Paragraphs, those in cells too; five hundred cases of forty points. Each takes up to a tenth of a millisecond.
MAX_PARAGRAPHS = 20_000
# A map drawn of shapes has some hundred on a slide; each takes a tenth of a millisecond.
MAX_SHAPES = 10_000
# Five hundred cases side by side on a grid of sixty rows are 30,000 cells.
MAX_CELLS = 100_000
# A spreadsheet as text: five hundred cases are 2.5 MB.
MAX_CSV_BYTES = 10_000_000

# A logo.

# A whole A4 at 300 dots an inch has 9 million. Half a megabyte may unpack to 170 million: a gigabyte of memory.
MAX_PIXELS = 25_000_000
# Drawn as SVG, a detailed coat of arms has some 2,000 elements.
MAX_SVG_ELEMENTS = 5_000
# With patterns, masks and gradients, for each shape that they serve; an element takes up to half a millisecond.
MAX_SVG_DRAWN = 20_000
# Drawing programs put some twenty groups into one another.
MAX_SVG_DEPTH = 64
