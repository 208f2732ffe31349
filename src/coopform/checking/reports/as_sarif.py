"""Problems as SARIF 2.1.0, the format that code hosts and editors read."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from coopform.problems import catalogue, groups, messages
from coopform.problems.problem import Problem
from coopform.text.characters import shown_name
from coopform.text.i18n import Translator
from coopform.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report(problems: Sequence[Problem], translate: Translator, *, strict: bool = False) -> dict[str, Any]:
    """Return a SARIF log of one run, its rules being the codes that occur."""
    codes = sorted({problem.code for problem in problems})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "coopform",
                        "version": __version__,
                        "language": translate.language,
                        "rules": [_rule(code, translate) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(problem, codes.index(problem.code), translate, strict) for problem in problems],
            }
        ],
    }


def _rule(code: str, translate: Translator) -> dict[str, Any]:
    entry = catalogue.CATALOGUE[code]
    return {
        "id": code,
        "shortDescription": {"text": translate(groups.TITLES[code])},
        "fullDescription": {"text": translate(entry.message)},
        "help": {"text": translate(entry.help)},
        "defaultConfiguration": {"level": entry.severity},
    }


def _result(problem: Problem, rule: int, translate: Translator, strict: bool) -> dict[str, Any]:
    message = f"{messages.message(problem, translate)} {messages.help_line(problem, translate)}"
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": catalogue.severity(problem, strict=strict),
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(problem.path)},
                    "region": {
                        "startLine": problem.start.line,
                        "startColumn": problem.start.column,
                        "endLine": problem.end.line,
                        "endColumn": problem.end.column,
                    },
                }
            }
        ],
    }


def _uri(path: str) -> str:
    """Return a path as a URI: a relative one as it is, an absolute one as `file:`."""
    pure = PurePath(shown_name(path))
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
