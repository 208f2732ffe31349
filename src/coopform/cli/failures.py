"""The failures of a command line: its parts contradict each other, or do not fit the cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coopform.failures import CoopformError


@dataclass
class WrongChoice(CoopformError):
    """The value of an option is not one of its choices."""

    option: str
    value: str
    choices: tuple[str, ...]
    # What each choice is, as messages, where the choices do not say it.
    labels: Mapping[str, str] = field(default_factory=dict)
    # The option may be repeated.
    repeats: bool = False


@dataclass
class OtherCommand(CoopformError):
    """The value of an option is a document that another command makes; `instead`: in another format, this one."""

    value: str
    command: str
    instead: str = ""


@dataclass
class FileAmongCases(CoopformError):
    """A file to write has a name and a place that would make it a case."""

    path: Path


@dataclass
class FolderOfCases(CoopformError):
    """A folder of files to make is one of cases."""

    path: Path


@dataclass
class CollectionInCases(CoopformError):
    """A new collection would be in a folder of cases."""

    path: Path


@dataclass
class FileForFolder(CoopformError):
    """The name of a file was given for a folder; `fmt` is the format that its ending asks for, empty without one."""

    path: Path
    fmt: str


@dataclass
class WrongNumber(CoopformError):
    """The value of an option is not a whole number from 1 to `most`."""

    option: str
    value: str
    most: int


@dataclass
class WrongTime(CoopformError):
    """The value of an option is not a time of day."""

    option: str
    value: str


@dataclass
class WrongDuration(CoopformError):
    """The value of an option is not a duration from `least` to `most` minutes."""

    option: str
    value: str
    least: int
    most: int


class TimeWithSpaces(CoopformError):
    """A time or a duration was typed with spaces: `9 h 30` is three arguments."""


@dataclass
class UnknownCode(CoopformError):
    """There is no problem code of that name, typed for an option that may be repeated, or not."""

    code: str
    option: str
    codes: Sequence[str]
    repeats: bool


@dataclass
class UnknownTemplate(CoopformError):
    """There is no template of that name; `near` are those that may be meant."""

    name: str
    near: Sequence[str]


@dataclass
class MissingOption(CoopformError):
    """A word in the place of a case or a form is the value of an option; `typed`: how it is typed."""

    name: str
    typed: str


@dataclass
class UnknownCommand(CoopformError):
    """There is no command of that name; `then` is the word after it, empty without one."""

    name: str
    commands: Sequence[str]
    then: str


@dataclass
class UnknownOption(CoopformError):
    """The command has no option of that name; `options` are those that it has."""

    name: str
    options: Sequence[str]
    command: str


@dataclass
class ValueMissing(CoopformError):
    """A required argument or option was not typed; `cases` is the folder of cases that was named."""

    parameter: str
    command: str
    cases: Path | None


@dataclass
class WrongUseOfOption(CoopformError):
    """An option was typed without the value that it needs, or with a value although it takes none."""

    option: str
    takes_value: bool


@dataclass
class NotUnderstood(CoopformError):
    """Typer refuses the command line for another reason; `parameter` is empty when it names none."""

    parameter: str
    command: str


@dataclass
class ExtraArguments(CoopformError):
    """More arguments were typed than the command takes: perhaps the words of one title, without quotes.

    Attributes:
        arguments: those that are left over.
        command: the command.
        before: those that it took.
        last: the placeholder of the last argument that it takes, as a message; empty without one.
        cases: the folder of cases that was named.
    """

    arguments: Sequence[str]
    command: str
    before: Sequence[str]
    last: str
    cases: Path | None


@dataclass
class PathWithoutQuotes(CoopformError):
    """The words of one path were typed as several arguments of a command."""

    path: str
    command: str


@dataclass
class NotEnoughCases(CoopformError):
    """Fewer than two cases to compare; `every`: all cases of `folder` were asked for."""

    count: int
    every: bool
    folder: Path


@dataclass
class Contradiction(CoopformError):
    """Two options exclude each other."""

    first: str
    second: str


@dataclass
class NeedsFile(CoopformError):
    """A binary format cannot be shown on the screen; `ending` is that of its files."""

    ending: str


class NoCollection(CoopformError):
    """The command needs a folder of cases of the user's own, and there is none."""


@dataclass
class NotFixed(CoopformError):
    """The corrected text of a case file could not be written."""

    path: Path
    error: OSError


@dataclass
class NotRenamed(CoopformError):
    """A case file could not get the name that it should have; `error` is None if another file has that name."""

    path: Path
    name: str
    error: OSError | None = None


@dataclass
class NothingToRender(CoopformError):
    """The folder holds no usable case."""

    folder: Path


@dataclass
class TooManyCases(CoopformError):
    """More cases in `folder` than a group reads in a day, and none of them was named; `titles` are theirs, by ID."""

    titles: Mapping[str, str]
    folder: Path
