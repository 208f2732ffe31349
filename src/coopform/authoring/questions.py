"""What `new` asks, in order: the title and the form, then the grid, rubric by rubric."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopform.authoring.interpret import UNDER, is_label
from coopform.model import grid, keys
from coopform.model.keys import Shape
from coopform.model.labels import label_of
from coopform.text.i18n import mark


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the key that its answer fills.

    Attributes:
        key: the key of a case.
        label: of the key, as a message.
        question: the sentence, as a message.
        help: how to answer, as a message.
        several: whether an answer has several lines, ended by an empty one.
        required: whether an answer is needed.
    """

    key: str
    label: str
    question: str
    help: str
    several: bool = True
    required: bool = False

    @property
    def is_outline(self) -> bool:
        """Whether a line may be a label with points under it."""
        return keys.CASE[self.key].shape is Shape.POINTS

    def is_open(self, lines: Sequence[str]) -> bool:
        """Return whether the line after these belongs under a label."""
        return self.is_outline and bool(lines) and (lines[-1].startswith(UNDER) or is_label(lines[-1]))


_POINTS = mark(
    "One point per line. “Pilotage : les présidents” is a label and its text. A line that ends with a colon is a label "
    "whose points follow."
)
_PARTNERS = mark(
    "One partner per line: a number and a type (“5 CC”, “1 PNR”), or a name (“Le PNR des Monts d’Ardèche”), which is "
    "kept as it is."
)

TITLE = Question(
    "titre",
    label_of("titre"),
    keys.CASE["titre"].help,
    mark("On one line, as the sheet will show it. It is the only answer that is required."),
    several=False,
    required=True,
)
SHORT_TITLE = Question(
    "titre_court",
    label_of("titre_court"),
    keys.CASE["titre_court"].help,
    mark("On one line: it replaces the title where there is little room. It may be left empty."),
    several=False,
)
FORM = Question(
    "outil",
    label_of("outil"),
    mark("What form does the agreement take?"),
    mark("A number of the list, several numbers (2, 6), or your own words, one form per line."),
)
TERRITORY = Question(
    "territoire",
    label_of("territoire"),
    keys.CASE["territoire"].help,
    mark("On one line: the name of a basin, of a “pays”, of a town and its surroundings. It may be left empty."),
    several=False,
)
_GRID = tuple(
    Question(key, label_of(key), keys.CASE[key].help, _PARTNERS if key == "partenaires" else _POINTS)
    for rubric in grid.GRID
    for key in rubric.keys
)

QUESTIONS = (TITLE, SHORT_TITLE, FORM, TERRITORY, *_GRID)
