"""Harmless twins: a case with the same shape as another, each of its texts replaced by a word that means nothing.

A document of the twin shows what the template makes of a case of that shape. With the words put back it
must read, element for element and letter for letter, as the document of the case itself.
"""

import re
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from pydantic import BaseModel

from coopform.model import vocabulary
from coopform.model.case import Case, Partner, Point, Recueil, Reference, Step
from coopform.model.outline import STRONG_LABEL_LENGTH
from coopform.model.placeholder import says_nothing
from coopform.text.characters import visible

M = TypeVar("M", bound=BaseModel | Point)

# Values that are no free text: a document words or orders them, or leaves them as they are.
_FIXED = {
    "id", "date", "consulte", "statut", "situation_au", "departements", "langue", "role", "nombre", "couleur",
}  # fmt: skip


def names(model: BaseModel | Point) -> list[str]:
    """Return the names of the fields of a model."""
    return [field.name for field in fields(model)] if isinstance(model, Point) else list(type(model).model_fields)


@dataclass
class Twins:
    """Twins of cases, and what each of their words stands for."""

    words: dict[str, str] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)

    def case(self, case: Case) -> Case:
        """Return the twin of a case."""
        return self._model(case)

    def recueil(self, recueil: Recueil) -> Recueil:
        """Return the twin of a collection's description."""
        return self._model(recueil)

    def restore(self, text: str) -> str:
        """Return the text of a twin's document with the words of the case put back."""
        longest_first = sorted(self.originals, key=len, reverse=True)
        if not longest_first:
            return text
        return re.sub("|".join(map(re.escape, longest_first)), lambda match: visible(self.originals[match[0]]), text)

    def _model(self, model: M) -> M:
        return type(model)(**{name: self._value(model, name, getattr(model, name)) for name in names(model)})

    def _value(self, owner: BaseModel | Point, name: str, value: Any) -> Any:
        if isinstance(value, BaseModel | Point):
            return self._model(value)
        if isinstance(value, tuple):
            return tuple(self._value(owner, name, item) for item in value)
        if value is None or name in _FIXED:
            return value
        return self._text(owner, name, value)

    def _text(self, owner: BaseModel | Point, name: str, text: str) -> str:
        words = vocabulary.load()
        if isinstance(owner, Reference) and name == "url":
            return self._word(text, "https://{}/")
        if isinstance(owner, Partner) and name == "type" and words.partner_type(text):
            return text
        if isinstance(owner, Case) and name == "outil" and words.outil(text):
            return text
        if isinstance(owner, Step) and name == "quand" and owner.year:
            return self._word(text, f"{{}} {owner.year}")
        is_long_label = isinstance(owner, Point) and name == "libelle" and len(text) > STRONG_LABEL_LENGTH
        ending = "m" * STRONG_LABEL_LENGTH if is_long_label else ""
        return "\n\n".join(self._paragraph(paragraph, ending) for paragraph in text.split("\n\n"))

    def _paragraph(self, text: str, ending: str) -> str:
        if says_nothing(text):
            return text  # a row of these is still to be filled in
        return self._word(text, ",".join(["{}" + ending, *landmarks(text)]))

    def _word(self, text: str, pattern: str) -> str:
        # One word a text and a pattern: « m1q 2015 » must not be read where « m1q » stands before a date.
        number = self.words.setdefault(text + pattern, f"m{len(self.words)}q")
        word = pattern.format(number)
        self.originals[word] = text
        return word


def landmarks(text: str) -> list[str]:
    """Return the recurring words and the acronyms of a text: documents mark and explain them."""
    words = vocabulary.load()
    spotted = [text[found.start : found.end] for found in words.spot(text)]
    return [*spotted, *words.sigles_in([text])]
