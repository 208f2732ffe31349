"""Cases side by side: the rows of the grid, the synthesis, and the words that several share."""

from collections.abc import Sequence
from typing import NamedTuple

from coopform.comparing.synthesis import SynthesisRow, table_rows
from coopform.model import grid, vocabulary
from coopform.model.case import Case, Point
from coopform.model.grid import Rubric
from coopform.model.vocabulary import Spotted
from coopform.text.folding import fold
from coopform.text.i18n import Translator


class Row(NamedTuple):
    """One row of the grid: for each case its points, none where it is still to be filled in."""

    rubric: Rubric
    cells: tuple[tuple[Point, ...], ...]


class Excerpt(NamedTuple):
    """One use of a shared word: the case, the row, and the text, in which the word goes from `start` to `end`."""

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

    def labelled(self, translate: Translator) -> "Comparison":
        """Return the comparison as people read it: the terms of readings as their labels."""
        return self._replace(synthesis=tuple(row.labelled(translate) for row in self.synthesis))


def compare(cases: Sequence[Case], rubrics: Sequence[Rubric] = ()) -> Comparison:
    """Put cases side by side.

    Args:
        cases: in the order of the columns; a case given twice gets one column.
        rubrics: the rows wanted. By default the grid, and what was learnt if a case has it.

    Returns:
        The comparison. With `rubrics` the synthesis is left out, and only words of these rows are shared.
    """
    unique = tuple({case.id: case for case in cases}.values())
    rows = tuple(_row(rubric, unique) for rubric in rubrics or _default_rows(unique))
    return Comparison(
        cases=unique,
        rows=rows,
        synthesis=() if rubrics else table_rows(unique),
        shared=_shared_words(unique, [row.rubric for row in rows]),
    )


def _default_rows(cases: Sequence[Case]) -> list[Rubric]:
    learnt = [rubric for rubric in grid.LEARNT if any(case.row(rubric.key) for case in cases)]
    return [*grid.GRID, *learnt]


def _row(rubric: Rubric, cases: Sequence[Case]) -> Row:
    return Row(rubric, tuple(case.filled_row(rubric.key) for case in cases))


def _shared_words(cases: Sequence[Case], rubrics: Sequence[Rubric]) -> tuple[SharedWord, ...]:
    excerpts: dict[str, list[Excerpt]] = {}
    for case in cases:
        for rubric in rubrics:
            for mot, excerpt in _excerpts(case, rubric):
                excerpts.setdefault(mot, []).append(excerpt)
    shared = [SharedWord(mot, tuple(found)) for mot, found in excerpts.items()]
    shared = [word for word in shared if len(word.case_ids) > 1]
    return tuple(sorted(shared, key=lambda word: fold(word.mot)))


def _excerpts(case: Case, rubric: Rubric) -> list[tuple[str, Excerpt]]:
    """Return the words of the vocabulary in a row of a case, each once per text: one quotation shows them all."""
    words = vocabulary.load()
    found = []
    for point in case.row(rubric.key):
        for text in point.texts(case.langue):
            first: dict[str, Spotted] = {}
            for spotted in words.spot(text):
                first.setdefault(spotted.mot, spotted)
            found += [(mot, Excerpt(case, rubric, text, one.start, one.end)) for mot, one in first.items()]
    return found
