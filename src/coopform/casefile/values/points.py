"""Read the points of a row: texts, labels with a text, labels with nested points."""

from typing import Any

from coopform.casefile.positions import Path
from coopform.casefile.values.context import Context
from coopform.casefile.values.texts import read_words, report_list, report_smart_quotes
from coopform.casefile.yaml.nodes import Map, Node, Text, Unreadable, is_empty, items_of, span
from coopform.model.keys import fold_key
from coopform.model.labels import key_behind_signs
from coopform.model.limits import MAX_POINT_DEPTH
from coopform.text.characters import OTHER_SPACES
from coopform.text.folding import fold
from coopform.text.quotation import is_quoted_colon

Points = list[dict[str, Any]]


def read_points(context: Context, node: Node, path: Path, depth: int = 1) -> Points | None:
    """Return the points of a list, or of a mapping with labels as keys; a single text counts as a list of one."""
    if is_empty(node):
        return None
    if depth > MAX_POINT_DEPTH:
        context.at("points-too-deep", node, limit=str(MAX_POINT_DEPTH))
        return None
    if isinstance(node, Map):
        _report_same_labels(context, node)
        return [
            _read_labelled(context, key, value, (*path, index), depth) for index, (key, value) in enumerate(node.value)
        ]
    points: Points = []
    for item in items_of(node):
        point = _read_point(context, item, (*path, len(points)), depth)
        if point is not None:
            points.append(point)
    return points or None


def _report_same_labels(context: Context, node: Map) -> None:
    first: dict[str, Text] = {}
    for key, _ in node.value:
        other = first.setdefault(fold(key.value), key)
        if other is not key:
            context.duplicate(key, other, key.value)


def _read_point(context: Context, node: Node, path: Path, depth: int) -> dict[str, Any] | None:
    if isinstance(node, Text):
        context.spans.record((path, node))
        words = read_words(context, node)
        if words:
            return {"texte": words}
        context.at("empty-item", node, key=str(path[0]))
        return None
    if isinstance(node, Map):
        if len(node.value) > 1:
            label = node.value[1][0]
            context.at("several-labels", label, label=label.value)
            return None
        if not node.value:
            context.at("empty-item", node, key=str(path[0]))
            return None
        key, value = node.value[0]
        return _read_labelled(context, key, value, path, depth)
    report_list(context, node)
    return None


def _report_label_alone(context: Context, key: Text, path: Path) -> None:
    """Report a label without a text; at the margin, the label or name of another key is that key after a hyphen."""
    start, end = span(key)
    before = context.source.before(start)
    meant = key_behind_signs(f"{before}{key.value}") if before.startswith("-") else None
    if meant is None or meant == path[0] or any(fold_key(other.value) == meant for other, _ in context.pairs):
        context.at("label-alone", key, label=key.value)
        return
    context.reported_keys.add((meant,))
    context.problem("misspelt-key", start - len(before), end, key=f"{before}{key.value}", right=meant)


def _read_labelled(context: Context, key: Text, value: Node, path: Path, depth: int) -> dict[str, Any]:
    context.spans.record((path, key))
    point: dict[str, Any] = {"libelle": read_words(context, key).strip(OTHER_SPACES + " ")}
    if not point["libelle"]:
        context.at("empty-label", key)
    if isinstance(value, Text):
        point["texte"] = read_words(context, value) or None
        if point["texte"] and not key.style and is_quoted_colon(point["libelle"], point["texte"]):
            # « Un : deux » is one quotation: its colon does not end a label.
            words = f"{point['libelle']} : {point['texte']}"
            report_smart_quotes(context, words, span(key)[0], span(value)[1])
            return {"texte": words}
        if point["libelle"] and point["texte"] is None:
            _report_label_alone(context, key, path)
    elif not isinstance(value, Unreadable):
        point["points"] = read_points(context, value, (*path, "points"), depth + 1) or []
    return point
