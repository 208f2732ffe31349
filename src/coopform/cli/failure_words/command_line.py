"""The messages for a wrong command line."""

from collections.abc import Sequence

from coopform.cli.as_typed import as_typed
from coopform.cli.cases import find_folder
from coopform.cli.choice_help import explained
from coopform.cli.document_names import command_of_document
from coopform.cli.failure_words.by_class import words
from coopform.cli.failure_words.examples import example_of, is_case
from coopform.cli.failure_words.french_names import asks_for_language, command_meant, means_all, option_meant
from coopform.cli.failure_words.hints import nearest_of, no_case, perhaps, repeated
from coopform.cli.failures import (
    Contradiction,
    ExtraArguments,
    FileForFolder,
    FolderOfCases,
    MissingOption,
    NeedsFile,
    NoCollection,
    NotUnderstood,
    OtherCommand,
    PathWithoutQuotes,
    TimeWithSpaces,
    UnknownCode,
    UnknownCommand,
    UnknownOption,
    UnknownTemplate,
    ValueMissing,
    WrongChoice,
    WrongDuration,
    WrongNumber,
    WrongTime,
    WrongUseOfOption,
)
from coopform.cli.made_elsewhere import FILE_OF_ALL
from coopform.collection.folder import FolderMissing
from coopform.text.characters import shown_name
from coopform.text.clock import shown_duration
from coopform.text.folding import slug
from coopform.text.i18n import Translator

# Fewer letters are in the words of many problems, and nobody reads more codes in a message.
_LEAST_LETTERS = 3
_MOST_NAMED = 8
# The commands that take all cases when none is named.
_OF_ALL = ("coopform list", "coopform render", "coopform export", "coopform check")
# The arguments that may have several words.
_OF_SEVERAL_WORDS = ("CASE", "[TITLE]", "[FOLDER]")


@words.register
def _wrong_choice(failure: WrongChoice, t: Translator) -> str:
    value = shown_name(failure.value)
    several = repeated(failure.option, failure.value, t) if failure.repeats else ""
    if several:
        return t("“{value}” is not a value of {option}.", value=value, option=failure.option) + several
    near = nearest_of(failure.value, failure.choices, t)
    said = t(
        "“{value}” is not a value of {option}. Type one of: {choices}.",
        value=value,
        option=failure.option,
        choices=", ".join(explained(choice, failure.labels.get(choice, ""), t) for choice in failure.choices),
    )
    return said + near


@words.register
def _other_command(failure: OtherCommand, t: Translator) -> str:
    value = shown_name(failure.value)
    if failure.instead:
        return t(
            "coopform does not make this in the format of “{value}”, but in {fmt}: {command}",
            value=value,
            fmt=failure.instead,
            command=failure.command,
        )
    return t("“{value}” is made by another command. Type: {command}", value=value, command=failure.command)


@words.register
def _file_for_folder(failure: FileForFolder, t: Translator) -> str:
    said = t("“{path}” is the name of a file, and {option} is a folder.", path=shown_name(failure.path), option="-o")
    folder = as_typed(failure.path.with_suffix(""))
    if not failure.fmt:
        return said + " " + t("Type the name of a folder: -o {folder}", folder=folder)
    return said + _type(f"--format {failure.fmt} -o {folder}", t)


@words.register
def _folder_of_cases(failure: FolderOfCases, t: Translator) -> str:
    path = shown_name(failure.path)
    return t("“{path}” contains cases: nothing was written among them. Type another folder: -o handouts", path=path)


@words.register
def _wrong_number(failure: WrongNumber, t: Translator) -> str:
    return t(
        "“{value}” is not a value of {option}. Type a whole number from 1 to {most}, such as {option} {example}.",
        value=shown_name(failure.value),
        option=failure.option,
        most=failure.most,
        example=min(max(failure.most // 5, 1), 20),
    )


@words.register
def _wrong_time(failure: WrongTime, t: Translator) -> str:
    return t(
        "“{value}” is not a time of day. Type hours and minutes, such as {option} 9:30.",
        value=shown_name(failure.value),
        option=failure.option,
    )


@words.register
def _wrong_duration(failure: WrongDuration, t: Translator) -> str:
    return t(
        "“{value}” is not a length of time from {least} to {most}. Type hours and minutes, such as {option} 3h30, "
        "or minutes alone, such as {option} 210.",
        value=shown_name(failure.value),
        least=shown_duration(failure.least, t),
        most=shown_duration(failure.most, t),
        option=failure.option,
    )


@words.register
def _time_with_spaces(_: TimeWithSpaces, t: Translator) -> str:
    return t("A time or a duration has no spaces, as in --start 9h30, or goes between straight quotes.")


@words.register
def _unknown_code(failure: UnknownCode, t: Translator) -> str:
    said = t("There is no problem code “{code}”.", code=shown_name(failure.code))
    several = repeated(failure.option, failure.code, t) if failure.repeats else ""
    if several:
        return said + several
    named = perhaps(_codes_named(failure.code, failure.codes, t), t)
    near = named or nearest_of(failure.code, failure.codes, t)
    return said + (near or " " + t("The code of each problem is in the square brackets that coopform check shows."))


def _codes_named(typed: str, codes: Sequence[str], t: Translator) -> list[str]:
    """Return the codes that have a word in their name or their title: « tabulation »."""
    from coopform.problems.groups import TITLES

    word = slug(typed)
    names = {code: f"-{code}-{slug(t(TITLES[code]))}" for code in codes}
    return [code for code, name in names.items() if len(word) >= _LEAST_LETTERS and f"-{word}" in name][:_MOST_NAMED]


@words.register
def _unknown_template(failure: UnknownTemplate, t: Translator) -> str:
    said = t("There is no template “{name}”.", name=shown_name(failure.name))
    return said + perhaps(failure.near, t) + " " + t("To see them all: coopform templates")


@words.register
def _missing_option(failure: MissingOption, t: Translator) -> str:
    return t("“{name}” is the value of an option.", name=shown_name(failure.name)) + _type(failure.typed, t)


@words.register
def _unknown_command(failure: UnknownCommand, t: Translator) -> str:
    said = t("There is no command “{name}”.", name=shown_name(failure.name))
    meant = command_meant(failure.name)
    then = failure.then if failure.then in failure.commands else ""
    if meant == "--help":
        return said + _see_help(f"coopform {then}".rstrip(), t)
    if meant in ("coopform", "--version"):
        command = f"coopform {then or '--help'}" if meant == "coopform" else f"coopform {meant}"
        return said + _type(command, t)
    if meant not in failure.commands and (command := command_of_document(meant, t)):
        return said + _type(command, t)
    near = nearest_of(meant, failure.commands, t)
    if near:
        return said + near
    return said + " " + t("The commands are: {names}.", names=", ".join(failure.commands)) + _see_help("coopform", t)


@words.register
def _unknown_option(failure: UnknownOption, t: Translator) -> str:
    said = t("There is no option {name}.", name=shown_name(failure.name))
    if means_all(failure.name) and failure.command in _OF_ALL:
        return said + " " + t("Without the name of a case, {command} takes all of them.", command=failure.command)
    if asks_for_language(failure.name):
        return said + " " + t("The variable COOPFORM_LANG gives the language: fr or en.")
    meant = option_meant(failure.name, failure.options)
    return said + nearest_of(meant, failure.options, t, likeness=0.7) + _see_help(failure.command, t)


@words.register
def _value_missing(failure: ValueMissing, t: Translator) -> str:
    # « FICHIER… » and the full stop of the sentence would make four dots.
    name = t(failure.parameter).rstrip("…")
    # `edit` takes no case of those that are shipped.
    example = example_of(failure.parameter, failure.cases, shipped=failure.command != "coopform edit")
    if example:
        return t(
            "Missing argument: {name}. For example: {command} {example}",
            name=name,
            command=failure.command,
            example=as_typed(example),
        )
    if failure.cases and not failure.cases.is_dir():
        return str(words(FolderMissing(failure.cases), t))
    said = t("Missing argument: {name}.", name=name)
    if failure.parameter == "CASE":
        folder = find_folder(failure.cases)
        return said + " " + (no_case(folder, t) if folder else str(words(NoCollection(), t)))
    return said + _see_help(failure.command, t)


@words.register
def _wrong_use_of_option(failure: WrongUseOfOption, t: Translator) -> str:
    if failure.takes_value:
        return t("The option {name} needs a value after it.", name=failure.option)
    return t("The option {name} takes no value: type it alone.", name=failure.option)


@words.register
def _extra_arguments(failure: ExtraArguments, t: Translator) -> str:
    extra = " ".join(map(shown_name, failure.arguments))
    said = t("Unexpected argument: “{extra}”.", extra=extra)
    typed = " ".join(map(shown_name, [*failure.before, *failure.arguments]))
    if failure.last not in _OF_SEVERAL_WORDS or '"' in typed:
        return said + _see_help(failure.command, t)
    if failure.last == "CASE" and not is_case(typed, failure.cases):
        return said + " " + t("This command takes one case.") + _see_help(failure.command, t)
    return said + " " + _quote(failure.command, typed, t)


@words.register
def _path_without_quotes(failure: PathWithoutQuotes, t: Translator) -> str:
    return _quote(failure.command, shown_name(failure.path), t)


def _quote(command: str, typed: str, t: Translator) -> str:
    return t(
        'A title or a name of several words goes between straight quotes: {command} "{typed}"',
        command=command,
        typed=typed,
    )


@words.register
def _contradiction(failure: Contradiction, t: Translator) -> str:
    return t("{first} and {second} cannot be used together: keep one.", first=failure.first, second=failure.second)


@words.register
def _needs_file(failure: NeedsFile, t: Translator) -> str:
    name = f"{FILE_OF_ALL}{failure.ending}"
    return t("This format cannot be shown on the screen. Give the file to write: -o {name}", name=name)


@words.register
def _not_understood(failure: NotUnderstood, t: Translator) -> str:
    if failure.parameter:
        said = t("The value of {name} cannot be used.", name=t(failure.parameter))
    else:
        said = t("This command cannot be understood.")
    return said + _see_help(failure.command, t)


def _see_help(command: str, t: Translator) -> str:
    return " " + t("See: {command} --help", command=command)


def _type(command: str, t: Translator) -> str:
    return " " + t("Type: {command}", command=command)
