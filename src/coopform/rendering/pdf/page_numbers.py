"""The page numbers of a table of contents, for an engine that does not count them itself.

WeasyPrint fills them from the style sheet (`target-counter`). For a browser they are read from a first print,
where each target of a link is a named destination, and put before the page as a style sheet.
"""

import io
import re

# The links of a table of contents, as templates write them.
_LINK = re.compile(r'<a class="to-page" href="#([a-z0-9-]+)"')


def are_wanted(html: str) -> bool:
    """Return whether a page has a table of contents with page numbers."""
    return _LINK.search(html) is not None


def fill(html: str, pdf: bytes) -> str:
    """Return the page with the page numbers of its targets in `pdf`; unchanged where pypdf is not installed.

    The rules go before the page: its HTML is not parsed to find a better place.
    """
    try:
        from pypdf import PdfReader
    except ImportError:
        return html
    reader = PdfReader(io.BytesIO(pdf))
    pages: dict[str, int] = {}
    for name, place in reader.named_destinations.items():
        number = reader.get_destination_page_number(place)
        if number is not None:
            pages[str(name).lstrip("/#")] = number + 1
    rules = [
        f'a.to-page[href="#{target}"]::after {{ content: "{pages[target]}"; }}'
        for target in dict.fromkeys(_LINK.findall(html))
        if target in pages
    ]
    return f"<style>{' '.join(rules)}</style>\n{html}"
