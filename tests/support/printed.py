"""Read PDF files: their page sizes and their text, with its sizes and places."""

import ctypes
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdfium2 import raw

from coopform.model.case import Case
from coopform.rendering.pdf import by_weasyprint
from coopform.rendering.pdf.choose import choose
from coopform.rendering.pdf.engines import AUTO, Engine
from tests.support import open_browser

POINTS_PER_MM = 72 / 25.4
A4 = (210, 297)
A3_LANDSCAPE = (420, 297)

ENGINES = [pytest.param(engine, marks=pytest.mark.needs(engine)) for engine in ("weasyprint", "browser")]


# A page between those that are printed together.
_END = "ENDOFTHEPAGE"
_BETWEEN = f'<p style="break-before: page; break-after: page">{_END}</p>'
_TITLE = re.compile("<title>.*?</title>", re.DOTALL)
# The sign that PDFium writes for a hyphen at the end of a line.
_HYPHEN_AT_THE_END = "\ufffe"

_printed: dict[tuple[Engine, bytes], bytes] = {}


def choose_once(asked: str = AUTO) -> Engine:
    """Choose an engine as `choose` does; it prints the same page once for all tests, in the browser that is open."""
    chosen = choose(asked)
    engine = chosen if chosen is by_weasyprint.to_pdf else open_browser.print_page

    def print_once(page: str) -> bytes:
        key = (engine, sha256(page.encode()).digest())
        if key not in _printed:
            _printed[key] = engine(page)
        return _printed[key]

    return print_once


def print_by(engine: str, page: str) -> bytes:
    """Return a page as PDF."""
    return choose_once(engine)(page)


@dataclass(frozen=True)
class Character:
    """A character of a page: its size in points, its distance to the left edge and to the foot in millimetres."""

    text: str
    size: float
    left: float
    height: float


@dataclass(frozen=True)
class Page:
    """A page of a PDF file: width and height in millimetres, and its text.

    The text has spaces and ends of lines where the reader of the file (PDFium) sees them.
    """

    width: int
    height: int
    text: str
    _read: pypdfium2.PdfTextPage

    @cached_property
    def characters(self) -> tuple[Character, ...]:
        """The characters in the order of the file: those of the text, one by one (ten times slower to read)."""
        found = (_character(self._read, number) for number in range(self._read.count_chars()))
        return tuple(character for character in found if character.text != "\r")

    @cached_property
    def rows(self) -> str:
        """The text line by line across the page, as one reads a table."""
        across = sorted(self.characters, key=lambda character: (-round(character.height), character.left))
        return "".join(character.text for character in across)


@dataclass(frozen=True)
class Pdf:
    """A PDF file that was read."""

    pages: tuple[Page, ...]


def read(source: Path | bytes) -> Pdf:
    """Read a file, or what it contains."""
    return Pdf(tuple(_page(page) for page in pypdfium2.PdfDocument(source)))


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = (round(points / POINTS_PER_MM) for points in page.get_size())
    read_text = page.get_textpage()
    text = read_text.get_text_range().replace("\r", "").replace(_HYPHEN_AT_THE_END, "-")
    return Page(width, height, text, read_text)


def _character(page: pypdfium2.PdfTextPage, number: int) -> Character:
    matrix, left, height = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetMatrix(page.raw, number, matrix)
    raw.FPDFText_GetCharOrigin(page.raw, number, left, height)
    size = raw.FPDFText_GetFontSize(page.raw, number) * abs(matrix.a)
    text = "-" if raw.FPDFText_IsHyphen(page.raw, number) == 1 else chr(raw.FPDFText_GetUnicode(page.raw, number))
    return Character(text, size, left.value / POINTS_PER_MM, height.value / POINTS_PER_MM)


def print_together(engine: str, pages: Sequence[str]) -> list[Pdf]:
    """Print pages of one style sheet at once, since a browser takes longer to start than to print; return each."""
    heads, bodies = zip(*(page.removesuffix("</body>\n</html>\n").split("<body>") for page in pages), strict=True)
    assert len({_TITLE.sub("", head) for head in heads}) == 1
    made = read(print_by(engine, f"{heads[0]}<body>{_BETWEEN.join(bodies)}</body></html>"))
    ends = [number for number, page in enumerate(made.pages) if _END in page.text]
    assert len(ends) == len(pages) - 1
    starts = [0, *(end + 1 for end in ends)]
    return [Pdf(made.pages[start:end]) for start, end in zip(starts, [*ends, len(made.pages)], strict=True)]


def structure_of(made: bytes) -> PdfReader:
    """Return what a file says of itself: title, language, tags, bookmarks, pictures."""
    return PdfReader(io.BytesIO(made))


def sizes(pdf: Pdf) -> list[tuple[int, int]]:
    """Return the width and height of each page, in millimetres."""
    return [(page.width, page.height) for page in pdf.pages]


def text(pdf: Pdf) -> str:
    """Return the text of all pages without spaces: engines split words and lines differently."""
    return text_of(pdf.pages)


def text_of(pages: Iterable[Page], at_least: float = 0) -> str:
    """Return the text of pages without spaces, only with a font size of at least so many points."""
    if not at_least:
        return squeezed("".join(page.text for page in pages))
    # Tolerance: engines round the size.
    return squeezed(
        "".join(character.text for page in pages for character in page.characters if character.size > at_least - 0.05)
    )


def squeezed(words: str) -> str:
    """Return words without spaces and soft hyphens, with plain hyphens."""
    return re.sub(r"[\s\u00ad]+", "", words).replace("‑", "-")


def words_of(case: Case, rows: list[str]) -> list[str]:
    """Return all texts of some rows of a case, squeezed, in order."""
    return [squeezed(word) for key in rows for point in case.row(key) for word in point.texts()]


def assert_in_order(found: str, expected: list[str]) -> None:
    """Assert that a text has the pieces in this order."""
    place = 0
    for words in expected:
        after = found.find(words, place)
        assert after >= 0, f"missing after {found[max(0, place - 60) : place]!r}: {words!r}"
        place = after + len(words)
