"""Parse generated documents: their elements, text and links."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote

import cmarkgfm
import html5lib
import mistune
import tinycss2
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

_PLUGINS = ["strikethrough", "footnotes", "table", "url", "task_lists", "def_list", "abbr", "mark", "insert",
            "superscript", "subscript", "math", "spoiler"]  # fmt: skip
_mistune = mistune.create_markdown(escape=False, plugins=_PLUGINS)


def _github(text: str) -> str:
    """Return the HTML of GitHub's own parser, raw HTML let through.

    It links e-mail addresses after any character; such a link is replaced by its text.
    """
    html = cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)
    return re.sub(r'<a href="(?:mailto|xmpp):[^"]*">(.*?)</a>', r"\1", html)


MARKDOWN_PARSERS: dict[str, Callable[[str], str]] = {
    "commonmark": MarkdownIt("commonmark").render,
    "gfm-like": MarkdownIt("gfm-like").render,
    "mistune": lambda text: str(_mistune(text)),
    "github": _github,
}


@dataclass(frozen=True)
class Parsed:
    """A parsed document: its elements with attributes and style sheets, its text, its links."""

    elements: list[tuple[str, tuple[tuple[str, str], ...]]]
    text: str
    links: list[str]


def parse_html(html: str) -> Parsed:
    """Parse a document, or a piece of one."""
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    elements = []
    for element in _elements(tree):
        # The tag of a comment is a function; a comment counts as an element, since documents should have none.
        attributes = tuple(sorted((name, value) for name, value in element.attrib.items() if name != "href"))
        elements.append((str(element.tag), attributes))
        if element.tag == "style":
            elements.append(("style sheet", _style_sheet(element.text or "")))
    links = [element.get("href") for element in tree.iter("a")]
    return Parsed(elements, squeeze("".join(_texts(tree))), links)


def _elements(element: Any) -> Iterator[Any]:
    """Yield an element and its descendants, without the ruled lines of a block, whose number depends on space."""
    yield element
    if element.get("class") != "lines":
        for child in element:
            yield from _elements(child)


@cache
def _style_sheet(text: str) -> tuple[tuple[str, str], ...]:
    """Return a style sheet as an attribute for each of its tokens; most pages have one of a few style sheets."""
    return tuple(("sign", sign) for sign in _signs(tinycss2.parse_component_value_list(text)))


def _signs(signs: Any) -> Iterator[str]:
    """Yield the types of the tokens of a style sheet, without the strings, which may come from a case."""
    for sign in signs:
        yield sign.type
        yield from _signs(getattr(sign, "content", None) or getattr(sign, "arguments", None) or ())


def _texts(element: Any) -> Iterator[str]:
    if element.tag == "style":
        return
    if isinstance(element.tag, str):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


def parse_markdown(text: str, parser: str) -> Parsed:
    """Parse a Markdown document; addresses in its text are as typed, not as encoded."""
    parsed = parse_html(MARKDOWN_PARSERS[parser](text))
    return Parsed(parsed.elements, unquote(parsed.text), parsed.links)


def squeeze(text: str) -> str:
    """Return a text with each run of white space as one space: the kind of space is typography."""
    return " ".join(text.split())
