"""The skeletons of drafts of agreements: articles with their questions and what is to specify. Data, not code.

The texts are in `data/trames.yaml`, in each language. Facts in it are second-hand: each note has its sources.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from coopform.model import vocabulary
from coopform.model.vocabulary import Outil
from coopform.resources import load_data
from coopform.text.languages import FALLBACK, USAGE, in_language

_GENERAL = "generale"


class SkeletonGap(NamedTuple):
    """Something that an agreement has to say.

    Attributes:
        what: what is to specify, as « the date of effect ».
        question: what the partners have to ask themselves.
        answered_by: the keys of a case of which any answers it; always a gap without one.
        blocks: whether it is to be settled before anybody signs.
    """

    what: str
    question: str
    answered_by: tuple[str, ...] = ()
    blocks: bool = False


class SkeletonNote(NamedTuple):
    """A fact seen on some pages, second-hand, with the addresses of these pages."""

    text: str
    sources: tuple[str, ...]


class SkeletonArticle(NamedTuple):
    """An article of a skeleton.

    Attributes:
        key: its name.
        level: 0 for one without number before the first, 1 for an article, 2 for a part of one.
        title: its heading.
        question: its guiding question.
        keys: the keys of a case that feed it.
        columns: what is to specify for each partner, in a table.
        gaps: what else is to specify.
        notes: facts on it.
    """

    key: str
    level: int
    title: str
    question: str
    keys: tuple[str, ...]
    columns: tuple[SkeletonGap, ...]
    gaps: tuple[SkeletonGap, ...]
    notes: tuple[SkeletonNote, ...]


class Skeleton(NamedTuple):
    """A skeleton: `is_note` for a regulated procedure, of which only a preparatory note is made."""

    key: str
    name: str
    is_note: bool
    articles: tuple[SkeletonArticle, ...]


def known_forms(names: Iterable[str]) -> tuple[Outil, ...]:
    """Return the forms of agreement that the vocabulary knows, each once."""
    found = filter(None, map(vocabulary.load().outil, names))
    return tuple(dict.fromkeys(found))


@cache
def skeleton_of(forms: tuple[Outil, ...], language: str) -> Skeleton:
    """Return the skeleton for forms of agreement, in a language: the first chooses it; the general one without any."""
    data = _load(language)
    chosen = _chosen(forms[0] if forms else None, data)
    added = chosen.get("ajouts", {})
    reader = _Reader(chosen["cle"], {form.cle for form in forms}, vocabulary.load().pages)
    articles = [reader.article(one, added.get(one["cle"], {})) for one in chosen.get("articles", data["articles"])]
    return Skeleton(chosen["cle"], chosen["nom"], bool(chosen.get("note")), tuple(articles))


class _Reader:
    """Reads the articles of a skeleton for some forms of agreement."""

    def __init__(self, skeleton: str, forms: set[str], pages: dict[str, str]) -> None:
        self.skeleton = skeleton
        self.forms = forms
        self.pages = pages

    def article(self, general: dict[str, Any], added: dict[str, Any]) -> SkeletonArticle:
        """Return an article with what the skeleton adds to it."""
        question = general["question"]

        def both(name: str) -> list[dict[str, Any]]:
            return [one for one in (*general.get(name, ()), *added.get(name, ())) if self._concerns(one)]

        return SkeletonArticle(
            general["cle"],
            general["niveau"],
            general["titre"],
            question,
            tuple(general.get("cles", ())),
            tuple(self._gap(one, question) for one in both("colonnes")),
            tuple(self._gap(one, question) for one in both("manques")),
            tuple(self._note(one) for one in both("reperes")),
        )

    def _concerns(self, one: dict[str, Any]) -> bool:
        return "formes" not in one or not self.forms.isdisjoint(one["formes"])

    def _gap(self, one: dict[str, Any], question: str) -> SkeletonGap:
        blocks = one.get("bloque", False)
        blocking = blocks if isinstance(blocks, bool) else self.skeleton in blocks
        return SkeletonGap(one["quoi"], one.get("question", question), tuple(one.get("sauf", ())), blocking)

    def _note(self, one: dict[str, Any]) -> SkeletonNote:
        return SkeletonNote(one["texte"], tuple(self.pages[name] for name in one["vu"]))


def _chosen(form: Outil | None, data: dict[str, Any]) -> dict[str, Any]:
    """Return the skeleton for a form: its own, else that of its family, else the general one."""
    found: dict[str, dict[str, Any]] = {}
    for one in data["trames"]:
        names = (*one.get("formes", ()), *one.get("familles", ()), *([_GENERAL] if one["cle"] == _GENERAL else []))
        found |= dict.fromkeys(names, one)
    wanted = (form.cle, form.famille, _GENERAL) if form else (_GENERAL,)
    return next(found[name] for name in wanted if name in found)


@cache
def _raw() -> dict[str, Any]:
    data: dict[str, Any] = load_data("trames.yaml")
    return data


@cache
def _load(language: str) -> dict[str, Any]:
    data: dict[str, Any] = _in(_raw(), language)
    return data


def _in(value: Any, language: str) -> Any:
    """Return data with each text that is given by language in one of them."""
    if isinstance(value, dict):
        if FALLBACK in value and value.keys() <= USAGE.keys():
            return in_language(value, language)
        return {key: _in(inner, language) for key, inner in value.items()}
    return [_in(inner, language) for inner in value] if isinstance(value, list) else value
