"""Read the steps of a co-operation, each a mapping with two keys."""

from typing import Any

from coopform.casefile.positions import Path
from coopform.casefile.values.context import Context
from coopform.casefile.values.mapping import read_mapping
from coopform.casefile.yaml.nodes import Map, Node, Text, items_of
from coopform.model import keys
from coopform.model.keys import fold_key, misspelling


def read_steps(context: Context, node: Node, path: Path) -> list[dict[str, Any]] | None:
    """Return the steps; a single one counts as a list of one."""
    steps: list[dict[str, Any]] = []
    for item in items_of(node):
        if _report_step_as_label(context, item):
            continue
        here = (*path, len(steps))
        context.spans.record((here, item))
        step = read_mapping(context, keys.STEP, item, here)
        if step:
            steps.append(step)
    return steps or None


def _report_step_as_label(context: Context, node: Node) -> bool:
    """Report a step typed as « 2009 : création » instead of two keys; return whether it is one."""
    if not isinstance(node, Map) or len(node.value) != 1 or fold_key(node.value[0][0].value) in keys.STEP:
        return False
    key, value = node.value[0]
    if not isinstance(value, Text) or misspelling(fold_key(key.value), keys.STEP):
        return False
    context.at("step-as-label", key, when=key.value, what=value.value)
    return True
