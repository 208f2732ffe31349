"""Find text that YAML drops or merges without an error, by comparing the source with the parsed values."""

import re
from collections.abc import Iterator
from itertools import pairwise

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import run_together
from coopform.casefile.yaml.faults.bullets import bullet_code
from coopform.casefile.yaml.faults.line import BLANKS, SourceLine, line_at
from coopform.casefile.yaml.faults.quoting import in_quotes
from coopform.model.keys import NAMES, fold_key
from coopform.model.labels import key_behind_signs
from coopform.problems.problem import Problem
from coopform.text.bullets import BULLET, BULLET_IN_ITEM, SIGNS
from coopform.text.characters import OTHER_SPACES
from coopform.text.folding import fold

_SIGN = re.compile(f"[{SIGNS}]")
_DASHES = "–—"
# One line without a colon, like most texts: nothing can be lost in it.
_PLAIN_WORDS = re.compile(rf"[^\W_](?:[^:\r\n\t{OTHER_SPACES}]*[^:\s])?")
_ITEM = re.compile(rf"(?P<lead>[{BLANKS}]+)(?P<dash>-)[{BLANKS}]+\S")
_KEY = re.compile(rf"[ \t]*(?P<key>\w+)[ {OTHER_SPACES}]?:(?=\s|$)")
_COLON_AFTER = re.compile(r"[ \t]*:(?=\s|$)")
_TEXT_AFTER_HASH = re.compile(r"[ \t]*(?P<hash>#)[^\s#][^\r\n]*")
_COLON_BEFORE_OTHER_SPACE = re.compile(rf"(?P<colon>:)(?P<space>[{OTHER_SPACES}]+)")
_GLUED_KEY = re.compile(rf"[ \t]*(?P<word>\w+)[ {OTHER_SPACES}]?(?P<colon>:)(?=[^\s/:])")
# A word divided at the end of a line; not the first half of « inter- et supra-communal ».
_BROKEN_WORD = re.compile(
    r"(?<!\w)(?P<before>[^\W\d_]{1,30})(?P<hyphen>[-\u00ad])[ \t]*+(?:\r\n?|\n)[ \t]*+(?!(?:et|ou|and|or)\b)"
    r"(?P<after>[^\W\d_]{1,30})"
)
_ESCAPE = re.compile(r"\\(?P<letter>[0abtnvfreN_LP]|\\)")
_HEADER = re.compile(r"[|>][-+]?\d[-+]?")


def in_plain_text(source: Source, start: int, end: int) -> Iterator[Problem]:
    """Yield the first problem of an unquoted text from `start` to `end`, if any."""
    text = source.text
    if start == end or (_PLAIN_WORDS.fullmatch(text, start, end) and not BULLET.match(text, start, end)):
        return
    if _COLON_AFTER.match(text, end) and key_behind_signs(text[start:end]):
        return
    lines = _lines(source, start, end)
    begins_line = source.begins_line(start)
    found = next(_merged_lines(source, lines, begins_line=begins_line), None)
    if found is None and not begins_line:
        found = next(_bullet_in_item(source, start, end), None)
    if found is None:
        found = next(_colons(source, start, end), None)
    if found is None and begins_line:
        found = run_together.find(source, lines)
    if found is not None:
        yield found


def in_block_text(source: Source, start: int, end: int) -> Iterator[Problem]:
    """Yield the bullets typed in a block text (`|` or `>`), whose lines become one paragraph."""
    lines = _lines(source, start, end)[1:]
    matches = [BULLET.match(source.text, *line) or _ITEM.match(source.text, *line) for line in lines]
    bullets = [match for match in matches if match]
    if len(bullets) > 1:
        name = "dash" if bullets[0].re is _ITEM else "bullet"
        first, last = bullets[0].span(name)
        yield source.problem("bullets-in-text", first, last, bullet=bullets[0][name])


def in_quoted_text(source: Source, start: int, end: int) -> Iterator[Problem]:
    """Yield the problem of a quoted text: an item or a key inside it, or an escape for a character."""
    text = source.text
    for line in _lines(source, start, end)[1:]:
        key = _KEY.match(text, *line)
        if _ITEM.match(text, *line) or (key and fold(key["key"]) in NAMES):
            yield source.problem("unclosed-quote", start, start + 1, quote=text[start])
            return
    if text[start] == '"':
        for escape in _ESCAPE.finditer(text, start, end):
            if escape["letter"] != "\\":
                yield source.problem("escape", escape.start(), escape.end(), escape=escape[0])
                return


def broken_word(source: Source, start: int, end: int) -> Problem | None:
    """Return the problem of the first word that is divided between two lines of a text, which a space then joins."""
    found = _BROKEN_WORD.search(source.text, start, end)
    if found is None:
        return None
    before, after = found["before"], found["after"]
    return source.problem(
        "broken-word",
        found.start("before"),
        found.end("hyphen"),
        read=f"{before}- {after}",
        right=f"{before}-{after}",
    )


def in_empty_text(source: Source, end: int) -> Problem | None:
    """Return the problem of a text that begins with `#` and is read as a comment."""
    text = _TEXT_AFTER_HASH.match(source.text, end)
    if text is None:
        return None
    at = text.start("hash")
    return source.problem("leading-sign", at, at + 1, sign="#", text=in_quotes(text[0]))


def in_block_header(source: Source, start: int, end: int) -> Problem | None:
    """Return the problem of a text such as `>2`, which YAML takes for the header of a block text."""
    header = _HEADER.match(source.text, start, end)
    if header is None:
        return None
    return source.problem("leading-sign", start, start + 1, sign=header[0][0], text=in_quotes(header[0]))


def has_question_mark(source: Source, start: int) -> bool:
    """Return whether a key comes after `?`, which is reserved in YAML."""
    return source.character_before(start) == "?"


def question_mark(source: Source, start: int, end: int) -> Problem:
    """Return the problem of a text that begins with `?`."""
    at = source.text.rindex("?", 0, start)
    return source.problem("leading-sign", at, at + 1, sign="?", text=in_quotes(source.text[at:end]))


def in_braces(source: Source, opening: int, start: int, end: int) -> Problem:
    """Return the problem of text without a colon in braces: after a comma, or with braces meant as text."""
    key = source.text[start:end]
    if source.text.find(",", opening, start) >= 0:
        return source.problem("flow-comma", start, end, text=key)
    closing = source.text.find("}", end) + 1 or end
    return source.problem("leading-sign", opening, opening + 1, sign="{", text=in_quotes(source.text[opening:closing]))


def _merged_lines(source: Source, lines: list[tuple[int, int]], *, begins_line: bool) -> Iterator[Problem]:
    """Yield the problems of items merged into one text; `begins_line`: its first line is a whole line."""
    text = source.text
    if begins_line and text[lines[0][0]] in OTHER_SPACES:
        yield source.problem("nbsp-indent", lines[0][0], lines[0][0] + 1)
    bullets = [match for line in lines[not begins_line :] if (match := BULLET.match(text, *line))]
    head = None if begins_line or not bullets else BULLET_IN_ITEM.match(text, *lines[0])
    if head and source.character_before(head.start()) == ":":
        bullets.insert(0, head)
    if bullets and not (begins_line and len(lines) > len(bullets) == 1) and not _is_aside(text, lines, bullets):
        first = bullets[0]
        yield source.problem(bullet_code(first), *first.span("bullet"), bullet=first["bullet"])
    for line in lines[1:]:
        item = _ITEM.match(text, *line)
        if item and begins_line and item.start("dash") - line[0] < source.position(lines[0][0]).column:
            if bullet := BULLET.match(text, *lines[0]):
                yield source.problem(bullet_code(bullet), *bullet.span("bullet"), bullet=bullet["bullet"])
            else:
                yield source.problem("missing-hyphen", *lines[0])
        elif item:
            key = line_at(source, source.line_of(lines[0][0]))
            is_below_key = not begins_line and not key.has_hyphen and fold_key(key.key) in NAMES
            indent = item.start("dash") - line[0]
            yield items_below_text(source, key, indent) if is_below_key else _swallowed_item(source, item, line[1])
        yield from _glued_key(source, *line)


def items_below_text(source: Source, line: SourceLine, indent: int) -> Problem:
    """Return the problem of a text on the line of its key, with items at the column `indent` below it."""
    right = f"{' ' * indent}- {line.value}"
    end = line.value_column + len(line.value)
    return source.problem("items-below-text", line.at(line.value_column), line.at(end), key=line.key, right=right)


def _swallowed_item(source: Source, item: re.Match[str], end: int) -> Problem:
    for code, signs in (("nbsp-indent", OTHER_SPACES), ("tab-indent", "\t")):
        place = next((index for index, sign in enumerate(item["lead"]) if sign in signs), None)
        if place is not None:
            return source.problem(code, item.start() + place, item.end("lead"))
    end -= len(source.text[item.start("dash") : end]) - len(source.text[item.start("dash") : end].rstrip())
    return source.problem("swallowed-item", item.start("dash"), end)


def _is_aside(text: str, lines: list[tuple[int, int]], bullets: list[re.Match[str]]) -> bool:
    """Return whether a dash at the start of a line begins an aside: « – voire nécessaire – »."""
    if len(bullets) > 1 or bullets[0]["bullet"] not in _DASHES:
        return False
    whole = text[lines[0][0] : lines[-1][1]]
    return sum(whole.count(dash) for dash in _DASHES) > 1


def _bullet_in_item(source: Source, start: int, end: int) -> Iterator[Problem]:
    """Yield the problem of a bullet after a hyphen or a key; a number is part of the text."""
    bullet = BULLET_IN_ITEM.match(source.text, start, end)
    before = source.character_before(start) if bullet else ""
    if bullet is None or before not in (":", "-"):
        return
    sign = bullet["bullet"]
    if before == ":" and not _SIGN.match(sign):
        words = source.text[bullet.end() : end].lstrip(BLANKS)
        if words[:1].isdigit() or any(dash in words for dash in _DASHES):
            return  # an amount, an aside
    code = "typed-bullets" if before == ":" and _SIGN.match(sign) else "typed-bullet"
    yield source.problem(code, *bullet.span("bullet"), bullet=sign)


def _colons(source: Source, start: int, end: int) -> Iterator[Problem]:
    """Yield the problems of colons after a key or a label without an ordinary space after them."""
    colon = _COLON_BEFORE_OTHER_SPACE.search(source.text, start, end)
    if colon:
        yield source.problem("nbsp-after-colon", *colon.span("space"))
    yield from _glued_key(source, start, end)


def _glued_key(source: Source, start: int, end: int) -> Iterator[Problem]:
    glued = _GLUED_KEY.match(source.text, start, end)
    if glued and fold(glued["word"]) in NAMES:
        right = f"{glued['word']}: {source.text[glued.end('colon') : end].strip()}"
        yield source.problem("no-space-after-colon", *glued.span("colon"), right=right)


def _lines(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """Return the span of each line of the text from `start` to `end`."""
    first, last = source.line_of(start), source.line_of(end)
    bounds = [start, *(source.line_start(line) for line in range(first + 1, last + 1)), end]
    return [pair for pair in pairwise(bounds) if pair[0] < pair[1]]
