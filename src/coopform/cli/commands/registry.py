"""The commands: name, function, and summary for the list of commands."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from coopform.text.i18n import mark


class CommandEntry(NamedTuple):
    """Where a command is found.

    Attributes:
        module: its module in `coopform.cli.commands`.
        function: the function that runs it; its docstring is its help.
        summary: the first paragraph of that help.
    """

    module: str
    function: str
    summary: str


# Repeated here, so that `coopform --version` and `--help` load none of these modules.
COMMANDS = {
    "list": CommandEntry(
        "list",
        "list_cases",
        mark("List the cases, all of them or those that hold some words or match some filters."),
    ),
    "show": CommandEntry("show", "show", mark("Show the sheet of a case.")),
    "compare": CommandEntry(
        "compare",
        "compare",
        mark("Put cases side by side, row by row, then say how each is organised and what several share."),
    ),
    "render": CommandEntry(
        "render",
        "render",
        mark("Write the handouts to a folder: a sheet per case and an index, or other documents."),
    ),
    "import": CommandEntry(
        "import_",
        "import_cases",
        mark("Make case files of the documents of others: sheets, tables, slides, notes."),
    ),
    "export": CommandEntry(
        "export",
        "export",
        mark("Put the cases in one file, for a spreadsheet or another program: all of them, or those that are named."),
    ),
    "check": CommandEntry("check", "check", mark("Name every problem of every file, with its line and what to type.")),
    "templates": CommandEntry(
        "templates",
        "templates",
        mark("List the templates of the handouts; copy those that are named, to change them."),
    ),
    "init": CommandEntry(
        "init",
        "init",
        mark("Begin a collection: a folder of cases, its description, settings for editors."),
    ),
    "new": CommandEntry("new", "new", mark("Type a case, question by question.")),
    "edit": CommandEntry("edit", "edit", mark("Open the file of a case in your editor, then check it.")),
    "open": CommandEntry("open", "open_sheet", mark("Render the sheet of a case and open it in the browser.")),
    "schema": CommandEntry(
        "schema",
        "schema",
        mark("Give the JSON Schema of a file, by which editors complete and explain its keys."),
    ),
}


def function_of(name: str) -> Callable[..., Any]:
    """Load the function that runs a command."""
    place = COMMANDS[name]
    function: Callable[..., Any] = getattr(import_module(f"coopform.cli.commands.{place.module}"), place.function)
    return function
