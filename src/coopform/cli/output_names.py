"""What the name typed for `--output` says: the format of the file, or that another command makes it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coopform.cli.as_typed import as_typed
from coopform.cli.option_values import choose_format, format_named

if TYPE_CHECKING:
    from coopform.cli.failures import WrongChoice

_PAGE_ENDINGS = {".md": "markdown", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}
# The formats of office programs, each with the one that `render` makes for such a program, if any.
_OFFICE = {
    "pdf": "pdf", "docx": "docx", "doc": "docx", "odt": "docx", "rtf": "docx",
    "pptx": "pptx", "ppt": "pptx", "odp": "pptx", "xlsx": "", "xls": "", "ods": "",
}  # fmt: skip


def page_endings(formats: Iterable[str]) -> dict[str, str]:
    """Return the endings of the files that a page or its data is written to, each with its format, for `format_of`."""
    known = tuple(formats)
    return {ending: fmt for ending, fmt in _PAGE_ENDINGS.items() if fmt in known}


def is_output_name(path: Path) -> bool:
    """Return whether a file has the ending of what a command writes, and of no case."""
    ending = path.suffix.lower()
    return ending in _PAGE_ENDINGS or ending.removeprefix(".") in _OFFICE or ending == ".zip"


def format_of(asked: str | None, output: Path | None, endings: Mapping[str, str], formats: Iterable[str]) -> str | None:
    """Return the format of `--format`, else that of the ending of the output file; None without either.

    Raises:
        WrongChoice: there is no such format, the ending is that of none, or that of a document of an office program.
        Contradiction: the ending is that of another format than the one asked for.
    """
    named = endings.get(output.suffix.lower()) if output else None
    if asked:
        chosen = choose_format(asked, formats)
        if named and named != chosen:
            from coopform.cli.failures import Contradiction

            raise Contradiction(f"--format {chosen}", f"--output {output}")
        if output and named is None:
            refuse_office(output, endings)
        return chosen
    if output and named is None:
        raise _wrong_ending(output, endings)
    return named


def refuse_office(output: Path | None, endings: Iterable[str]) -> None:
    """Refuse a file whose name is that of a document of an office program, which would not be one.

    Raises:
        WrongChoice: its ending is that of such a document; `endings` are those to choose from.
    """
    if output and _format_of_name(output) in _OFFICE:
        raise _wrong_ending(output, endings)


def refuse_printed(
    asked: str | None, output: Path | None, words: Sequence[str], kinds: Sequence[str], *, makes_pages: bool = True
) -> None:
    """Name the command that makes Word, PowerPoint and PDF.

    Args:
        asked: the format asked for.
        output: the file asked for.
        words: what comes after `coopform render`: the cases.
        kinds: the documents that are offered, the first that comes in the format asked for.
        makes_pages: the command itself makes HTML.

    Raises:
        OtherCommand: one of these formats is asked for, by the format or by the ending of the file.
    """
    from coopform.model.handout_kinds import KINDS

    typed = format_named(asked) if asked else _format_of_name(output) if output else ""
    fmt = typed if typed == "html" and not makes_pages else _OFFICE.get(typed)
    if not fmt:
        return
    from coopform.cli.failures import OtherCommand

    kind = next((kind for kind in kinds if fmt in KINDS[kind].formats), "")
    made = fmt if kind else "pdf"
    command = " ".join(("coopform render", *map(as_typed, words), f"--document {kind or kinds[0]} --format {made}"))
    is_made = kind and typed == fmt
    raise OtherCommand(output.name if output else asked or "", command, instead="" if is_made else made)


def refuse_file(folder: Path) -> None:
    """Refuse the name of a file where a folder of several files is made.

    Raises:
        FileForFolder: the name has the ending of a document or an archive, and there is no such folder.
    """
    fmt = _format_of_name(folder)
    if (fmt in _OFFICE or folder.suffix.lower() in (".zip", ".html", ".htm", ".md")) and not folder.is_dir():
        from coopform.cli.failures import FileForFolder

        raise FileForFolder(folder, _OFFICE.get(fmt, ""))


def _format_of_name(path: Path) -> str:
    """Return the format that the ending of a file means, or another ending as it is, without its dot."""
    return format_named(path.suffix.removeprefix("."))


def _wrong_ending(output: Path, endings: Iterable[str]) -> "WrongChoice":
    from coopform.cli.failures import WrongChoice

    return WrongChoice("--output", output.name or str(output), tuple(f"*{ending}" for ending in endings))
