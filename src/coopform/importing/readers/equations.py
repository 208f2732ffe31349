"""Equations of Word and PowerPoint as a line of text: `a/(b+1)`, `x^2`, `√(n)`."""

from collections.abc import Callable
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Equations, alone in their paragraph or not, in Word and in slides.
EQUATIONS = (
    f"{_M}oMath",
    f"{_M}oMathPara",
    "{http://schemas.microsoft.com/office/drawing/2010/main}m",
)


def equation(element: Any) -> str:
    """Return the text of an equation, or of a part of one."""
    tag = element.tag
    if tag in (f"{_M}t", f"{_W}t"):
        return element.text or ""
    written = _WRITTEN.get(tag.removeprefix(_M))
    return written(element) if written else _children(element)


def _children(element: Any) -> str:
    return "".join(map(equation, element))


def _part(element: Any, name: str) -> str:
    found = element.find(f"{_M}{name}")
    return _children(found) if found is not None else ""


def _group(text: str) -> str:
    """Return a text that is one operand."""
    return text if text.isalnum() or not text else f"({text})"


def _fraction(element: Any) -> str:
    return f"{_group(_part(element, 'num'))}/{_group(_part(element, 'den'))}"


def _root(element: Any) -> str:
    degree = _part(element, "deg")
    return f"{degree}√({_part(element, 'e')})"


def _scripts(element: Any) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    return _part(element, "e") + (f"_{_group(below)}" if below else "") + (f"^{_group(above)}" if above else "")


def _sum(element: Any) -> str:
    sign = element.find(f"{_M}naryPr/{_M}chr")
    below, above = _part(element, "sub"), _part(element, "sup")
    limits = (f"_{_group(below)}" if below else "") + (f"^{_group(above)}" if above else "")
    return f"{sign.get(f'{_M}val', '∫') if sign is not None else '∫'}{limits} {_part(element, 'e')}"


def _brackets(element: Any) -> str:
    signs = {}
    for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")")):
        found = element.find(f"{_M}dPr/{_M}{name}")
        signs[name] = found.get(f"{_M}val", usual) if found is not None else usual
    inside = signs["sepChr"].join(map(_children, element.iterfind(f"{_M}e")))
    return signs["begChr"] + inside + signs["endChr"]


def _function(element: Any) -> str:
    return f"{_part(element, 'fName')} {_part(element, 'e')}"


def _rows(element: Any) -> str:
    return " ; ".join(map(_children, element.iterfind(f"{_M}e")))


def _matrix(element: Any) -> str:
    return "[" + " ; ".join(", ".join(map(_children, row)) for row in element.iterfind(f"{_M}mr")) + "]"


def _limit(element: Any) -> str:
    return f"{_part(element, 'e')}_{_group(_part(element, 'lim'))}"


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "f": _fraction,
    "rad": _root,
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sPre": _scripts,
    "nary": _sum,
    "d": _brackets,
    "func": _function,
    "eqArr": _rows,
    "m": _matrix,
    "limLow": _limit,
    "limUpp": _limit,
}
