"""Explain a code of the catalogue: what is wrong, what to do, an incorrect and a correct example."""

from dataclasses import dataclass
from string import Formatter

from coopform.casefile.source import Source
from coopform.collection import collection
from coopform.problems import catalogue, examples, messages
from coopform.problems.problem import Problem, of_file
from coopform.text.i18n import Translator


@dataclass(frozen=True, slots=True)
class Explanation:
    """The explanation of a code, in one language."""

    code: str
    severity: str
    message: str
    help: str
    wrong: str
    right: str


def explain(code: str, translate: Translator) -> Explanation:
    """Return the explanation of a code of `catalogue.CATALOGUE`."""
    example = examples.EXAMPLES[code]
    problem = _problem(code, example)
    wrong, right = (translate(text) if example.is_sentence else text for text in (example.wrong, example.right))
    severity = translate("error") if catalogue.is_error(problem) else translate("warning")
    message, help_line = messages.message(problem, translate), messages.help_line(problem, translate)
    return Explanation(code, severity, message, help_line, wrong, right)


def complete(example: str) -> str:
    """Return a part of a case file, preceded by the required keys that it lacks."""
    if example.startswith("- "):
        return example + "\n"
    keys = {line.split(":")[0] for line in example.split("\n")}
    missing = [line for line in ("titre: Une entente", "outil: Entente") if line.split(":")[0] not in keys]
    return "\n".join([*missing, example, ""])


def problems_of(example: str) -> tuple[Problem, ...]:
    """Return the problems that `check` reports for an example."""
    return collection.problems_of(Source("exemple.yaml", example))


def _problem(code: str, example: examples.Example) -> Problem:
    """Return the problem of the wrong example; with « … » as parameters when that is a sentence, not YAML."""
    texts = () if example.is_sentence else (example.wrong + "\n", complete(example.wrong))
    found = (problem for text in texts for problem in problems_of(text))
    problem = next((problem for problem in found if problem.code == code), None)
    if problem:
        return problem
    entry = catalogue.CATALOGUE[code]
    names = {name for text in (entry.message, entry.help) for _, name, _, _ in Formatter().parse(text) if name}
    return of_file("", code, **dict.fromkeys(names, "…"))
