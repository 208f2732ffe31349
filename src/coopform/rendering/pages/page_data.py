"""Data for the scripts of a page: JSON in an element, compressed when it is large."""

import base64
import gzip
import json
from collections.abc import Mapping

from markupsafe import Markup

# Bytes of JSON from which it is compressed. A smaller page stays readable in an editor.
LARGEST_PLAIN = 300_000
# 6 takes half the time for a file that is larger by a fiftieth.
_LEVEL = 9


def data_element(data: Mapping[str, object]) -> Markup:
    """Return the element that holds data for scripts, which browsers do not run.

    Large data is gzip in base64, which browsers unpack, or a script in those from before 2023: plain data beside it
    would make the page four times as large.
    """
    # No text can end the element: there is no `<` in it.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    # Half a character, which a case made by a program may have, is in no file.
    encoded = text.encode("utf-8", "replace")
    if len(encoded) <= LARGEST_PLAIN:
        return _element("application/json", encoded.decode())
    # Without the time, the same data gives the same page.
    packed = base64.b64encode(gzip.compress(encoded, _LEVEL, mtime=0)).decode("ascii")
    return _element("application/gzip", packed)


def _element(kind: str, text: str) -> Markup:
    return Markup(f'<script type="{kind}" id="data">{text}</script>')
