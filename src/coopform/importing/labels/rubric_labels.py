"""Recognise the labels of rubrics in documents, in all the variants that people use."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from coopform.importing.cleaning import clean
from coopform.importing.labels.guiding_questions import key_of_question
from coopform.model.keys import CASE
from coopform.model.labels import KEY_LABELS, fold_label
from coopform.model.sections import SECTIONS
from coopform.model.synonyms import key_of_names, shipped_synonyms
from coopform.text.folding import fold
from coopform.text.i18n import LANGUAGES, mark, translations

# What coopform prints around the rubrics: not words of the case.
DECOR = "decor"
# What sheets have beside the rubrics of the grid: « Contact », « Annexes ». It is kept, and begins no case.
OTHER = "autres"
# The keys of `intitules.yaml` beside those of a case.
SIGNED = ("fiche.auteur", "fiche.date")
WORD_LISTS = ("autour", "axes", "entetes")
# Letters: longer texts are no labels.
LONGEST = 60
_OWN_DECOR = (
    mark("Co-operation sheet"),
    mark("The grid"),
    *(section.label for section in SECTIONS if section.label and section.key not in CASE),
)

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[a-zA-Z])"
_PART = r"(?:article|art\.|chapitre|chapter|partie|part|section|question)"
_BEFORE = re.compile(
    rf"^(?:[^\w\s«(]|\d{{1,2}}(?:\.\d{{1,2}})+\s|\({_NUMBER}\)|Q\s?\d{{1,2}}\s*[.):–—-]*|{_NUMBER}\s*[.)]|(?:\d{{1,2}}|[IVX]+)\s*[/–—-]|[A-Z]\s+[–—-]|\d{{1,2}}°"
    # « 1 Enjeux », and « 1Enjeux » where the number was in a box of its own; « 3 enjeux » is a text.
    rf"|\d{{1,2}}\s*(?=[A-ZÀ-ÖØ-Þ])"
    rf"|(?i:{_PART}\s+(?:n°\s*)?(?:\d{{1,2}}(?:er)?|[IVX]+|premier))\s*[.):–—-]*(?=\s)|\s)+(?=\w)"
)
_AFTER = re.compile(r"[\s:.…*_?=#~<>|–—-]+$")
_NOTE = re.compile(r"\s*\([^()]*\)$")
# « Point(s) fort(s) »
_PLURAL = re.compile(r"(?<=\w)\((?:s|e|es|x|nt)\)")
_ARTICLES = {
    "cooperation": "la ", "demarche": "la ", "convention": "la ", "projet": "le ", "partenariat": "le ",
    "accord": "l'", "entente": "l'", "action": "l'",
}  # fmt: skip
_POSSESSIVE = re.compile(rf"\b(?:votre|notre) ({'|'.join(_ARTICLES)})\b")
_TO = re.compile(r"\bà\b")
_WORDS = re.compile(r"[^\W_]+")

# The words that may precede a synonym: those of a question, which leave no doubt, and others.
_ASKING = frozenset((
    "le", "la", "les", "l", "un", "une", "de", "du", "des", "d", "quel", "quelle", "quels", "quelles", "qui", "sont",
    "est", "etait", "etaient", "ete", "ont", "notre", "nos", "votre", "vos", "pourquoi", "our", "your", "the", "a",
    "what", "which", "who", "why", "are", "is", "was", "were",
))  # fmt: skip
_OPENERS = _ASKING | frozenset(
    fold(
        "leur leurs pour selon vous nous principal principale principaux principales grand grands grandes premiers "
        "premières modalités mode modes éléments élément aspects rappel définition liste synthèse main key list "
        "overview"
    ).split()
)
# A text with one of these after the synonym is a sentence: « Les enjeux sont nombreux ».
_VERBS = frozenset(
    fold(
        "est sont a ont sera seront était étaient doit doivent peut peuvent fait font is are was were has have will "
        "can must"
    ).split()
)
_MOST_AFTER = 6
# « Quel est le nom de votre coopération ? » asks for the title; « Titre de séjour » does not.
_FEWEST_OF_NAMES = 2
_MOST_OTHERS = 2
_NO_NAME = re.compile(r"(?:ce (?:que|qui|qu')|(?:reste )?a (?:faire|venir|ameliorer|completer|verifier)\b|what )")


@dataclass(frozen=True, slots=True)
class Label:
    """A label that was recognised.

    Attributes:
        key: of a case, `fiche.auteur`, `fiche.date`, or `DECOR`.
        typed: as it is in the document.
        languages: those whose grid has this very label; none for a variant.
        is_sure: whether it is a label or a synonym; else it has other words around one.
        is_plain: whether the words around it are common ones (« visés », « du projet »).
    """

    key: str
    typed: str
    languages: tuple[str, ...] = ()
    is_sure: bool = True
    is_plain: bool = True

    @property
    def is_of_grid(self) -> bool:
        """Whether it is a label of the grid itself, which means nothing else."""
        return bool(self.languages)


class Labels:
    """The labels of the grid and their synonyms."""

    def __init__(self, synonyms: Iterable[Mapping[str, list[str]]]) -> None:
        """Take synonyms, by key, in the form of `intitules.yaml`; later ones replace earlier ones."""
        self._known: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._lists: dict[str, set[str]] = {name: set() for name in WORD_LISTS}
        for data in synonyms:
            for key, variants in data.items():
                if key in self._lists:
                    self._lists[key].update(map(fold, variants))
                else:
                    self._known.update({_folded(variant): (key, ()) for variant in variants})
        self._known.update(_grid())
        self._around = set(map(_stem, self._lists["autour"]))
        self._by_first: dict[str, list[tuple[list[str], str]]] = {}
        for said, (key, _) in self._known.items():
            words = _words(said)
            if words and (_may_have_words_around(key) or (key == "titre" and len(words) > _FEWEST_OF_NAMES)):
                self._by_first.setdefault(words[0], []).append((words, key))
        for found in self._by_first.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def find(self, text: str) -> Label | None:
        """Return the label that a text is, ignoring its number, colon, case and accents; None if it is not one."""
        if len(text) > 2 * LONGEST:
            return None
        typed = _bare(text)
        for words in (typed, _NOTE.sub("", typed)):
            if len(words) <= LONGEST:
                key, languages = self._known.get(_folded(words), self._known.get(_singular(words), ("", ())))
                if key:
                    return Label(key, words, languages)
        if len(typed) > LONGEST:
            return None
        return self._several_names(typed) or self._several_questions(typed)

    def _several_names(self, typed: str) -> Label | None:
        """Return the label that several names are if all of them are of one key: « Gouvernance / pilotage »."""
        key = key_of_names(typed, lambda name: self._known.get(_folded(name), (None,))[0])
        return Label(key, typed) if key else None

    def _several_questions(self, typed: str) -> Label | None:
        """Return the label that questions on one line are if all of them ask for it: « Qui décide ? Qui pilote ? »."""
        first, mark, rest = typed.partition("?")
        asked, other = (self.find(first), self.find(rest)) if mark else (None, None)
        return Label(asked.key, typed) if asked and other and asked.key == other.key else None

    def likely(self, text: str) -> Label | None:
        """Return the label that a text is, if it is a synonym with words around it: « Objectifs visés »."""
        if len(text) > 2 * LONGEST:
            return None
        typed = _bare(text)
        if len(typed) > LONGEST or any(sign in typed for sign in ".:;!\t"):
            return None
        # « à » is no verb, « a » is one.
        words = _words(_TO.sub("au", typed))
        start = next((index for index, word in enumerate(words) if word not in _OPENERS), None)
        for name, key in self._by_first.get(words[start], ()) if start is not None else ():
            end = (start or 0) + len(name)
            after = words[end:]
            others = [word for word in after if not self._goes_with_labels(word)]
            is_short = len(after) <= _MOST_AFTER and len(others) <= _MOST_OTHERS
            if words[start:end] == name and is_short and not _VERBS.intersection(after):
                is_sure = not after and _ASKING.issuperset(words[:start])
                return Label(key, typed, is_sure=is_sure, is_plain=not others)
        return None

    def _goes_with_labels(self, word: str) -> bool:
        """Return whether a word is common beside a synonym: « visés », or another synonym (« contexte et enjeux »)."""
        return _stem(word) in self._around or word in _OPENERS or (word in self._known and word in self._by_first)

    def is_axis(self, text: str) -> bool:
        """Return whether a heading of a column is that of the parts of one co-operation: « Axe », « Volet »."""
        return fold(_bare(text)) in self._lists["axes"]

    def is_content(self, text: str) -> bool:
        """Return whether a heading of a column is that of the texts of rubrics: « Contenu », « Remarques »."""
        return fold(_bare(text)) in self._lists["entetes"]

    def is_no_name(self, text: str) -> bool:
        """Return whether a heading of a column is not the name of a case: « Contenu », « Ce qui reste à faire »."""
        return self.is_content(text) or _NO_NAME.match(fold(_bare(text))) is not None


def sheet_title(kind: str) -> Label:
    """Return the label that a kind of sheet is where words are beside it: « Fiche action n° 3 : Les halles »."""
    return Label("titre", kind, is_sure=False)


def label_of_question(text: str) -> Label | None:
    """Return the label of the row that a guiding question asks for; None for another text."""
    key = key_of_question(text)
    return Label(key, clean(text)) if key else None


@cache
def shipped() -> Labels:
    """Return the labels of the grid with the synonyms that coopform knows."""
    return Labels([shipped_synonyms()])


@cache
def _grid() -> dict[str, tuple[str, tuple[str, ...]]]:
    known: dict[str, tuple[str, tuple[str, ...]]] = {}
    pairs = [*KEY_LABELS.items(), *((DECOR, label) for label in _OWN_DECOR)]
    for key, label in pairs:
        for language, words in zip(LANGUAGES, translations(label), strict=True):
            said = _folded(_AFTER.sub("", words))
            known[said] = (key, (*(known.get(said, ("", ()))[1]), language))
    return known


def _may_have_words_around(key: str) -> bool:
    """Return whether a label of this key is recognised among other words: « Date du comité » signs no sheet."""
    return key in CASE and key not in ("titre", "titre_court", "sources", "fiche", "langue", "departements", "suite_de")


def _bare(text: str) -> str:
    return _AFTER.sub("", _BEFORE.sub("", clean(text)))


def _words(text: str) -> list[str]:
    return _WORDS.findall(_impersonal(fold(_PLURAL.sub("s", text))))


def _stem(word: str) -> str:
    """Return a word without the marks of the feminine and the plural: « rencontrées » goes as « rencontré »."""
    return word.rstrip("es")


def _singular(words: str) -> str:
    """Return words without the plural that may be typed in brackets: « Objet(s) de la coopération »."""
    return fold_label(_PLURAL.sub("", words))


def _folded(words: str) -> str:
    return _impersonal(fold_label(_PLURAL.sub("s", words)))


def _impersonal(folded: str) -> str:
    """Return folded words in which « votre coopération » or « notre coopération » is « la coopération »."""
    return _POSSESSIVE.sub(lambda found: _ARTICLES[found[1]] + found[1], folded)
