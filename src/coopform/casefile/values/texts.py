"""Read a text, or a list of texts."""

import re

from coopform.casefile.positions import Path, last_name
from coopform.casefile.values.context import Context
from coopform.casefile.yaml.faults.quoting import in_quotes
from coopform.casefile.yaml.nodes import List, Map, Node, Text, Unreadable, items_of, span
from coopform.model.keys import NO_TITLE, TITLES
from coopform.text.characters import hidden_characters, visible
from coopform.text.folding import tidy
from coopform.text.quotation import SMART_QUOTES, is_in_smart_quotes

# The replacement character that programs write for a letter that they cannot decode.
REPLACEMENT_CHARACTER = "\ufffd"


def read_text(context: Context, node: Node, path: Path) -> str | None:
    """Return a text; a list of one text counts as that text."""
    if isinstance(node, Text):
        words = read_words(context, node)
        if path[-1] in TITLES and words in NO_TITLE and not node.style:
            context.at("no-title", node, key=last_name(path), value=words)
            return None
        if node.value or node.style:
            context.spans.record((path, node))
        return words or None
    if isinstance(node, List) and not node.flow_style and len(node.value) == 1 and isinstance(node.value[0], Text):
        return read_text(context, node.value[0], path)
    if isinstance(node, List) and node.flow_style:
        _report_bracket(context, node)
    elif not report_colon(context, node, path):
        context.at("expected-text", node, key=last_name(path))
    return None


def read_texts(context: Context, node: Node, path: Path) -> list[str] | None:
    """Return a list of texts; a single text counts as a list of one."""
    if isinstance(node, Map):
        if not report_colon(context, node, path):
            context.at("expected-texts", node, key=last_name(path))
        return None
    texts: list[str] = []
    for item in items_of(node):
        context.spans.record(((*path, len(texts)), item))
        if not isinstance(item, Text):
            _report_no_text(context, item, path)
        elif words := read_words(context, item):
            texts.append(words)
        elif isinstance(node, List):
            context.at("empty-item", item, key=last_name(path))
    return texts or None


def _report_no_text(context: Context, item: Node, path: Path) -> None:
    """Report an item of a list of texts that is none."""
    if isinstance(item, List) and not item.flow_style:
        context.at("list-in-list", item)
    elif not report_colon(context, item, path):
        context.at("expected-text", item, key=last_name(path))


def read_words(context: Context, node: Text) -> str:
    """Return a text in its normal form; report invisible characters and write them as `<U+202E>`."""
    words = tidy(node.value)
    if context.hides_nothing:
        if words[:1] in SMART_QUOTES:
            report_smart_quotes(context, words, *span(node))
        return words
    if words.isascii() and words.isprintable():
        return words
    if REPLACEMENT_CHARACTER in words:
        _report_lost_letter(context, node)
    hidden = hidden_characters(words)
    if hidden:
        names = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in hidden))
        context.at("hidden-character", node, characters=names)
        words = visible(words)
    report_smart_quotes(context, words, *span(node))
    return words


def _report_lost_letter(context: Context, node: Text) -> None:
    """Report each line with a lost letter; the start of the text when the letter is written as an escape."""
    source = context.source
    start, end = span(node)
    indexes = [start + match.start() for match in re.finditer(REPLACEMENT_CHARACTER, source.text[start:end])]
    first_of_line = {source.line_of(index): index for index in reversed(indexes or [start])}
    for index in sorted(first_of_line.values()):
        context.problem("lost-letter", index, index + 1)


def report_smart_quotes(context: Context, words: str, start: int, end: int) -> None:
    """Report a text from `start` to `end` that is entirely in curly quotes."""
    if is_in_smart_quotes(words):
        text = in_quotes(words[1:-1])
        context.problem("smart-quotes-kept", start, end, quotes=words[0] + words[-1], text=text)


def report_list(context: Context, node: List | Unreadable) -> None:
    """Report a list in place of an item, unless it is unreadable and already reported."""
    if isinstance(node, Unreadable):
        return
    if node.flow_style:
        _report_bracket(context, node)
    else:
        context.at("list-in-list", node)


def _report_bracket(context: Context, node: List) -> None:
    """Report a text that YAML takes for a list because it begins with a bracket."""
    start, end = span(node)
    context.problem("leading-sign", start, start + 1, sign="[", text=in_quotes(context.source.text[start:end]))


def report_colon(context: Context, node: Node, path: Path) -> bool:
    """Report a text that YAML takes for a mapping because of its colon; return whether the node is one."""
    if not isinstance(node, Map) or node.flow_style or len(node.value) != 1 or not isinstance(node.value[0][1], Text):
        return False
    key, value = node.value[0]
    start, end = span(key)[0], span(value)[1]
    text = in_quotes(context.source.text[start:end])
    context.problem("colon-in-item", span(node)[0], end, key=last_name(path), text=text)
    return True
