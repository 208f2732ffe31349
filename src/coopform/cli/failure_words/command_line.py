"""The messages for a wrong command line."""

from coopform.cli.choice_help import explained
from coopform.cli.failure_words.by_class import nearest_of, words
from coopform.cli.failure_words.french_names import command_meant, option_meant
from coopform.cli.failures import (
    Contradiction,
    ExtraArguments,
    FileForFolder,
    NeedsFile,
    NotUnderstood,
    OtherCommand,
    UnknownCode,
    UnknownCommand,
    UnknownOption,
    ValueMissing,
    WrongChoice,
    WrongDuration,
    WrongNumber,
    WrongTime,
    WrongUseOfOption,
)
from coopform.text.characters import shown_name
from coopform.text.clock import shown_duration
from coopform.text.i18n import Translator

# What may be typed for the arguments that a command needs.
_EXAMPLES = {"CASE": "tridan", "FILE|FOLDER…": "documents"}
# The arguments that may have several words.
_OF_SEVERAL_WORDS = ("CASE", "[TITLE]", "[FOLDER]")


@words.register
def _wrong_choice(failure: WrongChoice, t: Translator) -> str:
    near = nearest_of(failure.value, failure.choices, t)
    said = t(
        "“{value}” is not a value of {option}. Type one of: {choices}.",
        value=shown_name(failure.value),
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
    if not failure.fmt:
        return said + " " + t("Type the name of a folder: -o {folder}", folder=shown_name(failure.path.stem))
    return (
        said
        + " "
        + t("Type: --format {fmt} -o {folder}", fmt=failure.fmt, folder=shown_name(failure.path.with_suffix("")))
    )


@words.register
def _wrong_number(failure: WrongNumber, t: Translator) -> str:
    return t(
        "“{value}” is not a value of {option}. Type a whole number from 1 to {most}, such as {option} {example}.",
        value=shown_name(failure.value),
        option=failure.option,
        most=failure.most,
        example=min(failure.most, 20),
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
def _unknown_code(failure: UnknownCode, t: Translator) -> str:
    said = t("There is no problem code “{code}”.", code=shown_name(failure.code))
    near = nearest_of(failure.code, failure.codes, t)
    return said + (near or " " + t("The codes are: {names}.", names=", ".join(failure.codes)))


@words.register
def _unknown_command(failure: UnknownCommand, t: Translator) -> str:
    said = t("There is no command “{name}”.", name=shown_name(failure.name))
    meant = command_meant(failure.name)
    then = failure.then if failure.then in failure.commands else ""
    if meant == "--help":
        return said + _see_help(f"coopform {then}".rstrip(), t)
    if meant in ("coopform", "--version"):
        command = f"coopform {then or '--help'}" if meant == "coopform" else f"coopform {meant}"
        return said + " " + t("Type: {command}", command=command)
    near = nearest_of(meant, failure.commands, t)
    if near:
        return said + near
    return said + " " + t("The commands are: {names}.", names=", ".join(failure.commands)) + _see_help("coopform", t)


@words.register
def _unknown_option(failure: UnknownOption, t: Translator) -> str:
    said = t("There is no option {name}.", name=shown_name(failure.name))
    meant = option_meant(failure.name, failure.options)
    return said + nearest_of(meant, failure.options, t, likeness=0.7) + _see_help(failure.command, t)


@words.register
def _value_missing(failure: ValueMissing, t: Translator) -> str:
    # « FICHIER… » and the full stop of the sentence would make four dots.
    name = t(failure.parameter).rstrip("…")
    example = _EXAMPLES.get(failure.parameter)
    if example:
        return t(
            "Missing argument: {name}. For example: {command} {example}",
            name=name,
            command=failure.command,
            example=example,
        )
    return t("Missing argument: {name}.", name=name) + _see_help(failure.command, t)


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
    hint = t(
        'A title or a name of several words goes between straight quotes: {command} "{typed}"',
        command=failure.command,
        typed=typed,
    )
    one = t("This command takes one case.") + " " if failure.last == "CASE" else ""
    return f"{said} {one}{hint}"


@words.register
def _contradiction(failure: Contradiction, t: Translator) -> str:
    return t("{first} and {second} cannot be used together: keep one.", first=failure.first, second=failure.second)


@words.register
def _needs_file(failure: NeedsFile, t: Translator) -> str:
    name = f"recueil{failure.ending}"
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
