"""The options that several commands share: their words, their checks, their completion."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from coopform.cli import completion
from coopform.text.i18n import mark

if TYPE_CHECKING:
    from coopform.model.grid import Rubric


def path_option(*names: str, metavar: str, help: str) -> Any:  # noqa: A002 (typer's name)
    """Return an option that takes a path; whether it can be read is ours to say: typer's own check is English."""
    return typer.Option(*names, metavar=metavar, help=help, readable=False)


def choice_option(name: str, metavar: str, help: str, choices: Iterable[str]) -> Any:  # noqa: A002 (typer's name)
    """Return an option whose values are `choices`, which the shell proposes; `choose` checks what was typed."""
    return typer.Option(name, metavar=metavar, help=help, autocompletion=lambda: [*choices])


def completed_option(metavar: str, help: str, complete: Callable[..., Any]) -> Any:  # noqa: A002 (typer's name)
    """Return an option named as its parameter, whose values `complete` proposes to the shell."""
    return typer.Option(metavar=metavar, help=help, autocompletion=complete)


Cases = Annotated[
    Path | None,
    path_option("--cases", metavar=mark("FOLDER"), help=mark("The folder of cases, instead of the nearest cases/.")),
]
OutputFile = Annotated[
    Path | None,
    path_option("--output", "-o", metavar=mark("FILE"), help=mark("Write to this file instead of the screen.")),
]
Force = Annotated[bool, typer.Option("--force", help=mark("Write over files that coopform did not make."))]
Row = Annotated[
    list[str] | None,
    typer.Option(
        "--row",
        metavar=mark("ROW"),
        help=mark("Only this row of the grid, by its key: enjeux, acteurs… May be repeated."),
        autocompletion=completion.rows,
    ),
]
Identifiers = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=mark("ID…"),
        help=mark("The cases: an ID, the beginning or a part of one, or the path of a file."),
        autocompletion=completion.case_ids,
    ),
]


def choose(value: str, choices: Iterable[str], option: str) -> str:
    """Return `value` if it is one of `choices`, whatever its case.

    Raises:
        WrongChoice: it is not.
    """
    known = tuple(choices)
    if value.lower() not in known:
        from coopform.cli.failures import WrongChoice

        raise WrongChoice(option, value, known)
    return value.lower()


def count(value: str, option: str, *, most: int) -> int:
    """Return the whole number typed for an option, from 1 to `most`.

    Raises:
        WrongNumber: it is none.
    """
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:9]) <= most:
        from coopform.cli.failures import WrongNumber

        raise WrongNumber(option, value, most)
    return int(value)


def format_of(asked: str | None, output: Path | None, endings: Mapping[str, str], formats: Iterable[str]) -> str | None:
    """Return the format asked for, else the one that the name of the output file says; None when nothing says one.

    Args:
        asked: what was typed for `--format`, if anything.
        output: the file named by `--output`, if any.
        endings: the format that each ending of a file's name says.
        formats: all formats.

    Raises:
        WrongChoice: there is no such format, or the name says none.
        Contradiction: the name says another format than the one asked for.
    """
    from coopform.cli.failures import Contradiction, WrongChoice

    named = endings.get(output.suffix.lower()) if output else None
    if asked:
        chosen = choose(asked, formats, "--format")
        if named and named != chosen:
            raise Contradiction(f"--format {chosen}", f"--output {output}")
        return chosen
    if output and named is None:
        raise WrongChoice("--output", output.name, tuple(f"*{ending}" for ending in endings))
    return named


def find_rows(words: list[str] | None) -> "list[Rubric]":
    """Return the rows that the values of `--row` name, each once.

    Raises:
        WrongChoice: a value names no row.
    """
    if not words:
        return []
    from coopform.cli.failures import WrongChoice
    from coopform.model import grid
    from coopform.model.labels import key_of_label

    rows = []
    for word in words:
        row = grid.find_row(word) or grid.find_row(key_of_label(word) or "")
        if row is None:
            raise WrongChoice("--row", word, tuple(grid.ROWS))
        rows.append(row)
    return list(dict.fromkeys(rows))
