"""Read PDF files: their page sizes, text and metadata."""

import io
import re
from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader

from coopform.model.case import Case
from coopform.rendering.pdf import browsers, by_weasyprint
from coopform.rendering.pdf.choose import choose
from coopform.rendering.pdf.engines import AUTO, Engine

POINTS_PER_MM = 72 / 25.4
A4 = (210, 297)
A3_LANDSCAPE = (420, 297)

ENGINES = [pytest.param(engine, marks=pytest.mark.needs(engine)) for engine in ("weasyprint", "browser")]


_printed: dict[tuple[object, bytes], bytes] = {}


def choose_once(asked: str = AUTO) -> Engine:
    """Choose an engine as `choose` does; it prints the same page once for all tests."""
    engine = choose(asked)
    name = engine if engine is by_weasyprint.to_pdf else browsers.find()

    def print_once(page: str) -> bytes:
        key = (name, sha256(page.encode()).digest())
        if key not in _printed:
            _printed[key] = engine(page)
        return _printed[key]

    return print_once


def print_by(engine: str, page: str) -> bytes:
    """Return a page as PDF."""
    return choose_once(engine)(page)


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
