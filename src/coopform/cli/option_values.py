"""Checks of the values typed for options. The failures are loaded only when a value is wrong."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopform.model.grid import Rubric

# Other words for formats, as people type them.
_FORMAT_WORDS = {
    "md": "markdown", "htm": "html", "web": "html", "word": "docx", "powerpoint": "pptx",
    "excel": "xlsx", "texte": "text", "txt": "text", "tableau": "table", "yml": "yaml",
}  # fmt: skip
# What is between hours and minutes, or after them.
_TIME_WORDS = ("h", "heure", "heures", "hour", "hours", "min", "mn", "minutes")


def choose(value: str, choices: Iterable[str], option: str, *, repeats: bool = False) -> str:
    """Return `value` in lower case if that is one of `choices`; the option may be repeated, if it `repeats`.

    Raises:
        WrongChoice: it is not.
    """
    known = tuple(choices)
    if value.lower() not in known:
        from coopform.cli.failures import WrongChoice

        raise WrongChoice(option, value, known, repeats=repeats)
    return value.lower()


def choose_format(value: str, formats: Iterable[str], *, repeats: bool = False) -> str:
    """Return the format of a value of `--format`, which may be another word for it: `word` for `docx`; see `choose`.

    Raises:
        WrongChoice: there is no such format.
    """
    known = tuple(formats)
    other = format_named(value)
    return choose(other if other in known else value, known, "--format", repeats=repeats)


def format_named(word: str) -> str:
    """Return the format that a word means: `docx` for `Word`; another word in lower case."""
    return _FORMAT_WORDS.get(word.lower(), word.lower())


def count(value: str, option: str, *, most: int) -> int:
    """Return the value of an option as a whole number from 1 to `most`.

    Raises:
        WrongNumber: it is not one.
    """
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:9]) <= most:
        from coopform.cli.failures import WrongNumber

        raise WrongNumber(option, value, most)
    return int(value)


def time_of_day(value: str, option: str) -> str:
    """Return the value of an option, which is a time of day.

    Raises:
        WrongTime: it is not one.
    """
    from coopform.text.clock import minutes_of_day

    if minutes_of_day(value) is None:
        from coopform.cli.failures import WrongTime

        raise WrongTime(option, value)
    return value


def refuse_spaces_in_times(names: Iterable[str]) -> None:
    """Refuse the words of a time among the names of cases: `--start 9 h 30` leaves `h` and `30` there.

    Raises:
        TimeWithSpaces: there are such words.
    """
    if any(name.lower() in _TIME_WORDS for name in names):
        from coopform.cli.failures import TimeWithSpaces

        raise TimeWithSpaces


def duration(value: str | None, option: str, *, least: int, most: int) -> int:
    """Return the value of an option in minutes; 0 without one.

    Raises:
        WrongDuration: it is not a duration, shorter than `least` or longer than `most`.
    """
    from coopform.text.clock import minutes_of

    if value is None:
        return 0
    minutes = minutes_of(value)
    if minutes is None or not least <= minutes <= most:
        from coopform.cli.failures import WrongDuration

        raise WrongDuration(option, value, least, most)
    return minutes


def find_rows(words: list[str] | None) -> "list[Rubric]":
    """Return the rows of the grid named by the values of `--row`, each once.

    Raises:
        WrongChoice: a value is not the name of a row.
    """
    if not words:
        return []
    rows = []
    for word in words:
        row = row_named(word)
        if row is None:
            from coopform.cli.failures import WrongChoice
            from coopform.model.grid import ROWS

            raise WrongChoice("--row", word, tuple(ROWS), repeats=True)
        rows.append(row)
    return list(dict.fromkeys(rows))


def row_named(word: str) -> "Rubric | None":
    """Return the row of the grid that a word names, by one of its keys or their labels; None for another word."""
    from coopform.model import grid
    from coopform.model.labels import key_of_label

    return grid.find_row(word) or grid.find_row(key_of_label(word) or "")
