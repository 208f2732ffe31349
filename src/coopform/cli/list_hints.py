"""Hints on the values of filters when `coopform list` finds nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from coopform.cli.failure_words.hints import nearest_of, repeated
from coopform.text.characters import shown_name
from coopform.text.folding import fold
from coopform.text.i18n import mark
from coopform.text.typography import shorten

if TYPE_CHECKING:
    from coopform.finding.search import Query
    from coopform.model.case import Case
    from coopform.text.i18n import Translator

# How alike two words must be, from 0 to 1, for one to be proposed for the other.
_LIKENESS = 0.75
_MOST_PARTNERS = 5
_LONGEST_PARTNER = 40
# What to say of a value of each filter that is in no case and not in the vocabulary.
_UNKNOWN = {
    "outil": mark("“{value}” is neither a form of agreement nor a family."),
    "partenaire": mark("“{value}” is not a type of partner."),
    "theme": mark("No case has the theme “{value}”."),
    "departement": mark("No case is in the département “{value}”."),
    "statut": mark("“{value}” is not a status."),
    "mot": mark("“{value}” is not one of the recurring words."),
}


def hints(query: "Query", filled: set[str], cases: "Iterable[Case]", t: "Translator") -> Iterator[str]:
    """Yield a sentence for each filter on a key that no case fills in, and for each unknown value.

    A value is known if it is in a case or in the vocabulary.

    Args:
        query: the search.
        filled: the keys that any case fills in.
        cases: read once, and only for filters on words of the cases.
        t: translates the sentences.
    """
    from coopform.finding.search import KEYS
    from coopform.model.labels import labelled_key

    asked = {name: values for name, values in query._asdict().items() if values and name != "words"}
    empty = [name for name in asked if name in KEYS and KEYS[name] not in filled]
    for name in empty:
        yield t("No case fills in {row}.", row=labelled_key(KEYS[name], t))
    # A status is one of a few words, whatever the cases hold.
    left = {name: values for name, values in asked.items() if name not in empty or name == "statut"}
    known = _known(_used(cases if left.keys() & {"outil", "theme", "departement"} else ()))
    for name, values in left.items():
        yield from _unknown(name, values, known[name], t)


def _unknown(name: str, values: "Iterable[str]", known: "Iterable[str]", t: "Translator") -> Iterator[str]:
    folded: dict[str, str] = {}
    for word in known:
        # « Entente » is a form and « entente » its family.
        folded.setdefault(fold(word), word)
    words = [folded[key] for key in sorted(folded)]
    for value in values:
        if fold(value) in folded:
            continue
        said = t(_UNKNOWN[name], value=shown_name(value))
        known_words = " " + t("Known: {names}.", names=", ".join(words)) if words else ""
        several = repeated(f"--{name}", value, t)
        yield said + (several or nearest_of(value, words, t, _LIKENESS) or known_words)


def missing_quotes(query: "Query", cases: "Iterable[Case]", t: "Translator") -> str:
    """Return a sentence on a value of several words that was typed without quotes; empty if none was.

    Only its first word became the value of the filter, the others words to look for: « --outil Plan de coopération ».
    """
    known = _known(_used(cases))
    for name, values in query._asdict().items():
        if name == "words" or not query.words:
            continue
        for value in values:
            names = [fold(word) for word in known[name]]
            runs = (" ".join((value, *words)) for words in _runs(query.words))
            if meant := next((run for run in runs if any(word.startswith(fold(run)) for word in names)), None):
                return t(
                    'A name of several words goes between straight quotes: --{option} "{value}"',
                    option=name,
                    value=shown_name(meant),
                )
    return ""


def _runs(words: "Sequence[str]") -> "Iterator[Sequence[str]]":
    """Yield the words that may have been typed one after another, the longest run first."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]


def without_type(partners: "Iterable[tuple[str, str]]", t: "Translator") -> str:
    """Return a sentence on the partners that have no type, which a filter on types does not find.

    Args:
        partners: the text of each, and the ID of its case.
        t: translates the sentence.
    """
    found = list(partners)
    named = [f"{shorten(text, _LONGEST_PARTNER)} ({identifier})" for text, identifier in found[:_MOST_PARTNERS]]
    more = ["…"] if len(found) > _MOST_PARTNERS else []
    return t.plural(
        "{count} partner without a type: {names}", "{count} partners without a type: {names}", len(found),
        names=", ".join([*named, *more]),
    )  # fmt: skip


def _used(cases: "Iterable[Case]") -> dict[str, set[str]]:
    """Return, by key, the words of the cases."""
    used: dict[str, set[str]] = {key: set() for key in ("outil", "themes", "departements")}
    for case in cases:
        for key, found in used.items():
            found.update(getattr(case, key))
    return used


def _known(used: Mapping[str, set[str]]) -> dict[str, Iterable[str]]:
    """Return, by filter, the words of the cases and of the vocabulary."""
    from coopform.model import vocabulary
    from coopform.model.value_types import STATUSES

    words = vocabulary.load()
    return {
        "outil": [*(name for outil in words.outils for name in (outil.nom, outil.famille)), *used["outil"]],
        "partenaire": [name for kind in words.partner_types for name in (kind.sigle, kind.nom)],
        "theme": used["themes"],
        "departement": used["departements"],
        "statut": STATUSES,
        "mot": [mot.mot for mot in words.mots],
    }
