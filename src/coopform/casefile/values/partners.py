"""Read partners: a text, or keys from which the text is made (« 5 communautés de communes »)."""

from typing import Any

from coopform.casefile.positions import Path
from coopform.casefile.values.context import Context
from coopform.casefile.values.mapping import read_mapping
from coopform.casefile.values.texts import read_words, report_list, report_smart_quotes
from coopform.casefile.yaml.nodes import Map, Node, Text, Unreadable, is_empty, items_of, span
from coopform.model import keys
from coopform.model.partner_words import word_partner


def read_partners(context: Context, node: Node, path: Path) -> list[dict[str, Any]] | None:
    """Return the partners; a single one counts as a list of one."""
    partners: list[dict[str, Any]] = []
    for item in items_of(node):
        partner = _read_partner(context, item, (*path, len(partners)))
        if partner is not None:
            partners.append(partner)
    return partners or None


def _read_partner(context: Context, node: Node, path: Path) -> dict[str, Any] | None:
    context.spans.record((path, node))
    if isinstance(node, Text):
        words = read_words(context, node)
        if not words:
            context.at("empty-item", node, key=str(path[0]))
        return {"texte": words} if words else None
    if not isinstance(node, Map):
        report_list(context, node)
        return None
    if len(node.value) == 1 and not _is_partner_key(node.value[0][0]):
        # « Pilote : le PNR » is one text, which YAML takes for a key and a value.
        return _read_with_colon(context, *node.value[0])
    return _read_keys(context, node, path)


def _is_partner_key(key: Text) -> bool:
    name = keys.fold_key(key.value)
    return name in keys.PARTNER or keys.misspelling(name, keys.PARTNER) is not None


def _read_with_colon(context: Context, key: Text, value: Node) -> dict[str, Any] | None:
    if isinstance(value, Unreadable):
        return None
    if not isinstance(value, Text):
        context.at("expected-text", value, key=key.value)
        return None
    if is_empty(value):
        context.at("label-alone", key, label=key.value)
    words = f"{read_words(context, key)} : {read_words(context, value)}"
    report_smart_quotes(context, words, span(key)[0], span(value)[1])
    return {"texte": words}


def _read_keys(context: Context, node: Map, path: Path) -> dict[str, Any] | None:
    partner = read_mapping(context, keys.PARTNER, node, path)
    if not partner:
        return None
    partner.setdefault("texte", word_partner(partner))
    if not partner["texte"]:
        context.at("partner-without-name", node)
        return None
    return partner
