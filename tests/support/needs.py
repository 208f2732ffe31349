"""What tests need besides Python and its packages: a browser, Pango, LibreOffice, Java, fonts, shells.

A test says so by `@pytest.mark.needs("browser")`. Where that is missing, it is skipped, and the run ends with a
line that says what was skipped and how to have it; in CI it is an error instead.
"""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from coopform.rendering.pdf import browsers, by_weasyprint


@dataclass(frozen=True)
class Need:
    """Something that a machine may lack.

    Attributes:
        name: in the line at the end of a run.
        how: to have it, on Debian.
        is_there: whether this machine has it.
        is_paper: whether tests that need it print.
    """

    name: str
    how: str
    is_there: Callable[[], bool]
    is_paper: bool = True


# Fonts with the measures of Calibri, in which Word documents are set.
MEASURES = ("Calibri", "Carlito")


def _is_installed(program: str) -> bool:
    return shutil.which(program) is not None


@cache
def _has_pango() -> bool:
    return by_weasyprint.why_not() is None


@cache
def _has_measures() -> bool:
    if not _is_installed("fc-match"):
        return False
    found = subprocess.run(["fc-match", "-f", "%{family}", "Calibri"], check=True, capture_output=True, text=True)
    return found.stdout.startswith(MEASURES)


NEEDS = {
    "browser": Need("Chromium, Chrome or Edge", "chromium", lambda: browsers.find() is not None),
    "weasyprint": Need("Pango", "libpango-1.0-0 libpangoft2-1.0-0", _has_pango),
    "office": Need(
        "LibreOffice",
        "libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui",
        partial(_is_installed, "soffice"),
    ),
    "carlito": Need("the font Carlito", "fonts-crosextra-carlito fontconfig", _has_measures),
    "java": Need("Java", "default-jre-headless", partial(_is_installed, "java")),
    "bash": Need("bash", "bash", partial(_is_installed, "bash"), is_paper=False),
    "zsh": Need("zsh", "zsh", partial(_is_installed, "zsh"), is_paper=False),
    "fish": Need("fish", "fish", partial(_is_installed, "fish"), is_paper=False),
}


def missing(names: Sequence[str]) -> list[Need]:
    """Return what is not on this machine."""
    return [NEEDS[name] for name in names if not NEEDS[name].is_there()]
