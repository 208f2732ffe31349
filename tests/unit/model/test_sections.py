"""The sheet of a case shows the same sections in the same order on every medium; our own labels are read back."""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from itertools import product

import docx
import pytest
from docx.oxml.ns import qn

from coopform.collection.collection import Collection
from coopform.comparing.synthesis import INSTANCE_LABELS
from coopform.handouts import phrases
from coopform.handouts.sheet import sheet as sheet_of
from coopform.importing.labels import rubric_labels
from coopform.model import vocabulary
from coopform.model.case import Case, Instances, Lecture, Point
from coopform.model.grid import ROWS, Rubric
from coopform.model.sections import SECTIONS, Section
from coopform.rendering.formats import as_bytes
from coopform.rendering.terminal import console, sheet
from coopform.text.i18n import LANGUAGES, Translator
from tests.support.full_case import FULL
from tests.support.places import IDS

T = Translator("fr")
RUBRICS = ("declencheurs", "partenaires", "enjeux", "ambitions", "objet", "acteurs")
ORDER = (
    *("titre", "facts", "resume", *RUBRICS, "resultats", "leviers", "vigilances", "enseignements", "moyens"),
    *("etapes", "themes", "departements", "suite_de", "lecture", "a_verifier", "notes", "sigles", "sources", "fiche"),
)
KEYS = [section.key for section in SECTIONS]
NOT_ON = {
    "terminal": {"notes"},
    "markdown": {"notes", "lecture", "a_verifier"},
    "html": {"lecture", "a_verifier"},
    "docx": {"lecture", "a_verifier"},
}
READING = Lecture(par="Une lectrice", declenchement=("Une envie",), instances=Instances(mixte=("Un comité",)))
FULLEST = FULL.model_copy(
    update={
        "etapes": FULL.etapes[::-1],
        "lecture": READING,
        "a_verifier": (Point(texte="Le nombre de communes"),),
    }
)
FEW = Case(id="peu", titre="Peu", enjeux=(Point(texte="L’eau"),), leviers=(Point(texte="À compléter"),))


def shown(medium: str, case: Case, rows: Sequence[Rubric]) -> str:
    """Return the text of a sheet, without what is around it on its page."""
    if medium == "terminal":
        return console.as_text(sheet.view(case, T, None, rows))
    data = as_bytes(sheet_of(case, rows=rows), medium)
    if medium == "docx":
        return " ".join(node.text or "" for node in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:t")))
    text = data.decode("utf-8")
    if medium != "html":
        return text
    # What is repeated or ruled for paper alone is hidden from those who listen.
    heard = re.sub(r'<(\w+) [^>]*aria-hidden="true".*?</\1>', " ", text[text.index("<main") :], flags=re.DOTALL)
    return unescape(re.sub("<[^>]*>", " ", heard))


def letters(text: str) -> str:
    """Return the letters and digits of a text: the signs and spaces around them are the medium's."""
    return "".join(filter(str.isalnum, text))


def row_texts(case: Case, key: str) -> list[str]:
    points = getattr(case, key) if key == "a_verifier" else case.row(key)
    says_something = key not in ROWS or case.is_filled(key)
    return [text for point in points for text in point.texts()] if says_something else [T("To be filled in")]


def reading_texts(case: Case) -> Iterator[str]:
    if case.lecture:
        yield phrases.signature(case, T)
        said = (case.lecture.declenchement, *(getattr(case.lecture.instances, key) for key in Instances.model_fields))
        yield from (text for texts in said for text in texts)


# What each section says, as its readers expect it; those that are not here say the text or the texts of their key.
SAYS: dict[str, Callable[[Case], Sequence[str] | Iterator[str]]] = {
    "titre": lambda case: [case.titre],
    "facts": lambda case: phrases.facts(case, T),
    "etapes": lambda case: [text for step in case.ordered_steps() for text in (step.quand, step.quoi)],
    "lecture": reading_texts,
    "a_verifier": lambda case: row_texts(case, "a_verifier"),
    "notes": lambda _: [T("What could we apply in our area?")],
    "sigles": lambda case: [text for pair in sigles(case).items() for text in pair],
    "sources": lambda case: [
        text for one in case.sources for text in (phrases.source_line(one, T), one.url or "") if text
    ],
    "fiche": lambda case: [phrases.sheet_line(case, T)],
}


def texts_of(value: str | Sequence[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def sigles(case: Case) -> dict[str, str]:
    keys = [key for key in ORDER if key in ROWS and case.row(key)]
    said = [case.titre, case.titre_court or "", *phrases.facts(case, T), case.resume or "", *case.themes]
    said += [text for key in keys for text in row_texts(case, key)]
    said += [text for step in case.etapes for text in (step.quand, step.quoi)]
    said += [phrases.source_line(source, T) for source in case.sources]
    return vocabulary.load().sigles_in([*said, case.suite_de or ""])


def expected(medium: str, case: Case, rows: Sequence[Rubric]) -> list[tuple[str, list[str]]]:
    """Return the sections of a sheet, each with what it says."""
    keys = ["titre", "facts", *(row.key for row in rows)] if rows else [k for k in ORDER if k not in NOT_ON[medium]]
    found = []
    for key in keys:
        if key in ROWS:
            says = row_texts(case, key) if rows or key in RUBRICS or case.row(key) else []
        else:
            says = list(SAYS[key](case)) if key in SAYS else texts_of(getattr(case, key))
        found.append((key, [text for text in map(letters, says) if text]))
    return [(key, says) for key, says in found if says]


def frames(case: Case, key: str) -> set[str]:
    """Return what may stand before a text of a section: its label, in the words of some medium."""
    own = [T(section.label) for section in SECTIONS if section.key == key]
    kicker = T("Co-operation sheet")
    others = {
        "titre": [kicker, f"{kicker} {case.short_title}"],
        "lecture": [T("What triggered it"), *map(T, INSTANCE_LABELS.values())],
        "sigles": [T("Acronyms:")],
        "sources": [T("Source:")],
        "fiche": [T("Sheet:")],
    }
    return {letters(words) for words in ("", *own, *others.get(key, []))}


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        *((name, ()) for name in IDS),
        *product(("plein", "peu"), ((), ("resultats", "enjeux"), ("partenaires",))),
    ],
    ids=lambda value: value if isinstance(value, str) else "+".join(value),
)
@pytest.mark.parametrize("medium", NOT_ON)
def test_every_medium_shows_the_same_in_the_same_order(
    five: Collection, name: str, medium: str, rows: tuple[str, ...]
) -> None:
    case = next(case for case in (*five.cases, FULLEST, FEW) if case.id == name)
    named = [ROWS[key] for key in rows]
    text = letters(shown(medium, case, named))
    for key, says in expected(medium, case, named):
        for words in says:
            before, found, text = text.partition(words)
            assert found, f"{key} does not say {words!r} there"
            assert before in frames(case, key), key
    assert not text


def test_the_fullest_case_has_every_section() -> None:
    assert {key for medium in NOT_ON for key, _ in expected(medium, FULLEST, ())} == set(ORDER)
    assert [section.key for section in SECTIONS] == list(ORDER)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", [section for section in SECTIONS if section.label], ids=lambda section: section.key)
def test_the_label_of_a_section_is_read_back(section: Section, language: str) -> None:
    label = rubric_labels.shipped().find(Translator(language)(section.label))
    assert label is not None
    assert label.key in (section.key, rubric_labels.DECOR)


def test_no_section_is_there_twice() -> None:
    assert len(set(KEYS)) == len(KEYS)
