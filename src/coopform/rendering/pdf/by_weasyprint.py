"""Pages to PDF by WeasyPrint: tagged for screen readers (PDF/UA-1), with language, title and bookmarks."""

import re
from functools import cache, lru_cache
from typing import Any

from coopform.rendering.pdf.engines import WEASYPRINT, PrintFailed

# The typeface that each page carries, as `templates/fonts.css` writes it; words have no quotes as they are.
_FACE = re.compile(r'@font-face \{ font-family: Assistant;[^{}]*format\("woff2"\); \}')


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

    fonts, page = _with_fonts(html)
    try:
        made = weasyprint.HTML(string=page, url_fetcher=_fetcher()).write_pdf(pdf_variant="pdf/ua-1", font_config=fonts)
    except (ValueError, RuntimeError, OSError) as error:
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


def _fetcher() -> Any:
    """Return a fetcher for `data:` addresses only: no file, no network."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=["data"])
