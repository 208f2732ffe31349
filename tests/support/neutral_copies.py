"""Neutral copies of cases, with each text replaced by a made-up word.

A document made from the copy shows the elements of the template for a case of this structure. With the original texts
put back, it must be identical to the document made from the case itself.
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

# Fields that are not free text.
_FIXED = {
    "id", "date", "consulte", "statut", "situation_au", "departements", "langue", "role", "nombre", "couleur",
}  # fmt: skip


def names(model: BaseModel | Point) -> list[str]:
    return [field.name for field in fields(model)] if isinstance(model, Point) else list(type(model).model_fields)


@dataclass
class NeutralCopies:
    """Makes neutral copies, and remembers the original text of each made-up word."""

    words: dict[str, str] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)

    def case(self, case: Case) -> Case:
        return self._model(case)

    def recueil(self, recueil: Recueil) -> Recueil:
        return self._model(recueil)

    def restore(self, text: str) -> str:
        """Return the text of a document of a copy with the original texts put back."""
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
            return text  # kept: an empty row has its own layout
        return self._word(text, ",".join(["{}" + ending, *landmarks(text)]))

    def _word(self, text: str, pattern: str) -> str:
        # One word per text and pattern: « m1q 2015 » must not be found where « m1q » comes before a date.
        number = self.words.setdefault(text + pattern, f"m{len(self.words)}q")
        word = pattern.format(number)
        self.originals[word] = text
        return word


def landmarks(text: str) -> list[str]:
    """Return the recurring words and acronyms of a text, which documents mark and explain."""
    words = vocabulary.load()
    spotted = [text[found.start : found.end] for found in words.spot(text)]
    return [*spotted, *words.sigles_in([text])]
