"""Choose the engine that prints: the one asked for, else the first that works."""

from coopform.rendering.pdf import browsers, by_browser, by_weasyprint
from coopform.rendering.pdf.engines import AUTO, BROWSER, WEASYPRINT, Engine, EngineMissing


def choose(asked: str = AUTO) -> Engine:
    """Return the engine to print with.

    Args:
        asked: one of `CHOICES`; `auto` takes WeasyPrint where it works, since its PDF is tagged for screen
            readers (PDF/UA), else a browser.

    Raises:
        EngineMissing: there is none.
    """
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
