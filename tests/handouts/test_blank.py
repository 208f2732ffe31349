"""The blank sheet: one page, on A4 and on A3, whatever the settings of the collection."""

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.model import grid
from coopform.model.case import Recueil
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import Translator
from tests.support.parsing import parse_html
from tests.support.printed import (
    A3_LANDSCAPE,
    A4,
    ENGINES,
    assert_in_order,
    print_by,
    print_together,
    read,
    sizes,
    squeezed,
    text,
)

FIELDS = ["Titre", "Outil de coopération", "Territoire", "Fiche remplie par", "Date"]
LONG = Recueil(
    titre="Quels outils pour formaliser des coopérations entre territoires voisins ? " * 3,
    pied_de_page="Document de travail, à ne pas diffuser sans l’accord des partenaires. " * 4,
)


def grid_in(language: str) -> list[str]:
    t = Translator(language)
    return [squeezed(t(words)) for rubric in grid.GRID for words in (rubric.label, rubric.question)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("paper", "size"), [("a4", A4), ("a3", A3_LANDSCAPE)])
def test_one_page_holds_the_whole_grid(five: Collection, engine: str, paper: str, size: tuple[int, int]) -> None:
    recueils = [five.recueil, LONG]
    made = print_together(engine, [as_text(api.blank(recueil, paper), "html") for recueil in recueils])
    for recueil, pdf in zip(recueils, made, strict=True):
        assert sizes(pdf) == [size]
        found = text(pdf)
        assert_in_order(found, [squeezed(recueil.titre or ""), *map(squeezed, FIELDS), *grid_in("fr")])
        assert squeezed(recueil.pied_de_page or "") in found


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("paper", "columns"), [("a4", 1), ("a3", 3)])
def test_the_rubrics_share_the_page_evenly(five: Collection, engine: str, paper: str, columns: int) -> None:
    pdf = read(print_by(engine, as_text(api.blank(five.recueil, paper), "html")))
    said = [character for character in pdf.pages[0].characters if squeezed(character.text)]
    text = "".join(character.text for character in said)
    places = [said[text.index(label)].height for label in grid_in("fr")[::2]]
    steps = [abs(places[number] - places[number - columns]) for number in range(columns, len(places))]
    assert min(steps) > 32
    assert max(steps) - min(steps) < 0.4


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("fmt", ["html", "markdown"])
def test_it_speaks_the_language_of_its_collection(language: str, fmt: str) -> None:
    made = as_text(api.blank(Recueil(langue=language)), fmt)
    found = squeezed(parse_html(made).text if fmt == "html" else made)
    assert_in_order(found, grid_in(language))
