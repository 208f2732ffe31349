"""Pages to PDF by a browser of the Chromium family, run without a window."""

import os
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from coopform.rendering.pdf.engines import BROWSER, Engine, PrintFailed

# Seconds: a page takes one or two, the start on a slow disk up to thirty.
_TIMEOUT = 120
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    # A page carries all that it needs: no name is resolved.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)
# Bytes: the name of a socket has 104 at most on macOS and 108 on Linux, 45 of them below the temporary folder.
_LONGEST_TEMPORARY = 55
# The browser writes the time; the same page should give the same file.
_STAMP = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
_NO_TIME = rb"\g<1>20000101000000"
# Put before the page, so that the policy comes before anything that a template wrote: the page loads nothing but
# `data:` addresses. It begins with the doctype, or the browser would print in quirks mode.
_HEAD = """<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
font-src data:; base-uri 'none'; form-action 'none'">
"""
# No policy prevents `<meta http-equiv="refresh">` from loading another page. The name of an attribute cannot be
# written in another way.
_HTTP_EQUIV = re.compile("http-equiv", re.IGNORECASE)
# Looks the same (with a non-breaking hyphen), but means nothing to a browser.
_NO_ATTRIBUTE = "http\u2011equiv"


def printer(browser: Path) -> Engine:
    """Return the engine that prints with a browser."""

    def to_pdf(html: str) -> bytes:
        return _print(browser, _sealed(html))

    return to_pdf


def _sealed(html: str) -> str:
    """Return a page so that it runs no script and loads no file: its template may come from anyone."""
    return _HEAD + _HTTP_EQUIV.sub(_NO_ATTRIBUTE, html)


def _print(browser: Path, html: str) -> bytes:
    with TemporaryDirectory(dir=_folder(browser), prefix="coopform-", ignore_cleanup_errors=True) as work:
        page, pdf = Path(work, "page.html"), Path(work, "page.pdf")
        page.write_text(html, encoding="utf-8")
        command = [str(browser), *_FLAGS, f"--user-data-dir={Path(work, 'profile')}", f"--print-to-pdf={pdf}"]
        if _is_root():
            # Chromium refuses to run as root with its sandbox, as in a container.
            command.append("--no-sandbox")
        try:
            done = subprocess.run(  # noqa: S603
                [*command, page.as_uri()], capture_output=True, timeout=_TIMEOUT, check=False, env=_environment()
            )
        except subprocess.TimeoutExpired:
            raise PrintFailed(BROWSER, f"{browser.name}: {_TIMEOUT} s") from None
        except OSError as error:
            raise PrintFailed(BROWSER, f"{browser.name}: {error.strerror}") from error
        if not pdf.is_file() or not pdf.stat().st_size:
            lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise PrintFailed(BROWSER, f"{browser.name}: {lines[-1] if lines else done.returncode}")
        return _STAMP.sub(_NO_TIME, pdf.read_bytes())


def _folder(browser: Path) -> Path | None:
    """Return where the browser can read: one in a snap sees neither /tmp nor hidden folders."""
    return Path.home() if "snap" in browser.resolve().parts else None


def _environment() -> dict[str, str]:
    """Return the environment of the browser, which makes no socket in a temporary folder of a long name."""
    is_long = os.name == "posix" and len(os.fsencode(gettempdir())) > _LONGEST_TEMPORARY
    return os.environ | ({"TMPDIR": "/tmp"} if is_long else {})  # noqa: S108 (the browser makes a folder of its own)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
