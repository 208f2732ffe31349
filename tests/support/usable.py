"""What is wrong in the case that an invented sheet gives: its title, and the words of each row."""

from collections.abc import Iterator
from pathlib import Path

from coopform import UnreadableDocument, import_document
from coopform.casefile.reader import read_case
from coopform.casefile.source import Source
from coopform.model.case import Case, Partner, Point, Reference, Step
from coopform.problems.catalogue import is_error
from tests.support.trade_sheets import Sheet, write


def problems(sheet: Sheet, folder: Path) -> list[str]:
    """Return what is not as the author of a sheet meant it; nothing if the sheet is usable."""
    try:
        made = import_document(write(sheet, folder))
    except UnreadableDocument as refusal:
        return [f"refused: {refusal.reason} {refusal.labels} {refusal.columns}"]
    case = made[0].built.case if made[0].built else None
    if case is None:
        return ["not read as a document"]
    found = [f"{len(made)} cases"] if len(made) != sheet.count else []
    found += [f"title: {case.titre}"] if case.titre != sheet.title else []
    for key, words in sheet.rows.items():
        said = [text for value in _values(case, key) for text in words_of(value)]
        found += [f"{key}: {said}"] if said != words else []
    for one in made:
        read = read_case(Source("fiche.yaml", one.text), "")
        found += [problem.code for problem in read.problems if is_error(problem)]
    return found


def _values(case: Case, key: str) -> tuple[object, ...]:
    value = getattr(case, key)
    return value if isinstance(value, tuple) else (value,)


def words_of(value: object) -> Iterator[str]:
    """Yield the words of a value of a case."""
    if isinstance(value, Point):
        yield from (text for text in (value.libelle, value.texte) if text)
        for point in value.points:
            yield from words_of(point)
    elif isinstance(value, Partner):
        yield value.texte
    elif isinstance(value, Step):
        yield value.quoi
    elif isinstance(value, Reference):
        yield value.titre
    else:
        yield str(value)
