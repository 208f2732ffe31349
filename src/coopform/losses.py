"""What YAML takes from a text without a word: found in the source, beside what the parser made of it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from coopform.problem import Problem
from coopform.source import Source

# What Word and outline habits put before an item. A dash needs a space after it to be YAML's own.
BULLET = re.compile(
    r"[ \t\u00a0]*(?P<bullet>[•◦▪‣·●○■□–—✓✔☑➢➤→⇒\uf0b7\uf0a7\uf0fc*]|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s)|-(?![\s-]))"
)
_ITEM = re.compile(r"[ \t]+(?P<dash>-)[ \t]+\S")
_COMMENT = re.compile(r"[ \t]+(?P<comment>#[^\r\n]*)")
_NBSP_COLON = re.compile(r"[^\r\n:]*?(?P<colon>:)[\u00a0\u202f]")


def in_plain_text(source: Source, start: int, end: int) -> Iterator[Problem]:
    """Yield what was lost in or after an unquoted text that stands between `start` and `end`."""
    text = source.text
    if text.startswith((" ", "\t"), end) or start == end:
        yield from _cut_by_comment(source, end)
    if start == end:
        return
    if "\n" in text[start:end] or "\r" in text[start:end]:
        yield from _melted_lines(source, start, end)
    else:
        bullet = BULLET.match(text, start, end)
        if bullet and bullet["bullet"] not in "*-" and not bullet["bullet"][0].isalnum():
            yield source.problem("typed-bullet", bullet.start("bullet"), bullet.end("bullet"), bullet=bullet["bullet"])
    colon = _NBSP_COLON.match(text, start, end)
    if colon:
        yield source.problem("nbsp-after-colon", colon.end("colon"), colon.end())


def in_block_text(source: Source, start: int, end: int) -> Iterator[Problem]:
    """Yield the bullets typed in a block text (`|` or `>`), whose lines become one paragraph."""
    yield from _bulleted_lines(source, _lines(source, start, end)[1:])


def _cut_by_comment(source: Source, end: int) -> Iterator[Problem]:
    comment = _COMMENT.match(source.text, end - 1 if source.text[end - 1 : end] in (" ", "\t") else end)
    if comment and not _opens_a_block(source, comment.end()):
        yield source.problem("comment-cuts-text", comment.start("comment"), comment.end(), comment=comment["comment"])


def _opens_a_block(source: Source, index: int) -> bool:
    """Return whether an indented line or an item follows: then the comment stands beside a key, rightly."""
    return False if index >= len(source.text) else source.text[index:].lstrip("\r\n")[:1] in (" ", "-")


def _melted_lines(source: Source, start: int, end: int) -> Iterator[Problem]:
    lines = _lines(source, start, end)
    found = list(_bulleted_lines(source, lines))
    if found:
        yield found[0]
        return
    for line_start, line_end in lines[1:]:
        item = _ITEM.match(source.text, line_start, line_end)
        if item:
            yield source.problem("swallowed-item", item.start("dash"), line_end)


def _bulleted_lines(source: Source, lines: list[tuple[int, int]]) -> Iterator[Problem]:
    """Yield one problem when two lines or more begin with a bullet, at the first of them."""
    bullets = [match for line in lines if (match := BULLET.match(source.text, *line))]
    if len(bullets) > 1 or (bullets and len(lines) > 1 and bullets[0].start() != lines[0][0]):
        first = bullets[0]
        yield source.problem("typed-bullets", first.start("bullet"), first.end("bullet"), bullet=first["bullet"])


def _lines(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """Return the start and end of each line of the text between `start` and `end`."""
    first, last = source.position(start).line, source.position(end).line
    bounds = [start, *(source.line_start(line) for line in range(first + 1, last + 1)), end]
    return [pair for pair in pairwise(bounds) if pair[0] < pair[1]]
