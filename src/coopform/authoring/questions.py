"""What `new` asks, in order: the title and the form, then the grid, rubric by rubric."""

from collections.abc import Sequence
from dataclasses import dataclass

from coopform.authoring.interpret import UNDER, is_label
from coopform.model import grid, key_help, keys
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
        several: whether an answer has several lines, ended by an empty one.
        required: whether an answer is needed.
    """

    key: str
    label: str
    question: str
    several: bool = True
    required: bool = False

    @property
    def is_outline(self) -> bool:
        """Whether an answer is an outline: labels with points under them."""
        return keys.CASE[self.key] is Shape.POINTS

    def is_open(self, lines: Sequence[str]) -> bool:
        """Return whether the line after these belongs under a label."""
        return self.is_outline and bool(lines) and (lines[-1].startswith(UNDER) or is_label(lines[-1]))


TITLE = Question("titre", label_of("titre"), key_help.of_case("titre"), several=False, required=True)
SHORT_TITLE = Question("titre_court", label_of("titre_court"), key_help.of_case("titre_court"), several=False)
FORM = Question("outil", label_of("outil"), mark("What form does the agreement take?"))
TERRITORY = Question("territoire", label_of("territoire"), key_help.of_case("territoire"), several=False)
_GRID = tuple(Question(key, label_of(key), key_help.of_case(key)) for rubric in grid.GRID for key in rubric.keys)

QUESTIONS = (TITLE, SHORT_TITLE, FORM, TERRITORY, *_GRID)
