"""The messages of problems: sentences of the catalogue in a language, with the parameters filled in."""

from coopform.problems.catalogue import CATALOGUE
from coopform.problems.problem import Problem
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import Translator
from coopform.text.typography import shorten

# The longest parameter that a message shows whole, in characters: it may be a whole paragraph of the file.
_LONGEST = 160
# Parameters with text to type. A long one is shown by its first and last words, so that both ends can be found.
_TO_TYPE = {"text", "right", "what"}
# What is to be typed for these codes differs from the file in its middle, so that both ends would not be enough.
_REWRITTEN = {"text-after-quotes"}
_LONGEST_REWRITTEN = 1_900
_FIRST, _LAST = 60, 40
_REST = " […] "
# Parameters that are file names.
_FILE_NAMES = {
    ("same-id", "other"),
    ("hidden-ending", "right"),
    ("same-title", "other"),
    ("unread-text", "right"),
    ("unread-document", "file"),
}
# Parameters with a list to choose from, never shortened.
_CHOICES = {"keys", "parents", "terms"}
# Parameters that are messages themselves.
_MESSAGES = {"rubric"}


def message(problem: Problem, translate: Translator) -> str:
    """Return the message of a problem: one sentence."""
    return _translate(CATALOGUE[problem.code].message, problem, translate)


def help_line(problem: Problem, translate: Translator) -> str:
    """Return the help message of a problem: what to type or to do."""
    text = _translate(CATALOGUE[problem.code].help, problem, translate)
    if not any(_is_elided(problem, name) for name in problem.params):
        return text
    return translate("{help} (“[…]” is the rest of the text, which stays as it is.)", help=text)


def place(problem: Problem) -> str:
    """Return `path:line:column` on one line, with invisible characters written out."""
    return f"{shown_name(problem.path)}:{problem.start.line}:{problem.start.column}"


def _is_elided(problem: Problem, name: str) -> bool:
    """Return whether the middle of a text to type is left out; a text that differs in its middle may be longer."""
    longest = _LONGEST_REWRITTEN if _is_rewritten(problem, name) else _LONGEST
    return name in _TO_TYPE and len(problem.params[name]) > longest


def _is_rewritten(problem: Problem, name: str) -> bool:
    """Return whether a text to type differs from the file in its middle: by its code, or by a doubled apostrophe."""
    value = problem.params[name]
    return problem.code in _REWRITTEN or (value.startswith("'") and "''" in value[1:-1])


def _shown(problem: Problem, name: str) -> str:
    value = (shown_name if (problem.code, name) in _FILE_NAMES else visible)(problem.params[name])
    if _is_elided(problem, name):
        return shorten(value, _FIRST).removesuffix("…") + _REST + value[-_LAST:].partition(" ")[2]
    return value if name in _CHOICES | _TO_TYPE else shorten(value, _LONGEST)


def _translate(sentence: str, problem: Problem, translate: Translator) -> str:
    # A sentence without parameters may still hold a doubled brace.
    shown = {
        name: translate(value) if name in _MESSAGES else _shown(problem, name) for name, value in problem.params.items()
    }
    return translate(sentence).format(**shown)
