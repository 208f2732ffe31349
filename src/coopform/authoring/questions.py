"""What `new` asks, in order: the title and the form, then the grid, rubric by rubric."""

from dataclasses import dataclass

from coopform import grid, keyhelp
from coopform.i18n import mark
from coopform.labels import KEY_LABELS


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the key that its answer fills.

    Attributes:
        key: the key of a case.
        label: what it is called.
        question: the question itself.
        several: whether an answer is several lines, ended by an empty one.
        required: whether it must be answered.
    """

    key: str
    label: str
    question: str
    several: bool = True
    required: bool = False


TITLE = Question("titre", KEY_LABELS["titre"], keyhelp.CASE["titre"], several=False, required=True)
SHORT_TITLE = Question("titre_court", KEY_LABELS["titre_court"], keyhelp.CASE["titre_court"], several=False)
FORM = Question("outil", KEY_LABELS["outil"], mark("What form does the agreement take?"), required=True)
TERRITORY = Question("territoire", KEY_LABELS["territoire"], keyhelp.CASE["territoire"], several=False)


def _of_grid() -> tuple[Question, ...]:
    questions = []
    for rubric in grid.GRID:
        for key in rubric.keys:
            label = rubric.label if len(rubric.keys) == 1 else KEY_LABELS.get(key) or _PARTNERS
            questions.append(Question(key, label, keyhelp.of_case(key)))
    return tuple(questions)


# Half of the label of its rubric: the scale is asked for apart.
_PARTNERS = mark("Partners")

QUESTIONS = (TITLE, SHORT_TITLE, FORM, TERRITORY, *_of_grid())
