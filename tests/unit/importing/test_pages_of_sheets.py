"""A sheet that goes on over pages is read back as the case that it shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import coopform as api
from coopform.model.case import Case, Point, Recueil
from tests.support.long_cases import long_cases
from tests.support.printed import squeezed


def words(name: str, count: int) -> str:
    return " ".join(f"{name} {number}" for number in range(count))


LONG_TEXTS = Case(
    id="longue",
    titre="Une entente bien longue",
    outil=("Entente",),
    declencheurs=(Point(texte="Un début"), Point(texte=words("raison", 450)), Point(texte="Une fin")),
    enjeux=(Point(texte=words("enjeu", 450)),),
    ambitions=(Point(libelle="À dix ans", texte=words("ambition", 450)), Point(texte="Une autre")),
    objet=(
        Point(libelle="Volets", points=tuple(Point(texte=words(f"volet {n}", 20)) for n in range(60))),
        Point(libelle="Suites", points=(Point(texte="Une suite"), Point(texte=words("suite", 60)))),
    ),
)


@pytest.mark.parametrize("case", [LONG_TEXTS, long_cases()[3]], ids=lambda case: case.id)
def test_rows_that_go_on_are_whole_again(case: Case, tmp_path: Path) -> None:
    document = api.sheet(case, Recueil())
    assert any(row.goes_on for page in document.content.pages for row in page.rows)
    page = tmp_path / f"{case.id}.html"
    page.write_bytes(api.as_bytes(document, "html"))
    [made] = api.import_document(page)
    (tmp_path / "longue.yaml").write_text(made.text, encoding="utf-8")
    [back] = api.read_collection(tmp_path).cases
    for key in ("declencheurs", "enjeux", "ambitions", "objet", "acteurs"):
        # « Répartir les charges : la piscine… » is read as a label and its text, as it is in any document.
        assert [*map(squeezed, said(back, key))] == [*map(squeezed, said(case, key))], key


def said(case: Case, key: str) -> list[str]:
    """Return what each point of a row says, with what is under it."""
    return [" ".join(words_under(point)).replace(" : ", " ") for point in getattr(case, key)]


def words_under(point: Point) -> Iterator[str]:
    yield from filter(None, (point.libelle, point.texte))
    for below in point.points:
        yield from words_under(below)
