"""Tables on paper are no higher than their plan: the lengths of their style sheets and of their modules agree."""

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.handouts.documents import Document
from coopform.handouts.synoptic_grid import PAPERS, Columns
from coopform.handouts.workshop.letters import letters
from coopform.model.case import Case, Recueil
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import Translator
from tests.support.long_cases import long_cases

MM = 25.4 / 96
PAPER = PAPERS["a3"]
# In millimetres: borders that meet are rounded to the dots of a screen.
CLOSE = 0.1
_HEIGHTS = "() => [...document.querySelectorAll('.scroll table')].map(table => table.getBoundingClientRect().height)"


def synoptic(cases: list[Case], recueil: Recueil) -> tuple[Document[Any], list[float]]:
    made = api.side_by_side(comparison.compare(cases), recueil)
    pages = [*made.content.grid_pages, *(table for page in made.content.back_pages for table in page.tables)]
    return made, [page.height for page in pages]


def synthesis(cases: list[Case], recueil: Recueil, *, empty: bool = False) -> tuple[Document[Any], list[float]]:
    made = api.synthesis_of(cases, recueil, empty=empty)
    planned = []
    for page in made.content.pages:
        columns = Columns(PAPER, len(page.places), Translator(recueil.langue))
        head = columns.head([cases[place] for place in page.places], with_form=False).height
        planned.append(head + sum(row.height for row in page.rows.rows))
    return made, planned


def blank_synthesis(cases: list[Case], recueil: Recueil) -> tuple[Document[Any], list[float]]:
    return synthesis(cases, recueil, empty=True)


@pytest.mark.needs("browser")
@pytest.mark.parametrize("make", [synoptic, synthesis, blank_synthesis])
def test_tables_are_no_higher_than_planned(five: Collection, browser: Browser, make: Any) -> None:
    page = browser.new_page(viewport={"width": round(PAPER.width / MM), "height": 1000})
    page.emulate_media(media="print")
    for cases in (list(five.cases), long_cases()[:8]):
        for language in ("fr", "en"):
            document, planned = make(cases, five.recueil.model_copy(update={"langue": language}))
            for signs in (letters(len(cases)), ()):
                page.set_content(as_text(replace(document, letters=signs), "html"))
                measured = [height * MM for height in page.evaluate(_HEIGHTS)]
                assert len(measured) == len(planned)
                higher = [pair for pair in zip(measured, planned, strict=True) if pair[0] > pair[1] + CLOSE]
                assert not higher, (language, signs)
    page.close()
