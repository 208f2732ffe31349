"""Put the words under a label into the key of the case, in the form that the key has."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from coopform.importing.cases.draft import LabelledLines
from coopform.importing.cleaning import clean
from coopform.importing.keys.forms import split_forms
from coopform.importing.keys.partners import read_partners
from coopform.importing.keys.signatures import split_date
from coopform.importing.keys.sources import read_sources
from coopform.importing.keys.steps import read_step
from coopform.importing.labels import own_sheets
from coopform.importing.lines.points import read_points, texts
from coopform.model.case import Fiche, Point
from coopform.model.keys import CASE, Shape
from coopform.model.terms import term_of
from coopform.model.value_types import SHORT_TITLE_LENGTH, STATUSES
from coopform.text.dates import read_date
from coopform.text.folding import fold
from coopform.text.i18n import LANGUAGES

_BETWEEN_CODES = re.compile(r"[\s,;/&+–-]+(?:(?:et|and)\s+)?")


class KeyFiller:
    """The values of the keys of a case, filled label by label.

    Attributes:
        values: by key, as the model takes them.
        is_own: whether the document is a sheet that coopform rendered.
    """

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.is_own = False
        self._labels: dict[str, str] = {}

    def fill(self, entry: LabelledLines) -> list[LabelledLines]:
        """Put the words of a rubric under its key.

        Returns:
            The rubric, or the lines of it, that do not fit the key; nothing if all do.
        """
        words = texts(entry.lines)
        special = _SPECIAL.get(entry.key)
        if special:
            return special(self, entry, words)
        shape = CASE[entry.key].shape if entry.key in CASE else None
        if shape is Shape.POINTS:
            self._add_points(entry, read_points(entry.lines, is_own=self.is_own))
            return []
        if shape is Shape.TEXT and entry.key not in self.values:
            self.values[entry.key] = ("\n\n" if entry.key == "resume" else " ").join(words)
            return []
        return [entry]

    def _add_points(self, entry: LabelledLines, points: Sequence[Point]) -> None:
        """Add points to a rubric; if a second label has another name, it is kept as a label above them."""
        known: list[Point] = self.values.setdefault(entry.key, [])
        if known and not entry.is_of_grid and fold(entry.label) != fold(self._labels[entry.key]):
            known.append(_under(entry.label, points))
        else:
            known.extend(points)
        self._labels.setdefault(entry.key, entry.label)

    def _add_partners(self, entry: LabelledLines, _: list[str]) -> list[LabelledLines]:
        partners, scale = read_partners(entry.lines, label=entry.label, is_own=self.is_own)
        self.values.setdefault("partenaires", []).extend(partners)
        if scale:
            self.values.setdefault("echelle", []).extend(scale)
        return []

    def _add_forms(self, _: LabelledLines, words: list[str]) -> list[LabelledLines]:
        # « – » in the column of the forms says that there is none.
        forms = [form for text in words for form in split_forms(text) if any(map(str.isalpha, form))]
        self.values.setdefault("outil", []).extend(forms)
        return []

    def _add_themes(self, _: LabelledLines, words: list[str]) -> list[LabelledLines]:
        self.values.setdefault("themes", []).extend(_listed(words))
        return []

    def _add_departements(self, entry: LabelledLines, words: list[str]) -> list[LabelledLines]:
        codes = [code for code in _BETWEEN_CODES.split(" ".join(words)) if code]
        if not all(len(code) <= 3 and code[0].isdigit() for code in codes):
            return [entry]
        self.values.setdefault("departements", []).extend(code.upper() for code in codes)
        return []

    def _add_steps(self, entry: LabelledLines, _: list[str]) -> list[LabelledLines]:
        lines = [line for line in entry.lines if clean(line.text)]
        steps = [(line, read_step(line, entry.label)) for line in lines]
        self.values.setdefault("etapes", []).extend(step for _, step in steps if step)
        others = [line for line, step in steps if step is None]
        return [replace(entry, lines=others)] if others else []

    def _set_status(self, entry: LabelledLines, words: list[str]) -> list[LabelledLines]:
        said = fold(" ".join(words)).strip(" .")
        # « Achevé », of a project; « achevée », of a co-operation.
        status = term_of(said, STATUSES) or term_of(f"{said}e", STATUSES)
        if "statut" in self.values or status is None:
            return [entry]
        self.values["statut"] = status
        return []

    def _set_language(self, entry: LabelledLines, words: list[str]) -> list[LabelledLines]:
        code = fold(" ".join(words))[:2]
        if code not in LANGUAGES:
            return [entry]
        self.values["langue"] = code
        return []

    def _set_situation(self, entry: LabelledLines, words: list[str]) -> list[LabelledLines]:
        date = read_date(" ".join(words))
        if date is None or "situation_au" in self.values:
            return [entry]
        self.values["situation_au"] = date
        return []

    def _set_short_title(self, entry: LabelledLines, words: list[str]) -> list[LabelledLines]:
        text = " ".join(words)
        if len(text) > SHORT_TITLE_LENGTH or "titre_court" in self.values:
            return [entry]
        self.values["titre_court"] = text
        return []

    def _add_sources(self, entry: LabelledLines, words: list[str]) -> list[LabelledLines]:
        sources, links = read_sources(words, entry.links)
        self.values.setdefault("sources", []).extend(sources)
        return [LabelledLines("", entry.label, links=links)] if links else []

    def _set_fiche(self, entry: LabelledLines, words: list[str]) -> list[LabelledLines]:
        if len(words) > 1 or "fiche" in self.values:
            return [entry]
        self.values["fiche"] = Fiche.model_validate(own_sheets.signature(words[0]))
        return []

    def _set_author(self, entry: LabelledLines, words: list[str]) -> list[LabelledLines]:
        said = ", ".join(words)
        name, date = split_date(said)
        fiche: Fiche = self.values.get("fiche", Fiche())
        if date and not (fiche.date or fiche.auteur):
            self._sign(entry, "date", date)
            return self._sign(entry, "auteur", name)
        return self._sign(entry, "auteur", said)

    def _set_date(self, entry: LabelledLines, words: list[str]) -> list[LabelledLines]:
        return self._sign(entry, "date", read_date(" ".join(words)))

    def _sign(self, entry: LabelledLines, name: str, value: str | None) -> list[LabelledLines]:
        """Set the author or the date of the sheet, if it is not yet set."""
        fiche: Fiche = self.values.get("fiche", Fiche())
        if value is None or getattr(fiche, name):
            return [entry]
        self.values["fiche"] = fiche.model_copy(update={name: value})
        return []


# Takes a rubric and its texts, and returns what does not fit.
_Fill = Callable[[KeyFiller, LabelledLines, list[str]], list[LabelledLines]]
_SPECIAL: dict[str, _Fill] = {
    "partenaires": KeyFiller._add_partners,
    "outil": KeyFiller._add_forms,
    "themes": KeyFiller._add_themes,
    "departements": KeyFiller._add_departements,
    "etapes": KeyFiller._add_steps,
    "statut": KeyFiller._set_status,
    "situation_au": KeyFiller._set_situation,
    "langue": KeyFiller._set_language,
    "titre_court": KeyFiller._set_short_title,
    "sources": KeyFiller._add_sources,
    "fiche": KeyFiller._set_fiche,
    "fiche.auteur": KeyFiller._set_author,
    "fiche.date": KeyFiller._set_date,
}


def _listed(words: Sequence[str]) -> list[str]:
    """Return the terms in texts, between commas and semicolons."""
    parts = (part.strip() for text in words for part in text.replace(";", ",").split(","))
    return [part for part in parts if part]


def _under(label: str, points: Sequence[Point]) -> Point:
    """Return points under a label; a single text becomes the text of the label."""
    name = clean(label)
    if len(points) == 1 and points[0].libelle is None:
        return Point(libelle=name, texte=points[0].texte)
    return Point(libelle=name, points=tuple(_raised(point) for point in points))


def _raised(point: Point) -> Point:
    """Return a point one level lower, with the points below it flattened: three levels are the most."""
    flat = tuple(
        replace(deep, points=()) if deep.texte else Point(texte=deep.full_text())
        for inner in point.points
        for deep in (inner, *inner.points)
    )
    return replace(point, points=flat)
