"""Recognise titles, labels and points in slides and notes that only differ in formatting."""

import pytest

from coopform.importing.blocks import Break, Cell, DocumentBlock, SourceDocument, Table, TextLine
from coopform.importing.cases.find_cases import find_drafts
from coopform.importing.keys.build_case import build
from coopform.model.case import Case

WORKSHOP = TextLine("Quels outils pour formaliser des coopérations ?", heading=1)


def imported(*blocks: DocumentBlock) -> list[Case]:
    return [build(draft).case for draft in find_drafts(SourceDocument("diapos.pptx", blocks)).drafts]


def grid(*rows: tuple[str, str]) -> Table:
    return Table(tuple((Cell((TextLine(label),) if label else ()), Cell((TextLine(text),))) for label, text in rows))


TOP = grid(("Eléments déclencheurs", "Une crue"), ("Enjeux", "L’eau"))
BOTTOM = grid(("Objet", "Un pont"), ("Acteurs", "Les élus"))


@pytest.mark.parametrize("sign", ["→ ", ""])
def test_the_title_of_the_workshop_is_no_title_of_a_case(sign: str) -> None:
    names = ["Entente A", "Entente B", "Entente C"]
    slides = [part for name in names for part in (Break(), WORKSHOP, TextLine(f"{sign}{name}"), TOP, BOTTOM)]
    assert [case.titre for case in imported(*slides)] == names


def test_a_case_goes_on_on_the_next_slide() -> None:
    for second in ("Entente A", "Entente A (suite)", "Entente A (2/2)", ""):
        title = [TextLine(second, heading=1)] if second else []
        (case,) = imported(Break(), TextLine("Entente A", heading=1), TOP, Break(), *title, BOTTOM)
        assert (case.titre, case.rubriques_remplies) == ("Entente A", 4)


def test_another_title_begins_another_case() -> None:
    cases = imported(TextLine("Entente A", heading=1), TOP, BOTTOM, TextLine("Entente B", heading=1), TOP)
    assert [(case.titre, case.rubriques_remplies) for case in cases] == [("Entente A", 4), ("Entente B", 2)]


def test_a_grid_that_begins_again_is_another_case() -> None:
    assert len(imported(TextLine("Entente A", heading=1), TOP, TOP)) == 2


def test_an_empty_label_goes_on_with_the_row_above() -> None:
    (case,) = imported(TextLine("A"), grid(("Enjeux", "L’eau"), ("", "La terre"), ("Objet", "Un pont")))
    assert [point.texte for point in case.enjeux] == ["L’eau", "La terre"]


def test_arrows_that_begin_points_are_bullets() -> None:
    (case,) = imported(
        TextLine("Entente A"),
        *(TextLine(text) for text in ("Enjeux", "→ L’eau", "→ La terre", "Objet", "→ Un pont", "Acteurs", "Les élus")),
    )
    assert [point.texte for point in (*case.enjeux, *case.objet)] == ["L’eau", "La terre", "Un pont"]


def test_a_variant_under_its_own_rubric_is_a_label_of_a_point() -> None:
    (case,) = imported(
        TextLine("A"),
        TextLine("Acteurs", bold=True),
        TextLine("Pilotage : les maires"),
        TextLine("Gouvernance", bold=True),
    )
    assert [point.full_text() for point in case.acteurs] == ["Pilotage : les maires", "Gouvernance"]


def test_two_labels_of_one_rubric_are_kept_apart() -> None:
    (case,) = imported(
        TextLine("A"), grid(("Gouvernance", "Un comité"), ("Pilotage", "Les maires"), ("Enjeux", "L’eau"))
    )
    assert [point.full_text() for point in case.acteurs] == ["Un comité", "Pilotage : Les maires"]


def test_a_table_with_a_case_a_row() -> None:
    head = tuple(Cell((TextLine(text),)) for text in ("Nom", "Outil", "Enjeux", "Objet"))
    rows = [tuple(Cell((TextLine(text),)) for text in (name, "Entente", "eau", "pont")) for name in ("A", "B")]
    cases = imported(Table((head, *rows)))
    assert [(case.titre, case.outil, case.rubriques_remplies) for case in cases] == [
        ("A", ("Entente",), 2),
        ("B", ("Entente",), 2),
    ]


def test_the_source_below_each_of_two_tables_is_that_of_all_its_cases() -> None:
    def table(*names: str) -> Table:
        rows = (("Nom", *names), ("Enjeux", "eau", "bois"), ("Objet", "pont", "bac"))
        return Table(tuple(tuple(Cell((TextLine(text),)) for text in row) for row in rows))

    cases = imported(table("A", "B"), TextLine("Source : un"), table("C", "D"), TextLine("Source : deux"))
    assert [(case.titre, [source.titre for source in case.sources]) for case in cases] == [
        ("A", ["un"]),
        ("B", ["un"]),
        ("C", ["deux"]),
        ("D", ["deux"]),
    ]
