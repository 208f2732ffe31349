"""What a message proposes for an argument: a case or a document that is there."""

from pathlib import Path

from coopform import resources
from coopform.cli.cases import find_folder
from coopform.cli.failure_words.hints import DOCUMENTS, names_in
from coopform.collection.collection import read_collection
from coopform.collection.folder import case_id, case_paths
from coopform.collection.lookup import find_file
from coopform.failures import CoopformError

# The folder of the guides.
_DOCUMENTS = "documents"


def example_of(parameter: str, cases: Path | None, *, shipped: bool) -> str:
    """Return a value for an argument: the ID of a case, or a document of this folder; empty without any.

    Args:
        parameter: its placeholder.
        cases: the folder of cases that was named.
        shipped: whether the shipped cases do where there is no other folder.
    """
    if parameter == "CASE":
        folder = find_folder(cases) or (resources.cases_dir() if shipped else None)
        return next((case_id(path) for path in case_paths(folder)), "") if folder else ""
    if parameter == "FILE|FOLDER…":
        here = (name for name in names_in(Path()) if name.lower().endswith(DOCUMENTS))
        return _DOCUMENTS if Path(_DOCUMENTS).is_dir() else next(here, "")
    return ""


def is_case(name: str, cases: Path | None) -> bool:
    """Return whether a case has this name in the folder that was named, or in the one that is used without."""
    try:
        find_file(name, read_collection(find_folder(cases) or resources.cases_dir(), advice=False))
    except CoopformError:
        return False
    return True
