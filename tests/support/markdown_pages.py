"""The Markdown pages of the project: the README in two languages and `docs/`, their blocks, links and headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from coopform.text.typography import typeset
from tests.support.places import ROOT

PAGES = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
FRENCH = [path for path in PAGES if path.name == "README.fr.md" or path.parent.name == "fr"]


@dataclass(frozen=True)
class Block:
    """A fenced block.

    Attributes:
        kind: what is after the fence: `console`, `yaml`…
        comment: the HTML comment above it, without its marks; empty without one.
        lines: its lines.
        start: the number of its first line in the page, from 0.
    """

    kind: str
    comment: str
    lines: list[str]
    start: int


def name_of(path: Path) -> str:
    """Return the path of a page below the project, with slashes."""
    return path.relative_to(ROOT).as_posix()


def language(path: Path) -> str:
    return "fr" if path in FRENCH else "en"


def typeset_page(text: str) -> str:
    """Return a French page with the spaces of French typography in its prose, not in code and addresses."""
    in_code, lines = False, []
    for line in text.split("\n"):
        in_code ^= line.startswith("```")
        lines.append(line if in_code else "".join(_typeset_parts(line)))
    return "\n".join(lines)


def _typeset_parts(line: str) -> Iterator[str]:
    """Yield the parts of a line: prose typeset; code, comments and addresses of links as they are."""
    for number, part in enumerate(re.split(r"(`[^`]*`|\]\([^)]*\)|<!--.*?-->|^[ #>*-]+(?:\d+\.)?)", line)):
        yield part if number % 2 else typeset(part)


@cache
def tokens(path: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8"))


def blocks(path: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    comment = ""
    for token in tokens(path):
        if token.type == "fence" and token.map:
            yield Block(token.info.strip(), comment, token.content.splitlines(), token.map[0] + 1)
        if token.type in ("fence", "html_block"):
            match = re.fullmatch(r"<!-- (.*?) -->\s*", token.content)
            comment = match[1] if match else ""


def links(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the address and the words of each link and picture of a page."""
    for token in tokens(path):
        for number, child in enumerate(token.children or ()):
            if child.type == "image":
                yield str(child.attrs["src"]), child.content
            elif child.type == "link_open":
                words = (token.children or [])[number + 1 :]
                yield str(child.attrs["href"]), "".join(one.content for one in words[:1])


def headings(path: Path) -> list[str]:
    """Return the headings of a page, as text."""
    found = tokens(path)
    inline = (found[number + 1] for number, token in enumerate(found) if token.type == "heading_open")
    return ["".join(child.content for child in token.children or ()) for token in inline]


def anchor(heading: str) -> str:
    """Return the anchor that forges give a heading: GitHub, GitLab and Forgejo alike where it `is_plain`."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def is_plain(heading: str) -> bool:
    """Return whether every forge makes the same anchor of a heading: no double hyphen, no special space."""
    return re.fullmatch(r"[a-z0-9à-ÿœ_]+(-[a-z0-9à-ÿœ_]+)*", anchor(heading)) is not None
