"""Every failure of a run in words: what happened, where, what to do. One place, by the failure's class."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer._click import exceptions as click

from coopform.cli.session import BROKEN, MISUSE
from coopform.text.characters import shown_name, visible
from coopform.text.folding import nearest
from coopform.text.i18n import Translator
from coopform.text.typography import shorten


@dataclass
class WrongChoice(Exception):
    """An option was given a value that it does not know."""

    option: str
    value: str
    choices: tuple[str, ...]


@dataclass
class WrongNumber(Exception):
    """An option was given what is no number from 1 to `most`."""

    option: str
    value: str
    most: int


@dataclass
class UnknownCode(Exception):
    """There is no problem code of that name."""

    code: str
    codes: list[str]


@dataclass
class UnknownCommand(Exception):
    """There is no command of that name."""

    name: str
    commands: list[str]


@dataclass
class ExtraArguments(Exception):
    """More was typed than the command takes."""

    arguments: list[str]
    command: str


@dataclass
class NotEnoughCases(Exception):
    """A comparison takes two cases at least; `every` when all of the folder were asked for."""

    count: int
    every: bool


@dataclass
class Contradiction(Exception):
    """Two things were asked for that exclude each other."""

    first: str
    second: str


@dataclass
class NeedsFile(Exception):
    """A format that is no text was to be shown on the screen."""

    ending: str


class NoCollection(Exception):
    """There are no cases of the user's own here, beside which something could stand."""


@dataclass
class NotMended(Exception):
    """The mended text of a case could not be written in the place of the old one."""

    path: Path
    error: OSError


@dataclass
class NothingToRender(Exception):
    """The folder holds no case that can be used."""

    folder: Path


def word_failure(failure: BaseException, translate: Translator) -> tuple[str, int] | None:
    """Return the message of a failure and its exit code, or None when it is a bug of ours."""
    for kind, word, code in _wordings():
        if isinstance(failure, kind):
            return word(failure, translate), code
    return None


_Wording = Callable[[Any, Translator], str]


def _wordings() -> list[tuple[type[BaseException], _Wording, int]]:
    # Imported here: a failure is rare, and the models are slow to load.
    from coopform.casefile.links import LinkLeadsOut
    from coopform.cli.programs import NoProgram
    from coopform.collection.folder import FileMissing, FolderMissing
    from coopform.collection.lookup import AmbiguousCase, BrokenCase, UnknownCase
    from coopform.exporting.failures import CellTooLong
    from coopform.extras import ExtraMissing
    from coopform.importing.failures import UnreadableDocument
    from coopform.outputs.folder import FileChanged, FileExists, FileIsLink, FolderBusy, NotAFile
    from coopform.rendering.pages.template_folder import TemplateFailure
    from coopform.rendering.pdf.engines import EngineMissing, PrintFailed

    return [
        (UnknownCase, _unknown_case, MISUSE),
        (AmbiguousCase, _ambiguous_case, MISUSE),
        (BrokenCase, _broken_case, BROKEN),
        (FolderMissing, _folder_missing, MISUSE),
        (FileMissing, _file_missing, MISUSE),
        (NotAFile, _not_a_file, MISUSE),
        (FileExists, _file_exists, MISUSE),
        (FileChanged, _file_changed, MISUSE),
        (FileIsLink, _file_is_link, MISUSE),
        (FolderBusy, _folder_busy, MISUSE),
        (WrongChoice, _wrong_choice, MISUSE),
        (WrongNumber, _wrong_number, MISUSE),
        (TemplateFailure, _template_failure, MISUSE),
        (LinkLeadsOut, _link_leads_out, MISUSE),
        (NoProgram, _no_program, MISUSE),
        (EngineMissing, _engine_missing, MISUSE),
        (PrintFailed, _print_failed, MISUSE),
        (ExtraMissing, _extra_missing, MISUSE),
        (UnreadableDocument, _unreadable_document, MISUSE),
        (CellTooLong, _cell_too_long, MISUSE),
        (UnknownCode, _unknown_code, MISUSE),
        (UnknownCommand, _unknown_command, MISUSE),
        (ExtraArguments, _extra_arguments, MISUSE),
        (NotEnoughCases, _not_enough_cases, MISUSE),
        (Contradiction, _contradiction, MISUSE),
        (NeedsFile, _needs_file, MISUSE),
        (NoCollection, _no_collection, MISUSE),
        (NothingToRender, _nothing_to_render, MISUSE),
        (NotMended, _not_mended, MISUSE),
        (click.NoSuchOption, _no_such_option, MISUSE),
        (click.MissingParameter, _missing_parameter, MISUSE),
        (click.BadOptionUsage, _bad_option, MISUSE),
        (click.UsageError, _usage, MISUSE),
        (OSError, _system, MISUSE),
    ]


def _unknown_case(failure: Any, t: Translator) -> str:
    said = t("There is no case “{name}”.", name=shown_name(failure.name))
    if failure.near:
        return said + " " + t("The nearest: {names}.", names=", ".join(failure.near))
    if failure.ids:
        return said + " " + t("The cases are: {names}.", names=", ".join(failure.ids))
    return said + " " + t("The folder holds no case.")


def _ambiguous_case(failure: Any, t: Translator) -> str:
    names = ", ".join(failure.candidates)
    return t(
        "Several cases answer to “{name}”: {names}. Type more of the ID.", name=shown_name(failure.name), names=names
    )


def _broken_case(failure: Any, t: Translator) -> str:
    from coopform.collection.collection import errors
    from coopform.problems import messages

    lines = []
    for problem in errors(failure.file.problems):
        lines.append(f"{messages.place(problem)}: {messages.message(problem, t)}")
        lines.append("  " + t("help:") + " " + messages.help_line(problem, t))
    return "\n".join(lines)


def _folder_missing(failure: Any, t: Translator) -> str:
    return t("There is no folder of cases “{path}” that can be read.", path=shown_name(failure.folder))


def _file_missing(failure: Any, t: Translator) -> str:
    return t("There is no file “{path}”.", path=shown_name(failure.path))


def _file_exists(failure: Any, t: Translator) -> str:
    return t(
        "The file “{path}” is already there and was kept. Choose another name, or add --force to replace it.",
        path=shown_name(failure.path),
    )


def _not_a_file(failure: Any, t: Translator) -> str:
    return t(
        "“{path}” is a device or a pipe, not a file: nothing was written to it. Name a file.",
        path=shown_name(failure.path),
    )


def _file_changed(failure: Any, t: Translator) -> str:
    return t(
        "The file “{path}” was left alone: somebody saved it meanwhile. Run the same command again.",
        path=shown_name(failure.path),
    )


def _file_is_link(failure: Any, t: Translator) -> str:
    return t(
        "The file “{path}” was left alone: it is a shortcut to another place. Mend the file that it leads to.",
        path=shown_name(failure.path),
    )


def _folder_busy(failure: Any, t: Translator) -> str:
    return t(
        "Another run of coopform is writing to “{path}”. Try again when it is done.", path=shown_name(failure.folder)
    )


def _wrong_choice(failure: Any, t: Translator) -> str:
    said = t(
        "“{value}” is not a value of {option}. Type one of: {choices}.",
        value=shown_name(failure.value),
        option=failure.option,
        choices=", ".join(failure.choices),
    )
    near = nearest(failure.value, list(failure.choices))
    return said + " " + t("The nearest: {names}.", names=near[0]) if near else said


def _wrong_number(failure: Any, t: Translator) -> str:
    return t(
        "“{value}” is not a value of {option}. Type a whole number from 1 to {most}, as {option} 20.",
        value=shown_name(failure.value),
        option=failure.option,
        most=failure.most,
    )


def logo_unreadable(failure: Any, t: Translator) -> str:
    """Return what is wrong with a logo and what to do; the handouts are made without it."""
    what, line = shorten(shown_name(failure.what), 60), failure.line
    reasons = {
        "missing": t("there is no such file. Put it in the folder of cases, or take the line “logo” away."),
        "kind": t("this is no picture. Save it as PNG, JPEG or SVG."),
        "outside": t("it stands outside the folder of cases. Put it in that folder."),
        "size": t("it is larger than 2 MB. Save it smaller."),
        "pixels": t("it has more than 25 million pixels. Save it smaller."),
        "content": t("it does not hold a picture of the kind that its name says. Save it anew as PNG, JPEG or SVG."),
        "active": t("it is more than a picture: {what}, line {line}. Save it as PNG.", what=what, line=line),
        "reference": t(
            "it refers to something outside itself: {what}, line {line}. Put that in the file, or save it as PNG.",
            what=what,
            line=line,
        ),
        "drawing": t("it draws too many shapes, or repeats them without end. Save it as PNG."),
    }
    return t("The logo “{path}” cannot be used:", path=shown_name(failure.path)) + " " + reasons[failure.reason]


def _template_failure(failure: Any, t: Translator) -> str:
    place = f"{shown_name(failure.path)}:{failure.line}: "
    if failure.reason in ("undefined", "not-given"):
        name = shown_name(failure.detail)
        wrong = {
            "undefined": t("the template uses “{name}”, which does not exist.", name=name),
            "not-given": t("the template uses “{name}”, which templates are not given.", name=name),
        }[failure.reason]
        what_to_do = t("Correct the name, or take this file away: the shipped template is then used.")
    else:
        wrong = {
            "page": t("the page that the template writes is larger than 20 MB."),
            "repetition": t("the template repeats a text or a list to more than 1 MB."),
            "steps": t("the loops of the template over range() take more than a million steps."),
        }.get(failure.reason) or t("the template cannot be used ({detail}).", detail=visible(failure.detail))
        what_to_do = t("Correct this line, or take this file away: the shipped template is then used.")
    return f"{place}{wrong} {what_to_do}"


def _link_leads_out(failure: Any, t: Translator) -> str:
    return t(
        "“{path}” is a shortcut that leads out of its folder: it is not followed. Put what it leads to in its place.",
        path=shown_name(failure.path),
    )


def _no_program(failure: Any, t: Translator) -> str:
    path = shown_name(failure.path)
    if failure.kind == "browser":
        return t("No browser was found. Open this page yourself: {path}", path=path)
    if failure.name:
        return t(
            "The editor “{name}” does not start. Name another one in the variable VISUAL or EDITOR, or open this file "
            "yourself: {path}",
            name=shown_name(failure.name),
            path=path,
        )
    return t(
        "No editor was found. Name one in the variable VISUAL or EDITOR, or open this file yourself: {path}", path=path
    )


def _engine_missing(failure: Any, t: Translator) -> str:
    install = 'pip install "coopform[pdf]"'
    if failure.detail:
        said = t("WeasyPrint is installed, but its libraries cannot be loaded ({detail}).", detail=failure.detail) + " "
    else:
        said = ""
    if failure.asked == "browser":
        return t(
            "No browser that prints PDF was found. Install Edge, Chrome or Chromium, or name one in the variable "
            "COOPFORM_BROWSER."
        )
    if failure.asked == "weasyprint":
        return said + t("WeasyPrint cannot print here. Install it: {command}", command=install)
    return said + t(
        "Nothing here prints PDF. Install Edge, Chrome or Chromium, or WeasyPrint: {command}. Meanwhile the HTML pages "
        "can be opened and printed from any browser.",
        command=install,
    )


def _print_failed(failure: Any, t: Translator) -> str:
    return t(
        "No PDF came out of {engine} ({detail}). Try the other one: --pdf-engine {other}.",
        engine=failure.engine,
        detail=visible(failure.detail),
        other="browser" if failure.engine == "weasyprint" else "weasyprint",
    )


def _extra_missing(failure: Any, t: Translator) -> str:
    install = f'pip install "coopform[{failure.name}]"'
    return t("This format needs a library that is not installed: {command}", command=install)


def _unreadable_document(failure: Any, t: Translator) -> str:
    reasons = {
        "kind": t("coopform does not read files of this kind. Save it as .docx, .odt, .html or .txt."),
        "broken": t("the file is damaged. Open it in its own program, save it anew, and try again."),
        "password": t("the file is locked by a password. Save it without, and try again."),
        "bomb": t("the file is larger than any document of a workshop: it was not opened."),
        "old": t("this format is too old. Open the file and save it as .docx, .pptx, .xlsx or .odt."),
        "empty": t("the file holds no text."),
        "library": t("what reads it is not installed: {command}", command='pip install "coopform[office]"'),
        "blank": t("the sheet is blank: none of its rows is filled in."),
        "nothing": t(
            "no row of the grid was found in it. Give its parts the labels of the grid (Enjeux, Ambitions, Objet…), "
            "each on a line of its own or in the first column of a table."
        ),
    }
    return t("“{path}” was not read:", path=shown_name(failure.path)) + " " + reasons[failure.reason]


def _cell_too_long(failure: Any, t: Translator) -> str:
    return t(
        "“{key}” of “{case}” is longer than a cell of a workbook may hold ({limit} characters): nothing was written. "
        "Choose another format, as --format json.",
        key=failure.key,
        case=failure.case,
        limit=failure.limit,
    )


def _unknown_code(failure: Any, t: Translator) -> str:
    said = t("There is no problem code “{code}”.", code=shown_name(failure.code))
    near = nearest(failure.code, failure.codes)
    if near:
        return said + " " + t("The nearest: {names}.", names=near[0])
    return said + " " + t("The codes are: {names}.", names=", ".join(failure.codes))


def _unknown_command(failure: Any, t: Translator) -> str:
    said = t("There is no command “{name}”.", name=shown_name(failure.name))
    near = nearest(failure.name, failure.commands)
    if near:
        return said + " " + t("The nearest: {names}.", names=near[0])
    said += " " + t("The commands are: {names}.", names=", ".join(failure.commands))
    return said + " " + t("See: {command} --help", command="coopform")


def _extra_arguments(failure: Any, t: Translator) -> str:
    extra = " ".join(map(shown_name, failure.arguments))
    return t("“{extra}” is too much: {command} does not expect it.", extra=extra, command=failure.command)


def _not_enough_cases(failure: Any, t: Translator) -> str:
    if failure.every:
        return t("There are not two cases to compare.")
    if failure.count:
        return t("A comparison takes two cases at least. Add another ID, or --all for all of them.")
    return t("Which cases? Type two IDs or more, or --all for all of them.")


def _contradiction(failure: Any, t: Translator) -> str:
    return t("{first} and {second} exclude each other: keep one.", first=failure.first, second=failure.second)


def _needs_file(failure: Any, t: Translator) -> str:
    return t("This format is no text to show here. Name the file to write: -o {name}", name=f"recueil{failure.ending}")


def _no_collection(_: Any, t: Translator) -> str:
    return t(
        "There is no folder of cases of your own here. Go to the folder that holds cases/, or name it: --cases. To "
        "begin one: coopform init"
    )


def _nothing_to_render(failure: Any, t: Translator) -> str:
    return t("There is no case to render in “{path}”.", path=shown_name(failure.folder))


def _no_such_option(failure: Any, t: Translator) -> str:
    said = t("There is no option {name}.", name=shown_name(failure.option_name))
    known = [name for param in failure.ctx.command.params for name in param.opts] if failure.ctx else []
    near = nearest(failure.option_name, known, likeness=0.7)
    if near:
        said += " " + t("The nearest: {names}.", names=near[0])
    return said + _see_help(failure, t)


def _missing_parameter(failure: Any, t: Translator) -> str:
    name = failure.param.display_name_raw if failure.param is not None else ""
    if failure.param is not None and failure.param.param_type_name == "option":
        name = failure.param.opts[0]
    return t("{name} is missing.", name=t(name)) + _see_help(failure, t)


def _bad_option(failure: Any, t: Translator) -> str:
    # One class for a value too many and one too few, without a context: only its English tells them apart.
    if "does not take a value" in failure.message:
        return t("The option {name} takes no value.", name=failure.option_name)
    return t("The option {name} needs a value after it.", name=failure.option_name)


def _usage(failure: Any, t: Translator) -> str:
    param = getattr(failure, "param", None)
    if param is not None:
        return t("The value of {name} cannot be used.", name=param.opts[0]) + _see_help(failure, t)
    return t("This command cannot be understood.") + _see_help(failure, t)


def _see_help(failure: Any, t: Translator) -> str:
    path = failure.ctx.command_path if failure.ctx else "coopform"
    return " " + t("See: {command} --help", command=path)


def _not_mended(failure: Any, t: Translator) -> str:
    return t(
        "“{path}” was not mended, and is as it was: the difference shown was not made. {reason}",
        path=shown_name(failure.path),
        reason=_reason(failure.error, t),
    )


def _system(failure: Any, t: Translator) -> str:
    path = shown_name(os.fsdecode(failure.filename)) if failure.filename else ""
    reason = _reason(failure, t)
    return f"{path}: {reason}" if path else reason


def _reason(failure: OSError, t: Translator) -> str:
    reasons = {
        errno.ENOSPC: t("The disk is full."),
        errno.EDQUOT: t("The disk is full."),
        errno.EIO: t("The disk does not answer."),
        errno.EBADF: t("Nothing can be written: the output is closed."),
        errno.EACCES: t("You do not have the right to do this, or another program holds the file: close it there."),
        errno.EPERM: t("You do not have the right to do this, or another program holds the file: close it there."),
        errno.EROFS: t("This disk can only be read."),
        errno.ENOENT: t("The folder or file does not exist."),
        errno.ENOTDIR: t("A file stands where a folder is expected."),
        errno.EEXIST: t("A file stands where a folder is expected."),
        errno.EISDIR: t("A folder stands where a file is expected."),
        errno.ENAMETOOLONG: t("The name is too long."),
    }
    return reasons.get(failure.errno or 0) or str(failure.strerror or failure)
