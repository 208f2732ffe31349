"""The browser that is open while the tests run: to start one takes longer than to print most pages.

It is opened where a test first needs it, and closed by `close` at the end of the run. All is printed in one window,
since a new one starts processes, which take as long as ten sheets.
"""

from contextlib import ExitStack
from functools import cache

from playwright.sync_api import Browser, Page, sync_playwright

from coopform.rendering.pdf import browsers

_open = ExitStack()


@cache
def opened() -> Browser:
    """Return the browser, which is the one that coopform finds."""
    playwright = _open.enter_context(sync_playwright())
    started = playwright.chromium.launch(executable_path=str(browsers.find()), args=["--no-sandbox"])
    _open.callback(started.close)
    return started


@cache
def _window() -> Page:
    return opened().new_page()


def print_page(html: str) -> bytes:
    """Return a page as PDF, with the settings of coopform's own way to print by a browser."""
    page = _window()
    # Nothing is left of the page before.
    page.goto("about:blank")
    page.set_content(html)
    return page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)


def close() -> None:
    """Close the browser if it is open."""
    _open.close()
