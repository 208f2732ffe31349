"""Find a browser of the Chromium family on Linux, macOS or Windows."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

# The variable that names the browser to use, before any that is found.
VARIABLE = "COOPFORM_BROWSER"

_COMMANDS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable",
    "brave-browser", "msedge", "chrome",
)  # fmt: skip
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
    "Brave Browser.app/Contents/MacOS/Brave Browser",
)
_WINDOWS = (
    # Edge first: it is on every Windows.
    "Microsoft/Edge/Application/msedge.exe",
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "BraveSoftware/Brave-Browser/Application/brave.exe",
)


def find() -> Path | None:
    """Return a browser that can print, or None."""
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        return Path(found) if found else None
    return next((path for path in _places(sys.platform) if path.is_file()), None)


def _places(platform: str) -> Iterator[Path]:
    """Yield the paths where a browser may be on a system, the likeliest first."""
    if platform == "win32":
        roots = [os.environ.get(name) for name in ("ProgramFiles(x86)", "ProgramFiles", "LocalAppData")]
        yield from (Path(root, path) for path in _WINDOWS for root in roots if root)
    if platform == "darwin":
        yield from (Path(root, path) for path in _MAC for root in ("/Applications", Path.home() / "Applications"))
    yield from (Path(found) for found in map(shutil.which, _COMMANDS) if found)
