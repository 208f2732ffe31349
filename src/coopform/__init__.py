"""Territorial co-operations on one grid: read, checked, found, compared, rendered and exported.

The public API, loaded on first use:

    from coopform import read_collection, compare, sheet
"""

# As in `typing`, which takes longer to load than all that coopform loads before it takes care of interrupts.
TYPE_CHECKING = False
# For type checkers: each name is public by its `as`.
if TYPE_CHECKING:
    from coopform.casefile.writer import write_case as write_case
    from coopform.collection.collection import CaseFile as CaseFile
    from coopform.collection.collection import Collection as Collection
    from coopform.collection.collection import case_files as case_files
    from coopform.collection.collection import read_collection as read_collection
    from coopform.collection.collection import read_file as read_file
    from coopform.collection.folder import FileMissing as FileMissing
    from coopform.collection.folder import FolderMissing as FolderMissing
    from coopform.collection.lookup import AmbiguousCase as AmbiguousCase
    from coopform.collection.lookup import BrokenCase as BrokenCase
    from coopform.collection.lookup import UnknownCase as UnknownCase
    from coopform.collection.lookup import find_case as find_case
    from coopform.comparing.comparison import Comparison as Comparison
    from coopform.comparing.comparison import compare as compare
    from coopform.exporting.failures import CellTooLong as CellTooLong
    from coopform.exporting.formats import export as export
    from coopform.extras import ExtraMissing as ExtraMissing
    from coopform.failures import CoopformError as CoopformError
    from coopform.finding.search import Query as Query
    from coopform.finding.search import search as search
    from coopform.handouts.agreement import agreement as agreement
    from coopform.handouts.analysis import analysis as analysis
    from coopform.handouts.blank import blank as blank
    from coopform.handouts.booklet import booklet as booklet
    from coopform.handouts.comparison import side_by_side as side_by_side
    from coopform.handouts.documents import Document as Document
    from coopform.handouts.guide import guide as guide
    from coopform.handouts.library import library as library
    from coopform.handouts.panels import panels as panels
    from coopform.handouts.sheet import sheet as sheet
    from coopform.handouts.slides import slides as slides
    from coopform.handouts.synthesis import synthesis_of as synthesis_of
    from coopform.importing.failures import UnreadableDocument as UnreadableDocument
    from coopform.importing.import_document import CaseText as CaseText
    from coopform.importing.import_document import import_document as import_document
    from coopform.model.case import Case as Case
    from coopform.model.case import Point as Point
    from coopform.model.case import Recueil as Recueil
    from coopform.problems.messages import help_line as help_line
    from coopform.problems.messages import message as message
    from coopform.problems.problem import Problem as Problem
    from coopform.rendering.formats import as_bytes as as_bytes
    from coopform.rendering.pages.render import as_text as as_text
    from coopform.rendering.pdf.engines import EngineMissing as EngineMissing
    from coopform.rendering.pdf.engines import PrintFailed as PrintFailed
    from coopform.text.i18n import Translator as Translator
    from coopform.version import __version__ as __version__

# The public names of each module.
_PUBLIC = {
    "casefile.writer": "write_case",
    "collection.collection": "CaseFile Collection case_files read_collection read_file",
    "collection.folder": "FileMissing FolderMissing",
    "collection.lookup": "AmbiguousCase BrokenCase UnknownCase find_case",
    "finding.search": "Query search",
    "comparing.comparison": "Comparison compare",
    "exporting.failures": "CellTooLong",
    "exporting.formats": "export",
    "extras": "ExtraMissing",
    "failures": "CoopformError",
    "handouts.agreement": "agreement",
    "handouts.analysis": "analysis",
    "handouts.blank": "blank",
    "handouts.booklet": "booklet",
    "handouts.comparison": "side_by_side",
    "handouts.documents": "Document",
    "handouts.guide": "guide",
    "handouts.library": "library",
    "handouts.panels": "panels",
    "handouts.sheet": "sheet",
    "handouts.slides": "slides",
    "handouts.synthesis": "synthesis_of",
    "importing.failures": "UnreadableDocument",
    "importing.import_document": "CaseText import_document",
    "model.case": "Case Point Recueil",
    "problems.messages": "help_line message",
    "problems.problem": "Problem",
    "rendering.formats": "as_bytes",
    "rendering.pages.render": "as_text",
    "rendering.pdf.engines": "EngineMissing PrintFailed",
    "text.i18n": "Translator",
    "version": "__version__",
}
_HOMES = {name: module for module, names in _PUBLIC.items() for name in names.split()}

__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """Load a public name when it is asked for: `coopform --version` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'coopform' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"coopform.{_HOMES[name]}"), name)
