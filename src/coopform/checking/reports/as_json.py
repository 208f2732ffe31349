"""Problems as plain data for programs."""

from collections.abc import Iterable
from typing import Any

from coopform.problems import catalogue, messages
from coopform.problems.problem import Problem
from coopform.text.characters import shown_name
from coopform.text.i18n import Translator


def report(problems: Iterable[Problem], translate: Translator, *, strict: bool = False) -> list[dict[str, Any]]:
    """Return each problem with its place, code, severity, message and help."""
    return [
        {
            "path": shown_name(problem.path),
            "line": problem.start.line,
            "column": problem.start.column,
            "end_line": problem.end.line,
            "end_column": problem.end.column,
            "code": problem.code,
            "severity": catalogue.severity(problem, strict=strict),
            "message": messages.message(problem, translate),
            "help": messages.help_line(problem, translate),
        }
        for problem in problems
    ]
