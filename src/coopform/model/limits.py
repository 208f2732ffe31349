"""Limits of what a file may hold. A case has about 2 kB on 80 lines."""

from dataclasses import dataclass

# Bytes of a case file, which is read into memory as a whole.
MAX_BYTES = 1_000_000
# Lines of a case file.
MAX_LINES = 10_000
# Characters of a text. A long paragraph has 2,000, a whole page 5,000.
MAX_TEXT = 20_000
# Values of a file. A long case has about 300.
MAX_NODES = 10_000
# Three levels of points under a rubric, a partner or a body of a reading: eight levels at most are meant.
# The parser is quadratic in depth, so the limit is low and checked while it runs.
MAX_DEPTH = 32
# Under a rubric: an axis, its measures, their detail. More is an outline, not a row of a grid.
MAX_POINT_DEPTH = 3
# The report shows fifty problems per file; each may need a search for the nearest word.
MAX_FAULTS = 100
# Characters. No key and no term of the vocabulary is longer; the search for the nearest word is quadratic in it.
MAX_WORD = 80

# Documents to import. A zip can unpack to 1,000 times its size, and a parser uses about 100 bytes per sign of
# markup: these limits keep the worst document within 400 MB and some seconds.

# Entries of a zip. 200 slides with their notes, pictures and relations have about 1,500.
MAX_ENTRIES = 5_000
# Bytes of the directory of a zip with that many entries and long names.
MAX_DIRECTORY = 2_000_000
# Bytes of unpacked XML. A document of 300 pages has about 5 MB. Pictures and films are never unpacked.
MAX_XML = 40_000_000
# Unpacked size to packed size. XML has about 30, sheets of equal rows 100.
MAX_RATIO = 300
# The ratio is not checked below this size: a blank sheet may exceed it.
MIN_RATIO_BYTES = 1_000_000
# Shapes. A map on a slide has some hundreds.
MAX_SHAPES = 10_000
# Cells with a text. 10,000 rows of 25 columns have as many.
MAX_CELLS = 250_000
# Cells of a table, with the empty ones.
MAX_GRID = 500_000
# Paragraphs, with those in cells. A report of 300 pages has 10,000.
MAX_PARAGRAPHS = 50_000
# Bytes of a CSV. 500 cases have 2.5 MB.
MAX_CSV_BYTES = 10_000_000
# Bytes of a text or of Markdown, whose parser takes some seconds for each MB. A report of 300 pages has 1 MB.
MAX_TEXT_BYTES = 2_000_000
# Lines of a text, of Markdown or of a page, with those in cells. 500 cases of 40 points have 20,000.
MAX_TEXT_LINES = 50_000
# Bytes of a page. Its pictures may be written into it.
MAX_PAGE_BYTES = 20_000_000
# Tags of a page, their ends included. A page for each of 500 cases has about 150,000.
MAX_PAGE_TAGS = 500_000
# Elements within one another, which is what the parser of pages can take.
MAX_PAGE_DEPTH = 2_000
# Characters of a tag without its values in quotes.
MAX_TAG = 5_000
# Bytes of JSON or YAML. A case has about 2 kB: this is more than ten thousand of them.
MAX_DATA_BYTES = 30_000_000
# Lines of YAML, and values of JSON or YAML.
MAX_DATA_LINES = 500_000
MAX_DATA_VALUES = 500_000


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """What a document that is a zip of XML parts may hold.

    Attributes:
        markup: tags and attributes, counted before parsing: an element with two attributes and a text counts 4.
        lines: paragraphs, with those in cells.
    """

    markup: int
    lines: int


# A report of 300 pages with its revisions has 600,000 elements.
WORD = PackageLimits(markup=3_000_000, lines=100_000)
# 300 slides full of shapes have 470,000 elements.
SLIDES = PackageLimits(markup=3_000_000, lines=MAX_PARAGRAPHS)
# Many cells have two lines.
WORKBOOK = PackageLimits(markup=3_000_000, lines=2 * MAX_CELLS)
# The library for these takes more time for each element.
OPEN_DOCUMENT = PackageLimits(markup=1_000_000, lines=MAX_PARAGRAPHS)
OPEN_WORKBOOK = PackageLimits(markup=2_000_000, lines=2 * MAX_CELLS)

# A logo.

# An A4 page at 300 dpi has 9 million. Half a megabyte can unpack to 170 million: 1 GB of memory.
MAX_PIXELS = 25_000_000
# A detailed coat of arms has about 2,000.
MAX_SVG_ELEMENTS = 5_000
# Elements drawn: those of patterns, masks and gradients count for each use.
MAX_SVG_DRAWN = 20_000
# Nesting of groups. Drawing programs write about 20.
MAX_SVG_DEPTH = 64
