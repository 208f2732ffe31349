"""A collection with a logo and long texts of its own takes no more pages, and nothing of it is over something else."""

from pathlib import Path

import pytest

from tests.support.large_print import rendered
from tests.support.printed import ENGINES, Page, squeezed, text_of
from tests.support.running import Coopform

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><path fill="#27632a" d="M0 0H300V100H0Z"/></svg>'
ORGANISERS = ["Association inventée des pays d’essai", "Réseau fictif des territoires", "Comité de bassin imaginaire"]
RECUEIL = f"""
titre: {"Un très long titre inventé pour voir comment il tient sur chacune des pages du jour " * 2}
sous_titre: {"Une journée d’essai au sous-titre lui aussi assez long " * 2}
date: 2026-12-04
lieu: Salle polyvalente intercommunale de la vallée inventée (99)
organisateurs: [{", ".join(ORGANISERS)}]
logo: logo.svg
pied_de_page: {"Un bas de page inventé, assez long pour aller à la ligne " * 4}
"""


@pytest.fixture
def cases(workshop: Path) -> Path:
    folder = workshop / "cases"
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    (folder / "_recueil.yaml").write_text(RECUEIL, encoding="utf-8")
    return folder


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("kind", "pages"), [("panels", 12), ("comparison", 2), ("synthesis", 1)])
def test_no_page_has_only_a_foot(coopform: Coopform, cases: Path, kind: str, pages: int, engine: str) -> None:
    for pdf in rendered(coopform, cases, kind, engine):
        assert len(pdf.pages) == pages


@pytest.mark.parametrize("engine", ENGINES)
def test_the_first_slide_is_one_page(coopform: Coopform, cases: Path, engine: str) -> None:
    [pdf] = rendered(coopform, cases, "slides", engine)
    first, second = pdf.pages[:2]
    assert squeezed(ORGANISERS[-1]) in text_of([first])
    assert "Ouverture" in text_of([second])


@pytest.mark.parametrize("engine", ENGINES)
def test_the_heading_of_the_synthesis_is_above_its_table(coopform: Coopform, cases: Path, engine: str) -> None:
    for pdf in rendered(coopform, cases, "synthesis", engine):
        page = pdf.pages[0]
        assert lowest_of(page, "Comment chaque") > lowest_of(page, "TRIDAN") + 5


def lowest_of(page: Page, words: str) -> float:
    """Return how high some words are on a page, in millimetres."""
    start = page.text.index(words)
    return min(one.height for one in page.characters[start : start + len(words)])
