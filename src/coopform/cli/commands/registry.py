"""The commands, each with its summary for the list of commands: the first paragraph of its help.

The summaries are repeated here, so that `coopform --version` and `--help` load no command.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from coopform.text.i18n import mark

COMMANDS = {
    "list": mark("List the cases: all of them, or those that contain some words or match some filters."),
    "show": mark("Show the sheet of a case."),
    "compare": mark(
        "Compare cases side by side, row by row, then show how each is organised and what several have in common."
    ),
    "forms": mark("Show the forms of agreement: each in a line, or some of them side by side."),
    "render": mark("Create the handouts: a sheet per case and an index, or other documents."),
    "pack": mark("Prepare a whole workshop: what to print, to project and to edit, with the print order."),
    "import": mark("Create case files from existing documents: sheets, tables, slides, notes."),
    "export": mark("Export the cases to one file, for a spreadsheet or another program: all of them, or those given."),
    "check": mark("Check case files: report every problem, with its line and how to fix it."),
    "templates": mark("List the templates of the handouts, or copy some to change them."),
    "init": mark("Create a collection: a folder of cases, its description, settings for editors."),
    "new": mark("Create a case by answering questions, one at a time."),
    "edit": mark("Open a case file in your editor, then check it."),
    "open": mark("Render the sheet of a case and open it in the browser."),
    "schema": mark("Print the JSON Schema of a case file, which editors use to complete and explain its keys."),
}


def module_of(name: str) -> str:
    """Return the module of a command, which has its name; Python keeps the word `import` for itself."""
    return f"coopform.cli.commands.{'import_' if name == 'import' else name}"


def function_of(name: str) -> Callable[..., Any]:
    """Load the function that runs a command: `command` of its module, whose docstring is its help."""
    function: Callable[..., Any] = import_module(module_of(name)).command
    return function
