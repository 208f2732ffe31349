"""Read PDF files: their page sizes, text and metadata."""

import io
import re
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from coopform.model.case import Case
from coopform.rendering.pdf.choose import choose

POINTS_PER_MM = 72 / 25.4
A4 = (210, 297)
A3_LANDSCAPE = (420, 297)

ENGINES = [pytest.param(engine, marks=pytest.mark.needs(engine)) for engine in ("weasyprint", "browser")]


@cache
def print_by(engine: str, html: str) -> bytes:
    """Return a page as PDF; the same page is printed once for all tests."""
    return choose(engine)(html)


def read(source: Path | bytes) -> PdfReader:
    return PdfReader(io.BytesIO(source if isinstance(source, bytes) else source.read_bytes()))


def sizes(pdf: PdfReader) -> list[tuple[int, int]]:
    """Return the width and height of each page, in millimetres."""
    return [
        (round(page.mediabox.width / POINTS_PER_MM), round(page.mediabox.height / POINTS_PER_MM)) for page in pdf.pages
    ]


def text(pdf: PdfReader) -> str:
    """Return the text of all pages without spaces: engines split words and lines differently."""
    return squeezed("".join(page.extract_text() for page in pdf.pages))


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
