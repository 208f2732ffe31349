"""Words typed where cases are named, that are the value of an option."""

from collections.abc import Mapping
from pathlib import Path

from coopform.cli.as_typed import as_typed
from coopform.cli.document_names import document_named
from coopform.cli.failures import MissingOption
from coopform.cli.option_values import is_format
from coopform.cli.output_names import is_output_name
from coopform.collection.folder import FileMissing, case_paths
from coopform.collection.lookup import FolderNamed, UnknownCase
from coopform.failures import CoopformError
from coopform.text.i18n import Translator


def refuse_misplaced(failure: CoopformError, options: Mapping[str, str], t: Translator) -> None:
    """Name the option that is missing before a word: `coopform export recueil.xlsx`, `coopform render livret`.

    Args:
        failure: why a case was not found; other failures are left alone.
        options: the options of the command, each with its placeholder in the help.
        t: the language of the names of documents.

    Raises:
        MissingOption: the word is the value of an option.
    """
    match failure:
        case FolderNamed() if options.get("-o") == "FOLDER" and not any(case_paths(failure.path)):
            name = str(failure.path)
            typed = f"-o {as_typed(name)}"
        case UnknownCase():
            name = failure.name
            typed = _typed(name, options, t)
        case FileMissing():
            name = str(failure.path)
            typed = _typed(name, options, t)
        case _:
            return
    if typed:
        raise MissingOption(name, typed) from failure


def _typed(name: str, options: Mapping[str, str], t: Translator) -> str:
    """Return what to type for a word that is no case; empty if it is the value of no option."""
    if name.isdecimal() and "--people" in options:
        return f"--people {name}"
    # `open` also writes, but the name of a page is for it a way to name a case.
    makes_files = "--format" in options or "--people" in options
    if makes_files and "-o" in options and is_output_name(Path(name)):
        return f"-o {as_typed(name)}"
    if "--format" in options and is_format(name):
        return f"--format {name}"
    if not document_named(name, t):
        return ""
    command = "" if "--document" in options else "coopform render "
    return f"{command}--document {as_typed(name)}"
