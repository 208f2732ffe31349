"""Territorial co-operations on one grid: read, checked, found, compared, rendered and exported.

The public API, loaded on first use:

    from coopform import read_collection, compare, sheet
"""

# As in `typing`, which takes longer to load than all that coopform loads before it takes care of interrupts.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from coopform.casefile.writer import write_case
    from coopform.collection.collection import CaseFile, Collection, case_files, read_collection, read_file
    from coopform.collection.folder import FileMissing, FolderMissing
    from coopform.collection.lookup import AmbiguousCase, BrokenCase, UnknownCase, find_case
    from coopform.collection.search import Query, search
    from coopform.comparing.comparison import Comparison, compare
    from coopform.exporting.failures import CellTooLong
    from coopform.exporting.formats import export
    from coopform.extras import ExtraMissing
    from coopform.failures import CoopformError
    from coopform.handouts.analysis import analysis
    from coopform.handouts.blank import blank
    from coopform.handouts.booklet import booklet
    from coopform.handouts.comparison import side_by_side
    from coopform.handouts.documents import Document
    from coopform.handouts.guide import guide
    from coopform.handouts.panels import panels
    from coopform.handouts.sheet import sheet
    from coopform.handouts.slides import slides
    from coopform.handouts.synthesis import synthesis_of
    from coopform.importing.failures import UnreadableDocument
    from coopform.importing.import_document import CaseText, import_document
    from coopform.model.case import Case, Point, Recueil
    from coopform.problems.messages import help_line, message
    from coopform.problems.problem import Problem
    from coopform.rendering.formats import as_bytes
    from coopform.rendering.pages.render import as_text
    from coopform.rendering.pdf.engines import EngineMissing, PrintFailed
    from coopform.text.i18n import Translator
    from coopform.version import __version__

# Where each public name is found.
_HOMES = {
    "AmbiguousCase": "collection.lookup",
    "BrokenCase": "collection.lookup",
    "Case": "model.case",
    "CaseFile": "collection.collection",
    "CaseText": "importing.import_document",
    "CellTooLong": "exporting.failures",
    "Collection": "collection.collection",
    "Comparison": "comparing.comparison",
    "CoopformError": "failures",
    "Document": "handouts.documents",
    "EngineMissing": "rendering.pdf.engines",
    "ExtraMissing": "extras",
    "FileMissing": "collection.folder",
    "FolderMissing": "collection.folder",
    "Point": "model.case",
    "PrintFailed": "rendering.pdf.engines",
    "Problem": "problems.problem",
    "Query": "collection.search",
    "Recueil": "model.case",
    "Translator": "text.i18n",
    "UnknownCase": "collection.lookup",
    "UnreadableDocument": "importing.failures",
    "__version__": "version",
    "analysis": "handouts.analysis",
    "as_bytes": "rendering.formats",
    "as_text": "rendering.pages.render",
    "blank": "handouts.blank",
    "booklet": "handouts.booklet",
    "case_files": "collection.collection",
    "compare": "comparing.comparison",
    "export": "exporting.formats",
    "find_case": "collection.lookup",
    "guide": "handouts.guide",
    "help_line": "problems.messages",
    "import_document": "importing.import_document",
    "message": "problems.messages",
    "panels": "handouts.panels",
    "read_collection": "collection.collection",
    "read_file": "collection.collection",
    "search": "collection.search",
    "sheet": "handouts.sheet",
    "side_by_side": "handouts.comparison",
    "slides": "handouts.slides",
    "synthesis_of": "handouts.synthesis",
    "write_case": "casefile.writer",
}

__all__ = [
    "AmbiguousCase",
    "BrokenCase",
    "Case",
    "CaseFile",
    "CaseText",
    "CellTooLong",
    "Collection",
    "Comparison",
    "CoopformError",
    "Document",
    "EngineMissing",
    "ExtraMissing",
    "FileMissing",
    "FolderMissing",
    "Point",
    "PrintFailed",
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
