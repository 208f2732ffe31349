"""The engines that print pages to PDF, by name, and their errors."""

from collections.abc import Callable
from dataclasses import dataclass

from coopform.failures import CoopformError

# Takes a page as HTML and returns it as PDF.
Engine = Callable[[str], bytes]

WEASYPRINT = "weasyprint"
BROWSER = "browser"
AUTO = "auto"
CHOICES = (AUTO, WEASYPRINT, BROWSER)


@dataclass
class EngineMissing(CoopformError):
    """No engine, or not the one asked for, works on this machine.

    Attributes:
        asked: one of `CHOICES`.
        detail: the message of WeasyPrint when its libraries could not be loaded; empty when it is not installed.
    """

    asked: str
    detail: str = ""


@dataclass
class PrintFailed(CoopformError):
    """The engine made no PDF."""

    engine: str
    detail: str
