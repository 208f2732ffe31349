"""Territorial co-operations on one grid: read, checked, found, compared, rendered and exported.

The public API, loaded on first use:

    from coopform import read_collection, compare, sheet
"""

__version__ = "0.1.0"

# As in `typing`, which takes longer to load than all that coopform loads before it takes care of interrupts.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from coopform.case import Case, Point, Recueil
    from coopform.casefolder import FolderMissing
    from coopform.collection import CaseFile, Collection, case_files, read_collection, read_file
    from coopform.comparison import Comparison, compare
    from coopform.documents import (
        Document,
        analysis,
        as_text,
        blank,
        booklet,
        guide,
        panels,
        sheet,
        side_by_side,
        slides,
        synthesis_of,
    )
    from coopform.exporting.formats import export
    from coopform.finding import AmbiguousCase, BrokenCase, UnknownCase, find_case
    from coopform.i18n import Translator
    from coopform.importing.failures import UnreadableDocument
    from coopform.importing.files import CaseText, import_document
    from coopform.makers import as_bytes
    from coopform.problem import Problem
    from coopform.searching import Query, search
    from coopform.wording import help_line, message
    from coopform.writing import write_case

# Where each public name is found.
_HOMES = {
    "AmbiguousCase": "finding",
    "BrokenCase": "finding",
    "Case": "case",
    "CaseFile": "collection",
    "CaseText": "importing.files",
    "Collection": "collection",
    "Comparison": "comparison",
    "Document": "documents",
    "FolderMissing": "casefolder",
    "Point": "case",
    "Problem": "problem",
    "Query": "searching",
    "Recueil": "case",
    "Translator": "i18n",
    "UnknownCase": "finding",
    "UnreadableDocument": "importing.failures",
    "analysis": "documents",
    "as_bytes": "makers",
    "as_text": "documents",
    "blank": "documents",
    "booklet": "documents",
    "case_files": "collection",
    "compare": "comparison",
    "export": "exporting.formats",
    "find_case": "finding",
    "guide": "documents",
    "help_line": "wording",
    "import_document": "importing.files",
    "message": "wording",
    "panels": "documents",
    "read_collection": "collection",
    "read_file": "collection",
    "search": "searching",
    "sheet": "documents",
    "side_by_side": "documents",
    "slides": "documents",
    "synthesis_of": "documents",
    "write_case": "writing",
}

__all__ = [
    "AmbiguousCase",
    "BrokenCase",
    "Case",
    "CaseFile",
    "CaseText",
    "Collection",
    "Comparison",
    "Document",
    "FolderMissing",
    "Point",
    "Problem",
    "Query",
    "Recueil",
    "Translator",
    "UnknownCase",
    "UnreadableDocument",
    "__version__",
    "analysis",
    "as_bytes",
    "as_text",
    "blank",
    "booklet",
    "case_files",
    "compare",
    "export",
    "find_case",
    "guide",
    "help_line",
    "import_document",
    "message",
    "panels",
    "read_collection",
    "read_file",
    "search",
    "sheet",
    "side_by_side",
    "slides",
    "synthesis_of",
    "write_case",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is asked for: `coopform --version` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'coopform' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"coopform.{_HOMES[name]}"), name)
