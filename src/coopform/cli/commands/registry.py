"""The commands, each with its summary for the list of commands: the first paragraph of its help.

The summaries are repeated here, so that `coopform --version` and `--help` load no command.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from coopform.text.i18n import mark

COMMANDS = {
    "list": mark("List the cases, all of them or those that hold some words or match some filters."),
    "show": mark("Show the sheet of a case."),
    "compare": mark("Put cases side by side, row by row, then say how each is organised and what several share."),
    "forms": mark("Show the forms of agreement: each in a line, or some of them side by side."),
    "render": mark("Write the handouts to a folder: a sheet per case and an index, or other documents."),
    "pack": mark(
        "Make all that a workshop needs: what to print, to project and to edit, with the order for the prints."
    ),
    "import": mark("Make case files of the documents of others: sheets, tables, slides, notes."),
    "export": mark(
        "Put the cases in one file, for a spreadsheet or another program: all of them, or those that are named."
    ),
    "check": mark("Name every problem of every file, with its line and what to type."),
    "templates": mark("List the templates of the handouts; copy those that are named, to change them."),
    "init": mark("Begin a collection: a folder of cases, its description, settings for editors."),
    "new": mark("Type a case, question by question."),
    "edit": mark("Open the file of a case in your editor, then check it."),
    "open": mark("Render the sheet of a case and open it in the browser."),
    "schema": mark("Give the JSON Schema of a file, by which editors complete and explain its keys."),
}


def module_of(name: str) -> str:
    """Return the module of a command, which has its name; Python keeps the word `import` for itself."""
    return f"coopform.cli.commands.{'import_' if name == 'import' else name}"


def function_of(name: str) -> Callable[..., Any]:
    """Load the function that runs a command: `command` of its module, whose docstring is its help."""
    function: Callable[..., Any] = import_module(module_of(name)).command
    return function
