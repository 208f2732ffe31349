"""Documents to the texts of case files: cases, with what has no place under a comment."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from coopform.case import Case
from coopform.collection import RESERVED_IDS
from coopform.i18n import Translator, mark
from coopform.importing import reading
from coopform.importing.blocks import Line, Source
from coopform.importing.building import UNKNOWN, Built, Left, build
from coopform.importing.drafts import find_drafts
from coopform.importing.failures import UnreadableDocument
from coopform.importing.signs import clean
from coopform.keys import CASE
from coopform.text import slug
from coopform.writing import write_case

# Names of files stay short enough for every disk.
_LONGEST_NAME = 60
_COMMENTS = {
    "titre": mark("# to be filled in: the name of the co-operation"),
    "outil": mark("# to be filled in: the form of agreement (Entente, Convention de partenariat…)"),
}


@dataclass(frozen=True, slots=True)
class CaseText:
    """A case file to be written.

    Attributes:
        id: its name without ending.
        text: what it will hold.
        built: what is known of where its words came from.
    """

    id: str
    text: str
    built: Built


def read_cases(path: Path, taken: set[str]) -> list[CaseText]:
    """Return the case files that a document gives.

    Args:
        path: the document.
        taken: the IDs given in this run so far; those of this document are added.

    Raises:
        UnreadableDocument: it cannot be read, or holds no rubric that is known.
        OSError: the file cannot be read.
    """
    source = reading.read(path)
    made = _from_data(path, source) if source.data else _from_blocks(path, source)
    found = []
    for built in made:
        identifier = _identifier(built, path, taken)
        taken.add(identifier)
        found.append(CaseText(identifier, text_of(built), built))
    return found


def text_of(built: Built) -> str:
    """Return the text of a case file: the case, then a comment for all that has no place in it."""
    case = built.case
    t = Translator(case.langue)
    text = write_case(case)
    for key in built.missing:
        text = text.replace(f"{key}: {_quoted(UNKNOWN)}\n", f"{key}:  {t(_COMMENTS[key])}\n", 1)
    return text + "".join(f"\n{comment}" for comment in _comments(built.left, t))


def _from_blocks(path: Path, source: Source) -> list[Built]:
    found = find_drafts(source)
    if not found.drafts:
        raise UnreadableDocument(path, "nothing")
    made = [built for built in map(build, found.drafts) if built.placed or built.left]
    if not any(built.placed for built in made):
        raise UnreadableDocument(path, "blank")
    if found.before:
        made[0].left.append(Left(tuple(_words(found.before)), place=_place(found.before)))
    return made


def _from_data(path: Path, source: Source) -> list[Built]:
    try:
        return [
            Built(Case.model_validate({"id": "", **{key: data[key] for key in CASE if data.get(key) is not None}}))
            for data in source.data
        ]
    except ValidationError as refusal:
        raise UnreadableDocument(path, "broken") from refusal


def _words(lines: Iterable[Line]) -> list[str]:
    return [words for line in lines if (words := clean(line.text))]


def _place(lines: list[Line]) -> str:
    return next((line.place for line in lines if line.place), "")


def _identifier(built: Built, path: Path, taken: set[str]) -> str:
    """Return a name for the file of a case: its short title, else its title, else the document's name."""
    title = "" if "titre" in built.missing else built.case.short_title
    name = slug(title) or slug(path.stem) or "fiche"
    if len(name) > _LONGEST_NAME:
        name = name[:_LONGEST_NAME].rpartition("-")[0] or name[:_LONGEST_NAME]
    unique, number = name, 1
    while unique in taken or unique in RESERVED_IDS:
        number += 1
        unique = f"{name}-{number}"
    return unique


def _quoted(text: str) -> str:
    """Return a text as the writer of cases sets it behind a key."""
    line = write_case(Case(id="", titre=text, outil=("x",))).splitlines()[0]
    return line.removeprefix("titre: ")


def _comments(left: Iterable[Left], t: Translator) -> Iterable[str]:
    for one in left:
        where = [t("“{label}”", label=one.label)] if one.label else []
        where += [place(one.place, t)] if one.place else []
        head = t("To be placed ({where}):", where=", ".join(where)) if where else t("To be placed:")
        lines = [line for text in one.words for line in text.split("\n") if line]
        yield f"# {head}\n" + "".join(f"#   {line}\n" for line in lines)


_PLACES = {
    "line": mark("line {number}"),
    "page": mark("page {number}"),
    "slide": mark("slide {number}"),
    "row": mark("row {number}"),
}


def place(found: str, t: Translator) -> str:
    """Return where something was found (`line 14`, as readers say it) in the translator's language."""
    kind, _, number = found.partition(" ")
    return t(_PLACES[kind], number=number) if kind in _PLACES else found
