"""The names of the files of a handout folder. Sheets bear their case's ID, so no case may have these names."""

INDEX = "index"

# The documents that `render` makes, and the endings of the formats that each comes in.
DOCUMENTS = ("sheet", "comparison", "index")
FORMATS = {"html": "html", "markdown": "md"}

# Each document that stands once in a folder, by the language of the collection.
_NAMES = {
    "index": {"fr": INDEX, "en": INDEX},
    "comparison": {"fr": "tableau-synoptique", "en": "comparison"},
}

RESERVED = frozenset(name for names in _NAMES.values() for name in names.values())


def document_name(document: str, language: str) -> str:
    """Return the file name of a document, without its ending."""
    return _NAMES[document][language]


def document_of(stem: str) -> str:
    """Return which document a file name without ending belongs to: `sheet` unless it is one of ours."""
    return next((document for document, names in _NAMES.items() if stem in names.values()), "sheet")
