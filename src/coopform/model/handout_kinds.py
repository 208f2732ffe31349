"""The kinds of documents: one row for each, with its files, what they are called and the formats they come in.

A sheet is named after the ID of its case, so no ID may be the name of a document on several. Other documents on one
case have the ID before their name.
"""

from typing import NamedTuple

from coopform.text.i18n import mark
from coopform.text.languages import in_language

INDEX = "index"

# The endings of the formats.
FORMATS = {"html": "html", "markdown": "md", "pdf": "pdf", "docx": "docx", "pptx": "pptx"}

# Between the ID of a case and the name of a document; no ID has it.
_AFTER_ID = "_"

_PAGE = ("html", "pdf")
_ALL = ("html", "markdown", "pdf", "docx")


class DocumentPart(NamedTuple):
    """One of the files of a kind of document.

    Attributes:
        label: what it is called, as a message.
        paper: on which a workshop prints it, `a3` or `a4`; empty for a screen, and for what it does not print.
        names: by language, the name of its file without ending; none where the case's ID is the name.
    """

    label: str
    paper: str
    names: dict[str, str]


class Kind(NamedTuple):
    """A kind of document. `handouts/`, `templates/` and `rendering/word/` have a file of its name.

    Only what the kind `order` holds is in `handouts/print_order.py`.

    Attributes:
        formats: keys of `FORMATS`.
        parts: its files; the key of the main one is empty.
        needs_cases: whether there is none without cases.
        is_of_files: whether it is on the files of a pack, made after them.
        is_of_case: whether there is one for each case.
        is_for_workshop: whether a pack holds it.
    """

    formats: tuple[str, ...]
    parts: dict[str, DocumentPart]
    needs_cases: bool = True
    is_of_files: bool = False
    is_of_case: bool = False
    is_for_workshop: bool = True

    @property
    def papers(self) -> dict[str, str]:
        """The part that is printed on each paper, for a kind that comes on several."""
        return {part.paper: key for key, part in self.parts.items()}


KINDS: dict[str, Kind] = {
    "sheet": Kind(_ALL, {"": DocumentPart(mark("Co-operation sheet"), "a4", {})}, is_of_case=True),
    "comparison": Kind(
        _ALL,
        {
            "": DocumentPart(mark("Synoptic table"), "a3", {"fr": "tableau-synoptique", "en": "synoptic-table"}),
            "a4": DocumentPart(
                mark("Synoptic table, on A4"), "a4", {"fr": "tableau-synoptique-a4", "en": "synoptic-table-a4"}
            ),
        },
    ),
    "panels": Kind(_PAGE, {"": DocumentPart(mark("Wall panels"), "a3", {"fr": "panneaux", "en": "panels"})}),
    "synthesis": Kind(
        _PAGE,
        {
            "": DocumentPart(mark("Synthesis"), "a3", {"fr": "synthese", "en": "synthesis"}),
            "empty": DocumentPart(
                mark("Synthesis to fill in"), "a3", {"fr": "synthese-vierge", "en": "synthesis-blank"}
            ),
        },
    ),
    "analysis": Kind(
        (*_PAGE, "docx"),
        {"": DocumentPart(mark("Analysis pages"), "a4", {"fr": "pages-d-analyse", "en": "analysis-pages"})},
    ),
    "booklet": Kind(_ALL, {"": DocumentPart(mark("Booklet"), "a4", {"fr": "livret", "en": "booklet"})}),
    "blank": Kind(
        _ALL,
        {
            "": DocumentPart(mark("Blank sheet"), "a4", {"fr": "fiche-vierge", "en": "blank-sheet"}),
            "a3": DocumentPart(mark("Blank sheet, on A3"), "a3", {"fr": "fiche-vierge-a3", "en": "blank-sheet-a3"}),
        },
        needs_cases=False,
    ),
    "slides": Kind((*_PAGE, "pptx"), {"": DocumentPart(mark("Slides"), "", {"fr": "diaporama", "en": "slides"})}),
    "guide": Kind(
        _ALL,
        {"": DocumentPart(mark("Facilitator’s guide"), "a4", {"fr": "guide-d-animation", "en": "facilitator-guide"})},
        needs_cases=False,
    ),
    "cards": Kind(
        _PAGE,
        {"": DocumentPart(mark("Group cards"), "a4", {"fr": "cartes-des-groupes", "en": "group-cards"})},
        needs_cases=False,
    ),
    "forms": Kind(
        ("html", "markdown", "pdf"),
        {"": DocumentPart(mark("Forms of agreement"), "", {"fr": "outils-de-cooperation", "en": "forms-of-agreement"})},
        needs_cases=False,
    ),
    "library": Kind(
        ("html",),
        {"": DocumentPart(mark("Library, to search and compare"), "", {"fr": "bibliotheque", "en": "library"})},
    ),
    "agreement": Kind(
        _ALL,
        {"": DocumentPart(mark("Draft of the agreement"), "a4", {"fr": "trame-d-accord", "en": "draft-agreement"})},
        is_of_case=True,
        is_for_workshop=False,
    ),
    "index": Kind(
        ("html", "markdown"), {"": DocumentPart(mark("Index"), "", {"fr": INDEX, "en": INDEX})}, needs_cases=False
    ),
    "order": Kind(
        ("pdf",),
        {"": DocumentPart(mark("Print order"), "a4", {"fr": "commande-d-impression", "en": "print-order"})},
        needs_cases=False,
        is_of_files=True,
    ),
    "pack": Kind(
        ("html",),
        {"": DocumentPart(mark("Workshop kit"), "", {"fr": "a-lire-d-abord", "en": "read-me-first"})},
        needs_cases=False,
        is_of_files=True,
    ),
}

# What a run of `render` makes.
RENDERED = tuple(key for key, kind in KINDS.items() if not kind.is_of_files)
PACK_ARCHIVE = {"fr": "kit-d-animation", "en": "workshop-kit"}
# The folders of a pack, by what their files are for.
PACK_FOLDERS = {
    "print": {"fr": "a-imprimer", "en": "to-print"},
    "project": {"fr": "a-projeter", "en": "to-project"},
    "edit": {"fr": "a-modifier", "en": "to-edit"},
}

# By the name of a file without ending: its kind, and which part of it.
_BY_NAME = {
    name: (key, part)
    for key, kind in KINDS.items()
    for part, known in kind.parts.items()
    for name in known.names.values()
}
RESERVED = frozenset(
    (*(name for name, (kind, _) in _BY_NAME.items() if not KINDS[kind].is_of_case), *PACK_ARCHIVE.values())
)


def document_name(kind: str, language: str, part: str = "") -> str:
    """Return the file name of a part of a document, without its ending; empty for sheets, named by case."""
    return in_language(KINDS[kind].parts[part].names, language)


def name_of_case(identifier: str, name: str) -> str:
    """Return the file name of a document on one case, without its ending; a sheet has no `name`."""
    return f"{identifier}{_AFTER_ID}{name}" if name else identifier


def document_of(stem: str) -> tuple[str, str]:
    """Return the kind and the part of the document with this file name, without ending; a sheet for any other name."""
    identifier, _, name = stem.rpartition(_AFTER_ID)
    kind, part = _BY_NAME.get(name, ("sheet", ""))
    return (kind, part) if KINDS[kind].is_of_case == bool(identifier) else ("sheet", "")


def case_of(stem: str) -> str:
    """Return the ID of the case that a document of this file name, without ending, is on; empty when on several."""
    kind, _ = document_of(stem)
    return "" if not KINDS[kind].is_of_case else stem if kind == "sheet" else stem.rpartition(_AFTER_ID)[0]


def document_label(kind: str, part: str = "") -> str:
    """Return what a document is called, as a message."""
    return KINDS[kind].parts[part].label


def file_name(stem: str, fmt: str) -> str:
    """Return the name of a file in a format."""
    return f"{stem}.{FORMATS[fmt]}"
