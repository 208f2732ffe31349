"""The words for a partner that was typed by its keys (« 5 communautés de communes »)."""

from collections.abc import Mapping
from typing import Any

from coopform.model import vocabulary


def word_partner(parts: Mapping[str, Any]) -> str:
    """Return the words for a partner from its `nombre`, `nom` or `type`, and `precision`; empty without a name."""
    number = str(parts.get("nombre", ""))
    if number == "1" and parts.get("nom"):
        number = ""  # a name is one already
    name = parts.get("nom") or " et ".join(
        _name(kind, plural=number not in ("", "1")) for kind in parts.get("type", ())
    )
    if not name:
        return ""
    words = f"{number} {name}" if number else name
    return f"{words} ({parts['precision']})" if parts.get("precision") else words


def _name(kind: str, *, plural: bool) -> str:
    known = vocabulary.load().partner_type(kind)
    if known is None:
        return kind
    return known.pluriel if plural else known.nom
