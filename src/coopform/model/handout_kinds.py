"""The kinds of documents: their formats and their file names.

A sheet is named after the ID of its case, so no ID may be a name of this table.
"""

from dataclasses import dataclass, field

from coopform.text.i18n import mark

INDEX = "index"

# The endings of the formats.
FORMATS = {"html": "html", "markdown": "md", "pdf": "pdf", "docx": "docx"}

_PAGE = ("html", "pdf")
_TEXT = ("html", "markdown", "pdf")
_ALL = ("html", "markdown", "pdf", "docx")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    Attributes:
        formats: keys of `FORMATS`.
        names: by part, then by language, the name of its file without ending; none where the case's ID is the name.
    """

    formats: tuple[str, ...]
    names: dict[str, dict[str, str]] = field(default_factory=dict)


def _named(fr: str, en: str, **variants: tuple[str, str]) -> dict[str, dict[str, str]]:
    """Return the names of a document: of its main part, and of each variant with its suffixes."""
    endings = {"": ("", ""), **variants}
    return {part: {"fr": fr + end_fr, "en": en + end_en} for part, (end_fr, end_en) in endings.items()}


KINDS: dict[str, Kind] = {
    "sheet": Kind(_ALL),
    "comparison": Kind(_ALL, _named("tableau-synoptique", "comparison", a4=("-a4", "-a4"))),
    "panels": Kind(_PAGE, _named("panneaux", "panels")),
    "synthesis": Kind(_PAGE, _named("synthese", "synthesis", empty=("-vierge", "-blank"))),
    "analysis": Kind((*_PAGE, "docx"), _named("pages-d-analyse", "analysis-pages")),
    "booklet": Kind(_ALL, _named("livret", "booklet")),
    "blank": Kind(_ALL, _named("fiche-vierge", "blank-sheet", a3=("-a3", "-a3"))),
    "slides": Kind(_PAGE, _named("diaporama", "slides")),
    "guide": Kind(_ALL, _named("guide-d-animation", "facilitator-guide")),
    "index": Kind(("html", "markdown"), _named(INDEX, INDEX)),
    "pack": Kind(_PAGE, _named("a-lire-d-abord", "read-me-first")),
}

# All the other documents in one folder; its page lists what to print.
PACK = "pack"
PACK_ARCHIVE = {"fr": "kit-d-animation", "en": "workshop-kit"}
# The folders of a pack, by purpose.
PACK_FOLDERS = {
    "print": {"fr": "a-imprimer", "en": "to-print"},
    "project": {"fr": "a-projeter", "en": "to-project"},
    "edit": {"fr": "a-modifier", "en": "to-edit"},
}

RESERVED = frozenset(
    [name for kind in KINDS.values() for names in kind.names.values() for name in names.values()]
    + [*PACK_ARCHIVE.values()]
)


def document_name(document: str, language: str, part: str = "") -> str:
    """Return the file name of a document, or of a part of it, without its ending; empty for sheets, named by case."""
    names = KINDS[document].names
    return names[part][language] if names else ""


def document_of(stem: str) -> tuple[str, str]:
    """Return the kind and the part of a document from its file name without ending; a sheet if not in the table."""
    for key, kind in KINDS.items():
        for part, names in kind.names.items():
            if stem in names.values():
                return key, part
    return "sheet", ""


# The label of each kind; of a part of a kind, by `kind-part`.
DOCUMENT_LABELS = {
    "sheet": mark("Co-operation sheet"),
    "comparison": mark("Synoptic table"),
    "comparison-a4": mark("Synoptic table, on A4"),
    "panels": mark("Wall panels"),
    "synthesis": mark("Synthesis"),
    "synthesis-empty": mark("Synthesis to fill in"),
    "analysis": mark("Analysis pages"),
    "booklet": mark("Booklet"),
    "blank": mark("Blank sheet"),
    "blank-a3": mark("Blank sheet, on A3"),
    "slides": mark("Slides"),
    "guide": mark("Facilitator’s guide"),
    "index": mark("Index"),
    "pack": mark("Workshop kit"),
}


def document_label(kind: str, part: str = "") -> str:
    """Return the label of a document, as a message."""
    return DOCUMENT_LABELS[f"{kind}-{part}" if part else kind]
