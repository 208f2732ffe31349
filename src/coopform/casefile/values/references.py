"""Read the sources of a case: a title, or a mapping."""

from typing import Any

from coopform.casefile.positions import Path
from coopform.casefile.values.context import Context
from coopform.casefile.values.mapping import read_mapping
from coopform.casefile.values.texts import read_text, report_colon
from coopform.casefile.yaml.nodes import Map, Node, Text, is_empty, items_of
from coopform.model import keys


def read_references(context: Context, node: Node, path: Path) -> list[dict[str, Any]] | None:
    """Return the sources; a text is the title of a source."""
    references: list[dict[str, Any]] = []
    for item in items_of(node):
        reference = _read_reference(context, item, (*path, len(references)))
        if reference:
            references.append(reference)
    return references or None


def _read_reference(context: Context, node: Node, path: Path) -> dict[str, Any] | None:
    if isinstance(node, Text):
        title = read_text(context, node, (*path, "titre"))
        if is_empty(node):
            context.at("empty-item", node, key=str(path[0]))
        return {"titre": title} if title else None
    context.spans.record((path, node))
    if isinstance(node, Map) and len(node.value) == 1 and _is_title(node) and report_colon(context, node, path):
        return None
    return read_mapping(context, keys.REFERENCE, node, path)


def _is_title(node: Map) -> bool:
    """Return whether what YAML takes for a key is the beginning of a title or an address."""
    key = node.value[0][0].value.strip()
    return " " in key or "://" in key
