"""A text, and a list of texts."""

import re

from coopform.casefile.positions import Path, last_name
from coopform.casefile.values.context import Context
from coopform.casefile.yaml.faults.fault import in_quotes
from coopform.casefile.yaml.nodes import List, Lost, Map, Node, Text, items_of, span
from coopform.model.keys import NO_TITLE, TITLES
from coopform.text.characters import hidden_characters, visible
from coopform.text.folding import tidy
from coopform.text.typography import SMART_QUOTES

# What programs write in the place of a letter that they could not read.
LOST_LETTER = "\ufffd"


def read_text(context: Context, node: Node, path: Path) -> str | None:
    """Return one text; a list of one text counts as that text."""
    if isinstance(node, Text):
        words = read_words(context, node)
        if path[-1] in TITLES and words in NO_TITLE and not node.style:
            context.at("no-title", node, key=last_name(path), value=words)
            return None
        if node.value or node.style:
            context.places.record((path, node))
        return words or None
    if isinstance(node, List) and not node.flow_style and len(node.value) == 1 and isinstance(node.value[0], Text):
        return read_text(context, node.value[0], path)
    if isinstance(node, List) and node.flow_style:
        _report_bracket(context, node)
    elif not _report_colon(context, node, path):
        context.at("expected-text", node, key=last_name(path))
    return None


def read_texts(context: Context, node: Node, path: Path) -> list[str] | None:
    """Return a list of texts; one text counts as a list of one."""
    if isinstance(node, Map):
        if not _report_colon(context, node, path):
            context.at("expected-texts", node, key=last_name(path))
        return None
    texts: list[str] = []
    for item in items_of(node):
        context.places.record(((*path, len(texts)), item))
        if not isinstance(item, Text):
            if not _report_colon(context, item, path):
                context.at("expected-text", item, key=last_name(path))
        elif words := read_words(context, item):
            texts.append(words)
        elif isinstance(node, List):
            context.at("empty-item", item, key=str(path[-1]))
    return texts or None


def read_words(context: Context, node: Text) -> str:
    """Return a text as it is kept; what cannot be seen in it is written out and reported."""
    words = tidy(node.value)
    if context.hides_nothing:
        if words[:1] in SMART_QUOTES:
            report_smart_quotes(context, words, *span(node))
        return words
    if words.isascii() and words.isprintable():
        return words
    if LOST_LETTER in words:
        _report_lost_letter(context, node)
    hidden = hidden_characters(words)
    if hidden:
        names = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in hidden))
        context.at("hidden-character", node, characters=names)
        words = visible(words)
    report_smart_quotes(context, words, *span(node))
    return words


def _report_lost_letter(context: Context, node: Text) -> None:
    """Say where a letter is lost, once a line; at the beginning of a text that has it as an escape."""
    source = context.source
    start, end = span(node)
    places = [start + match.start() for match in re.finditer(LOST_LETTER, source.text[start:end])]
    once_a_line = {source.line_of(place): place for place in reversed(places or [start])}
    for place in sorted(once_a_line.values()):
        context.problem("lost-letter", place, place + 1)


def report_smart_quotes(context: Context, words: str, start: int, end: int) -> None:
    """Say that curly quotes stand around the whole of a text, whose place is given."""
    if words[-1:] == SMART_QUOTES.get(words[:1]):
        text = in_quotes(words[1:-1])
        context.problem("smart-quotes-kept", start, end, quotes=words[0] + words[-1], text=text)


def report_list(context: Context, node: List | Lost) -> None:
    """Say that a list stands where an item was expected, unless it was lost and reported before."""
    if isinstance(node, Lost):
        return
    if node.flow_style:
        _report_bracket(context, node)
    else:
        context.at("list-in-list", node)


def _report_bracket(context: Context, node: List) -> None:
    """Say that a text begins with a bracket, which makes a list of it."""
    start, end = span(node)
    context.problem("leading-sign", start, start + 1, sign="[", text=in_quotes(context.source.text[start:end]))


def _report_colon(context: Context, node: Node, path: Path) -> bool:
    """Say that the colon of a text makes a label of it, where only texts are taken; return whether it does."""
    if not isinstance(node, Map) or node.flow_style or len(node.value) != 1 or not isinstance(node.value[0][1], Text):
        return False
    key, value = node.value[0]
    start, end = span(key)[0], span(value)[1]
    text = in_quotes(context.source.text[start:end])
    context.problem("colon-in-item", span(node)[0], end, key=last_name(path), text=text)
    return True
