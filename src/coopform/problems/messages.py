"""Problems in words: the catalogue's sentences with a problem's parameters, in a language."""

from coopform.problems.catalogue import CATALOGUE
from coopform.problems.problem import Problem
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import Translator
from coopform.text.typography import shorten

# A parameter may be a whole paragraph of the file; a message shows its beginning.
_LONGEST_PARAMETER = 160
# What a help line says to type: of a long one, its first and its last words are shown, so that both ends can be found.
_TO_TYPE = {"text", "right"}
_LONGEST_TO_TYPE = 160
_LONGEST_REWRITTEN = 1_900
_FIRST, _LAST = 60, 40
_REST = " […] "
# Parameters that are names of files.
_NAMES = {("same-id", "other"), ("hidden-ending", "right")}
# Lists of ours, to choose from: all of it is shown.
_OURS = {"keys", "parents", "terms"}


def message(problem: Problem, translate: Translator) -> str:
    """Return what is wrong, in one sentence."""
    return _say(CATALOGUE[problem.code].message, problem, translate)


def help_line(problem: Problem, translate: Translator) -> str:
    """Return what to type or to do."""
    said = _say(CATALOGUE[problem.code].help, problem, translate)
    if not any(_is_elided(problem, name) for name in problem.params):
        return said
    return translate("{help} (“[…]” stands for the rest of the text, as it is.)", help=said)


def place(problem: Problem) -> str:
    """Return `path:line:column` on one line, its hidden characters written out."""
    return f"{shown_name(problem.path)}:{problem.start.line}:{problem.start.column}"


def _is_elided(problem: Problem, name: str) -> bool:
    """Return whether the middle of a text to type is left out: not when something is to be changed there."""
    value = problem.params[name]
    is_rewritten = problem.code == "text-after-quotes" or (value.startswith("'") and "''" in value[1:-1])
    return name in _TO_TYPE and len(value) > (_LONGEST_REWRITTEN if is_rewritten else _LONGEST_TO_TYPE)


def _shown(problem: Problem, name: str) -> str:
    value = (shown_name if (problem.code, name) in _NAMES else visible)(problem.params[name])
    if _is_elided(problem, name):
        return shorten(value, _FIRST).removesuffix("…") + _REST + value[-_LAST:].partition(" ")[2]
    return value if name in _OURS | _TO_TYPE else shorten(value, _LONGEST_PARAMETER)


def _say(sentence: str, problem: Problem, translate: Translator) -> str:
    # A sentence without parameters may still hold a doubled brace.
    return translate(sentence).format(**{name: _shown(problem, name) for name in problem.params})
