"""Problems in words: the catalogue's sentences with a problem's parameters, in a language."""

from coopform.catalogue import CATALOGUE
from coopform.i18n import Translator
from coopform.problem import Problem
from coopform.text import shorten, visible

# A parameter may be a whole paragraph of the file; a message shows its beginning.
_LONGEST_PARAMETER = 160
# Lists of ours, to choose from: all of it is shown.
_OURS = {"keys", "parents", "terms"}


def message(problem: Problem, translate: Translator) -> str:
    """Return what is wrong, in one sentence."""
    return _say(CATALOGUE[problem.code].message, problem, translate)


def help_line(problem: Problem, translate: Translator) -> str:
    """Return what to type or to do."""
    return _say(CATALOGUE[problem.code].help, problem, translate)


def place(problem: Problem) -> str:
    """Return `path:line:column`, its hidden characters written out."""
    return f"{visible(problem.path)}:{problem.start.line}:{problem.start.column}"


def _say(sentence: str, problem: Problem, translate: Translator) -> str:
    params = {
        name: value if name in _OURS else shorten(visible(value), _LONGEST_PARAMETER)
        for name, value in problem.params.items()
    }
    # A sentence without parameters may still hold a doubled brace.
    return translate(sentence).format(**params)
