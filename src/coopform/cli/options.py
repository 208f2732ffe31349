"""The options that several commands share: their words, their checks, their completion."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import completion
from coopform.cli.errors import WrongChoice
from coopform.i18n import mark

if TYPE_CHECKING:
    from coopform.grid import Rubric

Cases = Annotated[
    Path | None,
    # Whether a path can be read is ours to say, in words: typer's own check is English.
    typer.Option(
        "--cases",
        metavar=mark("FOLDER"),
        help=mark("The folder of cases, instead of the nearest cases/."),
        readable=False,
    ),
]
Row = Annotated[
    list[str] | None,
    typer.Option(
        "--row",
        metavar=mark("ROW"),
        help=mark("Only this row of the grid, by its key: enjeux, acteurs… May be repeated."),
        autocompletion=completion.rows,
    ),
]
Force = Annotated[bool, typer.Option("--force", help=mark("Write over files that coopform did not make."))]
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
        raise WrongChoice(option, value, known)
    return value.lower()


def find_rows(words: list[str] | None) -> "list[Rubric]":
    """Return the rows that the values of `--row` name, each once.

    Raises:
        WrongChoice: a value names no row.
    """
    from coopform import grid
    from coopform.labels import key_of_label

    rows = []
    for word in words or []:
        row = grid.find_row(word) or grid.find_row(key_of_label(word) or "")
        if row is None:
            raise WrongChoice("--row", word, tuple(grid.ROWS))
        rows.append(row)
    return list(dict.fromkeys(rows))
