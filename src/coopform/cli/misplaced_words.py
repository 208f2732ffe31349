"""Words typed where cases or forms are named, that are the value of an option."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from coopform.cli import option_values
from coopform.cli.as_typed import as_typed
from coopform.cli.document_names import command_of_document
from coopform.cli.failures import Contradiction, ExtraArguments, MissingOption, OtherCommand
from coopform.cli.handout_options import MOST_PEOPLE
from coopform.cli.made_elsewhere import FILE_OF_ALL, refuse_made_elsewhere
from coopform.cli.option_values import format_named
from coopform.cli.output_names import format_of, is_output_name, refuse_file
from coopform.cli.session import session_of
from coopform.cli.typer_inside import Context, metavar
from coopform.collection.folder import FileMissing, case_paths
from coopform.collection.lookup import FolderNamed, UnknownCase
from coopform.exporting.endings import ENDINGS
from coopform.failures import CoopformError
from coopform.model.form_lookup import UnknownForm
from coopform.model.handout_kinds import KINDS
from coopform.text.i18n import Translator


class TypedCommand(NamedTuple):
    """A command, and what was typed for it.

    Attributes:
        name: its name.
        options: its options, each with its placeholder in the help.
        formats: the values of its option `--format`.
        words: what was typed for its argument.
        has_output: whether the file to write was named.
    """

    name: str
    options: Mapping[str, str]
    formats: Sequence[str]
    words: Sequence[str]
    has_output: bool


def _typed_command(context: Context) -> TypedCommand:
    params = {name: param for param in context.command.get_params(context) for name in param.opts}
    formats = params["--format"].shell_complete(context, "") if "--format" in params else []
    names = context.params.get("names") or context.params.get("name") or []
    return TypedCommand(
        context.command.name or "",
        {name: metavar(param) for name, param in params.items()},
        [item.value for item in formats],
        [names] if isinstance(names, str) else names,
        has_output=bool(context.params.get("output")),
    )


def refuse_misplaced(failure: CoopformError, context: Context) -> None:
    """Name the option that is missing before a word: `coopform export recueil.xlsx`, `coopform render livret`.

    What is proposed is what the command takes: a value that it would refuse is refused here, in the same words.

    Args:
        failure: why a case or a form was not found; other failures are left alone.
        context: the command and what was typed for it.

    Raises:
        MissingOption: the word is the value of an option.
        OtherCommand: it is a value for another command.
        CoopformError: it is the value of an option, and cannot be used there.
    """
    command = _typed_command(context)
    match failure:
        case FolderNamed() if command.options.get("-o") == "FOLDER" and not any(case_paths(failure.path)):
            raise MissingOption(str(failure.path), f"-o {as_typed(failure.path)}") from failure
        case UnknownCase() | UnknownForm():
            name = failure.name
        case FileMissing():
            name = str(failure.path)
        case ExtraArguments(last="CASE", arguments=[word]):
            name = word
        case Contradiction(first="--all"):
            name = failure.second
        case _:
            return
    if typed := _typed(name, command, session_of(context).translate):
        raise MissingOption(name, typed) from failure


def _typed(name: str, command: TypedCommand, t: Translator) -> str:
    """Return what to type for a word that is no case; empty if it is the value of no option."""
    cases = [word for word in command.words if word != name]
    if name.isdecimal() and "--people" in command.options:
        return f"--people {option_values.count(name, '--people', most=MOST_PEOPLE)}"
    # `open` also writes, but the name of a page is for it a way to name a case.
    if "-o" in command.options and command.name != "open" and is_output_name(Path(name)):
        return _output(Path(name), command, cases)
    if fmt := _format(name, command, cases):
        return fmt
    if "--row" in command.options and (row := option_values.row_named(name)):
        return f"--row {row.key}"
    made = command_of_document(name, t)
    if made and command.name != "render":
        raise OtherCommand(name, made)
    return made.removeprefix("coopform render ")


def _output(path: Path, command: TypedCommand, cases: Sequence[str]) -> str:
    """Return what to type for the file or folder to write."""
    if command.options["-o"] == "FOLDER":
        refuse_file(path, command.formats)
    else:
        refuse_made_elsewhere(command.name, None, path, cases, command.formats)
        format_of(None, path, command.formats)
    return f"-o {as_typed(path)}"


def _format(word: str, command: TypedCommand, cases: Sequence[str]) -> str:
    """Return what to type for a format; empty for another word."""
    made = KINDS["sheet"].formats if command.name == "render" else command.formats
    refuse_made_elsewhere(command.name, word, None, cases, made)
    fmt = format_named(word)
    if fmt == "xlsx" and fmt in made and not command.has_output:
        return f"-o {FILE_OF_ALL}{ENDINGS[fmt][0]}"
    return f"--format {fmt}" if fmt in made else ""
