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
    from coopform.documents import comparison_of, sheet
    from coopform.finding import find_case
    from coopform.problem import Problem
    from coopform.searching import Query, search

_HOMES = {
    "Case": "case",
    "Collection": "collection",
    "Comparison": "comparison",
    "Point": "case",
    "Problem": "problem",
    "Query": "searching",
    "compare": "comparison",
    "comparison_of": "documents",
    "find_case": "finding",
    "read_collection": "collection",
    "read_file": "collection",
    "search": "searching",
    "sheet": "documents",
}

__all__ = [
    "Case",
    "Collection",
    "Comparison",
    "Point",
    "Problem",
    "Query",
    "__version__",
    "compare",
    "comparison_of",
    "find_case",
    "read_collection",
    "read_file",
    "search",
    "sheet",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is asked for: `coopform --version` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module 'coopform' has no attribute {name!r}")
    return getattr(import_module(f"coopform.{_HOMES[name]}"), name)
