"""How a line is set off from its surroundings (bold, heading, number…): this is how labels are recognised."""

import re
from dataclasses import dataclass

from coopform.importing.blocks import TextLine
from coopform.importing.lines import list_marks

_ARTICLE = re.compile(
    r"\s*(?:article|art\.|chapitre|chapter|partie|part|section)\s+(?:n°\s*)?(?:\d{1,2}(?:er)?|[ivx]+|premier)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\s*(?:[IVX]+|[A-Z])\s*[.)–—-]\s")
_FEWEST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Dress:
    """How a line is set off from the text.

    Attributes:
        heading: its level, 0 for none.
        level: in a list, as in `TextLine`.
        is_strong: whether it is bold, underlined or in capitals.
        number: the kind of its number: `article`, `roman`, `number`, or empty.
        has_colon: whether it ends with a colon.
    """

    heading: int = 0
    level: int = 0
    is_strong: bool = False
    number: str = ""
    has_colon: bool = False

    @property
    def is_part(self) -> bool:
        """Whether its number is that of a part of a document, which no item of a list has."""
        return self.number in ("article", "roman")

    @property
    def is_set_off(self) -> bool:
        """Whether it differs from a line of text."""
        return bool(self.heading or self.is_strong or self.is_part)

    @property
    def rank(self) -> int:
        """How far it is set off; a heading of a higher level further."""
        if self.heading:
            return 20 - min(self.heading, 9)
        if self.is_strong or self.is_part:
            return 4
        return 3 if self.number else 2 if self.has_colon else 1

    def is_like(self, other: "Dress") -> bool:
        """Return whether two lines are set off alike, as the labels of one document are."""
        return self.is_set_off and (self.heading, self.level, self.is_strong, self.number) == (
            other.heading,
            other.level,
            other.is_strong,
            other.number,
        )


PLAIN = Dress()


def dress_of(line: TextLine) -> Dress:
    """Return how a line is set off."""
    text = line.text.strip()
    if _ARTICLE.match(text):
        number = "article"
    elif _ROMAN.match(text) and not line.number:
        number = "roman"
    else:
        number = "number" if list_marks.number_of(line) else ""
    return Dress(
        line.heading,
        0 if number in ("article", "roman") else line.level,
        line.bold or line.underlined or _is_in_capitals(text),
        number,
        text.endswith(":"),
    )


def _is_in_capitals(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return letters >= _FEWEST_CAPITALS and text.upper() == text
