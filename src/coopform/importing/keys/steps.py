"""Turn lines into steps: « 2009 : création », « Signature : 12 mars 2014 », « 3 ans »."""

import re

from coopform.importing.blocks import TextLine
from coopform.importing.cleaning import clean
from coopform.importing.labels.rubric_labels import shipped
from coopform.importing.lines.points import labelled
from coopform.model.case import Step
from coopform.text.bullets import without_bullet
from coopform.text.dates import read_date
from coopform.text.folding import fold

# « 12 mars 2014 », « de 2014 à 2016 », « 2014-2020 », « printemps 2015 » at the beginning of a line.
_DAY = r"(?:(?:\d{1,2}(?:er)? )?[^\W\d_]{3,10}\.? )?(?:19|20)\d\d(?:-\d\d){0,2}|\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d"
_WHEN = re.compile(
    rf"((?:(?:le|en|de|depuis|dès|vers|in|since|from|on) )?(?:{_DAY})(?: ?(?:-|–|à|au|to|until) ?(?:{_DAY}))?)"
    r"\s*[:,;–—-]\s+(\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_TIME = re.compile(
    r"(?:19|20)\d\d|\b(?:an|ans|année|années|mois|semaines?|trimestres?|years?|months?|reconductible|illimitée?)\b",
    re.IGNORECASE,
)
# Labels that name a list of steps, and not one step.
_OF_LISTS = (
    "etapes",
    "etape",
    "les etapes",
    "calendrier",
    "dates cles",
    "chronologie",
    "historique",
    "timeline",
    "calendar",
)


def read_step(line: TextLine, label: str) -> Step | None:
    """Return the step in a line; None if it does not say when.

    Args:
        line: the line.
        label: that of the rubric, which is the step where the line says only when (« Signature », « Durée »).
    """
    text, lead = clean(without_bullet(line.text)[0]), clean(line.lead)
    if lead and text.startswith(lead):
        rest = text[len(lead) :].lstrip(" :–-")
        return _made(lead.rstrip(" :–-"), rest) if rest else None
    match = _WHEN.fullmatch(text)
    if match:
        return Step(quand=match[1], quoi=match[2])
    found = labelled(text)
    if found:
        return _made(*found)
    if fold(label) not in _OF_LISTS and _TIME.search(text):
        return Step(quand=text, quoi=clean(label))
    return None


def _made(first: str, second: str) -> Step:
    """Return a step of « when : what », or of « what : when » where only the second says when."""
    if not _TIME.search(first) and (read_date(second) or _is_named(first)) and _TIME.search(second):
        return Step(quand=second, quoi=first)
    return Step(quand=first, quoi=second)


def _is_named(text: str) -> bool:
    label = shipped().find(text)
    return label is not None and label.key == "etapes"
