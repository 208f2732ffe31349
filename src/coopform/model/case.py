"""A case and the description of a collection, as checked data.

The reader of `casefile` has normalised the values: no stray spaces, all points of one form. The models refuse
what it cannot fix: a missing title, and by the types of `value_types` a date that does not exist.
"""

import re
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, computed_field
from pydantic.dataclasses import dataclass

from coopform.model import grid
from coopform.model.placeholder import says_nothing
from coopform.model.terms import shown_term
from coopform.model.value_types import Colour, Day, Departement, Forms, Language, Number, Role, ShortTitle, Status, Url
from coopform.text.i18n import CONTENT_LANGUAGE, Translator
from coopform.text.typography import colon

_YEAR = re.compile(r"(?:19|20)\d\d")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


# Slots: points are 90 % of the memory of a collection, and take a third of the memory of models.
@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class Point:
    """A point of a rubric: a text, a label with a text, or a label with points under it."""

    libelle: str | None = None
    texte: str | None = None
    points: tuple["Point", ...] = ()

    def full_text(self, language: str = CONTENT_LANGUAGE) -> str:
        """Return « label : text », without the points under it."""
        if self.libelle is None:
            return self.texte or ""
        label = self.libelle + colon(language)
        return f"{label} {self.texte}" if self.texte else label

    def texts(self, language: str = CONTENT_LANGUAGE) -> Iterator[str]:
        """Yield the full text of the point and of each point under it, in order."""
        yield self.full_text(language)
        for point in self.points:
            yield from point.texts(language)


class Partner(_Model):
    """Who commits: the text shown, and the fields for filters and counts."""

    texte: str
    type: tuple[str, ...] = ()
    nombre: Number | None = None
    nom: str | None = None
    precision: str | None = None
    role: Role | None = None

    def full_text(self, language: str = CONTENT_LANGUAGE) -> str:
        """Return the text shown, with the role if any."""
        return f"{self.texte} ({shown_term(self.role, Translator(language))})" if self.role else self.texte

    def texts(self, language: str = CONTENT_LANGUAGE) -> Iterator[str]:
        """Yield the text shown."""
        yield self.full_text(language)


class Step(_Model):
    """A step of a co-operation; `quand` is free text, steps are sorted by its first year."""

    quand: str
    quoi: str

    @property
    def year(self) -> int | None:
        """The first year named in `quand`."""
        match = _YEAR.search(self.quand)
        return int(match[0]) if match else None


class Instances(_Model):
    """The bodies of a co-operation, worded as in the source."""

    politique: tuple[str, ...] = ()
    technique: tuple[str, ...] = ()
    mixte: tuple[str, ...] = ()
    animation: tuple[str, ...] = ()


class Lecture(_Model):
    """An author's reading of the case: a signed opinion, never computed."""

    par: str | None = None
    date: Day | None = None
    declenchement: tuple[str, ...] = ()
    instances: Instances = Instances()
    configuration: str | None = None
    integration: str | None = None


class Reference(_Model):
    """A source of the case."""

    titre: str
    auteur: str | None = None
    date: Day | None = None
    lieu: str | None = None
    url: Url | None = None
    page: str | None = None
    consulte: Day | None = None
    note: str | None = None


class Fiche(_Model):
    """Who wrote the file, when, under what licence."""

    auteur: str | None = None
    date: Day | None = None
    licence: str | None = None


class Case(_Model):
    """One co-operation on the grid.

    Attributes are named as the keys of the file. `id` comes from the file's name.
    """

    id: str
    titre: str
    titre_court: ShortTitle | None = None
    outil: Forms = ()
    territoire: str | None = None
    declencheurs: tuple[Point, ...] = ()
    partenaires: tuple[Partner, ...] = ()
    echelle: tuple[Point, ...] = ()
    enjeux: tuple[Point, ...] = ()
    ambitions: tuple[Point, ...] = ()
    objet: tuple[Point, ...] = ()
    acteurs: tuple[Point, ...] = ()
    resultats: tuple[Point, ...] = ()
    leviers: tuple[Point, ...] = ()
    vigilances: tuple[Point, ...] = ()
    enseignements: tuple[Point, ...] = ()
    resume: str | None = None
    themes: tuple[str, ...] = ()
    etapes: tuple[Step, ...] = ()
    statut: Status | None = None
    situation_au: Day | None = None
    suite_de: str | None = None
    departements: tuple[Departement, ...] = ()
    moyens: tuple[Point, ...] = ()
    a_verifier: tuple[Point, ...] = ()
    lecture: Lecture | None = None
    sources: tuple[Reference, ...] = ()
    fiche: Fiche = Fiche()
    langue: Language = CONTENT_LANGUAGE

    @computed_field  # type: ignore[prop-decorator]
    @property
    def rubriques_remplies(self) -> int:
        """How many of the six rubrics are filled."""
        return sum(map(self.is_filled, _RUBRICS))

    @property
    def short_title(self) -> str:
        """The title for columns, lists and cards."""
        return self.titre_court or self.titre

    @property
    def completeness(self) -> str:
        """How many rubrics are filled out of how many, as `5/6`."""
        return f"{self.rubriques_remplies}/{len(grid.GRID)}"

    def row(self, key: str) -> tuple[Point, ...]:
        """Return the points of a row, or of a key that holds points; partners as points, then the scale."""
        return tuple(
            Point(texte=value.full_text(self.langue)) if isinstance(value, Partner) else value
            for value in self._row_values(key)
        )

    def filled_row(self, key: str) -> tuple[Point, ...]:
        """Return the points of a row, none where it is still to be filled in."""
        return self.row(key) if self.is_filled(key) else ()

    def row_texts(self, key: str) -> Iterator[str]:
        """Yield the texts of a row, each with its label."""
        for value in self._row_values(key):
            yield from value.texts(self.langue)

    def is_filled(self, key: str) -> bool:
        """Return whether a row has more than placeholders (« À compléter », « … »)."""
        return any(not says_nothing(words) for value in self._row_values(key) for words in _words(value))

    def _row_values(self, key: str) -> tuple[Point | Partner, ...]:
        values: tuple[Point | Partner, ...] = ()
        for name in grid.keys_of(key):
            values += getattr(self, name)
        return values

    @property
    def signature(self) -> tuple[str | None, str | None]:
        """Who signs the reading, and when: its own `par` and `date`, else the author and date of the file."""
        lecture = self.lecture or Lecture()
        return (lecture.par or self.fiche.auteur, lecture.date or self.fiche.date)

    def ordered_steps(self) -> tuple[Step, ...]:
        """Return the steps by their first year; a step without a year stays after the step before it."""
        year = 0
        keyed = []
        for step in self.etapes:
            year = step.year or year
            keyed.append((year, step))
        return tuple(step for _, step in sorted(keyed, key=lambda pair: pair[0]))


_RUBRICS = tuple(rubric.key for rubric in grid.GRID)


def _words(value: Point | Partner) -> Iterator[str]:
    """Yield the labels and texts of a value of a row."""
    if isinstance(value, Partner):
        yield value.full_text()
        return
    yield value.libelle or ""
    yield value.texte or ""
    for point in value.points:
        yield from _words(point)


class Introduction(_Model):
    """The introduction of a collection: a title and paragraphs, which may have `**emphasis**`."""

    titre: str | None = None
    paragraphes: tuple[str, ...] = ()


class Recueil(_Model):
    """The description of a collection, from `_recueil.yaml`."""

    titre: str | None = None
    sous_titre: str | None = None
    date: Day | None = None
    lieu: str | None = None
    langue: Language = CONTENT_LANGUAGE
    organisateurs: tuple[str, ...] = ()
    introduction: Introduction = Introduction()
    couleur: Colour | None = None
    logo: str | None = None
    pied_de_page: str | None = None
