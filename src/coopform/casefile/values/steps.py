"""Read the steps of a co-operation, each a mapping with two keys."""

import re
from typing import Any

from coopform.casefile.positions import Path
from coopform.casefile.values.context import Context
from coopform.casefile.values.mapping import read_mapping
from coopform.casefile.yaml.nodes import Map, Node, Text, items_of
from coopform.model import keys
from coopform.model.keys import fold_key, misspelling

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
    """Report steps typed as « 2009 : création » instead of two keys; return whether there are any."""
    if not isinstance(node, Map) or not all(_is_label(key, value) for key, value in node.value):
        return False
    # Several labels behind one hyphen, or behind none, are several steps if all of them are dates.
    if len(node.value) > 1 and not all(_DIGIT.search(key.value) for key, _ in node.value):
        return False
    for key, value in node.value:
        context.at("step-as-label", key, when=key.value, what=value.value)
    return True


def _is_label(key: Text, value: Node) -> bool:
    name = fold_key(key.value)
    return isinstance(value, Text) and name not in keys.STEP and not misspelling(name, keys.STEP)
