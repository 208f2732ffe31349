"""Build a case from the lines under each label; words that fit no key are kept aside, with their place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from coopform.importing import own_sheets
from coopform.importing.blocks import Aside, AsideKind, TextLine
from coopform.importing.cleaning import clean
from coopform.importing.dates import read_date
from coopform.importing.find_cases import DraftCase, LabelledLines, Sureness
from coopform.importing.partners import read_partners
from coopform.importing.points import labelled, read_points, texts
from coopform.importing.rubric_labels import DECOR
from coopform.model import grid, vocabulary
from coopform.model.case import SHORT_TITLE_LENGTH, STATUSES, Case, Fiche, Point, Reference, Step
from coopform.model.keys import CASE, Shape
from coopform.model.placeholder import says_nothing
from coopform.text.folding import fold
from coopform.text.i18n import CONTENT_LANGUAGE

# « …ville-campagne La mise en place… »: perhaps two points whose line break was lost.
_JOINED = re.compile(r"[a-zà-ÿ)] (?:Le|La|Les|L['’]|Un|Une)\b")

# Placeholder for a required text that was not found, until the file is written.
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Left:
    """Words that fit no key of a case.

    Attributes:
        words: line by line.
        label: above them in the document, if any.
        place: in the document, if the format has places.
        kind: what the words are, if they are around the text of the document or drawn into it.
    """

    words: tuple[str, ...]
    label: str = ""
    place: str = ""
    kind: AsideKind | None = None


@dataclass(slots=True)
class Built:
    """A case built from a draft.

    Attributes:
        case: the case, with `UNKNOWN` for the missing keys.
        missing: the required keys that were not found.
        left: the words that fit no key.
        placed: in order, each key that was filled, with its label and its place in the document.
        guessed: the keys whose value is a guess, to be checked.
        joined: the keys with a point that may be two points joined.
    """

    case: Case
    missing: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    placed: list[tuple[str, str, str]] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)


def build(draft: DraftCase) -> Built:
    """Return the case that a draft makes."""
    return _Builder(draft).build()


class _Builder:
    """Fills the keys of a case, one label after the other."""

    def __init__(self, draft: DraftCase) -> None:
        self._draft = draft
        self._is_own = False  # a sheet that coopform rendered
        self._values: dict[str, Any] = {}
        self._labels: dict[str, str] = {}
        self._entries: dict[str, list[LabelledLines]] = {}
        self.left: list[Left] = []
        self.placed: list[tuple[str, str, str]] = []
        self.guessed: list[str] = []

    def build(self) -> Built:
        """Return the case."""
        self._take_title()
        self._take_opening()
        for entry in self._draft.entries:
            self._take(entry)
        self.left += map(left_aside, self._draft.asides)
        if "outil" not in self._values:
            self._guess_outil()
        languages = self._draft.languages
        if languages["en"] > languages[CONTENT_LANGUAGE]:
            self._values["langue"] = "en"
        missing = [key for key in ("titre", "outil") if not self._values.get(key)]
        given = {"id": "", "titre": UNKNOWN, "outil": (UNKNOWN,), **self._values}
        case = self._checked({**given, **{key: [UNKNOWN] if key == "outil" else UNKNOWN for key in missing}})
        joined = [key for key, row in grid.ROWS.items() if any(map(_JOINED.search, case.row_texts(key)))]
        return Built(case, missing, self.left, self.placed, self.guessed, joined)

    def _checked(self, values: dict[str, Any]) -> Case:
        """Return the case of these values; a value that the model refuses is left aside."""
        try:
            return Case.model_validate(values)
        except ValidationError as refusal:
            for key in {str(error["loc"][0]) for error in refusal.errors(include_url=False, include_input=False)}:
                del values[key]
                for entry in self._entries.get(key, []):
                    self._leave(entry)
            return Case.model_validate(values)

    # The head of a case.

    def _take_title(self) -> None:
        named = next((entry for entry in self._draft.entries if entry.key == "titre" and texts(entry.lines)), None)
        title = clean(self._draft.title)
        if named is None:
            if title:
                self._values["titre"] = title
            if title and self._draft.sureness <= Sureness.BOLD:
                self.guessed.append("titre")
        elif title and fold(" ".join(texts(named.lines))) != fold(title):
            self.left.append(Left((title,)))

    def _take_opening(self) -> None:
        """Take the lines between the title and the first label: on coopform's own sheets, facts and a summary."""
        lines: list[TextLine] = []
        for line in self._draft.opening:
            short = own_sheets.kicker(line.text)
            facts = None if short is not None else own_sheets.facts(line.text, clean(self._draft.title))
            if short is not None:
                self._is_own = True
                if short and len(short) <= SHORT_TITLE_LENGTH:
                    self._values["titre_court"] = short
            elif facts is not None and not lines:
                self._is_own = True
                self._values.update(facts)
            else:
                lines.append(line)
        words = [clean(line.text) for line in lines if clean(line.text)]
        if words and self._is_own:
            self._values["resume"] = "\n\n".join(words)
        elif words:
            self.left.append(Left(tuple(words), place=lines[0].place))

    def _guess_outil(self) -> None:
        title = self._values.get("titre", "")
        found = _outil_in(title)
        if found:
            self._values["outil"] = [found]
            if fold(found) != fold(title):
                self.guessed.append("outil")

    # Labels and their lines.

    def _take(self, entry: LabelledLines) -> None:
        words = texts(entry.lines)
        if not words or all(map(says_nothing, words)):
            if not entry.key and entry.label:
                self._leave(entry)
            return
        self._entries.setdefault(entry.key, []).append(entry)
        if entry.key == DECOR:
            if not own_sheets.is_acronyms(" ".join(words)):
                self._leave(entry)
            return
        if not self._fill(entry, words):
            self._leave(entry)
        elif entry.key:
            self.placed.append((entry.key, entry.label, entry.place))

    def _fill(self, entry: LabelledLines, words: list[str]) -> bool:
        """Put words under their key; return whether they fit it."""
        special = _SPECIAL.get(entry.key)
        if special:
            return special(self, entry, words)
        shape = CASE[entry.key].shape if entry.key in CASE else None
        if shape is Shape.POINTS:
            return self._add_points(entry, read_points(entry.lines, is_own=self._is_own))
        if shape is Shape.TEXT and entry.key not in self._values:
            self._values[entry.key] = ("\n\n" if entry.key == "resume" else " ").join(words)
            return True
        return False

    def _add_points(self, entry: LabelledLines, points: Sequence[Point]) -> bool:
        """Add points to a rubric; if a second label has another name, it is kept as a label above them."""
        known: list[Point] = self._values.setdefault(entry.key, [])
        if known and not entry.is_own and fold(entry.label) != fold(self._labels[entry.key]):
            known.append(_under(entry.label, points))
        else:
            known.extend(points)
        self._labels.setdefault(entry.key, entry.label)
        return True

    def _add_partners(self, entry: LabelledLines, _: list[str]) -> bool:
        partners, scale = read_partners(entry.lines, is_own=self._is_own)
        self._values.setdefault("partenaires", []).extend(partners)
        if scale:
            self._values.setdefault("echelle", []).extend(scale)
        return True

    def _add_forms(self, _: LabelledLines, words: list[str]) -> bool:
        known = vocabulary.load()
        forms = self._values.setdefault("outil", [])
        for text in words:
            parts = text.split(" + ")
            forms.extend(parts if len(parts) > 1 and all(map(known.outil, parts)) else [text])
        return True

    def _add_themes(self, _: LabelledLines, words: list[str]) -> bool:
        parts = (part.strip() for text in words for part in text.replace(";", ",").split(","))
        self._values.setdefault("themes", []).extend(part for part in parts if part)
        return True

    def _add_departements(self, _: LabelledLines, words: list[str]) -> bool:
        codes = [part.strip() for text in words for part in text.replace(";", ",").split(",") if part.strip()]
        if not all(len(code) <= 3 and code[0].isdigit() for code in codes):
            return False
        self._values.setdefault("departements", []).extend(code.upper() for code in codes)
        return True

    def _add_steps(self, entry: LabelledLines, _: list[str]) -> bool:
        steps = [_step(line) for line in entry.lines if clean(line.text)]
        if not all(steps):
            return False
        self._values.setdefault("etapes", []).extend(steps)
        return True

    def _set_status(self, _: LabelledLines, words: list[str]) -> bool:
        if "statut" in self._values or fold(" ".join(words)) not in map(fold, STATUSES):
            return False
        self._values["statut"] = " ".join(words)
        return True

    def _set_short_title(self, _: LabelledLines, words: list[str]) -> bool:
        text = " ".join(words)
        if len(text) > SHORT_TITLE_LENGTH:
            return False
        self._values["titre_court"] = text
        return True

    def _add_sources(self, _: LabelledLines, words: list[str]) -> bool:
        made = [Reference.model_validate(_kept(Reference, own_sheets.reference(text))) for text in words]
        self._values.setdefault("sources", []).extend(made)
        return True

    def _set_fiche(self, _: LabelledLines, words: list[str]) -> bool:
        if len(words) > 1 or "fiche" in self._values:
            return False
        self._values["fiche"] = Fiche.model_validate(own_sheets.sheet(words[0]))
        return True

    def _set_author(self, _: LabelledLines, words: list[str]) -> bool:
        return self._sign(auteur=", ".join(words))

    def _set_date(self, _: LabelledLines, words: list[str]) -> bool:
        date = read_date(" ".join(words))
        return date is not None and self._sign(date=date)

    def _sign(self, **values: str) -> bool:
        fiche: Fiche = self._values.get("fiche", Fiche())
        if any(getattr(fiche, name) for name in values):
            return False
        self._values["fiche"] = fiche.model_copy(update=values)
        return True

    def _leave(self, entry: LabelledLines) -> None:
        words = tuple(f"{line.number} {clean(line.text)}".strip() for line in entry.lines if clean(line.text))
        self.left.append(Left(words, clean(entry.label), entry.place))


_SPECIAL: dict[str, Callable[[_Builder, LabelledLines, list[str]], bool]] = {
    "partenaires": _Builder._add_partners,
    "outil": _Builder._add_forms,
    "themes": _Builder._add_themes,
    "departements": _Builder._add_departements,
    "etapes": _Builder._add_steps,
    "statut": _Builder._set_status,
    "titre_court": _Builder._set_short_title,
    "sources": _Builder._add_sources,
    "fiche": _Builder._set_fiche,
    "fiche.auteur": _Builder._set_author,
    "fiche.date": _Builder._set_date,
}


def left_aside(aside: Aside) -> Left:
    """Return the words of an aside as words that fit no key."""
    return Left(tuple(words for line in aside.lines if (words := clean(line.text))), "", aside.place, aside.kind)


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


def _step(line: TextLine) -> Step | None:
    """Return the step of « **2009** création » or « 2009 : création »."""
    text, lead = clean(line.text), clean(line.lead)
    if lead and text.startswith(lead):
        rest = text[len(lead) :].lstrip(" :–-")
        return Step(quand=lead.rstrip(" :–-"), quoi=rest) if rest else None
    found = labelled(text)
    return Step(quand=found[0], quoi=found[1]) if found else None


def _outil_in(title: str) -> str | None:
    """Return the form of agreement that a title names, the longest if there are several."""
    words = f" {_plain(title)} "
    names = [
        (len(name), outil.nom)
        for outil in vocabulary.load().outils
        for name in (outil.nom, *outil.variantes)
        if f" {_plain(name)} " in words
    ]
    return max(names)[1] if names else None


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() or c in "'-" else " " for c in fold(text)).split())


def _kept(model: type[Reference], fields: dict[str, object]) -> dict[str, object]:
    """Return the fields of a source that are valid; the words of the others are added to its note."""
    try:
        model.model_validate(fields)
    except ValidationError as refusal:
        bad = {str(error["loc"][0]) for error in refusal.errors(include_url=False, include_input=False)}
        words = [str(fields[name]) for name in fields if name in bad]
        kept = {name: value for name, value in fields.items() if name not in bad}
        return {**kept, "note": ", ".join([str(kept["note"]), *words] if "note" in kept else words)}
    return fields
