"""The text of the case file for a case that was found in a document."""

from collections.abc import Iterable

from coopform.casefile.writer import write_case
from coopform.importing.keys.build_case import UNKNOWN, Built
from coopform.importing.keys.left_words import Left
from coopform.model.case import Case
from coopform.text.i18n import Translator, mark
from coopform.text.quotation import quotation

_COMMENTS = {
    "titre": mark("# to be filled in: the name of the co-operation"),
    "outil": mark("# to be filled in: the form of agreement (Entente, Convention de partenariat…)"),
}

_PLACES = {
    "line": mark("line {number}"),
    "note": mark("note {number}"),
    "page": mark("page {number}"),
    "slide": mark("slide {number}"),
    "row": mark("row {number}"),
}


def text_of(built: Built) -> str:
    """Return the text of a case file: the case, then the words that fit no key, as comments."""
    case = built.case
    t = Translator(case.langue)
    text = write_case(case)
    for key in built.missing:
        text = text.replace(f"{key}: {_quoted(UNKNOWN)}\n", f"{t(_COMMENTS[key])}\n{key}:\n", 1)
    return text + "".join(f"\n{comment}" for comment in _comments(built.left, t))


def _quoted(text: str) -> str:
    """Return a text as it is written after a key."""
    line = write_case(Case(id="", titre=text)).splitlines()[0]
    return line.removeprefix("titre: ")


def _comments(left: Iterable[Left], t: Translator) -> Iterable[str]:
    for one in left:
        where = [t(one.kind.value)] if one.kind else []
        where += [quotation(one.label, t.language)] if one.label else []
        where += [_place(one.place, t)] if one.place else []
        head = t("To be moved ({where}):", where=", ".join(where)) if where else t("To be moved:")
        lines = [line for text in one.words for line in text.split("\n") if line]
        yield f"# {head}\n" + "".join(f"#   {line}\n" for line in lines)


def _place(found: str, t: Translator) -> str:
    """Return a place in a document (`line 14`, as readers give it) in the translator's language."""
    kind, _, number = found.partition(" ")
    return t(_PLACES[kind], number=number) if kind in _PLACES else found
