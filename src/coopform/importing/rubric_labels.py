"""Recognise the labels of rubrics in documents, in all the variants that people use."""

import re
from dataclasses import dataclass
from functools import cache

import yaml

from coopform import resources
from coopform.importing.cleaning import clean
from coopform.model import grid
from coopform.model.keys import CASE
from coopform.model.labels import KEY_LABELS
from coopform.model.sections import SECTIONS
from coopform.resources import YAML_LOADER
from coopform.text.folding import fold
from coopform.text.i18n import LANGUAGES, Translator, mark
from coopform.text.quotation import split_label

# What coopform prints around the rubrics: not words of the case.
DECOR = "decor"
_LONGEST = 60
_OWN_DECOR = (
    mark("Co-operation sheet"),
    mark("The grid"),
    *(section.label for section in SECTIONS if section.label and section.key not in CASE),
)

_BEFORE = re.compile(r"^(?:[^\w\s«(]|\d{1,2}\s*[.)/-]|[IVX]+\s*[.)/-]|[a-zA-Z]\s*[.)]|\s)+(?=\w)")
_AFTER = re.compile(r"[\s:.…*_–—-]+$")
_NOTE = re.compile(r"\s*\([^()]*\)$")
_SLASH = re.compile(r"\s*/\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label that was recognised.

    Attributes:
        key: of a case, `fiche.auteur`, `fiche.date`, or `DECOR`.
        typed: as it is in the document.
        languages: those whose grid has this very label; none for a variant.
    """

    key: str
    typed: str
    languages: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether it is a label of the grid itself, which means nothing else."""
        return bool(self.languages)


def find(text: str) -> Label | None:
    """Return the label that a text is, ignoring its number, colon, case and accents; None if it is not one."""
    if len(text) > 2 * _LONGEST:
        return None
    typed = _AFTER.sub("", _BEFORE.sub("", clean(text)))
    if len(typed) > _LONGEST:
        return None
    for words in (typed, _NOTE.sub("", typed)):
        key, languages = _known().get(_folded(words), ("", ()))
        if key:
            return Label(key, typed, languages)
    return None


def begin(text: str) -> tuple[Label, str] | None:
    """Return the label at the beginning of a text and the words after its colon or tab; None without one."""
    head, tab, after_tab = text.partition("\t")
    found = (head, after_tab.strip()) if tab and ":" not in head else split_label(text)
    label = find(found[0]) if found else None
    return (label, found[1]) if found and found[1] and label else None


def is_question(text: str) -> bool:
    """Return whether a text is a guiding question, which blank sheets have under the label."""
    return fold(clean(text)) in _questions()


@cache
def _known() -> dict[str, tuple[str, tuple[str, ...]]]:
    known: dict[str, tuple[str, tuple[str, ...]]] = {}
    data = yaml.load((resources.data_dir() / "intitules.yaml").read_bytes(), Loader=YAML_LOADER)  # noqa: S506
    for key, variants in data.items():
        known.update({_folded(variant): (key, ()) for variant in variants})
    pairs = [*KEY_LABELS.items(), *((DECOR, label) for label in _OWN_DECOR)]
    for key, label in pairs:
        for language in LANGUAGES:
            said = _folded(_AFTER.sub("", Translator(language)(label)))
            known[said] = (key, (*(known.get(said, ("", ()))[1]), language))
    return known


@cache
def _questions() -> frozenset[str]:
    return frozenset(fold(clean(Translator(language)(row.question))) for language in LANGUAGES for row in grid.GRID)


def _folded(words: str) -> str:
    return _SLASH.sub(" / ", fold(words))
