"""The title of a case: where it is, and what may be between it and the first label."""

from pathlib import Path

import pytest

from coopform import import_document
from coopform.importing.blocks import Aside, AsideKind, Cell, DocumentBlock, SourceDocument, Table, TextLine
from coopform.importing.cases.find_cases import find_drafts
from coopform.importing.keys.build_case import Built, build
from coopform.model.case import Fiche

LABELS = "## Enjeux\n\n- L’eau\n\n## Acteurs\n\n- Les maires\n"
ROWS = (
    TextLine("Enjeux", heading=2),
    TextLine("L’eau"),
    TextLine("Acteurs", heading=2),
    TextLine("Les maires"),
)


@pytest.mark.parametrize(
    "between",
    [
        "Source : Carnet, p. 3\n\n",
        "*Fiche expérience*\n\nAuteur : C. Dubosc\n\n",
        "## Repères\n\nTrois communes.\n\n## Ce qui a joué\n\nLa confiance.\n\n",
        "Un chapeau\n\nUn autre\n\n### Sous-titre\n\n",
    ],
)
def test_the_only_heading_of_the_first_level_is_the_title(tmp_path: Path, between: str) -> None:
    path = tmp_path / "fiche.md"
    path.write_text(f"# Accord du Lac\n\n{between}{LABELS}", encoding="utf-8")
    (made,) = import_document(path)
    assert made.title == "Accord du Lac"
    for word in ("Carnet", "Dubosc", "confiance", "chapeau"):
        assert (word in between) == (word in made.text)


def test_a_source_below_the_second_title_is_that_of_the_second_case(tmp_path: Path) -> None:
    path = tmp_path / "fiches.md"
    path.write_text(
        "".join(f"# Accord {name}\n\nSource : Carnet {name}\n\n{LABELS}" for name in "AB"), encoding="utf-8"
    )
    cases = [made.built.case for made in import_document(path) if made.built]
    assert [(case.titre, case.sources[0].titre) for case in cases] == [
        ("Accord A", "Carnet A"),
        ("Accord B", "Carnet B"),
    ]


def test_a_part_of_a_case_is_no_other_case(tmp_path: Path) -> None:
    path = tmp_path / "fiche.md"
    path.write_text(f"# Accord du Lac\n\n{LABELS}\n## Suites\n\n### Résultats\n\n- Un pont\n", encoding="utf-8")
    (made,) = import_document(path)
    assert made.built
    assert len(made.built.case.resultats) == 1


@pytest.mark.parametrize(
    "name", ["Nom du projet", "Titre de la fiche action", "Project title", "Coopération", "Expérience"]
)
def test_a_name_column_has_the_titles(tmp_path: Path, name: str) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(f"N°;{name};Partenaires;Objectifs\n1;Accord A;3 CC;Nager\n2;Accord B;2 CC;Voir\n", encoding="utf-8")
    assert [made.title for made in import_document(path)] == ["Accord A", "Accord B"]


@pytest.mark.parametrize("corner", ["", "Critères", "Rubrique", "Thème", "Grille d’analyse"])
def test_a_comparison_grid_is_known_by_its_first_column(tmp_path: Path, corner: str) -> None:
    path = tmp_path / "grille.csv"
    rows = [f"{corner};Accord A;Accord B", "Enjeux;eau;bois", ";sol;air", "Acteurs;maires;élus", "Contact;X;Y"]
    path.write_text("\n".join(rows), encoding="utf-8")
    made = import_document(path)
    assert [one.title for one in made] == ["Accord A", "Accord B"]
    assert made[0].built
    assert [point.texte for point in made[0].built.case.enjeux] == ["eau", "sol"]


def _built(*blocks: DocumentBlock, front: tuple[tuple[str, str], ...] = ()) -> Built:
    (draft,) = find_drafts(SourceDocument("fiche", blocks, front_matter=front)).drafts
    return build(draft)


def test_front_matter_is_read_as_keys() -> None:
    front = (("title", "Accord du Lac"), ("author", "C. Dubosc"), ("date", "2016-05-12"), ("layout", "page"))
    built = _built(*ROWS, front=front)
    assert (built.case.titre, built.case.fiche) == ("Accord du Lac", Fiche(auteur="C. Dubosc", date="2016-05-12"))
    assert [(left.label, left.words) for left in built.left] == [("layout", ("page",))]


def test_what_is_around_a_document_goes_to_its_key_or_is_kept() -> None:
    def aside(kind: AsideKind, *words: str) -> Aside:
        return Aside(kind, tuple(map(TextLine, words)))

    built = _built(
        aside(AsideKind.TITLE, "Accord du Lac"),
        aside(AsideKind.HEADER, "Auteur : C. Dubosc", "Réseau des lacs"),
        *ROWS,
        TextLine("Source : Carnet"),
        aside(AsideKind.LINK, "https://example.org/carnet"),
        aside(AsideKind.COMMENT, "à relire"),
    )
    assert (built.case.titre, built.case.fiche.auteur) == ("Accord du Lac", "C. Dubosc")
    assert [source.url for source in built.case.sources] == ["https://example.org/carnet"]
    assert [(left.kind, left.words) for left in built.left] == [
        (AsideKind.HEADER, ("Réseau des lacs",)),
        (AsideKind.COMMENT, ("à relire",)),
    ]
    assert built.guessed == ["titre"]


def test_label_cells_that_are_merged_or_blank_are_carried_down() -> None:
    def row(*words: str) -> tuple[Cell, ...]:
        return tuple(Cell((TextLine(one),)) if one else Cell(merged=True) for one in words)

    table = Table(
        (row("", "Accord A", "Accord B"), row("Enjeux", "eau", "bois"), row("", "sol", "air"), row("Objet", "x", "y"))
    )
    cases = [build(draft).case for draft in find_drafts(SourceDocument("t", (table,))).drafts]
    assert [[point.texte for point in case.enjeux] for case in cases] == [["eau", "sol"], ["bois", "air"]]
