"""Lines of headers and footers that hold a page number and nothing else."""

import re
from collections.abc import Iterable

from coopform.importing.blocks import TextLine

# Fields of Word whose result is the number of a page.
PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_WORD = re.compile(r"[^\W_]+")
_AROUND = {"page", "pages", "p", "sur", "of", "de", "n"}


def without_page_numbers(lines: Iterable[TextLine]) -> list[TextLine]:
    """Return lines without those that are blank or only say « Page … sur … » around the fields, which are left out."""
    return [line for line in lines if not {word.lower() for word in _WORD.findall(line.text)} <= _AROUND]
