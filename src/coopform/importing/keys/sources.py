"""Read the sources of a case from the texts under their label, and the links in these."""

import re
from collections.abc import Iterable

from pydantic import ValidationError

from coopform.importing.labels import own_sheets
from coopform.model.case import Reference

_ADDRESS = re.compile(r"https?://\S+")


def read_sources(texts: Iterable[str], links: Iterable[str]) -> tuple[list[Reference], list[str]]:
    """Return a source for each text, and the addresses of links that no source takes.

    A source without an address is its own if that is one; else it takes the next link.
    """
    left = [link.strip() for link in links]
    sources = [own_sheets.reference(text) for text in texts]
    for fields in sources:
        if "url" not in fields and _ADDRESS.fullmatch(str(fields["titre"])):
            fields["url"] = fields["titre"]
        elif left and "url" not in fields:
            fields["url"] = left.pop(0)
    return [Reference.model_validate(_valid(fields)) for fields in sources], left


def _valid(fields: dict[str, object]) -> dict[str, object]:
    """Return the fields of a source that are valid; the words of the others are added to its note."""
    try:
        Reference.model_validate(fields)
    except ValidationError as refusal:
        bad = refused_keys(refusal)
        words = [str(fields[name]) for name in fields if name in bad]
        kept = {name: value for name, value in fields.items() if name not in bad}
        return {**kept, "note": ", ".join([str(kept["note"]), *words] if "note" in kept else words)}
    return fields


def refused_keys(refusal: ValidationError) -> set[str]:
    """Return the keys whose values a model refuses."""
    return {str(error["loc"][0]) for error in refusal.errors(include_url=False, include_input=False)}
