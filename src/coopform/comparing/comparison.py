"""Cases side by side: the rows of the grid, the synthesis, and the words that several share."""

from collections.abc import Sequence
from typing import NamedTuple

from coopform.model import grid, vocabulary
from coopform.model.case import Case, Instances, Lecture, Point
from coopform.model.grid import Rubric
from coopform.model.placeholder import says_nothing
from coopform.text.folding import fold
from coopform.text.i18n import mark

INSTANCE_LABELS = {
    "politique": mark("Who steers (political)"),
    "technique": mark("Who works it out (technical)"),
    "mixte": mark("Mixed body"),
    "animation": mark("Who runs it"),
}


class Row(NamedTuple):
    """A row of the grid: for each case its points, none where it is still to be filled in."""

    rubric: Rubric
    cells: tuple[tuple[Point, ...], ...]


class SynthesisRow(NamedTuple):
    """A row of the synthesis: for each case the words that answer it, none where nothing was said.

    `is_reading` tells an author's reading from what the case itself says.
    """

    key: str
    label: str
    cells: tuple[tuple[str, ...], ...]
    is_reading: bool = False


class Excerpt(NamedTuple):
    """Where a word was spotted: the case, the row, and the text around it, from `start` to `end`."""

    case: Case
    rubric: Rubric
    text: str
    start: int
    end: int


class SharedWord(NamedTuple):
    """A word that two cases or more use, quoted from each."""

    mot: str
    excerpts: tuple[Excerpt, ...]

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The IDs of the cases that use it, in order."""
        return tuple(dict.fromkeys(excerpt.case.id for excerpt in self.excerpts))


class Comparison(NamedTuple):
    """Cases on one grid."""

    cases: tuple[Case, ...]
    rows: tuple[Row, ...]
    synthesis: tuple[SynthesisRow, ...]
    shared: tuple[SharedWord, ...]


def compare(cases: Sequence[Case], rubrics: Sequence[Rubric] = ()) -> Comparison:
    """Put cases side by side.

    Args:
        cases: in the order of the columns; a case given twice stands once.
        rubrics: the rows wanted; when none is named, the grid and what was learnt where a case has it,
            followed by the synthesis and the shared words.

    Returns:
        The comparison. With `rubrics` the synthesis is left out, and only words of these rows are shared.
    """
    unique = tuple({case.id: case for case in cases}.values())
    rows = tuple(_row(rubric, unique) for rubric in rubrics or _default_rows(unique))
    return Comparison(
        cases=unique,
        rows=rows,
        synthesis=() if rubrics else _synthesis(unique),
        shared=_shared_words(unique, [row.rubric for row in rows]),
    )


def _default_rows(cases: Sequence[Case]) -> list[Rubric]:
    learnt = [rubric for rubric in grid.LEARNT if any(case.row(rubric.key) for case in cases)]
    return [*grid.GRID, *learnt]


def _row(rubric: Rubric, cases: Sequence[Case]) -> Row:
    return Row(rubric, tuple(case.filled_row(rubric.key) for case in cases))


def _synthesis(cases: Sequence[Case]) -> tuple[SynthesisRow, ...]:
    rows = [
        SynthesisRow("outil", mark("Form of agreement"), tuple(case.outil for case in cases)),
        SynthesisRow("famille", mark("Family"), tuple(map(families, cases))),
        SynthesisRow("partenaires", mark("Types of partners"), tuple(map(partner_types, cases))),
        SynthesisRow("declenchement", mark("What triggered it"), tuple(map(_triggers, cases)), is_reading=True),
        *(
            SynthesisRow(key, label, tuple(getattr(_instances(case), key) for case in cases), is_reading=True)
            for key, label in INSTANCE_LABELS.items()
        ),
        SynthesisRow("echelle", mark("Scale"), tuple(map(scale, cases))),
    ]
    # A mixed body is the exception: without one there is nothing to compare.
    return tuple(row for row in rows if row.key != "mixte" or any(row.cells))


def families(case: Case) -> tuple[str, ...]:
    """Return the families of a case's forms of agreement, each once."""
    words = vocabulary.load()
    known = (words.outil(name) for name in case.outil)
    return tuple(dict.fromkeys(outil.famille for outil in known if outil))


def partner_types(case: Case) -> tuple[str, ...]:
    """Return the types of a case's partners with their numbers where known, as « 5 CC »."""
    words = vocabulary.load()
    found = []
    for partner in case.partenaires:
        for name in partner.type:
            known = words.partner_type(name)
            word = known.sigle if known else name
            if known and partner.nombre and partner.nombre > 1 and not _is_acronym(word):
                word = known.pluriel
            found.append(f"{partner.nombre} {word}" if partner.nombre else word)
    return tuple(dict.fromkeys(found))


def _is_acronym(word: str) -> bool:
    return word.isupper()


def _triggers(case: Case) -> tuple[str, ...]:
    return (case.lecture or Lecture()).declenchement


def _instances(case: Case) -> Instances:
    return (case.lecture or Lecture()).instances


def scale(case: Case) -> tuple[str, ...]:
    """Return the texts of a case's scale, else its territory."""
    texts = [text for point in case.echelle for text in point.texts(case.langue)]
    if all(map(says_nothing, texts)):
        return (case.territoire,) if case.territoire else ()
    return tuple(texts)


def _shared_words(cases: Sequence[Case], rubrics: Sequence[Rubric]) -> tuple[SharedWord, ...]:
    excerpts: dict[str, list[Excerpt]] = {}
    for case in cases:
        for rubric in rubrics:
            for excerpt_of, excerpt in _spot(case, rubric):
                excerpts.setdefault(excerpt_of, []).append(excerpt)
    shared = [SharedWord(mot, tuple(found)) for mot, found in excerpts.items()]
    shared = [word for word in shared if len(word.case_ids) > 1]
    return tuple(sorted(shared, key=lambda word: fold(word.mot)))


def _spot(case: Case, rubric: Rubric) -> list[tuple[str, Excerpt]]:
    words = vocabulary.load()
    found = []
    for point in case.row(rubric.key):
        for text in point.texts(case.langue):
            seen = set()
            for spotted in words.spot(text):
                # Once a text: the quotation already shows where else the word stands in it.
                if spotted.mot not in seen:
                    seen.add(spotted.mot)
                    found.append((spotted.mot, Excerpt(case, rubric, text, spotted.start, spotted.end)))
    return found


def other_families(case: Case) -> list[str]:
    """Return the families of a case's forms of agreement that their names do not say."""
    named = " ".join(case.outil).lower()
    return [family for family in families(case) if family.split()[0].lower() not in named]
