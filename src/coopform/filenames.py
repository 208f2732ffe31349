"""The documents: which formats each comes in, and what its files are called.

Sheets bear their case's ID, so no case may have a name of this table.
"""

from dataclasses import dataclass, field

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
    """Return the names of a document: of its main part, and of each variant, to which an ending is added."""
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
}

# What `render --document` takes; the pack is all the others in one folder.
PACK = "pack"
DOCUMENTS = (*KINDS, PACK)

# The page of a pack that says what to print, and its archive.
PACK_PAGE = {"fr": "a-lire-d-abord", "en": "read-me-first"}
PACK_ARCHIVE = {"fr": "kit-d-animation", "en": "workshop-kit"}

RESERVED = frozenset(
    [name for kind in KINDS.values() for names in kind.names.values() for name in names.values()]
    + [*PACK_PAGE.values(), *PACK_ARCHIVE.values()]
)


def document_name(document: str, language: str, part: str = "") -> str:
    """Return the file name of a document, or of a part of it, without its ending; empty for sheets, named by case."""
    names = KINDS[document].names
    return names[part][language] if names else ""


def document_of(stem: str) -> str:
    """Return which document a file name without ending belongs to: `sheet` unless it is one of ours."""
    return next((key for key, kind in KINDS.items() if any(stem in n.values() for n in kind.names.values())), "sheet")
