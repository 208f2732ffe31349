"""The vocabulary: forms of agreement, partner types, acronyms, the words that recur. Data, not code."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property
from typing import Any, NamedTuple

from coopform.resources import load_data
from coopform.text.folding import fold, nearest

# Terms share their first words (« convention de… »): only a typing error is worth a suggestion.
_LIKENESS = 0.8
_BETWEEN_TERMS = re.compile(r"\s+\+\s+|\s*[,;/]\s*|\s+(?:et|ou|and|or)\s+")


class Outil(NamedTuple):
    """A form of agreement; `reference` is second-hand and shown as to be checked."""

    cle: str
    nom: str
    famille: str
    definition: str
    source: str
    reference: str | None = None
    variantes: tuple[str, ...] = ()


class Fact(NamedTuple):
    """Something known about forms of agreement, second-hand: `pages` are the addresses of the pages that say it."""

    text: str
    pages: tuple[str, ...]


class PartnerType(NamedTuple):
    """A type of partner: `sigle` is its key in files, `familles` are wider terms that match it too."""

    sigle: str
    nom: str
    pluriel: str
    familles: tuple[str, ...] = ()
    variantes: tuple[str, ...] = ()


class Mot(NamedTuple):
    """A word that recurs from one co-operation to another: its spellings, and phrases where it means something else."""

    mot: str
    formes: tuple[str, ...] = ()
    sauf: tuple[str, ...] = ()


class Spotted(NamedTuple):
    """A word spotted in a text, from `start` to `end`."""

    mot: str
    start: int
    end: int


class Vocabulary:
    """The terms of `data/`, found by name ignoring case and accents; each file is read on first use."""

    @cached_property
    def outils(self) -> tuple[Outil, ...]:
        """The forms of agreement."""
        return tuple(Outil(**_tuples(entry)) for entry in load_data("outils.yaml"))

    @cached_property
    def facts(self) -> dict[str, dict[str, tuple[Fact, ...]]]:
        """The facts on each form of agreement, by `cle`, then by the key of `outils_faits.yaml`.

        A key on which no page says anything is left out. Facts that contradict one another are all there.
        """
        return {
            cle: {key: self._seen(facts) for key, facts in known.items()}
            for cle, known in self._facts_file["outils"].items()
        }

    @cached_property
    def facts_on_all(self) -> tuple[Fact, ...]:
        """The facts that hold for every form of agreement."""
        return self._seen(self._facts_file["tous"])

    @cached_property
    def pages(self) -> dict[str, str]:
        """The addresses of the pages on which the facts were seen, by short name."""
        found: dict[str, str] = load_data("pages.yaml")
        return found

    @cached_property
    def partner_types(self) -> tuple[PartnerType, ...]:
        """The types of partners."""
        return tuple(PartnerType(**_tuples(entry)) for entry in load_data("types_partenaires.yaml"))

    @cached_property
    def sigles(self) -> dict[str, str]:
        """The acronyms with their meanings."""
        found: dict[str, str] = load_data("sigles.yaml")
        return found

    @cached_property
    def departements(self) -> dict[str, str]:
        """The names of the départements, by code."""
        found: dict[str, str] = load_data("departements.yaml")
        return found

    @cached_property
    def mots(self) -> tuple[Mot, ...]:
        """The words that recur."""
        return tuple(Mot(**_tuples(entry)) for group in load_data("mots_releves.yaml").values() for entry in group)

    @cached_property
    def lecture(self) -> dict[str, tuple[str, ...]]:
        """The terms of a reading, by key."""
        return _tuples(load_data("lecture.yaml"))

    def outil(self, name: str) -> Outil | None:
        """Return the form of agreement with this key, name or variant."""
        return self._outils_by_name.get(fold(name))

    def partner_type(self, name: str) -> PartnerType | None:
        """Return the partner type with this acronym, name, plural or variant."""
        return self._types_by_name.get(fold(name))

    def nearest_outil(self, name: str) -> str | None:
        """Return the name of the form of agreement most similar to `name`."""
        return next(iter(nearest(name, [outil.nom for outil in self.outils], likeness=_LIKENESS)), None)

    def nearest_type(self, name: str) -> str | None:
        """Return the acronym of the partner type most similar to `name`."""
        names = {fold(alias): kind.sigle for kind in self.partner_types for alias in _aliases(kind)}
        match = nearest(name, list(names), likeness=_LIKENESS)
        return names[match[0]] if match else None

    def sigles_in(self, texts: Iterable[str]) -> dict[str, str]:
        """Return the acronyms that occur in texts as whole words, with their meanings, sorted."""
        found = set(self._sigle_pattern.findall("\n".join(texts)))
        return {sigle: self.sigles[sigle] for sigle in sorted(found, key=fold)}

    def spot(self, text: str) -> Iterator[Spotted]:
        """Yield the recurring words of a text: whole words, longest first, none overlapping another."""
        places: list[int] = []
        for match in self._mot_pattern.finditer(text.translate(_FOLDED)):
            mot = self._mot_by_group[match.lastgroup or ""]
            if mot is not None:
                places = places or _places(text)
                yield Spotted(mot, places[match.start()], places[match.end() - 1] + 1)

    def marked(self, text: str, words: Collection[str]) -> Iterator[tuple[str, bool]]:
        """Yield a text in pieces, each with whether it is one of these recurring words."""
        end = 0
        for spotted in self.spot(text) if words else ():
            if spotted.mot in words:
                yield text[end : spotted.start], False
                yield text[spotted.start : spotted.end], True
                end = spotted.end
        yield text[end:], False

    @cached_property
    def _facts_file(self) -> Any:
        return load_data("outils_faits.yaml")

    def _seen(self, entries: Iterable[dict[str, Any]]) -> tuple[Fact, ...]:
        return tuple(Fact(entry["dit"], tuple(self.pages[name] for name in entry["vu"])) for entry in entries)

    @cached_property
    def _outils_by_name(self) -> dict[str, Outil]:
        return {fold(name): outil for outil in self.outils for name in (*outil.variantes, outil.cle, outil.nom)}

    @cached_property
    def _types_by_name(self) -> dict[str, PartnerType]:
        return {fold(alias): kind for kind in self.partner_types for alias in _aliases(kind)}

    @cached_property
    def _sigle_pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self.sigles))})(?!\w)")

    @cached_property
    def _forms(self) -> list[tuple[str, str | None]]:
        """Every spelling with its word, longest first; None for a run of words that means something else."""
        forms: list[tuple[str, str | None]] = []
        for mot in self.mots:
            forms.extend((form, mot.mot) for form in (mot.mot, *mot.formes))
            forms.extend((other, None) for other in mot.sauf)
        return sorted(forms, key=lambda pair: -len(pair[0]))

    @cached_property
    def _mot_pattern(self) -> re.Pattern[str]:
        # The word-boundary checks are outside the alternation: most positions fail before any spelling is tried.
        spellings = "|".join(_as_pattern(form, f"m{i}") for i, (form, _) in enumerate(self._forms))
        return re.compile(rf"(?<!\w)(?:{spellings})(?!\w)")

    @cached_property
    def _mot_by_group(self) -> dict[str, str | None]:
        return {f"m{i}": mot for i, (_, mot) in enumerate(self._forms)}


def split_terms(text: str) -> list[str]:
    """Return the terms that a line may list: « Entente, charte et contrat »."""
    return [part.strip() for part in _BETWEEN_TERMS.split(text.rstrip(" .")) if part.strip()]


def _as_pattern(form: str, group: str) -> str:
    """Return the pattern of a spelling: each of its words may take a final s or x.

    Its first letter is outside the group: a spelling that begins with another letter fails in one step.
    """
    folded = fold(form)
    rest = r"\s+".join(re.escape(word) + "[sx]?" for word in folded[1:].split(" "))
    return f"{re.escape(folded[0])}(?P<{group}>{rest})"


class _Folded(dict[int, str]):
    """What each character folds to, for `str.translate`, which is faster than a loop."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = fold(character) or (" " if character.isspace() else "")
        return self[code]


_FOLDED = _Folded()


def _places(text: str) -> list[int]:
    """Return for each character of the folded text the index of the one it comes from."""
    return [index for index, character in enumerate(text) for _ in character.translate(_FOLDED)]


def _aliases(kind: PartnerType) -> tuple[str, ...]:
    return (kind.sigle, kind.nom, kind.pluriel, *kind.variantes)


def _tuples(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


@cache
def load() -> Vocabulary:
    """Return the shipped vocabulary."""
    return Vocabulary()
