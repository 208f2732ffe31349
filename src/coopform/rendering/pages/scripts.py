"""The scripts of a page, and the policy that lets a browser run these and no others.

They are shipped files, put into the page as they are. Templates of a collection can leave them out, but can neither
replace nor add one: a policy with a hash of each comes before all that a template writes.
"""

import base64
import re
from collections.abc import Sequence
from functools import cache
from hashlib import sha256

from markupsafe import Markup

from coopform import resources

# By kind of document, its scripts in the order in which they run, in a folder of the name of the kind.
SCRIPTS: dict[str, Sequence[str]] = {
    "library": (
        "elements", "words", "inflate", "data", "fold", "query", "find", "facets", "address", "points", "results",
        "facet_panel", "advice", "tray", "compare", "paper", "clipboard", "page", "start",
    ),
}  # fmt: skip
# As `base.html.j2` begins a page; browsers look for the charset in its first kilobyte.
_BEGINNING = '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
_POLICY = (
    "default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
# An attribute has it by this name only; in a text it reads as before.
_HTTP_EQUIV = re.compile(rb"http-equiv", re.IGNORECASE)
_META = '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'


@cache
def scripts(kind: str) -> Markup:
    """Return the elements of the scripts of a kind of document, empty where it has none."""
    return Markup("\n").join(Markup(f"<script>{text}</script>") for text in _texts(kind))


def sealed(page: bytes, kind: str, language: str) -> bytes:
    """Return a page with a policy that allows the scripts of its kind and no request; a page without scripts as it is.

    Args:
        page: the page, whose template may come from anyone.
        kind: of the document.
        language: of the page.
    """
    if kind not in SCRIPTS:
        return page
    beginning = _BEGINNING.format(language=language).encode()
    # A page that begins in another way gets a second doctype, which browsers skip: the policy comes first all the same.
    return beginning + _META.format(policy=_policy(kind)).encode() + page.removeprefix(beginning)


def without_orders(page: bytes) -> bytes:
    """Return a page of a template that may come from anyone, without orders to the browser: to open another address."""
    return _HTTP_EQUIV.sub(b"http&#45;equiv", page)


def _policy(kind: str) -> str:
    hashes = (base64.b64encode(sha256(text.encode()).digest()).decode("ascii") for text in _texts(kind))
    return _POLICY.format(hashes=" ".join(f"'sha256-{one}'" for one in hashes))


@cache
def _texts(kind: str) -> tuple[str, ...]:
    folder = resources.templates_dir() / kind
    return tuple((folder / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS.get(kind, ()))
