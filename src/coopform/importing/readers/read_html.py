"""Read HTML pages with lxml. What a browser shows is read; broken markup loses no words."""

import re
from pathlib import Path
from typing import Any

from coopform.importing.blocks import DocumentBlock, SourceDocument
from coopform.importing.failures import TooBig, UnreadableDocument
from coopform.importing.readers.decoding import decoded
from coopform.importing.readers.html_elements import VOID
from coopform.importing.readers.page_blocks import PageBlocks
from coopform.model.limits import MAX_PAGE_BYTES, MAX_PAGE_DEPTH, MAX_PAGE_TAGS, MAX_TAG

_SECTION, _SECTION_END = "[CDATA[", "]]"
_QUOTED = re.compile(r'"[^"]*"|\'[^\']*\'')
# A sign that begins no tag, as in « a <b alors <i>c</i> »: a parser would take the words after it for attributes.
_NO_TAG = re.compile(r'<(?=[A-Za-z][^\s<>]*\s+\w[^<>"=]*<)')
# Elements whose content is text: one that is never closed takes in the rest of the page.
_TEXT_ELEMENTS = ("title", "textarea", "iframe", "noframes", "noembed", "xmp")


def read(path: Path) -> SourceDocument:
    """Read a page.

    Raises:
        UnreadableDocument: it is not text, or has no words.
        ModuleNotFoundError: lxml is not installed.
        TooBig: it is over a limit.
        OSError: it cannot be read.
    """
    found = blocks(decoded(path, MAX_PAGE_BYTES))
    if not found:
        raise UnreadableDocument(path, "empty")
    return SourceDocument(path.name, tuple(found))


def blocks(text: str) -> list[DocumentBlock]:
    """Return the blocks of a page.

    Raises:
        ModuleNotFoundError: lxml is not installed.
        TooBig: it is over a limit.
    """
    from lxml import etree

    _require_modest(text)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(_repaired(text).encode("utf-8", errors="replace"), parser)
    if any("depth" in str(error.message) for error in parser.error_log):
        raise TooBig("levels", MAX_PAGE_DEPTH)
    page = PageBlocks()
    if root is not None:
        is_own = bool(root.xpath("//meta[@name='generator' and @content='coopform']"))
        _walk(page, etree.iterwalk(root, events=("start", "end", "comment")), is_own=is_own)
    return page.finish()


def _require_modest(text: str) -> None:
    """Refuse a page with too many tags, or with a tag of too many attributes: parsing is quadratic in them."""
    if text.count("<") > MAX_PAGE_TAGS:
        raise TooBig("tags", MAX_PAGE_TAGS)
    for part in text.split("<"):
        if len(part) > MAX_TAG and part[0].isalpha() and len(_QUOTED.sub("", part.partition(">")[0])) > MAX_TAG:
            raise TooBig("attributes", MAX_TAG)


def _repaired(text: str) -> str:
    """Return a page without the beginnings of comments, titles and tags that would take in words after them."""
    text = _NO_TAG.sub("&lt;", text)
    last = text.rfind("-->")
    text = text[: last + 1] + text[last + 1 :].replace("<!--", "")
    folded = text.lower() if len(text.lower()) == len(text) else text
    for tag in _TEXT_ELEMENTS:
        begin = folded.rfind(f"<{tag}", folded.rfind(f"</{tag}") + 1)
        if begin >= 0:
            text = text[:begin] + "<p" + text[begin + 1 + len(tag) :]
            folded = text.lower() if len(text.lower()) == len(text) else text
    last = text.rfind(">")
    return text[: last + 1] + text[last + 1 :].replace("<", "&lt;")


def _walk(page: PageBlocks, events: Any, *, is_own: bool) -> None:
    """Give the elements of a page to its blocks, in order; `is_own` says whether coopform made it."""
    for event, element in events:
        if event == "comment":
            if (element.text or "").startswith(_SECTION):
                page.text(element.text.removeprefix(_SECTION).removesuffix(_SECTION_END))
            page.text(element.tail or "")
        elif event == "start":
            page.start(element.tag.lower(), _attributes(element, is_own=is_own))
            page.text(element.text or "")
        else:
            if element.tag not in VOID:
                page.end(element.tag.lower())
            page.text(element.tail or "")


def _attributes(element: Any, *, is_own: bool) -> dict[str, str]:
    """Return the attributes of an element.

    Decoration without elements in it is hidden from readers, and so are heads and feet that our pages repeat on paper.
    """
    values = {str(name): str(value) for name, value in element.attrib.items()}
    if values.get("aria-hidden") == "true" and (is_own or not len(element)):
        values["hidden"] = ""
    return values
