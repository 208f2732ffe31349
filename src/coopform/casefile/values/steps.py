"""Read the steps of a co-operation, each a mapping with two keys."""

import re
from typing import Any

from coopform.casefile.positions import Path
from coopform.casefile.values.context import Context
from coopform.casefile.values.mapping import read_mapping
from coopform.casefile.yaml.faults.line import COLON
from coopform.casefile.yaml.faults.quoting import in_quotes, on_one_line
from coopform.casefile.yaml.nodes import Map, Node, Text, items_of, span
from coopform.model import keys
from coopform.model.keys import fold_key, misspelling
from coopform.text.dates import split_time

_DIGIT = re.compile(r"\d")


def read_steps(context: Context, node: Node, path: Path) -> list[dict[str, Any]] | None:
    """Return the steps; a single one counts as a list of one."""
    steps: list[dict[str, Any]] = []
    for item in items_of(node):
        if _report_steps_as_labels(context, item):
            continue
        here = (*path, len(steps))
        context.spans.record((here, item))
        step = read_mapping(context, keys.STEP, item, here)
        if step:
            steps.append(step)
    return steps or None


def _report_steps_as_labels(context: Context, node: Node) -> bool:
    """Report steps typed as « 2009 : création » or « 2009, création »; return whether there are any."""
    if isinstance(node, Text) and (step := split_time(on_one_line(node.value))):
        when, what = step
        context.at("step-as-label", node, when=when, what=_to_type(what))
        return True
    if not isinstance(node, Map) or any(_is_key(key) for key, _ in node.value):
        return False
    labels = [(key, value) for key, value in node.value if isinstance(value, Text)]
    if len(labels) < len(node.value):
        return False
    # Several labels behind one hyphen, or behind none, are several steps if all of them are dates.
    if len(labels) > 1 and not all(_DIGIT.search(key.value) for key, _ in labels):
        return False
    for key, value in labels:
        is_quoted = value.style in ("'", '"')
        what = (
            on_one_line(context.source.text[slice(*span(value))]) if is_quoted else _to_type(on_one_line(value.value))
        )
        when, more = split_time(key.value) or (key.value, "")
        context.at("step-as-label", key, when=when, what=in_quotes(f"{more} : {what}") if more else what)
    return True


def _to_type(words: str) -> str:
    """Return the text of a step as it is to be typed after its key."""
    return in_quotes(words) if COLON.search(words) else words


def _is_key(key: Text) -> bool:
    name = fold_key(key.value)
    return name in keys.STEP or misspelling(name, keys.STEP) is not None
