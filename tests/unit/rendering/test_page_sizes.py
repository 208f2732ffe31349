"""The pages of PDF files, counted without a library, as a library counts them."""

import pytest

from coopform.rendering.pdf.choose import choose
from coopform.rendering.pdf.page_sizes import page_sizes
from tests.support.printed import ENGINES, read, sizes

PAGE = """<!doctype html><html lang="fr"><title>Pages</title><style>
@page { size: A4; } @page wide { size: A3 landscape; } .wide { page: wide; } p { break-after: page; }
</style><body>"""


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("count", [1, 40])
def test_pages_are_counted_as_a_library_does(engine: str, count: int) -> None:
    html = PAGE + "".join(f'<p class="{"wide" if number % 3 == 2 else ""}">{number}' for number in range(count))
    made = choose(engine)(html)
    assert page_sizes(made) == sizes(read(made))
    assert len(page_sizes(made)) >= count


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"no PDF", b"1 0 obj " * 1000, b"1 0 obj <</Type /Catalog /Pages 1 0 R /Kids [1 0 R]>> endobj"],
)
def test_what_cannot_be_read_has_no_pages(data: bytes) -> None:
    assert page_sizes(data) == []
