"""What the name typed for `--output` says: the format of the file, or that it is no place to write to."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from coopform.cli.option_values import choose_format, format_named
from coopform.exporting.endings import ENDINGS

if TYPE_CHECKING:
    from coopform.cli.failures import WrongChoice

_PAGE_ENDINGS = {".md": "markdown", ".html": "html", ".htm": "html"}
_ENDINGS = _PAGE_ENDINGS | {ending: fmt for fmt, endings in ENDINGS.items() for ending in endings}
# The formats of office programs, each with the one that `render` makes for such a program, if any.
OFFICE = {
    "pdf": "pdf", "docx": "docx", "doc": "docx", "odt": "docx", "rtf": "docx",
    "pptx": "pptx", "ppt": "pptx", "odp": "pptx", "xlsx": "", "xls": "", "ods": "",
}  # fmt: skip
# The endings that say what a file is.
_KNOWN = {*_ENDINGS, *(f".{fmt}" for fmt in OFFICE), ".zip"}


def is_output_name(path: Path) -> bool:
    """Return whether a file has the ending of what a command writes, and of no case."""
    from coopform.collection.folder import is_case_name

    return path.suffix.lower() in _KNOWN and not is_case_name(path.name)


def format_of(asked: str | None, output: Path | None, formats: Iterable[str]) -> str | None:
    """Return the format of `--format`, else that of the ending of the output file; None without either.

    Raises:
        WrongChoice: there is no such format, the ending is that of none, or that of a document of an office program.
        Contradiction: the ending is that of another format than the one asked for.
    """
    known = tuple(formats)
    endings = {ending: fmt for ending, fmt in _ENDINGS.items() if fmt in known}
    named = endings.get(output.suffix.lower()) if output else None
    if asked:
        chosen = choose_format(asked, known)
        if named and named != chosen:
            from coopform.cli.failures import Contradiction

            raise Contradiction(f"--format {chosen}", f"--output {output}")
        if output and named is None:
            refuse_other_ending(output, endings)
        return chosen
    if output and named is None:
        raise _wrong_ending(output, endings)
    return named


def refuse_other_ending(output: Path | None, endings: Iterable[str]) -> None:
    """Refuse a file whose name is that of another format: a document of an office program, a case.

    Raises:
        WrongChoice: its ending is that of such a file; `endings` are those to choose from.
    """
    if output and output.suffix.lower() in _KNOWN.difference(endings):
        raise _wrong_ending(output, endings)


def refuse_file(folder: Path, formats: Iterable[str] = ()) -> None:
    """Refuse the name of a file where a folder of several files is made.

    Args:
        folder: the folder asked for.
        formats: those that `--format` takes, if the command has this option.

    Raises:
        FileForFolder: the name has the ending of a document or an archive, and there is no such folder.
    """
    fmt = format_of_name(folder)
    if is_output_name(folder) and not folder.is_dir():
        from coopform.cli.failures import FileForFolder

        meant = OFFICE.get(fmt) or fmt
        raise FileForFolder(folder, meant if meant in formats else "")


def refuse_among_cases(folder: Path, cases: Path) -> None:
    """Refuse to make files among the files of cases.

    Args:
        folder: the folder to write to.
        cases: the folder of cases that were read.

    Raises:
        FolderOfCases: it is that folder, or another one that has a case or `_recueil.yaml` in it.
    """
    from coopform.collection.collection import read_file
    from coopform.collection.folder import RECUEIL_NAME, is_case_name

    if not folder.is_dir():
        return
    named = (path for path in folder.iterdir() if is_case_name(path.name) and path.is_file())
    if folder.samefile(cases) or (folder / RECUEIL_NAME).exists() or any(read_file(path).case for path in named):
        from coopform.cli.failures import FolderOfCases

        raise FolderOfCases(folder)


def format_of_name(path: Path) -> str:
    """Return the format that the ending of a file means, or another ending as it is, without its dot."""
    return format_named(path.suffix.removeprefix("."))


def _wrong_ending(output: Path, endings: Iterable[str]) -> "WrongChoice":
    from coopform.cli.failures import WrongChoice

    return WrongChoice("--output", output.name or str(output), tuple(f"*{ending}" for ending in endings))
