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
        """Whether a line may be a label with points under it."""
        return keys.CASE[self.key].shape is Shape.POINTS

    def is_open(self, lines: Sequence[str]) -> bool:
        """Return whether the line after these belongs under a label."""
        return self.is_outline and bool(lines) and (lines[-1].startswith(UNDER) or is_label(lines[-1]))


TITLE = Question("titre", label_of("titre"), keys.CASE["titre"].help, several=False, required=True)
SHORT_TITLE = Question("titre_court", label_of("titre_court"), keys.CASE["titre_court"].help, several=False)
FORM = Question("outil", label_of("outil"), mark("What form does the agreement take?"))
TERRITORY = Question("territoire", label_of("territoire"), keys.CASE["territoire"].help, several=False)
_GRID = tuple(Question(key, label_of(key), keys.CASE[key].help) for rubric in grid.GRID for key in rubric.keys)

QUESTIONS = (TITLE, SHORT_TITLE, FORM, TERRITORY, *_GRID)
