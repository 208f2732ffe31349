"""Problems as annotations of GitHub Actions: one line each, shown next to the line of the file."""

from collections.abc import Iterable

from coopform.problems import catalogue, messages
from coopform.problems.problem import Problem
from coopform.text.characters import shown_name
from coopform.text.i18n import Translator

# Escapes for the characters that would end a workflow command, or one of its properties.
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def report(problems: Iterable[Problem], translate: Translator, *, strict: bool = False) -> str:
    """Return one workflow command per problem: `::error file=…,line=…::message`."""
    return "".join(f"{_command(problem, translate, strict)}\n" for problem in problems)


def _command(problem: Problem, translate: Translator, strict: bool) -> str:
    level = catalogue.severity(problem, strict=strict)
    properties = {
        "file": shown_name(problem.path),
        "line": str(problem.start.line),
        "col": str(problem.start.column),
        "endLine": str(problem.end.line),
        "endColumn": str(problem.end.column),
        "title": problem.code,
    }
    words = ",".join(f"{name}={_escape(value, _PROPERTY)}" for name, value in properties.items())
    message = f"{messages.message(problem, translate)}\n{messages.help_line(problem, translate)}"
    return f"::{level} {words}::{_escape(message, _DATA)}"


def _escape(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
