"""Pages to PDF by WeasyPrint: tagged for screen readers (PDF/UA-1), with language, title and bookmarks."""

from functools import cache
from typing import Any

from coopform.rendering.pdf.engines import WEASYPRINT, PrintFailed


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

    try:
        made = weasyprint.HTML(string=html, url_fetcher=_fetcher()).write_pdf(pdf_variant="pdf/ua-1")
    except (ValueError, RuntimeError, OSError) as error:
        raise PrintFailed(WEASYPRINT, str(error)) from error
    assert isinstance(made, bytes)  # noqa: S101 (without a target WeasyPrint returns the bytes)
    return made


def _fetcher() -> Any:
    """Return a fetcher for `data:` addresses only: no file, no network."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=["data"])
