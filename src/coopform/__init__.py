"""Territorial co-operations on one grid: read, checked, found, compared and rendered.

The public API, loaded on first use:

    from coopform import read_collection, compare, sheet
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from coopform.case import Case, Point
    from coopform.collection import Collection, read_collection, read_file
    from coopform.comparison import Comparison, compare
    from coopform.documents import Document, as_text, sheet, side_by_side
    from coopform.finding import find_case
    from coopform.problem import Problem
    from coopform.searching import Query, search

_HOMES = {
    "Case": "case",
    "Collection": "collection",
    "Comparison": "comparison",
    "Document": "documents",
    "Point": "case",
    "Problem": "problem",
    "Query": "searching",
    "as_text": "documents",
    "compare": "comparison",
    "find_case": "finding",
    "read_collection": "collection",
    "read_file": "collection",
    "search": "searching",
    "sheet": "documents",
    "side_by_side": "documents",
}

__all__ = [
    "Case",
    "Collection",
    "Comparison",
    "Document",
    "Point",
    "Problem",
    "Query",
    "__version__",
    "as_text",
    "compare",
    "find_case",
    "read_collection",
    "read_file",
    "search",
    "sheet",
    "side_by_side",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is asked for: `coopform --version` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'coopform' has no attribute {name!r}")
    return getattr(import_module(f"coopform.{_HOMES[name]}"), name)
