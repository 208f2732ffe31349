"""The five cases have all words of the day of 5 March 2015 in the same order, and no others."""

import re
from pathlib import Path

import pytest

from coopform.collection.collection import Collection, read_collection
from coopform.model import vocabulary
from coopform.model.case import Case
from coopform.model.grid import GRID
from coopform.text.i18n import Translator
from tests.support.day import source
from tests.support.places import CASES, IDS

# The heading of each case in the source.
HEADINGS = {
    "monts-ardeche": "→ Plans de coopération sur le PNR des Monts d'Ardèche",
    "tridan": "→ Entente interterritoriale TRIDAN",
    "territoires-partenaires": "→ « Convention territoires partenaires »",
    "sage-ardeche": "→ Convention d'articulation",
    "mutualisation-pnr-pays": "→ Convention de mutualisation PNR / Pays",
}


def words(text: str) -> list[str]:
    """Return the words of a text and its « … », without tags, bullets, quotes and other punctuation."""
    text = re.sub(r"<[^>]+>", " ", text).replace("...", " … ").replace("…", " … ").replace("’", "'")
    return re.findall(r"[\w'-]*\w[\w'-]*|…", text)


def _section(identifier: str) -> list[str]:
    """Return the lines of the source from the heading of a case to the next slide."""
    text = source()
    start = text.index(HEADINGS[identifier])
    return text[start:].split("\nQuels outils pour formaliser des coopérations ?")[0].splitlines()


def _rows_of_source(identifier: str) -> dict[str, list[str]]:
    """Return the words of each row of the table of a case in the source, by label."""
    rows: dict[str, list[str]] = {}
    label = ""
    for line in _section(identifier)[1:]:
        if "\t" in line:
            label, line = line.split("\t")
        if label:
            rows.setdefault(label, []).extend(words(line))
    return rows


def _case(five: Collection, identifier: str) -> Case:
    return next(case for case in five.cases if case.id == identifier)


@pytest.mark.parametrize("identifier", IDS)
def test_every_row_has_the_words_of_the_source_in_their_order(five: Collection, identifier: str) -> None:
    case = _case(five, identifier)
    rows = _rows_of_source(identifier)
    french = Translator("fr")
    assert [label.replace(" ", "") for label in rows] == [
        french(rubric.label).replace("\u00a0", "").replace(" ", "") for rubric in GRID
    ]
    for rubric, said in zip(GRID, rows.values(), strict=True):
        in_case = [word for point in case.row(rubric.key) for text in point.texts() for word in words(text)]
        assert in_case == said, rubric.key


@pytest.mark.parametrize("identifier", IDS)
def test_the_title_is_the_heading_of_the_slide(five: Collection, identifier: str) -> None:
    assert words(_case(five, identifier).titre) == words(_section(identifier)[0])


@pytest.mark.parametrize("identifier", IDS)
def test_what_is_around_the_grid_is_found_in_the_source(five: Collection, identifier: str) -> None:
    case = _case(five, identifier)
    lecture = case.lecture
    assert lecture is not None
    instances = lecture.instances
    section = " ".join(words("\n".join(_section(identifier)))).lower()
    opening = " ".join(words(source())).lower()
    around = [case.titre_court, case.territoire, *lecture.declenchement]
    around += [*instances.politique, *instances.technique, *instances.mixte, *instances.animation]
    for text in around:
        assert text is None or " ".join(words(text)).lower() in section, text
    for reference in case.sources:
        for text in (reference.titre, reference.note, reference.lieu):
            assert " ".join(words(text or "")).lower() in opening


def test_a_reading_holds_bodies_and_triggers_only(five: Collection) -> None:
    for case in five.cases:
        assert case.lecture is not None
        assert case.lecture.model_fields_set == {"declenchement", "instances"}
        assert case.signature == ("coopform", "2026-11-22")


def test_the_form_of_agreement_is_of_the_source_and_of_the_vocabulary(five: Collection) -> None:
    for case in five.cases:
        section = " ".join(words("\n".join(_section(case.id)))).lower()
        for name in case.outil:
            assert vocabulary.load().outil(name), name
            # « Plans de coopération » is the heading of several plans, one of which is the form.
            singular = section.replace("plans de coopération", "plan de coopération")
            assert " ".join(words(name)).lower() in singular


def test_the_collection_carries_the_day_and_the_definition_with_its_emphasis() -> None:
    recueil = read_collection(CASES).recueil
    text = source()
    definition = text[text.index("Coopération en faveur") : text.index("\nQuels outils", 100)]
    said = [recueil.introduction.titre or "", *recueil.introduction.paragraphes]
    assert words("\n".join(said)) == words(definition)
    emphasised = [words(part) for part in re.findall(r"\*\*(.+?)\*\*", definition)]
    assert [words(part) for text in said for part in re.findall(r"\*\*(.+?)\*\*", text)] == emphasised
    assert recueil.titre == "Quels outils pour formaliser des coopérations ?"
    assert (recueil.sous_titre, recueil.date, recueil.lieu) == (
        "Journée d’exploration de pratiques",
        "2015-03-05",
        "Pélussin (42)",
    )


def test_open_lists_keep_their_dots(five: Collection) -> None:
    assert [point.texte for point in _case(five, "territoires-partenaires").enjeux][-1] == "…"


def test_labels_and_points_nest_as_in_the_source(five: Collection) -> None:
    tridan = _case(five, "tridan")
    assert [point.libelle for point in tridan.acteurs] == ["Pilotage", "Animation / coordination", None, None]
    assert [(point.libelle, len(point.points)) for point in tridan.objet] == [("3 axes prioritaires", 3)]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_typography_is_french(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\w'\w", text), "a straight apostrophe"
    assert "..." not in text
    assert "\u00a0" not in text, "non-breaking spaces are set by the program"
