"""Hypothesis strategies for cases with unusual texts in every field."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import repeat
from pathlib import Path
from random import Random
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from coopform.model import keys
from coopform.model.case import (
    Case,
    Fiche,
    Instances,
    Introduction,
    Lecture,
    Partner,
    Point,
    Recueil,
    Reference,
    Step,
)
from coopform.model.keys import Shape
from coopform.model.limits import MAX_POINT_DEPTH
from coopform.model.value_types import ROLES, SHORT_TITLE_LENGTH, STATUSES
from coopform.text.characters import visible
from coopform.text.folding import tidy
from coopform.text.i18n import LANGUAGES
from tests.support.neutral_copies import landmarks

T = TypeVar("T")

# Lone surrogates cannot be encoded.
_ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


def _read(path: Path) -> list[str]:
    """Return the lines of a file of texts, with escapes as in Python."""
    lines = filter(None, path.read_text(encoding="utf-8").splitlines())
    return [line.encode("ascii", "backslashreplace").decode("unicode_escape") for line in lines]


_POINTS = [name for name, key in keys.CASE.items() if key.shape is Shape.POINTS]
_LONG = ["mot" * 100, "<" * 60, "]" * 60, "a " * 100 + "b"]

# Never in a text read from a file, but output must be safe without relying on that.
HIDDEN = (
    "\x00", "\x1b[31mx\x1b[0m", "\x1b]0;x\x07", "\x9b31m", "\x85", "\r", "\x7f", "\u202e", "\u2066x", "\u200b",
    "\u200d", "\u2028", "\ufeff", "\ufdd0", "\U000e0041",
)  # fmt: skip


def kept(text: str) -> str:
    """Return a text in the normal form that reading gives it."""
    before = ""
    while text != before:
        before, text = text, tidy(visible(tidy(text)))
    return text


NAUGHTY = list(dict.fromkeys(filter(None, map(kept, [*_read(Path(__file__).with_name("naughty.txt")), *_LONG]))))


def _naughty(index: int) -> str:
    return NAUGHTY[index]


_listed = st.integers(0, len(NAUGHTY) - 1).map(_naughty)
_signs = st.sampled_from("*_`~#[](){}<>&|\\:;!?/.-+=@$^%'\"«»0a ")
_mixed = st.lists(st.one_of(_listed, _signs, _ANY), min_size=1, max_size=4).map("".join)
texts = st.one_of(_mixed.map(kept).filter(bool), _listed)


class _Builder:
    """Builds models of any shape out of a few texts.

    The shape comes from a seed: hypothesis then has few choices to make and finds the text that does harm,
    where it would get lost among the three hundred of a case.
    """

    def __init__(self, words: Sequence[str], seed: int) -> None:
        self.words = words
        self.random = Random(seed)

    def text(self) -> str:
        return self.random.choice(self.words)

    def short(self) -> str:
        """Return a line for a short title or a label, without recurring words, which a neutral copy would keep."""
        text = kept(" ".join(self.text().split("\n\n"))[:SHORT_TITLE_LENGTH])
        return "x" if landmarks(text) or len(text) > SHORT_TITLE_LENGTH or not text else text

    def label(self) -> str:
        text = " ".join(self.text().split("\n\n"))
        return self.short() if landmarks(text) or self.random.random() < 0.5 else text

    def maybe(self, make: Callable[[], T]) -> T | None:
        return make() if self.random.random() < 0.6 else None

    def some(self, make: Callable[[], T], least: int = 0, most: int = 2) -> tuple[T, ...]:
        return tuple(make() for _ in range(self.random.randint(least, most)))

    def day(self) -> str:
        return self.random.choice(["2015", "2015-03", "2015-03-05", "1999-12-31"])

    def url(self) -> str:
        return kept("https://exemple.fr/" + "".join(self.text().split()))

    def point(self, depth: int = 1) -> Point:
        kind = self.random.randrange(4)
        if kind == 0:
            return Point(texte=self.text())
        if kind == 1:
            return Point(libelle=self.label())
        if kind == 2 or depth == MAX_POINT_DEPTH:
            return Point(libelle=self.label(), texte=self.text())
        return Point(libelle=self.label(), points=self.some(partial(self.point, depth + 1), least=1))

    def partner(self) -> Partner:
        return Partner(
            texte=self.text(),
            type=self.some(lambda: self.random.choice(["CC", "PNR", "Pays", self.text()])),
            nombre=self.maybe(lambda: self.random.randint(1, 999_999)),
            nom=self.maybe(self.text),
            precision=self.maybe(self.text),
            role=self.maybe(lambda: self.random.choice(ROLES)),
        )

    def lecture(self) -> Lecture:
        bodies = ("politique", "technique", "mixte", "animation")
        return Lecture(
            par=self.maybe(self.text),
            date=self.maybe(self.day),
            declenchement=self.some(self.text),
            instances=Instances(**{body: self.some(self.text) for body in bodies}),
            configuration=self.maybe(self.text),
            integration=self.maybe(self.text),
        )

    def reference(self) -> Reference:
        return Reference(
            titre=self.text(),
            auteur=self.maybe(self.text),
            date=self.maybe(self.day),
            lieu=self.maybe(self.text),
            url=self.maybe(self.url),
            page=self.maybe(self.text),
            consulte=self.maybe(self.day),
            note=self.maybe(self.text),
        )

    def case(self, identifier: str) -> Case:
        return Case(
            id=identifier,
            titre=self.text(),
            titre_court=self.maybe(self.short),
            outil=self.some(lambda: self.random.choice(["Entente", "Contrat de Pays", self.text()])),
            territoire=self.maybe(self.text),
            partenaires=self.some(self.partner),
            resume=self.maybe(self.text),
            themes=self.some(self.text),
            etapes=self.some(lambda: Step(quand=self.text(), quoi=self.text())),
            statut=self.maybe(lambda: self.random.choice(STATUSES)),
            situation_au=self.maybe(self.day),
            suite_de=self.maybe(self.text),
            departements=self.some(lambda: self.random.choice(["01", "07", "2A", "42", "974"])),
            lecture=self.maybe(self.lecture),
            sources=self.some(self.reference),
            fiche=Fiche(auteur=self.maybe(self.text), date=self.maybe(self.day), licence=self.maybe(self.text)),
            langue=self.random.choice(LANGUAGES),
            **{key: self.some(self.point, most=3) for key in _POINTS},
        )

    def recueil(self) -> Recueil:
        return Recueil(
            titre=self.maybe(self.text),
            sous_titre=self.maybe(self.text),
            date=self.maybe(self.day),
            lieu=self.maybe(self.text),
            langue=self.random.choice(LANGUAGES),
            organisateurs=self.some(self.text),
            # Paragraphs have a markup of their own, which has other tests.
            introduction=Introduction(
                titre=self.maybe(self.text), paragraphes=self.some(lambda: self.text().replace("**", "–"))
            ),
            couleur=self.maybe(lambda: "#0b4f6c"),
            pied_de_page=self.maybe(self.text),
        )


@st.composite
def collections(draw: st.DrawFn, most: int = 2) -> tuple[list[Case], Recueil]:
    """Draw cases with different IDs and the description of their collection."""
    builder = _Builder(draw(st.lists(texts, min_size=1, max_size=5)), draw(st.integers(0, 10_000)))
    return [builder.case(f"cas-{number}") for number in range(most)], builder.recueil()


cases = collections(most=1).map(lambda drawn: drawn[0][0])


def case_of(text: str, identifier: str = "cas") -> Case:
    """Return a case with `text` in every text field; one row has points of every shape, the others a plain one."""
    return _filled(repeat(text), identifier)


def dealt_cases() -> list[Case]:
    """Return cases with each naughty text in a part of the fields, and a part of the naughty texts in each field.

    The texts are in a circle, of which each case takes one for each field. The next one begins `_FURTHER` texts further
    on, so that a text is in one of so many fields that follow one another, which are of one kind: all rows, all parts
    of a source. In the profile `full` each text is in every field.
    """
    circle = NAUGHTY * 2
    starts = range(0, len(NAUGHTY), _FURTHER)
    return [_filled(iter(circle[start:]), f"cas-{start:03}") for start in starts]


def _filled(texts: Iterator[str], identifier: str) -> Case:
    """Return a case with the next of the texts in each field."""

    def text() -> str:
        return next(texts)

    def label() -> str:
        return " ".join(text().split("\n\n"))

    rows: dict[str, tuple[Point, ...]] = {key: (Point(texte=text()),) for key in _POINTS if key != "objet"}
    inner = (Point(texte=text()), Point(libelle=label()))
    rows["objet"] = (Point(texte=text()), Point(libelle=label(), texte=text()), Point(libelle=label(), points=inner))
    return Case(
        id=identifier,
        titre=text(),
        titre_court=kept(text()[:SHORT_TITLE_LENGTH])[:SHORT_TITLE_LENGTH] or None,
        outil=(text(), text()),
        territoire=text(),
        partenaires=(Partner(texte=text(), type=(text(),), nombre=2, nom=text(), precision=text()),),
        resume=text(),
        themes=(text(),),
        etapes=(Step(quand=text(), quoi=text()),),
        suite_de=text(),
        lecture=Lecture(
            par=text(),
            declenchement=(text(),),
            instances=Instances(politique=(text(),), technique=(text(),), mixte=(text(),), animation=(text(),)),
            configuration=text(),
            integration=text(),
        ),
        sources=(
            Reference(
                titre=text(),
                auteur=text(),
                lieu=text(),
                page=text(),
                note=text(),
                url=kept("https://exemple.fr/" + "".join(visible(text()).split())),
            ),
        ),
        fiche=Fiche(auteur=text(), licence=text()),
        **rows,
    )


def recueil_of(text: str) -> Recueil:
    """Return a description of a collection with `text` in every text field."""
    return Recueil(
        titre=text,
        sous_titre=text,
        lieu=text,
        organisateurs=(text,),
        introduction=Introduction(titre=text, paragraphes=(text.replace("**", "–"),)),
        pied_de_page=text,
    )


# Problems of the case itself, also in its original file: a label without text, paragraphs that begin with bullets, the
# letters of a misread text, signs of formatting.
ASKED = {"label-alone", "bullets-in-text", "misread-letters", "markup"}

# One case of four of those in which each naughty text is in every field; all of them in the profile `full`.
_FURTHER = max(1, 80 // settings().max_examples)

# For documents, each of which is slow to make: a quarter of the examples of the profile.
fewer = settings(max_examples=settings().max_examples // 4)
