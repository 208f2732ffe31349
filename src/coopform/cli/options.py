"""The options that several commands share, and how options are declared."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from coopform.cli import completion
from coopform.text.i18n import mark


def path_option(*names: str, metavar: str, help: str) -> Any:  # noqa: A002 (typer's name)
    """Return an option that takes a path; typer does not check it, because its messages are English."""
    return typer.Option(*names, metavar=metavar, help=help, readable=False)


def choice_option(name: str, metavar: str, help: str, choices: Iterable[str]) -> Any:  # noqa: A002 (typer's name)
    """Return an option whose values are `choices`; the shell proposes them, `option_values.choose` checks them."""
    return typer.Option(name, metavar=metavar, help=help, autocompletion=lambda: [*choices])


def format_option(help: str, formats: Iterable[str]) -> Any:  # noqa: A002 (typer's name)
    """Return the option `--format` of a command."""
    return choice_option("--format", mark("FORMAT"), help, formats)


def completed_option(name: str, metavar: str, help: str, complete: Callable[..., Any]) -> Any:  # noqa: A002 (typer's name)
    """Return an option; `complete` gives the values that the shell proposes."""
    # Without the name, Typer 0.27 would make a wrong one of the metavar.
    return typer.Option(name, metavar=metavar, help=help, autocompletion=complete)


Cases = Annotated[
    Path | None,
    path_option("--cases", metavar=mark("FOLDER"), help=mark("The folder of cases, instead of the nearest cases/.")),
]
HandoutsFolder = Annotated[
    Path,
    path_option("--output", "-o", metavar=mark("FOLDER"), help=mark("Folder of the handouts; handouts/ by default.")),
]
HANDOUTS = Path("handouts")
OutputFile = Annotated[
    Path | None,
    path_option("--output", "-o", metavar=mark("FILE"), help=mark("Write to this file instead of the screen.")),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help=mark("Also replace files that were edited, or that coopform did not create; the old ones are kept."),
    ),
]
Rows = Annotated[
    list[str] | None,
    typer.Option(
        "--row",
        metavar=mark("ROW"),
        help=mark("Only this row of the grid, by its key: enjeux, acteurs… May be repeated."),
        autocompletion=completion.rows,
    ),
]
Identifier = Annotated[
    str,
    typer.Argument(
        metavar=mark("CASE"),
        help=mark("The case: its ID, the beginning or a part of it, or the path of its file."),
        autocompletion=completion.case_ids,
    ),
]
Identifiers = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=mark("CASE…"),
        help=mark("The cases: an ID, the beginning or a part of one, or the path of a file."),
        autocompletion=completion.case_ids,
    ),
]
