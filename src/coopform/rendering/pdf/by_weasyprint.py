"""Pages to PDF by WeasyPrint: tagged for screen readers (PDF/UA-1), with language, title and bookmarks."""

import re
from functools import cache, lru_cache
from typing import Any
from xml.etree import ElementTree

from coopform.rendering.pdf.engines import WEASYPRINT, PrintFailed
from coopform.rendering.pictures import svg
from coopform.rendering.pictures.raster import is_raster
from coopform.rendering.pictures.svg import SVG, RefusedDrawing

# The typeface that each page carries, as `templates/fonts.css` writes it; words have no quotes as they are.
_FACE = re.compile(r'@font-face \{ font-family: Assistant;[^{}]*format\("woff2"\); \}')

# The kinds of data that are no pictures.
_NO_DRAWINGS = ("font/", "application/font", "text/css")


@cache
def why_not() -> str | None:
    """Return why WeasyPrint cannot be used here: empty when it is not installed, None when it can be used."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return ""
    except OSError as error:
        # Pango is missing, or not where WeasyPrint looks: the usual case on Windows.
        return str(error).splitlines()[0]
    return None


def to_pdf(html: str) -> bytes:
    """Return a page as PDF.

    Raises:
        PrintFailed: WeasyPrint made none.
    """
    import weasyprint
    from weasyprint.urls import FatalURLFetchingError

    fonts, page = _with_fonts(html)
    try:
        document = weasyprint.HTML(string=page, url_fetcher=_fetcher())
        if "<svg" in page.lower():
            _check_drawings(document.etree_element)
        made = document.write_pdf(pdf_variant="pdf/ua-1", font_config=fonts)
    except RefusedDrawing as error:
        raise PrintFailed(WEASYPRINT, f"SVG: {error.reason} {error.what}".rstrip()) from error
    except (FatalURLFetchingError, ValueError, RuntimeError, OSError) as error:
        raise PrintFailed(WEASYPRINT, str(error)) from error
    assert isinstance(made, bytes)  # noqa: S101 (without a target WeasyPrint returns the bytes)
    return made


def _with_fonts(html: str) -> tuple[Any, str]:
    """Return the fonts that are unpacked already, and the page without them; none where it has fonts of its own."""
    page = _FACE.sub("", html)
    if "@font-face" in page:
        return None, html
    return _unpacked("".join(_FACE.findall(html))), page


@lru_cache(maxsize=1)
def _unpacked(faces: str) -> Any:
    """Return the fonts of some rules: to unpack them takes a quarter of the time of a page."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    CSS(string=faces, font_config=fonts, url_fetcher=_fetcher())
    return fonts


def _check_drawings(page: ElementTree.Element) -> None:
    """Check the drawings in a page, whose template may come from anyone, as those of files are.

    Raises:
        RefusedDrawing: one draws too much, or is more than a picture.
    """
    for drawing in page.iter(f"{{{SVG}}}svg"):
        svg.check(ElementTree.tostring(drawing))


def _fetcher() -> Any:
    """Return a fetcher for `data:` addresses only, no file, no network; a drawing is checked before it is drawn."""
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        def fetch(self, url: str, headers: Any = None) -> Any:
            response = super().fetch(url, headers)
            if response.content_type.startswith(_NO_DRAWINGS):
                return response
            data = response.read()
            try:
                if not is_raster(data):
                    svg.check(data)
            except RefusedDrawing as error:
                if error.reason != "content":
                    raise FatalURLFetchingError(f"SVG: {error.reason} {error.what}".rstrip()) from error
            return URLFetcherResponse(url, data, response.headers)

    return Fetcher(allowed_protocols=["data"])
