"""Which engine prints: the one asked for, else the first that works here."""

from collections.abc import Callable
from dataclasses import dataclass

# Takes a page as HTML and returns it as PDF.
Engine = Callable[[str], bytes]

WEASYPRINT = "weasyprint"
BROWSER = "browser"
AUTO = "auto"
CHOICES = (AUTO, WEASYPRINT, BROWSER)


@dataclass
class EngineMissing(Exception):
    """No engine, or not the one asked for, works on this machine.

    Attributes:
        asked: one of `CHOICES`.
        detail: what WeasyPrint said when its libraries could not be loaded; empty when it is not installed.
    """

    asked: str
    detail: str = ""


@dataclass
class PrintFailed(Exception):
    """The engine gave no PDF."""

    engine: str
    detail: str


def choose(asked: str = AUTO) -> Engine:
    """Return the engine to print with.

    Args:
        asked: one of `CHOICES`; `auto` takes WeasyPrint where it works, since its PDF is tagged for screen
            readers (PDF/UA), else a browser.

    Raises:
        EngineMissing: there is none.
    """
    from coopform.pdf import browsers, by_browser, by_weasyprint

    detail = ""
    if asked in (AUTO, WEASYPRINT):
        why_not = by_weasyprint.why_not()
        if why_not is None:
            return by_weasyprint.to_pdf
        detail = why_not
    if asked in (AUTO, BROWSER):
        browser = browsers.find()
        if browser:
            return by_browser.printer(browser)
    raise EngineMissing(asked, detail)
