"""The facilitator's guide: one leaf, with the number of copies for the day."""

from pathlib import Path
from typing import Any

import pytest

import coopform as api
from coopform.collection.collection import Collection
from coopform.comparing import comparison
from coopform.handouts import copies, schedule
from coopform.handouts.documents import Document
from coopform.model.case import Case, Point, Recueil
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import Translator
from tests.support.parsing import parse_html
from tests.support.printed import A4, ENGINES, assert_in_order, print_by, read, sizes, squeezed, text
from tests.support.running import Coopform

CHECKS = ("Vérifier la date de signature", "Demander le nombre de communes")


def checked(case: Case) -> Case:
    return case.model_copy(update={"a_verifier": tuple(Point(texte=words) for words in CHECKS)})


@pytest.mark.parametrize("engine", ENGINES)
def test_a_leaf_holds_the_prints_and_the_steps(five: Collection, engine: str) -> None:
    made = api.guide(five.cases, five.recueil, 20)
    pdf = read(print_by(engine, as_text(made, "html")))
    assert sizes(pdf) == [A4, A4]
    t = Translator("fr")
    steps = [squeezed(t(words)) for step in schedule.steps(5) for words in (step.title, *step.how)]
    assert_in_order(squeezed(pdf.pages[1].extract_text()), steps)
    prints = [t(words) for words in ("What to print", "Wall panels", "Booklet", "Facilitator’s guide")]
    assert_in_order(squeezed(pdf.pages[0].extract_text()), [squeezed(words) for words in prints])


@pytest.mark.parametrize("engine", ENGINES)
def test_many_points_to_check_flow_on(five: Collection, engine: str) -> None:
    many = [five.cases[0].model_copy(update={"a_verifier": tuple(Point(texte=f"Point {n:02}") for n in range(60))})]
    pdf = read(print_by(engine, as_text(api.guide(many, five.recueil, 20), "html")))
    assert set(sizes(pdf)) == {A4}
    assert len(pdf.pages) > 2
    assert_in_order(text(pdf), [f"Point{n:02}" for n in range(60)])


@pytest.mark.parametrize("fmt", ["html", "markdown"])
def test_what_is_to_check_stands_in_the_guide_and_nowhere_else(five: Collection, fmt: str) -> None:
    cases = [checked(case) for case in five.cases]
    guide = as_text(api.guide(cases, five.recueil, 20), fmt)
    assert all(words in guide for words in CHECKS)
    assert guide.count(CHECKS[0]) == len(cases)
    compared = comparison.compare(cases)
    others: list[Document[Any]] = [
        api.booklet(compared, five.recueil),
        api.blank(five.recueil),
        api.side_by_side(compared, five.recueil),
    ]
    if fmt == "html":
        others.append(api.analysis(cases, five.recueil))
    for document in others:
        assert not any(words in as_text(document, fmt) for words in CHECKS), document.kind


def test_without_a_point_to_check_nothing_is_said_of_them(five: Collection) -> None:
    assert "À vérifier" not in as_text(api.guide(five.cases, five.recueil, 20), "html")


@pytest.mark.parametrize(
    ("people", "groups", "sizes_of_groups"),
    [(1, 1, (1, 1)), (2, 1, (2, 2)), (6, 2, (3, 3)), (20, 4, (5, 5)), (23, 5, (4, 5)), (200, 40, (5, 5))],
)
def test_people_are_divided_evenly(people: int, groups: int, sizes_of_groups: tuple[int, int]) -> None:
    plan = copies.plan(people, 5)
    assert (plan.groups, plan.group_sizes) == (groups, sizes_of_groups)


# (people, cases): copies of the sheets, the comparison, the analysis pages, the booklet, the blank A3.
COUNTED = {
    (1, 1): (1, None, 1, 1, 1),
    (1, 5): (1, 1, 1, 1, 1),
    (1, 40): (1, 1, 1, 1, 1),
    (20, 1): (10, None, 4, 20, 4),
    (20, 5): (10, 4, 1, 20, 4),
    (20, 40): (4, 4, 1, 20, 4),
    (200, 1): (100, None, 40, 200, 40),
    (200, 5): (100, 40, 8, 200, 40),
    (200, 40): (40, 40, 1, 200, 40),
}


@pytest.mark.parametrize(("people", "cases"), COUNTED)
def test_copies_for_people_and_cases(people: int, cases: int) -> None:
    plan = copies.plan(people, cases)
    found = {(line.document, line.part): line for line in plan.lines}
    kinds = [("sheet", ""), ("comparison", ""), ("analysis", ""), ("booklet", ""), ("blank", "a3")]
    assert tuple(found[kind].copies if kind in found else None for kind in kinds) == COUNTED[people, cases]
    # One analysis page per group, one sheet per pair, one blank sheet per person.
    assert found["analysis", ""].copies * cases >= plan.groups
    assert found["sheet", ""].copies * cases * 2 >= people
    assert found["blank", ""].copies == people
    assert found["panels", ""].copies == 1


def test_without_cases_only_the_blank_sheets_and_the_guide_are_printed() -> None:
    plan = copies.plan(20, 0)
    assert [(line.document, line.part) for line in plan.lines] == [("blank", ""), ("blank", "a3"), ("guide", "")]
    assert plan.wall_metres == 0
    made = as_text(api.guide([], Recueil(), 20), "html")
    assert "mur libre" not in parse_html(made).text


def test_leaves_are_counted_by_paper() -> None:
    plan = copies.plan(20, 5)
    lines = {(line.document, line.part): line.leaves for line in plan.lines}
    assert lines["sheet", ""] == 50
    # Two pages, for twenty people.
    assert lines["booklet", ""] == 20 * 7
    assert lines["comparison", ""] == 8
    assert plan.leaves("A4") + plan.leaves("A3") == sum(lines.values())
    assert plan.leaves("A3") == 8 + 12 + 1 + 4 + 4
    assert plan.wall_metres == 3


@pytest.mark.parametrize("engine", ENGINES)
def test_the_plan_counts_the_pages_that_are_printed(five: Collection, engine: str) -> None:
    """For the five cases, with one page per sheet."""
    compared = comparison.compare(five.cases)
    made = {
        "booklet": api.booklet(compared, five.recueil),
        "analysis": api.analysis(five.cases, five.recueil),
        "guide": api.guide(five.cases, five.recueil, 20),
    }
    planned = {line.document: line.pages for line in copies.plan(20, 5).lines}
    for kind, document in made.items():
        assert len(read(print_by(engine, as_text(document, "html"))).pages) == planned[kind], kind


def test_the_command_counts_for_the_people_it_is_told(coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "--document", "guide", "--people", "23", "--format", "html", "-o", "out")
    assert run.code == 0, run.err
    found = parse_html(Path("out/guide-d-animation.html").read_text(encoding="utf-8")).text
    assert "Personnes23Groupes5Pargroupe4–5Fiches5Minutes180" in squeezed(found)
