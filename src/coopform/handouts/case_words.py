"""The words of a case, key by key, as points: what a document takes over unchanged."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from coopform.handouts import phrases
from coopform.model import labels
from coopform.model.case import Case, Partner, Point
from coopform.model.keys import CASE, Shape
from coopform.model.placeholder import says_nothing
from coopform.model.sections import SectionKind
from coopform.model.terms import shown_term
from coopform.text.i18n import Translator, mark

# The label of a key that sheets show in another way.
_LABELS = {"situation_au": mark("Date of the situation described")}
_KINDS = {Shape.STEPS: SectionKind.STEPS, Shape.REFERENCES: SectionKind.SOURCES}


class CaseWords(NamedTuple):
    """What a case says under a key.

    Attributes:
        key: the key.
        label: its label, as a message.
        points: its words; a step has its time as label.
        kind: how they are drawn: as points, steps or sources.
        is_open: whether some of them are still to be typed: « À compléter », « … ».
        languages: of the texts of `points` that are not in the language of the case.
    """

    key: str
    label: str
    points: tuple[Point, ...]
    kind: SectionKind
    is_open: bool = False
    languages: Mapping[str, str] = {}


def words_of(case: Case, key: str, translate: Translator) -> CaseWords | None:
    """Return what a case says under a key; None where it says nothing but placeholders."""
    points = tuple(_points(case, key, translate))
    if not any(not says_nothing(text) for point in points for text in point.texts()):
        return None
    label = _LABELS.get(key) or labels.label_of(key)
    kind = _KINDS.get(CASE[key].shape, SectionKind.POINTS)
    forms = phrases.spoken_forms(case, translate) if key == "outil" else []
    languages = {form.text: form.language for form in forms if form.language != case.langue}
    return CaseWords(key, label, points, kind, any(map(_is_open, points)), languages)


def named_partners(case: Case) -> tuple[Partner, ...]:
    """Return the partners of a case that are more than a placeholder."""
    return tuple(partner for partner in case.partenaires if not says_nothing(partner.texte))


def _points(case: Case, key: str, translate: Translator) -> Iterator[Point]:
    """Yield the values of a key as points, as a sheet words them."""
    value = getattr(case, key)
    if key == "situation_au":
        value = phrases.day(value, translate) if value else None
    if key == "statut":
        value = shown_term(value, translate) if value else None
    match CASE[key].shape:
        case Shape.POINTS:
            yield from value
        case Shape.PARTNERS:
            yield from (Point(texte=partner.full_text(case.langue)) for partner in value)
        case Shape.STEPS:
            yield from (Point(libelle=step.quand, texte=step.quoi) for step in case.ordered_steps())
        case Shape.REFERENCES:
            yield from (Point(texte=phrases.source_line(source, translate)) for source in value)
        case Shape.FICHE:
            yield Point(texte=phrases.sheet_line(case, translate))
        case Shape.TEXTS:
            yield from (Point(texte=text) for text in value)
        case _:
            yield Point(texte=value)


def _is_open(point: Point) -> bool:
    """Return whether a text of a point, or under it, is still to be typed."""
    return (point.texte is not None and says_nothing(point.texte)) or any(map(_is_open, point.points))
